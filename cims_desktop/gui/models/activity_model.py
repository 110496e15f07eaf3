"""Recent activity as rows: what was done, to whom, by whom."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.audit import ActivityRow, ActKind
from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.delegates.two_line import Face
from cims_desktop.gui.format import money, relative
from cims_desktop.gui.icons import IconName
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import act_word, interaction_word

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

_INTERACTIONS: dict[str, IconName] = {
    InteractionKind.CALL: "phone",
    InteractionKind.VISIT: "visit",
    InteractionKind.EMAIL: "mail",
    InteractionKind.MESSAGE: "message",
    InteractionKind.MEETING: "meeting",
    InteractionKind.COMPLAINT: "complaint",
    InteractionKind.NOTE: "note",
}
_NAMED_IN_DETAIL = frozenset({"product", ""})


def activity_face(row: ActivityRow, now: datetime, currency: str) -> Face:
    """The row of one act, seen at `now`; `currency` is the office's, for acts that name none."""
    title, icon = _title(row)
    amount = "" if row.amount is None else covered(money(row.amount, row.currency or currency, cents=False))
    by = QCoreApplication.translate("activity", "by %1").replace("%1", row.by_name) if row.by_name else ""
    subject = row.subject or (row.detail if row.table in _NAMED_IN_DETAIL else "")
    about = " · ".join(part for part in (subject, amount, by) if part)
    return Face(title, about, right=relative(row.happened_at, now), icon=icon)


def _title(row: ActivityRow) -> tuple[str, IconName]:
    """The act in words, as close to what happened as the journal tells."""
    if row.table == "interaction" and row.detail in _INTERACTIONS:
        return interaction_word(InteractionKind(row.detail)), _INTERACTIONS[row.detail]
    if row.table == "customer" and row.detail == "next_contact":
        return QCoreApplication.translate("activity", "Next contact planned"), "calendar"
    if row.table == "survey_response" and ":" in row.detail:
        metric, _colon, score = row.detail.partition(":")
        words = QCoreApplication.translate("activity", "%1 answer: %2")
        return words.replace("%1", metric.upper()).replace("%2", score), "smile"
    if row.kind is ActKind.RECORD and row.table == "purchase" and row.detail:
        return QCoreApplication.translate("activity", "Purchase %1").replace("%1", row.detail), "cart"
    source, icon = _TITLES.get((row.kind, row.table), ("", _KINDS.get(row.kind, "history")))
    return QCoreApplication.translate("activity", source) if source else act_word(row.kind), icon
