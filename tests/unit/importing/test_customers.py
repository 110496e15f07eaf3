"""Customers from a file: what lands, what is matched, what is refused."""

from __future__ import annotations

import pytest

from cims_desktop.domain.contacts import ContactKind
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from tests.unit.importing.support import Desk, codes

HEADER = "number,name,phone,email,note"


def test_a_row_becomes_a_whole_customer(desk: Desk) -> None:
    outcome = desk.customers(
        "name,organisation,job_title,status,tier,birthday,phone,email,address_city,address_street,note",
        "王芳,杭州茶业,经理,prospect,gold,1985-11-03,13800138000,Fang@Example.com,杭州市,文三路 9 号,喜欢龙井",
    )

    (customer,) = desk.all()
    assert (outcome.created, outcome.read, outcome.refused_count) == (1, 1, 0)
    assert customer.number == "C000001"
    assert (customer.name, customer.organisation, customer.job_title) == ("王芳", "杭州茶业", "经理")
    assert (customer.status, customer.tier) == (CustomerStatus.PROSPECT, Tier.GOLD)
    assert customer.birthday == PartialDate(11, 3, 1985)
    assert [(p.value, p.normal, p.primary) for p in customer.contacts] == [
        ("13800138000", "+8613800138000", True),
        ("Fang@Example.com", "fang@example.com", True),
    ]
    assert (customer.addresses[0].city, customer.addresses[0].street) == ("杭州市", "文三路 9 号")
    assert customer.note == "喜欢龙井"
    assert desk.healthy()


def test_what_landed_is_found_by_searching(desk: Desk) -> None:
    desk.customers(HEADER, "K77,Ada Lovelace,13800138000,ada@example.com,")

    for text in ("lovel", "K77", "0138000", "ada@ex"):
        assert [hit.name for hit in desk.office.search.find(text, by=desk.office.user)] == ["Ada Lovelace"], (
            text
        )


def test_an_organisation_without_a_person_becomes_an_organisation(desk: Desk) -> None:
    desk.customers("name,organisation,email", ",Tea Ltd,hello@example.com")

    (customer,) = desk.all()
    assert (customer.name, customer.kind, customer.organisation) == ("Tea Ltd", CustomerKind.ORGANISATION, "")


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    rows = ("K1,Ada,13800138000,ada@example.com,x", ",Bo,13900139000,,", "K3,Cy,,cy@example.com,y")
    desk.customers(HEADER, *rows)
    before = desk.counts()

    for on_match in ("skip", "update", "fill"):
        again = desk.customers(HEADER, *rows, on_match=on_match)
        assert (again.created, again.updated, again.unchanged + again.skipped) == (0, 0, 3)
        assert again.run is None
    assert desk.counts() == before


def test_updating_overwrites_what_the_row_gives_and_adds_to_lists(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,13800138000,ada@example.com,old")

    outcome = desk.customers(HEADER, "K1,Ada King,13900139000,,new", on_match="update")

    customer = desk.one("K1")
    assert outcome.updated == 1
    assert (customer.name, customer.sort_name, customer.note) == ("Ada King", "ada king", "new")
    assert [point.normal for point in customer.contacts] == [
        "+8613800138000", "ada@example.com", "+8613900139000",
    ]  # fmt: skip
    assert [point.primary for point in customer.contacts] == [True, True, False]
    assert desk.healthy()


def test_filling_leaves_alone_what_is_there(desk: Desk) -> None:
    desk.customers("number,name,note,job_title", "K1,Ada,old,")

    outcome = desk.customers("number,name,note,job_title", "K1,Somebody,new,Countess", on_match="fill")

    customer = desk.one("K1")
    assert outcome.updated == 1
    assert (customer.name, customer.note, customer.job_title) == ("Ada", "old", "Countess")


def test_skipping_touches_nothing(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,,,old")

    outcome = desk.customers(HEADER, "K1,Somebody,13800138000,,new", on_match="skip")

    assert (outcome.skipped, outcome.updated) == (1, 0)
    assert (desk.one("K1").name, desk.one("K1").contacts) == ("Ada", ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (",Ada,13800138000,,", ",Ada L,+86 138 0013 8000,,"),
        (",Ada,,ada@example.com,", ",Ada L,,ADA@example.com,"),
        ("K1,Ada,,,", "K1,Ada L,,,"),
    ],
)
def test_customers_are_recognised_by_number_mail_and_phone(desk: Desk, first: str, second: str) -> None:
    desk.customers(HEADER, first)

    desk.customers(HEADER, second, on_match="update")

    assert [customer.name for customer in desk.all()] == ["Ada L"]


def test_a_name_alone_never_matches(desk: Desk) -> None:
    desk.customers("name,note", "Ada,one")

    desk.customers("name,note", "Ada,two", on_match="update")

    assert [customer.note for customer in desk.all()] == ["one", "two"]


def test_two_customers_for_one_mail_address_are_told_by_number(desk: Desk) -> None:
    desk.customers("number,name,external_id,email", "K1,Ada,a,us@example.com", "K2,Bo,b,us@example.com")

    outcome = desk.customers("name,email", "Somebody,us@example.com", on_match="update")

    assert codes(outcome) == [(2, "email", "ambiguous")]
    params = outcome.refused[0].problems[0].params
    assert {params["first"], params["second"]} == {"K1", "K2"}
    assert len(desk.all()) == 2


def test_a_shared_telephone_does_not_make_one_of_two_numbered_customers(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,057187654321,,", "K2,Bo,057187654321,,", on_match="update")

    assert [customer.name for customer in desk.all()] == ["Ada", "Bo"]


def test_a_later_row_about_the_same_customer_is_joined_with_the_first(desk: Desk) -> None:
    outcome = desk.customers(
        HEADER,
        "K1,Ada,13800138000,,",
        "K1,Ada,13900139000,,hello",
        "K1,Ada,13900139000,,hello",
        on_match="update",
    )

    customer = desk.one("K1")
    assert (outcome.created, outcome.updated, outcome.unchanged) == (1, 1, 1)
    assert [point.normal for point in customer.contacts] == ["+8613800138000", "+8613900139000"]
    assert customer.note == "hello"
    assert desk.healthy()


def test_rows_far_apart_are_joined_as_well(desk: Desk) -> None:
    between = [f"M{index},Name {index},,m{index}@example.com," for index in range(1200)]

    outcome = desk.customers(HEADER, "K1,Ada,,,", *between, "K1,Ada,,,late", on_match="update")

    assert (outcome.created, outcome.updated) == (1201, 1)
    assert desk.one("K1").note == "late"
    assert desk.healthy()


def test_an_automatic_number_is_never_one_that_a_later_row_brings(desk: Desk) -> None:
    desk.customers(HEADER, ",Ada,,,", ",Bo,,,", "C000002,Cy,,,")

    assert {customer.name: customer.number for customer in desk.all()} == {
        "Ada": "C000001", "Bo": "C000003", "Cy": "C000002",
    }  # fmt: skip


def test_a_number_that_somebody_else_has_is_refused(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,,ada@example.com,")

    outcome = desk.customers(HEADER, "K1,Bo,,bo@example.com,", match=("email",))

    assert codes(outcome) == [(2, "number", "taken")]


def test_a_number_in_the_bin_is_refused(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,,,")
    desk.office.customers.delete([desk.one("K1").id or 0], by=desk.office.user)

    outcome = desk.customers(HEADER, "K1,Bo,,,")

    assert codes(outcome) == [(2, "number", "number_in_bin")]


def test_an_unusual_phone_is_kept_and_counted_as_a_warning(desk: Desk) -> None:
    outcome = desk.customers(HEADER, "K1,Ada,12345,not a mail,")

    points = desk.one("K1").contacts
    assert [(point.kind, point.value, point.invalid) for point in points] == [
        (ContactKind.PHONE, "12345", True), (ContactKind.EMAIL, "not a mail", True),
    ]  # fmt: skip
    assert [(w.column, w.code, w.count, w.example) for w in outcome.warnings] == [
        ("phone", "not_a_phone", 1, "12345"), ("email", "not_an_email", 1, "not a mail"),
    ]  # fmt: skip


def test_a_refused_row_does_not_stop_the_others(desk: Desk) -> None:
    outcome = desk.customers("number,name,birthday", "K1,Ada,1815-12-10", "K2,Bo,never", "K3,,", "K4,Cy,")

    assert codes(outcome) == [(3, "birthday", "not_a_date"), (4, "name", "required")]
    assert [customer.number for customer in desk.all()] == ["K1", "K4"]
    assert outcome.read == outcome.created + outcome.refused_count == 4


def test_a_strict_plan_with_a_refused_row_lands_nothing(desk: Desk) -> None:
    outcome = desk.customers("number,name", "K1,Ada", "K2,", strict=True)

    assert (outcome.applied, outcome.run, outcome.refused_count) == (False, None, 1)
    assert desk.all() == []


def test_trying_tells_the_same_and_writes_nothing(desk: Desk) -> None:
    plan = desk.plan(desk.file(HEADER, "K1,Ada,13800138000,,", "K2,,,,"))

    tried = desk.office.importing.dry_run(plan, by=desk.office.user)

    assert (tried.created, tried.refused_count, tried.run, tried.applied) == (1, 1, None, False)
    assert tried.columns["phone"] == 1
    assert desk.all() == []
    done = desk.office.importing.run(plan, by=desk.office.user)
    assert (done.created, done.refused_count, done.columns) == (
        tried.created,
        tried.refused_count,
        tried.columns,
    )


def test_tags_land_and_are_added_to(desk: Desk) -> None:
    desk.customers("number,name,tags", "K1,Ada,vip;tea")

    desk.customers("number,name,tags", "K1,Ada,tea;news", on_match="update")

    counts = desk.counts()
    assert (counts["tag"], counts["customer_tag"]) == (3, 3)


def test_refused_rows_can_be_corrected_and_brought_in_again(desk: Desk) -> None:
    path = desk.file("number,name,birthday", "K1,Ada,1815-12-10", "K2,Bo,never")
    plan = desk.plan(path)
    outcome = desk.office.importing.run(plan, by=desk.office.user)
    rejects = desk.folder / "rejects.csv"

    count = desk.office.importing.write_rejects(outcome, plan, rejects, by=desk.office.user)

    text = rejects.read_text("utf-8-sig")
    assert count == 1
    assert text.splitlines()[0] == "number,name,birthday,reason"
    assert "birthday: not_a_date (never)" in text
    rejects.write_text(text.replace("never,", "1820-01-02,"), "utf-8")
    again = desk.bring(rejects)
    assert (again.created, again.refused_count) == (1, 0)
    assert desk.one("K2").birthday == PartialDate(1, 2, 1820)


def test_products_are_matched_by_sku_or_else_by_name(desk: Desk) -> None:
    desk.bring(desk.file("sku,name,price", "T1,Longjing,99.50", ",Gift box,5"), ImportKind.PRODUCTS)

    outcome = desk.bring(
        desk.file("sku,name,price", "T1,Longjing tea,120", ",gift BOX,5"),
        ImportKind.PRODUCTS,
        on_match="update",
    )

    found = desk.office.products.listing(by=desk.office.user)
    assert (outcome.updated, outcome.created) == (2, 0)
    assert {(product.sku, product.name, product.price) for product in found} == {
        ("T1", "Longjing tea", 12000), ("", "gift BOX", 500),
    }  # fmt: skip


def test_only_those_who_may_import_can(desk: Desk) -> None:
    plan = desk.plan(desk.file(HEADER, "K1,Ada,,,"))
    clerk = User(2, "bo", "Bo", READY_ROLES[RoleName.FRONT_DESK])

    for use_case in (desk.office.importing.dry_run, desk.office.importing.run):
        with pytest.raises(PermissionDenied):
            use_case(plan, by=clerk)
    assert desk.all() == []


def test_the_ledger_and_the_journal_say_what_was_imported(desk: Desk) -> None:
    outcome = desk.customers(HEADER, "K1,Ada,,,", "K2,,,,")

    (run,) = desk.office.importing.history(by=desk.office.user)
    (shown,) = [row for row in desk.office.reports.activity(10, by=desk.office.user) if row.kind == "import"]
    assert (run.id, run.state, run.file_name, run.counts["created"], run.counts["refused"]) == (
        outcome.run, "done", "in.csv", 1, 1,
    )  # fmt: skip
    assert (shown.subject, shown.detail) == ("in.csv", "customers")
