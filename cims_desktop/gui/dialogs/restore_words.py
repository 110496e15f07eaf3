"""What a backup is and what is in it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cims_desktop.domain.errors import CimsError, Invalid, SignInRefused
from cims_desktop.gui.format import day, number
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cims_desktop.domain.backups import BackupContents, BackupLabel

MOST_NAMES = 8


class RestoreWords(QObject):
    """Sentences for the dialog that restores."""

    def made(self, label: BackupLabel) -> str:
        """When it was made; nobody has proved that yet."""
        return self.tr("A backup made on %1").replace("%1", _when(label.made_at))

    def counts(self, contents: BackupContents) -> str:
        """How much is in it, and up to when."""
        parts = [
            (self.tr("%1 customers"), "customer"), (self.tr("%1 purchases"), "purchase"),
            (self.tr("%1 entries of history"), "interaction"), (self.tr("%1 acts in the journal"), "act"),
        ]  # fmt: skip
        lines = [text.replace("%1", number(contents.counts.get(table, 0))) for text, table in parts]
        if contents.newest_act is not None:
            lines.append(self.tr("Newest act: %1").replace("%1", _when(contents.newest_act)))
        return "\n".join(lines)

    def users(self, contents: BackupContents) -> str:
        """Who can sign in to it."""
        names = list(contents.users[:MOST_NAMES])
        if len(contents.users) > MOST_NAMES:
            names.append("…")
        return self.tr("Users: %1").replace("%1", self.tr(", ").join(names))

    def refusal(self, error: CimsError) -> str:
        """Why not; passwords are those of the backup's day."""
        sentence, way_out = fault_sentence(error)
        if isinstance(error, Invalid):
            return way_out
        if isinstance(error, SignInRefused) and error.code == "wrong_name_or_password":
            way_out = self.tr(
                "Take those of the day of the backup; a password changed since then is not in it."
            )
        return f"{sentence} {way_out}".strip()


def _when(at: datetime) -> str:
    """By this computer's clock: the office, whose time zone it would be, is not open."""
    local = at.astimezone()
    return f"{day(local.date())} {local:%H:%M}"
