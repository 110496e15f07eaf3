"""What goes out: the customer list and the sales report as Excel files, each with its entry in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.customers import CustomerRow
from cims_desktop.domain.dates import Month
from cims_desktop.domain.masking import hidden_columns, masked
from cims_desktop.domain.money import minor_digits
from cims_desktop.domain.permissions import Permission, Sight
from cims_desktop.domain.progress import Task
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.domain.users import User
from cims_desktop.exchange.writing import list_xlsx
from cims_desktop.exchange.writing import sales_report as workbook
from cims_desktop.exchange.writing.files import WrittenFile
from cims_desktop.services.acting import Acting, as_text, requires
from cims_desktop.services.reach import sight_for, unseen
from cims_desktop.services.reports import Reports
from cims_desktop.storage import customer_lists, ledger

_PAGE = 500

COLUMNS: Mapping[str, tuple[list_xlsx.ColumnType, float]] = {
    "number": (list_xlsx.ColumnType.TEXT, 12),
    "name": (list_xlsx.ColumnType.TEXT, 24),
    "kind": (list_xlsx.ColumnType.TEXT, 13),
    "organisation": (list_xlsx.ColumnType.TEXT, 24),
    "status": (list_xlsx.ColumnType.TEXT, 11),
    "tier": (list_xlsx.ColumnType.TEXT, 9),
    "phone": (list_xlsx.ColumnType.TEXT, 20),
    "email": (list_xlsx.ColumnType.TEXT, 28),
    "city": (list_xlsx.ColumnType.TEXT, 14),
    "purchases": (list_xlsx.ColumnType.INTEGER, 11),
    "total_spent": (list_xlsx.ColumnType.MONEY, 15),
    "last_purchase": (list_xlsx.ColumnType.DATE, 13),
    "last_contact": (list_xlsx.ColumnType.DATE, 13),
    "next_contact": (list_xlsx.ColumnType.DATE, 13),
    "last_satisfaction": (list_xlsx.ColumnType.NUMBER, 12),
    "created_at": (list_xlsx.ColumnType.DATE, 13),
}
"""Columns of a customer list, in their usual order, with type and width in characters."""


@dataclass(frozen=True)
class ExportOutcome:
    """A finished export; `matched` and `written` agree, `ledger` is its entry's id."""

    path: Path
    matched: int
    written: int
    sha256: str
    ledger: int


class Exporting:
    """Use cases of export."""

    def __init__(self, acting: Acting, reports: Reports, currency: str) -> None:
        self._acting = acting
        self._reports = reports
        self._currency = currency

    @requires(Permission.EXPORT)
    def customers(
        self,
        query: CustomerQuery,
        columns: Sequence[str],
        words: Mapping[str, str],
        path: Path,
        task: Task | None = None,
        *,
        by: User,
    ) -> ExportOutcome:
        """Writes all customers of `query` that `by` may export as XLSX, in its order.

        `words` gives the column titles by name, the sheet's title as "sheet", and words for enum values as
        "tier.gold". Raises Cancelled, CimsError(disk_full, target_in_use ...), PermissionDenied (masked, where a
        column, the sort or the filter is hidden from `by`); then nothing is at `path`.
        """
        steps, sight = task or Task(), sight_for(query, Permission.EXPORT, by=by)
        chosen = [name for name in columns if name in COLUMNS]
        if hidden_columns(sight).intersection(chosen):
            raise unseen(Permission.EXPORT, by=by)
        described = [
            list_xlsx.Column(words.get(name, name), *COLUMNS[name], digits=minor_digits(self._currency))
            for name in chosen
        ]
        with self._acting.read() as connection:
            ids = customer_lists.ids(connection, query, sight)
            rows = (_cells(row, chosen, words) for row in _pages(connection, ids, sight))
            done = list_xlsx.write_list_xlsx(
                path, described, rows, words.get("sheet", "Customers"), total=len(ids), task=steps
            )
        return self._entered("customers", as_text(query) or "", path, len(ids), done, by, ids)

    @requires(Permission.EXPORT)
    def sales_report(
        self,
        first: Month,
        last: Month,
        words: workbook.ReportWords,
        path: Path,
        task: Task | None = None,
        *,
        by: User,
    ) -> ExportOutcome:
        """Writes the monthly sales report as a workbook with a native chart."""
        report = self._reports.sales(first, last, by=by)
        done = workbook.write_sales_report(path, report, words, task)
        named = [one.customer_id for one in report.customers if one.customer_id is not None]
        return self._entered("sales_report", f"{first}..{last}", path, done.rows, done, by, named)

    def _entered(
        self,
        kind: str,
        query: str,
        path: Path,
        matched: int,
        done: WrittenFile,
        by: User,
        whose: Iterable[int],
    ) -> ExportOutcome:
        with self._acting.act(ActKind.EXPORT, by=by) as act:
            entry = ledger.add_export(
                act.connection, kind=kind, file_name=path.name, file_digest=done.sha256, query=query,
                matched=matched, written=done.rows, at=act.now, user_id=by.id, customer_ids=whose,
            )  # fmt: skip
            act.about("export_entry", entry, file=path.name, what=kind, rows=done.rows)
        return ExportOutcome(path, matched, done.rows, done.sha256, entry)


def _pages(connection: Any, ids: Sequence[int], sight: Sight) -> Iterator[CustomerRow]:
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        rows = customer_lists.rows(connection, page, sight)
        yield from (masked(rows[one], sight) for one in page if one in rows)


def _cells(row: CustomerRow, columns: Sequence[str], words: Mapping[str, str]) -> list[object]:
    cells: list[object] = []
    for name in columns:
        value = getattr(row, name)
        if name in ("kind", "status", "tier"):
            value = words.get(f"{name}.{value.value}", value.value)
        elif name in ("last_contact", "created_at"):
            value = value.date() if value is not None else None
        elif name == "last_satisfaction":
            value = None if value is None else Decimal(value) / 100
        cells.append(value)
    return cells
