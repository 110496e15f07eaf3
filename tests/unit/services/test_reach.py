"""Own customers and hidden fields at the real use cases: what is refused, what stays, what is named."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, Tier
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.errors import CimsError, Invalid, NotFound, PermissionDenied
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.preferences import Preferences
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.domain.users import User
from cims_desktop.services.exporting import COLUMNS
from cims_desktop.services.office import OpenOffice
from tests.offices import NOON, TODAY, make_customer, make_purchase
from tests.reading import PASSWORD

SALES = READY_ROLES[RoleName.SALES]
EVERYTHING = dict.fromkeys(Permission, Scope.ALL)
OWN_EVERYTHING = Role("own", dict.fromkeys(Permission, Scope.OWN))


@pytest.fixture
def lin(office: OpenOffice) -> User:
    """A salesperson."""
    office.users.add("lin.hao", "Lin Hao", SALES, PASSWORD, by=office.user)
    return next(one for one in office.users.listing(by=office.user) if one.sign_in_name == "lin.hao")


class Desk:
    """One customer with a bit of everything, and what one can do to it."""

    def __init__(self, office: OpenOffice, owner: int | None) -> None:
        self.office = office
        by = office.user
        given = make_customer(
            owner_id=owner, note="Secret", birthday=PartialDate(12, 10, 1815), tier=Tier.GOLD
        )
        (self.id,) = office.customers.add(given, by=by).customers
        note = Interaction(self.id, InteractionKind.NOTE, NOON, "Private", next_contact=TODAY)
        (self.note,) = office.timeline.record(note, by=by).interactions
        (self.sale,) = office.purchases.record(make_purchase(self.id, note="Gift"), by=by).purchases

    def stored(self) -> Customer:
        """As it is in the office."""
        return self.office.customers.get(self.id, by=self.office.user)

    def preferences(self) -> Preferences:
        """As they are in the office."""
        return self.office.preferences.get(self.id, by=self.office.user)

    def changes(self) -> dict[str, Callable[[User], object]]:
        """Every use case that changes something of it."""
        office, record = self.office, self.id
        told = office.timeline.get(self.note, by=office.user)
        return {
            "amend": lambda by: office.customers.amend(replace(self.stored(), name="Eve"), by=by),
            "amend_with": lambda by: office.customers.amend_with(None, self.preferences(), by=by),
            "preferences": lambda by: office.preferences.save(self.preferences(), by=by),
            "record": lambda by: office.timeline.record(
                Interaction(record, InteractionKind.CALL, NOON, "Hello"), by=by
            ),
            "amend_interaction": lambda by: office.timeline.amend(replace(told, text="Changed"), by=by),
            "plan": lambda by: office.timeline.plan(record, TODAY, by=by),
            "purchase": lambda by: office.purchases.record(make_purchase(record), by=by),
            "refund": lambda by: office.purchases.refund(self.sale, {0: 1000}, by=by),
            "answer": lambda by: office.satisfaction.record(
                SurveyResponse(record, Metric.CSAT, 5, NOON), by=by
            ),
        }

    def bin(self) -> dict[str, Callable[[User], object]]:
        """To the bin and back."""
        return {
            "delete": lambda by: self.office.customers.delete((self.id,), by=by),
            "restore": lambda by: self.office.customers.restore((self.id,), by=by),
        }

    def reads(self) -> dict[str, Callable[[User], object]]:
        """Every use case that reads one customer."""
        office, record = self.office, self.id
        return {
            "get": lambda by: office.customers.get(record, by=by),
            "entries": lambda by: office.timeline.entries(record, by=by),
            "interaction": lambda by: office.timeline.get(self.note, by=by),
            "purchases": lambda by: office.purchases.of_customer(record, by=by),
            "purchase": lambda by: office.purchases.get(self.sale, by=by),
            "refunded": lambda by: office.purchases.refunded(self.sale, by=by),
            "answers": lambda by: office.satisfaction.of_customer(record, by=by),
            "preferences": lambda by: office.preferences.get(record, by=by),
        }


def refusal(act: Callable[[User], object], by: User) -> tuple[str, object]:
    """How it was refused: code, and the reason or what the problem is."""
    try:
        act(by)
    except PermissionDenied as denied:
        return denied.code, denied.params["reason"]
    except Invalid as invalid:
        return invalid.code, tuple((one.field, one.code) for one in invalid.problems)
    except NotFound as missing:
        return missing.code, missing.params["table"]
    return "let in", ""


def acts(office: OpenOffice) -> int:
    with office.acting.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM act").scalar() or 0)


def with_masks(user: User, level: MaskLevel, *fields: MaskField, **rights: Any) -> User:
    return replace(user, role=Role("masked", EVERYTHING | rights, dict.fromkeys(fields, level)))


def test_a_foreign_customer_can_be_neither_read_nor_changed(office: OpenOffice, lin: User) -> None:
    by = replace(lin, role=OWN_EVERYTHING)
    for owner in (None, office.user.id):
        desk = Desk(office, owner)
        before = acts(office)

        told = {name: refusal(act, by) for name, act in (desk.reads() | desk.changes() | desk.bin()).items()}

        assert told == dict.fromkeys(told, ("denied", "not_yours"))
        assert acts(office) == before


def test_an_own_customer_can_be_read_and_changed(office: OpenOffice, lin: User) -> None:
    desk = Desk(office, lin.id)

    told = {name: refusal(act, lin) for name, act in (desk.reads() | desk.changes()).items()}

    assert told == dict.fromkeys(told, ("let in", ""))


def test_a_customer_in_the_bin_can_be_read_but_not_changed(office: OpenOffice) -> None:
    desk = Desk(office, None)
    changes = desk.changes()
    office.customers.delete((desk.id,), by=office.user)
    before = acts(office)

    told = {name: refusal(act, office.user) for name, act in changes.items()}

    assert told == dict.fromkeys(told, ("invalid", (("customer", "in_bin"),)))
    assert acts(office) == before
    assert {refusal(act, office.user) for act in desk.reads().values()} == {("let in", "")}
    assert refusal(desk.bin()["restore"], office.user) == ("let in", "")
    assert refusal(changes["amend"], office.user) == ("let in", "")


def test_whoever_is_not_there_is_not_found(office: OpenOffice, lin: User) -> None:
    for by in (office.user, lin):
        assert refusal(lambda by: office.timeline.plan(99, TODAY, by=by), by) == ("not_found", "customer")
        assert refusal(lambda by: office.preferences.save(Preferences(99), by=by), by) == (
            "not_found",
            "customer",
        )


def test_both_customers_of_one_saving_are_asked_for(office: OpenOffice, lin: User) -> None:
    mine, foreign = Desk(office, lin.id), Desk(office, None)

    told = refusal(lambda by: office.customers.amend_with(mine.stored(), Preferences(foreign.id), by=by), lin)

    assert told == ("denied", "not_yours")


def test_who_sees_own_customers_owns_those_that_he_makes(office: OpenOffice, lin: User) -> None:
    (mine,) = office.customers.add(make_customer(), by=lin).customers
    (nobodys,) = office.customers.add(make_customer(), by=office.user).customers

    assert office.customers.get(mine, by=lin).owner_id == lin.id
    assert office.customers.get(nobodys, by=office.user).owner_id is None
    assert list(office.customers.ids(CustomerQuery(), by=lin)) == [mine]


def test_an_own_customer_is_not_given_away_by_who_could_not_take_it_back(
    office: OpenOffice, lin: User
) -> None:
    desk = Desk(office, lin.id)
    given = replace(desk.stored(), owner_id=office.user.id)

    assert refusal(lambda by: office.customers.amend(given, by=by), lin) == ("denied", "not_yours")
    office.customers.amend(given, by=office.user)
    assert refusal(desk.reads()["get"], lin) == ("denied", "not_yours")


def test_many_at_once_want_the_right_of_bulk_changes(office: OpenOffice) -> None:
    desk = replace(office.user, role=READY_ROLES[RoleName.FRONT_DESK])
    ids = [Desk(office, None).id for _ in range(2)]

    for move in (office.customers.delete, office.customers.restore):
        with pytest.raises(PermissionDenied) as denied:
            move(ids, by=desk)
        assert denied.value.params["permission"] == "customers.bulk"
        assert move([ids[0], ids[0]], by=desk).ids == (ids[0],)


def test_among_many_one_foreign_customer_stops_all(office: OpenOffice, lin: User) -> None:
    by = replace(lin, role=Role("odd", EVERYTHING | {Permission.DELETE_CUSTOMERS: Scope.OWN}))
    ids = [*(Desk(office, lin.id).id for _ in range(3)), Desk(office, None).id]

    assert refusal(lambda by: office.customers.delete(ids, by=by), by) == ("denied", "not_yours")
    assert office.customers.count(CustomerQuery(), by=office.user) == 4
    assert office.customers.delete(ids[:3], by=by).ids == tuple(ids[:3])


def test_saving_keeps_what_is_hidden(office: OpenOffice) -> None:
    desk = Desk(office, None)
    before = desk.stored()
    by = with_masks(office.user, MaskLevel.EVERYWHERE, *MaskField)
    seen = office.customers.get(desk.id, by=by)
    assert (seen.contacts, seen.addresses, seen.birthday, seen.note) == ((), (), None, "")

    office.customers.amend(
        replace(seen, name="Ada King", contacts=(ContactPoint(ContactKind.QQ, "4711"),)), by=by
    )

    after = desk.stored()
    assert (after.name, after.birthday, after.note) == ("Ada King", before.birthday, "Secret")
    assert [point.value for point in after.contacts] == [*(point.value for point in before.contacts), "4711"]
    assert [one.street for one in after.addresses] == [one.street for one in before.addresses]
    (row,) = office.customers.rows((desk.id,), by=office.user).values()
    assert (row.phone, row.email, row.city) == ("+86 138 0013 8000", "ada@example.com", "上海市")
    assert [hit.id for hit in office.search.find("13800138000", by=office.user)] == [desk.id]
    assert office.health.check(by=office.user, deep=True).ok


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (MaskField.PHONE, {"contacts": (ContactPoint(ContactKind.MOBILE, "13900139000"),)}),
        (MaskField.ADDRESS, {"addresses": (Address(city="北京市"),)}),
        (MaskField.BIRTHDAY, {"birthday": PartialDate(1, 1)}),
        (MaskField.NOTE, {"note": "Mine"}),
    ],
)
def test_nothing_can_be_typed_over_what_is_hidden(
    office: OpenOffice, field: MaskField, typed: dict[str, Any]
) -> None:
    desk, by = Desk(office, None), with_masks(office.user, MaskLevel.EVERYWHERE, field)
    seen = office.customers.get(desk.id, by=by)

    told = refusal(lambda by: office.customers.amend(replace(seen, **typed), by=by), by)

    assert told == ("denied", "masked")
    assert desk.stored().version == 1


def test_a_hidden_note_of_the_timeline_stays_as_it_is(office: OpenOffice) -> None:
    desk, by = Desk(office, None), with_masks(office.user, MaskLevel.EVERYWHERE, MaskField.NOTE)
    seen = office.timeline.get(desk.note, by=by)
    assert seen.text == ""

    office.timeline.amend(replace(seen, kind=InteractionKind.CALL, pinned=True), by=by)

    kept = office.timeline.get(desk.note, by=office.user)
    assert (kept.kind, kept.text, kept.pinned) == (InteractionKind.NOTE, "Private", True)
    told = refusal(lambda by: office.timeline.amend(replace(seen, text="Mine"), by=by), by)
    assert told == ("denied", "masked")
    assert [one.text for one in office.timeline.follow_ups(TODAY, by=by)] == [""]
    assert office.purchases.get(desk.sale, by=by).note == ""


def test_lists_neither_sort_nor_filter_nor_export_by_what_they_hide(
    office: OpenOffice, tmp_path: Any
) -> None:
    desk = Desk(office, None)
    by = with_masks(office.user, MaskLevel.LIST, MaskField.PHONE, MaskField.ADDRESS)
    unseen = (
        CustomerQuery(sort=CustomerSort.PHONE), CustomerQuery(sort=CustomerSort.CITY),
        CustomerQuery(filter=CustomerFilter(has_phone=True)), CustomerQuery(filter=CustomerFilter(cities=("上海市",))),
    )  # fmt: skip

    for query in unseen:
        for ask in (office.customers.count, office.customers.ids):
            assert refusal(lambda by, ask=ask, query=query: ask(query, by=by), by) == ("denied", "masked")
        assert refusal(lambda by, q=query: office.customers.first_rows(q, 9, by=by), by) == (
            "denied",
            "masked",
        )
    for columns in (("name", "phone"), ("city",)):
        told = refusal(
            lambda by, columns=columns: office.exporting.customers(
                CustomerQuery(), columns, {}, tmp_path / "a.xlsx", by=by
            ),
            by,
        )
        assert told == ("denied", "masked")
    assert not (tmp_path / "a.xlsx").exists()
    (row,) = office.customers.rows((desk.id,), by=by).values()
    assert (row.phone, row.email, row.city) == ("", "ada@example.com", "")
    assert office.customers.cities(by=by) == ()
    (hit,) = office.search.find("13800138000", by=by)
    assert (hit.phone, hit.matched) == ("", "phone")
    assert office.customers.get(desk.id, by=by) == desk.stored()


def test_an_export_holds_own_customers_only_where_the_right_reaches_no_further(
    office: OpenOffice, lin: User, tmp_path: Any
) -> None:
    Desk(office, lin.id), Desk(office, None)
    by = replace(lin, role=Role("odd", EVERYTHING | {Permission.EXPORT: Scope.OWN}))

    done = office.exporting.customers(CustomerQuery(), tuple(COLUMNS), {}, tmp_path / "a.xlsx", by=by)

    assert (done.matched, done.written) == (1, 1)


def test_a_draft_is_not_a_way_around(office: OpenOffice, lin: User) -> None:
    desk = Desk(office, lin.id)
    payload = {"name": "Ada", "note": "Secret", "contacts": [{"kind": "mobile", "value": "1"}]}
    office.drafts.save("customer", desk.id, payload, by=lin)
    office.drafts.save("customer", None, payload, by=lin)

    masked = with_masks(lin, MaskLevel.EVERYWHERE, MaskField.NOTE, MaskField.PHONE)
    assert office.drafts.latest("customer", desk.id, by=masked) == {"name": "Ada", "note": "", "contacts": []}
    assert office.drafts.latest("customer", None, by=masked) == payload
    assert office.drafts.latest("customer", desk.id, by=lin) == payload

    office.customers.amend(replace(desk.stored(), owner_id=None), by=office.user)
    assert office.drafts.latest("customer", desk.id, by=lin) is None
    assert [one.record for one in office.drafts.pending(by=lin)] == [0]


@pytest.mark.parametrize("role", list(RoleName))
def test_who_only_looks_changes_nothing(office: OpenOffice, role: RoleName, tmp_path: Any) -> None:
    desk = Desk(office, office.user.id)
    by = replace(office.user, role=READY_ROLES[role], looking=True)
    writes: dict[str, Callable[[User], object]] = {
        "add": lambda by: office.customers.add(make_customer(), by=by),
        "draft": lambda by: office.drafts.save("customer", None, {"name": "A"}, by=by),
        "discard": lambda by: office.drafts.discard("customer", None, by=by),
        "language": lambda by: office.users.set_language("zh_CN", by=by),
        "export": lambda by: office.exporting.customers(
            CustomerQuery(), ("name",), {}, tmp_path / "a.xlsx", by=by
        ),
        "undo": lambda by: office.importing.undo(1, by=by),
    }
    before = acts(office)

    told = {name: refusal(act, by) for name, act in (desk.changes() | desk.bin() | writes).items()}

    assert set(told.values()) <= {("denied", "looking"), ("denied", "")}
    assert told["draft"] == ("denied", "looking")
    assert acts(office) == before
    assert list(tmp_path.glob("*.xlsx")) == []
    assert refusal(desk.reads()["get"], by) == ("let in", "")


@contextlib.contextmanager
def plans(office: OpenOffice) -> Iterator[list[str]]:
    """SQLite's plans of what is asked inside, of statements on the customers alone."""
    asked: list[tuple[str, Any]] = []
    found: list[str] = []

    def hear(_c: object, _cursor: object, sql: str, values: object, _context: object, _many: bool) -> None:
        asked.append((sql, values))

    with office.acting.read() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", hear)
    with office.acting.read() as connection:
        for sql, values in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            found += [row[3] for row in plan if " customer " in f"{row[3]} "]


def test_own_customers_are_found_by_their_owner_alone(office: OpenOffice, lin: User) -> None:
    Desk(office, lin.id)
    filters = (
        CustomerFilter(), CustomerFilter(in_bin=True), CustomerFilter(tiers=(Tier.GOLD,)),
        CustomerFilter(due_by=TODAY, spent_at_least=1, cities=("上海市",)),
    )  # fmt: skip

    with plans(office) as steps:
        for sort in CustomerSort:
            for wanted in filters:
                for text in ("", "ada", "-"):
                    office.customers.ids(CustomerQuery(text, wanted, sort), by=lin)
                    office.customers.count(CustomerQuery(text, wanted, sort), by=lin)
        office.timeline.follow_ups(TODAY, by=lin)
        office.customers.cities(by=lin)
        office.search.find("ada", by=lin)

    others = [step for step in steps if "ix_customer_of_owner" not in step and "PRIMARY KEY" not in step]
    assert steps and others == []


def test_the_refusal_of_a_right_is_a_fault_with_words(office: OpenOffice, lin: User) -> None:
    with pytest.raises(CimsError) as refused:
        office.customers.delete((1,), by=lin)

    assert refused.value.params == {"permission": "customers.delete", "role": "sales", "reason": ""}
