"""Puts together what an export of one person holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cims_desktop.domain.audit import ActKind
from cims_desktop.exchange.writing.person import file_name
from cims_desktop.exchange.writing.person_html import INTERNAL
from cims_desktop.storage import person_rows
from cims_desktop.storage import sensitive as secrets
from cims_desktop.storage.engine import Connection

_FIXED = ("title", "lang", "yes", "no", "column.value", "column.file", "column.at", "column.by", "column.changes",
          "column.table", "column.detail", "column.before", "column.after")  # fmt: skip


@dataclass(frozen=True)
class PersonExport:
    """A finished export: its folder, the page in it, the JSON, and the files that were kept with the person."""

    folder: Path
    html: Path
    json: Path
    files: tuple[Path, ...]
    ledger: int


def person_word_keys() -> tuple[str, ...]:
    """Every key of `words` for which an export may ask; one without a word is shown in plain English."""
    keys = dict.fromkeys(_FIXED)
    for table in person_rows.exported_tables():
        for each in (table, *person_rows.parts_of(table)):
            keys[f"section.{each.name}"] = None
            columns = (name for name in person_rows.columns_of(each) if name not in INTERNAL)
            keys |= dict.fromkeys(f"column.{name}" for name in columns)
            keys |= dict.fromkeys(f"column.{part.name}" for part in person_rows.parts_of(each))
            keys |= dict.fromkeys(f"value.{word}" for word in person_rows.words_of(each))
    for section in (person_rows.PROCESSING, person_rows.EXPORTS):
        keys[f"section.{section}"] = None
    return (
        *keys,
        *(f"value.kind.{kind.value}" for kind in ActKind if f"value.kind.{kind.value}" not in keys),
    )


def gathered(
    connection: Connection, ids: Sequence[int], revealed: Callable[[secrets.Secret], str] | None
) -> dict[str, Any]:
    """All sections; sensitive fields without their values unless `revealed` gives them."""
    found = person_rows.everything_of(connection, ids)
    for row, (key, name) in zip(found["attachment"], person_rows.files_of(connection, ids), strict=True):
        row["file"] = f"files/{file_name(key, name)}"
    if revealed is not None:
        for row, secret in zip(found["secret_value"], secrets.all_of(connection, ids), strict=True):
            row["value"] = revealed(secret)
    return found


def files(connection: Connection, ids: Sequence[int]) -> Iterable[tuple[str, Iterable[bytes]]]:
    """The person's files by their names in the export."""
    for key, name in person_rows.files_of(connection, ids):
        yield file_name(key, name), person_rows.content_of(connection, key)
