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
    from openpyxl.worksheet.worksheet import Worksheet

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TABLE_TOP = 4
_CHART_CM = (18.0, 10.0)
_CHART_AT, _CHART_RIGHT, _CHART_ROWS = "G", "Q", 20
"""Where the chart stands beside the table: its first and last column, and the rows that it covers."""

_FONT = "Calibri"  # a font without a name is drawn in whatever the program thinks of first
_HEAD, _BAR, _LINE = "E8EEF7", "3557D6", "D5DAE3"


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
    share: str
    without_a_category: str


_Line = tuple[str, Decimal | int, int]
"""A line of a ranking: name, count, revenue in minor units."""


@dataclass(frozen=True)
class _Ranking:
    """A sheet after the first. `total`: its lines are all there is, so that their sum says something."""

    title: str
    heads: tuple[str, str]
    lines: tuple[_Line, ...]
    total: bool = False


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
    for ranking in _rankings(report, words):
        if ranking.lines:
            _ranking_sheet(book.create_sheet(), report, words, ranking)
            rows += len(ranking.lines)
    task.step("write", 1, 2)
    with complete_or_nothing(path) as temporary:
        save_in_memory(book, temporary)
        task.step("write", 2, 2)
        return WrittenFile(rows, checksum(temporary), len(book.sheetnames))


def _rankings(report: SalesReport, words: ReportWords) -> list[_Ranking]:
    """The sheets after the first."""
    categories = tuple((c.name or words.without_a_category, c.orders, c.revenue) for c in report.categories)
    products = tuple((p.name, _quantity(p.quantity), p.revenue) for p in report.products)
    best = tuple((c.name, c.orders, c.revenue) for c in report.customers)
    return [
        _Ranking(words.categories, (words.category, words.orders), categories, total=True),
        _Ranking(words.products, (words.product, words.quantity), products),
        _Ranking(words.best_customers, (words.customer, words.orders), best),
    ]


def _quantity(thousandths: int) -> Decimal | int:
    """Whole pieces as a whole number: the format of the others would show ``12.``."""
    whole, rest = divmod(thousandths, 1000)
    return Decimal(thousandths) / 1000 if rest else whole


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
    _fill(sheet, last + 1, [words.total, orders, revenue, refunds, report.buyers], bold=True, line=True)
    _formats(sheet, last + 1, {2: "#,##0", 3: _money_format(report), 4: _money_format(report), 5: "#,##0"})
    if report.months:
        _chart(sheet, report, words, last)
    bottom = max(last + 1, _TABLE_TOP + _CHART_ROWS) if report.months else last + 1
    _finish(sheet, (14, 12, 18, 18, 14, 4), bottom, _CHART_RIGHT if report.months else "E")


def _money(report: SalesReport, month: MonthSales) -> tuple[Decimal, Decimal]:
    return to_decimal(month.revenue, report.currency), to_decimal(month.refunds, report.currency)


def _ranking_sheet(sheet: Worksheet, report: SalesReport, words: ReportWords, ranking: _Ranking) -> None:
    _start(sheet, ranking.title, report, words, (*ranking.heads, words.revenue, words.share))
    # As on the page of reports: what was refunded more than it was bought has no share.
    whole = sum(max(each, 0) for *_, each in ranking.lines) if ranking.total else report.revenue
    for row, (name, count, revenue) in enumerate(ranking.lines, start=_TABLE_TOP + 1):
        share = max(revenue, 0) / whole if whole > 0 else None
        _fill(sheet, row, [name, count, to_decimal(revenue, report.currency), share])
        sheet.cell(row, 2).number_format = "#,##0.###" if isinstance(count, Decimal) else "#,##0"
    last = _TABLE_TOP + len(ranking.lines)
    sheet.auto_filter.ref = f"A{_TABLE_TOP}:D{last}"
    if ranking.total:  # without a count: a purchase may stand in several lines
        total = to_decimal(sum(revenue for *_, revenue in ranking.lines), report.currency)
        _fill(sheet, last + 1, [words.total, None, total, None], bold=True, line=True)
    _formats(sheet, last + 1, {3: _money_format(report), 4: "0.0%"})
    _finish(sheet, (44, 14, 18, 12), last + ranking.total, "D")


def _start(
    sheet: Worksheet, title: str, report: SalesReport, words: ReportWords, heads: Sequence[str]
) -> None:
    """Title lines and the table's header."""
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", _clean(title))[:31].strip("' ") or sheet.title
    _fill(sheet, 1, [f"{words.title} · {report.office}"])
    sheet.cell(1, 1).font = Font(name=_FONT, bold=True, size=14)
    _fill(sheet, 2, [f"{report.first} – {report.last} · {report.currency}"])
    _fill(sheet, _TABLE_TOP, heads, bold=True)
    for column in range(1, len(heads) + 1):
        cell = sheet.cell(_TABLE_TOP, column)
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(horizontal="left" if column == 1 else "right")
    sheet.freeze_panes = sheet.cell(_TABLE_TOP + 1, 2)


def _fill(
    sheet: Worksheet, row: int, values: Sequence[object], bold: bool = False, line: bool = False
) -> None:
    """Writes a row; `line` draws one above it."""
    from openpyxl.styles import Border, Font, Side

    for column, value in enumerate(values, start=1):
        cell: Any = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = _clean(value)
            cell.data_type = "s"  # openpyxl would make a formula of a name that begins with =
        else:
            cell.value = value
        if bold:
            cell.font = Font(name=_FONT, bold=True)
        if line:
            cell.border = Border(top=Side("thin", color=_LINE))


def _formats(sheet: Worksheet, last_row: int, codes: dict[int, str]) -> None:
    for row in range(_TABLE_TOP + 1, last_row + 1):
        for column, code in codes.items():
            sheet.cell(row, column).number_format = code


def _money_format(report: SalesReport) -> str:
    return money_format(minor_digits(report.currency))


def _chart(sheet: Worksheet, report: SalesReport, words: ReportWords, last: int) -> None:
    """Columns of revenue by month beside the table; native, so that it can be edited and printed."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    chart = BarChart()
    chart.type = "col"
    chart.title = _clean(f"{words.revenue} ({report.currency})")
    chart.title.overlay = False
    chart.add_data(Reference(sheet, min_col=3, min_row=_TABLE_TOP, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=_TABLE_TOP + 1, max_row=last))
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=_BAR)
    chart.legend = None
    chart.gapWidth = 60
    chart.x_axis.delete = False  # openpyxl hides the axes unless told
    chart.y_axis.delete = False
    chart.x_axis.tickLblPos = "low"  # a month with more refunds than sales goes below the axis
    chart.y_axis.number_format = "#,##0"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=_LINE))
    chart.width, chart.height = _CHART_CM
    sheet.add_chart(chart, f"{_CHART_AT}{_TABLE_TOP}")


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
