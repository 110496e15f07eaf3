"""Mappings: what is suggested, what is asked, and what becomes of each row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cims_desktop.domain.imports import (
    FIELDS,
    AddressRecord,
    CustomerRecord,
    FieldType,
    ImportKind,
    ImportRecord,
    InteractionRecord,
    LabelledValue,
    ProductRecord,
    PurchaseLineRecord,
    SatisfactionRecord,
)
from cims_desktop.exchange.applying import RowProblems, apply
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.exchange.reading import DateOrder, DecimalMark, describe, read_rows
from cims_desktop.exchange.suggesting import Suggestion, suggest
from tests.unit.exchange.tables import rows, text_file, workbook

TODAY = date(2024, 6, 1)


def _suggested(folder: Path, text: str, kind: ImportKind = ImportKind.CUSTOMERS) -> Suggestion:
    return suggest(kind, describe(text_file(folder, text)))


def _imported(
    folder: Path, text: str, kind: ImportKind = ImportKind.CUSTOMERS
) -> list[ImportRecord | RowProblems]:
    path = text_file(folder, text)
    description = describe(path)
    mapping = suggest(kind, description).mapping
    return list(apply(mapping, read_rows(path, description.options), today=TODAY))


def _fields(suggestion: Suggestion) -> dict[str, str]:
    return {each.header: each.field for each in suggestion.mapping.columns}


def test_english_and_chinese_headers_are_understood(tmp_path: Path) -> None:
    english = _suggested(
        tmp_path,
        "Full Name,Mobile Phone,E-mail,Company,City,Zip,Favourite colour\nA,1,a@b.example,C,D,1,red\n",
    )
    chinese = _suggested(
        tmp_path, "姓名,手机号（必填）,邮箱,公司名称,城市,邮编,备注\n张三,1,a@b.example,C,D,1,x\n"
    )

    assert list(_fields(english).values()) == [
        "name", "phone", "email", "organisation", "address_city", "address_postal_code",
    ]  # fmt: skip
    assert english.unmapped == ("Favourite colour",)
    assert list(_fields(chinese).values()) == [
        "name", "phone", "email", "organisation", "address_city", "address_postal_code", "note",
    ]  # fmt: skip


def test_our_own_field_names_are_the_plain_preset(tmp_path: Path) -> None:
    for kind in ImportKind:
        names = [entry.name for entry in FIELDS[kind] if not entry.name.endswith("_label")]
        suggestion = _suggested(tmp_path, ",".join(names) + "\n" + ",".join("x" * len(names)) + "\n", kind)

        assert suggestion.mapping.preset == "plain"
        assert [each.field for each in suggestion.mapping.columns] == names


@pytest.mark.parametrize("labels", [("Label", "google"), ("Type", "google-old")])
def test_googles_pairs_of_label_and_value_stay_together(tmp_path: Path, labels: tuple[str, str]) -> None:
    word, preset = labels
    names = "First Name,Last Name,File As" if word == "Label" else "Given Name,Family Name,Yomi Name"
    text = (
        f"{names},E-mail 1 - {word},E-mail 1 - Value,"
        f"Phone 1 - {word},Phone 1 - Value,Phone 2 - {word},Phone 2 - Value,"
        f"Address 1 - {word},Address 1 - Street,Address 1 - City\n"
        "Ada,Lovelace,,* Work,ada@example.com,Mobile,+44 20 7946 0000,门卫,+44 20 7946 0001,Home,1 Main St,London\n"
    )

    suggestion = _suggested(tmp_path, text)
    record = _imported(tmp_path, text)[0]

    assert suggestion.mapping.preset == preset
    assert isinstance(record, CustomerRecord)
    assert record.name == "Ada Lovelace"
    assert record.emails == (LabelledValue("ada@example.com", "work"),)
    assert record.phones == (
        LabelledValue("+44 20 7946 0000", "mobile"),
        LabelledValue("+44 20 7946 0001", "门卫"),
    )
    assert record.addresses == (AddressRecord(label="home", city="London", street="1 Main St"),)


def test_outlooks_title_is_no_job_and_its_streets_are_one_address(tmp_path: Path) -> None:
    text = (
        "Title,First Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,Home City,"
        "Business Phone,Business Phone 2,Mobile Phone,E-mail Address,E-mail 2 Address,Birthday,Categories\n"
        "Dr,Ada,Lovelace,Engines Ltd,Analyst,1 Main St,Floor 2,London,,020 7946 0000,020 7946 0001,07700 900000,"
        "a@example.com,b@example.com,0/0/00,VIP;London\n"
    )

    record = _imported(tmp_path, text)[0]

    assert isinstance(record, CustomerRecord)
    assert (record.job_title, record.organisation, record.birthday) == ("Analyst", "Engines Ltd", "")
    assert record.addresses == (AddressRecord(label="work", city="London", street="1 Main St\nFloor 2"),)
    assert [phone.label for phone in record.phones] == ["work", "work", "mobile"]
    assert [email.value for email in record.emails] == ["a@example.com", "b@example.com"]
    assert record.tags == ("VIP", "London")


def test_an_ambiguous_date_column_is_asked_about_and_the_answer_is_obeyed(tmp_path: Path) -> None:
    text = "Name,Birthday\nAda,03/04/1990\n"
    suggestion = _suggested(tmp_path, text)

    assert [(each.code, each.column, each.value) for each in suggestion.questions] == [
        ("date_order", "Birthday", "03/04/1990")
    ]
    answered = suggestion.mapping.with_answer("date_order", "mdy")
    record = next(apply(answered, rows(("Ada", "03/04/1990")), today=TODAY))
    assert isinstance(record, CustomerRecord)
    assert record.birthday == "1990-03-04"


def test_a_certain_column_settles_an_ambiguous_one(tmp_path: Path) -> None:
    suggestion = _suggested(tmp_path, "Name,Birthday,Created\nAda,03/04/1990,31/12/2023\n")

    assert suggestion.questions == ()
    assert suggestion.mapping.date_order is DateOrder.DMY


def test_only_mapped_columns_raise_questions(tmp_path: Path) -> None:
    suggestion = _suggested(tmp_path, 'Name,Phone,Score\nAda,13800138000,"1,234"\n')

    assert suggestion.questions == ()


def test_what_is_required_and_missing_is_asked_for(tmp_path: Path) -> None:
    suggestion = _suggested(tmp_path, "sku,quantity\nA1,2\n", ImportKind.PURCHASES)

    assert {each.field for each in suggestion.questions if each.code == "required_unmapped"} == {
        "purchased_on", "customer_number", "amount",
    }  # fmt: skip


def test_without_a_header_content_tells_mail_and_phone(tmp_path: Path) -> None:
    record = _imported(
        tmp_path, "Ada Lovelace,13800138000,ada@example.com\nGrace Hopper,13900139000,g@example.com\n"
    )[0]

    assert isinstance(record, CustomerRecord)
    assert (record.name, record.phones[0].value, record.emails[0].value) == (
        "Ada Lovelace", "13800138000", "ada@example.com",
    )  # fmt: skip


def test_an_organisation_without_a_person_is_an_organisation(tmp_path: Path) -> None:
    first, second = _imported(tmp_path, "姓,名,公司\n欧阳,娜,云栖科技\n,,只有公司名\n")

    assert isinstance(first, CustomerRecord)
    assert isinstance(second, CustomerRecord)
    assert (first.name, first.organisation, first.kind) == ("欧阳娜", "云栖科技", "")
    assert (second.name, second.organisation, second.kind) == ("只有公司名", "", "organisation")


def test_each_problem_names_column_value_and_reason(tmp_path: Path) -> None:
    found = _imported(
        tmp_path, "Name,Birthday,Status,City\nAda,2024-02-30,unheard,Rome\n,,,Paris\nEve,,,Oslo\n"
    )

    assert isinstance(found[0], RowProblems)
    assert [(each.field, each.code, each.value) for each in found[0].problems] == [
        ("Status", "not_a_choice", "unheard"),
        ("Birthday", "not_a_date", "2024-02-30"),
    ]
    assert isinstance(found[1], RowProblems)
    assert (found[1].row, found[1].problems[0].code) == (3, "required")
    assert isinstance(found[2], CustomerRecord)


def test_a_cell_beyond_the_titles_is_a_problem_not_a_loss(tmp_path: Path) -> None:
    found = _imported(tmp_path, "Name,City\nAda,Rome,surplus\nEve,Oslo,\nBob,Bonn\n")

    assert isinstance(found[0], RowProblems)
    assert (found[0].problems[0].code, found[0].problems[0].value) == ("more_cells_than_titles", "surplus")
    assert isinstance(found[1], CustomerRecord)


def test_a_phone_number_that_a_spreadsheet_rounded_is_refused(tmp_path: Path) -> None:
    found = _imported(tmp_path, "Name,Phone\nAda,1.38E+10\n")[0]

    assert isinstance(found, RowProblems)
    assert found.problems[0].code == "digits_lost"


def test_phone_numbers_in_number_cells_keep_their_digits(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["Name", "Phone"], ["Ada", 13800138000]])
    description = describe(path)

    record = next(
        apply(
            suggest(ImportKind.CUSTOMERS, description).mapping,
            read_rows(path, description.options),
            today=TODAY,
        )
    )

    assert isinstance(record, CustomerRecord)
    assert record.phones == (LabelledValue("13800138000"),)


RETAIL = (
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    "536365,85123A,HOLDER,6,12/13/2010 8:26,2.55,17850,United Kingdom\n"
    "C536379,D,Discount,-1,12/13/2010 9:41,27.50,14527,United Kingdom\n"
    "C536380,22,Returned,3,12/13/2010 9:45,1.50,14527,United Kingdom\n"
    "536414,22139,,56,12/13/2010 11:52,0,,United Kingdom\n"
)


def test_the_wholesalers_invoices_become_purchase_lines(tmp_path: Path) -> None:
    first, cancelled, turned, refused = _imported(tmp_path, RETAIL, ImportKind.PURCHASES)

    assert isinstance(first, PurchaseLineRecord)
    assert (first.purchase_number, first.product_sku, first.quantity) == ("536365", "85123A", Decimal(6))
    assert (first.purchased_on, first.unit_price, first.is_cancellation) == (
        date(2010, 12, 13),
        Decimal("2.55"),
        False,
    )
    assert isinstance(cancelled, PurchaseLineRecord)
    assert (cancelled.is_cancellation, cancelled.quantity) == (True, Decimal(-1))
    assert isinstance(turned, PurchaseLineRecord)
    assert (turned.is_cancellation, turned.quantity) == (True, Decimal(-3))
    assert isinstance(refused, RowProblems)
    assert [each.code for each in refused.problems] == ["customer_missing"]


@pytest.mark.parametrize(
    "text",
    [
        " 00004 0001 19970101  2   29.33\n 00021 0002 19970101  3   63.34\n",
        " customer_id  date number_of_cds  dollar_value\n 00004 19970101  2   29.33\n 00021 19970101  3   63.34\n",
    ],
)
def test_both_cdnow_layouts_are_recognised(tmp_path: Path, text: str) -> None:
    record = _imported(tmp_path, text, ImportKind.PURCHASES)[0]

    assert isinstance(record, PurchaseLineRecord)
    assert (record.customer_number, record.purchased_on) == ("00004", date(1997, 1, 1))
    assert (record.quantity, record.amount, record.product_name) == (Decimal(2), Decimal("29.33"), "CD")


def test_products_interactions_and_scores_are_read(tmp_path: Path) -> None:
    product = _imported(tmp_path, '货号,商品名称,类别,价格\nA1,绿茶,茶,"¥1,200.00"\n', ImportKind.PRODUCTS)[0]
    call = _imported(
        tmp_path,
        "customer_number,kind,occurred_at,text,by\nC1,Call,2024-01-02 15:04,Hello,ann\n",
        ImportKind.INTERACTIONS,
    )[0]
    score = _imported(
        tmp_path, "customer_number,metric,score,responded_at\nC1,NPS,9,2024-01-02\n", ImportKind.SATISFACTION
    )[0]

    assert product == ProductRecord(2, "A1", "绿茶", "茶", Decimal("1200.00"))
    assert isinstance(call, InteractionRecord)
    assert (call.kind, call.text, call.by, call.occurred_at and call.occurred_at.hour) == (
        "call",
        "Hello",
        "ann",
        15,
    )
    assert isinstance(score, SatisfactionRecord)
    assert (score.metric, score.score) == ("nps", 9)


def test_constants_fill_what_no_cell_gives() -> None:
    mapping = Mapping(
        ImportKind.PRODUCTS,
        (ColumnMapping(0, "name", "name"), ColumnMapping(1, "category", "category")),
        constants=(("category", "Tea"), ("price", "1.5")),
    )

    found = list(apply(mapping, rows(("Green", None), ("Black", "Other")), today=TODAY))

    assert found == [
        ProductRecord(2, "", "Green", "Tea", Decimal("1.5")),
        ProductRecord(3, "", "Black", "Other", Decimal("1.5")),
    ]


def test_a_mapping_comes_back_from_its_json() -> None:
    mapping = Mapping(
        ImportKind.CUSTOMERS,
        (ColumnMapping(0, "姓名", "name"), ColumnMapping(2, "手机", "phone", 101, "mobile")),
        (("status", "active"),),
        DateOrder.DMY,
        DecimalMark.COMMA,
        preset="plain",
        width=3,
    )

    assert Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"kind":"customers","columns":[{"column":0,"header":"a","field":"password"}]}',
        '{"kind":"x","columns":[]}',
    ],
)
def test_a_mapping_file_of_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Mapping.from_json(text)


def test_columns_can_be_given_another_target_or_none() -> None:
    mapping = Mapping(ImportKind.PRODUCTS, (ColumnMapping(0, "a", "name"), ColumnMapping(1, "b", "sku")))

    changed = mapping.with_column(ColumnMapping(1, "b", "category")).with_column(ColumnMapping(0, "a", ""))

    assert changed.columns == (ColumnMapping(1, "b", "category"),)


def test_every_kind_says_what_it_requires() -> None:
    for kind, fields in FIELDS.items():
        assert len({entry.name for entry in fields}) == len(fields), kind
        assert any(entry.type is FieldType.TEXT for entry in fields), kind
