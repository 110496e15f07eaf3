"""Words for the fields that the journal names, and for the values that stood in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.audit import FieldChange
from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind
from cims_desktop.domain.permissions import MaskField, Sight
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.format import money
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import contact_word

_NAMES: Final[Mapping[str, str]] = {
    "name": QT_TRANSLATE_NOOP("audit", "Name"),
    "display_name": QT_TRANSLATE_NOOP("audit", "Name"),
    "sign_in_name": QT_TRANSLATE_NOOP("audit", "Sign-in name"),
    "number": QT_TRANSLATE_NOOP("audit", "Number"),
    "kind": QT_TRANSLATE_NOOP("audit", "Kind"),
    "status": QT_TRANSLATE_NOOP("audit", "Status"),
    "tier": QT_TRANSLATE_NOOP("audit", "Tier"),
    "birthday": QT_TRANSLATE_NOOP("audit", "Birthday"),
    "note": QT_TRANSLATE_NOOP("audit", "Note"),
    "contacts": QT_TRANSLATE_NOOP("audit", "Phones and e-mail"),
    "addresses": QT_TRANSLATE_NOOP("audit", "Addresses"),
    "tags": QT_TRANSLATE_NOOP("audit", "Tags"),
    "organisation": QT_TRANSLATE_NOOP("audit", "Company"),
    "owner_id": QT_TRANSLATE_NOOP("audit", "Looked after by"),
    "assignee_id": QT_TRANSLATE_NOOP("audit", "Assigned to"),
    "customer_id": QT_TRANSLATE_NOOP("audit", "Customer"),
    "sold_by": QT_TRANSLATE_NOOP("audit", "Sold by"),
    "purchased_on": QT_TRANSLATE_NOOP("audit", "Day"),
    "currency": QT_TRANSLATE_NOOP("audit", "Currency"),
    "lines": QT_TRANSLATE_NOOP("audit", "Articles"),
    "total": QT_TRANSLATE_NOOP("audit", "Total"),
    "next_contact": QT_TRANSLATE_NOOP("audit", "Next contact"),
    "next_contact_on": QT_TRANSLATE_NOOP("audit", "Next contact"),
    "subject": QT_TRANSLATE_NOOP("audit", "Subject"),
    "text": QT_TRANSLATE_NOOP("audit", "Text"),
    "outcome": QT_TRANSLATE_NOOP("audit", "Outcome"),
    "score": QT_TRANSLATE_NOOP("audit", "Score"),
    "deleted": QT_TRANSLATE_NOOP("audit", "In the bin"),
    "role": QT_TRANSLATE_NOOP("audit", "Role"),
    "active": QT_TRANSLATE_NOOP("audit", "May sign in"),
    "language": QT_TRANSLATE_NOOP("audit", "Language"),
    "idle_minutes": QT_TRANSLATE_NOOP("audit", "Minutes until locked"),
    "price": QT_TRANSLATE_NOOP("audit", "Price"),
    "category": QT_TRANSLATE_NOOP("audit", "Category"),
    "policy": QT_TRANSLATE_NOOP("audit", "Rules"),
    "retention_days": QT_TRANSLATE_NOOP("audit", "Days in the bin"),
    "value": QT_TRANSLATE_NOOP("audit", "Value"),
}
_FACTS: Final[Mapping[str, str]] = {
    "file": QT_TRANSLATE_NOOP("audit", "File"),
    "folder": QT_TRANSLATE_NOOP("audit", "Folder"),
    "rows": QT_TRANSLATE_NOOP("audit", "Rows"),
    "count": QT_TRANSLATE_NOOP("audit", "How many"),
    "of": QT_TRANSLATE_NOOP("audit", "Of"),
    "what": QT_TRANSLATE_NOOP("audit", "What"),
    "field": QT_TRANSLATE_NOOP("audit", "Field"),
    "values": QT_TRANSLATE_NOOP("audit", "Values sealed anew"),
    "reason": QT_TRANSLATE_NOOP("audit", "Reason"),
    "amount": QT_TRANSLATE_NOOP("audit", "Amount"),
    "currency": QT_TRANSLATE_NOOP("audit", "Currency"),
    "made_at": QT_TRANSLATE_NOOP("audit", "Made at"),
}
_USERS: Final = frozenset({"owner_id", "assignee_id", "sold_by", "user_id", "by_id"})
_SWITCHES: Final = frozenset({"deleted", "active"})
_HIDING: Final[Mapping[str, MaskField]] = {
    "addresses": MaskField.ADDRESS, "birthday": MaskField.BIRTHDAY, "note": MaskField.NOTE,
    "subject": MaskField.NOTE, "text": MaskField.NOTE, "outcome": MaskField.NOTE,
}  # fmt: skip
_YES, _NO = QT_TRANSLATE_NOOP("audit", "Yes"), QT_TRANSLATE_NOOP("audit", "No")
_SHORT: Final = 60
_PERSONAL: Final = frozenset({"customer", "purchase", "interaction", "survey_response", "preference"})


def field_word(name: str) -> str:
    """A field's name as people call it; one without a word as the file calls it."""
    source = _NAMES.get(name)
    return QCoreApplication.translate("audit", source) if source else name.replace("_", " ")


def fact_word(name: str) -> str:
    """What a small fact of an act is called."""
    source = _FACTS.get(name)
    return QCoreApplication.translate("audit", source) if source else name.replace("_", " ")


def sides(change: FieldChange, sight: Sight, people: Mapping[int, str]) -> tuple[str, str]:
    """What stood in a field before and after, as far as the viewer may see it; `people` are users by id."""
    if change.erased:
        return (erased := QCoreApplication.translate("audit", "(erased with the person)")), erased
    if _HIDING.get(change.field) in sight.hidden:
        hidden = QCoreApplication.translate("audit", "(hidden from your role)")
        return hidden if change.before is not None else "", hidden if change.after is not None else ""
    before, after = (_shown(change, value, sight, people) for value in (change.before, change.after))
    if change.table in _PERSONAL:
        return covered(before), covered(after)
    return before, after


def _shown(change: FieldChange, value: str | None, sight: Sight, people: Mapping[int, str]) -> str:
    if value is None:
        return ""
    if change.field in _USERS and value.isdecimal():
        return people.get(int(value), value)
    if change.field in _SWITCHES and value in ("0", "1", "true", "false"):
        return QCoreApplication.translate("audit", _YES if value in ("1", "true") else _NO)
    if value[:1] in "[{":
        try:
            return _plain(change.field, json.loads(value), sight)
        except ValueError:
            return value
    return value


def _plain(field: str, value: Any, sight: Sight) -> str:
    """A list or a table of the journal as lines."""
    if isinstance(value, Mapping):
        return "\n".join(f"{field_word(str(key))}: {part}" for key, part in value.items() if part != "")
    if not isinstance(value, list):
        return str(value)
    lines = [_line(field, one, sight) for one in value]
    return "\n".join(line for line in lines if line)


def _line(field: str, one: Any, sight: Sight) -> str:
    if not isinstance(one, Mapping):
        return str(one)
    if field == "contacts":
        return _contact(one, sight)
    if field == "addresses":
        parts = (one.get(name, "") for name in ("province", "city", "district", "street", "postal_code"))
        return " ".join(str(part) for part in parts if part)
    if field == "lines":
        quantity = int(one.get("quantity", 1000)) / 1000
        return f"{one.get('description', '')} × {quantity:g}"
    return ", ".join(f"{field_word(str(key))}: {part}" for key, part in one.items() if part not in ("", None))


def _contact(point: Mapping[str, Any], sight: Sight) -> str:
    try:
        kind = ContactKind(str(point.get("kind")))
    except ValueError:
        kind = ContactKind.OTHER
    hidden = {MaskField.PHONE: PHONE_KINDS, MaskField.EMAIL: frozenset({ContactKind.EMAIL})}
    value = str(point.get("value", ""))
    if any(kind in kinds for field, kinds in hidden.items() if field in sight.hidden):
        value = QCoreApplication.translate("audit", "(hidden from your role)")
    return f"{contact_word(kind)} {value}"


def facts(detail: Mapping[str, Any]) -> str:
    """The small facts of an act, a line for each."""
    known = {name: value for name, value in detail.items() if value not in ("", None) and name != "part"}
    if isinstance(known.get("amount"), int) and "currency" in known:
        known["amount"] = covered(money(known["amount"], str(known.pop("currency"))))
    return "\n".join(f"{fact_word(name)}: {value}" for name, value in known.items())


def short_fields(changes: tuple[FieldChange, ...]) -> str:
    """The names of the first fields that were changed, for a line in a list."""
    names: dict[str, None] = {}
    for change in changes:
        names[field_word(change.field)] = None
    text = QCoreApplication.translate("audit", ", ").join(names)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
