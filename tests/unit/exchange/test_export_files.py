"""Exports are customers in plain text: one that was killed leaves nothing for long, and long names can be written."""

from __future__ import annotations

import os
import time
from pathlib import Path

from cims_desktop.exchange.writing.files import complete_or_nothing


def write(path: Path) -> None:
    with complete_or_nothing(path) as temporary:
        temporary.write_text("Ada", encoding="utf-8")


def test_what_a_killed_export_left_is_taken_away_by_the_next_one(tmp_path: Path) -> None:
    writing = complete_or_nothing(tmp_path / "killed.xlsx")
    leftover = writing.__enter__()
    old = time.time() - 7200
    os.utime(leftover, (old, old))

    write(tmp_path / "next.xlsx")

    assert [path.name for path in tmp_path.iterdir()] == ["next.xlsx"]


def test_an_export_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    with complete_or_nothing(tmp_path / "one.xlsx") as temporary:
        temporary.write_text("Ada", encoding="utf-8")
        write(tmp_path / "two.xlsx")

    assert {path.name for path in tmp_path.iterdir()} == {"one.xlsx", "two.xlsx"}


def test_a_chinese_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("客" * 83 + ".xlsx")

    write(path)

    assert path.read_text(encoding="utf-8") == "Ada"
