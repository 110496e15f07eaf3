"""The shortcut sheet, made from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget

from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_shortcuts_dialog import Ui_ShortcutsDialog
from cims_desktop.gui.actions import PAGE_ACTIONS, TABLE, action_text, shortcut_text
from cims_desktop.gui.forms import fit_dialog
from cims_desktop.gui.pages import pages_for
from cims_desktop.gui.translation import Translated

WIDTH = 420


class ShortcutsDialog(Translated, QDialog):
    """Every shortcut of this user's window with what it does."""

    def __init__(self, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = user
        self.ui = Ui_ShortcutsDialog()
        self.ui.setupUi(self)
        self.ui.close_button.clicked.connect(self.accept)
        self._fill()

    def retranslate(self) -> None:
        self._fill()

    def _fill(self) -> None:
        layout = self.ui.sheet_layout
        while layout.count():
            layout.takeAt(0).widget().deleteLater()
        for row, (name, shortcuts) in enumerate(shortcut_lines(self._user)):
            layout.addWidget(QLabel(name, self), row, 0)
            layout.addWidget(_keys(shortcuts, self), row, 1, Qt.AlignmentFlag.AlignRight)
        fit_dialog(self, WIDTH)


def shortcut_lines(user: User) -> list[tuple[str, tuple[str, ...]]]:
    """What can be done by keyboard, with its shortcuts as the table has them."""
    pages = [page for page in pages_for(user) if not page.at_foot]
    names = {
        action: QCoreApplication.translate("pages", page.name)
        for action, page in zip(PAGE_ACTIONS, pages, strict=False)
    }
    window = [
        (names.get(entry.id) or action_text(entry), entry.shortcuts)
        for entry in TABLE
        if entry.shortcuts and (entry.id not in PAGE_ACTIONS or entry.id in names)
    ]
    lists = [
        (QCoreApplication.translate("ShortcutsDialog", "In a list: sort by the next column"), ("S",)),
        (QCoreApplication.translate("ShortcutsDialog", "In a list: the other way round"), ("Shift+S",)),
    ]
    return window + lists


def _keys(shortcuts: Sequence[str], parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for keys in shortcuts:
        label = QLabel(shortcut_text(keys), holder)
        label.setProperty("role", "key")
        row.addWidget(label)
    return holder
