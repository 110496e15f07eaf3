"""A rotation may be killed at any step: the next sign-in of anybody opens the office, whole."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, add_customer, entrance
from tests.unit.services.test_keys import SECRET, add_front_desk

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("killed_rotation.py")
ROTATES = """
import sys
from pathlib import Path
from cims_desktop.domain.errors import OfficeFault
from tests.offices import NAME, PASSWORD, entrance
try:
    office = entrance().sign_in(Path(sys.argv[1]), NAME, PASSWORD)
except OfficeFault as fault:
    raise SystemExit(fault.code)
print("ready", flush=True)
sys.stdin.readline()
try:
    print(office.keys.rotate(by=office.user).generation)
except OfficeFault as fault:
    print(fault.code)
office.close()
"""

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="the child is a fork of the signed-in program"
)


@pytest.fixture
def path(office: OpenOffice) -> Path:
    """An office with a front desk, customers and a sensitive value, which nobody has open."""
    add_front_desk(office)
    for _ in range(3):
        add_customer(office)
    office.sensitive.put(1, "national_id", SECRET, by=office.user)
    office.close()
    return office.path


@needs_fork
@pytest.mark.slow
def test_a_rotation_killed_at_any_step_is_finished_or_taken_back(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(path), "steps"],
        capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["failures"] == {}
    assert min(told["outcomes"]["forward"], told["outcomes"]["back"]) > 3
    assert told["killed"] > 15


def test_of_two_programs_that_rotate_at_once_at_most_one_does(path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", ROTATES, str(path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for _ in range(2)
    ]  # fmt: skip
    for program in programs:
        assert program.stdout is not None and program.stdout.readline().strip() == "ready"
    answers = [program.stdin for program in programs]
    for stream in answers:
        assert stream is not None
        stream.write("\n")
        stream.flush()
    told = [program.communicate(timeout=90)[0].strip() for program in programs]

    with contextlib.closing(entrance().sign_in(path, NAME, PASSWORD)) as office:
        assert office.health.check(by=office.user, deep=True).ok
        assert office.sensitive.reveal(1, "national_id", by=office.user) == SECRET
    assert "in_use" in told
    assert set(told) <= {"in_use", "2"}
