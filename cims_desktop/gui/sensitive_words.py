"""Words for sensitive fields: the program's own titles, and what kinds there are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.sensitive import SensitiveField, SensitiveKind
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

_KINDS: dict[SensitiveKind, str] = {
    SensitiveKind.NATIONAL_ID: QT_TRANSLATE_NOOP("sensitive", "National ID number"),
    SensitiveKind.TAX_ID: QT_TRANSLATE_NOOP("sensitive", "Tax number"),
    SensitiveKind.BANK_ACCOUNT: QT_TRANSLATE_NOOP("sensitive", "Bank or payment account"),
    SensitiveKind.TEXT: QT_TRANSLATE_NOOP("sensitive", "Any text"),
}


def sensitive_kind_word(kind: SensitiveKind) -> str:
    """What is entered in a field of this kind."""
    return QCoreApplication.translate("sensitive", _KINDS[kind])


def sensitive_title(field: SensitiveField) -> str:
    """The field's name: the office's word for it, else the program's."""
    return field.title or sensitive_kind_word(field.kind)
