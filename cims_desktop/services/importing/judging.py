"""Customers' rows judged by themselves: no office, no file, so that two processors can do it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from cims_desktop.domain.customers import Customer, is_warning
from cims_desktop.domain.dates import office_day
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import CustomerRecord
from cims_desktop.domain.search_text import tokens
from cims_desktop.exchange.applying import RowProblems, apply
from cims_desktop.exchange.mapping import Mapping
from cims_desktop.exchange.reading import SourceRow
from cims_desktop.services.importing.given import given_of
from cims_desktop.services.importing.keys import Keys, keys_of
from cims_desktop.services.importing.payloads import Created, created_text, given_text
from cims_desktop.services.importing.rows import column_of, in_office_time
from cims_desktop.storage.search_index import content_from
from cims_desktop.storage.tables.base import to_milliseconds


@dataclass(frozen=True)
class JudgeSettings:
    """What judging a row needs to know: the mapping, and the office's country, time zone and present."""

    mapping: Mapping
    country: str
    time_zone: str
    now: datetime


class JudgedCustomer(NamedTuple):
    """A row that may land: its keys, the customer it would make with its search entry, and what it gives, as text."""

    keys: Keys
    created: str
    given: str
    content: str
    tokens: str
    warnings: tuple[Problem, ...]


def judge_customers(
    settings: JudgeSettings, sources: Sequence[SourceRow]
) -> list[JudgedCustomer | RowProblems]:
    """What becomes of each row, in order."""
    today = office_day(settings.now, settings.time_zone)
    return [
        record if isinstance(record, RowProblems) else _judged(settings, source, record)
        for source, record in zip(sources, apply(settings.mapping, sources, today=today), strict=True)
    ]


def _judged(settings: JudgeSettings, source: SourceRow, record: object) -> JudgedCustomer | RowProblems:
    assert isinstance(record, CustomerRecord)
    given, customer, problems, shown = given_of(record, settings.country)
    if any(not is_warning(problem) for problem in problems):
        named = [
            replace(one, field=column_of(settings.mapping, one.field))
            for one in problems
            if not is_warning(one)
        ]
        return RowProblems(source.number, tuple(named), source.cells, source.sheet)
    created = None
    if record.created is not None:
        created = to_milliseconds(min(in_office_time(record.created, settings.time_zone), settings.now))
    made = created_text(Created(customer, given.tags, created), shown)
    return JudgedCustomer(
        keys_of(customer), made, given_text([given]), *search_entry(customer), tuple(problems)
    )


def search_entry(one: Customer) -> tuple[str, str]:
    """The searchable text of a new customer and its tokens, without the number: that is known only when it lands."""
    names = (one.given_name, one.family_name) if one.family_name else ()
    content = content_from(
        one.name, "", one.organisation, one.external_id, one.contacts, one.addresses, names
    )
    return content, tokens(content)
