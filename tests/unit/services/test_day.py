"""A day at the desk: history, purchases, refunds, scores and the figures that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Invalid, PermissionDenied, StaleRecord
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState
from cims_desktop.domain.purchases import Product, PurchaseLine, PurchaseState
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.domain.timeline import EntryKind
from cims_desktop.services.office import OpenOffice
from tests.offices import NOON, TODAY, add_customer, make_purchase


def test_a_purchase_updates_totals_and_last_purchase_at_once(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.purchases.record(make_purchase(customer_id, 1999, 501), by=office.user)
    office.purchases.record(make_purchase(customer_id, 1000, on=date(2026, 1, 5)), by=office.user)

    summary = office.customers.get(customer_id, by=office.user).summary

    assert (summary.purchases, summary.total_spent) == (2, 3500)
    assert (summary.first_purchase, summary.last_purchase) == (date(2026, 1, 5), TODAY)


def test_a_refund_is_a_linked_negative_purchase(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    bought = replace(
        make_purchase(customer_id), lines=(PurchaseLine("Tea", 3000, 700), PurchaseLine("Cup", 1000, 900))
    )
    changes = office.purchases.record(bought, by=office.user)
    (purchase_id,) = changes.purchases

    office.purchases.refund(purchase_id, {0: 1000}, by=office.user)

    newest = office.purchases.of_customer(customer_id, by=office.user)[0]
    assert (newest.total, newest.refund_of) == (-700, purchase_id)
    assert office.purchases.refunded(purchase_id, by=office.user) == {0: 1000}
    assert office.customers.get(customer_id, by=office.user).summary.total_spent == 2300

    office.purchases.refund(purchase_id, {0: 2000, 1: 1000}, by=office.user)
    assert office.purchases.get(purchase_id, by=office.user).state is PurchaseState.REFUNDED
    assert office.customers.get(customer_id, by=office.user).summary.total_spent == 0


def test_more_than_was_bought_cannot_be_refunded(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    (purchase_id,) = office.purchases.record(make_purchase(customer_id), by=office.user).purchases
    office.purchases.refund(purchase_id, {0: 600}, by=office.user)

    with pytest.raises(Invalid) as refused:
        office.purchases.refund(purchase_id, {0: 500}, by=office.user)

    assert refused.value.problems[0].params["left"] == 0.4


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(1899, 12, 31)])
def test_an_impossible_purchase_day_is_refused(office: OpenOffice, day: date) -> None:
    customer_id = add_customer(office)
    with pytest.raises(Invalid):
        office.purchases.record(make_purchase(customer_id, on=day), by=office.user)


def test_the_timeline_holds_calls_purchases_and_scores_newest_first(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    call = Interaction(customer_id, InteractionKind.CALL, NOON - timedelta(days=2), "asked about tea")
    office.timeline.record(call, by=office.user)
    office.purchases.record(make_purchase(customer_id, on=TODAY - timedelta(days=1)), by=office.user)
    office.satisfaction.record(SurveyResponse(customer_id, Metric.NPS, 9, NOON), by=office.user)

    entries = office.timeline.entries(customer_id, by=office.user)

    assert [entry.kind for entry in entries] == [
        EntryKind.RESPONSE,
        EntryKind.PURCHASE,
        EntryKind.INTERACTION,
    ]
    assert entries[2].by_name == "Mei Chen"


def test_a_next_contact_makes_a_follow_up_until_it_is_cleared(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    note = Interaction(customer_id, InteractionKind.NOTE, NOON, "call back", next_contact=TODAY)
    office.timeline.record(note, by=office.user)

    due = office.timeline.follow_ups(TODAY, by=office.user)
    assert [(one.customer_id, one.text) for one in due] == [(customer_id, "call back")]

    office.timeline.plan(customer_id, None, by=office.user)
    assert office.timeline.follow_ups(TODAY, by=office.user) == ()


@pytest.mark.parametrize(
    ("metric", "score"), [(Metric.NPS, 11), (Metric.CSAT, 0), (Metric.CES, 8), (Metric.NPS, -1)]
)
def test_scores_outside_their_scale_are_refused(office: OpenOffice, metric: Metric, score: int) -> None:
    customer_id = add_customer(office)
    with pytest.raises(Invalid):
        office.satisfaction.record(SurveyResponse(customer_id, metric, score, NOON), by=office.user)


def test_preferences_keep_consents_and_refuse_a_stale_save(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    empty = office.preferences.get(customer_id, by=office.user)
    granted = Consent(ConsentChannel.SMS, ConsentState.GRANTED, given_on=TODAY)
    office.preferences.save(replace(empty, interests=("tea",), consents=(granted,)), by=office.user)

    stored = office.preferences.get(customer_id, by=office.user)
    assert stored.consent(ConsentChannel.SMS) is ConsentState.GRANTED
    assert stored.consent(ConsentChannel.PHONE) is ConsentState.UNKNOWN
    with pytest.raises(StaleRecord):
        office.preferences.save(empty, by=office.user)


def test_a_sku_is_used_once(office: OpenOffice) -> None:
    office.products.add(Product("Green tea", sku="T-1", price=1999), by=office.user)
    with pytest.raises(Invalid) as refused:
        office.products.add(Product("Black tea", sku="T-1"), by=office.user)
    assert refused.value.problems[0].code == "taken"
    assert [p.name for p in office.products.listing("green", by=office.user)] == ["Green tea"]


def test_the_dashboard_counts_what_happened(office: OpenOffice) -> None:
    first, second = add_customer(office, "One"), add_customer(office, "Two")
    for customer_id, price, day in (
        (first, 1000, TODAY), (first, 500, date(2026, 10, 15)), (second, 700, date(2026, 10, 30)),
        (second, 100, date(2025, 1, 1)),
    ):  # fmt: skip
        office.purchases.record(make_purchase(customer_id, price, on=day), by=office.user)
    for score in (5, 4, 3):
        office.satisfaction.record(SurveyResponse(first, Metric.CSAT, score, NOON), by=office.user)

    board = office.reports.dashboard(12, by=office.user)

    assert board.active_customers.value == 2
    assert (board.sales_this_month.value, board.sales_this_month.before) == (1000, 500)
    assert (board.satisfaction.value, board.split.counts) == (4.0, (0, 0, 1, 1, 1))
    assert board.repeat_rate.value == 0.5
    assert [m.revenue for m in board.sales][-2:] == [1200, 1000]
    assert len(board.sales) == 12


def test_other_currencies_are_kept_apart_and_said(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.purchases.record(replace(make_purchase(customer_id, 1000), currency="USD"), by=office.user)

    assert office.customers.get(customer_id, by=office.user).summary.total_spent == 0
    board = office.reports.dashboard(12, by=office.user)
    assert (board.sales_this_month.value, board.other_currencies) == (0, ("USD",))


def test_an_nps_of_promoters_less_detractors(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    for score in (10, 9, 7, 3):
        office.satisfaction.record(SurveyResponse(customer_id, Metric.NPS, score, NOON), by=office.user)
    nps = office.satisfaction.overview(TODAY - timedelta(days=30), TODAY, by=office.user).metrics[0]
    assert (nps.score, nps.replies) == (25.0, 4)


def test_answers_of_each_month_are_counted_by_the_offices_days(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    midnight = datetime(2026, 10, 31, 16, tzinfo=UTC)  # in Shanghai November begins
    given = (
        (Metric.NPS, 0, midnight - timedelta(milliseconds=1)),
        (Metric.NPS, 10, midnight),
        (Metric.NPS, 9, NOON),
        (Metric.CSAT, 4, NOON),
        (Metric.CSAT, 1, NOON - timedelta(days=200)),
    )
    for metric, score, at in given:
        office.satisfaction.record(SurveyResponse(customer_id, metric, score, at), by=office.user)

    found = office.satisfaction.overview(date(2026, 9, 10), TODAY, by=office.user)

    by_metric = {one.metric: one for one in found.metrics}
    september, october, november = (Month(2026, month) for month in (9, 10, 11))
    nps, csat, ces = (by_metric[metric] for metric in (Metric.NPS, Metric.CSAT, Metric.CES))
    assert nps.by_month == ((september, None, 0), (october, -100.0, 1), (november, 100.0, 2))
    assert (nps.replies, nps.counts) == (3, ((0, 1), (9, 1), (10, 1)))
    assert (csat.replies, csat.score, csat.by_month[2]) == (1, 4.0, (november, 4.0, 1))
    assert (ces.replies, ces.score, len(ces.by_month)) == (0, None, 3)


def test_activity_tells_the_currency_of_a_purchase_and_its_refund(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    foreign = replace(make_purchase(customer_id, 1000), currency="USD")
    (bought,) = office.purchases.record(foreign, by=office.user).purchases
    office.purchases.refund(bought, {0: 1000}, by=office.user)

    refund, purchase, made = office.reports.activity(3, by=office.user)

    assert [(row.amount, row.currency) for row in (refund, purchase, made)] == [
        (-1000, "USD"), (1000, "USD"), (None, ""),
    ]  # fmt: skip


def test_a_purchase_of_several_goods_is_one_order_of_their_category(office: OpenOffice) -> None:
    for name in ("Tea", "Milk"):
        office.products.add(Product(name, category="Drinks", price=500), by=office.user)
    goods = {one.name: one.id for one in office.products.listing(by=office.user)}
    customer_id = add_customer(office)
    lines = (
        PurchaseLine("Tea", 2000, 500, product_id=goods["Tea"]),
        PurchaseLine("Milk", 1000, 300, product_id=goods["Milk"]),
        PurchaseLine("Tea", 1000, 500, product_id=goods["Tea"]),
        PurchaseLine("Tea", 1000, 50),
    )
    for _turn in range(2):
        office.purchases.record(replace(make_purchase(customer_id), lines=lines), by=office.user)

    report = office.reports.sales(Month(2026, 11), Month(2026, 11), by=office.user)

    assert [(one.name, one.orders, one.quantity, one.revenue) for one in report.categories] == [
        ("Drinks", 2, 8000, 3600), ("", 2, 2000, 100),
    ]  # fmt: skip
    assert [(one.name, one.orders, one.quantity, one.revenue) for one in report.products] == [
        ("Tea", 2, 8000, 3100), ("Milk", 2, 2000, 600),
    ]  # fmt: skip


def test_a_refund_lowers_the_sales_of_a_category_but_is_no_purchase_of_it(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    (bought,) = office.purchases.record(make_purchase(customer_id), by=office.user).purchases
    office.purchases.refund(bought, {0: 1000}, by=office.user)

    report = office.reports.sales(Month(2026, 11), Month(2026, 11), by=office.user)

    assert [one.orders for one in report.categories] == [1]
    assert [one.orders for one in report.products] == [1]
    assert sum(one.orders for one in report.months) == 1


def test_the_sales_report_adds_up_in_every_table(office: OpenOffice) -> None:
    office.products.add(Product("Tea", category="Drinks", price=500), by=office.user)
    (tea,) = office.products.listing(by=office.user)
    customer_id = add_customer(office)
    lines = (PurchaseLine("Tea", 2000, 500, product_id=tea.id), PurchaseLine("Extra", 1000, 250))
    office.purchases.record(replace(make_purchase(customer_id), lines=lines), by=office.user)

    report = office.reports.sales(Month(2026, 11), Month(2026, 11), by=office.user)

    assert (
        report.revenue
        == 1250
        == sum(c.revenue for c in report.categories)
        == sum(p.revenue for p in report.products)
    )
    assert (report.customers[0].revenue, report.months[0].customers, report.buyers) == (1250, 1, 1)


def test_front_desk_may_not_export_or_edit_products(office: OpenOffice) -> None:
    desk = replace(office.user, role=READY_ROLES[RoleName.FRONT_DESK])
    with pytest.raises(PermissionDenied):
        office.products.add(Product("Tea"), by=desk)


def test_a_clock_set_back_breaks_neither_journal_nor_check(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office._acting.clock.now -= timedelta(days=400)  # type: ignore[attr-defined]
    seen = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="Set back"), by=office.user)

    assert office.health.check(by=office.user, deep=True).ok
