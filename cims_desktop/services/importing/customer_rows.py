"""Customers: rows are normalised, judged, matched, joined where they are about one customer, and staged."""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from dataclasses import replace

from cims_desktop.domain.customers import Customer, is_warning
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import CustomerRecord
from cims_desktop.domain.progress import Task
from cims_desktop.domain.search_text import tokens
from cims_desktop.services.acting import Acting
from cims_desktop.services.importing.given import Given, given_of, joined_tags, merged
from cims_desktop.services.importing.matching import Matcher, keys_of
from cims_desktop.services.importing.outcome import Tally
from cims_desktop.services.importing.payloads import (
    Created,
    created_from,
    created_text,
    given_from,
    given_text,
)
from cims_desktop.services.importing.plan import ImportPlan, OnMatch
from cims_desktop.services.importing.rows import Refusals, Row, column_of, in_office_time, refused
from cims_desktop.storage import imports
from cims_desktop.storage.search_index import content_of
from cims_desktop.storage.staging import KeyTable, ScratchFile, StagedEntries
from cims_desktop.storage.tables.base import to_milliseconds


class _Entry:
    """One customer of this import while its chunk is in work."""

    def __init__(self, ordinal: int, target: int, new: Created | None = None) -> None:
        self.ordinal = ordinal
        self.target = target
        self.new = new
        self.given: list[Given] = []
        self.pending = target == 0
        self.rows = 1
        self.added = 0


class CustomerStager:
    """Stages the rows of a customer file."""

    def __init__(
        self, acting: Acting, country: str, plan: ImportPlan, file: ScratchFile, refusals: Refusals, tally: Tally
    ) -> None:
        self._acting = acting
        self._country = country
        self._plan = plan
        self._refusals = refusals
        self._tally = tally
        self._staged = StagedEntries(file)
        self._matcher = Matcher(acting, plan.match, KeyTable(file))
        self._file = file
        self._last = 0
        self._open: dict[int, _Entry] = {}
        self._current: dict[int, tuple[Customer, tuple[str, ...]]] = {}
        self._latest = to_milliseconds(acting.now())

    def take(self, rows: Sequence[Row]) -> None:
        """Judges and stages the next rows."""
        judged = [each for row in rows if (each := self._judged(row)) is not None]
        found = [(row, given, customer, keys_of(customer)) for row, given, customer in judged]
        self._matcher.prepare(keys for _, _, _, keys in found)
        self._open = {}
        self._read_back(self._matcher.staged_refs())
        matches = []
        for row, given, customer, keys in found:
            ...
