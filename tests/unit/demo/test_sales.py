"""Made-up purchases: exact sums, refunds that fit, season and trend."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from cims_desktop.domain.customers import CustomerSummary
from cims_desktop.domain.dates import Month
from cims_desktop.domain.purchases import Purchase, PurchaseState, check_purchase, priced
from cims_desktop.services.demo.customers.records import Portrait
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.demo.history.purchases import purchases
from cims_desktop.services.demo.history.seasons import busyness, new_year
from cims_desktop.services.demo.lists.products import ARTICLES, CATEGORIES
from cims_desktop.services.demo.plan import DemoPlan


@pytest.fixture(scope="module")
def bought(made: MadeUpOffice) -> list[Purchase]:
    return [one for batch in made.sales.months() for one in purchases(made.sales, batch)]


def test_totals_equal_their_lines_computed_by_the_domain(bought: list[Purchase]) -> None:
    for one in bought:
        assert priced(one) == one


def test_there_are_exactly_as_many_sales_as_asked_for(bought: list[Purchase]) -> None:
    sales = [one for one in bought if one.refund_of is None]

    assert len(sales) == 24_000
    assert all(not one.is_refund for one in sales)


def test_ids_and_numbers_ascend_with_time_up_to_now(bought: list[Purchase], plan: DemoPlan) -> None:
    instants = [one.purchased_at for one in bought]

    assert [one.id for one in bought] == list(range(1, len(bought) + 1))
    assert instants == sorted(instants, key=lambda instant: instant.timestamp() if instant else 0)
    assert all(instant is not None and instant <= plan.now for instant in instants)
    assert all(one.number == f"P{one.id:06d}" for one in bought)


def test_a_sale_would_be_accepted_by_the_form(bought: list[Purchase], plan: DemoPlan) -> None:
    for one in bought:
        assert check_purchase(one, plan.today) == ()
        described = [line.description for line in one.lines]
        assert len(described) == len(set(described))


def test_refunds_pay_back_lines_of_an_earlier_sale(bought: list[Purchase]) -> None:
    by_id = {one.id: one for one in bought}
    refunds = [one for one in bought if one.refund_of is not None]

    assert 0.01 < len(refunds) / len(bought) < 0.02
    for refund in refunds:
        sale = by_id[refund.refund_of]
        assert sale.customer_id == refund.customer_id
        assert sale.purchased_on < refund.purchased_on
        sold = {(line.product_id, line.quantity, line.unit_price) for line in sale.lines}
        assert {(line.product_id, -line.quantity, line.unit_price) for line in refund.lines} <= sold
        whole = refund.total == -sale.total
        assert (sale.state is PurchaseState.REFUNDED) == whole


def test_nobody_is_refunded_twice(bought: list[Purchase]) -> None:
    originals = Counter(one.refund_of for one in bought if one.refund_of is not None)

    assert max(originals.values()) == 1


def test_the_summary_of_each_customer_equals_a_recomputation(
    bought: list[Purchase], portraits: list[Portrait]
) -> None:
    counts, spent = Counter[int](), Counter[int]()
    days: defaultdict[int, list[date]] = defaultdict(list)
    for one in bought:
        spent[one.customer_id] += one.total
        if one.refund_of is None:
            counts[one.customer_id] += 1
            days[one.customer_id].append(one.purchased_on)

    for portrait in portraits:
        customer = portrait.customer
        mine = days[customer.id or 0]
        assert customer.summary == CustomerSummary(
            purchases=counts[customer.id or 0],
            total_spent=spent[customer.id or 0],
            first_purchase=min(mine, default=None),
            last_purchase=max(mine, default=None),
            next_contact=customer.summary.next_contact,
        )


def test_nobody_buys_before_joining(bought: list[Purchase], made: MadeUpOffice) -> None:
    joined = made.population.joined.tolist()

    assert all((one.purchased_on - made.plan.first_day).days >= joined[one.customer_id - 1] for one in bought)


def test_sales_grow_over_the_years(bought: list[Purchase], plan: DemoPlan) -> None:
    year = timedelta(days=365)
    last = sum(one.total for one in bought if one.purchased_on > plan.today - year)
    before = sum(one.total for one in bought if plan.today - 2 * year < one.purchased_on <= plan.today - year)
    first = sum(one.total for one in bought if one.purchased_on <= plan.first_day + year)

    assert first * 1.2 < before
    assert before < last < before * 1.8


def test_the_month_of_the_chinese_new_year_is_quiet_and_the_sales_days_are_busy(
    bought: list[Purchase],
) -> None:
    months = Counter(Month.of(one.purchased_on) for one in bought if one.refund_of is None)
    days = Counter(one.purchased_on for one in bought if one.refund_of is None)
    usual = len(days) and sum(days.values()) / len(days)

    for year in (2023, 2024, 2025):
        festival = [new_year(year) + timedelta(days=shift) for shift in range(-2, 6)]
        assert sum(days[day] for day in festival) / len(festival) < 0.65 * usual
        assert days[date(year, 11, 11)] > 1.4 * usual
    assert months[Month(2026, 2)] < months[Month(2025, 12)]


def test_the_office_can_be_closed_on_sundays(plan: DemoPlan) -> None:
    closed = MadeUpOffice(DemoPlan(400, 3000, 1, plan.now, closed_sundays=True))

    days = [one.purchased_on for batch in closed.sales.months() for one in purchases(closed.sales, batch)]
    sales = [
        one for batch in closed.sales.months() for one in purchases(closed.sales, batch) if not one.refund_of
    ]
    on_sundays = sum(one.purchased_on.weekday() == 6 for one in sales)

    assert busyness(date(2026, 6, 28), closed_sundays=True) == 0
    assert len(days) >= 3000
    assert on_sundays < 0.01 * len(sales)


def test_customers_behave_in_different_ways(
    bought: list[Purchase], portraits: list[Portrait], plan: DemoPlan
) -> None:
    counts = Counter(one.customer_id for one in bought if one.refund_of is None)
    last = {one.customer_id: one.purchased_on for one in bought}
    recent = plan.today - timedelta(days=90)

    once = sum(count == 1 for count in counts.values())
    loyal = [who for who, count in counts.items() if count >= 25 and last[who] > recent]
    lost = [
        who for who, count in counts.items() if count >= 4 and last[who] < plan.today - timedelta(days=300)
    ]

    assert 0.2 < once / 3000 < 0.45
    assert len(loyal) > 60
    assert len(lost) > 100
    assert 0.03 < 1 - len(counts) / len(portraits) < 0.15


def test_the_catalogue_has_ten_categories_of_twelve_articles_in_both_languages() -> None:
    assert len(CATEGORIES) == 10
    assert set(Counter(article.category for article in ARTICLES).values()) == {12}
    assert len({article.sku for article in ARTICLES}) == len(ARTICLES)
    assert (
        len({article.names[0] for article in ARTICLES})
        == len({article.names[1] for article in ARTICLES})
        == 120
    )
    assert all(article.price >= 1000 for article in ARTICLES)
    assert all(article.names[1].isascii() for article in ARTICLES)


@pytest.mark.parametrize(("customers", "wanted"), [(1, 0), (1, 9), (50, 3), (40, 0), (300, 300)])
def test_small_and_odd_sizes_are_kept_exactly(plan: DemoPlan, customers: int, wanted: int) -> None:
    small = MadeUpOffice(DemoPlan(customers, wanted, 3, plan.now))

    sales = [
        one
        for batch in small.sales.months()
        for one in purchases(small.sales, batch)
        if one.refund_of is None
    ]

    assert len(sales) == wanted
    assert sum(len(chunk) for chunk in small.customers.chunks()) == customers
    assert list(small.conversations.months())


@pytest.mark.parametrize("hour", [16, 17, 22, 23, 0, 1, 2, 12])
def test_nothing_happens_after_now_at_any_time_of_the_day(hour: int) -> None:
    from datetime import UTC, datetime

    now = datetime(2026, 7, 31, hour, 59, tzinfo=UTC)
    office = MadeUpOffice(DemoPlan(300, 6000, 1, now))

    newest = max(
        one.purchased_at
        for b in office.sales.months()
        for one in purchases(office.sales, b)
        if one.purchased_at
    )
    talked = max(one.occurred_at for month in office.conversations.months() for one in month)
    came = max(
        one.customer.created_at
        for chunk in office.customers.chunks()
        for one in chunk
        if one.customer.created_at
    )

    assert max(newest, talked, came) <= now
    assert now - newest < timedelta(days=2)
