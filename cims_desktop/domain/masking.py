"""What a role may not see of a customer: taken out of what is shown, put back into what is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerRow
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.permissions import MaskField, Sight
from cims_desktop.domain.purchases import Purchase
from cims_desktop.domain.queries import CustomerQuery, CustomerSort, SearchHit
from cims_desktop.domain.search_text import FIELD_MARK, FIELDS
from cims_desktop.domain.timeline import FollowUp, TimelineEntry

Shown = TypeVar("Shown", Customer, Interaction, TimelineEntry, Purchase, CustomerRow, SearchHit, FollowUp)

COLUMN_FIELDS: Final[Mapping[str, MaskField]] = {
    "phone": MaskField.PHONE, "email": MaskField.EMAIL, "city": MaskField.ADDRESS,
}  # fmt: skip
"""The columns of lists that may be hidden; sorts and export columns have the same names."""

_CONTACTS: Final[Mapping[MaskField, frozenset[ContactKind]]] = {
    MaskField.PHONE: PHONE_KINDS, MaskField.EMAIL: frozenset({ContactKind.EMAIL}),
}  # fmt: skip
_SEARCHED: Final = {"phone": MaskField.PHONE, "email": MaskField.EMAIL, "address": MaskField.ADDRESS}
_RECORD_FIELDS: Final[Mapping[str, MaskField]] = {
    "addresses": MaskField.ADDRESS, "birthday": MaskField.BIRTHDAY, "note": MaskField.NOTE,
}  # fmt: skip
_BLANKS: Final[Mapping[str, Any]] = {"addresses": (), "birthday": None, "note": ""}
_NOTE_TEXTS = ("subject", "text", "outcome")


def masked(record: Shown, sight: Sight) -> Shown:
    """The record without what `sight` hides: everywhere for whole records, in lists as well for their rows.

    A note is a customer's, a purchase's, and what was said in an interaction of that kind.
    """
    if not sight.unlisted:
        return record
    blank = _blanks(record, sight)
    return replace(record, **blank) if blank else record


def _blanks(record: object, sight: Sight) -> dict[str, Any]:
    note = MaskField.NOTE in sight.hidden
    match record:
        case Customer():
            return _customer_blanks(record, sight.hidden)
        case Interaction():
            return dict.fromkeys(_NOTE_TEXTS, "") if note and record.kind is InteractionKind.NOTE else {}
        case TimelineEntry():
            hidden = note and record.interaction is InteractionKind.NOTE
            return {"title": "", "text": ""} if hidden else {}
        case Purchase():
            return {"note": ""} if note else {}
        case _:
            return {name: "" for name in hidden_columns(sight) if hasattr(record, name)}


def _customer_blanks(customer: Customer, hidden: frozenset[MaskField]) -> dict[str, Any]:
    kinds = _hidden_kinds(hidden)
    blank: dict[str, Any] = {
        "contacts": tuple(point for point in customer.contacts if point.kind not in kinds)
    }
    return blank | {name: value for name, value in _BLANKS.items() if _RECORD_FIELDS[name] in hidden}


def masked_fields(fields: Mapping[str, Any], sight: Sight) -> Mapping[str, Any]:
    """A customer that is being typed, as plain values by field (a draft), without what `sight` hides everywhere."""
    kinds = _hidden_kinds(sight.hidden)
    blank = {name: value for name, value in _BLANKS.items() if _RECORD_FIELDS[name] in sight.hidden}
    if kinds:
        blank["contacts"] = [one for one in fields.get("contacts", ()) if one.get("kind") not in kinds]
    return {name: blank.get(name, value) for name, value in fields.items()}


def typed_unseen(changed: Customer | Interaction, stored: Customer | Interaction, sight: Sight) -> bool:
    """Whether `changed` holds something where `sight` shows nothing of `stored`: it can't be saved over it."""
    blank = _blanks(stored, sight)
    if isinstance(changed, Customer):
        blank = _blanks(changed, sight)
    return any(getattr(changed, name) != value for name, value in blank.items())


def restored(changed: Customer, stored: Customer, sight: Sight) -> Customer:
    """`changed` with all that `sight` hides as it is stored; contact points come back to their places."""
    hidden = sight.hidden
    if not hidden:
        return changed
    kept: dict[str, Any] = {"contacts": _joined(changed.contacts, stored.contacts, _hidden_kinds(hidden))}
    kept |= {name: getattr(stored, name) for name, field in _RECORD_FIELDS.items() if field in hidden}
    return replace(changed, **kept)


def restored_interaction(changed: Interaction, stored: Interaction, sight: Sight) -> Interaction:
    """`changed` with a hidden note's words as stored; it stays a note, or it would be readable next time."""
    if not _blanks(stored, sight):
        return changed
    return replace(changed, kind=stored.kind, **{name: getattr(stored, name) for name in _NOTE_TEXTS})


def _joined(
    given: tuple[ContactPoint, ...], stored: tuple[ContactPoint, ...], kinds: frozenset[ContactKind]
) -> tuple[ContactPoint, ...]:
    points = [point for point in given if point.kind not in kinds]
    for index, point in enumerate(stored):
        if point.kind in kinds:
            points.insert(index, point)
    return tuple(points)


def _hidden_kinds(hidden: frozenset[MaskField]) -> frozenset[ContactKind]:
    return frozenset(kind for field in hidden for kind in _CONTACTS.get(field, ()))


def hidden_columns(sight: Sight) -> frozenset[str]:
    """Columns of lists and exports that `sight` doesn't show."""
    return frozenset(name for name, field in COLUMN_FIELDS.items() if field in sight.unlisted)


def visible_sorts(sight: Sight) -> frozenset[CustomerSort]:
    """What the list may be sorted by."""
    return frozenset(CustomerSort) - {CustomerSort(name) for name in hidden_columns(sight)}


def asks_unseen(query: CustomerQuery, sight: Sight) -> bool:
    """Whether a query sorts or filters by what `sight` doesn't list: the order and the count would tell it."""
    wanted = query.filter
    asked = {
        "phone": wanted.has_phone is not None, "email": wanted.has_email is not None, "city": bool(wanted.cities),
    }  # fmt: skip
    return query.sort not in visible_sorts(sight) or any(asked[name] for name in hidden_columns(sight))


def hidden_sections(sight: Sight) -> frozenset[int]:
    """The places in a customer's folded text (`search_text.FIELDS`) that can't be searched."""
    return frozenset(FIELDS.index(name) for name, field in _SEARCHED.items() if field in sight.hidden)


def visible_text(folded: str, hidden: frozenset[int]) -> str:
    """A customer's folded text without the sections at these places."""
    sections = folded.split(FIELD_MARK)
    return FIELD_MARK.join("" if place in hidden else text for place, text in enumerate(sections))
