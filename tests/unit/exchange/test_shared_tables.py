"""Real files of other programs: every one is read rightly or refused with its reason."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.domain.imports import (
    AddressRecord,
    CustomerRecord,
    ImportKind,
    ImportRecord,
    PurchaseLineRecord,
)
from cims_desktop.exchange.applying import RowProblems, apply
from cims_desktop.exchange.presets import detect_preset
from cims_desktop.exchange.reading import (
    ColumnFacts,
    ReadOptions,
    TableDescription,
    TableFormat,
    describe,
    read_rows,
)
from cims_desktop.exchange.suggesting import Suggestion, suggest
from cims_desktop.exchange.values import unguarded
from cims_desktop.exchange.writing import Column, write_list_xlsx, write_rejects_csv
from tests.unit.exchange.tables import cells, described

pytestmark = pytest.mark.shared_data


def _imported(path: Path, kind: ImportKind) -> tuple[Suggestion, list[ImportRecord | RowProblems]]:
    description = describe(path)
    suggestion = suggest(kind, description)
    rows = read_rows(path, description.options)
    return suggestion, list(apply(suggestion.mapping, rows, today=date(2024, 6, 1)))


def test_csv_spectrum_is_matched_exactly(shared_data: Path) -> None:
    folder = shared_data / "tables" / "csv-spectrum"
    names = [
        path.name.removeprefix("csvs__").removesuffix(".csv") for path in sorted(folder.glob("csvs__*.csv"))
    ]

    for name in names:
        path = folder / f"csvs__{name}.csv"
        description = describe(path)
        found = [dict(zip(description.headers, row, strict=True)) for row in cells(path, description)]
        expected = json.loads((folder / f"json__{name}.json").read_text(encoding="utf-8"))
        if (
            b"\r" not in path.read_bytes()
        ):  # this copy of the file lost its carriage returns, its JSON did not
            expected = json.loads(json.dumps(expected).replace("\\r", ""))
        if name == "location_coordinates":  # its JSON has another telephone number than its CSV, and no list
            expected = [{**expected, "Contact Phone Number": "2095257564"}]
        assert found == expected, name
    assert len(names) == 12


def test_every_dirty_table_is_read_or_refused_with_a_known_reason(shared_data: Path) -> None:
    refused = {}
    for path in sorted(
        [*(shared_data / "tables" / "duckdb").iterdir(), *(shared_data / "tables" / "papaparse").iterdir()]
    ):
        try:
            description = describe(path)
            assert sum(1 for _ in read_rows(path, description.options)) == description.rows > 0, path.name
        except UnreadableFile as fault:
            refused[path.name] = fault.code

    assert refused == {"afl__25.csv": "empty"}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("SampleSS.ods", ("Test spreadsheet",)),
        ("SampleSS.strict.xlsx", ("Test spreadsheet",)),
        ("TwoSheetsOneHidden.xlsx", ("Sheet2A1",)),
        ("chinese-provinces.xls", ("Provinces in China", "Chinese Name")),
        ("date_1904.xlsx", (date(2021, 1, 1), 15)),
    ],
)
def test_spreadsheets_of_every_kind_are_read(shared_data: Path, name: str, first: tuple[object, ...]) -> None:
    path = shared_data / "tables" / "spreadsheets" / name

    rows = cells(path, described(path, header=False))

    assert rows[0][: len(first)] == first


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("poc-xmlbomb.xlsx", "xml_entities"),
        ("protected_passtika.xlsx", "password_protected"),
        ("xlsx-corrupted.xlsx", "damaged"),
    ],
)
def test_hostile_and_broken_spreadsheets_are_refused(shared_data: Path, name: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        describe(shared_data / "tables" / "spreadsheets" / name)

    assert refused.value.code == code


def _naughty(shared_data: Path) -> list[str]:
    strings = json.loads(
        (shared_data / "tables" / "naughty_strings" / "blns.json").read_text(encoding="utf-8")
    )
    return [text for text in strings if text]


def test_naughty_strings_come_back_unchanged_from_xlsx(shared_data: Path, tmp_path: Path) -> None:
    strings = _naughty(shared_data)
    path = tmp_path / "naughty.xlsx"

    written = write_list_xlsx(path, (Column("Id"), Column("Name")), [("1", text) for text in strings], "x")

    # XML cannot hold U+FFFE: it is replaced, and counted.
    assert [row[1] for row in cells(path, described(path, header=True))] == [
        text.replace("\ufffe", "\ufffd") for text in strings
    ]
    assert written.altered == sum("\ufffe" in text for text in strings) == 1
    assert {cell.data_type for cell in openpyxl.load_workbook(path).worksheets[0]["B"]} == {"s"}


def test_naughty_strings_come_back_unchanged_from_csv(shared_data: Path, tmp_path: Path) -> None:
    strings = _naughty(shared_data)
    path = tmp_path / "naughty.csv"

    write_rejects_csv(path, ("Id", "Name"), ((("1", text), "why") for text in strings), "Problem")
    found = [str(row[1]) for row in cells(path)]

    assert [unguarded(text) for text in found] == strings


def test_formula_payloads_are_neutral_in_both_formats(shared_data: Path, tmp_path: Path) -> None:
    payloads = json.loads((shared_data / "tables" / "formula_payloads.json").read_text(encoding="utf-8"))
    lines = (shared_data / "tables" / "csv-payload.txt").read_text(encoding="utf-8").splitlines()
    texts = [payload["value"] for payload in payloads] + lines
    table, sheet = tmp_path / "payloads.csv", tmp_path / "payloads.xlsx"

    write_rejects_csv(table, ("a",), (((text,), "why") for text in texts), "Problem")
    write_list_xlsx(sheet, (Column("a"),), [(text,) for text in texts], "x")
    with table.open(encoding="utf-8-sig", newline="") as file:
        in_csv = [row[0] for row in csv.reader(file)][1:]

    assert [unguarded(text) for text in in_csv] == texts
    unchanged = {
        payload["value"] for payload in payloads if payload["kind"] in ("leave unchanged", "numeric")
    }
    for text, found in zip(texts, in_csv, strict=True):
        assert found == (text if text in unchanged or text.startswith("DDE") else f"'{text}")
    assert {cell.data_type for cell in openpyxl.load_workbook(sheet).worksheets[0]["A"]} == {"s"}
    assert [row[0] for row in cells(sheet, described(sheet, header=True))] == texts


def test_every_header_row_of_the_catalogue_is_recognised(shared_data: Path) -> None:
    catalogue = json.loads((shared_data / "contacts" / "header_catalogue.json").read_text(encoding="utf-8"))
    found = {}
    for name, headers in catalogue.items():
        columns = tuple(ColumnFacts(header, filled=1) for header in headers)
        description = TableDescription(TableFormat.CSV, ReadOptions(header=True, delimiter=","), columns, 1)
        preset = detect_preset(ImportKind.CUSTOMERS, description)
        found[name] = preset.name if preset else ""
        fields = {each.field for each in suggest(ImportKind.CUSTOMERS, description).mapping.columns}
        assert {
            "given_name",
            "family_name",
            "phone",
            "email",
            "organisation",
            "address_city",
            "birthday",
        } <= fields

    assert found == {
        "outlook_classic_zh_CN": "outlook-zh",
        "outlook_classic_en": "outlook",
        "outlook_com_en": "outlook.com",
        "google_outlook_csv_en": "outlook",
        "google_csv_new_2024": "google",
        "google_csv_old": "google-old",
    }


@pytest.mark.parametrize("name", ["outlook_classic_zh_CN_gbk.csv", "google_new_labels_utf8.csv"])
def test_chinese_contacts_match_what_is_expected_of_them(shared_data: Path, name: str) -> None:
    folder = shared_data / "contacts" / "chinese"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))[name]["contacts"]

    suggestion, records = _imported(folder / name, ImportKind.CUSTOMERS)

    assert suggestion.questions == ()
    assert len(records) == len(expected)
    for record, wanted in zip(records, expected, strict=True):
        assert isinstance(record, CustomerRecord)
        _compare(record, wanted)


def _compare(record: CustomerRecord, wanted: dict[str, object]) -> None:
    organisation = record.organisation or (record.name if record.kind == "organisation" else "")
    simple = {
        "family": record.family_name,
        "full": record.name,
        "org": organisation,
        "title": record.job_title,
        "notes": record.note,
        "birthday": record.birthday or None,
        "labels": list(record.tags),
    }
    for key, value in simple.items():
        assert key not in wanted or wanted[key] == value, key
    for key, values in (("phones", record.phones), ("emails", record.emails)):
        pairs = [[each.label, each.value] for each in values]
        plain = [each.value for each in values]
        assert key not in wanted or wanted[key] in (pairs, plain), key
    if "addr" in wanted:
        address = wanted["addr"]
        assert isinstance(address, dict)
        assert record.addresses == (
            AddressRecord(
                label="work",
                province=address["region"],
                city=address["city"],
                street=address["street"],
                postal_code=address["zip"],
            ),
        )


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("basic_addressbook.csv", ("John Doe", "johndoe@host.invalid")),
        ("csv_semicolon.csv", ("John Doe", "john@doe.invalid")),
        ("csv_no_header.csv", ("John Doe", "john@doe.invalid")),
        ("shiftjis_addressbook.csv", ("名無しの権兵衛", "名無しの権兵衛@host.invalid")),
        ("utf16_addressbook.csv", ("John Doe", "johndoe@host.invalid")),
        ("import.csv", ("contact number one", "contact1@invalid")),
    ],
)
def test_thunderbirds_address_books_are_read(shared_data: Path, name: str, first: tuple[str, str]) -> None:
    _, records = _imported(shared_data / "contacts" / "thunderbird" / name, ImportKind.CUSTOMERS)

    record = records[0]
    assert isinstance(record, CustomerRecord)
    assert (record.name, record.emails[0].value) == first


def test_the_wholesalers_two_years_are_all_there(shared_data: Path) -> None:
    suggestion, records = _imported(
        shared_data / "purchases" / "online_retail_excerpt.xlsx", ImportKind.PURCHASES
    )
    lines = [each for each in records if isinstance(each, PurchaseLineRecord)]
    refused = Counter(
        problem.code for each in records if isinstance(each, RowProblems) for problem in each.problems
    )

    assert (suggestion.mapping.preset, suggestion.questions) == ("online-retail", ())
    assert len(records) == 34_766
    assert refused == {"customer_missing": 601}
    assert all(each.is_cancellation for each in lines if each.purchase_number.startswith("C"))
    assert {each.sheet for each in lines} == {"Year 2009-2010", "Year 2010-2011"}


@pytest.mark.parametrize(
    ("name", "count", "customers"), [("CDNOW_sample.txt", 6_919, 2_357), ("CDNOW_master.txt", 69_659, 23_570)]
)
def test_cdnow_is_read_to_the_last_purchase(shared_data: Path, name: str, count: int, customers: int) -> None:
    suggestion, records = _imported(shared_data / "purchases" / name, ImportKind.PURCHASES)
    lines = [each for each in records if isinstance(each, PurchaseLineRecord)]

    assert (suggestion.mapping.preset, suggestion.questions) == ("cdnow", ())
    assert (len(lines), len({each.customer_number for each in lines})) == (count, customers)
    days = [each.purchased_on for each in lines if each.purchased_on]
    assert (min(days), max(days)) == (date(1997, 1, 1), date(1998, 6, 30))
    assert all(each.amount is not None and each.amount >= Decimal(0) for each in lines)
