"""The monthly sales workbook: figures by month with a native chart, and rankings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cims_desktop.domain.figures import MonthSales, SalesReport
from cims_desktop.domain.money import minor_digits, to_decimal
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.writing.files import WrittenFile, checksum, complete_or_nothing
from cims_desktop.exchange.writing.in_memory import save_in_memory
from cims_desktop.exchange.writing.list_xlsx import money_format

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TABLE_TOP = 4
_CHART_CM = (24.0, 10.0)


@dataclass(frozen=True)
class ReportWords:
    """Every word of the workbook, in the reader's language."""

    title: str
    months: str
    month: str
    orders: str
    revenue: str
    customers: str
    refunds: str
    total: str
    categories: str
    category: str
    products: str
    product: str
    quantity: str
    best_customers: str
    customer: str


_Line = tuple[str, Decimal | int, int]
"""A line of a ranking: name, count, revenue in minor units."""


def write_sales_report(
    path: Path, report: SalesReport, words: ReportWords, task: Task | None = None
) -> WrittenFile:
    """Writes the workbook. Raises CimsError (those of `complete_or_nothing`) and Cancelled."""
    from openpyxl import Workbook

    task = task or Task()
    task.step("write", 0, 2)
    book = Workbook()
    book.properties.title = _clean(words.title)
    book.properties.creator = _clean(report.office)
    book.remove(book.worksheets[0])
    _months_sheet(book.create_sheet(), report, words)
    rows = len(report.months)
    for title, name, count, lines in _rankings(report, words):
        if lines:
            _ranking_sheet(book, report, words, title, (name, count, words.revenue), lines)
            rows += len(lines)
    task.step("write", 1, 2)
    with complete_or_nothing(path) as temporary:
        save_in_memory(book, temporary)
        task.step("write", 2, 2)
        return WrittenFile(rows, checksum(temporary), len(book.sheetnames))


def _rankings(report: SalesReport, words: ReportWords) -> list[tuple[str, str, str, list[_Line]]]:
    """The sheets after the first: (title, title of the names, title of the counts, lines)."""
    categories: list[_Line] = [(c.name or "—", c.orders, c.revenue) for c in report.categories]
    products: list[_Line] = [(p.name, Decimal(p.quantity) / 1000, p.revenue) for p in report.products]
    best: list[_Line] = [(c.name, c.orders, c.revenue) for c in report.customers]
    return [
        (words.categories, words.category, words.orders, categories),
        (words.products, words.product, words.quantity, products),
        (words.best_customers, words.customer, words.orders, best),
    ]


def _months_sheet(sheet: Worksheet, report: SalesReport, words: ReportWords) -> None:
    _start(
        sheet,
        words.months,
        report,
        words,
        (words.month, words.orders, words.revenue, words.refunds, words.customers),
    )
    for row, month in enumerate(report.months, start=_TABLE_TOP + 1):
        # The month is text on purpose: a date cell would make the chart's axis a timeline with gaps.
        _fill(sheet, row, [str(month.month), month.orders, *_money(report, month), month.customers])
    last = _TABLE_TOP + len(report.months)
    revenue = to_decimal(sum(month.revenue for month in report.months), report.currency)
    refunds = to_decimal(sum(month.refunds for month in report.months), report.currency)
    orders = sum(month.orders for month in report.months)
    _fill(sheet, last + 1, [words.total, orders, revenue, refunds, report.buyers], bold=True)
    _formats(sheet, last + 1, {2: "#,##0", 3: _money_format(report), 4: _money_format(report), 5: "#,##0"})
    if report.months:
        _chart(sheet, report, words, last)
    _finish(sheet, (14, 12, 18, 18, 14), last + 25 if report.months else last + 1, "H")


def _money(report: SalesReport, month: MonthSales) -> tuple[Decimal, Decimal]:
    return to_decimal(month.revenue, report.currency), to_decimal(month.refunds, report.currency)


def _ranking_sheet(
    book: Workbook,
    report: SalesReport,
    words: ReportWords,
    title: str,
    heads: tuple[str, str, str],
    lines: Sequence[_Line],
) -> None:
    sheet = book.create_sheet()
    _start(sheet, title, report, words, heads)
    for row, (name, count, revenue) in enumerate(lines, start=_TABLE_TOP + 1):
        _fill(sheet, row, [name, count, to_decimal(revenue, report.currency)])
    last = _TABLE_TOP + len(lines)
    total = to_decimal(sum(revenue for *_, revenue in lines), report.currency)
    _fill(sheet, last + 1, [words.total, sum(count for _, count, _ in lines), total], bold=True)
    _formats(sheet, last + 1, {2: "#,##0.###", 3: _money_format(report)})
    _finish(sheet, (44, 14, 18), last + 1, "C")


def _start(
    sheet: Worksheet, title: str, report: SalesReport, words: ReportWords, heads: Sequence[str]
) -> None:
    """Title lines and the table's header."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", _clean(title))[:31].strip("' ") or sheet.title
    _fill(sheet, 1, [f"{words.title} · {report.office}"])
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    _fill(sheet, 2, [f"{report.first} – {report.last} · {report.currency}"])
    _fill(sheet, _TABLE_TOP, heads, bold=True)
    for column in range(1, len(heads) + 1):
        cell = sheet.cell(_TABLE_TOP, column)
        cell.fill = PatternFill("solid", fgColor="E8EEF7")
        cell.alignment = Alignment(horizontal="left" if column == 1 else "right")
    sheet.freeze_panes = sheet.cell(_TABLE_TOP + 1, 2)


def _fill(sheet: Worksheet, row: int, values: Sequence[object], bold: bool = False) -> None:
    from openpyxl.styles import Font

    for column, value in enumerate(values, start=1):
        cell: Any = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = _clean(value)
            cell.data_type = "s"  # openpyxl would make a formula of a name that begins with =
        else:
            cell.value = value
        if bold:
            cell.font = Font(bold=True)


def _formats(sheet: Worksheet, last_row: int, codes: dict[int, str]) -> None:
    for row in range(_TABLE_TOP + 1, last_row + 1):
        for column, code in codes.items():
            sheet.cell(row, column).number_format = code


def _money_format(report: SalesReport) -> str:
    return money_format(minor_digits(report.currency))


def _chart(sheet: Worksheet, report: SalesReport, words: ReportWords, last: int) -> None:
    """Columns of revenue by month below the table; native, so that it can be edited and printed."""
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type = "col"
    chart.title = _clean(words.revenue)
    chart.add_data(Reference(sheet, min_col=3, min_row=_TABLE_TOP, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=_TABLE_TOP + 1, max_row=last))
    chart.legend = None
    chart.gapWidth = 60
    chart.x_axis.delete = False  # openpyxl hides the axes unless told
    chart.y_axis.delete = False
    chart.y_axis.number_format = "#,##0"
    chart.y_axis.title = _clean(report.currency)
    chart.width, chart.height = _CHART_CM
    sheet.add_chart(chart, f"A{last + 4}")


def _finish(sheet: Worksheet, widths: Sequence[float], last_row: int, last_column: str) -> None:
    """Column widths and the print: A4 across, one page wide, page numbers."""
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.print_area = f"A1:{last_column}{last_row}"
    sheet.print_title_rows = f"{_TABLE_TOP}:{_TABLE_TOP}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P / &N"


def _clean(text: str) -> str:
    """Text without what XML cannot hold, cut to what a cell holds."""
    return _NOT_IN_XML.sub("\ufffd", text)[:32_767]
