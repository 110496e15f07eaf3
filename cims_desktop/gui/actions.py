"""The one table of actions: menus, shortcuts, enabled state and the shortcut sheet derive from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.icons import IconName, icon
from cims_desktop.gui.rights import explain
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP


class ActionId(StrEnum):
    """Every action that the main window offers."""

    NEW_CUSTOMER = "new_customer"
    FIND = "find"
    SAVE = "save"
    RELOAD = "reload"
    PAGE_1 = "page_1"
    PAGE_2 = "page_2"
    PAGE_3 = "page_3"
    PAGE_4 = "page_4"
    PAGE_5 = "page_5"
    PAGE_6 = "page_6"
    PAGE_7 = "page_7"
    NOTICE = "notice"
    COUNTER = "counter"
    SETTINGS = "settings"
    SHORTCUTS = "shortcuts"
    LOCK = "lock"
    SIGN_OUT = "sign_out"
    QUIT = "quit"


PAGE_ACTIONS = tuple(ActionId(f"page_{number}") for number in range(1, 8))


@dataclass(frozen=True)
class ActionEntry:
    """One action. `text` is English for tr(); without `permission` everybody may."""

    id: ActionId
    text: str
    shortcuts: tuple[str, ...]
    icon: IconName
    permission: Permission | None = None


TABLE = (
    ActionEntry(
        ActionId.NEW_CUSTOMER,
        QT_TRANSLATE_NOOP("actions", "New customer"),
        ("Ctrl+N",),
        "plus",
        Permission.CREATE_CUSTOMERS,
    ),
    ActionEntry(ActionId.FIND, QT_TRANSLATE_NOOP("actions", "Search"), ("Ctrl+F", "/"), "search"),
    ActionEntry(ActionId.SAVE, QT_TRANSLATE_NOOP("actions", "Save changes"), ("Ctrl+S",), "save"),
    ActionEntry(ActionId.RELOAD, QT_TRANSLATE_NOOP("actions", "Reload"), ("F5",), "refresh"),
    *(
        ActionEntry(each, QT_TRANSLATE_NOOP("actions", "Go to page"), (f"Ctrl+{number}",), "arrow-right")
        for number, each in enumerate(PAGE_ACTIONS, 1)
    ),
    ActionEntry(
        ActionId.NOTICE, QT_TRANSLATE_NOOP("actions", "Go to the notice, e.g. to undo"), ("F6",), "bell"
    ),
    ActionEntry(
        ActionId.COUNTER,
        QT_TRANSLATE_NOOP("actions", "Hide personal data (hold or press)"),
        ("F9",),
        "eye-off",
    ),
    ActionEntry(ActionId.SETTINGS, QT_TRANSLATE_NOOP("actions", "Settings"), ("Ctrl+,",), "settings"),
    ActionEntry(ActionId.SHORTCUTS, QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("F1",), "keyboard"),
    ActionEntry(ActionId.LOCK, QT_TRANSLATE_NOOP("actions", "Lock now"), ("Ctrl+L",), "lock"),
    ActionEntry(ActionId.SIGN_OUT, QT_TRANSLATE_NOOP("actions", "Sign out"), (), "sign-out"),
    ActionEntry(ActionId.QUIT, QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",), "close"),
)


def action_text(entry: ActionEntry) -> str:
    """The action's name in the language of the window."""
    return QCoreApplication.translate("actions", entry.text)


class WindowActions(QObject):
    """The table as QActions of one window. A slot that is not given leaves its action out."""

    def __init__(self, window: QWidget, user: User, slots: Mapping[ActionId, Callable[[], object]]) -> None:
        super().__init__(window)
        self._user = user
        self._actions: dict[ActionId, QAction] = {}
        for entry in TABLE:
            if entry.id not in slots:
                continue
            action = QAction(icon(entry.icon), "", window)
            action.setObjectName(f"{entry.id}_action")
            action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(slots[entry.id])
            window.addAction(action)
            self._actions[entry.id] = action
        self.set_enabled(enabled=True)
        self.retranslate()

    def __getitem__(self, wanted: ActionId) -> QAction:
        return self._actions[wanted]

    def set_enabled(self, *, enabled: bool) -> None:
        """Switches all actions, as far as the user's role allows them; none works while the office is locked."""
        for entry in TABLE:
            action = self._actions.get(entry.id)
            if action is not None:
                works = enabled or entry.id is ActionId.QUIT
                if entry.permission is None:
                    action.setEnabled(works)
                else:
                    explain(action, entry.permission, self._user, enabled=works)

    def retranslate(self) -> None:
        """Names every action in the language of the window."""
        for entry in TABLE:
            action = self._actions.get(entry.id)
            if action is not None:
                action.setText(action_text(entry))


def shortcut_text(keys: str) -> str:
    """A shortcut as this platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
