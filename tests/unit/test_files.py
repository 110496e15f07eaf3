"""Files that appear whole or not at all, private, with known faults."""

from __future__ import annotations

import contextlib
import errno
import multiprocessing
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.files import (
    AtomicFile,
    atomic_write_bytes,
    exclusive,
    fault_of,
    free_space,
    private_folder,
    update_file,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes or links")


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_written_file_holds_its_bytes_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    atomic_write_bytes(tmp_path / "a", b"first")
    atomic_write_bytes(tmp_path / "a", b"second")
    assert ((tmp_path / "a").read_bytes(), names(tmp_path)) == (b"second", ["a"])


@posix_only
def test_a_written_file_is_for_its_owner_alone_even_over_an_open_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o644)
    atomic_write_bytes(path, b"x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_interrupted_write_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with contextlib.suppress(KeyboardInterrupt), AtomicFile(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a"])


def test_until_the_end_the_old_file_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with AtomicFile(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_library_may_write_the_partial_file_by_its_path(tmp_path: Path) -> None:
    writing = AtomicFile(tmp_path / "a.xlsx")
    with writing as file:
        file.close()
        writing.partial.write_bytes(b"workbook")
    assert ((tmp_path / "a.xlsx").read_bytes(), names(tmp_path)) == (b"workbook", ["a.xlsx"])


@posix_only
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    atomic_write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("客" * 85)
    atomic_write_bytes(path, b"x")
    assert path.read_bytes() == b"x"


def test_an_old_leftover_of_the_same_file_is_swept_away_and_a_fresh_one_left_alone(tmp_path: Path) -> None:
    old, fresh = AtomicFile(tmp_path / "a").partial, AtomicFile(tmp_path / "a").partial
    other = AtomicFile(tmp_path / "b").partial
    for leftover in (old, fresh, other):
        leftover.write_bytes(b"half")
    long_ago = time.time() - 7200
    for leftover in (old, other):
        os.utime(leftover, (long_ago, long_ago))
    atomic_write_bytes(tmp_path / "a", b"x")
    assert names(tmp_path) == sorted(["a", fresh.name, other.name])


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "no_access"),
        (errno.ENAMETOOLONG, "path_too_long"),
        (errno.ENOENT, "missing"),
        (errno.EIO, "disk_error"),
        (0, "disk_error"),
    ],
)
def test_what_the_system_says_becomes_a_known_fault(number: int, code: str) -> None:
    assert fault_of(OSError(number, "said by the system")).code == code


def test_a_fault_of_windows_is_known_by_its_own_number() -> None:
    error = OSError(errno.EACCES, "sharing violation")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert fault_of(error).code == "in_use"


def test_a_full_disk_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OfficeFault) as caught:
        atomic_write_bytes(tmp_path / "a", b"new")
    assert (caught.value.code, (tmp_path / "a").read_bytes(), names(tmp_path)) == ("disk_full", b"old", ["a"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_that_fills_while_the_block_writes_is_a_full_disk(tmp_path: Path) -> None:
    with (
        pytest.raises(OfficeFault) as caught,
        AtomicFile(tmp_path / "a"),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        full.write(b"x")
    assert (caught.value.code, names(tmp_path)) == ("disk_full", [])


@pytest.mark.parametrize(
    ("place", "code"), [("none/a", "missing"), ("x" * 300, "path_too_long"), ("file/a", "missing")]
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str, code: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OfficeFault) as caught:
        atomic_write_bytes(tmp_path / place, b"")
    assert caught.value.code == code


def test_an_update_starts_from_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    seen: list[bytes | None] = []

    def change(current: bytes | None) -> bytes:
        seen.append(current)
        return (current or b"") + b"x"

    update_file(path, change)
    update_file(path, change)
    assert (seen, path.read_bytes()) == ([None, b"x"], b"xx")


def test_an_update_that_fails_changes_nothing_and_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse(_: bytes | None) -> bytes:
        raise OfficeFault("key_file_damaged")

    with pytest.raises(OfficeFault):
        update_file(path, refuse)
    update_file(path, lambda current: (current or b"") + b"!", patience=0)
    assert path.read_bytes() == b"old!"


def test_a_lock_held_elsewhere_is_said_to_be_in_use(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    with exclusive(lock), pytest.raises(OfficeFault) as caught, exclusive(lock, patience=0):
        pass
    assert caught.value.code == "in_use"


def count_up(path: Path, times: int) -> None:
    for _ in range(times):
        update_file(path, lambda current: str(int(current or b"0") + 1).encode(), patience=60)


def test_processes_that_update_one_file_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=count_up, args=(tmp_path / "n", 15)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert ([worker.exitcode for worker in workers], (tmp_path / "n").read_bytes()) == ([0, 0, 0], b"45")


ENDLESS_WRITER = """
import sys
from pathlib import Path
from cims_desktop.storage.files import update_file
print("ready", flush=True)
number = 0
while True:
    number += 1
    update_file(Path(sys.argv[1]), lambda _: (b"%d " % (number % 10)) * 200_000)
"""


@posix_only
def test_a_killed_writer_leaves_a_whole_file_and_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "a"
    atomic_write_bytes(path, b"0 " * 200_000)
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", ENDLESS_WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            before = path.stat().st_ino
            while path.stat().st_ino == before:  # it is in the middle of its work
                pass
            writer.send_signal(signal.SIGKILL)
        content = path.read_bytes()
        assert (len(content), len(set(content.split()))) == (400_000, 1)
        update_file(path, lambda current: current or b"", patience=0)


@posix_only
def test_a_private_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "logs"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    assert private_folder(folder) == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_private_folder_cannot_stand_on_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OfficeFault) as caught:
        private_folder(tmp_path / "file")
    assert caught.value.code == "exists"


def test_free_space_is_asked_of_the_nearest_folder_that_exists(tmp_path: Path) -> None:
    assert free_space(tmp_path / "not" / "yet" / "a.cims") > 0
