"""What goes wrong with backups, in words: one clear sentence and a way out."""

from __future__ import annotations

from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

BACKUP_FAULTS: dict[str, tuple[str, str]] = {
    "backup_missing": (
        QT_TRANSLATE_NOOP("errors", "The backup is not there any more."),
        QT_TRANSLATE_NOOP("errors", "Was it moved, or is a drive not connected? Choose it from its new place."),
    ),
    "not_a_backup": (
        QT_TRANSLATE_NOOP("errors", "This file is not a backup of this program, or only a part of one."),
        QT_TRANSLATE_NOOP("errors", "Choose a file that ends in .cimsbak; if it was copied, copy it again."),
    ),
    "backup_newer": (
        QT_TRANSLATE_NOOP("errors", "This backup was made by a newer version of the program."),
        QT_TRANSLATE_NOOP("errors", "Install the newest version on this computer, then try again."),
    ),
    "backup_damaged": (
        QT_TRANSLATE_NOOP("errors", "The backup is damaged: what is in it is not what was put in."),
        QT_TRANSLATE_NOOP("errors", "Don't rely on it. Take an older one, and have the disk looked at."),
    ),
    "backup_mismatch": (
        QT_TRANSLATE_NOOP("errors", "The parts of this backup don't belong together."),
        QT_TRANSLATE_NOOP("errors", "Somebody may have exchanged one. Don't rely on it; take another."),
    ),
    "backup_other_keys": (
        QT_TRANSLATE_NOOP("errors", "This backup needs other keys: it is of before a renewal, or of another office."),
        QT_TRANSLATE_NOOP("errors", "Restore it to a new file with the name and password of its day."),
    ),
    "migration_refused": (
        QT_TRANSLATE_NOOP("errors", "The office needs an update, and the backup before it could not be made."),
        QT_TRANSLATE_NOOP("errors", "Make room on the disk or give the folder back its rights, then open it again."),
    ),
    "backup_folder_missing": (
        QT_TRANSLATE_NOOP("errors", "The folder of the backups is not there."),
        QT_TRANSLATE_NOOP("errors", "Connect the drive, or choose another folder. Earlier backups are untouched."),
    ),
}  # fmt: skip
