"""A customer and his preferences are saved together, or neither is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Invalid, StaleRecord
from cims_desktop.domain.preferences import LONGEST_TEXT
from cims_desktop.services.office import OpenOffice
from tests.offices import TODAY, FakeClock, add_customer, make_purchase


def test_form_and_preferences_are_one_act(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    liked = office.preferences.get(customer_id, by=office.user)
    acts = len(office.reports.activity(50, by=office.user))

    changes = office.customers.amend_with(
        replace(seen, name="Ada King"), replace(liked, interests=("tea",)), by=office.user
    )

    newest = office.reports.activity(50, by=office.user)
    assert len(newest) == acts + 1
    assert (newest[0].act, newest[0].detail) == (changes.act, "interests,name")
    assert changes.customers == {customer_id}
    assert office.customers.get(customer_id, by=office.user).name == "Ada King"
    assert office.preferences.get(customer_id, by=office.user).interests == ("tea",)


def test_preferences_that_somebody_else_saved_first_keep_the_customer_unsaved(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    liked = office.preferences.get(customer_id, by=office.user)
    office.preferences.save(replace(liked, interests=("coffee",)), by=office.user)

    with pytest.raises(StaleRecord):
        office.customers.amend_with(
            replace(seen, name="Ada King"), replace(liked, interests=("tea",)), by=office.user
        )

    assert office.customers.get(customer_id, by=office.user) == seen


def test_a_customer_whom_somebody_else_saved_first_keeps_the_preferences_unsaved(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    liked = office.preferences.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="Theirs"), by=office.user)

    with pytest.raises(StaleRecord):
        office.customers.amend_with(
            replace(seen, name="Mine"), replace(liked, interests=("tea",)), by=office.user
        )

    assert office.preferences.get(customer_id, by=office.user) == liked


def test_words_that_are_too_long_keep_the_customer_unsaved(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    liked = office.preferences.get(customer_id, by=office.user)

    with pytest.raises(Invalid):
        office.customers.amend_with(
            replace(seen, name="Ada King"),
            replace(liked, interests=("x" * (LONGEST_TEXT + 1),)),
            by=office.user,
        )

    assert office.customers.get(customer_id, by=office.user) == seen


def test_the_months_alone_agree_with_the_sales_report(office: OpenOffice) -> None:
    office.purchases.record(make_purchase(add_customer(office), 1999, 501), by=office.user)
    last = Month.of(TODAY)

    months = office.reports.months(last.plus(-2), last, by=office.user)

    report = office.reports.sales(last.plus(-2), last, by=office.user)
    assert [(one.month, one.orders, one.revenue) for one in months] == [
        (one.month, one.orders, one.revenue) for one in report.months
    ]
    assert months[-1].revenue == 2500


def test_the_office_tells_the_time_by_its_own_clock(office: OpenOffice, clock: FakeClock) -> None:
    clock.now = clock.now.replace(year=2031, microsecond=123_456)

    assert office.now() == clock.now.replace(microsecond=123_000)
