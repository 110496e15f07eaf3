"""The columns of the customer list: order, sort, alignment and the text of one cell."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.contacts import display_phone
from cims_desktop.domain.customers import CustomerRow
from cims_desktop.domain.masking import hidden_columns
from cims_desktop.domain.permissions import Sight
from cims_desktop.domain.queries import CustomerSort
from cims_desktop.gui import format as text_format
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.words import status_word, tier_word


class Column(IntEnum):
    """Columns of the customer list, in the item model's order (a person may show them in another)."""

    NAME = 0
    TIER = 1
    PHONE = 2
    TOTAL_SPENT = 3
    LAST_PURCHASE = 4
    NUMBER = 5
    ORGANISATION = 6
    STATUS = 7
    EMAIL = 8
    CITY = 9
    PURCHASES = 10
    LAST_CONTACT = 11
    NEXT_CONTACT = 12
    SATISFACTION = 13
    CREATED = 14


SORT: dict[Column, CustomerSort] = {
    Column.NAME: CustomerSort.NAME,
    Column.TIER: CustomerSort.TIER,
    Column.PHONE: CustomerSort.PHONE,
    Column.TOTAL_SPENT: CustomerSort.TOTAL_SPENT,
    Column.LAST_PURCHASE: CustomerSort.LAST_PURCHASE,
    Column.NUMBER: CustomerSort.NUMBER,
    Column.ORGANISATION: CustomerSort.ORGANISATION,
    Column.STATUS: CustomerSort.STATUS,
    Column.EMAIL: CustomerSort.EMAIL,
    Column.CITY: CustomerSort.CITY,
    Column.PURCHASES: CustomerSort.PURCHASES,
    Column.LAST_CONTACT: CustomerSort.LAST_CONTACT,
    Column.NEXT_CONTACT: CustomerSort.NEXT_CONTACT,
    Column.SATISFACTION: CustomerSort.SATISFACTION,
    Column.CREATED: CustomerSort.CREATED,
}
"""What a click on a column's header sorts by."""

COLUMN_OF: dict[CustomerSort, Column] = {sort: column for column, sort in SORT.items()}
DEFAULT_COLUMNS = (Column.NAME, Column.TIER, Column.PHONE, Column.TOTAL_SPENT, Column.LAST_PURCHASE)
NUMERIC = frozenset({Column.TOTAL_SPENT, Column.PURCHASES, Column.SATISFACTION})
"""Columns whose numbers stand at the right."""

DESCENDING_FIRST = NUMERIC | {Column.LAST_PURCHASE, Column.LAST_CONTACT, Column.CREATED}
"""Columns whose first click shows the largest or newest first."""

PERSONAL = frozenset({Column.PHONE, Column.EMAIL, Column.CITY, Column.TOTAL_SPENT})
"""Columns that counter mode covers."""

DROPPED_FIRST = (Column.CITY, Column.EMAIL, Column.ORGANISATION, Column.PHONE, Column.TIER)
"""Columns that a narrow list gives up, least useful first, before the name becomes unreadable."""


def withheld_columns(sight: Sight) -> frozenset[Column]:
    """Columns that are not shown, sorted by or exported for somebody with this sight."""
    return frozenset(COLUMN_OF[CustomerSort(name)] for name in hidden_columns(sight))


def title(column: Column) -> str:
    """The column's heading."""
    translate = QCoreApplication.translate
    return {
        Column.NAME: translate("CustomerColumns", "Customer"),
        Column.TIER: translate("CustomerColumns", "Tier"),
        Column.PHONE: translate("CustomerColumns", "Phone"),
        Column.TOTAL_SPENT: translate("CustomerColumns", "Lifetime spend"),
        Column.LAST_PURCHASE: translate("CustomerColumns", "Last purchase"),
        Column.NUMBER: translate("CustomerColumns", "Number"),
        Column.ORGANISATION: translate("CustomerColumns", "Organisation"),
        Column.STATUS: translate("CustomerColumns", "Status"),
        Column.EMAIL: translate("CustomerColumns", "E-mail"),
        Column.CITY: translate("CustomerColumns", "City"),
        Column.PURCHASES: translate("CustomerColumns", "Purchases"),
        Column.LAST_CONTACT: translate("CustomerColumns", "Last contact"),
        Column.NEXT_CONTACT: translate("CustomerColumns", "Next contact"),
        Column.SATISFACTION: translate("CustomerColumns", "Satisfaction"),
        Column.CREATED: translate("CustomerColumns", "Added"),
    }[column]


def sample(column: Column, currency: str) -> str:
    """A wide but ordinary cell: a column's default width is measured from it in the font in use."""
    return {
        Column.NAME: "Alexandra Fitzgerald",
        Column.TIER: "Bronze00",
        Column.PHONE: "+86 138 0013 8000",
        Column.TOTAL_SPENT: text_format.money(123456700, currency),
        Column.LAST_PURCHASE: "30 Sept 2026",
        Column.NUMBER: "C000000",
        Column.ORGANISATION: "Harbour & Finch Ltd",
        Column.STATUS: "Prospect0",
        Column.EMAIL: "somebody@example.com",
        Column.CITY: "San Francisco",
        Column.PURCHASES: "10,000",
        Column.LAST_CONTACT: "30 Sept 2026",
        Column.NEXT_CONTACT: "30 Sept 2026",
        Column.SATISFACTION: "5.0 / 5",
        Column.CREATED: "30 Sept 2026",
    }[column]


def cell_text(row: CustomerRow, column: Column, currency: str) -> str:
    """What a cell says, on one line (a name's second line is `second_line`)."""
    spent = column is Column.TOTAL_SPENT
    text = text_format.money(row.total_spent, currency) if spent else _TEXTS[column](row)
    return covered(text) if column in PERSONAL else text


def phone_text(stored: str) -> str:
    """A phone number in groups when it was understood, else as it was typed."""
    return display_phone(stored) if stored.startswith("+") else stored


def second_line(row: CustomerRow) -> str:
    """The line under the name: number and organisation."""
    return " · ".join(part for part in (row.number, row.organisation) if part)


def score_text(hundredths: int | None) -> str:
    """A CSAT score in hundredths as ``4.5 / 5``; nothing where there is none."""
    return "" if hundredths is None else f"{hundredths / 100:.1f} / 5"


_TEXTS: dict[Column, Callable[[CustomerRow], str]] = {
    Column.NAME: lambda row: row.name,
    Column.TIER: lambda row: tier_word(row.tier),
    Column.PHONE: lambda row: phone_text(row.phone),
    Column.LAST_PURCHASE: lambda row: text_format.day(row.last_purchase),
    Column.NUMBER: lambda row: row.number,
    Column.ORGANISATION: lambda row: row.organisation,
    Column.STATUS: lambda row: status_word(row.status),
    Column.EMAIL: lambda row: row.email,
    Column.CITY: lambda row: row.city,
    Column.PURCHASES: lambda row: text_format.number(row.purchases),
    Column.LAST_CONTACT: lambda row: text_format.day(row.last_contact.date() if row.last_contact else None),
    Column.NEXT_CONTACT: lambda row: text_format.day(row.next_contact),
    Column.SATISFACTION: lambda row: score_text(row.last_satisfaction),
    Column.CREATED: lambda row: text_format.day(row.created_at.date()),
}
