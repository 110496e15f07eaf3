"""Making a demo office: an ordinary office whose stored data, sums and indexes are all in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cims_desktop.domain.contacts import display_phone
from cims_desktop.domain.errors import Cancelled, OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.purchases import Purchase
from cims_desktop.domain.queries import CustomerQuery, CustomerSort
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.demo.history.purchases import purchases
from cims_desktop.services.demo.office import DemoOffice, make_demo
from cims_desktop.services.demo.plan import DemoPlan, Staff
from cims_desktop.services.office import OpenOffice
from tests.offices import PASSWORD, FakeClock, entrance, make_office

TODAY = date(2026, 6, 30)
CLOSING = datetime(2026, 6, 30, 8, 30, tzinfo=UTC)
SIZE = 600


def make(path: Path, **more: object) -> DemoOffice:
    given: dict[str, object] = {
        "customers": SIZE,
        "today": TODAY,
        "password": PASSWORD,
        "entrance": entrance(),
    }
    return make_demo(path, **(given | more))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoOffice:
    return make(tmp_path_factory.mktemp("demo") / "riverside.cims")


@pytest.fixture(scope="module")
def office(demo: DemoOffice) -> Iterator[OpenOffice]:
    opened = entrance(FakeClock(CLOSING)).sign_in(demo.path, demo.sign_in_name, demo.password)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def expected() -> MadeUpOffice:
    staff = (Staff(2, "Lin Wang"), Staff(1, "Mei Chen"))
    return MadeUpOffice(DemoPlan(SIZE, 8 * SIZE, 1, CLOSING, staff=staff))


def test_the_office_s_own_check_finds_nothing_wrong(office: OpenOffice) -> None:
    result = office.health.check(by=office.user, deep=True)

    assert result.findings == ()
    assert result.counts["customer"] == SIZE


def test_what_is_stored_is_what_was_made_up(office: OpenOffice, expected: MadeUpOffice) -> None:
    made = {one.customer.id: one for chunk in expected.customers.chunks() for one in chunk}

    for customer_id in range(1, SIZE + 1, 23):
        stored = office.customers.get(customer_id, by=office.user)
        wanted = made[customer_id].customer
        bare = replace(
            stored,
            contacts=tuple(replace(point, id=None) for point in stored.contacts),
            addresses=tuple(replace(address, id=None) for address in stored.addresses),
            summary=replace(stored.summary, last_contact=None, last_satisfaction=None),
        )
        assert bare == wanted
        told = office.preferences.get(customer_id, by=office.user)
        if (preferences := made[customer_id].preferences) is not None:
            assert set(told.consents) == set(preferences.consents)
            assert replace(told, consents=(), version=0) == replace(preferences, consents=())


def test_stored_purchases_come_back_with_their_lines(office: OpenOffice, expected: MadeUpOffice) -> None:
    made = [one for batch in expected.sales.months() for one in purchases(expected.sales, batch)]

    def stored(purchase_id: int) -> Purchase:
        found = office.purchases.get(purchase_id, by=office.user)
        return replace(found, version=0, lines=tuple(replace(line, id=None) for line in found.lines))

    for wanted in made[::97]:
        assert stored(wanted.id or 0) == wanted


def test_the_list_shows_phones_as_everywhere_else(office: OpenOffice) -> None:
    for row in office.customers.first_rows(CustomerQuery(sort=CustomerSort.NUMBER), 200, by=office.user):
        phone = office.customers.get(row.id, by=office.user).phone
        assert row.phone == ("" if phone is None else display_phone(phone.normal))


def test_the_dashboard_looks_alive(office: OpenOffice) -> None:
    shown = office.reports.dashboard(24, by=office.user)

    assert shown.customers == SIZE
    assert shown.active_customers.value
    assert shown.sales_this_month.value
    assert shown.sales_this_month.before
    assert all(month.orders > 0 for month in shown.sales)
    assert shown.follow_ups_due > 0
    assert all(one.text for one in shown.follow_ups)
    assert {row.table for row in shown.activity} >= {"purchase", "interaction"}
    assert all(row.happened_at <= CLOSING for row in shown.activity)


def test_the_journal_is_in_the_order_of_time(office: OpenOffice) -> None:
    with office.acting.read() as connection:
        acts = connection.exec_driver_sql("SELECT happened_at FROM act ORDER BY id").scalars().all()

    assert len(acts) > 20
    assert acts == sorted(acts)


def test_customers_can_be_found_by_name(office: OpenOffice, expected: MadeUpOffice) -> None:
    portrait = next(iter(expected.customers.chunks()))[17]

    hits = office.search.find(portrait.customer.name, by=office.user)

    assert portrait.customer.id in [hit.id for hit in hits]


def test_new_records_get_the_following_numbers(tmp_path: Path) -> None:
    from tests.offices import add_customer

    demo = make(tmp_path / "a.cims", customers=50, purchases=100)
    office = entrance(FakeClock(CLOSING)).sign_in(demo.path, demo.sign_in_name, demo.password)

    added = add_customer(office)
    number = office.customers.get(added, by=office.user).number
    office.close()

    assert (added, number) == (51, "C000051")


def test_every_index_of_an_ordinary_office_is_there(office: OpenOffice, tmp_path: Path) -> None:
    def indexes(one: OpenOffice) -> set[tuple[str, str]]:
        with one.acting.read() as connection:
            rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index'")
            return {(row[0], row[1]) for row in rows}

    ordinary = make_office(tmp_path)
    wanted, found = indexes(ordinary), indexes(office)
    ordinary.close()

    assert found == wanted


def test_both_users_have_the_password(demo: DemoOffice) -> None:
    second = entrance(FakeClock(CLOSING)).sign_in(demo.path, "front.desk", demo.password)
    role, demonstration = second.user.role, second.profile.demo
    second.close()

    assert role is READY_ROLES[RoleName.FRONT_DESK]
    assert demonstration


def test_a_password_is_made_up_when_none_is_given(tmp_path: Path) -> None:
    first = make(tmp_path / "a.cims", customers=1, password=None)
    second = make(tmp_path / "b.cims", customers=1, password=None)

    assert first.password != second.password
    entrance(FakeClock(CLOSING)).sign_in(first.path, first.sign_in_name, first.password).close()


def test_a_chinese_office_has_chinese_words(tmp_path: Path) -> None:
    demo = make(tmp_path / "a.cims", customers=20, language="zh_CN")
    office = entrance(FakeClock(CLOSING)).sign_in(demo.path, demo.sign_in_name, demo.password)
    categories = office.products.categories(by=office.user)
    name, shown = office.profile.name, office.user.display_name
    office.close()

    assert (name, shown) == ("河畔客户管理", "陈梅")
    assert "茶叶" in categories


def test_progress_is_told_and_cancelling_leaves_nothing_behind(tmp_path: Path) -> None:
    stages: list[str] = []

    def report(progress: Progress) -> None:
        stages.append(progress.stage)

    with pytest.raises(Cancelled):
        make(tmp_path / "a.cims", task=Task(report, lambda: "purchases" in stages))

    assert stages[:2] == ["planning", "customers"]
    assert list(tmp_path.iterdir()) == []


def test_an_office_that_is_there_is_never_touched(tmp_path: Path) -> None:
    demo = make(tmp_path / "a.cims", customers=5)
    before = demo.path.read_bytes()

    with pytest.raises(OfficeFault, match="exists"):
        make(tmp_path / "a.cims", customers=5)

    assert demo.path.read_bytes() == before
    entrance(FakeClock(CLOSING)).sign_in(demo.path, demo.sign_in_name, demo.password).close()


@pytest.mark.parametrize("size", [0, 1, 2])
def test_tiny_offices_can_be_made(tmp_path: Path, size: int) -> None:
    demo = make(tmp_path / "a.cims", customers=size)
    office = entrance(FakeClock(CLOSING)).sign_in(demo.path, demo.sign_in_name, demo.password)
    count = office.customers.count(CustomerQuery(), by=office.user)
    office.close()

    assert count == size


def test_negative_sizes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="negative size"):
        make(tmp_path / "a.cims", customers=-1)

    assert list(tmp_path.iterdir()) == []
