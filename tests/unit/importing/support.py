"""What the tests of importing share: an office that opens at once, and files made of a few lines."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import Cancelled
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.importing import ImportOutcome, ImportPlan
from cims_desktop.services.office import OpenOffice

CHEAP = KdfParameters(passes=1, memory=8, lanes=1)
PASSWORD = "nine grey herons at dusk"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def entrance() -> Entrance:
    return Entrance(clock=lambda: NOW, kdf=CHEAP, minimum=CHEAP)


def make_office(folder: Path, name: str = "office", **profile: str) -> OpenOffice:
    about = OfficeProfile("Tea house", **{"currency": "CNY", "country": "CN", "language": "en", **profile})
    return entrance().create(
        folder / f"{name}.cims", about, sign_in_name="ada", display_name="Ada", password=PASSWORD
    )


def write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


@dataclass
class Watching:
    """A task that cancels itself as soon as `stage` has come to `at`; keeps every report."""

    stage: str = ""
    at: int = 0
    seen: list[Progress] = field(default_factory=list)

    def task(self) -> Task:
        return Task(report=self.seen.append, cancelled=self._reached)

    def _reached(self) -> bool:
        return bool(self.stage) and any(p.stage == self.stage and p.done >= self.at for p in self.seen)


@dataclass
class Desk:
    """An office and a folder of files to bring in."""

    office: OpenOffice
    folder: Path

    def plan(self, path: Path, kind: ImportKind = ImportKind.CUSTOMERS, **more: object) -> ImportPlan:
        description = self.office.importing.describe(path)
        mapping = self.office.importing.suggest(kind, description).mapping
        return ImportPlan(path, kind, mapping, description.options, **more)  # type: ignore[arg-type]

    def bring(self, path: Path, kind: ImportKind = ImportKind.CUSTOMERS, **more: object) -> ImportOutcome:
        return self.office.importing.run(self.plan(path, kind, **more), by=self.office.user)

    def customers(self, header: str, *rows: str, name: str = "in.csv", **more: object) -> ImportOutcome:
        return self.bring(self.file(header, *rows, name=name), **more)

    def purchases(self, header: str, *rows: str, name: str = "sales.csv", **more: object) -> ImportOutcome:
        return self.bring(self.file(header, *rows, name=name), ImportKind.PURCHASES, **more)

    def file(self, header: str, *rows: str, name: str = "in.csv") -> Path:
        lines = [row.split(",") for row in rows]
        return write_csv(self.folder / name, header.split(","), lines)

    def all(self) -> list[Customer]:
        """Every customer, in the order in which they were made."""
        ids = sorted(self.office.customers.ids(CustomerQuery(), by=self.office.user))
        return [self.office.customers.get(key, by=self.office.user) for key in ids]

    def one(self, number: str) -> Customer:
        return next(customer for customer in self.all() if customer.number == number)

    def counts(self) -> dict[str, int]:
        """Rows per table, those that tell about every use case left out."""
        counts = self.office.health.check(by=self.office.user).counts
        told = {"act", "change", "checkpoint", "import_run"}
        return {name: count for name, count in counts.items() if name not in told}

    def healthy(self) -> bool:
        return self.office.health.check(by=self.office.user, deep=True).ok


def cancelled(run: Callable[[], object]) -> bool:
    """Whether it ended with Cancelled."""
    try:
        run()
    except Cancelled:
        return True
    return False


def codes(outcome: ImportOutcome) -> list[tuple[int, str, str]]:
    """(row, column, code) of every listed problem."""
    return [(row.row, problem.field, problem.code) for row in outcome.refused for problem in row.problems]
