"""The guarded reader process: it can be stopped, and whatever happens to it the program lives on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from cims_desktop.domain.errors import Cancelled, UnreadableFile
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.exchange.reading import ReadOptions, describe, guard, read_rows
from cims_desktop.exchange.reading.child import READER_FLAG
from cims_desktop.exchange.reading.limits import MEBIBYTE, Limits, limits_for
from cims_desktop.exchange.reading.wire import (
    BadMessage,
    decode,
    encode,
    pack_options,
    unpack_description,
    unpack_rows,
)
from tests.unit.exchange.tables import text_file

ROOT = Path(__file__).resolve().parents[3]
HEADERED = ReadOptions(encoding="utf-8", delimiter=",", quote='"', escape="", header=True, skip_rows=0)


def _big(folder: Path) -> Path:
    return text_file(folder, "id,name,email\n" + "1,Ada Lovelace,ada@example.com\n" * 200_000)


def _reader_that_runs(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replaces the reader by a process that runs `script`."""

    @contextmanager
    def fake() -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]]:
        process = subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process, process.stdin, process.stdout
        finally:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()

    monkeypatch.setattr(guard, "_reader", fake)


def _code(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        list(guard.messages("rows", path, HEADERED, Task(), limits))
    return refused.value.code


def test_reading_reports_its_progress(tmp_path: Path) -> None:
    heard: list[Progress] = []
    path = _big(tmp_path)

    count = sum(1 for _ in read_rows(path, HEADERED, Task(report=heard.append)))

    assert count == 200_000
    assert heard[-1].stage == "read"
    assert 0 < heard[0].done <= heard[-1].done <= (heard[-1].total or 0) == path.stat().st_size


def test_cancel_stops_the_reader_within_a_second(tmp_path: Path) -> None:
    path = _big(tmp_path)
    started = time.monotonic()

    with pytest.raises(Cancelled):
        describe(path, task=Task(cancelled=lambda: True))

    assert time.monotonic() - started < 1


def test_cancel_in_the_middle_stops_the_stream(tmp_path: Path) -> None:
    seen: list[int] = []
    stream = read_rows(_big(tmp_path), HEADERED, Task(cancelled=lambda: len(seen) > 5000))

    with pytest.raises(Cancelled):
        seen.extend(row.number for row in stream)

    assert 5000 < len(seen) < 200_000


def test_a_consumer_that_stops_early_leaves_no_process(tmp_path: Path) -> None:
    stream = guard.messages("rows", _big(tmp_path), HEADERED, Task())

    next(stream)
    stream.close()

    assert list(stream) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the address space is limited on Linux only")
def test_a_reader_without_memory_ends_in_a_known_fault(tmp_path: Path) -> None:
    path = text_file(tmp_path, "id,text\n1," + "x" * 3_000_000 + "\n")

    assert _code(path, Limits(24 * MEBIBYTE, 8.0)) in {"too_big_inside", "reader_failed"}


def test_a_silent_reader_is_killed_after_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _reader_that_runs("import time; time.sleep(60)", monkeypatch)
    path = text_file(tmp_path, "a,b\n1,2\n")
    started = time.monotonic()

    assert _code(path, Limits(64 * MEBIBYTE, 0.3)) == "took_too_long"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "script",
    [
        "print('hello')",
        "print('[1, 2]')",
        "print('[' * 100000)",
        "raise SystemExit(7)",
    ],
)
def test_nonsense_from_the_reader_is_never_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    _reader_that_runs(script, monkeypatch)

    assert _code(text_file(tmp_path, "a,b\n1,2\n")) == "reader_failed"


def test_a_reader_that_crashes_is_a_known_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _reader_that_runs("import os; os.abort()", monkeypatch)

    assert _code(text_file(tmp_path, "a,b\n1,2\n")) == "too_big_inside"


@pytest.mark.parametrize(
    "line",
    [
        b'{"kind":"rows","numbers":[1],"rows":[]}',
        b'{"kind":"rows","numbers":[1],"rows":[[{"x":1}]]}',
        b'{"kind":"rows","numbers":[1],"rows":[[{"d":"not a day"}]]}',
    ],
)
def test_rows_of_the_wrong_shape_are_refused(line: bytes) -> None:
    with pytest.raises(BadMessage):
        unpack_rows(decode(line))


def test_the_reader_may_not_write_or_start_programs() -> None:
    script = (
        f"import sys; sys.path[:] = {[entry or str(Path.cwd()) for entry in sys.path]!r}\n"
        "from cims_desktop.exchange.reading.limits import Limits, confine\n"
        "import subprocess, socket\n"
        "confine(Limits(2**31, 10))\n"
        "refused = 0\n"
        "acts = [lambda: open('x', 'w'), lambda: subprocess.Popen(['true'])]\n"
        "acts.append(lambda: socket.getaddrinfo('localhost', 80))\n"
        "for act in acts:\n"
        "    try: act()\n"
        "    except PermissionError: refused += 1\n"
        "print(refused)\n"
    )

    answer = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "3"


def test_the_program_itself_serves_as_the_reader_when_it_is_frozen(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Name,Email\nAda,ada@example.com\n")
    limits = limits_for(path.stat().st_size)
    request = encode(
        {
            "kind": "describe",
            "path": str(path),
            "options": pack_options(ReadOptions()),
            "memory": limits.memory,
            "seconds": limits.seconds,
        }
    )

    answer = subprocess.run(
        [sys.executable, "-m", "cims_desktop", READER_FLAG],
        input=request,
        capture_output=True,
        check=True,
        cwd=ROOT,
    )

    messages = [decode(line) for line in answer.stdout.splitlines()]
    assert [message["kind"] for message in messages] == ["description", "end"]
    assert unpack_description(messages[0]).headers == ("Name", "Email")


def test_a_small_file_gets_little_and_a_large_one_what_it_needs() -> None:
    small, large = limits_for(2_000), limits_for(200 * MEBIBYTE)

    assert small.memory <= 500 * 1_000_000 * 1.01
    assert small.seconds < 10
    assert large.memory > 4 * 1024 * MEBIBYTE
