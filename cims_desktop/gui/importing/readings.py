"""The ways in which one cell can be understood, shown with the cell itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from cims_desktop.exchange.reading import DateOrder, DecimalMark, TableDescription
from cims_desktop.exchange.suggesting import Question
from cims_desktop.exchange.values import day_of, number_of
from cims_desktop.gui.format import day

MOST_EXAMPLES = 3


@dataclass(frozen=True)
class Reading:
    """One answer and how it reads each example; empty where it can't be read so."""

    answer: str
    words: tuple[str, ...]


def readings_of(
    question: Question, description: TableDescription
) -> tuple[tuple[str, ...], tuple[Reading, ...]]:
    """Examples from the column, the most telling first, and the answers that can read the first of them."""
    cells = _cells(question, description) or [question.value]
    telling = sorted(
        cells, key=lambda cell: -len({_read(question.code, cell, answer) for answer in question.choices})
    )
    examples = tuple(telling[:MOST_EXAMPLES])
    found = tuple(
        Reading(answer, tuple(_read(question.code, cell, answer) for cell in examples))
        for answer in question.choices
    )
    possible = tuple(reading for reading in found if any(reading.words))
    return examples, possible or found


def _cells(question: Question, description: TableDescription) -> list[str]:
    """The different texts of the asked column."""
    titles = list(description.headers)
    column = titles.index(question.column) if question.column in titles else -1
    cells: dict[str, None] = {}
    for row in description.sample:
        if 0 <= column < len(row.cells) and isinstance(row.cells[column], str) and row.cells[column]:
            cells.setdefault(str(row.cells[column]).strip())
    return list(cells)


def _read(code: str, cell: str, answer: str) -> str:
    try:
        if code == "date_order":
            return day(day_of(cell, DateOrder(answer)))
        number = number_of(cell, DecimalMark(answer))
    except ValueError:
        return ""
    digits = max(0, -int(number.as_tuple().exponent))
    return QLocale().toString(float(number), "f", digits)
