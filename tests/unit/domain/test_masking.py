"""What is hidden goes out of a record and comes back unchanged when it is saved."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint, with_one_primary
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.masking import (
    asks_unseen,
    masked,
    masked_fields,
    restored,
    restored_interaction,
    typed_unseen,
    visible_sorts,
    visible_text,
)
from cims_desktop.domain.permissions import ALL_SIGHT, MaskField, Sight
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.domain.search_text import content

ADA = Customer(
    "Ada",
    id=1,
    birthday=PartialDate(12, 10, 1815),
    note="Likes tea",
    contacts=(
        ContactPoint(ContactKind.EMAIL, "ada@example.com", primary=True),
        ContactPoint(ContactKind.MOBILE, "13800138000", primary=True),
        ContactPoint(ContactKind.WECHAT, "ada_l", primary=True),
        ContactPoint(ContactKind.PHONE, "021 5555 5555"),
    ),
    addresses=(Address(street="南京西路72号", city="上海市", primary=True),),
)
SIGHTS = [
    Sight(unlisted=frozenset(some), hidden=frozenset(some))
    for size in range(6)
    for some in itertools.combinations(MaskField, size)
]
NOTE = Interaction(1, InteractionKind.NOTE, datetime(2026, 11, 1, tzinfo=UTC), "Private", "Talk", "Done")
NO_NOTES = Sight(unlisted=frozenset({MaskField.NOTE}), hidden=frozenset({MaskField.NOTE}))


def shown(customer: Customer) -> set[MaskField]:
    kinds = {point.kind for point in customer.contacts}
    found = {
        MaskField.PHONE: bool(kinds & {ContactKind.PHONE, ContactKind.MOBILE}),
        MaskField.EMAIL: ContactKind.EMAIL in kinds,
        MaskField.ADDRESS: bool(customer.addresses),
        MaskField.BIRTHDAY: customer.birthday is not None,
        MaskField.NOTE: bool(customer.note),
    }
    return {field for field, there in found.items() if there}


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: ",".join(sorted(sight.hidden)) or "clear")
def test_just_what_is_hidden_is_gone_and_saving_brings_it_back(sight: Sight) -> None:
    seen = masked(ADA, sight)

    assert shown(seen) == set(MaskField) - sight.hidden
    assert not typed_unseen(seen, ADA, sight)
    assert restored(replace(seen, name="Ada King"), ADA, sight) == replace(ADA, name="Ada King")


def test_hidden_in_lists_only_shows_in_the_record() -> None:
    assert masked(ADA, Sight(unlisted=frozenset(MaskField))) == ADA


points = st.lists(
    st.builds(ContactPoint, st.sampled_from(ContactKind), st.sampled_from("abcdef"), primary=st.booleans()),
    max_size=6,
).map(lambda some: with_one_primary(tuple(some)))


@given(points, points, st.sampled_from(SIGHTS))
def test_whatever_happens_to_visible_points_hidden_ones_stay(
    stored: tuple[ContactPoint, ...], typed: tuple[ContactPoint, ...], sight: Sight
) -> None:
    before = Customer("Ada", contacts=stored)
    changed = masked(Customer("Ada", contacts=typed), sight)
    after = restored(changed, before, sight)

    unseen = [one for one in stored if one not in masked(before, sight).contacts]
    assert [one for one in after.contacts if one not in masked(after, sight).contacts] == unseen
    assert masked(after, sight).contacts == changed.contacts


@pytest.mark.parametrize(
    ("field", "given"),
    [
        (MaskField.PHONE, {"contacts": (ContactPoint(ContactKind.PHONE, "1"),)}),
        (MaskField.EMAIL, {"contacts": (ContactPoint(ContactKind.EMAIL, "a@b.c"),)}),
        (MaskField.ADDRESS, {"addresses": (Address(city="上海市"),)}),
        (MaskField.BIRTHDAY, {"birthday": PartialDate(1, 1)}),
        (MaskField.NOTE, {"note": "x"}),
    ],
)
def test_a_value_typed_over_what_is_hidden_is_noticed(field: MaskField, given: dict[str, object]) -> None:
    sight = Sight(unlisted=frozenset({field}), hidden=frozenset({field}))
    changed = replace(Customer("Ada"), **given)  # type: ignore[arg-type]

    assert typed_unseen(changed, ADA, sight)
    assert not typed_unseen(changed, ADA, ALL_SIGHT)


def test_a_hidden_note_keeps_its_words_and_stays_a_note() -> None:
    seen = masked(NOTE, NO_NOTES)

    assert (seen.subject, seen.text, seen.outcome) == ("", "", "")
    changed = replace(seen, kind=InteractionKind.CALL, pinned=True)
    assert restored_interaction(changed, NOTE, NO_NOTES) == replace(NOTE, pinned=True)
    assert typed_unseen(replace(seen, text="Mine"), NOTE, NO_NOTES)


def test_a_call_is_no_note() -> None:
    call = replace(NOTE, kind=InteractionKind.CALL)

    assert masked(call, NO_NOTES) == call
    assert restored_interaction(replace(call, text="New"), call, NO_NOTES).text == "New"
    assert not typed_unseen(replace(call, text="New"), call, NO_NOTES)


def test_a_draft_loses_what_is_hidden_and_nothing_else() -> None:
    payload = {
        "name": "Ada", "note": "Likes tea", "birthday": [12, 10, 1815, "solar"], "addresses": [{"city": "上海市"}],
        "contacts": [{"kind": "mobile", "value": "1"}, {"kind": "email", "value": "a@b.c"}],
    }  # fmt: skip
    everything = frozenset(MaskField)

    assert masked_fields(payload, ALL_SIGHT) == payload
    assert masked_fields(payload, Sight(unlisted=everything)) == payload
    assert masked_fields(payload, Sight(unlisted=everything, hidden=everything)) == {
        "name": "Ada", "note": "", "birthday": None, "addresses": (), "contacts": [],
    }  # fmt: skip
    assert masked_fields({"name": "Ada"}, Sight(unlisted=everything, hidden=everything)) == {"name": "Ada"}


def test_sorts_and_filters_of_unlisted_fields_ask_for_what_is_not_seen() -> None:
    sight = Sight(unlisted=frozenset({MaskField.PHONE, MaskField.ADDRESS}))

    assert set(CustomerSort) - visible_sorts(sight) == {CustomerSort.PHONE, CustomerSort.CITY}
    for query in (
        CustomerQuery(sort=CustomerSort.PHONE),
        CustomerQuery(filter=CustomerFilter(has_phone=False)),
        CustomerQuery(filter=CustomerFilter(cities=("上海市",))),
    ):
        assert asks_unseen(query, sight)
        assert not asks_unseen(query, ALL_SIGHT)
    assert not asks_unseen(
        CustomerQuery(sort=CustomerSort.EMAIL, filter=CustomerFilter(has_email=True)), sight
    )


def test_a_folded_text_loses_whole_sections() -> None:
    folded = content({"name": ["Ada"], "phone": ["138"], "email": ["a@b.c"], "other": ["x"]})

    assert visible_text(folded, frozenset({2})) == content(
        {"name": ["Ada"], "email": ["a@b.c"], "other": ["x"]}
    )
