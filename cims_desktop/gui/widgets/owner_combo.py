"""Who looks after a customer: one of the office's users, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from cims_desktop.domain.users import User


class OwnerCombo(QComboBox):
    """`activated` says that the person chose. An owner who can't sign in any more stays until another is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._users: tuple[User, ...] = ()
        self._ids: tuple[int | None, ...] = (None,)
        self._owner: int | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        view = QListView(self)
        view.setUniformItemSizes(True)  # thousands of names
        self.setView(view)
        self.activated.connect(self._chosen)
        self._fill()

    def use_users(self, users: Sequence[User]) -> None:
        """Everybody who may own a customer."""
        self._users = tuple(users)
        self._fill()

    def value(self) -> int | None:
        """The owner's id; exactly what was set while nobody chooses."""
        return self._owner

    def set_value(self, owner: int | None) -> None:
        """Shows this owner."""
        self._owner = owner
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _chosen(self, position: int) -> None:
        self._owner = self._ids[position]

    def _fill(self) -> None:
        offered = [user for user in self._users if user.active or user.id == self._owner]
        ids: list[int | None] = [None, *(user.id for user in offered)]
        names = [self.tr("Nobody"), *(f"{user.display_name} ({user.sign_in_name})" for user in offered)]
        if self._owner not in ids:  # The users are still being read, or may not be.
            ids.append(self._owner)
            names.append(self.tr("Somebody else"))
        blocked = self.blockSignals(True)
        self._ids = tuple(ids)
        self.setModel(QStringListModel(names, self))
        self.setCurrentIndex(self._ids.index(self._owner))
        self.blockSignals(blocked)
