"""Words for the journal: what an act was, which fields it changed, what the verdict on the journal means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditEntry, DisclosureKind, JournalFault
from cims_desktop.gui.icons import IconName
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import act_word

_TITLES: dict[tuple[str, str], str] = {
    ("create", "customer"): QT_TRANSLATE_NOOP("audit", "New customer"),
    ("amend", "customer"): QT_TRANSLATE_NOOP("audit", "Details changed"),
    ("delete", "customer"): QT_TRANSLATE_NOOP("audit", "Moved to the bin"),
    ("restore", "customer"): QT_TRANSLATE_NOOP("audit", "Taken out of the bin"),
    ("view", "customer"): QT_TRANSLATE_NOOP("audit", "Record opened"),
    ("destroy", "customer"): QT_TRANSLATE_NOOP("audit", "Destroyed for good"),
    ("erase", "customer"): QT_TRANSLATE_NOOP("audit", "Person erased"),
    ("record", "purchase"): QT_TRANSLATE_NOOP("audit", "Purchase recorded"),
    ("refund", "purchase"): QT_TRANSLATE_NOOP("audit", "Refund"),
    ("record", "interaction"): QT_TRANSLATE_NOOP("audit", "Contact logged"),
    ("amend", "interaction"): QT_TRANSLATE_NOOP("audit", "Contact corrected"),
    ("record", "survey_response"): QT_TRANSLATE_NOOP("audit", "Survey answer"),
    ("amend", "preference"): QT_TRANSLATE_NOOP("audit", "Preferences changed"),
    ("create", "product"): QT_TRANSLATE_NOOP("audit", "New product"),
    ("amend", "product"): QT_TRANSLATE_NOOP("audit", "Product changed"),
    ("create", "user"): QT_TRANSLATE_NOOP("audit", "New user"),
    ("amend", "user"): QT_TRANSLATE_NOOP("audit", "User changed"),
    ("settings", "user"): QT_TRANSLATE_NOOP("audit", "Own settings changed"),
    ("create", "role"): QT_TRANSLATE_NOOP("audit", "New role"),
    ("amend", "role"): QT_TRANSLATE_NOOP("audit", "Role changed"),
    ("delete", "role"): QT_TRANSLATE_NOOP("audit", "Role removed"),
    ("settings", "office"): QT_TRANSLATE_NOOP("audit", "Office rules changed"),
    ("amend", "secret_value"): QT_TRANSLATE_NOOP("audit", "Sensitive value changed"),
    ("create", "secret_value"): QT_TRANSLATE_NOOP("audit", "Sensitive value entered"),
    ("delete", "secret_value"): QT_TRANSLATE_NOOP("audit", "Sensitive value cleared"),
    ("reveal", "secret_value"): QT_TRANSLATE_NOOP("audit", "Sensitive value revealed"),
    ("back_up", "backup_entry"): QT_TRANSLATE_NOOP("audit", "Backup"),
}
_DONE: dict[tuple[str, str], str] = {
    ("keys", "rotated"): QT_TRANSLATE_NOOP("audit", "All keys renewed"),
    ("keys", "recovery_code"): QT_TRANSLATE_NOOP("audit", "New recovery code"),
    ("print", "recovery_sheet"): QT_TRANSLATE_NOOP("audit", "Recovery sheet printed"),
    ("print", "recovery_codes"): QT_TRANSLATE_NOOP("audit", "Recovery codes of the second factor printed"),
    ("print", "journal_verdict"): QT_TRANSLATE_NOOP("audit", "Verdict on the journal printed"),
    ("keys", "cost"): QT_TRANSLATE_NOOP("audit", "Guessing passwords made costlier"),
    ("keys", "recovered"): QT_TRANSLATE_NOOP("audit", "Signed in by the recovery code"),
    ("keys", "password"): QT_TRANSLATE_NOOP("audit", "Password changed"),
    ("back_up", "manual"): QT_TRANSLATE_NOOP("audit", "Backup made"),
    ("back_up", "scheduled"): QT_TRANSLATE_NOOP("audit", "Scheduled backup made"),
    ("back_up", "moving"): QT_TRANSLATE_NOOP("audit", "Backup made to move the office"),
    ("back_up", "migration"): QT_TRANSLATE_NOOP("audit", "Backup made before an update"),
    ("back_up", "rotation"): QT_TRANSLATE_NOOP("audit", "Backup made before the keys were renewed"),
    ("back_up", "proven"): QT_TRANSLATE_NOOP("audit", "Backup proven"),
    ("back_up", "restored"): QT_TRANSLATE_NOOP("audit", "Office restored from a backup"),
    ("check", "warnings_settled"): QT_TRANSLATE_NOOP("audit", "Warnings about the journal settled"),
    ("check", "repair"): QT_TRANSLATE_NOOP("audit", "Office file repaired"),
    ("amend", "next_contact"): QT_TRANSLATE_NOOP("audit", "Next contact planned"),
}
"""By kind and what the act says was done."""
_ICONS: dict[ActKind, IconName] = {
    ActKind.CREATE_OFFICE: "store", ActKind.SIGN_IN: "unlock", ActKind.SIGN_OUT: "sign-out", ActKind.LOCK: "lock",
    ActKind.CREATE: "plus", ActKind.AMEND: "edit", ActKind.DELETE: "trash", ActKind.RESTORE: "restore",
    ActKind.RECORD: "note", ActKind.REFUND: "refund", ActKind.IMPORT: "upload", ActKind.EXPORT: "download",
    ActKind.PRINT: "printer", ActKind.CHECK: "shield", ActKind.SETTINGS: "settings",
    ActKind.SIGN_IN_FAILED: "warning", ActKind.VIEW: "eye", ActKind.REVEAL: "eye", ActKind.MERGE: "link",
    ActKind.DESTROY: "trash", ActKind.ERASE: "trash", ActKind.KEYS: "key", ActKind.BACK_UP: "database",
}  # fmt: skip
_TABLE_ICONS: dict[str, IconName] = {
    "purchase": "cart", "interaction": "message", "survey_response": "smile", "user": "user", "product": "products",
}  # fmt: skip
_HOW: dict[DisclosureKind, tuple[str, IconName]] = {
    DisclosureKind.VIEWED: (QT_TRANSLATE_NOOP("audit", "Opened the record"), "eye"),
    DisclosureKind.EXPORTED: (QT_TRANSLATE_NOOP("audit", "Exported"), "download"),
    DisclosureKind.PRINTED: (QT_TRANSLATE_NOOP("audit", "Printed"), "printer"),
    DisclosureKind.REVEALED: (QT_TRANSLATE_NOOP("audit", "Revealed a sensitive value"), "shield"),
}
_FAULTS: dict[JournalFault, str] = {
    JournalFault.EDITED: QT_TRANSLATE_NOOP("audit", "Act %1 is not as it was written: it was edited later."),
    JournalFault.DELETED: QT_TRANSLATE_NOOP("audit", "An act before act %1 was deleted."),
    JournalFault.REORDERED: QT_TRANSLATE_NOOP("audit", "From act %1 on, the acts are not in their order."),
    JournalFault.TRUNCATED: QT_TRANSLATE_NOOP("audit", "The journal was cut: act %1 and what followed are missing."),
    JournalFault.FORGED: QT_TRANSLATE_NOOP("audit", "From act %1 on, the journal is not what this program wrote."),
}  # fmt: skip
GROUPS: Mapping[str, tuple[ActKind, ...]] = {
    QT_TRANSLATE_NOOP("audit", "Changes"): (
        ActKind.CREATE, ActKind.AMEND, ActKind.RECORD, ActKind.REFUND, ActKind.MERGE, ActKind.RESTORE, ActKind.IMPORT,
    ),
    QT_TRANSLATE_NOOP("audit", "Deleted or erased"): (ActKind.DELETE, ActKind.DESTROY, ActKind.ERASE),
    QT_TRANSLATE_NOOP("audit", "Seen or taken out"): (
        ActKind.VIEW, ActKind.REVEAL, ActKind.EXPORT, ActKind.PRINT,
    ),
    QT_TRANSLATE_NOOP("audit", "Sign-ins and locking"): (
        ActKind.SIGN_IN, ActKind.SIGN_IN_FAILED, ActKind.SIGN_OUT, ActKind.LOCK,
    ),
    QT_TRANSLATE_NOOP("audit", "Keys, backups, rules"): (
        ActKind.KEYS, ActKind.BACK_UP, ActKind.SETTINGS, ActKind.CHECK, ActKind.CREATE_OFFICE,
    ),
}  # fmt: skip
"""Kinds of acts that one asks for together, by their English heading; each kind once."""


def said(source: str) -> str:
    """A text of this module's tables in the language of the window."""
    return QCoreApplication.translate("audit", source)


def act_title(entry: AuditEntry) -> str:
    """What was done, as near to it as the journal tells."""
    kind, what = entry.kind.value, str(entry.detail.get("what", ""))
    source = _DONE.get((kind, what)) or _TITLES.get((kind, entry.table))
    return said(source) if source else act_word(entry.kind)


def told_besides(entry: AuditEntry) -> Mapping[str, Any]:
    """The small facts of an act that its title and its changed fields don't tell already."""
    known = entry.changes or (entry.kind.value, str(entry.detail.get("what", ""))) in _DONE
    return {name: value for name, value in entry.detail.items() if not (known and name in ("what", "slot"))}


def act_icon(entry: AuditEntry) -> IconName:
    """The picture of an act."""
    if entry.kind in (ActKind.RECORD, ActKind.CREATE, ActKind.AMEND) and entry.table in _TABLE_ICONS:
        return _TABLE_ICONS[entry.table]
    return _ICONS[entry.kind]


def disclosure_words(how: DisclosureKind) -> tuple[str, IconName]:
    """How somebody came to see a customer's data, with its picture."""
    source, icon = _HOW[how]
    return said(source), icon


def fault_of_journal(fault: JournalFault, first_bad: int | None) -> str:
    """What happened to the journal, in one sentence."""
    return said(_FAULTS[fault]).replace("%1", str(first_bad or "?"))
