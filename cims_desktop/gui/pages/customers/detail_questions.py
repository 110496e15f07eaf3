"""What the detail pane asks before something typed could be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop

from cims_desktop.gui.delegates.row_style import one_line
from cims_desktop.gui.dialogs.choice_box import ChoiceBox, Way
from cims_desktop.gui.pages.customers.draft_codec import FORM, PREFERENCES, customer_of, payload_of

if TYPE_CHECKING:
    from cims_desktop.domain.customers import Customer
    from cims_desktop.gui.drafting import DraftValue
    from cims_desktop.gui.pages.customers.detail_pane import CustomerDetailPane
    from cims_desktop.services.drafts import Draft, LeftDraft

LONGEST_NAME = 60
PREFERENCES_TAB = 3


def ask_unsaved(pane: CustomerDetailPane, proceed: Callable[[], None], stay: Callable[[], object]) -> None:
    """Save, discard or keep editing; doesn't block."""
    _unsaved_box(pane, lambda: pane.save(proceed), proceed, stay).open()


def settle_unsaved(pane: CustomerDetailPane) -> bool:
    """As `ask_unsaved`, but blocks until it is saved, discarded or refused: whether the page may be left now."""
    left: list[str] = []
    _unsaved_box(pane, lambda: left.append("save"), lambda: left.append("discard"), lambda: None).exec()
    if left == ["save"]:
        loop = QEventLoop()
        pane.editor.failed.connect(loop.quit)
        if pane.save(loop.quit):
            loop.exec()
        return not pane.has_unsaved()
    return bool(left)


def _unsaved_box(
    pane: CustomerDetailPane,
    save: Callable[[], object],
    proceed: Callable[[], object],
    stay: Callable[[], object],
) -> ChoiceBox:
    translate = QCoreApplication.translate

    def discard() -> None:
        pane.discard()
        proceed()

    name = one_line(pane.customer.name)[:LONGEST_NAME] if pane.customer else ""
    ways: tuple[Way, ...] = (
        Way(translate("DetailQuestions", "Save changes"), save),
        Way(translate("DetailQuestions", "Discard"), discard, destructive=True),
        Way(translate("DetailQuestions", "Keep editing"), stay),
    )
    if not pane.has_unsaved():
        ways = ways[1:]  # A half-typed note or score: there is nothing that Save would store.
    title = translate("DetailQuestions", "Save the changes to %1?").replace("%1", name)
    return ChoiceBox(title, translate("DetailQuestions", "What you typed is not saved yet."), ways, pane)


def ask_stale(pane: CustomerDetailPane) -> None:
    """Somebody else saved this customer first: theirs, mine, or look again."""
    translate = QCoreApplication.translate

    def take_theirs() -> None:
        if pane.customer is not None and pane.customer.id is not None:
            pane.editor.drop_draft()
            pane.open_customer(pane.customer.id)

    ways = (
        Way(
            translate("DetailQuestions", "Save mine over it"),
            lambda: pane.editor.save(*pane.changed_values(), over_newer=True),
        ),
        Way(translate("DetailQuestions", "Show what they saved"), take_theirs, destructive=True),
        Way(translate("DetailQuestions", "Keep editing"), lambda: None),
    )
    title = translate("DetailQuestions", "Somebody else changed this customer meanwhile")
    text = translate("DetailQuestions", "Your changes are not saved. Which version shall stay?")
    ChoiceBox(title, text, ways, pane, default=len(ways) - 1).open()


def draft_of(pane: CustomerDetailPane) -> DraftValue | None:
    """What is typed and not saved, for the keeper of drafts."""
    form, typed, preferences = pane.ui.form, pane.sensitive.typed(), pane.ui.preferences_tab.draft()
    changed = form.is_changed()
    if pane.customer is None or not (changed or typed or preferences):
        return None
    return FORM, pane.customer.id, payload_of(form.customer(), typed, preferences, changed=changed)


def offer_draft(pane: CustomerDetailPane, stored: Customer, left: LeftDraft) -> None:
    """What was typed before a crash or in another window can come back."""
    translate = QCoreApplication.translate
    text = translate("DetailQuestions", "There are changes to %1 that were never saved.")
    text = text.replace("%1", one_line(stored.name)[:LONGEST_NAME])
    if left.state == "changed":
        text += " " + translate("DetailQuestions", "Somebody has changed this customer since.")
    take = translate("DetailQuestions", "Take them up")
    pane.desk.notices.inform(text, take, lambda: take_draft(pane, stored, left.draft))


def take_draft(pane: CustomerDetailPane, stored: Customer, draft: Draft) -> None:
    """Puts what was typed into the form again, unless somebody has typed something else there since."""
    desk = pane.desk
    if pane.customer != stored or pane.has_unsaved():
        return
    try:
        typed = customer_of(draft.payload, stored)
    except ValueError:
        return
    if draft.payload.get("changed", True):
        pane.ui.form.show_typed(typed)
    pane.sensitive.take_draft(draft.payload, desk.notices.succeed)
    if draft.payload.get(PREFERENCES):
        pane.ui.preferences_tab.take_draft(draft.payload)
        pane.tabs.choose(PREFERENCES_TAB)
    pane.ui.form.edited.emit()
    drafts, user = desk.office.drafts, desk.user
    desk.write(lambda: drafts.take_up(draft, by=user), owner=pane)
