"""Customers: rows are normalised, judged, matched, joined where they are about one customer, and staged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.progress import Task
from cims_desktop.services.importing.given import Given, joined_tags, merged
from cims_desktop.services.importing.judging import JudgedCustomer, search_entry
from cims_desktop.services.importing.keys import key_hash
from cims_desktop.services.importing.matching import Matcher
from cims_desktop.services.importing.payloads import (
    Created,
    created_from,
    created_text,
    given_from,
    given_text,
)
from cims_desktop.services.importing.plan import OnMatch
from cims_desktop.services.importing.rows import Refused, Row, column_of, refused
from cims_desktop.services.importing.stage import Stage
from cims_desktop.storage import customer_batches
from cims_desktop.storage.staging import KeyTable

Known = tuple[Customer, tuple[str, ...]]
"""A stored customer and his tags."""


@dataclass
class _Entry:
    """One customer of this import while a chunk is in work: to be made (`created` as text, with its search entry), or
    a stored one (`target`) to be changed by `given`.
    """

    ordinal: int
    target: int = 0
    created: str = ""
    content: str = ""
    tokens: str = ""
    given: list[Given] = field(default_factory=list)
    pending: bool = True
    rows: int = 1
    added: int = 0

    def staged(self) -> tuple[object, ...]:
        """Its row in the scratch file."""
        payload = given_text(self.given) if self.target else self.created
        head = (self.ordinal, self.target, int(self.pending), self.rows, self.added)
        return (*head, payload, self.content, self.tokens)


Judged = tuple[Row, JudgedCustomer]


class CustomerStager:
    """Stages the rows of a customer file."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._plan = stage.plan
        self._keys = KeyTable(stage.file)
        self._matcher = Matcher(stage.acting, stage.plan.match, self._keys)
        self._last = 0
        self._open: dict[int, _Entry] = {}

    def take(self, rows: Sequence[Row], spoilt: Sequence[Refused]) -> None:
        """Matches and stages the next rows."""
        judged = [(row, row.record) for row in rows if isinstance(row.record, JudgedCustomer)]
        self._matcher.prepare(each.keys for _, each in judged)
        self._open = {}
        for ref in self._matcher.staged_refs():
            if ref < 0 and (entry := self._read_back(-ref)).target == 0:
                known = created_from(entry.created).customer
                self._matcher.introduce(ref, known.number, known.external_id)
        decided = []
        for row, each in judged:
            match = self._matcher.find(each.keys)
            if match.problem is not None:
                self._refuse(row, match.problem)
                continue
            for warning in each.warnings:
                self._stage.tally.warn(warning)
            ref = match.ref or self._begin(each)
            if match.ref == 0 or self._plan.on_match is not OnMatch.SKIP:
                self._matcher.learn(ref, each.keys)
            decided.append(((row, each), match.ref))
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

    def _refuse(self, row: Row, problem: Problem) -> None:
        named = replace(problem, field=column_of(self._plan.mapping, problem.field))
        self._stage.refusals.refuse(row.place, refused(row, named))

    def _begin(self, each: JudgedCustomer) -> int:
        """A new entry for a customer whom nobody knows; returns its ref."""
        self._last += 1
        self._open[self._last] = _Entry(self._last, 0, each.created, each.content, each.tokens)
        return -self._last

    def _join(self, decided: Sequence[tuple[Judged, int]]) -> None:
        """Joins rows with the stored customers or earlier rows that they are about."""
        if self._plan.on_match is OnMatch.SKIP:
            self._stage.tally.skipped += sum(1 for _, ref in decided if ref != 0)
            return
        stored = sorted({ref for _, ref in decided if ref > 0})
        entries = {-ref for ref in self._keys.find([_entry_hash(key) for key in stored]).values()}
        by_target = {entry.target: entry for entry in map(self._read_back, sorted(entries))}
        with self._stage.acting.read() as connection:
            current = customer_batches.customers_with_tags(connection, stored)
        made = {}
        for (row, each), ref in decided:
            if ref < 0:
                self._fold(self._read_back(-ref), each)
            elif ref > 0 and ref not in current:
                self._refuse(row, Problem("number", "gone", next(iter(each.keys.number), "")))
            elif ref > 0:
                if ref not in by_target:
                    self._last += 1
                    entry = by_target[ref] = self._open[self._last] = _Entry(self._last, ref, rows=0)
                    made[_entry_hash(ref)] = -entry.ordinal
                self._change(by_target[ref], each, current[ref])
        self._keys.put(made)

    def _fold(self, entry: _Entry, each: JudgedCustomer) -> None:
        """A later row about a customer whom this file brings."""
        entry.rows += 1
        before, (given,) = created_from(entry.created), given_from(each.given)
        customer = merged(before.customer, given, self._plan.on_match)
        if not customer.number and each.keys.number:
            customer = replace(customer, number=each.keys.number[0])
        after = Created(customer, joined_tags(before.tags, given.tags), before.created)
        if after != before:
            entry.added += 1
            entry.created = created_text(after)
            entry.content, entry.tokens = search_entry(customer)

    def _change(self, entry: _Entry, each: JudgedCustomer, current: Known) -> None:
        """A row about a stored customer."""
        entry.rows += 1
        (given,) = given_from(each.given)
        if given not in entry.given:
            entry.given.append(given)
        entry.pending = outcome_of(current, entry.given, self._plan.on_match) != current

    def _read_back(self, ordinal: int) -> _Entry:
        """An entry of this import, to be looked at or changed."""
        if ordinal not in self._open:
            _, target, pending, rows, added, payload, content, words = self._stage.entries.read(ordinal)
            given = given_from(payload) if target else []
            created = "" if target else payload
            self._open[ordinal] = _Entry(
                ordinal, target, created, content, words, given, bool(pending), rows, added
            )  # fmt: skip
        return self._open[ordinal]

    def _write(self) -> None:
        with self._stage.file.batch():
            self._stage.entries.write([entry.staged() for entry in self._open.values()])
            self._matcher.store()


def outcome_of(current: Known, rows: Sequence[Given], on_match: OnMatch) -> Known:
    """A stored customer and his tags after these rows."""
    customer, tags = current
    for given in rows:
        customer, tags = merged(customer, given, on_match), joined_tags(tags, given.tags)
    return customer, tags


def entry_of_new(ordinal: int, new: Created) -> tuple[object, ...]:
    """The row of a new customer in the scratch file."""
    return _Entry(ordinal, 0, created_text(new), *search_entry(new.customer)).staged()


def _entry_hash(customer_id: int) -> int:
    return key_hash("entry", str(customer_id))
