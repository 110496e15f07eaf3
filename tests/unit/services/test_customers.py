"""Customers: what is stored comes back, lists follow, the bin keeps everything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import CustomerStatus, Tier
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.errors import Invalid, NotFound, StaleRecord
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.services.office import OpenOffice
from tests.offices import add_customer, make_customer, make_purchase


def test_everything_typed_comes_back(office: OpenOffice) -> None:
    given = make_customer(
        "王伟",
        organisation="青禾教育",
        job_title="经理",
        tier=Tier.GOLD,
        status=CustomerStatus.PROSPECT,
        birthday=PartialDate(2, 29),
        note="<b>not bold</b>\nsecond line",
        contacts=(
            ContactPoint(ContactKind.PHONE, "021-6234 5678", label="work"),
            ContactPoint(ContactKind.MOBILE, "13800138000", primary=True),
            ContactPoint(ContactKind.WECHAT, "wang_wei"),
        ),
        addresses=(Address(street="1"), Address(street="2", city="苏州市", primary=True)),
    )
    (customer_id,) = office.customers.add(given, by=office.user).customers

    stored = office.customers.get(customer_id, by=office.user)

    assert stored.number == "C000001"
    assert (stored.name, stored.note, stored.birthday) == (given.name, given.note, given.birthday)
    assert [point.normal for point in stored.contacts] == ["+862162345678", "+8613800138000", "wang_wei"]
    assert stored.phone is not None and stored.phone.value == "13800138000"
    row = office.customers.rows([customer_id], by=office.user)[customer_id]
    assert (row.phone, row.city, row.tier) == ("+86 138 0013 8000", "苏州市", Tier.GOLD)


def test_a_second_save_of_the_same_version_is_refused(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="First"), by=office.user)

    with pytest.raises(StaleRecord):
        office.customers.amend(replace(seen, name="Second"), by=office.user)

    assert office.customers.get(customer_id, by=office.user).name == "First"


def test_a_customer_without_a_name_is_refused(office: OpenOffice) -> None:
    with pytest.raises(Invalid) as refused:
        office.customers.add(make_customer("  "), by=office.user)
    assert [(p.field, p.code) for p in refused.value.problems] == [("name", "required")]
    assert office.customers.count(CustomerQuery(), by=office.user) == 0


def test_a_name_of_4000_characters_is_kept_and_one_more_is_refused(office: OpenOffice) -> None:
    customer_id = add_customer(office, "长" * 4000)
    assert len(office.customers.get(customer_id, by=office.user).name) == 4000
    assert len(office.customers.rows([customer_id], by=office.user)[customer_id].name) == 300
    with pytest.raises(Invalid):
        add_customer(office, "x" * 4001)


def test_an_unreadable_phone_is_kept_as_typed_with_a_warning(office: OpenOffice) -> None:
    given = make_customer(contacts=(ContactPoint(ContactKind.PHONE, "ask the porter"),))

    assert [p.code for p in office.customers.examine(given)] == ["not_a_phone"]
    customer_id = next(iter(office.customers.add(given, by=office.user).customers))

    (point,) = office.customers.get(customer_id, by=office.user).contacts
    assert (point.value, point.invalid) == ("ask the porter", True)


def test_the_bin_hides_a_customer_and_gives_all_back(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.purchases.record(make_purchase(customer_id), by=office.user)

    office.customers.delete([customer_id], by=office.user)
    assert office.customers.count(CustomerQuery(), by=office.user) == 0
    assert office.search.find("ada", by=office.user) == ()
    in_bin = CustomerQuery(filter=CustomerFilter(in_bin=True))
    assert list(office.customers.ids(in_bin, by=office.user)) == [customer_id]

    office.customers.restore([customer_id], by=office.user)
    assert [hit.id for hit in office.search.find("ada", by=office.user)] == [customer_id]
    assert len(office.purchases.of_customer(customer_id, by=office.user)) == 1


def test_the_list_sorts_both_ways_by_every_column(office: OpenOffice) -> None:
    for name, tier in (("Bea", Tier.GOLD), ("陈", Tier.NONE), ("ada", Tier.SILVER)):
        add_customer(office, name, tier=tier)

    for sort in CustomerSort:
        up = list(office.customers.ids(CustomerQuery(sort=sort, descending=False), by=office.user))
        down = list(office.customers.ids(CustomerQuery(sort=sort), by=office.user))
        assert up == down[::-1] and len(up) == 3, sort

    by_name = office.customers.ids(CustomerQuery(sort=CustomerSort.NAME, descending=False), by=office.user)
    assert [office.customers.get(one, by=office.user).name for one in by_name] == ["ada", "Bea", "陈"]
    by_tier = office.customers.ids(CustomerQuery(sort=CustomerSort.TIER), by=office.user)
    assert office.customers.get(by_tier[0], by=office.user).tier is Tier.GOLD


def test_first_rows_count_and_ids_agree_under_filters(office: OpenOffice) -> None:
    golden = add_customer(office, "Gold", tier=Tier.GOLD, contacts=())
    add_customer(office, "Plain")
    for wanted in (
        CustomerFilter(tiers=(Tier.GOLD,)),
        CustomerFilter(has_phone=False),
        CustomerFilter(tiers=(Tier.GOLD, Tier.SILVER), cities=("上海市",)),
    ):
        query = CustomerQuery(filter=wanted)
        assert list(office.customers.ids(query, by=office.user)) == [golden]
        assert office.customers.count(query, by=office.user) == 1
        assert [row.id for row in office.customers.first_rows(query, 10, by=office.user)] in ([], [golden])


def test_a_missing_customer_is_not_found(office: OpenOffice) -> None:
    with pytest.raises(NotFound):
        office.customers.get(99, by=office.user)


def test_the_kept_count_follows_every_way_in_and_out(office: OpenOffice) -> None:
    first, second = add_customer(office, "One"), add_customer(office, "Two")
    add_customer(office, "Three")
    office.customers.delete([first, second], by=office.user)
    office.customers.restore([second], by=office.user)

    assert office.customers.count(CustomerQuery(), by=office.user) == 2
    assert len(office.customers.ids(CustomerQuery(), by=office.user)) == 2
    assert office.health.check(by=office.user).ok


def test_a_wrong_kept_count_is_found_and_repaired(office: OpenOffice) -> None:
    add_customer(office)
    with office._database.write() as connection:
        connection.exec_driver_sql("UPDATE office SET shown_customers = 7")

    assert [one.kind for one in office.health.check(by=office.user).findings] == ["summary_office"]
    office.health.repair(by=office.user)
    assert office.health.check(by=office.user).ok
    assert office.customers.count(CustomerQuery(), by=office.user) == 1
