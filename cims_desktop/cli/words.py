"""One clear sentence and a way out for every known fault, in English."""

from __future__ import annotations

from cims_desktop.domain.auditing import OfficeWarning
from cims_desktop.domain.errors import CimsError, Invalid, Problem

SENTENCES = {
    "missing": "The office file {path} does not exist. Check the path, or make one with `office create`.",
    "empty_file": "The file {path} is empty. Restore the last backup of this office.",
    "not_an_office": "The file {path} is not an office of this program. Choose a file that ends in .cims.",
    "wrong_key": "The key file beside the office does not belong to it, or the office's first page is damaged."
    " Put the right .keys file beside it, or restore the last backup.",
    "no_sensitive_key": "This office has no key for sensitive fields yet. It gets one when an administrator signs in.",
    "damaged": "The office file is damaged. Make no changes to it; restore the last backup.",
    "in_use": "Another program holds the file. Wait a moment, or close it there, and try again.",
    "busy": "The office is busy with another change; nothing was lost. Try again in a moment.",
    "disk_full": "The disk is full; nothing was written. Free some space and try again.",
    "disk_error": "The disk reports an error. Check the drive and its cable, then try again.",
    "read_only": "The folder or file is read-only. Give yourself the right to write there, or choose another folder.",
    "no_access": "The file can't be opened with your rights. Check who owns it.",
    "newer": "This office was written by a newer version of the program. Install that version.",
    "network_place": "{path} is on a network share, where two PCs would lose each other's work. Choose a local folder.",
    "synced_place": "{path} is in a synced folder, where two PCs would lose each other's work. Choose a local folder;"
    " backups may go there.",
    "exists": "There is already a file {path}. Choose another name; nothing was overwritten.",
    "path_too_long": "The path is too long for this system. Choose a shorter one.",
    "key_file_missing": "The key file (.keys) is not beside the office file. Put it back, or restore the last backup.",
    "key_file_damaged": "The key file (.keys) is damaged. Restore it from the last backup.",
    "key_file_newer": "The key file was written by a newer version of the program. Install that version.",
    "key_file_rolled_back": "The key file is older than the office. Put back the newest .keys file.",
    "backup_missing": "There is no backup {path}. Check the path, or plug its drive in.",
    "not_a_backup": "This file is not a backup of this program. Choose a file that ends in .cimsbak.",
    "backup_newer": "The backup was written by a newer version of the program. Install that version.",
    "backup_damaged": "The backup is damaged or was changed ({part}). Use another one.",
    "backup_mismatch": "The files in the backup don't belong together. Use another one.",
    "backup_other_keys": "The backup was made under other keys, or is of another office. Prove it with the name and"
    " password of its day.",
    "backup_folder_missing": "The folder {path} is not there. Plug the drive in, or choose another folder; the earlier"
    " backups are as they were.",
    "migration_refused": "The office must be brought up to date, and a backup has to come first; it failed ({reason})."
    " Nothing was changed. Make room or give the right to write in {path}, then sign in again.",
    "wrong_recovery_code": "Refused: this is not the recovery code in force on that day.",
    "no_recovery_code": "Refused: no recovery code had been made.",
    "key_file_changed": "The keys were changed in another window meanwhile. Sign in again.",
    "wrong_name_or_password": "Sign-in refused: name or password is wrong.",
    "wait": "Too many failed sign-ins. Wait {seconds} s, then try again.",
    "code_needed": "This user signs in with a one-time code besides the password. Give it with --code.",
    "wrong_code": "Sign-in refused: the code is wrong, too old, or was used before.",
    "disabled": "Sign-in refused: this user has been disabled. Ask an administrator.",
    "session_ended": "An administrator has changed this user's role or password meanwhile. Sign in again.",
    "password_change_needed": "This password was given by an administrator. Sign in to the window once and change it.",
    "enrolment_needed": "The office asks for a second factor. Sign in to the window once and set it up.",
    "denied": "You lack the right {permission}. An administrator can give it.",
    "stale": "Somebody else changed this record meanwhile. Read it again and repeat your change.",
    "not_found": "There is no such record any more.",
    "cancelled": "Cancelled; nothing was changed.",
    "target_in_use": "Another program has the target file open. Close it there and try again.",
    "folder_missing": "The target folder does not exist.",
    "cannot_write": "The target file can't be written.",
    "no_reader_process": "The reader could not be started.",
}
"""By fault code; names in braces are the fault's parameters."""


NO_ROOM = "The disk has too little room: {needed:,} bytes are needed, {free:,} are free. Nothing was written."

WARNINGS = {
    "journal_cut": "Warning: this computer has seen act {seen} of {seen_at:%Y-%m-%d %H:%M} in the journal, which is"
    " missing or another now; it goes up to act {found} of {found_at:%Y-%m-%d %H:%M}. Was a backup restored?",
    "rolled_back": "Warning: office and key file are both older than what this computer has seen"
    " ({seen_at:%Y-%m-%d %H:%M}; now {found_at:%Y-%m-%d %H:%M}). Was a backup restored?",
    "journal_forged": "Warning: the journal is not the one for which the checkpoint of {made_at:%Y-%m-%d %H:%M} vouches"
    " (act {act}). Run `audit verify`.",
}
"""By code; names in braces are the warning's parameters, times in UTC."""


def warning(found: OfficeWarning) -> str:
    """What to print for something that stops nobody."""
    return (
        WARNINGS[found.code].format_map(found.params) if found.code in WARNINGS else f"Warning: {found.code}"
    )


def sentence(error: CimsError) -> str:
    """What to print for a known fault."""
    if isinstance(error, Invalid):
        return "Refused, nothing was written: " + "; ".join(problem(one) for one in error.problems[:10])
    pattern = NO_ROOM if {"needed", "free"} <= set(error.params) else SENTENCES.get(error.code)
    if pattern is None:
        details = ", ".join(f"{key} {value}" for key, value in error.params.items())
        return f"{error.code.replace('_', ' ').capitalize()}{': ' + details if details else ''}."
    return pattern.format_map(_Known(error.params))


def problem(one: Problem) -> str:
    """One problem in a few words: field, what, the value."""
    details = ", ".join(f"{key} {value}" for key, value in one.params.items())
    shown = f" {one.value[:60]!r}" if one.value else ""
    return f"{one.field}{shown}: {one.code.replace('_', ' ')}{f' ({details})' if details else ''}"


class _Known(dict[str, object]):
    """Parameters; a missing one is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return ""
