"""The gate of an office, and being alone with it: asked against real second programs."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage import gate as gates
from cims_desktop.storage.engine import OfficeDatabase, connect
from cims_desktop.storage.gate import alone, gate, is_alone
from cims_desktop.storage.opening import create_database, open_database

KEY = bytes(range(32))
HOLDS_OPEN = """
import sys
from pathlib import Path
from cims_desktop.storage.opening import open_database
database = open_database(Path(sys.argv[1]), bytes(range(32)))
print("open", flush=True)
sys.stdin.readline()
database.close()
"""
HOLDS_THE_GATE = """
import sys
from pathlib import Path
from cims_desktop.storage.gate import gate
with gate(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
OPENS = """
import sys
from pathlib import Path
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.opening import open_database
try:
    open_database(Path(sys.argv[1]), bytes(range(32))).close()
    print("opened")
except OfficeFault as fault:
    print(fault.code)
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office file that nobody has open."""
    path = tmp_path / "a.cims"
    create_database(path, KEY).close()
    return path


@contextlib.contextmanager
def program(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A second program, once it has said that it is ready."""
    running = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert running.stdout is not None
        assert running.stdout.readline().strip()
        yield running
    finally:
        running.communicate("\n", timeout=60)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gates, "_ALONE_MILLISECONDS", 50)


def test_nobody_is_alone_while_another_program_has_the_office_open(office: Path, impatient: None) -> None:
    with program(HOLDS_OPEN, office):
        found = is_alone(office, KEY)

    assert not found
    assert is_alone(office, KEY)


def test_a_program_that_was_killed_with_the_office_open_is_in_nobodys_way(office: Path) -> None:
    with program(HOLDS_OPEN, office) as other:
        other.kill()
        other.wait()

        assert is_alone(office, KEY)


def test_an_idle_office_of_this_program_counts_too(office: Path, impatient: None) -> None:
    with contextlib.closing(open_database(office, KEY)) as database:
        before = is_alone(office, KEY)
        database.rest()
        resting = is_alone(office, KEY)
        database.reopen(KEY)
        after = is_alone(office, KEY)

    assert (before, resting, after) == (False, True, False)


def test_nobody_can_open_the_office_of_one_who_is_alone_with_it(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rude = OPENS.replace("from cims_desktop.storage.opening", "import cims_desktop.storage.engine as e\n"
                         "e.BUSY_MILLISECONDS = 100\nfrom cims_desktop.storage.opening")  # fmt: skip

    with alone(office, KEY):  # without the gate: SQLite's lock alone keeps others out
        answer = subprocess.run(
            [sys.executable, "-c", rude, str(office)], capture_output=True, text=True, check=True
        )

    assert answer.stdout.strip() == "in_use"


def test_what_was_in_the_wal_is_in_the_file_of_one_who_is_alone(office: Path) -> None:
    with contextlib.closing(connect(office, KEY)) as writer:
        writer.execute("CREATE TABLE extra (id INTEGER PRIMARY KEY)")

    with alone(office, KEY) as connection:
        assert connection.execute("SELECT count(*) FROM extra").fetchone() == (0,)
        assert not office.with_name("a.cims-wal").exists()


def test_opening_waits_at_the_gate_and_gives_up(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with program(HOLDS_THE_GATE, office), pytest.raises(OfficeFault) as fault, gate(office, patience=0.1):
        pass

    assert (fault.value.code, fault.value.params) == ("in_use", {"path": str(office)})


def test_opening_waits_at_the_gate_until_it_is_free(office: Path) -> None:
    with program(HOLDS_THE_GATE, office) as holder:
        opener = subprocess.Popen(
            [sys.executable, "-c", OPENS, str(office)], stdout=subprocess.PIPE, text=True
        )
        assert holder.stdin is not None
        holder.stdin.write("\n")
        holder.stdin.flush()
        answer, _ = opener.communicate(timeout=60)

    assert answer.strip() == "opened"


def test_the_gate_falls_open_with_a_killed_program(office: Path) -> None:
    with program(HOLDS_THE_GATE, office) as holder:
        holder.kill()
        holder.wait()

        with contextlib.closing(open_database(office, KEY)) as database, database.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM customer").scalar_one() == 0


def test_who_holds_the_gate_passes_it_again(office: Path) -> None:
    with gate(office), gate(office), contextlib.closing(open_database(office, KEY)):
        pass

    with gate(office, patience=0.1):
        pass


def test_resting_waits_for_who_is_still_reading(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cims_desktop.storage.engine.SETTLING_SECONDS", 0.05)
    with contextlib.closing(OfficeDatabase(office, KEY)) as database:
        with database.read(), pytest.raises(OfficeFault) as fault:
            database.rest()
        with database.write() as connection:
            connection.exec_driver_sql("SELECT 1")

    assert fault.value.code == "busy"
