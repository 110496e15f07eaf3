"""The tables of the sales report, ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.figures import NamedSales, SalesReport
from cims_desktop.gui.format import money, month, number, percent
from cims_desktop.gui.models.text_table_model import TextRow
from cims_desktop.gui.pages.sales_readings import month_cells, month_headers
from cims_desktop.gui.words import erased_word

Table = tuple[tuple[str, ...], list[TextRow]]
"""Column titles and rows."""


def months_table(report: SalesReport) -> Table:
    """A row per month, newest first, under the sums of the period.

    The customers of the months can't be added up: the same person may have bought in several of them.
    """
    total = TextRow(
        (
            QCoreApplication.translate("sales_report", "Total"),
            money(report.revenue, report.currency),
            number(sum(one.orders for one in report.months)),
            money(sum(one.refunds for one in report.months), report.currency),
            "" if report.buyers is None else number(report.buyers),
        )
    )
    rows = [
        TextRow((month(one.month), *month_cells(one, report.currency, customers=True)))
        for one in reversed(report.months)
    ]
    return month_headers(customers=True), [total, *rows]


def categories_table(report: SalesReport) -> Table:
    """Categories with their share of all sales."""
    headers = (
        QCoreApplication.translate("sales_report", "Category"),
        QCoreApplication.translate("sales_report", "Purchases"),
        QCoreApplication.translate("sales_report", "Sales"),
        QCoreApplication.translate("sales_report", "Share"),
    )
    none = QCoreApplication.translate("sales_report", "Without a category")
    whole = sum(max(one.revenue, 0) for one in report.categories)
    rows = [
        TextRow(
            (
                one.name or none,
                number(one.orders),
                money(one.revenue, report.currency),
                percent(max(one.revenue, 0) / whole, 1) if whole else "",
            )
        )
        for one in report.categories
    ]
    return headers, rows


def products_table(report: SalesReport) -> Table:
    """The products that sold best."""
    headers = (
        QCoreApplication.translate("sales_report", "Product"),
        QCoreApplication.translate("sales_report", "Quantity"),
        QCoreApplication.translate("sales_report", "Sales"),
    )
    rows = [
        TextRow((one.name, _quantity(one), money(one.revenue, report.currency))) for one in report.products
    ]
    return headers, rows


def customers_table(report: SalesReport) -> Table:
    """The customers who bought for most; the record behind a row is the customer's id."""
    headers = (
        QCoreApplication.translate("sales_report", "Customer"),
        QCoreApplication.translate("sales_report", "Purchases"),
        QCoreApplication.translate("sales_report", "Sales"),
    )
    rows = [
        TextRow(
            (one.name or erased_word(), number(one.orders), money(one.revenue, report.currency)),
            one.customer_id,
        )
        for one in report.customers
    ]
    return headers, rows


def all_tables(report: SalesReport) -> Sequence[Table]:
    """Months, categories, products, customers."""
    return months_table(report), categories_table(report), products_table(report), customers_table(report)


def _quantity(one: NamedSales) -> str:
    """Whole pieces without decimals, parts of pieces with as many as they need."""
    pieces = one.quantity / 1000
    text = number(pieces, 3) if one.quantity % 1000 else number(pieces)
    return text.rstrip("0") if one.quantity % 1000 else text
