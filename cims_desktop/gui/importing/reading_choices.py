"""What can be chosen for the reading of a file; the first choice is what the program found by itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.exchange.reading import DateOrder, DecimalMark, ReadOptions, TableDescription
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.reading_words import (
    DELIMITERS,
    ENCODINGS,
    MARKS,
    NONE_THERE,
    ORDERS,
    UNCLEAR,
    automatic,
    delimiter_word,
    encoding_word,
    reading_word,
)

Choices = list[tuple[str, object]]
ALL_SHEETS = ""


def encoding_choices(found: str, chosen: ReadOptions) -> Choices:
    """Encodings. What was found is named only while the person has chosen none."""
    first = automatic(encoding_word(found)) if chosen.encoding is None else _automatic()
    return [(first, None), *((encoding_word(name), name) for name in ENCODINGS)]


def delimiter_choices(found: str, chosen: ReadOptions) -> Choices:
    """What may stand between columns."""
    first = automatic(delimiter_word(found)) if chosen.delimiter is None else _automatic()
    return [(first, None), *((delimiter_word(sign), sign) for sign in DELIMITERS)]


def sheet_choices(description: TableDescription) -> Choices:
    """The sheets of a workbook, hidden ones last; first those that the program chose."""
    found = description.options.sheets
    several = Counts().sheets(len(found))
    first = several if len(found) > 1 else automatic(found[0]) if found else _automatic()
    hidden = QCoreApplication.translate("import", "%1 (hidden)")
    return [
        (first, ALL_SHEETS),
        *((name, name) for name in description.sheets),
        *((hidden.replace("%1", name), name) for name in description.hidden_sheets),
    ]


def order_choices(found: DateOrder) -> Choices:
    """Orders of day, month and year."""
    first = _found(found, ORDERS.get(found, ""))
    return [(first, ""), *((reading_word(word), str(order)) for order, word in ORDERS.items())]


def mark_choices(found: DecimalMark) -> Choices:
    """Decimal marks."""
    first = _found(found, MARKS.get(found, ""))
    return [(first, ""), *((reading_word(word), str(mark)) for mark, word in MARKS.items())]


def _found(found: DateOrder | DecimalMark, source: str) -> str:
    if source:
        return automatic(reading_word(source))
    return reading_word(NONE_THERE if found == "" else UNCLEAR)


def _automatic() -> str:
    return QCoreApplication.translate("import_reading", "Automatic")


def reading_warnings(description: TableDescription) -> str:
    """What looks wrong with the way in which a file was read; nothing when all is well."""
    said = []
    if description.replaced:
        said.append(Counts().unreadable(description.replaced))
    if description.ragged_rows:
        said.append(Counts().too_wide(description.ragged_rows))
    if not description.rows:
        said.append(QCoreApplication.translate("ReadingPage", "There are no rows below the titles."))
    return " ".join(said)
