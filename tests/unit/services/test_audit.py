"""The audit page's use cases: what was done with before and after, who saw whom, and the journal as a workbook."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.auditing import AuditEntry, AuditFilter, DisclosureKind
from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Cancelled, PermissionDenied
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.progress import Task
from cims_desktop.domain.purchases import Product
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.domain.users import User
from cims_desktop.exchange.writing import ReportWords
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, TODAY, FakeClock, add_customer, entrance, make_purchase

EVERYTHING = AuditFilter()


def entries(office: OpenOffice, wanted: AuditFilter = EVERYTHING, **more: int) -> tuple[AuditEntry, ...]:
    return office.audit.entries(wanted, by=office.user, **more)


def newest(office: OpenOffice) -> AuditEntry:
    return entries(office, limit=1)[0]


def somebody(office: OpenOffice, role: RoleName) -> User:
    return replace(office.user, role=READY_ROLES[role])


def test_entries_are_newest_first_with_before_and_after(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="Ada King"), by=office.user)

    amended, created, founded = entries(office)

    assert (amended.kind, amended.user, amended.customer_name) == (ActKind.AMEND, "Mei Chen", "Ada King")
    assert amended.changes == (FieldChange("customer", customer_id, "name", "Ada Lovelace", "Ada King"),)
    assert created.customer_number == "C000001" and created.detail == {}
    assert FieldChange("customer", customer_id, "name", None, "Ada Lovelace") in created.changes
    assert founded.kind is ActKind.CREATE_OFFICE


def test_pages_follow_each_other_without_gap_or_overlap(office: OpenOffice) -> None:
    for number in range(7):
        add_customer(office, f"Customer {number}")

    pages, before = [], None
    while page := office.audit.entries(EVERYTHING, by=office.user, before=before, limit=3):
        pages.append([entry.act for entry in page])
        before = page[-1].act

    assert pages == [[8, 7, 6], [5, 4, 3], [2, 1]]


def test_filters_by_user_kind_table_and_text(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.products.add(Product("100 % cotton_shirt", price=100), by=office.user)
    office.customers.delete([customer_id], by=office.user)

    def acts(**wanted: object) -> list[int]:
        return [entry.act for entry in entries(office, AuditFilter(**wanted))]  # type: ignore[arg-type]

    assert acts(kinds=frozenset({ActKind.CREATE, ActKind.DELETE})) == [4, 3, 2]
    assert acts(kinds=frozenset({ActKind.CREATE}), table="product") == [3]
    assert acts(user_id=office.user.id) == [4, 3, 2, 1]
    assert acts(user_id=office.user.id + 1) == []
    assert acts(text="COTTON_") == acts(text="0 % c") == [3]
    assert acts(text="0%c") == acts(text="cotton-") == []


def test_a_text_with_quotes_and_chinese_is_found(office: OpenOffice) -> None:
    office.products.add(Product('热水器 "大" 号', price=100), by=office.user)

    assert (
        len(entries(office, AuditFilter(text='"大"'))) == len(entries(office, AuditFilter(text="热水"))) == 1
    )


def test_a_period_holds_its_first_and_last_office_day(office: OpenOffice, clock: FakeClock) -> None:
    for _day in range(4):
        clock.now += timedelta(days=1)
        add_customer(office, f"Customer {clock.now:%d}")
    clock.now -= timedelta(days=10)
    add_customer(office, "A clock that went back")

    within = entries(office, AuditFilter(since=TODAY + timedelta(days=2), until=TODAY + timedelta(days=3)))
    earlier = entries(office, AuditFilter(until=TODAY - timedelta(days=1)))

    assert [entry.act for entry in within] == [4, 3]
    assert [entry.customer_name for entry in earlier] == ["A clock that went back"]


def test_the_day_begins_at_the_offices_midnight(office: OpenOffice, clock: FakeClock) -> None:
    clock.now = datetime.fromisoformat("2026-11-30T16:30:00+00:00")  # half past midnight in Shanghai
    add_customer(office)

    assert entries(office, AuditFilter(until=date(2026, 11, 30)))[0].kind is ActKind.CREATE_OFFICE
    assert entries(office, AuditFilter(since=date(2026, 12, 1)))[0].kind is ActKind.CREATE


def test_a_customers_acts_hold_those_about_many_with_his_part_only(office: OpenOffice) -> None:
    one, other = add_customer(office, "One"), add_customer(office, "Other")
    office.customers.delete([one, other], by=office.user)

    moved, created = entries(office, AuditFilter(customer_id=one))

    assert created.customer_id == one
    assert moved.changes == (FieldChange("customer", one, "deleted", None, "1"),)
    assert [change.record for change in newest(office).changes] == [one, other]


def test_an_act_with_very_many_changes_shows_the_first_and_says_how_many(office: OpenOffice) -> None:
    with office.acting.act(ActKind.IMPORT, by=office.user) as act:
        act.changes += [FieldChange("customer", number, "note", None, "x") for number in range(1, 251)]

    entry = newest(office)

    assert (len(entry.changes), entry.change_count) == (100, 250)
    assert [change.record for change in entry.changes] == list(range(1, 101))


def test_an_erased_value_says_so(office: OpenOffice) -> None:
    add_customer(office)
    with office.acting.database.write() as connection:
        connection.exec_driver_sql("UPDATE change SET after = NULL, salt = NULL WHERE field = 'name'")

    (change,) = [one for one in newest(office).changes if one.field == "name"]

    assert (change.before, change.after, change.erased) == (None, None, True)


def test_every_change_is_written_down_with_its_fields(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    by = office.user

    def fields() -> set[tuple[str, str]]:
        return {(change.table, change.field) for change in newest(office).changes}

    office.products.add(Product("Kettle", price=1999), by=by)
    assert {("product", "name"), ("product", "price")} <= fields()
    (bought,) = office.purchases.record(make_purchase(customer_id, 1999), by=by).purchases
    assert {("purchase", "total"), ("purchase", "lines"), ("purchase", "number")} <= fields()
    office.purchases.refund(bought, {0: 1000}, by=by)
    assert {("purchase", "total"), ("purchase", "state"), ("purchase", "refund_of")} <= fields()
    assert FieldChange("purchase", bought, "state", "completed", "refunded") in newest(office).changes
    call = Interaction(customer_id, InteractionKind.CALL, office.now(), "Rang", next_contact=TODAY)
    (called,) = office.timeline.record(call, by=by).interactions
    assert {("interaction", "text"), ("customer", "next_contact")} <= fields()
    seen = office.timeline.get(called, by=by)
    office.timeline.amend(replace(seen, next_contact=TODAY + timedelta(days=1)), by=by)
    assert (
        FieldChange("customer", customer_id, "next_contact", "2026-11-21", "2026-11-22")
        in newest(office).changes
    )
    office.timeline.plan(customer_id, None, by=by)
    assert newest(office).changes == (
        FieldChange("customer", customer_id, "next_contact", "2026-11-22", None),
    )
    office.satisfaction.record(SurveyResponse(customer_id, Metric.CSAT, 4, office.now(), "Fine"), by=by)
    assert {("survey_response", "score"), ("survey_response", "comment")} <= fields()
    preferences = office.preferences.get(customer_id, by=by)
    office.preferences.save(replace(preferences, interests=("tea",)), by=by)
    assert ("preference", "interests") in fields()


def test_a_view_is_written_once_for_each_user_and_office_day(office: OpenOffice, clock: FakeClock) -> None:
    one, other = add_customer(office, "One"), add_customer(office, "Other")
    before = newest(office).act

    for _time in range(3):
        office.audit.viewed(one, by=office.user)
    office.audit.viewed(other, by=office.user)
    clock.now += timedelta(days=1)
    office.audit.viewed(one, by=office.user)

    views = [entry for entry in entries(office) if entry.act > before]
    assert [(entry.kind, entry.customer_id) for entry in views] == [
        (ActKind.VIEW, one), (ActKind.VIEW, other), (ActKind.VIEW, one),
    ]  # fmt: skip


def test_another_window_of_the_same_user_knows_of_the_view(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.audit.viewed(customer_id, by=office.user)
    again = entrance().sign_in(office.path, NAME, PASSWORD)

    changes = again.audit.viewed(customer_id, by=again.user)

    again.close()
    assert changes.act is None


def test_views_are_not_written_where_the_office_does_not_want_it(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    with office.acting.database.write() as connection:
        connection.exec_driver_sql("UPDATE office SET policy = ?", (OfficePolicy(log_views=False).as_text(),))

    assert office.audit.viewed(customer_id, by=office.user).act is None


def test_an_administrator_who_looks_as_another_role_is_written_down(office: OpenOffice) -> None:
    customer_id = add_customer(office)

    office.audit.viewed(customer_id, by=replace(somebody(office, RoleName.VIEWER), looking=True))

    assert (newest(office).kind, newest(office).user) == (ActKind.VIEW, "Mei Chen")


def test_a_view_is_refused_where_the_customer_is_not_ones_own(office: OpenOffice) -> None:
    customer_id = add_customer(office)

    with pytest.raises(PermissionDenied):
        office.audit.viewed(customer_id, by=somebody(office, RoleName.SALES))


def test_views_and_failures_stay_out_of_the_recent_activity(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.audit.viewed(customer_id, by=office.user)

    assert office.reports.activity(1, by=office.user)[0].kind is ActKind.CREATE


def words() -> ReportWords:
    return ReportWords(*(one.name for one in fields(ReportWords)))


def test_who_saw_a_customer_names_every_way(office: OpenOffice, clock: FakeClock, tmp_path: Path) -> None:
    one, other = add_customer(office, "One"), add_customer(office, "Other")
    by = office.user
    office.audit.viewed(one, by=by)
    clock.now += timedelta(minutes=1)
    office.exporting.customers(CustomerQuery(text="One"), ["name"], {}, tmp_path / "one.xlsx", by=by)
    clock.now += timedelta(minutes=1)
    office.audit.printed("customer", one, by=by)
    clock.now += timedelta(minutes=1)
    with office.acting.act(ActKind.REVEAL, by=by) as act:
        act.about("secret_value", 1, one, field="national_id")

    saw = office.audit.who_saw(one, by=by)

    assert [(seen.how, seen.user, seen.detail) for seen in saw] == [
        (DisclosureKind.REVEALED, "Mei Chen", "national_id"),
        (DisclosureKind.PRINTED, "Mei Chen", "customer"),
        (DisclosureKind.EXPORTED, "Mei Chen", "one.xlsx"),
        (DisclosureKind.VIEWED, "Mei Chen", ""),
    ]
    assert office.audit.who_saw(other, by=by) == ()


def test_a_sales_report_discloses_the_customers_that_it_names(office: OpenOffice, tmp_path: Path) -> None:
    customer_id, unnamed = add_customer(office), add_customer(office, "No sales")
    office.purchases.record(make_purchase(customer_id, 1999), by=office.user)
    month = Month.of(TODAY)

    office.exporting.sales_report(month, month, words(), tmp_path / "r.xlsx", by=office.user)

    assert [seen.detail for seen in office.audit.who_saw(customer_id, by=office.user)] == ["r.xlsx"]
    assert office.audit.who_saw(unnamed, by=office.user) == ()


def table(path: Path) -> list[tuple[object, ...]]:
    sheet = load_workbook(path).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_the_export_holds_every_change_the_verdict_and_the_head(office: OpenOffice, tmp_path: Path) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="=Ada", note="new"), by=office.user)
    with office.acting.act(ActKind.IMPORT, by=office.user) as act:
        act.changes += [FieldChange("customer", number, "note", None, "x") for number in range(1, 151)]
    path = tmp_path / "audit.xlsx"

    done = office.audit.export(EVERYTHING, {"verdict.ok": "Whole"}, path, by=office.user)

    lines = table(path)
    assert lines[0][:4] == ("act", "at", "user", "kind")
    assert sum(line[3] == "import" for line in lines) == 150
    (renamed,) = [line for line in lines if line[3] == "amend" and str(line[8]).endswith(" name")]
    assert renamed[9:11] == ("Ada Lovelace", "=Ada")
    head = entries(office)[1]  # the newest before the export itself
    assert any(line[2] == "verdict" and line[-1] == "Whole" for line in lines)
    assert any(line[2] == "head" and str(line[-1]).startswith(f"{head.act}  2026-11-21") for line in lines)
    assert done.matched == done.written == len(lines) - 1 - 5
    assert (newest(office).kind, newest(office).detail["what"]) == (ActKind.EXPORT, "audit")
    assert [one.how for one in office.audit.who_saw(customer_id, by=office.user)] == [DisclosureKind.EXPORTED]


def test_whoever_may_not_export_gets_the_fields_without_their_values(
    office: OpenOffice, tmp_path: Path
) -> None:
    add_customer(office)
    path = tmp_path / "audit.xlsx"

    office.audit.export(EVERYTHING, {}, path, by=somebody(office, RoleName.AUDITOR))

    lines = table(path)
    assert any(str(line[8]).endswith(" name") for line in lines)
    assert {(line[9], line[10]) for line in lines[1:]} == {(None, None)}


def test_a_cancelled_export_leaves_nothing(office: OpenOffice, tmp_path: Path) -> None:
    path = tmp_path / "audit.xlsx"

    with pytest.raises(Cancelled):
        office.audit.export(EVERYTHING, {}, path, Task(cancelled=lambda: True), by=office.user)

    assert not path.exists() and newest(office).kind is ActKind.CREATE_OFFICE


def test_an_act_on_keys_is_under_a_checkpoint_at_once(office: OpenOffice) -> None:
    with office.acting.act(ActKind.KEYS, by=office.user) as act:
        act.about("office", None, what="rotated")

    verdict = office.audit.verify(by=office.user)

    assert verdict.vouched_until == act.id == newest(office).act
