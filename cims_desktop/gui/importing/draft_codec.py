"""An import in the making as a draft's payload (plain JSON values) and back. The file itself stays where it is."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.mapping import ColumnMapping
from cims_desktop.exchange.reading import ReadOptions
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.services.importing import MatchKey, OnMatch

FORM = "import"


def payload_of(draft: ImportDraft) -> dict[str, object] | None:
    """What was chosen; None before there is a file."""
    if draft.path is None:
        return None
    mapping = draft.mapping
    return {
        "path": str(draft.path), "kind": draft.kind.value, "chosen": asdict(draft.chosen),
        "answers": dict(draft.answers), "match": [key.value for key in draft.match],
        "on_match": draft.on_match.value, "create_customers": draft.create_customers,
        "columns": [asdict(each) for each in mapping.columns] if mapping else [],
        "constants": [list(each) for each in mapping.constants] if mapping else [],
    }  # fmt: skip


def path_of(payload: AnyMapping[str, Any]) -> Path:
    """The file of a draft."""
    return Path(str(payload["path"]))


def options_of(payload: AnyMapping[str, Any]) -> ReadOptions:
    """How the person said that it is to be read."""
    chosen = dict(payload["chosen"])
    return ReadOptions(**chosen | {"sheets": tuple(chosen["sheets"])})


def kind_of(payload: AnyMapping[str, Any]) -> ImportKind:
    """What its rows stand for."""
    return ImportKind(payload["kind"])


def take_choices(draft: ImportDraft, payload: AnyMapping[str, Any]) -> None:
    """Puts the choices in force, once the file was read. Columns that it no longer has go nowhere."""
    draft.chosen = options_of(payload)
    draft.match = tuple(MatchKey(key) for key in payload["match"])
    draft.on_match = OnMatch(payload["on_match"])
    draft.create_customers = bool(payload["create_customers"])
    draft.answers = dict(payload["answers"])
    if draft.mapping is None or draft.description is None:
        return
    count = len(draft.description.columns)
    columns = tuple(ColumnMapping(**each) for each in payload["columns"] if each["column"] < count)
    constants = tuple((str(field), str(text)) for field, text in payload["constants"])
    draft.take_mapping(replace(draft.mapping, columns=columns, constants=constants))
