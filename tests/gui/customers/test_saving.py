"""Saving from the detail pane: all or nothing, and by the office's clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.domain.preferences import LONGEST_TEXT
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers.customer_editor import CustomerEditor
from cims_desktop.gui.pages.customers.quick_entry import QuickEntry
from tests.offices import NOON, add_customer

Settle = Callable[[], None]


def editor_of(desk: Desk, customer_id: int) -> tuple[CustomerEditor, list[str]]:
    editor, said = CustomerEditor(desk, desk.bus), []
    editor.customer_id = customer_id
    editor.saved.connect(lambda _sent, _stored: said.append("saved"))
    editor.stale.connect(lambda: said.append("stale"))
    editor.refused.connect(lambda _error: said.append("refused"))
    return editor, said


def test_refused_preferences_leave_the_customer_as_he_was(desk: Desk, settle: Settle) -> None:
    customer_id = add_customer(desk.office, "Ada")
    editor, said = editor_of(desk, customer_id)
    seen = desk.office.customers.get(customer_id, by=desk.user)
    liked = desk.office.preferences.get(customer_id, by=desk.user)

    editor.save(replace(seen, name="Ada King"), replace(liked, interests=("x" * (LONGEST_TEXT + 1),)))
    settle()
    editor.save(replace(seen, name="Ada Lovelace"), None)
    settle()

    assert said == ["refused", "saved"]
    assert desk.office.customers.get(customer_id, by=desk.user).name == "Ada Lovelace"


def test_stale_preferences_ask_too_and_may_be_saved_over_newer_ones(desk: Desk, settle: Settle) -> None:
    customer_id = add_customer(desk.office, "Ada")
    editor, said = editor_of(desk, customer_id)
    liked = desk.office.preferences.get(customer_id, by=desk.user)
    desk.office.preferences.save(replace(liked, interests=("coffee",)), by=desk.user)

    editor.save(None, replace(liked, interests=("tea",)))
    settle()
    editor.save(None, replace(liked, interests=("tea",)), over_newer=True)
    settle()

    assert said == ["stale", "saved"]
    assert desk.office.preferences.get(customer_id, by=desk.user).interests == ("tea",)


def test_a_note_happens_at_the_office_s_time(desk: Desk, qtbot: object) -> None:
    entry = QuickEntry()
    entry.use_clock(desk.office.now, desk.today)
    entry.open_entry(InteractionKind.NOTE)

    assert entry.interaction(1).occurred_at == NOON
    entry.deleteLater()
