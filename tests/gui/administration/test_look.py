"""How the sections hold up: names for a screen reader, mnemonics once, nothing clipped, at any size and language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.audit_verdict import AuditVerdictDialog
from cims_desktop.gui.dialogs.disable_user import DisableUserDialog
from cims_desktop.gui.dialogs.move_office import MoveOfficeDialog
from cims_desktop.gui.dialogs.recovery_sheet_dialog import RecoveryCodeDialog
from cims_desktop.gui.dialogs.reset_password import ResetPasswordDialog
from cims_desktop.gui.dialogs.restore import RestoreDialog
from cims_desktop.gui.dialogs.rotate import RotateDialog
from cims_desktop.gui.dialogs.sensitive_field import SensitiveFieldDialog
from cims_desktop.gui.dialogs.user import UserDialog
from cims_desktop.gui.dialogs.who_saw import WhoSawDialog
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.services.handing_over import Owned
from tests.offices import entrance

Settle = Callable[[], None]
SECTIONS = ("users", "roles", "office_rules", "audit", "backups", "keys")
ROOMS = {1.0: (952, 640), 1.5: (916, 620), 2.0: (880, 600)}
"""What a window of 1024 x 700 leaves for a page, at each text size."""
ROLES = tuple(READY_ROLES.values())
ANNA = User(7, "anna", "Anna Schmidt", READY_ROLES[RoleName.SALES])
MEI = User(1, "mei.chen", "Mei Chen", READY_ROLES[RoleName.ADMINISTRATOR])
DIALOGS: dict[str, Callable[[Desk], QWidget]] = {
    "add": lambda desk: UserDialog(desk.jobs, ROLES),
    "edit": lambda desk: UserDialog(
        desk.jobs, ROLES, ANNA, "The office's last administrator keeps the role."
    ),
    "reset": lambda desk: ResetPasswordDialog(desk.jobs, ANNA),
    "disable": lambda _desk: DisableUserDialog(ANNA, Owned(12, 3, 1), [MEI], MEI),
    "field": lambda _desk: SensitiveFieldDialog(),
    "verdict": AuditVerdictDialog,
    "who saw": lambda desk: WhoSawDialog(desk, 1, "Ada Lovelace"),
    "restore": lambda desk: RestoreDialog(Gate(entrance), desk.jobs),
    "move": lambda desk: MoveOfficeDialog(desk, Path()),
    "recovery code": lambda desk: RecoveryCodeDialog(desk, replaces=True),
    "rotate": RotateDialog,
}


def seen(parent: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in parent.findChildren(kind) if one.isVisible()]


def nameless(parent: QWidget) -> list[str]:
    takers = [one for one in seen(parent, QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [one.objectName() for one in takers if not _name(one) and "qt_" not in one.objectName()]


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    proxy = widget.focusProxy()
    return name or (_name(proxy) if proxy is not None else "")


def clipped(parent: QWidget) -> list[str]:
    narrow = [
        one for one in seen(parent, QAbstractButton)
        if isinstance(one, QAbstractButton) and one.text() and one.width() < one.minimumSizeHint().width()
        and not isinstance(one.parentWidget(), QLineEdit)
    ]  # fmt: skip
    low = [
        one for one in seen(parent, QLabel)
        if isinstance(one, QLabel) and one.wordWrap() and one.height() < one.heightForWidth(one.width())
    ]  # fmt: skip
    return [f"{one.objectName()} {one.text()!r}" for one in [*narrow, *low]]


def mnemonics(parent: QWidget) -> list[str]:
    texts = [one.text() for kind in (QPushButton, QAbstractButton, QLabel) for one in seen(parent, kind)]
    keys = Counter(key.upper() for text in set(texts) for key in re.findall(r"(?<!&)&(\w)", text))
    return [key for key, times in keys.items() if times > 1]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_section_is_named_and_its_keys_are_its_own(
    page: AdministrationPage, settle: Settle, section: str, language: translation.Language
) -> None:
    translation.set_language(language)
    page.show_section(section)
    settle()

    assert (nameless(page), mnemonics(page)) == ([], [])


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("scale", ROOMS)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_of_a_section_is_clipped_in_a_small_window(
    page: AdministrationPage,
    settle: Settle,
    qtbot: QtBot,
    dressed: QApplication,
    section: str,
    scale: float,
    language: translation.Language,
) -> None:
    translation.set_language(language)
    theme.apply(dressed, "dark", scale)
    page.show_section(section)
    settle()  # nobody can resize a window before it has measured itself anew
    page.resize(*ROOMS[scale])
    settle()

    qtbot.waitUntil(lambda: clipped(page) == [], timeout=3000)
    assert page.width() <= ROOMS[scale][0]


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize(("scale", "language"), [(1.0, "en"), (1.0, "zh_CN"), (2.0, "en")])
def test_a_dialog_is_named_and_shows_all_of_its_text(
    desk: Desk,
    qtbot: QtBot,
    dressed: QApplication,
    settle: Settle,
    name: str,
    scale: float,
    language: translation.Language,
) -> None:
    translation.set_language(language)
    theme.apply(dressed, "light", scale)
    dialog = DIALOGS[name](desk)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle()

    assert (nameless(dialog), mnemonics(dialog)) == ([], [])
    qtbot.waitUntil(lambda: clipped(dialog) == [], timeout=3000)


def test_the_sections_become_icons_when_there_is_little_room(page: AdministrationPage, qtbot: QtBot) -> None:
    wide = page.ui.sections_panel.width()

    page.resize(760, 640)

    qtbot.waitUntil(lambda: page.ui.sections_panel.width() < wide / 2)
    assert all(button.toolTip() for button in page.ui.sections_bar.buttons())
