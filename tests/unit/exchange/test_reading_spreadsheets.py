"""Spreadsheets: typed cells, sheets, and the hostile or broken ones."""

from __future__ import annotations

import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading import ReadOptions, SourceRow, TableFormat, describe, read_rows
from tests.unit.exchange.tables import cells, in_sheet, patched, workbook

PEOPLE = [["Name", "Email"], ["Ada", "ada@example.com"], ["Grace", "grace@example.com"]]


def test_cells_come_with_their_types(tmp_path: Path) -> None:
    moment = datetime(2024, 1, 2, 3, 4, 5)  # noqa: DTZ001 - a cell has no time zone
    path = workbook(
        tmp_path, [["a", "b", "c", "d", "e", "f"], [13800138000, 1.5, date(2024, 1, 2), moment, True, "007"]]
    )

    assert cells(path) == [(13800138000, 1.5, date(2024, 1, 2), moment, True, "007")]


def test_rows_have_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[], ["Name", "Email"], [], ["Ada", "ada@example.com"]])

    description = describe(path)

    assert list(read_rows(path, description.options)) == [SourceRow(4, ("Ada", "ada@example.com"), "Sheet")]


def test_a_table_that_begins_in_the_middle_keeps_its_columns(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[], [None, "Name", "Email"], [None, "Ada", "ada@example.com"]])

    description = describe(path)

    assert description.headers == ("", "Name", "Email")
    assert cells(path, description) == [(None, "Ada", "ada@example.com")]


def _book(path: Path, **sheets: list[list[object]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def test_sheets_with_the_same_header_are_one_table_and_others_are_left(tmp_path: Path) -> None:
    path = tmp_path / "years.xlsx"
    book = _book(
        path, Cover=[], Y1=[["No", "Sum"], [1, 2.5]], Y2=[["No", "Sum"], [2, 3.5]], Other=[["x"], ["y"]]
    )
    book.save(path)

    description = describe(path)

    assert description.sheets == ("Cover", "Y1", "Y2", "Other")
    assert description.options.sheets == ("Y1", "Y2")
    assert [(row.sheet, row.number, row.cells) for row in read_rows(path, description.options)] == [
        ("Y1", 2, (1, 2.5)),
        ("Y2", 2, (2, 3.5)),
    ]


def test_a_hidden_sheet_is_named_and_only_read_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "hidden.xlsx"
    book = _book(path, Secret=[["Name"], ["Mallory"]], Open=[["Name"], ["Ada"]])
    book["Secret"].sheet_state = "hidden"
    book.active = 1
    book.save(path)

    description = describe(path)
    asked = describe(path, ReadOptions(sheets=("Secret",)))

    assert (description.options.sheets, description.hidden_sheets) == (("Open",), ("Secret",))
    assert cells(path, asked)[-1] == ("Mallory",)


def _refusal(path: Path) -> tuple[str, float]:
    started = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        describe(path)
    return refused.value.code, time.monotonic() - started


def test_a_cell_at_the_far_corner_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = _book(path, A=[["Name"], ["Ada"]])
    book["A"]["XFD1048576"] = "x"
    book.save(path)

    code, seconds = _refusal(path)

    assert code == "cells_far_apart"
    assert seconds < 10


def test_cells_that_only_the_allocator_finds_too_far_apart_end_the_reader_not_the_program(
    tmp_path: Path,
) -> None:
    far = b"".join(
        b'<row r="%d"><c r="ZZ%d"><v>1</v></c></row>' % (row, row) for row in range(300, 1_000_000, 100)
    )
    path = patched(
        workbook(tmp_path, PEOPLE),
        "wide.xlsx",
        in_sheet(lambda xml: xml.replace(b"</sheetData>", far + b"</sheetData>")),
    )

    code, seconds = _refusal(path)

    assert code == "too_big_inside"
    assert seconds < 10


def test_a_zip_bomb_is_refused_before_it_expands(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(200):
                part.write(b" " * 1024 * 1024)

    assert _refusal(path)[0] == "expands_too_much"


def test_entities_are_refused(tmp_path: Path) -> None:
    declared = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    path = patched(
        workbook(tmp_path, PEOPLE), "xxe.xlsx", in_sheet(lambda xml: declared + xml.split(b"?>", 1)[-1])
    )

    assert _refusal(path)[0] == "xml_entities"


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_a_truncated_workbook_is_damaged(tmp_path: Path, kept: float) -> None:
    whole = workbook(tmp_path, PEOPLE).read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(whole[: int(len(whole) * kept)])

    assert _refusal(path)[0] == "damaged"


def test_a_repeat_bomb_in_ods_ends_in_a_sentence(tmp_path: Path) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = '<t:table-cell o:value-type="string" t:number-columns-repeated="16384"><x:p>x</x:p></t:table-cell>'
    path = tmp_path / "bomb.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{office}office:1.0" xmlns:t="{office}table:1.0" xmlns:x="{office}text:1.0">'
            f'<o:body><o:spreadsheet><t:table t:name="S"><t:table-row t:number-rows-repeated="1048576">{cell}'
            "</t:table-row></t:table></o:spreadsheet></o:body></o:document-content>",
        )

    code, seconds = _refusal(path)

    assert code in {"damaged", "too_big_inside", "took_too_long"}
    assert seconds < 10


def test_a_workbook_without_any_cell_is_empty_not_a_success(tmp_path: Path) -> None:
    assert _refusal(workbook(tmp_path, []))[0] == "empty"


def test_a_web_page_named_xls_is_told_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.xls"
    path.write_text("<html><body><table><tr><td>1</td></tr></table></body></html>", encoding="utf-8")

    assert _refusal(path)[0] == "html_not_spreadsheet"


def test_other_archives_are_not_taken_for_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "photos.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"x")

    assert _refusal(path)[0] == "not_a_table"


def test_the_format_is_judged_by_content_not_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, PEOPLE, name="people.csv")

    assert describe(path).format is TableFormat.XLSX
