"""Countries to choose from when an office is made, with the currency and time zones that Qt knows for each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTimeZone

from cims_desktop.domain.money import CURRENCIES
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

COUNTRIES: dict[str, str] = {
    "AE": QT_TRANSLATE_NOOP("countries", "United Arab Emirates"),
    "AR": QT_TRANSLATE_NOOP("countries", "Argentina"),
    "AT": QT_TRANSLATE_NOOP("countries", "Austria"),
    "AU": QT_TRANSLATE_NOOP("countries", "Australia"),
    "BE": QT_TRANSLATE_NOOP("countries", "Belgium"),
    "BR": QT_TRANSLATE_NOOP("countries", "Brazil"),
    "CA": QT_TRANSLATE_NOOP("countries", "Canada"),
    "CH": QT_TRANSLATE_NOOP("countries", "Switzerland"),
    "CN": QT_TRANSLATE_NOOP("countries", "China"),
    "CZ": QT_TRANSLATE_NOOP("countries", "Czechia"),
    "DE": QT_TRANSLATE_NOOP("countries", "Germany"),
    "DK": QT_TRANSLATE_NOOP("countries", "Denmark"),
    "ES": QT_TRANSLATE_NOOP("countries", "Spain"),
    "FI": QT_TRANSLATE_NOOP("countries", "Finland"),
    "FR": QT_TRANSLATE_NOOP("countries", "France"),
    "GB": QT_TRANSLATE_NOOP("countries", "United Kingdom"),
    "HK": QT_TRANSLATE_NOOP("countries", "Hong Kong (China)"),
    "ID": QT_TRANSLATE_NOOP("countries", "Indonesia"),
    "IE": QT_TRANSLATE_NOOP("countries", "Ireland"),
    "IL": QT_TRANSLATE_NOOP("countries", "Israel"),
    "IN": QT_TRANSLATE_NOOP("countries", "India"),
    "IT": QT_TRANSLATE_NOOP("countries", "Italy"),
    "JP": QT_TRANSLATE_NOOP("countries", "Japan"),
    "KR": QT_TRANSLATE_NOOP("countries", "South Korea"),
    "MO": QT_TRANSLATE_NOOP("countries", "Macao (China)"),
    "MX": QT_TRANSLATE_NOOP("countries", "Mexico"),
    "MY": QT_TRANSLATE_NOOP("countries", "Malaysia"),
    "NL": QT_TRANSLATE_NOOP("countries", "Netherlands"),
    "NO": QT_TRANSLATE_NOOP("countries", "Norway"),
    "NZ": QT_TRANSLATE_NOOP("countries", "New Zealand"),
    "PH": QT_TRANSLATE_NOOP("countries", "Philippines"),
    "PL": QT_TRANSLATE_NOOP("countries", "Poland"),
    "PT": QT_TRANSLATE_NOOP("countries", "Portugal"),
    "SA": QT_TRANSLATE_NOOP("countries", "Saudi Arabia"),
    "SE": QT_TRANSLATE_NOOP("countries", "Sweden"),
    "SG": QT_TRANSLATE_NOOP("countries", "Singapore"),
    "TH": QT_TRANSLATE_NOOP("countries", "Thailand"),
    "TR": QT_TRANSLATE_NOOP("countries", "Türkiye"),
    "TW": QT_TRANSLATE_NOOP("countries", "Taiwan (China)"),
    "US": QT_TRANSLATE_NOOP("countries", "United States"),
    "VN": QT_TRANSLATE_NOOP("countries", "Vietnam"),
    "ZA": QT_TRANSLATE_NOOP("countries", "South Africa"),
}

FALLBACK_ZONE = "Asia/Shanghai"


def country_name(code: str) -> str:
    """The country's name in the language of the window; the code when it is not in the list."""
    source = COUNTRIES.get(code)
    return code if source is None else QCoreApplication.translate("countries", source)


def default_country() -> str:
    """The desktop's country if it is in the list, else China."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if code in COUNTRIES else "CN"


def currency_of(country: str) -> str:
    """The country's currency if it is offered, else US dollars."""
    locale = _locale(country)
    code = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) if locale is not None else ""
    return code if code in CURRENCIES else "USD"


def time_zones(country: str) -> list[str]:
    """IANA names of the country's zones; this computer's own zone first when it is one of them."""
    territory = QLocale.codeToTerritory(country)
    names = sorted(bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds(territory))
    here = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    preferred = here if here in names else _PREFERRED.get(country, "")
    if preferred in names:
        names.remove(preferred)
        names.insert(0, preferred)
    return names or [here or FALLBACK_ZONE]


# The zone most offices of a large country are in.
_PREFERRED = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CN": "Asia/Shanghai",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "MX": "America/Mexico_City",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "US": "America/New_York",
}


def _locale(country: str) -> QLocale | None:
    any_language, any_script = QLocale.Language.AnyLanguage, QLocale.Script.AnyScript
    found = QLocale.matchingLocales(any_language, any_script, QLocale.codeToTerritory(country))
    return found[0] if found else None
