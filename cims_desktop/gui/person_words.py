"""Words for the page that holds everything about one person: sections, columns, codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.contacts import ContactKind
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.interactions import Direction, InteractionKind
from cims_desktop.domain.preferences import ConsentChannel, ConsentState
from cims_desktop.domain.purchases import PurchaseState
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui import words
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP, language

_TITLE = QT_TRANSLATE_NOOP("person", "What this office holds about one person")
_YES, _NO = QT_TRANSLATE_NOOP("person", "Yes"), QT_TRANSLATE_NOOP("person", "No")
_WORDS: dict[str, str] = {
    "column.value": QT_TRANSLATE_NOOP("person", "Value"),
    "column.file": QT_TRANSLATE_NOOP("person", "File"),
    "column.at": QT_TRANSLATE_NOOP("person", "When"),
    "column.by": QT_TRANSLATE_NOOP("person", "By"),
    "column.changes": QT_TRANSLATE_NOOP("person", "Changes"),
    "column.table": QT_TRANSLATE_NOOP("person", "Of what"),
    "column.detail": QT_TRANSLATE_NOOP("person", "Details"),
    "column.before": QT_TRANSLATE_NOOP("person", "Before"),
    "column.after": QT_TRANSLATE_NOOP("person", "After"),
    "section.customer": QT_TRANSLATE_NOOP("person", "Who it is"),
    "column.number": QT_TRANSLATE_NOOP("person", "Number"),
    "column.external_id": QT_TRANSLATE_NOOP("person", "External ID"),
    "column.kind": QT_TRANSLATE_NOOP("person", "Kind"),
    "column.name": QT_TRANSLATE_NOOP("person", "Name"),
    "column.family_name": QT_TRANSLATE_NOOP("person", "Family name"),
    "column.given_name": QT_TRANSLATE_NOOP("person", "Given name"),
    "column.organisation": QT_TRANSLATE_NOOP("person", "Organisation"),
    "column.job_title": QT_TRANSLATE_NOOP("person", "Job title"),
    "column.status": QT_TRANSLATE_NOOP("person", "Status"),
    "column.tier": QT_TRANSLATE_NOOP("person", "Tier"),
    "column.source": QT_TRANSLATE_NOOP("person", "Source"),
    "column.owner": QT_TRANSLATE_NOOP("person", "Owner"),
    "column.birthday_year": QT_TRANSLATE_NOOP("person", "Birth year"),
    "column.birthday_month": QT_TRANSLATE_NOOP("person", "Birth month"),
    "column.birthday_day": QT_TRANSLATE_NOOP("person", "Birthday"),
    "column.birthday_calendar": QT_TRANSLATE_NOOP("person", "Calendar"),
    "column.language": QT_TRANSLATE_NOOP("person", "Language"),
    "column.note": QT_TRANSLATE_NOOP("person", "Note"),
    "column.phone": QT_TRANSLATE_NOOP("person", "Phone"),
    "column.email": QT_TRANSLATE_NOOP("person", "E-mail"),
    "column.city": QT_TRANSLATE_NOOP("person", "City"),
    "column.purchases": QT_TRANSLATE_NOOP("person", "Purchases"),
    "column.total_spent": QT_TRANSLATE_NOOP("person", "Lifetime spend"),
    "column.first_purchase": QT_TRANSLATE_NOOP("person", "First purchase"),
    "column.last_purchase": QT_TRANSLATE_NOOP("person", "Last purchase"),
    "column.prior_purchase": QT_TRANSLATE_NOOP("person", "Purchase before the last"),
    "column.last_contact": QT_TRANSLATE_NOOP("person", "Last contact"),
    "column.next_contact": QT_TRANSLATE_NOOP("person", "Next contact"),
    "column.last_satisfaction": QT_TRANSLATE_NOOP("person", "Last satisfaction"),
    "column.deleted_at": QT_TRANSLATE_NOOP("person", "In the bin since"),
    "column.deleted_by": QT_TRANSLATE_NOOP("person", "Put into the bin by"),
    "column.created_at": QT_TRANSLATE_NOOP("person", "Added"),
    "section.address": QT_TRANSLATE_NOOP("person", "Addresses"),
    "column.label": QT_TRANSLATE_NOOP("person", "Label"),
    "column.country": QT_TRANSLATE_NOOP("person", "Country"),
    "column.province": QT_TRANSLATE_NOOP("person", "Province or state"),
    "column.district": QT_TRANSLATE_NOOP("person", "District"),
    "column.street": QT_TRANSLATE_NOOP("person", "Street"),
    "column.postal_code": QT_TRANSLATE_NOOP("person", "Postal code"),
    "column.primary": QT_TRANSLATE_NOOP("person", "First choice"),
    "section.attachment": QT_TRANSLATE_NOOP("person", "Files"),
    "column.media_type": QT_TRANSLATE_NOOP("person", "Kind of file"),
    "column.size": QT_TRANSLATE_NOOP("person", "Size (bytes)"),
    "section.consent": QT_TRANSLATE_NOOP("person", "Consents"),
    "column.purpose": QT_TRANSLATE_NOOP("person", "Purpose"),
    "column.channel": QT_TRANSLATE_NOOP("person", "Channel"),
    "column.state": QT_TRANSLATE_NOOP("person", "State"),
    "column.lawful_basis": QT_TRANSLATE_NOOP("person", "Lawful basis"),
    "column.given_on": QT_TRANSLATE_NOOP("person", "Given on"),
    "column.review_on": QT_TRANSLATE_NOOP("person", "Ask again on"),
    "section.consent_event": QT_TRANSLATE_NOOP("person", "History of the consents"),
    "column.happened_at": QT_TRANSLATE_NOOP("person", "When"),
    "section.contact_point": QT_TRANSLATE_NOOP("person", "Phones, e-mail and more"),
    "column.opted_out": QT_TRANSLATE_NOOP("person", "Opted out"),
    "column.invalid": QT_TRANSLATE_NOOP("person", "Looks wrong"),
    "section.custom_value": QT_TRANSLATE_NOOP("person", "More fields"),
    "column.field": QT_TRANSLATE_NOOP("person", "Field"),
    "section.customer_tag": QT_TRANSLATE_NOOP("person", "Tags"),
    "column.tag": QT_TRANSLATE_NOOP("person", "Tag"),
    "section.former_number": QT_TRANSLATE_NOOP("person", "Former numbers"),
    "section.interaction": QT_TRANSLATE_NOOP("person", "Calls, visits and notes"),
    "column.direction": QT_TRANSLATE_NOOP("person", "Direction"),
    "column.occurred_at": QT_TRANSLATE_NOOP("person", "When"),
    "column.subject": QT_TRANSLATE_NOOP("person", "Subject"),
    "column.text": QT_TRANSLATE_NOOP("person", "Text"),
    "column.outcome": QT_TRANSLATE_NOOP("person", "Outcome"),
    "column.by_name": QT_TRANSLATE_NOOP("person", "By"),
    "column.pinned": QT_TRANSLATE_NOOP("person", "Pinned"),
    "section.preference": QT_TRANSLATE_NOOP("person", "Preferences"),
    "column.time": QT_TRANSLATE_NOOP("person", "Preferred time"),
    "column.interests": QT_TRANSLATE_NOOP("person", "Interests"),
    "column.pairs": QT_TRANSLATE_NOOP("person", "More"),
    "section.purchase": QT_TRANSLATE_NOOP("person", "Purchases"),
    "column.external_ref": QT_TRANSLATE_NOOP("person", "Number elsewhere"),
    "column.purchased_on": QT_TRANSLATE_NOOP("person", "Purchase date"),
    "column.purchased_at": QT_TRANSLATE_NOOP("person", "Time of purchase"),
    "column.sold_by": QT_TRANSLATE_NOOP("person", "Sold by"),
    "column.currency": QT_TRANSLATE_NOOP("person", "Currency"),
    "column.total": QT_TRANSLATE_NOOP("person", "Total"),
    "column.refund_of": QT_TRANSLATE_NOOP("person", "Refund of"),
    "column.purchase_line": QT_TRANSLATE_NOOP("person", "Lines"),
    "section.purchase_line": QT_TRANSLATE_NOOP("person", "Lines of purchases"),
    "column.purchase": QT_TRANSLATE_NOOP("person", "Purchase"),
    "column.product": QT_TRANSLATE_NOOP("person", "Product"),
    "column.description": QT_TRANSLATE_NOOP("person", "Description"),
    "column.quantity": QT_TRANSLATE_NOOP("person", "Quantity"),
    "column.unit_price": QT_TRANSLATE_NOOP("person", "Unit price"),
    "column.amount": QT_TRANSLATE_NOOP("person", "Amount"),
    "section.relationship": QT_TRANSLATE_NOOP("person", "Relationships"),
    "column.other": QT_TRANSLATE_NOOP("person", "The other person"),
    "column.department": QT_TRANSLATE_NOOP("person", "Department"),
    "column.active": QT_TRANSLATE_NOOP("person", "Still so"),
    "section.secret_value": QT_TRANSLATE_NOOP("person", "Sensitive values"),
    "column.last_four": QT_TRANSLATE_NOOP("person", "Ends in"),
    "section.survey_invitation": QT_TRANSLATE_NOOP("person", "Surveys asked"),
    "column.metric": QT_TRANSLATE_NOOP("person", "Question"),
    "column.asked_at": QT_TRANSLATE_NOOP("person", "Asked"),
    "section.task": QT_TRANSLATE_NOOP("person", "Tasks"),
    "column.title": QT_TRANSLATE_NOOP("person", "Title"),
    "column.due_on": QT_TRANSLATE_NOOP("person", "Due"),
    "column.due_at": QT_TRANSLATE_NOOP("person", "Due at"),
    "column.remind_at": QT_TRANSLATE_NOOP("person", "Remind at"),
    "column.assignee": QT_TRANSLATE_NOOP("person", "Assignee"),
    "column.repeat": QT_TRANSLATE_NOOP("person", "Repeats"),
    "section.survey_response": QT_TRANSLATE_NOOP("person", "Scores"),
    "column.score": QT_TRANSLATE_NOOP("person", "Score"),
    "column.answered_at": QT_TRANSLATE_NOOP("person", "Answered"),
    "column.comment": QT_TRANSLATE_NOOP("person", "Comment"),
    "section.processing": QT_TRANSLATE_NOOP("person", "Who did what with it"),
    "section.exports": QT_TRANSLATE_NOOP("person", "Exports that held it"),
}
_VALUES: tuple[tuple[str, Any, Callable[[Any], str]], ...] = (
    ("kind", ActKind, words.act_word), ("kind", CustomerKind, words.kind_word),
    ("kind", ContactKind, words.contact_word), ("kind", InteractionKind, words.interaction_word),
    ("status", CustomerStatus, words.status_word), ("tier", Tier, words.tier_word),
    ("channel", ConsentChannel, words.consent_channel_word), ("state", ConsentState, words.consent_state_word),
    ("state", PurchaseState, words.purchase_state_word), ("direction", Direction, words.direction_word),
    ("metric", Metric, words.metric_word),
)  # fmt: skip
"""Columns whose codes have words: the column, its codes, and how each is worded."""


def person_words() -> Mapping[str, str]:
    """All of them by `services.privacy.person_word_keys`, in the language of the window."""
    translate = QCoreApplication.translate
    found = {key: translate("person", text) for key, text in _WORDS.items()}
    found |= {
        f"value.{column}.{code.value}": worded(code)
        for column, codes, worded in _VALUES
        for code in codes
        if code.value
    }
    return found | {
        "title": translate("person", _TITLE), "lang": language().replace("_", "-"),
        "yes": translate("person", _YES), "no": translate("person", _NO),
    }  # fmt: skip
