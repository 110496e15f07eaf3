"""The search box finds by any part of what identifies a customer."""

from __future__ import annotations

import pytest

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.services.office import OpenOffice
from tests.offices import add_customer


@pytest.mark.parametrize(
    "typed",
    [
        "王", "伟", "王伟", "王 伟", "青禾", "138", "13800138000", "138-0013-8000", "+86 138 0013", "8000", "0013",
        "wei.wang", "WEI.WANG@example", "@example.com", "C000001", "c000001", "南京西", "上海", "ｗｅｉ", "wang_w",
    ],
)  # fmt: skip
def test_any_part_finds_the_customer(office: OpenOffice, typed: str) -> None:
    add_customer(
        office,
        "王伟",
        organisation="青禾教育",
        contacts=(
            ContactPoint(ContactKind.MOBILE, "13800138000"),
            ContactPoint(ContactKind.EMAIL, "Wei.Wang@example.com"),
            ContactPoint(ContactKind.WECHAT, "wang_wei"),
        ),
        addresses=(Address(street="南京西路72号", city="上海市"),),
    )
    add_customer(office, "Other", contacts=(), addresses=())

    assert [hit.name for hit in office.search.find(typed, by=office.user)] == ["王伟"]


@pytest.mark.parametrize(
    "typed", ["", "  ", "张", "王x", "9999999", "weiwei", "%", "_", '"', "'", "*", "青教"]
)
def test_what_is_nowhere_finds_nothing(office: OpenOffice, typed: str) -> None:
    add_customer(office, "王伟", organisation="青禾教育")
    assert office.search.find(typed, by=office.user) == ()


def test_accents_and_case_do_not_matter(office: OpenOffice) -> None:
    add_customer(office, "Zoë Müller")
    for typed in ("zoe", "ZOË", "muller", "MÜLL"):
        assert len(office.search.find(typed, by=office.user)) == 1, typed


def test_an_exact_name_comes_before_a_start_and_a_start_before_the_inside(office: OpenOffice) -> None:
    for name in ("Joann", "Ann", "Annabel", "Mary Ann"):
        add_customer(office, name, contacts=(), addresses=())

    found = [hit.name for hit in office.search.find("ann", by=office.user)]

    assert found[0] == "Ann"
    assert found[1] == "Annabel"
    assert found[2:] == ["Mary Ann", "Joann"]


def test_a_changed_customer_is_found_by_the_new_name_only(office: OpenOffice) -> None:
    from dataclasses import replace

    customer_id = add_customer(office, "Old Name")
    seen = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="Fresh"), by=office.user)

    assert office.search.find("old name", by=office.user) == ()
    assert [hit.id for hit in office.search.find("fresh", by=office.user)] == [customer_id]


def test_more_customers_of_one_surname_than_a_batch_are_found_up_to_the_limit(office: OpenOffice) -> None:
    for index in range(60):
        add_customer(office, f"李{index:03d}", contacts=(), addresses=())
    found = office.search.find("李", by=office.user, limit=50)
    assert len(found) == 50
    assert found[0].name == "李059"
