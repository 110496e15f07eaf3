"""Finds the customer who has exactly the number that was typed into the search box, for whoever may reveal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.queries import SearchHit
from cims_desktop.domain.sensitive import SensitiveField, SensitiveKind, is_doubt, tidied
from cims_desktop.gui.sensitive_words import sensitive_title

if TYPE_CHECKING:
    from cims_desktop.domain.users import User
    from cims_desktop.services.office import OpenOffice

MATCHED = "sensitive"
"""`SearchHit.matched` of a customer found by a sensitive field."""

SHORTEST = 8
"""Shorter numbers are looked for as phone numbers and the like only."""


def looks_whole(text: str) -> bool:
    """Whether the text could be a whole identity, tax or account number: mostly digits, and many of them."""
    plain = tidied(SensitiveKind.NATIONAL_ID, text)
    return len(plain) >= SHORTEST and sum(sign.isdigit() for sign in plain) * 2 >= len(plain)


def with_number(office: OpenOffice, by: User, text: str) -> tuple[SearchHit, ...]:
    """On a worker thread: who has this number in a sensitive field; nothing of it is kept or written down.

    What goes wrong here must not spoil the ordinary search.
    """
    if not by.may(Permission.REVEAL_SENSITIVE) or not looks_whole(text):
        return ()
    try:
        return _found(office, by, text)
    except CimsError:
        return ()


def _found(office: OpenOffice, by: User, text: str) -> tuple[SearchHit, ...]:
    hits: dict[int, SearchHit] = {}
    for field in office.sensitive.fields(by=by):
        if not field.active or not _fits(office, field, text):
            continue
        for customer_id in office.sensitive.find(field.name, text, by=by):
            one = office.customers.get(customer_id, by=by)
            title = sensitive_title(field)
            # Where the organisation stands in other hits, this one says by what it was found.
            hits.setdefault(
                customer_id,
                SearchHit(customer_id, one.number, one.name, title, "", "", "", one.tier, MATCHED),
            )
    return tuple(hits.values())


def _fits(office: OpenOffice, field: SensitiveField, text: str) -> bool:
    return all(is_doubt(problem) for problem in office.sensitive.examine(field, text))
