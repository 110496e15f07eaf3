"""The messages between the guarded reader process and the program: JSON lines, never pickles.

A cell is a JSON string, number, boolean or null; a day is ``{"d": iso}`` and a date with time ``{"t": iso}``.
The reader is not trusted: everything here checks the shape of what it gets.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from cims_desktop.exchange.reading.model import (
    Cell,
    ColumnFacts,
    ColumnKind,
    DateOrder,
    DecimalMark,
    ReadOptions,
    SourceRow,
    TableDescription,
    TableFormat,
)

LONGEST_MESSAGE = 64 * 1024 * 1024
"""Bytes; a longer line from the reader means that it was taken over."""

Message = dict[str, Any]


class BadMessage(Exception):
    """The reader process sent something that is not one of its messages."""


def encode(message: Message) -> bytes:
    """One message as a line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def decode(line: bytes) -> Message:
    """The message of a line. Raises BadMessage."""
    try:
        message = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadMessage("not JSON") from error
    if not isinstance(message, dict) or not isinstance(message.get("kind"), str):
        raise BadMessage("not a message")
    return message


def _refuse_constant(word: str) -> object:
    """NaN and the infinities, which Python would read; no cell is one (`pack_cell`)."""
    raise ValueError(word)


def pack_cell(cell: Any) -> Any:
    """A cell as JSON can hold it."""
    if cell is None or isinstance(cell, (str, bool, int)):
        return cell
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    if isinstance(cell, datetime):
        return {"t": cell.isoformat()}
    if isinstance(cell, date):
        return {"d": cell.isoformat()}
    return str(cell)


def unpack_cell(packed: Any) -> Cell:
    """The cell of `pack_cell`. Raises BadMessage."""
    if packed is None or isinstance(packed, (str, bool, int, float)):
        return packed
    try:
        if isinstance(packed, dict) and "t" in packed:
            return datetime.fromisoformat(packed["t"])
        if isinstance(packed, dict) and "d" in packed:
            return date.fromisoformat(packed["d"])
    except (TypeError, ValueError) as error:
        raise BadMessage("not a date") from error
    raise BadMessage("not a cell")


def unpack_rows(message: Message) -> list[SourceRow]:
    """The rows of a ``rows`` message. Raises BadMessage."""
    numbers, rows, sheet = message.get("numbers"), message.get("rows"), message.get("sheet", "")
    if not isinstance(numbers, list) or not isinstance(rows, list) or len(numbers) != len(rows):
        raise BadMessage("not rows")
    if not isinstance(sheet, str) or any(type(number) is not int for number in numbers):
        raise BadMessage("not rows")
    if any(type(cells) is not list for cells in rows):
        raise BadMessage("not rows")
    if message.get("plain") is True:
        if any(set(map(type, cells)) - {str} for cells in rows):
            raise BadMessage("not text")
        return [SourceRow(number, tuple(cells), sheet) for number, cells in zip(numbers, rows, strict=True)]
    return [
        SourceRow(number, tuple([unpack_cell(cell) for cell in cells]), sheet)
        for number, cells in zip(numbers, rows, strict=True)
    ]


def pack_options(options: ReadOptions) -> Message:
    """Options as JSON."""
    return asdict(options)


def unpack_options(packed: Message) -> ReadOptions:
    """The options of `pack_options`. Raises BadMessage."""
    known = {entry.name for entry in fields(ReadOptions)}
    if not set(packed) <= known:
        raise BadMessage("not options")
    return ReadOptions(**{**packed, "sheets": tuple(packed.get("sheets", ()))})


def pack_description(description: TableDescription) -> Message:
    """A description as a message."""
    packed = asdict(description)
    packed["sample"] = [
        {"number": row.number, "cells": [pack_cell(cell) for cell in row.cells], "sheet": row.sheet}
        for row in description.sample
    ]
    return {"kind": "description", "description": packed}


def unpack_description(message: Message) -> TableDescription:
    """The description of `pack_description`. Raises BadMessage."""
    packed = message.get("description")
    try:
        if not isinstance(packed, dict):
            raise BadMessage("not a description")
        columns = tuple(
            ColumnFacts(
                str(column["header"]),
                int(column["filled"]),
                ColumnKind(column["kind"]),
                DateOrder(column["date_order"]),
                DecimalMark(column["decimal_mark"]),
            )
            for column in packed["columns"]
        )
        sample = tuple(
            SourceRow(
                int(row["number"]), tuple(unpack_cell(cell) for cell in row["cells"]), str(row["sheet"])
            )
            for row in packed["sample"]
        )
        return TableDescription(
            TableFormat(packed["format"]),
            unpack_options(packed["options"]),
            columns,
            int(packed["rows"]),
            sample,
            tuple(str(name) for name in packed["sheets"]),
            tuple(str(name) for name in packed["hidden_sheets"]),
            int(packed["replaced"]),
            int(packed["ragged_rows"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadMessage("not a description") from error
