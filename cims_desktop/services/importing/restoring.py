"""Sets an updated record back to what the journal says it was, unless somebody changed the same fields since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cims_desktop.domain.audit import FieldChange
from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.domain.errors import NotFound
from cims_desktop.domain.purchases import Product
from cims_desktop.services.acting import ActInProgress, as_text
from cims_desktop.storage import customer_batches, import_undo, sales
from cims_desktop.storage import customers as stored

TAGS = "tags"
_WORDS: dict[str, Any] = {"kind": CustomerKind, "status": CustomerStatus, "tier": Tier}


def restore_customer(act: ActInProgress, record: int, changes: Sequence[FieldChange]) -> str:
    """Sets a customer back; returns the number of one that stays as it is, else nothing."""
    found = customer_batches.customers_with_tags(act.connection, [record]).get(record)
    if found is None:
        return str(record)
    customer, tags = found
    now = {c.field: as_text(tags if c.field == TAGS else getattr(customer, c.field)) for c in changes}
    if all(now[change.field] == change.before for change in changes):
        return ""
    if any(now[change.field] != change.after for change in changes):
        return customer.number
    fields = {
        change.field: customer_value(change.field, change.before)
        for change in changes
        if change.field != TAGS
    }
    if fields:
        if "name" in fields and customer.sort_name == customer.name.strip().casefold():
            fields["sort_name"] = fields["name"].casefold()
        stored.update(act.connection, replace(customer, **fields), act.now, act.by.id)
    for change in changes:
        if change.field == TAGS:
            before = json.loads(change.before) if change.before else []
            import_undo.remove_tags(act.connection, record, [name for name in tags if name not in before])
    act.changes += [FieldChange("customer", record, c.field, c.after, c.before) for c in changes]
    return ""


def restore_product(act: ActInProgress, record: int, changes: Sequence[FieldChange]) -> str:
    """Sets a product back; returns the name of one that stays as it is, else nothing."""
    try:
        product = sales.get_product(act.connection, record)
    except NotFound:
        return str(record)
    now = {change.field: as_text(getattr(product, change.field)) for change in changes}
    if all(now[change.field] == change.before for change in changes):
        return ""
    if any(now[change.field] != change.after for change in changes):
        return product.name
    fields: dict[str, Any] = {
        c.field: int(c.before or 0) if c.field == "price" else c.before or "" for c in changes
    }
    before: Product = replace(product, **fields)
    sales.update_product(act.connection, before, act.now, act.by.id)
    act.changes += [FieldChange("product", record, c.field, c.after, c.before) for c in changes]
    return ""


def customer_value(field: str, text: str | None) -> Any:
    """The value of a customer's field from the journal's text."""
    if field == "contacts":
        points = json.loads(text) if text else []
        return tuple(ContactPoint(**{**one, "kind": ContactKind(one["kind"])}) for one in points)
    if field == "addresses":
        return tuple(Address(**one) for one in json.loads(text)) if text else ()
    if field == "birthday":
        if text is None:
            return None
        parts = json.loads(text)
        return PartialDate(**{**parts, "calendar": CalendarKind(parts["calendar"])})
    if field in _WORDS:
        return _WORDS[field](text or "")
    return text or ""
