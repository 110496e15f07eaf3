"""How timeline entries, purchases and survey answers read as rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.dates import office_day
from cims_desktop.domain.interactions import Direction, InteractionKind
from cims_desktop.domain.purchases import Purchase, PurchaseState
from cims_desktop.domain.satisfaction import RANGES, Metric, SurveyResponse
from cims_desktop.domain.timeline import EntryKind, TimelineEntry
from cims_desktop.gui import format as text_format
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.icons import IconName
from cims_desktop.gui.models.history_model import HistoryRow
from cims_desktop.gui.models.lines_model import quantity_text
from cims_desktop.gui.words import direction_word, interaction_word, metric_word, purchase_state_word

ICONS: dict[InteractionKind, IconName] = {
    InteractionKind.CALL: "phone",
    InteractionKind.VISIT: "visit",
    InteractionKind.EMAIL: "mail",
    InteractionKind.MESSAGE: "message",
    InteractionKind.MEETING: "meeting",
    InteractionKind.COMPLAINT: "complaint",
    InteractionKind.NOTE: "note",
}


def entry_row(entry: TimelineEntry, time_zone: str) -> HistoryRow:
    """A timeline entry; opened, it shows the whole text, who wrote it and when."""
    when = text_format.instant(entry.happened_at, time_zone)
    said = covered("\n".join(part for part in (entry.title, entry.text) if part))
    detail = "\n".join(part for part in (said, _signed(entry.by_name, when)) if part)
    right = text_format.day(office_day(entry.happened_at, time_zone))
    match entry.kind:
        case EntryKind.INTERACTION:
            kind = entry.interaction or InteractionKind.NOTE
            title = interaction_word(kind)
            if entry.direction is not Direction.NONE:
                title = f"{title} · {direction_word(entry.direction)}"
            icon: IconName = "pin" if entry.pinned else ICONS[kind]
            text = covered(entry.title or entry.text)
            return HistoryRow(entry.record, icon, title, text, right, detail)
        case EntryKind.PURCHASE:
            return _purchase_entry(entry, right)
        case EntryKind.RESPONSE:
            return _response_entry(entry, right, detail)


def purchase_row(purchase: Purchase, originals: dict[int, str]) -> HistoryRow:
    """A purchase; opened, it shows its lines. `originals` gives the numbers of purchases by id, for refunds."""
    translate = QCoreApplication.translate
    refund = purchase.is_refund
    number = purchase.number or purchase.external_ref
    title = " · ".join(part for part in (number, text_format.day(purchase.purchased_on)) if part)
    if refund:
        original = originals.get(purchase.refund_of or 0, "")
        title = translate("HistoryRows", "Refund of %1").replace("%1", original or number)
    names = ", ".join(line.description for line in purchase.lines[:5])
    state = purchase_state_word(purchase.state) if purchase.state is PurchaseState.REFUNDED else ""
    text = " · ".join(part for part in (state, covered(names or purchase.note)) if part)
    if refund:
        text = " · ".join(part for part in (text_format.day(purchase.purchased_on), text) if part)
    return HistoryRow(
        purchase.id or 0,
        "refund" if refund else "cart",
        title,
        text,
        covered(text_format.money(purchase.total, purchase.currency)),
        covered(_lines_text(purchase)),
        negative=refund,
        struck=purchase.state is PurchaseState.REFUNDED and not refund,
    )


def response_row(response: SurveyResponse, time_zone: str) -> HistoryRow:
    """A survey answer with its comment."""
    score = score_words(response.metric, response.score)
    when = text_format.instant(response.answered_at, time_zone)
    icon, comment = _face(response.metric, response.score), covered(response.comment)
    return HistoryRow(response.id or 0, icon, score, comment, when, comment or _no_comment())


def score_words(metric: Metric, score: int) -> str:
    """A score with its question and scale, e.g. ``Satisfaction (CSAT): 4 / 5``."""
    return f"{metric_word(metric)}: {score} / {RANGES[metric][1]}"


def _purchase_entry(entry: TimelineEntry, right: str) -> HistoryRow:
    translate = QCoreApplication.translate
    amount = covered(text_format.money(entry.amount or 0, entry.currency))
    word = translate("HistoryRows", "Refund") if entry.refund else translate("HistoryRows", "Purchase")
    detail = covered("\n".join(part for part in (entry.title, entry.text) if part))
    text = covered(" · ".join(part for part in (entry.title, entry.text) if part))
    icon: IconName = "refund" if entry.refund else "cart"
    return HistoryRow(entry.record, icon, f"{word} {amount}", text, right, detail, negative=False)


def _response_entry(entry: TimelineEntry, right: str, detail: str) -> HistoryRow:
    metric, score = entry.metric or Metric.CSAT, entry.score or 0
    return HistoryRow(
        entry.record, _face(metric, score), score_words(metric, score), covered(entry.text), right, detail
    )


def _no_comment() -> str:
    return QCoreApplication.translate("HistoryRows", "No comment")


def _face(metric: Metric, score: int) -> IconName:
    low, high = RANGES[metric]
    share = (score - low) / (high - low)
    return "smile" if share >= 0.7 else "meh" if share >= 0.45 else "frown"


def _lines_text(purchase: Purchase) -> str:
    rows = [
        f"{line.description}  {quantity_text(line.quantity)} × "
        f"{text_format.money(line.unit_price, purchase.currency)} = "
        f"{text_format.money(line.amount, purchase.currency)}"
        for line in purchase.lines
    ]
    return "\n".join([*rows, purchase.note] if purchase.note else rows)


def _signed(by_name: str, when: str) -> str:
    return " · ".join(part for part in (by_name, when) if part)
