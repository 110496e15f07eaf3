"""Killed, out of room or without the drive at any moment: the last good backup is there, and so is the office."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from tests.offices import NAME, NOON, PASSWORD, FakeClock, add_customer, entrance, make_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and RLIMIT_FSIZE are POSIX")
ROOT = Path(__file__).resolve().parents[3]

CHILD = """
import os, signal, sys, resource
from datetime import timedelta
from pathlib import Path
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Task
from tests.offices import NAME, NOON, PASSWORD, FakeClock, entrance

what, here, there, count = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
left = [count]

def report(now):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)

task = Task(report=report)
if what == "restore":
    entrance().restorer().restore(here, there, NAME, PASSWORD, task)
else:
    office = entrance(FakeClock(NOON + timedelta(days=1))).sign_in(here, NAME, PASSWORD)
    if what == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (count, resource.RLIM_INFINITY))
        task = Task()
    try:
        office.backups.make(there, task, by=office.user)
    except OfficeFault as fault:
        print(fault.code)
    office.close()
print("ended")
"""


def child(what: str, here: Path, there: Path, count: int) -> subprocess.CompletedProcess[str]:
    """A second program that is killed at its `count`th report (or may write files of `count` bytes only)."""
    return subprocess.run(
        [sys.executable, "-c", CHILD, what, str(here), str(there), str(count)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Path]:
    """An office with a customer and one good backup in `stick`; closed."""
    made = make_office(tmp_path)
    with contextlib.closing(made):
        add_customer(made)
        made.backups.make(tmp_path / "stick", by=made.user)
    return made.path


def the_good_one(office: Path) -> Path:
    return office.parent / "stick" / "riverside-20261121T040000Z.cimsbak"


def aged(folder: Path) -> None:
    """Lets what a killed program left look as old as it will be when somebody comes back."""
    for left in folder.rglob(".cims-*"):
        os.utime(left, (0, 0))


def hidden(folder: Path) -> list[str]:
    return sorted(left.name for left in folder.rglob(".cims-*"))


@pytest.mark.slow
def test_killed_at_every_step_of_making_one(office: Path) -> None:
    stick, ended, killed = office.parent / "stick", False, 0
    while not ended:
        killed += 1
        done = child("make", office, stick, killed)
        ended = done.returncode == 0
        assert ended or done.returncode == -signal.SIGKILL, done.stderr
        contents = entrance().restorer().preview(the_good_one(office), NAME, PASSWORD)
        assert contents.counts["customer"] == 1
        for path in stick.glob("*.cimsbak"):  # what has its name is whole, proven or not
            entrance().restorer().preview(path, NAME, PASSWORD)
    aged(office.parent)

    opened = entrance(FakeClock(NOON + timedelta(days=2))).sign_in(office, NAME, PASSWORD)
    with contextlib.closing(opened):
        entry = opened.backups.make(stick, by=opened.user)
        state = opened.backups.state(by=opened.user, folder=stick)

    assert killed > 8
    assert (state.last_made, state.problem) == (entry, "")
    assert the_good_one(office).exists() and hidden(office.parent) == []


@pytest.mark.slow
def test_killed_at_every_step_of_restoring_one(office: Path) -> None:
    there, ended, killed = office.parent / "there" / "back.cims", False, 0
    while not ended:
        killed += 1
        aged(office.parent)
        done = child("restore", the_good_one(office), there, killed)
        ended = done.returncode == 0
        assert ended or done.returncode == -signal.SIGKILL, done.stderr
        if there.exists():  # under its name it is whole, or not there
            entrance().sign_in(there, NAME, PASSWORD).close()
            break

    assert killed > 6 and there.exists()
    entrance().sign_in(there, NAME, PASSWORD).close()


def test_killed_between_the_key_file_and_the_office_of_a_restore(office: Path) -> None:
    """No report stands there; the key file that is left alone is known again."""
    from zipfile import ZipFile

    there = office.parent / "there" / "back.cims"
    there.parent.mkdir()
    with ZipFile(the_good_one(office)) as file:
        there.with_suffix(".keys").write_bytes(file.read("office.keys"))

    assert child("restore", the_good_one(office), there, 0).returncode == 0
    entrance().sign_in(there, NAME, PASSWORD).close()


def test_killed_at_any_instant(office: Path) -> None:
    stick = office.parent / "stick"
    for delay in (0.6, 0.9, 1.1, 1.3):
        running = subprocess.Popen(
            [sys.executable, "-c", CHILD, "make", str(office), str(stick), "0"],
            cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(delay)
        running.kill()
        running.wait()

    opened = entrance(FakeClock(NOON + timedelta(days=3))).sign_in(office, NAME, PASSWORD)
    with contextlib.closing(opened):
        for path in stick.glob("*.cimsbak"):
            opened.backups.prove(path, by=opened.user)
        assert opened.health.check(by=opened.user).ok


@pytest.mark.parametrize("limit", [8 * 1024, 300 * 1024, 560 * 1024])
def test_a_disk_that_fills_on_the_way_is_told_and_leaves_nothing(office: Path, limit: int) -> None:
    done = child("full", office, office.parent / "stick", limit)

    assert done.stdout.split() in (["disk_full", "ended"], ["disk_error", "ended"]), done.stderr
    assert [path.name for path in (office.parent / "stick").iterdir()] == [the_good_one(office).name]
    assert hidden(office.parent) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts a small disk")
def test_a_full_stick_is_told_with_what_it_lacks(office: Path, tmp_path: Path) -> None:
    stick = tmp_path / "small"
    stick.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(stick)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no mounting here")
    opened = entrance().sign_in(office, NAME, PASSWORD)
    try:
        with pytest.raises(OfficeFault) as fault:
            opened.backups.make(stick, by=opened.user)
        state = opened.backups.state(by=opened.user, folder=stick)
    finally:
        opened.close()
        subprocess.run(["umount", str(stick)], check=True)

    assert fault.value.code == "disk_full" and {"needed", "free"} <= set(fault.value.params)
    assert (state.problem, state.same_disk) == ("disk_full", False)
    assert state.last_made is not None and state.last_made.path == the_good_one(office)
