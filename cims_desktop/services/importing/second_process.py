"""A second process that judges every other chunk of rows: telephone numbers, mail addresses and search tokens take
most of an import's time, and one interpreter uses one processor only.

It is started as the file reader is (isolated, this program's own module path), gets rows and gives judged rows back
through pipes, and never opens a file. A frozen program, and a file that is small, do without it.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from cims_desktop.services.importing.judging import JudgeSettings, judge_customers
from cims_desktop.services.importing.rows import Chunk

_ALONE_FIRST = 6
"""Chunks that are judged here before a second process is worth its start."""

_BOOTSTRAP = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from cims_desktop.services.importing.second_process import main; main()"
)
_GONE = (EOFError, OSError, pickle.UnpicklingError)


def judge_with_help(
    settings: JudgeSettings, chunks: Iterator[Chunk]
) -> Iterator[tuple[Chunk, Sequence[object]]]:
    """Chunks with what became of their rows, in order; a long file is judged by two processes in turn."""
    for chunk in islice(chunks, _ALONE_FIRST):
        yield chunk, judge_customers(settings, chunk)
    ahead = next(chunks, None)
    if ahead is None:
        return
    helper = _Helper(settings)
    try:
        helper.send(ahead)
        while ahead is not None:
            mine = next(chunks, None)
            judged = judge_customers(settings, mine) if mine is not None else ()
            done, theirs = ahead, helper.receive(ahead)
            ahead = next(chunks, None)
            if ahead is not None:  # so that it works while these rows are matched and staged
                helper.send(ahead)
            yield done, theirs
            if mine is not None:
                yield mine, judged
    finally:
        helper.close()


class _Helper:
    """The second process, or this one where there is none (any more)."""

    def __init__(self, settings: JudgeSettings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        if getattr(sys, "frozen", False) or (os.cpu_count() or 1) < 2:
            return
        paths = [str(Path(entry or ".").absolute()) for entry in sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _BOOTSTRAP, json.dumps(paths)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=1024 * 1024,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        self._put(settings)

    def send(self, chunk: Chunk) -> None:
        """Gives it rows to judge."""
        self._put([(row.number, row.cells, row.sheet) for row in chunk])

    def receive(self, chunk: Chunk) -> Sequence[object]:
        """What became of the rows that were sent; judged here when the second process is gone."""
        if self._process is not None:
            assert self._process.stdout is not None
            try:
                judged: list[object] = pickle.load(self._process.stdout)  # noqa: S301 (our own process)
            except _GONE:
                self.close()
            else:
                return judged
        return judge_customers(self._settings, chunk)

    def close(self) -> None:
        """Ends it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
            self._process = None

    def _put(self, value: object) -> None:
        if self._process is not None:
            assert self._process.stdin is not None
            try:
                pickle.dump(value, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
                self._process.stdin.flush()
            except OSError:
                self.close()


def main() -> None:
    """The second process: settings first, then rows, until there are no more."""
    from cims_desktop.exchange.reading import SourceRow

    out = os.fdopen(os.dup(1), "wb", buffering=1024 * 1024)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # whatever else prints must not get between the answers
    given = sys.stdin.buffer
    with suppress(EOFError):
        settings: JudgeSettings = pickle.load(given)  # noqa: S301 (our own process)
        while True:
            rows = [SourceRow(*row) for row in pickle.load(given)]  # noqa: S301 (as above)
            pickle.dump(judge_customers(settings, rows), out, protocol=pickle.HIGHEST_PROTOCOL)
            out.flush()
