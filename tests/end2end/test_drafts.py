"""The plug is pulled while every form is typed in: the next sign-in offers all of it, and opens it as it was."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.dialogs.left_drafts import LeftDraftsDialog
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.session import Session
from cims_desktop.gui.settings import Settings
from tests.end2end import typing_desk
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office, make_purchase

pytestmark = [pytest.mark.end2end, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
Read = Callable[[MainWindow], object]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office where three programs were killed, 3.2 seconds after the last key in each."""
    folder = tmp_path_factory.mktemp("drafts")
    office = make_office(folder)
    for name in ("Ada", "Grace"):
        add_customer(office, name)
    office.purchases.record(make_purchase(1, 1999), by=office.user)
    office.close()
    (folder / "people.csv").write_text("name,phone\nEdsger,13900139000\n", encoding="utf-8")
    command = [sys.executable, "-m", "tests.end2end.typing_desk", str(office.path)]
    desks = [
        subprocess.Popen([*command, what], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for what in ("everywhere", "role", "rules")
    ]
    for desk in desks:
        desk.wait(timeout=120)
    said = [desk.communicate()[1] for desk in desks]
    assert [desk.returncode for desk in desks] == [-signal.SIGKILL] * len(desks), said
    return office.path


@pytest.fixture
def session(
    killed: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """The next sign-in, on a copy of that office."""
    translation.set_language("en")
    theme.apply(qapp, "light", 1.0)
    shutil.copytree(killed.parent, tmp_path / "copy")
    office = entrance().sign_in(tmp_path / "copy" / killed.name, NAME, PASSWORD)
    settings = Settings(QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))
    session = Session(office, settings)
    # At the end nobody is there to be asked about what is typed.
    monkeypatch.setattr(session.window.pages, "may_leave", lambda: True)
    qtbot.addWidget(session.window)
    session.window.resize(1440, 900)
    session.begin("dashboard")
    yield session
    for dialog in session.window.findChildren(QDialog):
        dialog.done(0)
    session.window.shut_down()
    session.end()


def dialog_text(window: MainWindow, kind: str, field: str) -> str:
    """The text of a field of a dialog; empty while it isn't open."""
    found = [one for one in window.findChildren(QDialog) if type(one).__name__ == kind and one.isVisible()]
    return str(found[0].ui.__dict__[field].text()) if found else ""


def detail(window: MainWindow) -> Any:
    page = window.pages.page("customers")
    return None if page is None else page.detail


def of_detail(read: Callable[..., object]) -> Read:
    return lambda window: read(detail(window)) if detail(window) is not None else None


def section(name: str, read: Callable[..., object]) -> Read:
    def look(window: MainWindow) -> object:
        page = window.pages.page("administration")
        found = None if page is None else page.sections.page(name)
        return None if found is None else read(found)

    return look


def new_customer(window: MainWindow) -> object:
    page: Any = window.pages.page("customers")
    dialog = page and page.new_customers.dialog
    return dialog and dialog.customer().name


def purchase(window: MainWindow) -> object:
    found = [one for one in window.findChildren(QDialog) if type(one).__name__ == "PurchaseDialog"]
    if not found:
        return None
    typed = found[0].purchase()
    return typed.note, [line.description for line in typed.lines]


def refund(window: MainWindow) -> object:
    found = [one for one in window.findChildren(QDialog) if type(one).__name__ == "RefundDialog"]
    return found[0].quantities() if found else None


def wizard(window: MainWindow) -> object:
    found = [one for one in window.findChildren(QDialog) if type(one).__name__ == "ImportWizard"]
    if not found:
        return None
    draft = found[0].draft
    return draft.path.name if draft.path else "", draft.create_customers, found[0].step


def score(pane: Any) -> object:
    ui = pane.ui.satisfaction_tab.ui
    return ui.score_edit.value(), ui.comment_edit.text()


def entry(pane: Any) -> object:
    return pane.editor.customer_id, pane.ui.timeline_tab.ui.quick_entry.ui.text_edit.text()


FORMS: dict[str, tuple[str, int, Read, object]] = {
    "new customer": (
        "customer", 0,
        new_customer,
        "Katherine",
    ),
    "customer": ("customer", 1, of_detail(lambda pane: pane.ui.form.ui.name_edit.text()), "Ada King"),
    "preferences": (
        "customer", 1, of_detail(lambda pane: pane.ui.preferences_tab.ui.interests_edit.value()), ("chess",),
    ),
    "note": ("entry", 1, of_detail(entry), (1, "Likes the window seat")),
    "logged call": ("entry", 2, of_detail(entry), (2, "Asked for green tea")),
    "score": ("score", 1, of_detail(score), (4, "Friendly")),
    "purchase": ("purchase", 1, purchase, ("Gift", ["Green tea"])),
    "refund": ("refund", 1, refund, {0: 1000}),
    "product": ("product", 0, lambda window: dialog_text(window, "ProductDialog", "name_edit"), "Oolong"),
    "user": ("user", 0, lambda window: dialog_text(window, "UserDialog", "display_name_edit"), "Wei Lin"),
    "import": ("import", 0, wizard, ("people.csv", False, 2)),
    "role": ("role", 0, section("roles", lambda one: one.ui.name_edit.text()), "Weekend help"),
    "office rules": (
        "office_rules", 0, section("office_rules", lambda one: one.ui.idle_minutes_spin.value()), 17,
    ),
}  # fmt: skip
"""Form and record of the draft, where to look for what was typed, and what that was."""


@pytest.mark.parametrize("name", FORMS)
def test_what_was_typed_when_the_plug_was_pulled_is_there_again(
    name: str, session: Session, qtbot: QtBot
) -> None:
    form, record, read, typed = FORMS[name]
    window = session.window
    offer = typing_desk.open_one(window, LeftDraftsDialog)
    assert isinstance(offer, LeftDraftsDialog)
    rows = [(left.draft.form, left.draft.record) for left in offer._left]

    offer.ui.drafts_list.setCurrentIndex(offer.ui.drafts_list.model().index(rows.index((form, record)), 0))
    offer.ui.go_on_button.click()

    with contextlib.suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: read(window) == typed, timeout=5000)
    assert read(window) == typed
    qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)


def test_a_password_is_in_no_draft(killed: Path, tmp_path: Path) -> None:
    shutil.copytree(killed.parent, tmp_path / "copy")
    office = entrance().sign_in(tmp_path / "copy" / killed.name, NAME, PASSWORD)

    payloads = [dict(draft.payload) for draft in office.drafts.pending(by=office.user)]
    office.close()

    assert len(payloads) == len({(form, record) for form, record, _read, _typed in FORMS.values()})
    assert "never drafted 42" not in str(payloads)
