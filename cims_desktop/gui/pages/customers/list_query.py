"""The conditions of a customer list: quick chips, removable chips, and taking one away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.gui import format as text_format
from cims_desktop.gui.words import kind_word, status_word, tier_word

QUICK_TIERS = {"gold": Tier.GOLD, "silver": Tier.SILVER, "bronze": Tier.BRONZE}
QUICK = ("all", *QUICK_TIERS, "due", "bin")
"""The chips above the list; exactly one of them is chosen."""


def quick_of(wanted: CustomerFilter) -> str:
    """Which quick chip says (the main part of) this filter."""
    if wanted.in_bin:
        return "bin"
    if wanted.due_by is not None:
        return "due"
    return next((key for key, tier in QUICK_TIERS.items() if wanted.tiers == (tier,)), "all")


def with_quick(wanted: CustomerFilter, quick: str, today: date) -> CustomerFilter:
    """The filter after a quick chip was chosen; conditions that chips don't say stay."""
    tier = QUICK_TIERS.get(quick)
    return replace(
        wanted,
        tiers=(tier,) if tier else (),
        due_by=today if quick == "due" else None,
        in_bin=quick == "bin",
    )


def conditions(query: CustomerQuery, currency: str) -> list[tuple[str, str]]:
    """(key, sentence) of each condition that no quick chip shows, for removable chips."""
    translate, wanted = QCoreApplication.translate, query.filter
    found = [("text", "“" + query.text.strip() + "”")] if query.text.strip() else []
    if quick_of(wanted) not in QUICK_TIERS and wanted.tiers:
        none = translate("ListQuery", "No tier")
        found.append(("tiers", ", ".join(tier_word(tier) or none for tier in wanted.tiers)))
    if wanted.kinds:
        found.append(("kinds", ", ".join(kind_word(kind) for kind in wanted.kinds)))
    if wanted.statuses:
        found.append(("statuses", ", ".join(status_word(status) for status in wanted.statuses)))
    if wanted.cities:
        found.append(("cities", ", ".join(wanted.cities)))
    return found + _amounts_and_dates(wanted, currency) + _presence(wanted)


def without(query: CustomerQuery, key: str) -> CustomerQuery:
    """The query without one of its conditions."""
    if key == "text":
        return replace(query, text="")
    return replace(query, filter=replace(query.filter, **{key: getattr(CustomerFilter(), key)}))


def is_narrowed(query: CustomerQuery) -> bool:
    """Whether anything but the sort differs from the plain list."""
    return bool(query.text.strip()) or query.filter != CustomerFilter()


def is_whole_bin(query: CustomerQuery) -> bool:
    """Whether everything in the bin is listed."""
    return not query.text.strip() and query.filter == CustomerFilter(in_bin=True)


def sort_text(query: CustomerQuery) -> str:
    """The sort for the settings, e.g. ``name:asc``."""
    return f"{query.sort.value}:{'desc' if query.descending else 'asc'}"


def sorted_by(query: CustomerQuery, stored: str) -> CustomerQuery:
    """The query in the stored order; unchanged when that can't be read."""
    name, _colon, direction = stored.partition(":")
    try:
        return replace(query, sort=CustomerSort(name), descending=direction == "desc")
    except ValueError:
        return query


def _amounts_and_dates(wanted: CustomerFilter, currency: str) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate

    def money(minor: int) -> str:
        return text_format.money(minor, currency, cents=False)

    day: Callable[[date], str] = text_format.day
    found = []
    if wanted.spent_at_least is not None:
        text = translate("ListQuery", "Spent at least %1").replace("%1", money(wanted.spent_at_least))
        found.append(("spent_at_least", text))
    if wanted.spent_at_most is not None:
        text = translate("ListQuery", "Spent at most %1").replace("%1", money(wanted.spent_at_most))
        found.append(("spent_at_most", text))
    if wanted.bought_since is not None:
        text = translate("ListQuery", "Bought since %1").replace("%1", day(wanted.bought_since))
        found.append(("bought_since", text))
    if wanted.not_bought_since is not None:
        text = translate("ListQuery", "Not bought since %1").replace("%1", day(wanted.not_bought_since))
        found.append(("not_bought_since", text))
    return found


def _presence(wanted: CustomerFilter) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    phone = {True: translate("ListQuery", "With phone"), False: translate("ListQuery", "Without phone")}
    email = {True: translate("ListQuery", "With e-mail"), False: translate("ListQuery", "Without e-mail")}
    found = []
    if wanted.has_phone is not None:
        found.append(("has_phone", phone[wanted.has_phone]))
    if wanted.has_email is not None:
        found.append(("has_email", email[wanted.has_email]))
    return found
