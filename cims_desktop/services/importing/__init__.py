"""Importing: any table into the office, all accepted rows or none, and out again."""

from cims_desktop.services.importing.outcome import ColumnWarning, ImportOutcome, KeptRecord, UndoOutcome
from cims_desktop.services.importing.plan import ImportPlan, MatchKey, OnMatch
from cims_desktop.services.importing.running import Importing

__all__ = [
    "ColumnWarning",
    "ImportOutcome",
    "ImportPlan",
    "Importing",
    "KeptRecord",
    "MatchKey",
    "OnMatch",
    "UndoOutcome",
]
