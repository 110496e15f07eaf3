"""Words for how a file is read: formats, encodings, separators, dates, stages of the work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.exchange.reading import WHITESPACE, DateOrder, DecimalMark, TableFormat
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

FORMATS: dict[TableFormat, str] = {
    TableFormat.CSV: QT_TRANSLATE_NOOP("import_reading", "Text table (CSV)"),
    TableFormat.XLSX: QT_TRANSLATE_NOOP("import_reading", "Excel workbook"),
    TableFormat.XLSB: QT_TRANSLATE_NOOP("import_reading", "Excel binary workbook"),
    TableFormat.XLS: QT_TRANSLATE_NOOP("import_reading", "Old Excel workbook"),
    TableFormat.ODS: QT_TRANSLATE_NOOP("import_reading", "OpenDocument spreadsheet"),
}
ENCODINGS: dict[str, str] = {
    "utf-8": "UTF-8",
    "utf-8-sig": QT_TRANSLATE_NOOP("import_reading", "UTF-8 with mark"),
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": QT_TRANSLATE_NOOP("import_reading", "Chinese (GBK)"),
    "big5hkscs": QT_TRANSLATE_NOOP("import_reading", "Chinese (Big5)"),
    "cp932": QT_TRANSLATE_NOOP("import_reading", "Japanese (Shift-JIS)"),
    "cp949": QT_TRANSLATE_NOOP("import_reading", "Korean (EUC-KR)"),
    "cp1252": QT_TRANSLATE_NOOP("import_reading", "Western (1252)"),
    "cp1250": QT_TRANSLATE_NOOP("import_reading", "Central European (1250)"),
    "cp1251": QT_TRANSLATE_NOOP("import_reading", "Cyrillic (1251)"),
    "cp1253": QT_TRANSLATE_NOOP("import_reading", "Greek (1253)"),
    "cp1254": QT_TRANSLATE_NOOP("import_reading", "Turkish (1254)"),
}
DELIMITERS: dict[str, str] = {
    ",": QT_TRANSLATE_NOOP("import_reading", "Comma ,"),
    ";": QT_TRANSLATE_NOOP("import_reading", "Semicolon ;"),
    "\t": QT_TRANSLATE_NOOP("import_reading", "Tab"),
    "|": QT_TRANSLATE_NOOP("import_reading", "Bar |"),
    "，": QT_TRANSLATE_NOOP("import_reading", "Chinese comma ，"),
    "^": "^",
    "~": "~",
    ":": QT_TRANSLATE_NOOP("import_reading", "Colon :"),
    WHITESPACE: QT_TRANSLATE_NOOP("import_reading", "Spaces"),
}
ORDERS: dict[DateOrder, str] = {
    DateOrder.YMD: QT_TRANSLATE_NOOP("import_reading", "Year, month, day"),
    DateOrder.DMY: QT_TRANSLATE_NOOP("import_reading", "Day, month, year"),
    DateOrder.MDY: QT_TRANSLATE_NOOP("import_reading", "Month, day, year"),
}
MARKS: dict[DecimalMark, str] = {
    DecimalMark.POINT: QT_TRANSLATE_NOOP("import_reading", "Point: 1,234.50"),
    DecimalMark.COMMA: QT_TRANSLATE_NOOP("import_reading", "Comma: 1.234,50"),
}
UNCLEAR = QT_TRANSLATE_NOOP("import_reading", "Not clear – asked next")
NONE_THERE = QT_TRANSLATE_NOOP("import_reading", "None in this file")
AUTOMATIC = QT_TRANSLATE_NOOP("import_reading", "Auto: %1")

STAGES: dict[str, str] = {
    "describe": QT_TRANSLATE_NOOP("import_reading", "Reading the file"),
    "read": QT_TRANSLATE_NOOP("import_reading", "Reading the rows"),
    "check": QT_TRANSLATE_NOOP("import_reading", "Checking the rows"),
    "validate": QT_TRANSLATE_NOOP("import_reading", "Checking the rows"),
    "stage": QT_TRANSLATE_NOOP("import_reading", "Checking the rows"),
    "match": QT_TRANSLATE_NOOP("import_reading", "Looking for customers that are there already"),
    "apply": QT_TRANSLATE_NOOP("import_reading", "Writing into the office"),
    "write": QT_TRANSLATE_NOOP("import_reading", "Writing into the office"),
    "index": QT_TRANSLATE_NOOP("import_reading", "Preparing the search"),
    "summaries": QT_TRANSLATE_NOOP("import_reading", "Working out the totals"),
    "undo": QT_TRANSLATE_NOOP("import_reading", "Taking back what was written"),
    "rejects": QT_TRANSLATE_NOOP("import_reading", "Saving the refused rows"),
}
WORKING = QT_TRANSLATE_NOOP("import_reading", "Working")


def reading_word(source: str) -> str:
    """A source text of these tables in the language of the window."""
    return QCoreApplication.translate("import_reading", source) if source else ""


def encoding_word(name: str) -> str:
    """An encoding as people know it; others by their own name."""
    return reading_word(ENCODINGS[name]) if name in ENCODINGS else name.upper()


def delimiter_word(sign: str) -> str:
    """What stands between the columns."""
    return reading_word(DELIMITERS[sign]) if sign in DELIMITERS else sign


def stage_word(stage: str) -> str:
    """What the program does now."""
    return reading_word(STAGES.get(stage, WORKING))


def automatic(found: str) -> str:
    """The choice that leaves it to the program, with what it found."""
    return reading_word(AUTOMATIC).replace("%1", found)
