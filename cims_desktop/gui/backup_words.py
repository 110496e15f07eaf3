"""Words for backups: why one was made, how it stands, how large it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.backups import BackupEntry, BackupReason, EntryState
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.format import number
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

_REASONS: dict[BackupReason, str] = {
    BackupReason.MANUAL: QT_TRANSLATE_NOOP("backups", "By hand"),
    BackupReason.SCHEDULED: QT_TRANSLATE_NOOP("backups", "Scheduled"),
    BackupReason.MIGRATION: QT_TRANSLATE_NOOP("backups", "Before an update"),
    BackupReason.ROTATION: QT_TRANSLATE_NOOP("backups", "Before renewing keys"),
    BackupReason.MOVING: QT_TRANSLATE_NOOP("backups", "To move the office"),
}
_STATES: dict[EntryState, str] = {
    EntryState.MADE: QT_TRANSLATE_NOOP("backups", "Not proven"),
    EntryState.VERIFIED: QT_TRANSLATE_NOOP("backups", "Proven"),
    EntryState.FAILED: QT_TRANSLATE_NOOP("backups", "Failed"),
}
_GONE = QT_TRANSLATE_NOOP("backups", "Removed or not connected")
KILO = 1024


def reason_word(reason: BackupReason) -> str:
    """Why it was made."""
    return QCoreApplication.translate("backups", _REASONS[reason])


def entry_state_word(entry: BackupEntry, *, gone: bool) -> str:
    """How one stands: proven, failed, or not to be found any more."""
    source = _GONE if gone and entry.state is not EntryState.FAILED else _STATES[entry.state]
    return QCoreApplication.translate("backups", source)


def problem_of_backup(code: str) -> str:
    """The sentence for what a backup failed of."""
    return fault_words(OfficeFault(code))[0]


def size_word(size: int) -> str:
    """So many kB, MB or GB; nothing for nothing."""
    if size <= 0:
        return ""
    value, unit = size / KILO, "kB"
    for larger in ("MB", "GB", "TB"):
        if value < KILO:
            break
        value, unit = value / KILO, larger
    return f"{number(value, 1 if value < 10 else 0)} {unit}"
