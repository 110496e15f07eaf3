"""Drafts of several windows: nothing is overwritten, and what became of the customer is told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import NotFound
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office

TYPED = {"kind": "note", "text": "Likes tea"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with contextlib.closing(make_office(tmp_path)) as made:
        yield made


@pytest.fixture
def other(office: OpenOffice) -> Iterator[OpenOffice]:
    """A second window of the same user."""
    with contextlib.closing(entrance().sign_in(office.path, NAME, PASSWORD)) as opened:
        yield opened


def test_two_windows_of_one_user_keep_their_drafts_apart(office: OpenOffice, other: OpenOffice) -> None:
    person = add_customer(office)
    office.drafts.save("entry", person, TYPED, by=office.user)
    other.drafts.save("entry", person, TYPED | {"text": "Likes coffee"}, by=other.user)

    other.drafts.discard("entry", person, by=other.user)

    (left,) = other.drafts.left(by=other.user)
    assert (left.name, left.draft.payload) == ("Ada Lovelace", TYPED)
    assert office.drafts.left(by=office.user) == ()


def test_a_draft_that_is_gone_on_with_belongs_to_this_window(office: OpenOffice, other: OpenOffice) -> None:
    person = add_customer(office)
    office.drafts.save("score", person, {"comment": "a"}, by=office.user)
    (left,) = other.drafts.left(by=other.user)

    other.drafts.take_up(left.draft, by=other.user)
    other.drafts.save("score", person, {"comment": "ab"}, by=other.user)

    assert other.drafts.left(by=other.user) == ()
    assert [one.payload for one in other.drafts.pending(by=other.user)] == [{"comment": "ab"}]


def test_going_on_loses_nothing_of_what_this_window_has_typed_itself(
    office: OpenOffice, other: OpenOffice
) -> None:
    for window, text in ((office, "theirs"), (other, "mine")):
        window.drafts.save("product", None, {"name": text}, by=window.user)
    (left,) = other.drafts.left(by=other.user)

    other.drafts.take_up(left.draft, by=other.user)

    assert {one.payload["name"] for one in other.drafts.pending(by=other.user)} == {"theirs", "mine"}


def test_a_discarded_draft_is_offered_no_more(office: OpenOffice, other: OpenOffice) -> None:
    office.drafts.save("role", None, {"name": "Weekend"}, by=office.user)
    (left,) = other.drafts.left(by=other.user)

    other.drafts.drop(left.draft, by=other.user)

    assert other.drafts.left(by=other.user) == ()


def test_what_became_of_the_customer_is_told(office: OpenOffice, other: OpenOffice) -> None:
    person = add_customer(office)
    stored = office.customers.get(person, by=office.user)
    office.drafts.save("customer", person, {"version": stored.version}, by=office.user)
    states = [other.drafts.left(by=other.user)[0].state]

    office.customers.amend(replace(stored, name="Ada King"), by=office.user)
    states.append(other.drafts.left(by=other.user)[0].state)
    office.customers.delete((person,), by=office.user)
    states.append(other.drafts.left(by=other.user)[0].state)

    assert states == ["", "changed", "binned"]


@pytest.mark.parametrize("form", ["customer", "entry", "purchase", "refund", "score"])
def test_erasing_a_person_takes_every_draft_about_him_and_none_comes_back(
    office: OpenOffice, form: str
) -> None:
    person = add_customer(office)
    office.drafts.save(form, person, {"text": "half a word"}, by=office.user)

    office.privacy.erase(person, "asked for it", by=office.user)

    with pytest.raises(NotFound):
        office.drafts.save(form, person, {"text": "half a word more"}, by=office.user)
    assert office.drafts.pending(by=office.user) == ()
