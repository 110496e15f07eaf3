"""Customers: rows are normalised, judged, matched, joined where they are about one customer, and staged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cims_desktop.domain.customers import Customer, is_warning
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import CustomerRecord
from cims_desktop.domain.progress import Task
from cims_desktop.domain.search_text import tokens
from cims_desktop.services.importing.given import Given, given_of, joined_tags, merged
from cims_desktop.services.importing.matching import Matcher, key_hash, keys_of
from cims_desktop.services.importing.payloads import (
    Created,
    created_from,
    created_text,
    given_from,
    given_text,
)
from cims_desktop.services.importing.plan import OnMatch
from cims_desktop.services.importing.rows import Refused, Row, column_of, in_office_time, refused
from cims_desktop.services.importing.stage import Stage
from cims_desktop.storage import imports
from cims_desktop.storage.search_index import content_from
from cims_desktop.storage.staging import KeyTable
from cims_desktop.storage.tables.base import to_milliseconds

Known = tuple[Customer, tuple[str, ...]]
"""A stored customer and his tags."""


@dataclass
class _Entry:
    """One customer of this import while a chunk is in work: to be made (`new`), or a stored one to be changed."""

    ordinal: int
    target: int = 0
    new: Created | None = None
    given: list[Given] = field(default_factory=list)
    pending: bool = True
    rows: int = 1
    added: int = 0


@dataclass(frozen=True)
class _Judged:
    row: Row
    given: Given
    customer: Customer
    created: int | None


class CustomerStager:
    """Stages the rows of a customer file."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._plan = stage.plan
        self._keys = KeyTable(stage.file)
        self._matcher = Matcher(stage.acting, stage.plan.match, self._keys)
        self._last = 0
        self._open: dict[int, _Entry] = {}
        self._now = stage.acting.now()

    def take(self, rows: Sequence[Row], spoilt: Sequence[Refused]) -> None:
        """Judges, matches and stages the next rows."""
        judged = [each for row in rows if (each := self._judge(row)) is not None]
        keys = [keys_of(each.customer) for each in judged]
        self._matcher.prepare(keys)
        self._open = {}
        for ref in self._matcher.staged_refs():
            if ref < 0 and (new := self._read_back(-ref).new) is not None:
                self._matcher.introduce(ref, new.customer.number, new.customer.external_id)
        decided = []
        for each, held in zip(judged, keys, strict=True):
            match = self._matcher.find(held)
            if match.problem is not None:
                self._refuse(each.row, [match.problem])
                continue
            ref = match.ref or self._begin(each)
            if match.ref == 0 or self._plan.on_match is not OnMatch.SKIP:
                self._matcher.learn(ref, held, each.customer.number, each.customer.external_id)
            decided.append((each, match.ref))
        self._join(decided)
        self._write()

    def complete(self, task: Task) -> None:
        """Counts what became of the rows."""
        created, updated, unchanged, added = self._stage.entries.counts()
        tally = self._stage.tally
        tally.created += created
        tally.updated += updated + added
        tally.unchanged += unchanged
        tally.records["customers"] = created

    def _judge(self, row: Row) -> _Judged | None:
        record = row.record
        assert isinstance(record, CustomerRecord)
        given, customer, problems = given_of(record, self._stage.country)
        if errors := [problem for problem in problems if not is_warning(problem)]:
            self._refuse(row, errors)
            return None
        for problem in problems:
            self._stage.tally.warn(problem)
        created = None
        if record.created is not None:
            moment = in_office_time(record.created, self._stage.acting.time_zone)
            created = to_milliseconds(min(moment, self._now))
        return _Judged(row, given, customer, created)

    def _refuse(self, row: Row, problems: Sequence[Problem]) -> None:
        named = [replace(one, field=column_of(self._plan.mapping, one.field)) for one in problems]
        self._stage.refusals.refuse(row.place, refused(row, *named))

    def _begin(self, each: _Judged) -> int:
        """A new entry for a customer whom nobody knows; returns its ref."""
        self._last += 1
        self._open[self._last] = _Entry(self._last, new=Created(each.customer, each.given.tags, each.created))
        return -self._last

    def _join(self, decided: Sequence[tuple[_Judged, int]]) -> None:
        """Joins rows with the stored customers or earlier rows that they are about."""
        stored = sorted({ref for _, ref in decided if ref > 0})
        if self._plan.on_match is OnMatch.SKIP:
            self._stage.tally.skipped += sum(1 for _, ref in decided if ref != 0)
            return
        entries = {-ref for ref in self._keys.find([_entry_hash(key) for key in stored]).values()}
        by_target = {entry.target: entry for entry in map(self._read_back, sorted(entries))}
        with self._stage.acting.read() as connection:
            current = imports.customers_of(connection, stored)
        made = {}
        for each, ref in decided:
            if ref < 0:
                self._fold(self._open.get(-ref) or self._read_back(-ref), each)
            elif ref > 0 and ref not in current:
                self._refuse(each.row, [Problem("number", "gone", each.customer.number)])
            elif ref > 0:
                if ref not in by_target:
                    self._last += 1
                    entry = by_target[ref] = self._open[self._last] = _Entry(self._last, ref, rows=0)
                    made[_entry_hash(ref)] = -entry.ordinal
                self._change(by_target[ref], each, current[ref])
        self._keys.put(made)

    def _fold(self, entry: _Entry, each: _Judged) -> None:
        """A later row about a customer whom this file brings."""
        assert entry.new is not None
        entry.rows += 1
        before = entry.new
        customer = merged(before.customer, each.given, self._plan.on_match)
        if not customer.number and each.customer.number:
            customer = replace(customer, number=each.customer.number)
        entry.new = Created(customer, joined_tags(before.tags, each.given.tags), before.created or each.created)
        entry.added += entry.new != before

    def _change(self, entry: _Entry, each: _Judged, current: Known) -> None:
        """A row about a stored customer."""
        entry.rows += 1
        if each.given not in entry.given:
            entry.given.append(each.given)
        entry.pending = outcome_of(current, entry.given, self._plan.on_match) != current

    def _read_back(self, ordinal: int) -> _Entry:
        """An entry of an earlier chunk, to be looked at or changed."""
        if ordinal not in self._open:
            _, target, pending, rows, added, payload, *_ = self._stage.entries.read(ordinal)
            self._open[ordinal] = _Entry(
                ordinal, target, None if target else created_from(payload), given_from(payload) if target else [],
                bool(pending), rows, added,
            )  # fmt: skip
        return self._open[ordinal]

    def _write(self) -> None:
        with self._stage.file.batch():
            self._stage.entries.write([staged_entry(entry) for entry in self._open.values()])
            self._matcher.store()


def outcome_of(current: Known, rows: Sequence[Given], on_match: OnMatch) -> Known:
    """A stored customer and his tags after these rows."""
    customer, tags = current
    for given in rows:
        customer, tags = merged(customer, given, on_match), joined_tags(tags, given.tags)
    return customer, tags


def staged_entry(entry: _Entry) -> tuple[object, ...]:
    """The row of an entry in the scratch file; the search text of a new customer is made here, without number."""
    head = (entry.ordinal, entry.target, int(entry.pending), entry.rows, entry.added)
    if entry.new is None:
        return (*head, given_text(entry.given), "", "")
    one = entry.new.customer
    names = (one.given_name, one.family_name) if one.family_name else ()
    content = content_from(one.name, "", one.organisation, one.external_id, one.contacts, one.addresses, names)
    return (*head, created_text(entry.new), content, tokens(content))


def entry_of_new(ordinal: int, new: Created) -> tuple[object, ...]:
    """The row of a new customer in the scratch file."""
    return staged_entry(_Entry(ordinal, new=new))


def _entry_hash(customer_id: int) -> int:
    return key_hash("entry", str(customer_id))
