"""Runs the reader process: sends the request, watches time and memory, and kills it when it must.

Frozen programs start themselves with a hidden argument; everything else starts the interpreter isolated
(``-I``: no environment variables, no current folder) with this program's own module path.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from cims_desktop.domain.errors import Cancelled, UnreadableFile
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.reading.limits import Limits, limits_for
from cims_desktop.exchange.reading.model import ReadOptions
from cims_desktop.exchange.reading.wire import (
    LONGEST_MESSAGE,
    BadMessage,
    Message,
    decode,
    encode,
    pack_options,
)

_TICK = 0.05
_BOOTSTRAP = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from cims_desktop.exchange.reading.child import main; raise SystemExit(main())"
)


def messages(
    kind: str, path: Path, options: ReadOptions, task: Task, limits: Limits | None = None
) -> Iterator[Message]:
    """The reader's messages until its end. `kind` is describe or rows.

    Raises UnreadableFile (with the reader's code, or took_too_long, too_big_inside, reader_failed) and
    Cancelled.
    Closing the generator kills the reader.
    """
    limits = limits or limits_for(_size(path))
    with _reader() as (process, source, output), _watched(process, limits, task) as watch:
        request: Message = {
            "kind": kind,
            "path": str(path.absolute()),
            "options": pack_options(options),
            "memory": limits.memory,
            "seconds": limits.seconds,
        }
        _send(source, request)
        while True:
            watch.waiting_since = time.monotonic()
            line = output.readline(LONGEST_MESSAGE)
            watch.waiting_since = None
            watch.raise_reason()
            if not line.endswith(b"\n"):
                raise _death(process, line)
            message = _decoded(line)
            if message["kind"] == "end":
                return
            yield _checked(message)


def _send(source: IO[bytes], request: Message) -> None:
    try:
        source.write(encode(request))
        source.close()
    except OSError:
        return  # it died at once: its status says why


def _checked(message: Message) -> Message:
    if message["kind"] == "fault":
        raise UnreadableFile(str(message.get("code")), **_safe_params(message.get("params")))
    if message["kind"] == "bug":
        raise UnreadableFile(
            "reader_failed", error=str(message.get("error")), where=str(message.get("where"))
        )
    return message


def _safe_params(params: object) -> dict[str, object]:
    """Names and plain values of a fault, as the reader tells them; no name may clash with the fault's own."""
    if not isinstance(params, dict):
        return {}
    return {
        name: value
        for name, value in params.items()
        if name not in ("self", "code") and isinstance(value, (str, int, float))
    }


def _decoded(line: bytes) -> Message:
    try:
        return decode(line)
    except BadMessage as error:
        raise UnreadableFile("reader_failed", error="BadMessage") from error


def _death(process: subprocess.Popen[bytes], line: bytes) -> UnreadableFile:
    """Why the reader ended without its last word: the operating system or its allocator stopped it."""
    if len(line) >= LONGEST_MESSAGE:
        return UnreadableFile("too_big_inside")
    status = process.wait(timeout=10)
    cpu_time = {-24, 24 + 128}  # SIGXCPU
    killed = {-6, -9, -11, 134, 137, 139, 3, 0xC0000409, 0xC0000017, 0xC000012D, 1816}
    if status in cpu_time:
        return UnreadableFile("took_too_long")
    if status in killed or status < 0:
        return UnreadableFile("too_big_inside")
    return UnreadableFile("reader_failed", error=f"status {status}")


@contextmanager
def _reader() -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
    """The process, its standard input and output; it is dead when the block is left."""
    from cims_desktop.exchange.reading.child import READER_FLAG

    if getattr(sys, "frozen", False):
        command = [sys.executable, READER_FLAG]
    else:
        import json

        paths = [str(Path(entry).absolute()) for entry in sys.path]
        command = [sys.executable, "-I", "-c", _BOOTSTRAP, json.dumps(paths)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=1024 * 1024,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("pipes were asked for")
    try:
        yield process, process.stdin, process.stdout
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        with suppress(OSError):  # unsent bytes for a reader that is gone
            process.stdin.close()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class _Watch:
    """Ends the reader on cancel, after too long a silence, or (macOS) when it takes too much memory."""

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits, task: Task) -> None:
        self.waiting_since: float | None = time.monotonic()
        self.reason: Exception | None = None
        self.done = threading.Event()
        self._process, self._limits, self._task = process, limits, task

    def run(self) -> None:
        ticks = 0
        while not self.done.wait(_TICK):
            ticks += 1
            self.reason = self._verdict(ticks)
            if self.reason is not None:
                self._process.kill()
                return

    def raise_reason(self) -> None:
        """Raises what made the watch end the reader."""
        if self.reason is not None:
            raise self.reason
        if self._task.cancelled():
            raise Cancelled

    def _verdict(self, ticks: int) -> Exception | None:
        if self._task.cancelled():
            return Cancelled()
        since = self.waiting_since
        if since is not None and time.monotonic() - since > self._limits.seconds:
            return UnreadableFile("took_too_long", seconds=round(self._limits.seconds))
        if sys.platform == "darwin" and ticks % 5 == 0 and resident(self._process.pid) > self._limits.memory:
            return UnreadableFile("too_big_inside")
        return None


@contextmanager
def _watched(process: subprocess.Popen[bytes], limits: Limits, task: Task) -> Iterator[_Watch]:
    watch = _Watch(process, limits, task)
    thread = threading.Thread(target=watch.run, name="reader-watch", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.done.set()
        thread.join()


def resident(pid: int) -> int:
    """The memory that a process holds now, in bytes, by the system's ``ps`` (0 when it is gone)."""
    answer = subprocess.run(
        ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return int(answer.stdout.strip() or 0) * 1024
