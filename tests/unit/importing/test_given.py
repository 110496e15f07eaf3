"""What a row gives is what the customer form would have stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint, normalise_email
from cims_desktop.domain.customers import Customer, Tier, is_warning, prepared
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.imports import AddressRecord, CustomerRecord, LabelledValue
from cims_desktop.services.importing.given import Given, given_of, merged
from cims_desktop.services.importing.payloads import (
    Created,
    created_from,
    created_text,
    given_from,
    given_text,
)
from cims_desktop.services.importing.plan import OnMatch
from cims_desktop.services.importing.points import plain_email
from cims_desktop.storage.customer_rows import shown_phone

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
PHONES = st.sampled_from(["13800138000", "+44 20 7946 0958", "0571-87654321", "123", " 13900139000 ", "x"])
EMAILS = st.sampled_from(
    ["a@example.com", "A.B+c@Example.ORG", "a..b@example.com", ".a@example.com", "a@", "@b", "ü@example.com",
     "a@bücher.example", '"a b"@example.com', "a@[127.0.0.1]", "a@localhost", f"{'x' * 65}@example.com", "a@b@c.com"]
)  # fmt: skip
LABELS = st.sampled_from(["", "work", "home", "fax", "mobile"])
RECORDS = st.builds(
    CustomerRecord, row=st.just(2), name=TEXTS, organisation=TEXTS, note=TEXTS,
    phones=st.lists(st.builds(LabelledValue, PHONES, LABELS), max_size=3).map(tuple),
    emails=st.lists(st.builds(LabelledValue, EMAILS, LABELS), max_size=3).map(tuple),
    wechat=TEXTS, tier=st.sampled_from(["", "gold"]), birthday=st.sampled_from(["", "--02-29", "1985-11-03"]),
)  # fmt: skip


def as_typed(record: CustomerRecord) -> Customer:
    """The same customer, as somebody would type it into the form."""
    mobile, phone = ContactKind.MOBILE, ContactKind.PHONE
    points = [
        ContactPoint(mobile, one.value)
        if one.label == "mobile"
        else ContactPoint(phone, one.value, label=one.label)
        for one in record.phones
    ]
    calls = [at for at, point in enumerate(points) if point.label != "fax"]
    if calls:
        points[calls[0]] = replace(points[calls[0]], primary=True)
    points += [ContactPoint(ContactKind.EMAIL, one.value, label=one.label) for one in record.emails]
    points.append(ContactPoint(ContactKind.WECHAT, record.wechat))
    born = {"": None, "--02-29": PartialDate(2, 29), "1985-11-03": PartialDate(11, 3, 1985)}[record.birthday]
    return Customer(
        record.name, organisation=record.organisation.strip(), note=record.note.strip(), tier=Tier(record.tier),
        birthday=born, contacts=tuple(points),
    )  # fmt: skip


@given(RECORDS)
@settings(max_examples=300)
def test_a_row_gives_what_the_form_would_store(record: CustomerRecord) -> None:
    _given, customer, problems, shown = given_of(record, "CN")

    expected, found = prepared(as_typed(record), "CN")
    assert customer == expected
    assert shown == "" or (customer.phone is not None and shown == shown_phone(customer.phone))
    assert sorted(problem.code for problem in problems) == sorted(problem.code for problem in found)
    assert {is_warning(problem) for problem in problems} == {is_warning(problem) for problem in found}


@given(EMAILS | st.emails() | TEXTS)
def test_the_short_way_for_mail_addresses_gives_what_the_long_way_gives(value: str) -> None:
    short = plain_email(value)

    assert short == "" or short == normalise_email(value)


@given(RECORDS)
def test_staged_customers_come_back_as_they_were(record: CustomerRecord) -> None:
    row, customer, _problems, shown = given_of(replace(record, name=record.name or "Ada"), "CN")
    short = replace(customer, sort_name=customer.sort_name[:200])

    assert created_from(created_text(Created(short, ("vip",), 5))) == Created(short, ("vip",), 5)
    assert created_text(Created(short), shown) == created_text(Created(short))
    assert given_from(given_text([row])) == [row]


def row(**fields: object) -> Given:
    return given_of(CustomerRecord(row=2, **fields), "CN").given  # type: ignore[arg-type]


def test_joining_a_row_twice_changes_nothing_the_second_time() -> None:
    current = Customer("Ada", contacts=(ContactPoint(ContactKind.PHONE, "1", "+861", primary=True),))
    one = row(
        name="Ada",
        phones=(LabelledValue("13800138000"),),
        addresses=(AddressRecord(city="杭州市"),),
        note="x",
    )

    for on_match in (OnMatch.UPDATE, OnMatch.FILL):
        once = merged(current, one, on_match)
        assert once != current
        assert merged(once, one, on_match) == once


def test_joining_takes_nothing_away() -> None:
    point = ContactPoint(ContactKind.EMAIL, "a@example.com", "a@example.com", primary=True)
    current = Customer("Ada", note="n", contacts=(point,), addresses=(Address(city="Rome", primary=True),))

    after = merged(current, row(name="Bo"), OnMatch.UPDATE)

    assert (after.name, after.note, after.contacts, after.addresses) == (
        "Bo", "n", current.contacts, current.addresses,
    )  # fmt: skip


@pytest.mark.parametrize(("country", "stored"), [("cn", ("CN", "a")), ("China", ("", "a\nChina"))])
def test_a_country_that_is_no_code_is_kept_with_the_street(country: str, stored: tuple[str, str]) -> None:
    record = CustomerRecord(row=2, name="Ada", addresses=(AddressRecord(street="a", country=country),))

    (address,) = given_of(record, "CN").customer.addresses

    assert (address.country, address.street) == stored
