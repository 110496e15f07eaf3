"""Purchases from a file: lines, customers and products on the way, refunds, figures."""

from __future__ import annotations

from datetime import UTC, date, datetime

from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.purchases import Purchase, PurchaseState
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.services.importing import ImportPlan
from cims_desktop.storage import summaries
from tests.unit.importing.support import Desk, codes

HEADER = "purchase_number,customer_number,purchased_on,product_sku,product_name,quantity,unit_price"


def purchases_of(desk: Desk, number: str) -> list[Purchase]:
    """A customer's purchases, the oldest first."""
    customer = desk.one(number).id or 0
    return list(reversed(desk.office.purchases.of_customer(customer, by=desk.office.user)))


def test_rows_of_one_number_are_one_purchase_with_lines(desk: Desk) -> None:
    desk.customers("number,name", "K1,Ada")

    outcome = desk.purchases(
        HEADER,
        "7,K1,2026-01-05,T1,Longjing,2,99.50",
        "8,K1,2026-01-06,T2,Cup,1,5",
        "7,K1,2026-01-05,T2,Cup,3,5",
    )

    first, second = purchases_of(desk, "K1")
    assert (outcome.created, dict(outcome.records)) == (3, {"customers": 0, "products": 2, "purchases": 2})
    assert (first.number, first.external_ref, first.purchased_on) == ("7", "7", date(2026, 1, 5))
    assert [(line.description, line.quantity, line.unit_price, line.amount) for line in first.lines] == [
        ("Longjing", 2000, 9950, 19900), ("Cup", 3000, 500, 1500),
    ]  # fmt: skip
    assert (first.total, second.total, first.currency) == (21400, 500, "CNY")
    summary = desk.one("K1").summary
    assert (summary.purchases, summary.total_spent, summary.last_purchase) == (2, 21900, date(2026, 1, 6))
    assert desk.healthy()


def test_products_are_made_once_with_their_first_price(desk: Desk) -> None:
    desk.purchases(
        HEADER,
        "1,K1,2026-01-05,T1,Longjing,1,99.50",
        "2,K1,2026-01-06,T1,Long jing,1,80",
        create_customers=True,
    )

    (product,) = desk.office.products.listing(by=desk.office.user)
    assert (product.sku, product.name, product.price) == ("T1", "Longjing", 9950)


def test_unknown_customers_are_refused_or_made(desk: Desk) -> None:
    rows = ("1,K9,2026-01-05,T1,Tea,1,10",)

    refused = desk.purchases(HEADER, *rows)
    assert codes(refused) == [(2, "customer_number", "customer_unknown")]

    made = desk.purchases(HEADER, *rows, create_customers=True, customer_word="客户")
    assert made.records["customers"] == 1
    assert desk.one("K9").name == "客户 K9"
    assert desk.healthy()


def test_the_same_purchases_twice_change_nothing(desk: Desk) -> None:
    rows = ("1,K1,2026-01-05,T1,Tea,1,10", ",K1,2026-01-05,T1,Tea,1,10", ",K1,2026-01-05,T1,Tea,1,10")
    first = desk.purchases(HEADER, *rows, create_customers=True)
    before = desk.counts()

    again = desk.purchases(HEADER, *rows, create_customers=True)

    assert (first.created, first.records["purchases"]) == (3, 3)
    assert (again.created, again.unchanged, again.run) == (0, 3, None)
    assert desk.counts() == before


def test_a_purchase_lands_whole_or_not_at_all(desk: Desk) -> None:
    path = desk.file(
        HEADER, "1,K1,2026-01-05,T1,Tea,1,10", "1,K1,2026-01-05,T2,Cup,never,5", "2,K1,2026-01-06,T1,Tea,1,10"
    )

    outcome = desk.bring(path, ImportKind.PURCHASES, create_customers=True)

    assert codes(outcome) == [(3, "quantity", "not_a_number"), (2, "purchase_number", "purchase_incomplete")]
    assert outcome.read == outcome.created + outcome.refused_count == 3
    assert [purchase.number for purchase in purchases_of(desk, "K1")] == ["2"]
    assert [product.sku for product in desk.office.products.listing(by=desk.office.user)] == ["T1"]


def test_a_customer_is_not_made_for_refused_purchases_only(desk: Desk) -> None:
    outcome = desk.purchases(
        HEADER, "1,K1,2026-01-05,T1,Tea,1,10", "1,K1,2026-01-05,T1,Tea,0,10", create_customers=True
    )

    assert (outcome.refused_count, outcome.records["customers"]) == (2, 0)
    assert desk.all() == []


def test_a_day_to_come_is_refused(desk: Desk) -> None:
    outcome = desk.purchases(HEADER, "1,K1,2026-03-03,T1,Tea,1,10", create_customers=True)

    assert codes(outcome) == [(2, "purchased_on", "in_future")]


def test_a_row_without_a_customer_is_refused(desk: Desk) -> None:
    outcome = desk.purchases(HEADER, "1,,2026-01-03,T1,Tea,1,10", create_customers=True)

    assert [code for _, _, code in codes(outcome)] == ["customer_missing"]


def test_a_customer_is_never_told_by_name_alone(desk: Desk) -> None:
    outcome = desk.purchases("customer_name,purchased_on,amount", "Ada,2026-01-03,10", create_customers=True)

    assert codes(outcome) == [(2, "customer_name", "customer_by_name")]


def test_a_given_amount_stays_exact(desk: Desk) -> None:
    desk.purchases(
        "customer_number,purchased_on,quantity,amount", "K1,2026-01-03,3,10.00", create_customers=True
    )

    (purchase,) = purchases_of(desk, "K1")
    (line,) = purchase.lines
    assert (line.quantity, line.unit_price, line.amount, purchase.total) == (3000, 333, 1000, 1000)


def test_other_currencies_are_kept_apart(desk: Desk) -> None:
    desk.purchases(
        "customer_number,purchased_on,amount,currency", "K1,2026-01-03,10.00,USD", "K1,2026-01-04,500,JPY",
        "K1,2026-01-05,7,", "K1,2026-01-05,7,Dollars", create_customers=True,
    )  # fmt: skip

    assert [(one.total, one.currency) for one in purchases_of(desk, "K1")] == [
        (1000, "USD"), (500, "JPY"), (700, "CNY"),
    ]  # fmt: skip
    assert desk.one("K1").summary.total_spent == 700
    assert desk.healthy()


def test_the_time_of_a_purchase_is_the_offices_clock(desk: Desk) -> None:
    desk.purchases(
        "customer_number,purchased_on,amount", "K1,2026-01-03 23:30,1", "K1,2026-01-03T23:30:00Z,1",
        create_customers=True,
    )  # fmt: skip

    first, second = purchases_of(desk, "K1")
    assert (first.purchased_on, first.purchased_at) == (
        date(2026, 1, 3),
        datetime(2026, 1, 3, 15, 30, tzinfo=UTC),
    )
    assert (second.purchased_on, second.purchased_at) == (
        date(2026, 1, 4),
        datetime(2026, 1, 3, 23, 30, tzinfo=UTC),
    )


def cancelling(desk: Desk, *rows: str) -> ImportPlan:
    """A plan whose purchase numbers with a leading C are cancellations."""
    path = desk.file(HEADER, *rows, name="sales.csv")
    titles = HEADER.split(",")
    columns = tuple(ColumnMapping(at, title, title) for at, title in enumerate(titles))
    mapping = Mapping(ImportKind.PURCHASES, columns, cancel_prefix="C", width=len(titles))
    description = desk.office.importing.describe(path)
    return ImportPlan(path, ImportKind.PURCHASES, mapping, description.options, create_customers=True)


def test_a_cancellation_is_linked_to_the_sale_of_its_number(desk: Desk) -> None:
    rows = ("C7,K1,2026-01-08,T1,Tea,-2,10", "7,K1,2026-01-05,T1,Tea,2,10", "8,K1,2026-01-06,T1,Tea,2,10")
    plan = cancelling(desk, *rows)

    desk.office.importing.run(plan, by=desk.office.user)

    sale, other, refund = purchases_of(desk, "K1")
    assert (refund.total, refund.refund_of, refund.is_refund) == (-2000, sale.id, True)
    assert (sale.state, other.state) == (PurchaseState.REFUNDED, PurchaseState.COMPLETED)
    assert desk.one("K1").summary.purchases == 2
    assert desk.healthy()


def test_a_cancellation_is_linked_to_the_newest_earlier_sale_of_its_products(desk: Desk) -> None:
    plan = cancelling(
        desk, "1,K1,2026-01-05,T1,Tea,5,10", "2,K1,2026-01-06,T1,Tea,1,10", "3,K1,2026-01-20,T1,Tea,9,10",
        "C9,K1,2026-01-08,T1,Tea,-3,10",
    )  # fmt: skip

    desk.office.importing.run(plan, by=desk.office.user)

    by_number = {one.number: one for one in purchases_of(desk, "K1")}
    assert by_number["C9"].refund_of == by_number["1"].id
    assert by_number["1"].state is PurchaseState.COMPLETED
    assert desk.office.purchases.refunded(by_number["1"].id or 0, by=desk.office.user) == {0: 3000}


def test_a_cancellation_finds_a_sale_of_an_earlier_import(desk: Desk) -> None:
    desk.office.importing.run(cancelling(desk, "1,K1,2026-01-05,T1,Tea,5,10"), by=desk.office.user)
    desk.office.importing.run(
        cancelling(desk, "C5,K1,2026-01-08,T1,Tea,-2,10", "C1,K1,2026-01-09,T9,Pot,-1,10"),
        by=desk.office.user,
    )

    sale, by_product, by_number = purchases_of(desk, "K1")
    assert (by_product.refund_of, by_number.refund_of) == (sale.id, sale.id)


def test_money_back_without_a_sale_stays_a_purchase_by_itself(desk: Desk) -> None:
    outcome = desk.office.importing.run(
        cancelling(desk, "C5,K1,2026-01-08,T1,Tea,-2,10"), by=desk.office.user
    )

    (refund,) = purchases_of(desk, "K1")
    assert outcome.created == 1
    assert (refund.total, refund.refund_of) == (-2000, None)
    assert desk.one("K1").summary.total_spent == -2000
    assert desk.healthy()


def test_the_days_of_imported_sales_are_those_that_are_computed_anew(desk: Desk) -> None:
    """Earlier, later and in between, several of one day, and a first import that knows one sale only."""
    imports = (("05",), ("03", "04"), ("09", "09"), ("06",), ("09",))
    for number, days in enumerate(imports):
        rows = [f"{number}{at},K1,2026-01-{day},T1,Tea,1,10" for at, day in enumerate(days)]
        desk.purchases(HEADER, *rows, create_customers=True)
        with desk.office.acting.database.write() as connection:
            query = (
                "SELECT purchases, total_spent, first_purchase, last_purchase, prior_purchase FROM customer"
            )
            added = connection.exec_driver_sql(query).one()
            summaries.customer_purchases(connection, 1)
            assert connection.exec_driver_sql(query).one() == added

    assert tuple(added) == (7, 7000, "2026-01-03", "2026-01-09", "2026-01-09")
