"""The refused rows as a file: read once more from the source, so that they never have to be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.reading import Cell, SourceRow, describe
from cims_desktop.exchange.writing.rejects import reject_headers, write_rejects_csv
from cims_desktop.services.importing.plan import ImportPlan
from cims_desktop.services.importing.rows import sources_of

Wording = Callable[[Problem], str]
"""One problem as a sentence; the window gives its own language's."""

Places = Iterator[tuple[int, tuple[Problem, ...]]]


def plain_words(problem: Problem) -> str:
    """A problem by its codes, for programs and for those who have nothing better."""
    words = f"{problem.field}: {problem.code}" if problem.field else problem.code
    return f"{words} ({problem.value})" if problem.value else words


def write_rejects(
    plan: ImportPlan, places: Places, path: Path, wording: Wording, title: str, task: Task
) -> int:
    """Writes the rows at `places` (counted from 0, in order) with their problems; returns how many."""
    description = describe(plan.path, plan.options, task)
    with closing(sources_of(plan, task)) as sources:
        rows = _chosen(sources, places, wording)
        return write_rejects_csv(path, reject_headers(plan.mapping, description), rows, title, task).rows


def _chosen(
    sources: Iterator[SourceRow], places: Places, wording: Wording
) -> Iterator[tuple[tuple[Cell, ...], str]]:
    wanted = next(places, None)
    for at, row in enumerate(sources):
        if wanted is None:
            return
        if at == wanted[0]:
            yield row.cells, "; ".join(dict.fromkeys(wording(problem) for problem in wanted[1]))
            wanted = next(places, None)
