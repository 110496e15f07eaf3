"""Pulled plugs and bad disks: nothing acknowledged is lost, and damage is called damage."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.pages import PAGE_BYTES, SALT_BYTES
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office, make_purchase

pytestmark = [pytest.mark.end2end, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
KILLS = 30
WAL_HEADER, FRAME = 32, 24 + PAGE_BYTES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small office with some work in it, which nobody has open."""
    office = make_office(tmp_path)
    with contextlib.closing(office):
        for index in range(10):
            customer = add_customer(office, f"Customer {index}")
            office.purchases.record(make_purchase(customer, 1999, 500), by=office.user)
    return office.path


def sign_in(path: Path) -> OpenOffice:
    return entrance().sign_in(path, NAME, PASSWORD)


def what_happens(path: Path) -> str:
    """How a person hears of what is wrong with the file: the fault's code, or that the check finds something."""
    try:
        with contextlib.closing(sign_in(path)) as office:
            found = office.health.check(by=office.user, deep=True).findings
    except OfficeFault as fault:
        return fault.code
    return "found" if found else "nothing"


def flipped(source: Path, offset: int, folder: Path) -> Path:
    """A copy of the office with one bit of one byte changed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(source.with_suffix(".keys"), folder)
    content = bytearray(source.read_bytes())
    content[offset] ^= 1
    (folder / source.name).write_bytes(content)
    return folder / source.name


def test_the_program_is_killed_thirty_times_and_nothing_is_lost() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "crash_harness.py"), "--kills", str(KILLS), "--json"],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip

    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    assert (told["wrong"], told["kills"]) == ([], KILLS), f"again with --seed {told['seed']}"
    assert sum(told["acts"].values()) > KILLS


def test_a_flipped_byte_in_any_page_is_told_as_damage(path: Path, tmp_path: Path) -> None:
    pages = path.stat().st_size // PAGE_BYTES
    heard: Counter[str] = Counter()

    for page in range(pages):
        inside = SALT_BYTES + (page * 37) % (PAGE_BYTES - SALT_BYTES)
        heard[what_happens(flipped(path, page * PAGE_BYTES + inside, tmp_path / "flipped"))] += 1

    assert pages > 100
    assert set(heard) <= {"damaged", "found"}


def test_a_flipped_byte_of_the_salt_is_told_with_the_way_to_the_backup(path: Path, tmp_path: Path) -> None:
    assert what_happens(flipped(path, 3, tmp_path / "flipped")) == "wrong_key"


@pytest.mark.parametrize("left", [1, 5, 60])
def test_an_office_that_was_cut_off_is_told_as_damage(path: Path, left: int) -> None:
    with path.open("r+b") as file:
        file.truncate(left * PAGE_BYTES)

    assert what_happens(path) in {"damaged", "found"}


def crashed(path: Path, folder: Path) -> Path:
    """What a power cut leaves of an office that two programs have open: the second has seen the first one's acts."""
    with contextlib.closing(sign_in(path)) as office:
        for index in range(20):
            add_customer(office, f"Late {index}")
        with contextlib.closing(sign_in(path)):
            folder.mkdir()
            for name in (path.name, f"{path.name}-wal", path.with_suffix(".keys").name):
                shutil.copy(path.with_name(name), folder)
    for left in folder.iterdir():  # the disk as it was at that instant, in its place
        shutil.move(left, path.with_name(left.name))
    return path


def late(path: Path) -> tuple[int, set[str], set[tuple[str, str]]]:
    """How many late customers are there, the warnings at sign-in, and what a deep check finds."""
    with contextlib.closing(sign_in(path)) as office:
        findings = office.health.check(by=office.user, deep=True).findings
        found = office.search.find("Late", by=office.user)
        warnings = {warning.code for warning in office.warnings}
        return len(found), warnings, {(one.kind, one.detail) for one in findings}


def test_a_power_cut_leaves_a_wal_that_is_taken_up_whole(path: Path, tmp_path: Path) -> None:
    left = crashed(path, tmp_path / "crashed")

    assert late(left) == (20, set(), set())


def test_a_cut_wal_is_told_because_this_computer_has_seen_more(path: Path, tmp_path: Path) -> None:
    left = crashed(path, tmp_path / "crashed")
    wal = left.with_name(f"{left.name}-wal")
    frames = (wal.stat().st_size - WAL_HEADER) // FRAME
    with wal.open("r+b") as file:
        file.truncate(WAL_HEADER + frames // 2 * FRAME + 100)

    there, warnings, findings = late(left)

    assert there < 20
    assert warnings == {"journal_cut"}
    assert findings == {("journal", "truncated")}


def test_a_flipped_byte_in_the_wal_ends_it_there_and_is_told(path: Path, tmp_path: Path) -> None:
    left = crashed(path, tmp_path / "crashed")
    wal = left.with_name(f"{left.name}-wal")
    content = bytearray(wal.read_bytes())
    content[WAL_HEADER + len(content) // 2 // FRAME * FRAME + 1_000] ^= 1
    wal.write_bytes(content)

    there, warnings, findings = late(left)

    assert there < 20
    assert warnings == {"journal_cut"}
    assert findings == {("journal", "truncated")}
