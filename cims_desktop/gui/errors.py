"""Every known fault in words: one clear sentence and a way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.errors import CimsError, OfficeFault, UnreadableFile
from cims_desktop.gui.backup_faults import BACKUP_FAULTS
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
    "password_change_needed": (
        QT_TRANSLATE_NOOP("errors", "An administrator has set your password; choose one of your own first."),
        QT_TRANSLATE_NOOP("errors", "Sign in at the window: it asks for the new password."),
    ),
    "enrolment_needed": (
        QT_TRANSLATE_NOOP("errors", "This office asks everybody for a one-time code, and you have none yet."),
        QT_TRANSLATE_NOOP("errors", "Sign in at the window: it shows how to set one up."),
    ),
    "disk_error": (
        QT_TRANSLATE_NOOP("errors", "The disk could not do it."),
        QT_TRANSLATE_NOOP("errors", "Is the drive still connected? Try again; if it stays, have the disk looked at."),
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
    "key_file_rolled_back": (
        QT_TRANSLATE_NOOP("errors", "The office's key file is older than the office."),
        QT_TRANSLATE_NOOP("errors", "Bring back the newest .keys file, or office and key file of one backup."),
    ),
    "key_file_changed": (
        QT_TRANSLATE_NOOP("errors", "The office's key file was changed by another program just now."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed here. Try again."),
    ),
    "cannot_write": (
        QT_TRANSLATE_NOOP("errors", "The file can't be written there."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder, or ask for the right to write."),
    ),
    "target_in_use": (
        QT_TRANSLATE_NOOP("errors", "The file is open in another program."),
        QT_TRANSLATE_NOOP("errors", "Close it there, or choose another name."),
    ),
    "folder_missing": (
        QT_TRANSLATE_NOOP("errors", "The folder is not there any more."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder."),
    ),
    "too_many_rows": (
        QT_TRANSLATE_NOOP("errors", "That is more rows than a sheet can hold."),
        QT_TRANSLATE_NOOP("errors", "Set a filter and write several files."),
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
    "session_ended": (
        QT_TRANSLATE_NOOP("errors", "This sign-in does not hold any more."),
        QT_TRANSLATE_NOOP("errors", "Sign in again. What was typed is kept as a draft."),
    ),
    "session_ended_role": (
        QT_TRANSLATE_NOOP("errors", "An administrator has changed your role or what it allows."),
        QT_TRANSLATE_NOOP("errors", "Sign in again. What was typed is kept as a draft."),
    ),
    "session_ended_password": (
        QT_TRANSLATE_NOOP("errors", "An administrator has given you a new password."),
        QT_TRANSLATE_NOOP("errors", "Sign in with it. What was typed is kept as a draft."),
    ),
    "code_needed": (
        QT_TRANSLATE_NOOP("errors", "A one-time code is needed besides the password."),
        QT_TRANSLATE_NOOP("errors", "Type the six digits that your authenticator app shows."),
    ),
    "wrong_code": (
        QT_TRANSLATE_NOOP("errors", "This code is not right, or was used before."),
        QT_TRANSLATE_NOOP("errors", "Wait for the next one in the app; is the phone's clock right?"),
    ),
    "wrong_recovery_code": (
        QT_TRANSLATE_NOOP("errors", "This recovery code is not in force for this office."),
        QT_TRANSLATE_NOOP("errors", "Is it the newest sheet, and of this office?"),
    ),
    "no_recovery_code": (
        QT_TRANSLATE_NOOP("errors", "No recovery code was ever made for this office."),
        QT_TRANSLATE_NOOP("errors", "Only an administrator who knows a password can help."),
    ),
    "wait": (
        QT_TRANSLATE_NOOP("errors", "Too many attempts."),
        QT_TRANSLATE_NOOP("errors", "Try again in {seconds} s."),
    ),
    "denied": (
        QT_TRANSLATE_NOOP("errors", "Your role does not allow this."),
        QT_TRANSLATE_NOOP("errors", "Ask an administrator of the office to do it or to change your role."),
    ),
    "denied_not_yours": (
        QT_TRANSLATE_NOOP("errors", "Your role allows this for your own customers only."),
        QT_TRANSLATE_NOOP("errors", "Ask the customer's owner or an administrator of the office."),
    ),
    "denied_masked": (
        QT_TRANSLATE_NOOP("errors", "This is hidden from your role, so it can't be used here."),
        QT_TRANSLATE_NOOP("errors", "Ask an administrator of the office to do it or to change your role."),
    ),
    "denied_looking": (
        QT_TRANSLATE_NOOP("errors", "You look at the program as another role; nothing can be changed."),
        QT_TRANSLATE_NOOP("errors", "Go back to your own role with the button above."),
    ),
    "no_sensitive_key": (
        QT_TRANSLATE_NOOP("errors", "This office can't keep sensitive values yet."),
        QT_TRANSLATE_NOOP("errors", "Let an administrator sign in once; that makes the key for them."),
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
FAULTS |= BACKUP_FAULTS

UNREADABLE_FILES: dict[str, tuple[str, str]] = {
    "file_missing": (
        QT_TRANSLATE_NOOP("errors", "The file is not there any more."),
        QT_TRANSLATE_NOOP("errors", "Choose it again from its new place."),
    ),
    "not_a_file": (
        QT_TRANSLATE_NOOP("errors", "This is not a file."),
        QT_TRANSLATE_NOOP("errors", "Choose a spreadsheet or a text table."),
    ),
    "no_access": (
        QT_TRANSLATE_NOOP("errors", "You have no right to open this file."),
        QT_TRANSLATE_NOOP("errors", "Close it in other programs, or copy it to a folder of yours."),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("errors", "There is nothing in this file."),
        QT_TRANSLATE_NOOP("errors", "Choose another file."),
    ),
    "password_protected": (
        QT_TRANSLATE_NOOP("errors", "This file is protected by a password."),
        QT_TRANSLATE_NOOP("errors", "Save a copy without the password in its own program, then try again."),
    ),
    "html_not_spreadsheet": (
        QT_TRANSLATE_NOOP("errors", "This is a web page with a spreadsheet's name."),
        QT_TRANSLATE_NOOP("errors", "Open it in a spreadsheet program and save it as XLSX."),
    ),
    "not_supported_yet": (
        QT_TRANSLATE_NOOP("errors", "This kind of file can't be read."),
        QT_TRANSLATE_NOOP("errors", "Save it as XLSX or CSV, then try again."),
    ),
    "sheet_missing": (
        QT_TRANSLATE_NOOP("errors", "There is no sheet of that name."),
        QT_TRANSLATE_NOOP("errors", "Choose one of the sheets that are there."),
    ),
    "no_sheets": (
        QT_TRANSLATE_NOOP("errors", "There is no sheet with a table in this file."),
        QT_TRANSLATE_NOOP("errors", "Choose another file."),
    ),
    "not_a_table": (
        QT_TRANSLATE_NOOP("errors", "This text is not a table."),
        QT_TRANSLATE_NOOP("errors", "Every line needs the same columns, parted by commas, semicolons or tabs."),
    ),
    "unknown_encoding": (
        QT_TRANSLATE_NOOP("errors", "The letters of this file can't be made out."),
        QT_TRANSLATE_NOOP("errors", "Save it as CSV in UTF-8, then try again."),
    ),
    "took_too_long": (
        QT_TRANSLATE_NOOP("errors", "Reading this file took too long and was stopped."),
        QT_TRANSLATE_NOOP("errors", "Save it anew in its own program, or in smaller parts."),
    ),
    "too_big_inside": (
        QT_TRANSLATE_NOOP("errors", "This file unpacks to far more than a table needs."),
        QT_TRANSLATE_NOOP("errors", "Save it anew in its own program, or in smaller parts."),
    ),
    "expands_too_much": (
        QT_TRANSLATE_NOOP("errors", "This file unpacks to far more than a table needs."),
        QT_TRANSLATE_NOOP("errors", "Save it anew in its own program, or in smaller parts."),
    ),
    "cell_too_long": (
        QT_TRANSLATE_NOOP("errors", "A cell of this file is longer than any text here may be."),
        QT_TRANSLATE_NOOP("errors", "Shorten it in its own program, then try again."),
    ),
}  # fmt: skip

UNREADABLE = (
    QT_TRANSLATE_NOOP("errors", "This file can't be read; it may be damaged."),
    QT_TRANSLATE_NOOP("errors", "Open it in its own program, save it as XLSX or CSV, try again."),
)
OTHER_OFFICE_FAULT = (
    QT_TRANSLATE_NOOP("errors", "The office file can't be used."),
    QT_TRANSLATE_NOOP("errors", "Start the program again; if that doesn't help, bring back a backup."),
)
OTHER = (
    QT_TRANSLATE_NOOP("errors", "This can't be done now; nothing was changed."),
    QT_TRANSLATE_NOOP("errors", "Try again; if that doesn't help, start the program again."),
)


def fault_words(error: CimsError) -> tuple[str, str]:
    """The sentence and the way out for a known fault, in the language of the window."""
    sentence, way_out = _sources(error)
    return _worded(sentence, error), _worded(way_out, error)


def _sources(error: CimsError) -> tuple[str, str]:
    if isinstance(error, UnreadableFile):
        return UNREADABLE_FILES.get(error.code, UNREADABLE)
    code = f"{error.code}_{reason}" if (reason := error.params.get("reason")) else error.code
    return FAULTS.get(code) or FAULTS.get(
        error.code, OTHER_OFFICE_FAULT if isinstance(error, OfficeFault) else OTHER
    )


def _worded(source: str, error: CimsError) -> str:
    text = QCoreApplication.translate("errors", source) if source else ""
    for name, value in error.params.items():
        text = text.replace("{" + name + "}", str(value))
    return text
