"""Who has which keys of the office, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User

MOST_NAMES = 6


class KeyHolders(QObject):
    """Sentences about `people`, those who may sign in."""

    def __init__(self, people: Sequence[User], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = tuple(one for one in people if one.active)

    def data(self) -> str:
        """Who can open the office."""
        return self.tr(
            "Opens the office file. Everybody who may sign in has it: %n person(s).", "", len(self._people)
        )

    def sensitive(self) -> str:
        """Who can read sensitive fields."""
        names = self._names(Permission.REVEAL_SENSITIVE)
        if not names:
            return self.tr("Reads sensitive fields. Nobody has it now; everybody can enter values.")
        return self.tr("Reads sensitive fields; everybody else can only enter them. %1").replace("%1", names)

    def administrator(self) -> str:
        """Who vouches for users and for the journal."""
        names = self._names(None) or "–"
        return self.tr("Vouches for users, roles and the journal's checkpoints. %1").replace("%1", names)

    def _names(self, permission: Permission | None) -> str:
        held = [
            one.display_name
            for one in self._people
            if (one.role.administers if permission is None else one.may(permission))
        ]
        shown = sorted(held, key=str.casefold)[:MOST_NAMES]
        if len(held) > MOST_NAMES:
            shown.append(self.tr("and %n more", "", len(held) - MOST_NAMES))
        return self.tr(", ").join(shown)
