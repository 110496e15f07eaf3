"""Recent activity as rows: what was done, to whom, by whom."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.audit import ActivityRow, ActKind
from cims_desktop.gui.delegates.two_line import Face
from cims_desktop.gui.format import money, relative
from cims_desktop.gui.icons import IconName
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import act_word

_TITLES: dict[tuple[ActKind, str], tuple[str, IconName]] = {
    (ActKind.CREATE, "customer"): (QT_TRANSLATE_NOOP("activity", "New customer"), "user-plus"),
    (ActKind.AMEND, "customer"): (QT_TRANSLATE_NOOP("activity", "Details changed"), "edit"),
    (ActKind.DELETE, "customer"): (QT_TRANSLATE_NOOP("activity", "Moved to the bin"), "trash"),
    (ActKind.RESTORE, "customer"): (QT_TRANSLATE_NOOP("activity", "Taken out of the bin"), "restore"),
    (ActKind.RECORD, "purchase"): (QT_TRANSLATE_NOOP("activity", "Purchase recorded"), "cart"),
    (ActKind.REFUND, "purchase"): (QT_TRANSLATE_NOOP("activity", "Refund"), "refund"),
    (ActKind.RECORD, "interaction"): (QT_TRANSLATE_NOOP("activity", "Contact logged"), "message"),
    (ActKind.AMEND, "interaction"): (QT_TRANSLATE_NOOP("activity", "Contact corrected"), "edit"),
    (ActKind.RECORD, "survey_response"): (QT_TRANSLATE_NOOP("activity", "Survey answer"), "smile"),
    (ActKind.AMEND, "preference"): (QT_TRANSLATE_NOOP("activity", "Preferences changed"), "heart"),
    (ActKind.CREATE, "product"): (QT_TRANSLATE_NOOP("activity", "New product"), "products"),
    (ActKind.AMEND, "product"): (QT_TRANSLATE_NOOP("activity", "Product changed"), "products"),
}
_KINDS: dict[ActKind, IconName] = {
    ActKind.IMPORT: "upload",
    ActKind.EXPORT: "download",
    ActKind.CREATE_OFFICE: "store",
    ActKind.SETTINGS: "settings",
    ActKind.PRINT: "printer",
    ActKind.CHECK: "shield",
    ActKind.DELETE: "trash",
    ActKind.RESTORE: "restore",
}


def activity_face(row: ActivityRow, now: datetime, currency: str) -> Face:
    """The row of one act, seen at `now`; amounts are in the office's `currency`."""
    source, icon = _TITLES.get((row.kind, row.table), ("", _KINDS.get(row.kind, "history")))
    title = QCoreApplication.translate("activity", source) if source else act_word(row.kind)
    amount = "" if row.amount is None else money(row.amount, currency, cents=False)
    by = QCoreApplication.translate("activity", "by %1").replace("%1", row.by_name) if row.by_name else ""
    about = " · ".join(part for part in (row.subject or row.detail, amount, by) if part)
    return Face(title, about, right=relative(row.happened_at, now), icon=icon)
