"""Every fault of a foreign file and every problem of a row in words, with the way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.errors import CimsError, Problem, UnreadableFile
from cims_desktop.gui.problems import PROBLEMS
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import fault_sentence, kind_word, problem_sentence, status_word, tier_word

_SAVE_ANEW = QT_TRANSLATE_NOOP(
    "import", "Open it in Excel or the program it comes from, save it as .xlsx or .csv, and choose that file."
)
_GET_ANEW = QT_TRANSLATE_NOOP(
    "import", "Get the file again from where it comes from, or save it anew, then choose it again."
)

UNREADABLE: dict[str, tuple[str, str]] = {
    "empty": (
        QT_TRANSLATE_NOOP("import", "There is nothing in this file."),
        QT_TRANSLATE_NOOP("import", "Check that it was saved with its rows, or choose another sheet or file."),
    ),
    "file_missing": (
        QT_TRANSLATE_NOOP("import", "The file is not there any more."),
        QT_TRANSLATE_NOOP("import", "Was it moved or renamed, or is a drive not connected? Choose it again."),
    ),
    "not_a_file": (
        QT_TRANSLATE_NOOP("import", "This is a folder, not a file."),
        QT_TRANSLATE_NOOP("import", "Open the folder and choose a file in it."),
    ),
    "no_access": (
        QT_TRANSLATE_NOOP("import", "You have no right to read this file, or another program keeps it locked."),
        QT_TRANSLATE_NOOP("import", "Close it in Excel, or copy it into a folder of yours, and choose the copy."),
    ),
    "unreadable": (
        QT_TRANSLATE_NOOP("import", "The disk does not give this file away."),
        QT_TRANSLATE_NOOP("import", "Copy it to this computer first, then choose the copy."),
    ),
    "damaged": (QT_TRANSLATE_NOOP("import", "This file is damaged or was not saved completely."), _GET_ANEW),
    "password_protected": (
        QT_TRANSLATE_NOOP("import", "This file is protected with a password."),
        QT_TRANSLATE_NOOP("import", "Open it in Excel, save a copy without a password, and choose the copy."),
    ),
    "too_many_columns": (
        QT_TRANSLATE_NOOP("import", "This table has more than {limit} columns."),
        QT_TRANSLATE_NOOP("import", "Delete the columns that you don't need, save the file and choose it again."),
    ),
    "not_a_table": (QT_TRANSLATE_NOOP("import", "This is {what}, not a table."), _SAVE_ANEW),
    "not_supported_yet": (
        QT_TRANSLATE_NOOP("import", "This is {what}, which can't be imported yet."),
        QT_TRANSLATE_NOOP("import", "Save or export it as .csv or .xlsx in the program it comes from."),
    ),
    "html_not_spreadsheet": (
        QT_TRANSLATE_NOOP("import", "This is a web page that only calls itself a spreadsheet."), _SAVE_ANEW,
    ),
    "no_sheets": (QT_TRANSLATE_NOOP("import", "There is no sheet with cells in this workbook."), _SAVE_ANEW),
    "sheet_missing": (
        QT_TRANSLATE_NOOP("import", "The sheet “{sheet}” is not in this workbook any more."),
        QT_TRANSLATE_NOOP("import", "Choose another sheet."),
    ),
    "not_text": (
        QT_TRANSLATE_NOOP("import", "This can't be read as text with this encoding."),
        QT_TRANSLATE_NOOP("import", "Choose another encoding; if none fits, save the file anew as .xlsx."),
    ),
    "unknown_encoding": (
        QT_TRANSLATE_NOOP("import", "The encoding {encoding} is not known."),
        QT_TRANSLATE_NOOP("import", "Choose another one, or leave it on Automatic."),
    ),
    "cell_too_long": (
        QT_TRANSLATE_NOOP("import", "A cell has more than {limit} characters; a quotation mark may not be closed."),
        QT_TRANSLATE_NOOP("import", "Choose another separator, or look for a stray quotation mark in the file."),
    ),
    "cells_far_apart": (
        QT_TRANSLATE_NOOP("import", "A cell stands far below all others, in row {row}."),
        QT_TRANSLATE_NOOP("import", "Delete the empty rows and columns in Excel, save the file and choose it again."),
    ),
    "expands_too_much": (
        QT_TRANSLATE_NOOP("import", "Unpacked, this file is {megabytes} MB large; that is not a usual spreadsheet."),
        QT_TRANSLATE_NOOP("import", "Split it into several files, or save it as .csv."),
    ),
    "xml_entities": (
        QT_TRANSLATE_NOOP("import", "This workbook contains instructions that no spreadsheet program writes."),
        QT_TRANSLATE_NOOP("import", "Don't trust it. Ask whoever sent it for a fresh export."),
    ),
    "too_big_inside": (
        QT_TRANSLATE_NOOP("import", "Reading this file takes more memory than is allowed for safety."),
        QT_TRANSLATE_NOOP("import", "Split it into several files, or save it as .csv."),
    ),
    "took_too_long": (
        QT_TRANSLATE_NOOP("import", "Reading this file takes too long; it was stopped."),
        QT_TRANSLATE_NOOP("import", "Split it into several files, or save it as .csv."),
    ),
    "reader_failed": (QT_TRANSLATE_NOOP("import", "This file could not be read."), _SAVE_ANEW),
}  # fmt: skip

WHATS: dict[str, str] = {
    "pdf": QT_TRANSLATE_NOOP("import", "a PDF document"),
    "picture": QT_TRANSLATE_NOOP("import", "a picture"),
    "archive": QT_TRANSLATE_NOOP("import", "a packed archive"),
    "program": QT_TRANSLATE_NOOP("import", "a program"),
    "database": QT_TRANSLATE_NOOP("import", "a database"),
    "document": QT_TRANSLATE_NOOP("import", "a text document"),
    "vcard": QT_TRANSLATE_NOOP("import", "an address book file (vCard)"),
    "calendar": QT_TRANSLATE_NOOP("import", "a calendar file"),
    "ldif": QT_TRANSLATE_NOOP("import", "a directory export (LDIF)"),
    "xml": QT_TRANSLATE_NOOP("import", "an XML file"),
}

ROW_PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("import", "This is needed in every row, and it is empty."),
    "not_a_date": QT_TRANSLATE_NOOP("import", "This is not a date that exists."),
    "date_order": QT_TRANSLATE_NOOP("import", "It is not clear which number is the day and which the month."),
    "not_a_number": QT_TRANSLATE_NOOP("import", "This is not a number."),
    "not_a_whole_number": QT_TRANSLATE_NOOP("import", "This must be a whole number."),
    "not_a_choice": QT_TRANSLATE_NOOP("import", "This word is none of the choices of this field."),
    "digits_lost": QT_TRANSLATE_NOOP(
        "import",
        "Excel has turned this number into 1.38E+10 and lost digits. Format the column as text there.",
    ),
    "more_cells_than_titles": QT_TRANSLATE_NOOP(
        "import", "This row has more cells than there are titles; a separator may stand inside a text."
    ),
    "customer_missing": QT_TRANSLATE_NOOP("import", "The row does not say whose purchase it is."),
    "customer_unknown": QT_TRANSLATE_NOOP("import", "There is no such customer in the office."),
    "customer_by_name": QT_TRANSLATE_NOOP(
        "import", "A name alone does not say who it is. Give the customer number or the external ID."
    ),
    "purchase_incomplete": QT_TRANSLATE_NOOP(
        "import", "Another line of this purchase was refused, so all of the purchase is left out."
    ),
    "ambiguous": QT_TRANSLATE_NOOP("import", "Several customers match this row. Give the customer number."),
    "taken": QT_TRANSLATE_NOOP("import", "Another customer has this number already."),
    "number_in_bin": QT_TRANSLATE_NOOP(
        "import", "A customer in the bin has this number. Restore that one first."
    ),
    "gone": QT_TRANSLATE_NOOP("import", "This customer was deleted while the file was checked. Check again."),
    "not_a_currency": QT_TRANSLATE_NOOP("import", "A currency has three letters, such as CNY or EUR."),
    "not_a_phone": QT_TRANSLATE_NOOP("import", "This does not look like a phone number."),
    "not_an_email": QT_TRANSLATE_NOOP("import", "This does not look like an e-mail address."),
    "in_future": QT_TRANSLATE_NOOP("import", "This date is still to come."),
    "too_early": QT_TRANSLATE_NOOP("import", "This date is too long ago."),
    "out_of_range": QT_TRANSLATE_NOOP("import", "This value is too large, too small or zero."),
    "too_long": QT_TRANSLATE_NOOP("import", "This is too long: at most {limit} characters."),
}
"""Sentences that fit a row of a file; codes that are not here have those of the forms."""


CHOICES: dict[str, Callable[[], list[str]]] = {
    "tier": lambda: [tier_word(each) for each in Tier],
    "status": lambda: [status_word(each) for each in CustomerStatus],
    "kind": lambda: [kind_word(each) for each in CustomerKind],
}
"""The words that a field knows; others have none to list."""


def word(source: str) -> str:
    """A source text of these tables in the language of the window."""
    return QCoreApplication.translate("import", source) if source else ""


def file_fault(error: CimsError) -> tuple[str, str]:
    """What is wrong with a foreign file, and the way out; other faults as everywhere."""
    if not isinstance(error, UnreadableFile):
        return fault_sentence(error)
    sentence, way_out = UNREADABLE.get(error.code, UNREADABLE["reader_failed"])
    params = dict(error.params)
    if "what" in params:
        params["what"] = word(WHATS.get(str(params["what"]), WHATS["document"]))
    return _filled(word(sentence), params), _filled(word(way_out), params)


def row_problem(problem: Problem) -> str:
    """Why a row was refused."""
    source = ROW_PROBLEMS.get(problem.code)
    known = CHOICES.get(str(problem.params.get("field", ""))) if problem.code == "not_a_choice" else None
    if known is not None:
        words = ", ".join(filter(None, known()))
        return QCoreApplication.translate("import", "This word is not known here. Known are: %1.").replace(
            "%1", words
        )
    if source is not None:
        return _filled(word(source), dict(problem.params))
    if problem.code in PROBLEMS:
        return problem_sentence(problem)
    return QCoreApplication.translate("import", "This can't be imported (%1).").replace("%1", problem.code)


def _filled(text: str, params: dict[str, object]) -> str:
    for name, value in params.items():
        shown = f"{value:,}" if isinstance(value, int) else str(value)
        text = text.replace("{" + name + "}", shown)
    return text
