"""What a check comes to, in one sentence, and the labels of its three tables."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.gui.format import number
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.findings import COLUMNS, NOTES, PROBLEMS
from cims_desktop.services.importing import ImportOutcome


def verdict(trial: ImportOutcome) -> str:
    """Whether the file can be imported, and what is left out."""
    if not trial.created + trial.updated:
        if trial.refused_count == trial.read and trial.read:
            return QCoreApplication.translate(
                "CheckPage",
                "No row can be imported. See below what is wrong, correct the file or the columns.",
            )
        return QCoreApplication.translate(
            "CheckPage", "There is nothing new in this file: the office has all of it already."
        )
    if trial.refused_count:
        return Counts().left_out(trial.refused_count)
    if trial.warnings:
        return QCoreApplication.translate("CheckPage", "Every row can be imported; some values look odd.")
    return QCoreApplication.translate("CheckPage", "Every row is fine.")


def chip_texts(trial: ImportOutcome) -> list[tuple[str, str]]:
    """The tables of a check by key, with how much is in them."""
    problems = sum(len(row.problems) for row in trial.refused)
    words = (
        QCoreApplication.translate("CheckPage", "Problems"),
        QCoreApplication.translate("CheckPage", "Please note"),
    )
    return [
        (PROBLEMS, f"{words[0]}  {number(problems)}"),
        (NOTES, f"{words[1]}  {number(len(trial.warnings))}"),
        (COLUMNS, QCoreApplication.translate("CheckPage", "What arrives")),
    ]
