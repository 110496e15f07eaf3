"""Every code that reading and importing can yield has a sentence of its own, and every field a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import cims_desktop
from cims_desktop.domain.errors import OfficeFault, Problem, UnreadableFile
from cims_desktop.domain.imports import FIELDS, ImportKind
from cims_desktop.gui.importing.draft import OFFERED
from cims_desktop.gui.importing.field_words import field_word, sections
from cims_desktop.gui.importing.reading_words import STAGES
from cims_desktop.gui.importing.words import ROW_PROBLEMS, UNREADABLE, WHATS, file_fault, row_problem
from cims_desktop.gui.problems import PROBLEMS

ROOT = Path(cims_desktop.__file__).parent
SOURCES = [*(ROOT / "exchange").rglob("*.py"), *(ROOT / "services" / "importing").rglob("*.py")]


def found(pattern: str, files: list[Path] = SOURCES) -> set[str]:
    return {code for file in files for code in re.findall(pattern, file.read_text(encoding="utf-8"))}


def test_every_reason_why_a_file_is_unreadable_has_words() -> None:
    codes = found(r'UnreadableFile\(\s*"(\w+)"')

    assert len(codes) > 15
    assert codes <= UNREADABLE.keys()


def test_every_kind_of_file_that_is_no_table_has_words() -> None:
    formats = [ROOT / "exchange" / "reading" / "formats.py"]
    kinds = found(r'what="(\w+)"', formats) | found(r'b"[^"]*", "(\w+)"\)', formats)

    assert {"pdf", "vcard"} <= kinds
    assert kinds <= WHATS.keys()


def test_every_problem_of_a_row_has_words() -> None:
    values = found(r'ValueError\("(\w+)"\)', [ROOT / "exchange" / "values.py"])
    codes = (
        values
        | {"digits_lost"}
        | found(r'Problem\([^"\n]*"[^"]*", "(\w+)"')
        | found(r'\.problem\("\w+", "(\w+)"')
    )
    codes |= found(r'Problem\([\w.]+, "(\w+)"')

    assert {"not_a_date", "customer_missing", "ambiguous"} <= codes
    # Not about a row: they refuse the whole call.
    assert codes - {"undone", "not_importable"} <= ROW_PROBLEMS.keys() | PROBLEMS.keys()


def test_every_stage_of_the_work_has_words() -> None:
    assert found(r'step\(\s*"(\w+)"') <= STAGES.keys() | {"export", "report"}


def test_what_a_fault_knows_stands_in_its_sentence(qapp: QApplication) -> None:
    assert file_fault(UnreadableFile("not_a_table", what="pdf"))[0] == "This is a PDF document, not a table."
    assert "4,194,304" in file_fault(UnreadableFile("cell_too_long", limit=4194304))[0]
    assert file_fault(UnreadableFile("reader_failed", error="X"))[0] == "This file could not be read."
    assert "disk" in file_fault(OfficeFault("disk_full"))[0]


def test_a_word_that_is_no_choice_names_the_choices(qapp: QApplication) -> None:
    sentence = row_problem(Problem("等级", "not_a_choice", "黄金", {"field": "tier"}))

    assert "Gold" in sentence
    assert "Silver" in sentence


@pytest.mark.parametrize("kind", OFFERED)
def test_every_field_is_offered_once_under_its_own_name(kind: ImportKind, qapp: QApplication) -> None:
    offered = [name for _title, entries in sections(kind) for name, _word in entries]
    words = [field_word(kind, name) for name in offered]

    assert sorted(offered) == sorted(entry.name for entry in FIELDS[kind])
    assert len(set(words)) == len(words)
    assert not any("_" in word for word in words)
