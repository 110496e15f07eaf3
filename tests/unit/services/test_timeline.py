"""The timeline: what is pinned stays in sight, and who recorded something stays who recorded it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.services.office import OpenOffice
from tests.offices import NOON, add_customer


def test_a_pinned_note_is_on_top_however_much_came_after_it(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    for index in range(5):
        at = NOON + timedelta(hours=index)
        one = Interaction(customer_id, InteractionKind.NOTE, at, subject=f"Note {index}", pinned=index == 0)
        office.timeline.record(one, by=office.user)

    shown = office.timeline.entries(customer_id, by=office.user, limit=2)

    assert [entry.title for entry in shown] == ["Note 0", "Note 4"]


def test_changing_an_interaction_changes_neither_its_author_nor_its_customer(office: OpenOffice) -> None:
    customer_id, other = add_customer(office), add_customer(office, "Somebody else")
    note = Interaction(customer_id, InteractionKind.NOTE, NOON, subject="First")
    (record,) = office.timeline.record(note, by=office.user).interactions
    seen = office.timeline.get(record, by=office.user)
    forged = replace(seen, subject="Second", customer_id=other, by_id=None, by_name="Nobody")

    office.timeline.amend(forged, by=office.user)

    assert office.timeline.get(record, by=office.user) == replace(
        seen, subject="Second", version=seen.version + 1
    )
