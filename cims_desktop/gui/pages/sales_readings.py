"""Monthly sales as a chart with the readings of its tooltip and table; the dashboard and the report share it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cims_desktop.charts.month_bars import MonthBars
from cims_desktop.domain.figures import MonthSales
from cims_desktop.gui.format import compact_money, money, month, number
from cims_desktop.gui.widgets.chart_canvas import Reading, Shown


def month_headers(*, customers: bool) -> tuple[str, ...]:
    """The columns of a monthly sales table, with or without how many customers bought."""
    heads = [
        QCoreApplication.translate("sales", "Month"),
        QCoreApplication.translate("sales", "Sales"),
        QCoreApplication.translate("sales", "Purchases"),
        QCoreApplication.translate("sales", "Refunds"),
    ]
    return (*heads, QCoreApplication.translate("sales", "Customers")) if customers else tuple(heads)


def month_cells(one: MonthSales, currency: str, *, customers: bool) -> tuple[str, ...]:
    """The cells of one month after its name."""
    cells = (
        money(one.revenue, currency),
        number(one.orders),
        money(one.refunds, currency),
    )
    return (*cells, number(one.customers)) if customers else cells


def month_chart(name: str, sales: Sequence[MonthSales], currency: str, *, customers: bool = False) -> Shown:
    """A bar per month, the newest strong."""
    chart = MonthBars(
        labels=tuple(month(one.month) for one in sales),
        values=tuple(float(one.revenue) for one in sales),
        tick=lambda value: compact_money(round(value), currency),
        strong=len(sales) - 1 if sales else None,
    )
    readings = tuple(
        Reading(month(one.month), month_cells(one, currency, customers=customers)) for one in sales
    )
    return Shown(name, chart, readings, month_headers(customers=customers))
