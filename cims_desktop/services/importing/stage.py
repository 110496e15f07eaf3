"""What the stagers of all kinds share: the plan, the office, the scratch file, the counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cims_desktop.domain.purchases import Product
from cims_desktop.services.acting import Acting
from cims_desktop.services.importing.outcome import Tally
from cims_desktop.services.importing.plan import ImportPlan
from cims_desktop.services.importing.rows import Refusals
from cims_desktop.storage.staged_sales import StagedSales
from cims_desktop.storage.staging import KeyTable, ScratchFile, StagedEntries


@dataclass
class Stage:
    """One import between its two phases. `products` are those to be made, by minus their ordinal."""

    plan: ImportPlan
    acting: Acting
    country: str
    currency: str
    file: ScratchFile
    refusals: Refusals
    tally: Tally = field(default_factory=Tally)
    products: list[tuple[int, Product]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.entries = StagedEntries(self.file)
        self.sales = StagedSales(self.file)


def scratch_file(folder: Path) -> ScratchFile:
    """The scratch file of one import."""
    return ScratchFile(folder, (*KeyTable.SCHEMA, *StagedEntries.SCHEMA, *StagedSales.SCHEMA))
