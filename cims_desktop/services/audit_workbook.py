"""Writes acts as an Excel list, with the journal's verdict and head below them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cims_desktop.domain.audit import FieldChange
from cims_desktop.domain.auditing import AuditEntry, Verdict
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.writing import Column, ColumnType, WrittenFile, write_list_xlsx
from cims_desktop.storage import audit_log
from cims_desktop.storage.audit_log import AuditQuery
from cims_desktop.storage.engine import Connection

_PAGE = 500
_COLUMNS: Final = (
    ("act", ColumnType.INTEGER, 9.0),
    ("at", ColumnType.DATETIME, 17.0),
    ("user", ColumnType.TEXT, 18.0),
    ("kind", ColumnType.TEXT, 16.0),
    ("table", ColumnType.TEXT, 14.0),
    ("record", ColumnType.INTEGER, 9.0),
    ("number", ColumnType.TEXT, 12.0),
    ("customer", ColumnType.TEXT, 22.0),
    ("field", ColumnType.TEXT, 16.0),
    ("before", ColumnType.TEXT, 26.0),
    ("after", ColumnType.TEXT, 26.0),
    ("detail", ColumnType.TEXT, 36.0),
)


@dataclass(frozen=True)
class WrittenAudit:
    """What was written: `matched` lines were found and `lines` written, besides those of the verdict."""

    file: WrittenFile
    matched: int
    lines: int
    customers: frozenset[int]


def write_audit(
    connection: Connection,
    query: AuditQuery,
    verdict: Verdict,
    titles: Mapping[str, str],
    path: Path,
    task: Task,
    time_zone: str,
    *,
    values: bool,
) -> WrittenAudit:
    """A line for each change (one for an act without), newest act first; `values`: with what stood there before and
    after. Raises what `write_list_xlsx` raises.
    """
    lines = _Lines(connection, query, titles, ZoneInfo(time_zone), values)
    matched = audit_log.count(connection, query)
    below = lines.verdict(verdict)
    columns = [Column(titles.get(name, name), kind, width) for name, kind, width in _COLUMNS]

    def rows() -> Iterator[list[object]]:
        yield from lines.acts()
        yield from below

    file = write_list_xlsx(
        path, columns, rows(), titles.get("sheet", "Audit"), total=matched + len(below), task=task
    )
    return WrittenAudit(file, matched, file.rows - len(below), frozenset(lines.customers))


class _Lines:
    """The rows of the workbook, and whose data is in them."""

    def __init__(
        self,
        connection: Connection,
        query: AuditQuery,
        titles: Mapping[str, str],
        zone: ZoneInfo,
        values: bool,
    ) -> None:
        self._connection = connection
        self._query = query
        self._titles = titles
        self._zone = zone
        self._values = values
        self.customers: set[int] = set()

    def acts(self) -> Iterator[list[object]]:
        """The acts, page after page."""
        before = None
        while page := audit_log.entries(self._connection, self._query, before, _PAGE):
            for entry in page:
                if entry.customer_id is not None:
                    self.customers.add(entry.customer_id)
                yield from self._entry(entry)
            before = page[-1].act

    def verdict(self, verdict: Verdict) -> list[list[object]]:
        """The lines below: whether the journal is whole, its head, what vouches for it."""
        state = "ok" if verdict.fault is None else verdict.fault.value
        said = [self._titles.get(f"verdict.{state}", state)]
        said += [str(verdict.first_bad)] if verdict.first_bad is not None else []
        facts = [("verdict", " ".join(said)), ("acts", f"{verdict.acts}")]
        if verdict.head is not None:
            at = verdict.head.at.astimezone(self._zone).isoformat(sep=" ", timespec="seconds")
            facts.append(("head", f"{verdict.head.act}  {at}  {verdict.head.digest.hex()}"))
        vouched = "" if verdict.vouched_until is None else f"  {verdict.vouched_until}"
        facts.append(("checkpoints", f"{verdict.checkpoints}  {verdict.sound_until}{vouched}"))
        blank: list[object] = [None] * len(_COLUMNS)
        lines = [blank]
        for name, text in facts:
            lines.append([*blank[:2], self._titles.get(name, name), *blank[3:-1], text])
        return lines

    def _entry(self, entry: AuditEntry) -> Iterator[list[object]]:
        first: list[object] = [
            entry.act, entry.at.astimezone(self._zone), entry.user,
            self._titles.get(f"kind.{entry.kind.value}", entry.kind.value), entry.table, entry.record,
            entry.customer_number or None, entry.customer_name or None,
        ]  # fmt: skip
        detail = json.dumps(dict(entry.detail), ensure_ascii=False) if entry.detail else None
        if not entry.changes:
            yield [*first, None, None, None, detail]
        for change in self._changes(entry):
            if change.table == "customer":
                self.customers.add(change.record)
            shown = (change.before, change.after) if self._values else (None, None)
            yield [*first, f"{change.table} {change.record} {change.field}", *shown, detail]

    def _changes(self, entry: AuditEntry) -> Iterator[FieldChange]:
        """All changes of an act, those behind the first page of them read on."""
        if entry.change_count <= len(entry.changes):
            yield from entry.changes
            return
        after = 0
        while page := audit_log.changes_of(self._connection, entry.act, after):
            yield from (change for _, change in page)
            after = page[-1][0]
