"""Several processes write to one office at the same time: the journal stays one chain, and nothing is lost."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, entrance, make_office

ROOT = Path(__file__).resolve().parents[3]
EACH = 40

# Each goes on until both have written enough, so that neither can have finished before the other began.
WRITER = """
import sys
from pathlib import Path
from tests.offices import NAME, PASSWORD, add_customer, entrance
path, name, enough = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
office = entrance().sign_in(path, NAME, PASSWORD)
print("ready", flush=True)
sys.stdin.readline()
for _turn in range(100 * enough):
    add_customer(office, name, contacts=(), addresses=())
    with office.acting.read() as connection:
        counts = connection.exec_driver_sql("SELECT count(*) FROM customer GROUP BY name").all()
    if len(counts) == 2 and min(count for (count,) in counts) >= enough:
        break
office.close()
"""


def started(path: Path, name: str) -> subprocess.Popen[str]:
    """Another process that has signed in and waits for a line before it writes."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(EACH)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def finished(writer: subprocess.Popen[str]) -> int:
    """The status with which a writer ended, its pipes closed."""
    with writer:
        try:
            return writer.wait(timeout=120)
        finally:
            writer.kill()


def authors(office: OpenOffice) -> list[str]:
    """Whose customer each act of the journal is about, in the order of the chain."""
    with office.acting.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT c.name FROM act a JOIN customer c ON c.id = a.record WHERE a.kind = 'create' ORDER BY a.id"
        )
        return [row[0] for row in rows]


def test_two_processes_never_fork_the_chain(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    office.close()
    writers = [started(office.path, name) for name in ("One", "Two")]

    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    statuses = [finished(writer) for writer in writers]

    assert statuses == [0, 0]
    again = entrance().sign_in(office.path, NAME, PASSWORD)
    with contextlib.closing(again):
        found = authors(again)
        assert min(found.count("One"), found.count("Two")) >= EACH
        assert again.health.check(by=again.user).findings == ()
    turns = sum(one != two for one, two in pairwise(found))
    assert turns > 1, "the two never wrote at the same time, so this proves nothing"
