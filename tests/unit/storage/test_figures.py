"""The reports' figures count the office's currency only, and read the index of days alone where there is no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from cims_desktop.domain.dates import Month
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import figures
from tests.offices import TODAY, add_customer, make_office, make_purchase

FIRST = TODAY - timedelta(days=40)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    made = make_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def buyers(office: OpenOffice) -> list[int]:
    """Three customers who spent 30, 20 (10 of it paid back) and 10 in two months."""
    found = [add_customer(office, name, contacts=()) for name in ("Ada", "Bob", "Cyd")]
    for record, prices in zip(found, ((1000, 2000), (2000,), (1000,)), strict=True):
        for back, price in enumerate(prices):
            day = TODAY - timedelta(days=31 * back)
            office.purchases.record(make_purchase(record, price, on=day), by=office.user)
    (bought,) = office.purchases.of_customer(found[1], by=office.user)
    office.purchases.refund(bought.id or 0, {0: 500}, by=office.user)
    return found


def top(office: OpenOffice) -> list[tuple[str, int, int]]:
    with office.acting.read() as connection:
        found = figures.by_customer(connection, "CNY", FIRST, TODAY, 20)
    return [(one.name, one.orders, one.revenue) for one in found]


def test_the_best_customers_come_first_with_orders_and_what_stayed(
    office: OpenOffice, buyers: list[int]
) -> None:
    assert top(office) == [("Ada", 2, 3000), ("Bob", 1, 1000), ("Cyd", 1, 1000)]


def test_another_currency_is_left_out(office: OpenOffice, buyers: list[int]) -> None:
    foreign = replace(make_purchase(buyers[2], 9_999_999), currency="USD")
    before = top(office)
    office.purchases.record(foreign, by=office.user)

    after = top(office)

    with office.acting.read() as connection:
        assert figures.other_currencies(connection, "CNY") == ("USD",)
    assert after == before


def test_a_refund_is_no_buyer_of_its_month(office: OpenOffice, buyers: list[int]) -> None:
    with office.acting.read() as connection:
        months = figures.month_sales(connection, "CNY", Month.of(FIRST), Month.of(TODAY), with_customers=True)

    assert [month.customers for month in months] == [1, 3]


def test_one_currency_reads_the_index_of_days_alone(office: OpenOffice, buyers: list[int]) -> None:
    asked: list[tuple[str, object]] = []

    def hear(_c: object, _cursor: object, sql: str, values: object, _context: object, _many: bool) -> None:
        asked.append((sql, values))

    with office.acting.read() as connection:
        event.listen(connection.engine, "before_cursor_execute", hear)
        try:
            figures.by_customer(connection, "CNY", FIRST, TODAY, 20)
        finally:
            event.remove(connection.engine, "before_cursor_execute", hear)
        sql, values = asked[-1]
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]  # type: ignore[arg-type]

    assert any("purchase USING COVERING INDEX ix_purchase_by_day" in step for step in plan), plan
