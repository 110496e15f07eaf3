"""The scratch file between the two phases: unreadable, and never left behind."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from cims_desktop.services.importing.stage import scratch_file
from cims_desktop.services.pace import Pace
from cims_desktop.storage.staging import KeyTable, ScratchFile, StagedEntries, sweep
from tests.unit.importing.support import Desk, Watching

SECRET = "Ada Lovelace of Marylebone"


def bytes_of(file: ScratchFile) -> bytes:
    """What the disk holds of an open scratch file, also when it has no name any more."""
    found = []
    for link in list(Path("/proc/self/fd").iterdir()):
        with contextlib.suppress(FileNotFoundError):  # the listing's own handle
            if file.path.name in str(link.readlink()):
                found.append(link)
    return b"".join(link.read_bytes() for link in found)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_nothing_staged_can_be_read_from_the_disk(tmp_path: Path) -> None:
    with scratch_file(tmp_path) as file:
        entries = StagedEntries(file)
        with file.batch():
            entries.write([(at, 0, 1, 1, 0, SECRET, SECRET, "") for at in range(1, 5000)])

        content = bytes_of(file)

        assert len(content) > 4096
        assert SECRET.encode() not in content
        assert not content.startswith(b"SQLite format 3")
        assert entries.read(4999)[5] == SECRET


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the name of an open file")
def test_the_scratch_file_has_no_name_while_it_is_used(tmp_path: Path) -> None:
    with ScratchFile(tmp_path, ("CREATE TABLE t(x)",)) as file:
        file.many("INSERT INTO t VALUES(?)", [(SECRET,)] * 10)

        assert list(tmp_path.iterdir()) == []
        assert file.one("SELECT count(*) FROM t") == (10,)


@pytest.mark.skipif(sys.platform == "win32", reason="file modes")
def test_the_scratch_file_is_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    unlink = Path.unlink

    def watching(self: Path, missing_ok: bool = False) -> None:
        if self.exists():
            modes.append(stat.S_IMODE(self.stat().st_mode))
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", watching)
    ScratchFile(tmp_path, ()).close()

    assert modes == [0o600]


def test_leftovers_of_a_crash_are_swept_and_fresh_files_are_not(tmp_path: Path) -> None:
    old, fresh, other = (tmp_path / name for name in (".cims-import-1.tmp", ".cims-import-2.tmp", "a.tmp"))
    for path in (old, fresh, other):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 3600, time.time() - 3600))

    sweep(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [fresh.name, other.name]


def test_an_import_leaves_no_plain_text_beside_the_office(desk: Desk) -> None:
    plan = desk.plan(desk.file("number,name", f"K1,{SECRET}", "K2,"))
    plan.path.rename(desk.folder.parent / "elsewhere.csv")
    moved = desk.folder.parent / "elsewhere.csv"

    desk.office.importing.run(type(plan)(moved, plan.kind, plan.mapping, plan.options), by=desk.office.user)

    for path in desk.folder.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path
    moved.unlink()


def test_keys_of_thousands_of_rows_are_found_again(tmp_path: Path) -> None:
    with scratch_file(tmp_path) as file:
        table = KeyTable(file)
        table.put({hash(("k", at)): -at for at in range(1, 3001)})

        found = table.find([hash(("k", at)) for at in range(2500, 3501)])

        assert sorted(found.values()) == list(range(-3000, -2499))


def test_transactions_get_smaller_when_they_take_long_and_grow_when_they_do_not() -> None:
    ticks = iter([0.0, 0.5, 1.0, 1.001])
    pace = Pace(1000, clock=lambda: next(ticks))

    with pace.transaction(1000):
        pass
    small = pace.size
    with pace.transaction(small):
        pass

    assert small == 200
    assert pace.size == 300
    assert pace.slowest == 0.5


def test_progress_is_told_by_stage(desk: Desk) -> None:
    watching = Watching()
    plan = desk.plan(desk.file("number,name", *[f"K{at},Name {at}" for at in range(1200)]))

    desk.office.importing.run(plan, watching.task(), by=desk.office.user)

    checked = [step.done for step in watching.seen if step.stage == "check"]
    applied = [(step.done, step.total) for step in watching.seen if step.stage == "apply"]
    assert checked == [500, 1000, 1200]
    assert applied[0] == (0, 1200)
    assert applied[-1] == (1200, 1200)
