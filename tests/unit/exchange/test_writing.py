"""Files written for people: typed, without formulas, complete or not there at all."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.figures import MonthSales, NamedSales, SalesReport
from cims_desktop.domain.imports import CustomerRecord, ImportKind
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.exchange.applying import RowProblems, apply
from cims_desktop.exchange.reading import describe, read_rows
from cims_desktop.exchange.suggesting import suggest
from cims_desktop.exchange.writing import (
    Column,
    ColumnType,
    ReportWords,
    files,
    reject_headers,
    write_list_xlsx,
    write_rejects_csv,
    write_sales_report,
)
from cims_desktop.exchange.writing.list_xlsx import unique_titles
from tests.unit.exchange.tables import cells, described, text_file

COLUMNS = (
    Column("Number"),
    Column("Phone", width=20),
    Column("Spent", ColumnType.MONEY),
    Column("Orders", ColumnType.INTEGER),
    Column("Last", ColumnType.DATE),
    Column("Seen", ColumnType.DATETIME),
)
ROW = ("00123", "+86 138 0013 8000", 123456, 7, date(2024, 2, 29), datetime(2024, 2, 29, 13, 30, tzinfo=UTC))
PAYLOADS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1", "\t=1", '=HYPERLINK("http://127.0.0.1")')


def _sheet(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path).worksheets[0]


def test_cells_are_typed_and_zeros_kept(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    written = write_list_xlsx(path, COLUMNS, iter([ROW]), "Customers", total=1)
    found = _sheet(path)[2]

    assert [cell.value for cell in found[:5]] == [
        "00123", "+86 138 0013 8000", 1234.56, 7, datetime(2024, 2, 29),  # noqa: DTZ001 - a cell has no time zone
    ]  # fmt: skip
    assert [cell.data_type for cell in found] == ["s", "s", "n", "n", "d", "d"]
    assert [cell.number_format for cell in found] == [
        "@", "@", "#,##0.00", "#,##0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm",
    ]  # fmt: skip
    assert written.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (written.rows, written.sheets, written.altered) == (1, 1, 0)


def test_the_header_is_frozen_bold_and_has_filter_buttons(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    write_list_xlsx(path, COLUMNS, [ROW, ROW], "客户")
    sheet = _sheet(path)

    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("客户", "A2", "A1:F3")
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_an_empty_list_still_has_its_header(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    assert write_list_xlsx(path, COLUMNS, [], "Customers").rows == 0
    assert [cell.value for cell in _sheet(path)[1]] == [column.title for column in COLUMNS]


def test_money_follows_its_currencys_digits(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    columns = (Column("Yen", ColumnType.MONEY, digits=0), Column("Dinar", ColumnType.MONEY, digits=3))

    write_list_xlsx(path, columns, [(1999, 1999), (Decimal(5), Decimal("1.5"))], "x")

    assert [[cell.value for cell in row] for row in _sheet(path).iter_rows(min_row=2)] == [
        [1999, 1.999],
        [5, 1.5],
    ]


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_text_ever_becomes_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.xlsx"

    write_list_xlsx(path, (Column(text), Column("b", ColumnType.DATE)), [(text, text)], text)

    assert [(cell.data_type, cell.value) for cell in _sheet(path)[2]] == [("s", text), ("s", text)]


def test_what_a_cell_cannot_hold_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    written = write_list_xlsx(path, (Column("a"),), [("x" * 40_000,), ("half \ud83d",), ("fine 🙂",)], "x")

    assert written.altered == 2
    assert [len(str(row[0])) for row in cells(path, described(path, header=True))] == [32_767, 6, 6]


def test_dates_before_excels_first_are_text_and_huge_numbers_keep_their_digits(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    columns = (Column("a", ColumnType.DATE), Column("b", ColumnType.INTEGER))

    write_list_xlsx(path, columns, [(date(1850, 1, 2), 2**60)], "x")

    assert [cell.value for cell in _sheet(path)[2]] == ["1850-01-02", str(2**60)]


def test_more_rows_than_a_sheet_holds_go_on_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    written = write_list_xlsx(
        path, (Column("n", ColumnType.INTEGER),), ((i,) for i in range(5)), "A/B", total=5, rows_per_sheet=2
    )
    book = openpyxl.load_workbook(path)

    assert (written.rows, written.sheets) == (5, 3)
    assert {sheet.title: [row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book} == {
        "A B 1": ["n", 0, 1], "A B 2": ["n", 2, 3], "A B 3": ["n", 4],
    }  # fmt: skip
    assert {sheet.auto_filter.ref for sheet in book} == {"A1:A3", "A1:A2"}


def test_rows_are_never_left_out_silently(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    with pytest.raises(CimsError, match="too_many_rows"):
        write_list_xlsx(path, (Column("n"),), ((i,) for i in range(5)), "x", rows_per_sheet=2)

    assert list(tmp_path.iterdir()) == []


def test_titles_that_repeat_are_told_apart() -> None:
    assert unique_titles(["Phone", "Phone", "", "Phone"]) == ["Phone", "Phone (2)", "3", "Phone (3)"]


def test_progress_is_reported_and_cancel_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_text("the older export", encoding="utf-8")
    heard: list[Progress] = []

    with pytest.raises(Cancelled):
        write_list_xlsx(
            path,
            (Column("n", ColumnType.INTEGER),),
            ((i,) for i in range(10_000)),
            "x",
            total=10_000,
            task=Task(heard.append, lambda: len(heard) == 3),
        )

    assert [each.done for each in heard] == [0, 2000, 4000]
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text(encoding="utf-8") == "the older export"


def test_an_error_of_the_rows_reaches_the_caller_and_nothing_appears(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[int]]:
        yield (1,)
        raise KeyError("the database went away")

    with pytest.raises(KeyError):
        write_list_xlsx(tmp_path / "list.xlsx", (Column("n"),), failing(), "x")

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_a_known_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_sync", full)

    with pytest.raises(CimsError, match="disk_full"):
        write_list_xlsx(tmp_path / "list.xlsx", COLUMNS, [ROW], "x")

    assert list(tmp_path.iterdir()) == []


def test_the_rust_writers_words_for_a_full_disk_are_understood(tmp_path: Path) -> None:
    fault = files.fault_of(OSError("Failed: No space left on device (os error 28)"), tmp_path / "x")

    assert fault.code == "disk_full"


def test_a_missing_folder_is_a_known_fault(tmp_path: Path) -> None:
    with pytest.raises(CimsError, match="folder_missing"):
        write_list_xlsx(tmp_path / "gone" / "list.xlsx", COLUMNS, [ROW], "x")


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX")
def test_only_its_owner_may_read_an_export(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    write_list_xlsx(path, COLUMNS, [ROW], "x")

    assert path.stat().st_mode & 0o077 == 0


def test_an_exported_list_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    texts = ["00123", "+86 138", "_x0041_", "a\x01b", "\r\n z ", "🙂", "'quoted", "=1", "x" * 32_767]

    write_list_xlsx(path, (Column("Name"),), [(text,) for text in texts], "x")

    assert [row[0] for row in cells(path, described(path, header=True))] == texts


WORDS = ReportWords(
    title="Sales report", months="By month", month="Month", orders="Orders", revenue="Revenue", customers="Customers",
    refunds="Refunds", total="Total", categories="Categories", category="Category", products="Products",
    product="Product", quantity="Quantity", best_customers="Best customers", customer="Customer",
    share="Share", without_a_category="Without a category",
)  # fmt: skip


def _report(**changes: object) -> SalesReport:
    values: dict[str, object] = {
        "office": "Café Zhang",
        "currency": "CNY",
        "first": Month(2024, 1),
        "last": Month(2024, 2),
        "months": (MonthSales(Month(2024, 1), 3, 12345, 100, 2), MonthSales(Month(2024, 2), 4, 67890, 0, 3)),
        "categories": (NamedSales("=Tea", 5, 0, 700), NamedSales("", 1, 0, 20)),
        "products": (NamedSales("Green\x00 tea", 1, 2500, 300),),
        "customers": (),
        "buyers": 4,
        **changes,
    }
    return SalesReport(**values)  # type: ignore[arg-type]


def test_the_sales_report_has_totals_a_native_chart_and_a_print_area(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"

    written = write_sales_report(path, _report(), WORDS)
    book = openpyxl.load_workbook(path)
    sheet = book["By month"]

    assert book.sheetnames == ["By month", "Categories", "Products"]
    assert [row[:5] for row in sheet.iter_rows(min_row=4, max_row=7, values_only=True)] == [
        ("Month", "Orders", "Revenue", "Refunds", "Customers"),
        ("2024-01", 3, 123.45, 1, 2),
        ("2024-02", 4, 678.9, 0, 3),
        ("Total", 7, 802.35, 1, 4),
    ]
    assert sheet["C5"].number_format == "#,##0.00"
    assert len(sheet._charts) == 1
    assert sheet.print_area == "'By month'!$A$1:$Q$24"
    assert (sheet.freeze_panes, written.sheets) == ("B5", 3)


def test_names_in_the_report_are_text_whatever_they_begin_with(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"

    write_sales_report(path, _report(), WORDS)
    book = openpyxl.load_workbook(path)

    assert (book["Categories"]["A5"].value, book["Categories"]["A5"].data_type) == ("=Tea", "s")
    assert book["Categories"]["A6"].value == "Without a category"
    assert [cell.value for cell in book["Products"][5]][:3] == ["Green\ufffd tea", 2.5, 3]


def test_the_rankings_can_be_filtered_and_say_each_ones_share_of_all_sales(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    products = (NamedSales("Tea", 3, 12_000, 40_000), NamedSales("Loose tea", 1, 1500, 100))

    write_sales_report(path, _report(products=products), WORDS)
    book = openpyxl.load_workbook(path)
    sheet, categories = book["Products"], book["Categories"]

    assert sheet.auto_filter.ref == "A4:D6"
    assert sheet["D5"].value == pytest.approx(40_000 / 80_235)
    assert [(sheet[at].value, sheet[at].number_format) for at in ("B5", "B6")] == [
        (12, "#,##0"),
        (1.5, "#,##0.###"),
    ]
    assert sheet["A7"].value is None  # the best few are not all: no sum below them
    assert [cell.value for cell in categories[7]] == ["Total", None, 7.2, None]


def test_the_chart_stands_beside_the_table_and_says_the_currency(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"

    write_sales_report(path, _report(), WORDS)
    chart = openpyxl.load_workbook(path)["By month"]._charts[0]

    assert (chart.anchor._from.col, chart.anchor._from.row) == (6, 3)
    assert chart.title.tx.rich.p[0].r[0].t == "Revenue (CNY)"


def test_a_list_prints_one_page_wide_with_its_header_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"

    write_list_xlsx(path, COLUMNS, [ROW], "Customers")
    sheet = openpyxl.load_workbook(path)["Customers"]

    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_a_report_is_written_without_a_file_in_the_systems_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))

    write_sales_report(tmp_path / "report.xlsx", _report(), WORDS)

    assert [file.name for file in tmp_path.iterdir()] == ["report.xlsx"]


def test_a_report_without_sales_is_still_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"

    write_sales_report(path, _report(months=(), categories=(), products=(), buyers=0), WORDS)

    assert openpyxl.load_workbook(path).sheetnames == ["By month"]


def test_refused_rows_can_be_corrected_and_imported_again(tmp_path: Path) -> None:
    source = text_file(tmp_path, "Name,Phone,Birthday\n=Ada,+86 138,2024-02-30\nEve,,2024-01-01\n'-x,-5,99\n")
    description = describe(source)
    mapping = suggest(ImportKind.CUSTOMERS, description).mapping
    today = date(2024, 6, 1)
    refused = [
        each
        for each in apply(mapping, read_rows(source, description.options), today=today)
        if isinstance(each, RowProblems)
    ]
    rejects = tmp_path / "rejects.csv"

    written = write_rejects_csv(
        rejects,
        reject_headers(mapping, description),
        ((each.cells, each.problems[0].code) for each in refused),
        "Problem",
    )
    text = rejects.read_bytes().decode("utf-8-sig")
    corrected = text_file(
        tmp_path, text.replace("2024-02-30", "2024-02-29").replace(",99,", ",,"), name="again.csv"
    )
    again = describe(corrected)
    records = list(
        apply(suggest(ImportKind.CUSTOMERS, again).mapping, read_rows(corrected, again.options), today=today)
    )

    assert written.rows == 2
    assert rejects.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=Ada,'+86 138,2024-02-30,not_a_date\r\n" in text
    assert [(each.name, each.phones[0].value) for each in records if isinstance(each, CustomerRecord)] == [
        ("=Ada", "+86 138"),
        ("'-x", "-5"),
    ]


def test_refused_rows_of_a_file_without_titles_get_field_names(tmp_path: Path) -> None:
    source = text_file(tmp_path, " 00004 0001 19970101  2   29.33\n 00021 0002 19970118  3   63.34\n")
    description = describe(source)

    headers = reject_headers(suggest(ImportKind.PURCHASES, description, "cdnow").mapping, description)

    assert headers == ("customer_number", "2", "purchased_on", "quantity", "amount")


def test_a_row_longer_than_its_titles_keeps_its_columns_in_the_rejects(tmp_path: Path) -> None:
    path = tmp_path / "rejects.csv"

    write_rejects_csv(
        path, ("a", "b"), [((1, 2, "surplus"), "why"), ((date(2024, 1, 2),), "short")], "Problem"
    )

    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "a,b,Problem",
        "1,2,why,surplus",
        "2024-01-02,,short",
    ]
