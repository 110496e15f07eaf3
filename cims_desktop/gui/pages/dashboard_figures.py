"""The dashboard's four headline figures in words: value, change, against what, and what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cims_desktop.analytics.comparison import difference, relative_change
from cims_desktop.domain.dates import Month
from cims_desktop.domain.figures import Dashboard, Figure
from cims_desktop.domain.money import minor_digits
from cims_desktop.gui.format import long_month, money, number, percent, signed

DASH = "—"


@dataclass(frozen=True)
class CardWords:
    """What one card says. `help` explains the figure and how many stand behind it."""

    title: str
    value: str
    delta: str
    note: str
    help: str
    rising: bool = True
    trend: tuple[float, ...] = ()


def whole_money(minor: int, currency: str) -> str:
    """An amount without its minor units, for headlines; halves are rounded away from zero, as everywhere."""
    unit = 10 ** minor_digits(currency)
    whole = (2 * abs(minor) + unit) // (2 * unit) * unit
    return money(-whole if minor < 0 else whole, currency, cents=False)


def currencies_note(codes: Sequence[str]) -> str:
    """Says which currencies are left out of the sums; empty when none is."""
    if not codes:
        return ""
    text = QCoreApplication.translate(
        "dashboard", "Purchases in %1 are kept apart and not part of these sums."
    )
    return text.replace("%1", ", ".join(codes))


def total_words(board: Dashboard) -> str:
    """The sum of the chart, and up to when, where it doesn't reach this month."""
    total = whole_money(sum(one.revenue for one in board.sales), board.currency)
    if board.sales[-1].month == Month.of(board.today):
        return QCoreApplication.translate("dashboard", "%1 in total").replace("%1", total)
    older = QCoreApplication.translate("dashboard", "%1 in total, up to %2: no purchase is newer")
    return older.replace("%1", total).replace("%2", long_month(board.sales[-1].month))


def active_words(board: Dashboard) -> CardWords:
    """Customers with a purchase in the last 365 days."""
    figure = board.active_customers
    text = QCoreApplication.translate(
        "dashboard",
        "Customers with at least one purchase in the last 365 days (all customers: %1). "
        "Compared with the same figure one month ago.",
    )
    return _card(
        figure,
        QCoreApplication.translate("dashboard", "Active customers"),
        value=DASH if figure.value is None else number(figure.value),
        delta=_relative(figure),
        note=QCoreApplication.translate("dashboard", "vs a month ago"),
        missing=_no_purchases(
            board, QCoreApplication.translate("dashboard", "No purchases in the last 365 days")
        ),
        help_text=text.replace("%1", number(board.customers)),
    )


def sales_words(board: Dashboard) -> CardWords:
    """Sales of this month so far."""
    figure = board.sales_this_month
    orders = sum(one.orders for one in board.sales if one.month == Month.of(board.today))
    text = QCoreApplication.translate(
        "dashboard",
        "Sales less refunds from the first of this month until today: %1 (purchases: %2). "
        "Compared with the same days of last month.",
    )
    exact = DASH if figure.value is None else money(round(figure.value), board.currency)
    return _card(
        figure,
        QCoreApplication.translate("dashboard", "Sales this month"),
        value=DASH if figure.value is None else whole_money(round(figure.value), board.currency),
        delta=_relative(figure),
        note=QCoreApplication.translate("dashboard", "vs same days last month"),
        missing=_no_purchases(board, QCoreApplication.translate("dashboard", "No purchases in these months")),
        help_text=text.replace("%1", exact).replace("%2", number(orders)),
    )


def satisfaction_words(board: Dashboard) -> CardWords:
    """The mean CSAT score of the last 90 days."""
    figure = board.satisfaction
    change = difference(figure.value, figure.before)
    text = QCoreApplication.translate(
        "dashboard",
        "Mean of the satisfaction scores (CSAT, 1 to 5) of the last 90 days (answers: %1). "
        "Compared with the 90 days before.",
    )
    return _card(
        figure,
        QCoreApplication.translate("dashboard", "Average satisfaction"),
        value=DASH if figure.value is None else f"{number(figure.value, 1)} / 5",
        delta="" if change is None or round(change, 1) == 0 else signed(change, 1),
        note=QCoreApplication.translate("dashboard", "vs the 90 days before"),
        missing=QCoreApplication.translate("dashboard", "No answers in the last 90 days"),
        help_text=text.replace("%1", number(board.split.replies)),
    )


def repeat_words(board: Dashboard) -> CardWords:
    """The share of the year's customers who came back."""
    figure = board.repeat_rate
    change = difference(figure.value, figure.before)
    points = QCoreApplication.translate("dashboard", "%1 pt")
    text = QCoreApplication.translate(
        "dashboard",
        "Share of the customers of the last 365 days (%1) who bought at least twice in them. "
        "Compared with 90 days ago.",
    )
    return _card(
        figure,
        QCoreApplication.translate("dashboard", "Repeat purchase rate"),
        value=DASH if figure.value is None else percent(figure.value, 1),
        delta=""
        if change is None or round(change * 100, 1) == 0
        else points.replace("%1", signed(change * 100, 1)),
        note=QCoreApplication.translate("dashboard", "vs 90 days ago"),
        missing=QCoreApplication.translate("dashboard", "Too few customers yet"),
        help_text=text.replace("%1", number(board.active_customers.value or 0)),
    )


def any_sales(board: Dashboard) -> bool:
    """Whether the chart has something to show."""
    return any(one.orders or one.revenue for one in board.sales)


def _no_purchases(board: Dashboard, lately: str) -> str:
    """Why a figure is empty: nothing was ever bought, or nothing `lately`."""
    return lately if any_sales(board) else QCoreApplication.translate("dashboard", "No purchases yet")


def _relative(figure: Figure) -> str:
    change = relative_change(figure.value, figure.before)
    return "" if change is None or round(change * 100, 1) == 0 else f"{signed(change * 100, 1)}%"


def _card(
    figure: Figure, title: str, *, value: str, delta: str, note: str, missing: str, help_text: str
) -> CardWords:
    """Chooses the honest note: what is missing, nothing to compare with, no change, or against what."""
    if figure.value is None:
        return CardWords(title, value, "", missing, help_text)
    if not figure.value and not figure.before and not any(figure.trend):
        return CardWords(title, value, "", missing, help_text)
    if figure.before is None or (not delta and figure.before <= 0 < figure.value):
        nothing = QCoreApplication.translate("dashboard", "Nothing to compare with yet")
        return CardWords(title, value, "", nothing, help_text, trend=figure.trend)
    if not delta:
        same = QCoreApplication.translate("dashboard", "No change %1").replace("%1", note)
        return CardWords(title, value, "", same, help_text, trend=figure.trend)
    return CardWords(
        title, value, delta, note, help_text, rising=figure.value > figure.before, trend=figure.trend
    )
