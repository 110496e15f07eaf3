"""Words for the domain's codes: kinds, tiers, channels, problems and faults."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.contacts import ContactKind, Label
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.errors import CimsError, Invalid, Problem
from cims_desktop.domain.interactions import Direction, InteractionKind
from cims_desktop.domain.preferences import ConsentChannel, ConsentState, PreferredTime
from cims_desktop.domain.purchases import PurchaseState, SalesChannel
from cims_desktop.domain.roles import Role, RoleName
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.problems import problem_words
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

_TIERS: dict[StrEnum, str] = {
    Tier.NONE: "",
    Tier.BRONZE: QT_TRANSLATE_NOOP("words", "Bronze"),
    Tier.SILVER: QT_TRANSLATE_NOOP("words", "Silver"),
    Tier.GOLD: QT_TRANSLATE_NOOP("words", "Gold"),
}
_STATUSES: dict[StrEnum, str] = {
    CustomerStatus.PROSPECT: QT_TRANSLATE_NOOP("words", "Prospect"),
    CustomerStatus.ACTIVE: QT_TRANSLATE_NOOP("words", "Active"),
    CustomerStatus.DORMANT: QT_TRANSLATE_NOOP("words", "Dormant"),
    CustomerStatus.BLOCKED: QT_TRANSLATE_NOOP("words", "Blocked"),
}
_KINDS: dict[StrEnum, str] = {
    CustomerKind.PERSON: QT_TRANSLATE_NOOP("words", "Person"),
    CustomerKind.ORGANISATION: QT_TRANSLATE_NOOP("words", "Organisation"),
}
_INTERACTIONS: dict[StrEnum, str] = {
    InteractionKind.CALL: QT_TRANSLATE_NOOP("words", "Phone call"),
    InteractionKind.VISIT: QT_TRANSLATE_NOOP("words", "Visit"),
    InteractionKind.EMAIL: QT_TRANSLATE_NOOP("words", "E-mail"),
    InteractionKind.MESSAGE: QT_TRANSLATE_NOOP("words", "Message"),
    InteractionKind.MEETING: QT_TRANSLATE_NOOP("words", "Meeting"),
    InteractionKind.COMPLAINT: QT_TRANSLATE_NOOP("words", "Complaint"),
    InteractionKind.NOTE: QT_TRANSLATE_NOOP("words", "Note"),
}
_DIRECTIONS: dict[StrEnum, str] = {
    Direction.NONE: "",
    Direction.INBOUND: QT_TRANSLATE_NOOP("words", "Incoming"),
    Direction.OUTBOUND: QT_TRANSLATE_NOOP("words", "Outgoing"),
}
_CONTACTS: dict[StrEnum, str] = {
    ContactKind.PHONE: QT_TRANSLATE_NOOP("words", "Phone"),
    ContactKind.MOBILE: QT_TRANSLATE_NOOP("words", "Mobile"),
    ContactKind.EMAIL: QT_TRANSLATE_NOOP("words", "E-mail"),
    ContactKind.WECHAT: QT_TRANSLATE_NOOP("words", "WeChat"),
    ContactKind.QQ: QT_TRANSLATE_NOOP("words", "QQ"),
    ContactKind.WEB: QT_TRANSLATE_NOOP("words", "Website"),
    ContactKind.CARD: QT_TRANSLATE_NOOP("words", "Member card"),
    ContactKind.OTHER: QT_TRANSLATE_NOOP("words", "Other"),
}
_LABELS: dict[StrEnum, str] = {
    Label.NONE: "",
    Label.WORK: QT_TRANSLATE_NOOP("words", "Work"),
    Label.HOME: QT_TRANSLATE_NOOP("words", "Home"),
    Label.BILLING: QT_TRANSLATE_NOOP("words", "Billing"),
    Label.DELIVERY: QT_TRANSLATE_NOOP("words", "Delivery"),
    Label.OTHER: QT_TRANSLATE_NOOP("words", "Other"),
}
_SALES_CHANNELS: dict[StrEnum, str] = {
    SalesChannel.SHOP: QT_TRANSLATE_NOOP("words", "Shop"),
    SalesChannel.ONLINE: QT_TRANSLATE_NOOP("words", "Online"),
    SalesChannel.PHONE: QT_TRANSLATE_NOOP("words", "Phone"),
    SalesChannel.OTHER: QT_TRANSLATE_NOOP("words", "Other"),
}
_PURCHASE_STATES: dict[StrEnum, str] = {
    PurchaseState.COMPLETED: QT_TRANSLATE_NOOP("words", "Completed"),
    PurchaseState.REFUNDED: QT_TRANSLATE_NOOP("words", "Refunded"),
}
_METRICS: dict[StrEnum, str] = {
    Metric.NPS: QT_TRANSLATE_NOOP("words", "Recommendation (NPS)"),
    Metric.CSAT: QT_TRANSLATE_NOOP("words", "Satisfaction (CSAT)"),
    Metric.CES: QT_TRANSLATE_NOOP("words", "Ease (CES)"),
}
_CONSENT_CHANNELS: dict[StrEnum, str] = {
    ConsentChannel.PHONE: QT_TRANSLATE_NOOP("words", "Phone"),
    ConsentChannel.SMS: QT_TRANSLATE_NOOP("words", "Text message"),
    ConsentChannel.EMAIL: QT_TRANSLATE_NOOP("words", "E-mail"),
    ConsentChannel.WECHAT: QT_TRANSLATE_NOOP("words", "WeChat"),
    ConsentChannel.POST: QT_TRANSLATE_NOOP("words", "Post"),
}
_CONSENT_STATES: dict[StrEnum, str] = {
    ConsentState.UNKNOWN: QT_TRANSLATE_NOOP("words", "Not asked"),
    ConsentState.GRANTED: QT_TRANSLATE_NOOP("words", "Agreed"),
    ConsentState.REFUSED: QT_TRANSLATE_NOOP("words", "Refused"),
}
_TIMES: dict[StrEnum, str] = {
    PreferredTime.NONE: QT_TRANSLATE_NOOP("words", "Any time"),
    PreferredTime.MORNING: QT_TRANSLATE_NOOP("words", "Morning"),
    PreferredTime.AFTERNOON: QT_TRANSLATE_NOOP("words", "Afternoon"),
    PreferredTime.EVENING: QT_TRANSLATE_NOOP("words", "Evening"),
    PreferredTime.WEEKEND: QT_TRANSLATE_NOOP("words", "Weekend"),
}
_ROLES: dict[StrEnum, str] = {
    RoleName.ADMINISTRATOR: QT_TRANSLATE_NOOP("words", "Administrator"),
    RoleName.MANAGER: QT_TRANSLATE_NOOP("words", "Manager"),
    RoleName.FRONT_DESK: QT_TRANSLATE_NOOP("words", "Front desk"),
    RoleName.SALES: QT_TRANSLATE_NOOP("words", "Sales"),
    RoleName.AUDITOR: QT_TRANSLATE_NOOP("words", "Auditor"),
    RoleName.VIEWER: QT_TRANSLATE_NOOP("words", "Viewer"),
}
_ACTS: dict[StrEnum, str] = {
    ActKind.CREATE_OFFICE: QT_TRANSLATE_NOOP("words", "Office made"),
    ActKind.SIGN_IN: QT_TRANSLATE_NOOP("words", "Signed in"),
    ActKind.SIGN_OUT: QT_TRANSLATE_NOOP("words", "Signed out"),
    ActKind.LOCK: QT_TRANSLATE_NOOP("words", "Locked"),
    ActKind.CREATE: QT_TRANSLATE_NOOP("words", "Created"),
    ActKind.AMEND: QT_TRANSLATE_NOOP("words", "Changed"),
    ActKind.DELETE: QT_TRANSLATE_NOOP("words", "Deleted"),
    ActKind.RESTORE: QT_TRANSLATE_NOOP("words", "Restored"),
    ActKind.RECORD: QT_TRANSLATE_NOOP("words", "Recorded"),
    ActKind.REFUND: QT_TRANSLATE_NOOP("words", "Refunded"),
    ActKind.IMPORT: QT_TRANSLATE_NOOP("words", "Imported"),
    ActKind.EXPORT: QT_TRANSLATE_NOOP("words", "Exported"),
    ActKind.PRINT: QT_TRANSLATE_NOOP("words", "Printed"),
    ActKind.CHECK: QT_TRANSLATE_NOOP("words", "Checked"),
    ActKind.SETTINGS: QT_TRANSLATE_NOOP("words", "Settings changed"),
    ActKind.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("words", "Sign-in failed"),
    ActKind.VIEW: QT_TRANSLATE_NOOP("words", "Opened"),
    ActKind.REVEAL: QT_TRANSLATE_NOOP("words", "Revealed"),
    ActKind.MERGE: QT_TRANSLATE_NOOP("words", "Merged"),
    ActKind.DESTROY: QT_TRANSLATE_NOOP("words", "Destroyed"),
    ActKind.ERASE: QT_TRANSLATE_NOOP("words", "Erased"),
    ActKind.KEYS: QT_TRANSLATE_NOOP("words", "Keys changed"),
    ActKind.BACK_UP: QT_TRANSLATE_NOOP("words", "Backed up"),
}


def _word(table: dict[StrEnum, str], value: StrEnum) -> str:
    source = table[value]
    return QCoreApplication.translate("words", source) if source else ""


def _free_word(table: dict[StrEnum, str], value: str) -> str:
    """The word of a known code; free text from an import stays as it is."""
    source = {str(code): word for code, word in table.items()}.get(value)
    return value if source is None else QCoreApplication.translate("words", source) if source else ""


def tier_word(tier: Tier) -> str:
    """Gold, Silver, Bronze; nothing without a tier."""
    return _word(_TIERS, tier)


def status_word(status: CustomerStatus) -> str:
    """Active, Prospect, ..."""
    return _word(_STATUSES, status)


def kind_word(kind: CustomerKind) -> str:
    """Person or Organisation."""
    return _word(_KINDS, kind)


def interaction_word(kind: InteractionKind) -> str:
    """Phone call, Visit, Note, ..."""
    return _word(_INTERACTIONS, kind)


def direction_word(direction: Direction) -> str:
    """Incoming or Outgoing; nothing when it was neither."""
    return _word(_DIRECTIONS, direction)


def contact_word(kind: ContactKind) -> str:
    """Phone, Mobile, E-mail, ..."""
    return _word(_CONTACTS, kind)


def label_word(label: str) -> str:
    """Work, Home, ...; a free label as it is."""
    return _free_word(_LABELS, label)


def sales_channel_word(channel: str) -> str:
    """Shop, Online, ...; a free channel as it is."""
    return _free_word(_SALES_CHANNELS, channel)


def purchase_state_word(state: PurchaseState) -> str:
    """Completed or Refunded."""
    return _word(_PURCHASE_STATES, state)


def metric_word(metric: Metric) -> str:
    """The question's name with its usual abbreviation."""
    return _word(_METRICS, metric)


def consent_channel_word(channel: ConsentChannel) -> str:
    """Phone, Text message, ..."""
    return _word(_CONSENT_CHANNELS, channel)


def consent_state_word(state: ConsentState) -> str:
    """Not asked, Agreed, Refused."""
    return _word(_CONSENT_STATES, state)


def preferred_channel_word(channel: str) -> str:
    """The preferred channel of a customer: a consent channel's word, or free text."""
    return _free_word(_CONSENT_CHANNELS, channel)


def preferred_time_word(time: PreferredTime) -> str:
    """Morning, Evening, ..."""
    return _word(_TIMES, time)


def role_word(role: Role) -> str:
    """A ready role in the language of the window, or the name that people gave their own."""
    return _word(_ROLES, RoleName(role.key)) if role.built_in else role.name


def erased_word() -> str:
    """What stands where the name of an erased customer was."""
    return QCoreApplication.translate("words", "(erased)")


def act_word(kind: ActKind) -> str:
    """What was done, as a participle: Created, Imported, ..."""
    return _word(_ACTS, kind)


def problem_sentence(problem: Problem) -> str:
    """What is wrong with a field, as a sentence to stand beside it."""
    return problem_words(problem)


def fault_sentence(error: CimsError) -> tuple[str, str]:
    """One clear sentence for a known fault, and a way out (may be empty)."""
    sentence, way_out = fault_words(error)
    if isinstance(error, Invalid) and error.problems:
        return sentence, problem_words(error.problems[0])
    return sentence, way_out
