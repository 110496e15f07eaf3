"""Every known fault in words: one clear sentence and a way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.errors import CimsError
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

FAULTS: dict[str, tuple[str, str]] = {
    "missing": (
        QT_TRANSLATE_NOOP("errors", "The office file is not there any more."),
        QT_TRANSLATE_NOOP("errors", "Was it moved, or is a drive not connected? Open it from its new place."),
    ),
    "not_an_office": (
        QT_TRANSLATE_NOOP("errors", "This file is not an office of this program."),
        QT_TRANSLATE_NOOP("errors", "Choose a file that ends in .cims, or make a new office."),
    ),
    "empty_file": (
        QT_TRANSLATE_NOOP("errors", "The office file is empty: it was never finished."),
        QT_TRANSLATE_NOOP("errors", "Make a new office, or bring the file back from a backup."),
    ),
    "wrong_key": (
        QT_TRANSLATE_NOOP("errors", "The key file does not belong to this office file."),
        QT_TRANSLATE_NOOP("errors", "Put the .keys file that was made with this office beside it."),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("errors", "The office file is damaged."),
        QT_TRANSLATE_NOOP("errors", "Don't work on in it. Keep the file and bring back the latest backup."),
    ),
    "in_use": (
        QT_TRANSLATE_NOOP("errors", "The office is in use by something that needs it alone."),
        QT_TRANSLATE_NOOP("errors", "Wait until it is finished, or close the other program, then try again."),
    ),
    "busy": (
        QT_TRANSLATE_NOOP("errors", "The office is busy with another change."),
        QT_TRANSLATE_NOOP("errors", "Nothing was lost. Try again in a moment."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("errors", "There is no space left on the disk; nothing was saved."),
        QT_TRANSLATE_NOOP("errors", "Free some space, then try again. What you typed is still here."),
    ),
    "read_only": (
        QT_TRANSLATE_NOOP("errors", "The office's folder can only be read, not written."),
        QT_TRANSLATE_NOOP("errors", "Move the office to a folder of yours, or ask for the right to write."),
    ),
    "no_access": (
        QT_TRANSLATE_NOOP("errors", "You have no right to open this file."),
        QT_TRANSLATE_NOOP("errors", "Ask whoever looks after this computer, or choose another place."),
    ),
    "newer": (
        QT_TRANSLATE_NOOP("errors", "This office was made by a newer version of the program."),
        QT_TRANSLATE_NOOP("errors", "Install the newest version on this computer, then open it again."),
    ),
    "network_place": (
        QT_TRANSLATE_NOOP("errors", "This place is on the network, where an office file can be destroyed."),
        QT_TRANSLATE_NOOP("errors", "Choose a folder on this computer. Backups may be kept on the network."),
    ),
    "synced_place": (
        QT_TRANSLATE_NOOP("errors", "This folder is synchronised with a cloud, which can destroy an office."),
        QT_TRANSLATE_NOOP("errors", "Choose a folder that is not synchronised. Backups may be kept there."),
    ),
    "exists": (
        QT_TRANSLATE_NOOP("errors", "There is a file of that name already."),
        QT_TRANSLATE_NOOP("errors", "Choose another name, or open the office that is there."),
    ),
    "key_file_missing": (
        QT_TRANSLATE_NOOP("errors", "The office's key file (.keys) is missing."),
        QT_TRANSLATE_NOOP("errors", "The office can't be opened without it. Bring it back from a backup."),
    ),
    "key_file_damaged": (
        QT_TRANSLATE_NOOP("errors", "The office's key file is damaged."),
        QT_TRANSLATE_NOOP("errors", "Bring the .keys file back from a backup; the office is untouched."),
    ),
    "key_file_newer": (
        QT_TRANSLATE_NOOP("errors", "The office's key file was made by a newer version of the program."),
        QT_TRANSLATE_NOOP("errors", "Install the newest version on this computer, then open it again."),
    ),
    "path_too_long": (
        QT_TRANSLATE_NOOP("errors", "The path of this place is too long."),
        QT_TRANSLATE_NOOP("errors", "Choose a shorter name or a folder nearer to the top."),
    ),
    "wrong_name_or_password": (
        QT_TRANSLATE_NOOP("errors", "The user name or the password is not right."),
        QT_TRANSLATE_NOOP("errors", "Check the Caps Lock key and the keyboard's language, then try again."),
    ),
    "disabled": (
        QT_TRANSLATE_NOOP("errors", "This user can't sign in any more."),
        QT_TRANSLATE_NOOP("errors", "Ask an administrator of the office."),
    ),
    "wait": (
        QT_TRANSLATE_NOOP("errors", "Too many attempts."),
        QT_TRANSLATE_NOOP("errors", "Try again in {seconds} s."),
    ),
    "denied": (
        QT_TRANSLATE_NOOP("errors", "Your role does not allow this."),
        QT_TRANSLATE_NOOP("errors", "Ask an administrator of the office to do it or to change your role."),
    ),
    "invalid": (
        QT_TRANSLATE_NOOP("errors", "Something is not filled in rightly; nothing was saved."),
        QT_TRANSLATE_NOOP("errors", "See the marked fields."),
    ),
    "stale": (
        QT_TRANSLATE_NOOP("errors", "Somebody else has changed this in the meantime; nothing was saved."),
        QT_TRANSLATE_NOOP("errors", "Look at the new state, then enter your change again."),
    ),
    "not_found": (
        QT_TRANSLATE_NOOP("errors", "This record does not exist any more."),
        QT_TRANSLATE_NOOP("errors", "Reload with F5."),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("errors", "Cancelled. Nothing was changed."),
        "",
    ),
}  # fmt: skip

UNREADABLE = QT_TRANSLATE_NOOP("errors", "This file can't be read.")
UNREADABLE_WAY_OUT = QT_TRANSLATE_NOOP(
    "errors", "Open it in the program that made it, save it as XLSX or CSV, and try again."
)


def fault_words(error: CimsError) -> tuple[str, str]:
    """The sentence and the way out for a known fault, in the language of the window."""
    sentence, way_out = FAULTS.get(error.code, (UNREADABLE, UNREADABLE_WAY_OUT))
    return _worded(sentence, error), _worded(way_out, error)


def _worded(source: str, error: CimsError) -> str:
    text = QCoreApplication.translate("errors", source) if source else ""
    for name, value in error.params.items():
        text = text.replace("{" + name + "}", str(value))
    return text
