"""Every order under every filter is the one that plain SQL gives, and no plan walks a million entries for a few."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.services.office import OpenOffice
from tests.offices import TODAY, add_customer, make_office, make_purchase

FILTERS = {
    "1": CustomerFilter(),
    "tier = 3": CustomerFilter(tiers=(Tier.GOLD,)),
    "tier IN (2, 3)": CustomerFilter(tiers=(Tier.GOLD, Tier.SILVER)),
    "kind = 'organisation'": CustomerFilter(kinds=(CustomerKind.ORGANISATION,)),
    "status = 'prospect'": CustomerFilter(statuses=(CustomerStatus.PROSPECT,)),
    "total_spent >= 5000": CustomerFilter(spent_at_least=5000),
    f"(last_purchase IS NULL OR last_purchase < '{TODAY}')": CustomerFilter(not_bought_since=TODAY),
    "hidden = 1": CustomerFilter(in_bin=True),
    "tier = 3 AND status = 'blocked'": CustomerFilter(tiers=(Tier.GOLD,), statuses=(CustomerStatus.BLOCKED,)),
}
COLUMN = {CustomerSort.NAME: "sort_name", CustomerSort.CREATED: "id"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    """Thirty customers of all sorts, some in the bin, many of them equal in what is sorted by."""
    made = make_office(tmp_path_factory.mktemp("lists"))
    dice = random.Random(5)
    for number in range(30):
        record = add_customer(
            made, dice.choice(["Ada", "王伟", "bob", "Zoë"]), contacts=(), addresses=(),
            kind=dice.choice(list(CustomerKind)), tier=dice.choice(list(Tier)),
            status=dice.choice([CustomerStatus.ACTIVE, CustomerStatus.PROSPECT]),
        )  # fmt: skip
        if number % 3:
            day = TODAY - timedelta(days=dice.randrange(3))
            made.purchases.record(make_purchase(record, dice.choice([1000, 5000]), on=day), by=made.user)
        if number % 7 == 0:
            made.customers.delete((record,), by=made.user)
    yield made
    made.close()


@pytest.mark.parametrize(("condition", "chosen"), FILTERS.items(), ids=str)
def test_every_order_is_that_of_plain_sql(office: OpenOffice, condition: str, chosen: CustomerFilter) -> None:
    for sort, descending in itertools.product(CustomerSort, (False, True)):
        query = CustomerQuery(filter=chosen, sort=sort, descending=descending)
        column, way = COLUMN.get(sort, sort.value), "DESC" if descending else "ASC"
        shown = "1" if chosen.in_bin else "hidden = 0"
        sql = f"SELECT id FROM customer WHERE {shown} AND {condition} ORDER BY {column} {way}, id {way}"
        with office.acting.read() as connection:
            expected = [row[0] for row in connection.exec_driver_sql(sql)]

        ids = list(office.customers.ids(query, by=office.user))
        first = [row.id for row in office.customers.first_rows(query, 8, by=office.user)]

        assert ids == expected, query
        assert first in ([], expected[:8]), query
        assert office.customers.count(query, by=office.user) == len(expected), query


def test_a_text_narrows_any_order(office: OpenOffice) -> None:
    for sort in CustomerSort:
        everybody = office.customers.ids(CustomerQuery(sort=sort), by=office.user)
        named = office.customers.ids(CustomerQuery(text="ada", sort=sort), by=office.user)
        rows = office.customers.rows(everybody, by=office.user)
        assert list(named) == [record for record in everybody if rows[record].name == "Ada"]


@pytest.mark.parametrize(("condition", "chosen"), FILTERS.items(), ids=str)
def test_a_text_narrows_any_filter(office: OpenOffice, condition: str, chosen: CustomerFilter) -> None:
    sql = f"SELECT id FROM customer WHERE {condition} AND {'1' if chosen.in_bin else 'hidden = 0'} AND name = 'Ada'"
    with office.acting.read() as connection:
        expected = {row[0] for row in connection.exec_driver_sql(sql)}

    for text in ("ada", "ad", "AD A", "a ada"):
        query = CustomerQuery(text=text, filter=chosen, sort=CustomerSort.CITY)
        assert set(office.customers.ids(query, by=office.user)) == expected, text
        assert office.customers.count(query, by=office.user) == len(expected), text


@pytest.mark.parametrize(
    ("text", "found"), [("a_a", 0), ("d%", 0), ("%", 0), ("adaada", 0), ("zo", 1), ("-", 0)]
)
def test_what_the_index_alone_can_not_tell_is_checked_on_the_text(
    tmp_path: Path, text: str, found: int
) -> None:
    office = make_office(tmp_path)
    for name in ("Ada adax xada", "Zoe"):
        add_customer(office, name, contacts=(), addresses=(), number=name[:3])

    ids = office.customers.ids(CustomerQuery(text=text), by=office.user)

    assert len(ids) == found
    office.close()


def test_texts_are_read_once_and_not_one_for_each_customer_of_the_list(office: OpenOffice) -> None:
    asked: list[tuple[str, object]] = []

    def hear(_c: object, _cursor: object, sql: str, values: object, _context: object, _many: bool) -> None:
        if "customer_search" in sql:
            asked.append((sql, values))

    with office.acting.read() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        office.customers.ids(CustomerQuery(text="ada"), by=office.user)
    finally:
        event.remove(engine, "before_cursor_execute", hear)

    ((sql, values),) = asked
    with office.acting.read() as connection:
        steps = {
            row[0]: (row[1], row[3])
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        }  # type: ignore[arg-type]
    (parent,) = (parent for parent, step in steps.values() if "customer_search" in step)
    assert steps[parent][1].startswith("LIST SUBQUERY")


def plans(office: OpenOffice, *queries: CustomerQuery, search: str = "") -> list[str]:
    """SQLite's plan of what the first rows and the search box ask."""
    asked: list[tuple[str, object]] = []

    def hear(_c: object, _cursor: object, sql: str, values: object, _context: object, _many: bool) -> None:
        asked.append((sql, values))

    with office.acting.read() as connection:
        event.listen(connection.engine, "before_cursor_execute", hear)
        engine = connection.engine
    try:
        for query in queries:
            office.customers.first_rows(query, 8, by=office.user)
        if search:
            office.search.find(search, by=office.user)
    finally:
        event.remove(engine, "before_cursor_execute", hear)
    with office.acting.read() as connection:
        return [
            row[3]
            for sql, values in asked
            if "FROM customer " in sql.replace("\n", " ")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)  # type: ignore[arg-type]
        ]


def test_no_first_page_is_sorted(office: OpenOffice) -> None:
    indexed = (
        CustomerSort.NAME, CustomerSort.NUMBER, CustomerSort.LAST_PURCHASE, CustomerSort.TOTAL_SPENT,
        CustomerSort.NEXT_CONTACT, CustomerSort.CREATED,
    )  # fmt: skip
    queries = [CustomerQuery(sort=sort, descending=down) for sort in indexed for down in (False, True)]

    found = plans(office, *queries)

    assert len(found) >= len(queries)
    assert not [step for step in found if "TEMP B-TREE" in step]


def test_found_customers_are_looked_up_by_id(office: OpenOffice, tmp_path: Path) -> None:
    found = plans(office, search="ada")

    assert [step for step in found if "customer USING INTEGER PRIMARY KEY" in step]
    assert not [step for step in found if "hidden=?" in step]


def test_an_office_without_customers_lists_none(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    for sort in CustomerSort:
        for chosen in FILTERS.values():
            assert not office.customers.ids(CustomerQuery(filter=chosen, sort=sort), by=office.user)
    assert office.customers.count(CustomerQuery(), by=office.user) == 0
    with office.acting.read() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM customer")).scalar_one() == 0
    office.close()
