"""Remembered counts of buyers: a sale that comes in while they are counted is never forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import figures
from cims_desktop.storage.engine import Connection
from tests.offices import TODAY, add_customer, make_purchase

LONG_AGO = TODAY - timedelta(days=200)


def test_a_sale_of_the_past_that_comes_in_while_buyers_are_counted_shows_the_next_time(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = add_customer(office), add_customer(office, "Somebody else")
    office.purchases.record(make_purchase(one, on=LONG_AGO), by=office.user)
    real = figures.buyers

    def interrupted(
        connection: Connection, windows: Sequence[tuple[date, date]]
    ) -> Sequence[tuple[int, int]]:
        counted = real(connection, windows)
        monkeypatch.setattr(figures, "buyers", real)
        office.purchases.record(make_purchase(two, on=LONG_AGO), by=office.user)
        return counted

    monkeypatch.setattr(figures, "buyers", interrupted)

    office.reports.dashboard(12, by=office.user)
    then = office.reports.dashboard(12, by=office.user).active_customers

    assert (then.value, then.before) == (2, 2)


def test_counts_of_past_days_are_remembered_when_nothing_came_in(office: OpenOffice) -> None:
    office.purchases.record(make_purchase(add_customer(office), on=LONG_AGO), by=office.user)

    office.reports.dashboard(12, by=office.user)

    with office.acting.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM summary_buyers").scalar_one() > 0


def test_the_dashboard_is_shown_although_nothing_can_be_written(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.purchases.record(make_purchase(add_customer(office), on=LONG_AGO), by=office.user)

    def held(*_arguments: object) -> None:
        raise OfficeFault("in_use")

    monkeypatch.setattr(figures, "remember_buyers", held)

    assert office.reports.dashboard(12, by=office.user).active_customers.value == 1
