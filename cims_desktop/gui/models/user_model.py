"""The people of the office as a table that sorts and filters in memory, ten thousand of them if need be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cims_desktop.domain.roles import Role
from cims_desktop.domain.users import User
from cims_desktop.gui.format import instant, relative
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import role_word

Index = QModelIndex | QPersistentModelIndex
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
NEVER = datetime.min.replace(tzinfo=UTC)


class UserColumn(IntEnum):
    """Columns of the list."""

    NAME = 0
    SIGN_IN_NAME = 1
    ROLE = 2
    STATE = 3
    LAST_SIGN_IN = 4


_TITLES: dict[UserColumn, str] = {
    UserColumn.NAME: QT_TRANSLATE_NOOP("users", "Name"),
    UserColumn.SIGN_IN_NAME: QT_TRANSLATE_NOOP("users", "Sign-in name"),
    UserColumn.ROLE: QT_TRANSLATE_NOOP("users", "Role"),
    UserColumn.STATE: QT_TRANSLATE_NOOP("users", "State"),
    UserColumn.LAST_SIGN_IN: QT_TRANSLATE_NOOP("users", "Last sign-in"),
}


def state_word(user: User) -> str:
    """Active, Disabled, or that the password must be changed."""
    if not user.active:
        return QCoreApplication.translate("users", "Disabled")
    if user.must_change_password:
        return QCoreApplication.translate("users", "Must change password")
    return QCoreApplication.translate("users", "Active")


def _utc_now() -> datetime:
    return datetime.now(UTC)


class UserModel(QAbstractTableModel):
    """Shows the users that match the filter, in the order of the header's arrow."""

    def __init__(
        self, time_zone: str, parent: QObject | None = None, now: Callable[[], datetime] = _utc_now
    ) -> None:
        super().__init__(parent)
        self._time_zone, self._now = time_zone, now
        self._everybody: tuple[User, ...] = ()
        self._seen: Mapping[int, datetime] = {}
        self._rows: list[User] = []
        self._text, self._disabled = "", False
        self._order = (UserColumn.NAME, Qt.SortOrder.AscendingOrder)

    @property
    def everybody(self) -> tuple[User, ...]:
        """All users of the office, whatever the filter."""
        return self._everybody

    @property
    def order(self) -> tuple[UserColumn, Qt.SortOrder]:
        """By which column the rows are sorted, and which way round."""
        return self._order

    def show_users(self, users: Sequence[User], last_sign_ins: Mapping[int, datetime]) -> None:
        """Replaces everybody."""
        self._everybody, self._seen = tuple(users), last_sign_ins
        self._arrange()

    def filter(self, text: str, *, disabled: bool) -> None:
        """Shows those in whose name, sign-in name or role `text` stands; the disabled ones only if wanted."""
        self._text, self._disabled = text.strip().casefold(), disabled
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (UserColumn(column), order)
        self._arrange()

    def user_at(self, row: int) -> User | None:
        """The user of a row; None outside the table."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, user_id: int) -> int:
        """The row of a user, -1 when not shown."""
        return next((row for row, user in enumerate(self._rows) if user.id == user_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(UserColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        user = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(user, UserColumn(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_full(user, UserColumn(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        return user if role == RECORD_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("users", _TITLES[UserColumn(section)])
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def text(self, user: User, column: UserColumn) -> str:
        """What stands in a cell."""
        match column:
            case UserColumn.NAME:
                return user.display_name
            case UserColumn.SIGN_IN_NAME:
                return user.sign_in_name
            case UserColumn.ROLE:
                return role_word(user.role)
            case UserColumn.STATE:
                return state_word(user)
            case UserColumn.LAST_SIGN_IN:
                seen = self._seen.get(user.id)
                if seen is None:
                    return QCoreApplication.translate("users", "Never")
                return relative(seen.astimezone(ZoneInfo(self._time_zone)), self._now())

    def _in_full(self, user: User, column: UserColumn) -> str:
        """What a cell means, for a tool tip and a screen reader."""
        if column is UserColumn.NAME:
            return f"{user.display_name}, {user.sign_in_name}"
        seen = self._seen.get(user.id)
        if column is UserColumn.LAST_SIGN_IN and seen is not None:
            return instant(seen, self._time_zone)
        return self.text(user, column)

    def _arrange(self) -> None:
        column, order = self._order
        self.beginResetModel()
        shown = [user for user in self._everybody if self._disabled or user.active]
        if self._text:
            roles = {key: role_word(role).casefold() for key, role in _roles_of(shown).items()}
            shown = [user for user in shown if self._matches(user, roles[user.role.key])]
        self._rows = sorted(shown, key=self._key(column), reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _matches(self, user: User, role: str) -> bool:
        return any(
            self._text in name for name in (user.display_name.casefold(), user.sign_in_name.casefold(), role)
        )

    def _key(self, column: UserColumn) -> Callable[[User], tuple[Any, ...]]:
        match column:
            case UserColumn.NAME:
                return lambda user: (user.display_name.casefold(), user.id)
            case UserColumn.SIGN_IN_NAME:
                return lambda user: (user.sign_in_name.casefold(),)
            case UserColumn.ROLE:
                words = {key: role_word(role).casefold() for key, role in _roles_of(self._everybody).items()}
                return lambda user: (words[user.role.key], user.display_name.casefold())
            case UserColumn.STATE:
                return lambda user: (user.active, not user.must_change_password, user.display_name.casefold())
            case UserColumn.LAST_SIGN_IN:
                return lambda user: (self._seen.get(user.id, NEVER), user.display_name.casefold())


def _roles_of(users: Sequence[User]) -> dict[str, Role]:
    return {user.role.key: user.role for user in users}
