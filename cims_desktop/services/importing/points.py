"""The contact points of a row, in normal form. Much of an import's time goes here, so common cases are short."""

from __future__ import annotations

import re
from functools import lru_cache

from cims_desktop.domain.contacts import (
    LONGEST_VALUE,
    PHONE_KINDS,
    ContactKind,
    ContactPoint,
    normalise,
    normalise_email,
)
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import CustomerRecord

_SIMPLE = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
_LONGEST_LOCAL, _LONGEST_ADDRESS = 64, 254  # RFC 5321
_FAX = "fax"

_Source = tuple[ContactKind, str, str, str]
"""Kind, value as typed, label, column."""


def contact_points(record: CustomerRecord, country: str) -> tuple[tuple[ContactPoint, ...], list[Problem]]:
    """The points that `domain.contacts.normalise` would make of a row, one of each kind primary; problems are named
    by the column. A fax is never the number to call while there is another.
    """
    sources = [
        *((ContactKind.MOBILE, one.value, "", one.column or "phone") if one.label == "mobile"
          else (ContactKind.PHONE, one.value, one.label, one.column or "phone") for one in record.phones),
        *((ContactKind.EMAIL, one.value, one.label, one.column or "email") for one in record.emails),
        (ContactKind.WECHAT, record.wechat, "", "wechat"), (ContactKind.QQ, record.qq, "", "qq"),
        (ContactKind.WEB, record.website, "", "website"),
    ]  # fmt: skip
    sources = [source for source in sources if source[1].strip()]
    primary = _primary(sources)
    points, problems = [], []
    for at, (kind, value, label, column) in enumerate(sources):
        point, code = _normalised(kind, value.strip(), label.strip()[:40], country, primary=at in primary)
        if code is not None:
            problems.append(Problem(column, code, value[:80]))
        points.append(point)
    return tuple(points), problems


def _normalised(
    kind: ContactKind, value: str, label: str, country: str, *, primary: bool
) -> tuple[ContactPoint, str | None]:
    if kind is ContactKind.EMAIL and len(value) <= LONGEST_VALUE:
        normal = plain_email(value)
        if normal:
            return ContactPoint(kind, value, normal, label, primary), None
    return normalise(ContactPoint(kind, value, "", label, primary), country)


def plain_email(value: str) -> str:
    """The normal form of an ordinary address whose domain was checked before; empty for all others."""
    local, at, domain = value.rpartition("@")
    if not at or len(local) > _LONGEST_LOCAL or len(value) > _LONGEST_ADDRESS or not _SIMPLE.fullmatch(local):
        return ""
    checked = _domain(domain)
    return f"{local}@{checked}".lower() if checked else ""


@lru_cache(maxsize=8192)
def _domain(domain: str) -> str:
    """An ASCII domain in normal form, or empty when it is none or wants the whole check."""
    if not domain.isascii():
        return ""
    try:
        return normalise_email("a@" + domain).partition("@")[2]
    except ValueError:
        return ""


def _primary(sources: list[_Source]) -> set[int]:
    """The place of the first phone (that is no fax, if possible) and of the first of every other kind."""
    first: dict[str, int] = {}
    for at, (kind, _, label, _) in enumerate(sources):
        family = "phone" if kind in PHONE_KINDS else kind.value
        known = first.setdefault(family, at)
        if kind in PHONE_KINDS and sources[known][2] == _FAX and label != _FAX:
            first[family] = at
    return set(first.values())
