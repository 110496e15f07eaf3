"""Cities outside China with districts, postal patterns and phone numbers kept free for fiction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cims_desktop.services.demo.lists.parsing import rows


@dataclass(frozen=True)
class WesternCity:
    """A city; in patterns `#` is any digit and `@` any letter of a British inward code.

    `phone` is E.164 from a range that the country's regulator keeps for fiction, so nobody's telephone rings.
    `districts` are (name, postal pattern).
    """

    country: str
    province: str
    name: str
    phone: str
    districts: tuple[tuple[str, str], ...]
    weight: int


# country|state|city|phone|weight|district=postal pattern, ...
_TABLE = """
GB|England|London|+44207946 0###|60|Islington=N1 #@@, Hackney=E8 #@@, Camden=NW1 #@@, Southwark=SE1 #@@, Chelsea=SW3 #@@
GB|England|Manchester|+44161496 0###|18|Ancoats=M4 #@@, Didsbury=M20 #@@, Chorlton=M21 #@@
GB|England|Bristol|+44117496 0###|12|Clifton=BS8 #@@, Bedminster=BS3 #@@
GB|England|Leeds|+44113496 0###|10|Headingley=LS6 #@@, Chapel Allerton=LS7 #@@
GB|England|Liverpool|+44151496 0###|8|Aigburth=L17 #@@, Allerton=L18 #@@
GB|Scotland|Edinburgh|+44131496 0###|12|Leith=EH6 #@@, Morningside=EH10 #@@, New Town=EH3 #@@
GB|Scotland|Glasgow|+44141496 0###|8|Hillhead=G12 #@@, Shawlands=G41 #@@
US|New York|New York|+1212555 01##|26|Chelsea=10011, SoHo=10012, Harlem=10027, Tribeca=10013
US|California|San Francisco|+1415555 01##|18|Mission District=94110, Noe Valley=94114, Marina=94123
US|California|Los Angeles|+1213555 01##|16|Silver Lake=90026, Los Feliz=90027, Westlake=90057
US|Washington|Seattle|+1206555 01##|14|Ballard=98107, Fremont=98103, Capitol Hill=98102
US|Illinois|Chicago|+1312555 01##|14|Lincoln Park=60614, Wicker Park=60622, Pilsen=60608
US|Massachusetts|Boston|+1617555 01##|10|Back Bay=02116, South End=02118, Beacon Hill=02108
US|Oregon|Portland|+1503555 01##|8|Pearl District=97209, Hawthorne=97214
CA|Ontario|Toronto|+1416555 01##|14|Leslieville=M4M 1@#, Annex=M5R 2@#, Parkdale=M6K 3@#
CA|British Columbia|Vancouver|+1604555 01##|16|Kitsilano=V6K 2@#, Yaletown=V6B 5@#, Mount Pleasant=V5T 1@#
AU|New South Wales|Sydney|+6125550 ####|16|Surry Hills=2010, Newtown=2042, Manly=2095
AU|Victoria|Melbourne|+6135550 ####|12|Fitzroy=3065, Carlton=3053, St Kilda=3182
DE|Berlin|Berlin|+493023125 ###|16|Kreuzberg=10999, Prenzlauer Berg=10405, Charlottenburg=10585, Neukölln=12043
DE|Bayern|München|+498999998 ###|12|Schwabing=80801, Haidhausen=81667, Giesing=81539
DE|Hamburg|Hamburg|+494066969 ###|12|Altona=22765, Eimsbüttel=20259, Winterhude=22303
DE|Hessen|Frankfurt am Main|+496990009 ###|8|Bornheim=60385, Sachsenhausen=60594
FR|Île-de-France|Paris|+3319900 ####|16|Marais=75004, Montmartre=75018, Batignolles=75017, Belleville=75020
FR|Auvergne-Rhône-Alpes|Lyon|+3346571 ####|8|Croix-Rousse=69004, Vieux Lyon=69005, Confluence=69002
SE|Stockholms län|Stockholm|+468465004 ##|6|Södermalm=118 2#, Vasastan=113 2#
"""

_ENGLISH = (
    "High Street, Church Road, Station Road, Victoria Road, Mill Lane, Park Road, Queen Street, "
    "Albert Road, Chapel Street, Grove Road, Kings Road, The Green, Manor Road, Bridge Street, "
    "Orchard Close"
)
_AMERICAN = (
    "Main Street, Oak Street, Maple Avenue, Cedar Street, Washington Avenue, Lake Street, Hill Street, "
    "Park Avenue, Second Street, Elm Street, Pine Street, Sunset Drive, Spring Street, "
    "Jefferson Street, Walnut Street"
)
STREETS: Final[dict[str, tuple[str, ...]]] = {
    country: tuple(text.split(", "))
    for country, text in {
        "GB": _ENGLISH,
        "AU": _ENGLISH,
        "US": _AMERICAN,
        "CA": _AMERICAN,
        "DE": "Hauptstraße, Bahnhofstraße, Gartenstraße, Schillerstraße, Goethestraße, Lindenweg, Bergstraße, "
        "Kirchgasse, Mozartstraße, Am Markt, Rosenweg, Schulstraße",
        "FR": "rue de la République, rue Victor Hugo, avenue de la Gare, rue des Lilas, rue du Moulin, "
        "boulevard Voltaire, rue Pasteur, place de l'Église, rue des Écoles, rue de la Paix",
        "SE": "Storgatan, Kungsgatan, Drottninggatan, Skolgatan, Parkgatan, Strandvägen, Kyrkogatan, "
        "Björkvägen",
    }.items()
}

NUMBER_LAST: Final = frozenset({"DE", "SE"})
"""Countries that write the house number after the street."""


def _city(line: str) -> WesternCity:
    country, province, name, phone, weight, districts = line.split("|")
    pairs = [word.split("=") for word in districts.split(", ")]
    return WesternCity(
        country,
        province,
        name,
        phone.replace(" ", ""),
        tuple((word, code) for word, code in pairs),
        int(weight),
    )


CITIES: Final = tuple(_city(line) for line in rows(_TABLE))
