"""The guarded reader process: one request on standard input, messages on standard output, then the end.

Started by `guard` as ``python -I -c ...`` or, from a frozen program, as ``cims-desktop --reader-child``;
it imports neither Qt nor storage. It has nothing to lose: no key, no office, no right to write.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading.limits import Limits, confine
from cims_desktop.exchange.reading.wire import (
    Message,
    decode,
    encode,
    pack_cell,
    pack_description,
    unpack_options,
)

if TYPE_CHECKING:
    from cims_desktop.exchange.reading.describing import TableReader

READER_FLAG = "--reader-child"
"""The hidden argument of a frozen program: `__main__` calls `main` at once, before anything else is
imported.
"""

_BATCH = 1000
_LONGEST_REQUEST = 1024 * 1024


def main() -> int:
    """Serves the one request. Returns the process's exit status."""
    # Not sys.stdin: a frozen program without a console has none, but it has the pipe.
    with os.fdopen(0, "rb", closefd=False) as source:
        request = decode(source.readline(_LONGEST_REQUEST))
    out = _private_output()
    sys.excepthook = _Reporter(out)
    # Everything that reading needs is imported before the walls go up.
    from cims_desktop.exchange.reading.describing import TableReader

    _import_readers()
    confine(Limits(int(request["memory"]), float(request["seconds"])))
    path, options = Path(str(request["path"])), unpack_options(request["options"])

    def report(done: int, total: int | None) -> None:
        out.write(encode({"kind": "progress", "done": done, "total": total}))
        out.flush()

    try:
        table = TableReader(path, options, report)
        if request["kind"] == "describe":
            out.write(encode(pack_description(table.describe())))
        else:
            _send_rows(table, out)
    except UnreadableFile as fault:
        out.write(encode({"kind": "fault", "code": fault.code, "params": dict(fault.params)}))
    except MemoryError:
        out.write(encode({"kind": "fault", "code": "too_big_inside", "params": {}}))
    out.write(encode({"kind": "end"}))
    out.flush()
    os._exit(0)  # a spreadsheet in memory takes seconds to free in order


def _import_readers() -> None:
    import encodings.big5hkscs
    import encodings.cp932
    import encodings.cp949
    import encodings.gb18030  # noqa: F401

    import python_calamine  # noqa: F401


def _private_output() -> BinaryIO:
    """Standard output for messages only: whatever else prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb", buffering=256 * 1024)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return out


def _send_rows(table: TableReader, out: BinaryIO) -> None:
    plain = table.format.is_text
    numbers: list[int] = []
    rows: list[list[object]] = []
    sheet = ""

    def flush() -> None:
        message: Message = {"kind": "rows", "sheet": sheet, "plain": plain, "numbers": numbers, "rows": rows}
        out.write(encode(message))
        out.flush()
        numbers.clear()
        rows.clear()

    for row in table.rows():
        if row.sheet != sheet and numbers:
            flush()
        sheet = row.sheet
        numbers.append(row.number)
        rows.append(list(row.cells) if plain else [pack_cell(cell) for cell in row.cells])
        if len(numbers) >= _BATCH:
            flush()
    if numbers:
        flush()


class _Reporter:
    """The excepthook: names the place of a bug in the reader, never the text that it read."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def __call__(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        last = traceback.extract_tb(trace)[-1:] if trace else []
        where = f"{Path(last[0].filename).name}:{last[0].lineno}" if last else ""
        self._out.write(encode({"kind": "bug", "error": kind.__name__, "where": where}))
        self._out.flush()
