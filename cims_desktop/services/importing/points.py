"""The contact points of a row, in normal form. Much of an import's time goes here, so common cases are short."""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache
from typing import NamedTuple

from cims_desktop.domain.contacts import (
    LONGEST_VALUE,
    PHONE_KINDS,
    ContactKind,
    ContactPoint,
    normalise,
    normalise_email,
    phone_forms,
)
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import CustomerRecord

_SIMPLE = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
_LONGEST_LOCAL, _LONGEST_ADDRESS = 64, 254  # RFC 5321
_FAX = "fax"

_Source = tuple[ContactKind, str, str, str]
"""Kind, value as typed, label, column."""


class Points(NamedTuple):
    """The points of a row, what is wrong with them, and the primary phone as the list shows it (empty: not known)."""

    points: tuple[ContactPoint, ...]
    problems: list[Problem]
    shown: str


def contact_points(record: CustomerRecord, country: str) -> Points:
    """The points that `domain.contacts.normalise` would make of a row, one of each kind primary; problems are named
    by the column. A fax is never the number to call while there is another.
    """
    sources = [source for source in _sources(record) if source[1].strip()]
    primary = _primary(sources)
    points, problems, shown = [], [], ""
    for at, (kind, value, label, column) in enumerate(sources):
        first = ContactPoint(kind, value.strip(), "", label.strip()[:40], at in primary)
        point, code, formatted = _normalised(first, country)
        if code is not None:
            problems.append(Problem(column, code, value[:80]))
        if point.primary and formatted:
            shown = formatted
        points.append(point)
    return Points(tuple(points), problems, shown)


def _sources(record: CustomerRecord) -> list[_Source]:
    return [
        *((ContactKind.MOBILE, one.value, "", one.column or "phone") if one.label == "mobile"
          else (ContactKind.PHONE, one.value, one.label, one.column or "phone") for one in record.phones),
        *((ContactKind.EMAIL, one.value, one.label, one.column or "email") for one in record.emails),
        (ContactKind.WECHAT, record.wechat, "", "wechat"), (ContactKind.QQ, record.qq, "", "qq"),
        (ContactKind.WEB, record.website, "", "website"),
    ]  # fmt: skip


def _normalised(point: ContactPoint, country: str) -> tuple[ContactPoint, str | None, str]:
    """The point in normal form, what is wrong with it, and how a phone is shown."""
    normal, shown = "", ""
    if len(point.value) <= LONGEST_VALUE:
        if point.kind is ContactKind.EMAIL:
            normal = plain_email(point.value)
        elif point.kind in PHONE_KINDS:
            with contextlib.suppress(ValueError):
                normal, shown = phone_forms(point.value, country)
    if normal:
        return ContactPoint(point.kind, point.value, normal, point.label, point.primary), None, shown
    return *normalise(point, country), ""


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
