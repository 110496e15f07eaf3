"""The item model of the customer list on a real office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.models.customer_list_model import CustomerListModel
from tests.offices import add_customer, make_customer, make_purchase

Settle = Callable[[], None]
BY_NUMBER = CustomerQuery(sort=CustomerSort.NUMBER, descending=False)


@pytest.fixture
def model(desk: Desk) -> Iterator[CustomerListModel]:
    """The model of the desk's office."""
    made = CustomerListModel(desk)
    yield made
    made.close()


def shown(model: CustomerListModel, position: int) -> str:
    row = model.row(position)
    return "" if row is None else row.name


def fill(desk: Desk, count: int) -> list[int]:
    return [add_customer(desk.office, f"Customer {number:03}", contacts=()) for number in range(count)]


def test_rows_of_a_far_page_are_read_when_they_are_asked_for(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    fill(desk, 300)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(BY_NUMBER)

    assert model.rowCount() == 300
    assert shown(model, 0) == "Customer 000"
    assert shown(model, 299) == ""
    qtbot.waitUntil(lambda: shown(model, 299) == "Customer 299")


def test_the_model_keeps_qts_rules_while_it_loads_and_changes(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, qtmodeltester: ModelTester, settle: Settle
) -> None:
    ids = fill(desk, 140)
    desk.bus.changed.connect(model.refresh)
    qtmodeltester.check(model)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(BY_NUMBER)

    desk.write(lambda: desk.office.customers.delete(ids[3:9], by=desk.user), owner=model)

    qtbot.waitUntil(lambda: model.rowCount() == 134)
    qtmodeltester.check(model)


def test_an_amended_customer_changes_in_place(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    add_customer(desk.office, "Grace")
    desk.bus.changed.connect(model.refresh)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(BY_NUMBER)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))

    changed = replace(desk.office.customers.get(customer_id, by=desk.user), name="Ada King")
    desk.write(lambda: desk.office.customers.amend(changed, by=desk.user), owner=model)

    qtbot.waitUntil(lambda: shown(model, 0) == "Ada King")
    assert resets == []


def test_a_purchase_moves_its_customer_to_the_top_of_a_list_by_spending(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    first, second = fill(desk, 2)
    desk.office.purchases.record(make_purchase(first, 500), by=desk.user)
    desk.bus.changed.connect(model.refresh)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(CustomerQuery(sort=CustomerSort.TOTAL_SPENT))
    assert model.id_at(0) == first

    desk.write(lambda: desk.office.purchases.record(make_purchase(second, 900), by=desk.user), owner=model)

    qtbot.waitUntil(lambda: model.id_at(0) == second)


def test_a_new_customer_joins_the_list(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    fill(desk, 2)
    desk.bus.changed.connect(model.refresh)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(BY_NUMBER)

    desk.publish(desk.office.customers.add(make_customer("Newcomer"), by=desk.user))

    qtbot.waitUntil(lambda: model.rowCount() == 3 and shown(model, 2) == "Newcomer")


def test_a_customer_who_no_longer_fits_the_filter_leaves_the_list(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    gold = add_customer(desk.office, "Ada", tier=Tier.GOLD)
    add_customer(desk.office, "Grace", tier=Tier.GOLD)
    desk.bus.changed.connect(model.refresh)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(replace(BY_NUMBER, filter=CustomerFilter(tiers=(Tier.GOLD,))))

    changed = replace(desk.office.customers.get(gold, by=desk.user), tier=Tier.SILVER)
    desk.write(lambda: desk.office.customers.amend(changed, by=desk.user), owner=model)

    qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_answers_to_an_earlier_query_are_dropped(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    fill(desk, 200)
    add_customer(desk.office, "Zoe", tier=Tier.GOLD)

    for _again in range(5):
        model.show(BY_NUMBER)
    model.show(replace(BY_NUMBER, filter=CustomerFilter(tiers=(Tier.GOLD,))))
    settle()

    assert model.rowCount() == 1
    assert shown(model, 0) == "Zoe"


def test_positions_and_ids_answer_each_other(
    qtbot: QtBot, desk: Desk, model: CustomerListModel, settle: Settle
) -> None:
    ids = fill(desk, 130)
    with qtbot.waitSignal(model.snapshot_arrived):
        model.show(BY_NUMBER)

    assert model.position_of(ids[129]) == 129
    assert model.id_at(129) == ids[129]
    assert list(model.ids_between(3, 5)) == ids[3:6]
    assert model.positions_of({ids[7], ids[99], 10**9}) == [7, 99]
    assert model.position_of(10**9) is None
