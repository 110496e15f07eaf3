"""Run by test_keys_killed: rotates an office in a child that dies at a line of the program, for one line after another.

    python killed_rotation.py OFFICE steps|lines

"lines" dies at every line of the modules that take part (minutes), "steps" only at those before which anything on the
disk has changed: between two of them nobody can tell the difference. A line counts once for each file that has been
put in place before it. Prints one JSON document.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import FrameType
from typing import Any

from cims_desktop.security import key_rewriting, key_rotation
from cims_desktop.security.key_file import read_key_file
from cims_desktop.services import keys, rotating
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import engine, files, gate, rekey
from tests.offices import CHEAP, NAME, PASSWORD, FakeClock
from tests.unit.services.test_keys import FRONT_DESK, FRONT_DESK_PASSWORD, SECRET

WATCHED = {
    module.__file__ for module in (keys, rotating, rekey, gate, files, engine, key_rotation, key_rewriting)
}
FINISHED = 77


def sign_in(path: Path, name: str = NAME, password: str = PASSWORD) -> OpenOffice:
    """Each copy of the office is one that this computer has not seen before."""
    way_in = Entrance(FakeClock(), kdf=CHEAP, minimum=CHEAP, heads=path.parent / "heads")
    return way_in.sign_in(path, name, password)


class Executioner:
    """Ends the process at the `doomed`-th new line; when that is 0, notes at which lines the disk has changed."""

    def __init__(self, folder: Path, doomed: int, watched: AbstractSet[str | None] = WATCHED) -> None:
        self.folder = folder
        self.watched = watched
        self.doomed = doomed
        self.seen: set[tuple[int, str, int]] = set()
        self.placed = 0
        self.steps: list[int] = []
        self.disk: list[tuple[str, int, int]] = []

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> Any:
        """What the interpreter calls for every line."""
        if frame.f_code.co_filename not in self.watched:
            return None
        if event == "line":
            self.seen.add((self.placed, frame.f_code.co_filename, frame.f_lineno))
            if len(self.seen) == self.doomed:
                os._exit(1)
            if self.doomed == 0:
                self.look()
        if event == "return" and frame.f_code.co_name == "_replace":
            self.placed += 1
        return self

    def look(self) -> None:
        """Compares the folder with what it was a line ago."""
        found = [(each, each.stat()) for each in sorted(self.folder.iterdir())]
        disk = [(each.name, status.st_size, status.st_mtime_ns) for each, status in found]
        if disk != self.disk and (not self.steps or self.steps[-1] != len(self.seen)):
            self.steps.append(len(self.seen))
        self.disk = disk


def rotate(path: Path, doomed: int) -> tuple[int, str]:
    """In a child: its exit status and, when nobody dooms it, what it tells of lines and steps."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        office = sign_in(path)
        rotating_only = keys.Keys(office.acting, office._keys)  # the backup before it has tests of its own
        executioner = Executioner(path.parent, doomed)
        sys.settrace(executioner)
        rotating_only.rotate(by=office.user)
        sys.settrace(None)
        os.write(writing, json.dumps([len(executioner.seen), executioner.steps]).encode())
        os._exit(FINISHED)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), told


def wrong_with(path: Path, customers: int) -> list[str]:
    """What is lost or left after the next two sign-ins, the front desk's first."""
    with contextlib.closing(sign_in(path, FRONT_DESK, FRONT_DESK_PASSWORD)) as desk:
        wrong = [] if len(desk.search.find("Lovelace", by=desk.user)) == customers else ["search"]
    if read_key_file(path.with_suffix(".keys")).pending:
        wrong.append("pending")
    with contextlib.closing(sign_in(path)) as office:
        wrong += [
            f"{one.kind} {one.where}" for one in office.health.check(by=office.user, deep=True).findings
        ]
        if office.sensitive.reveal(1, "national_id", by=office.user) != SECRET:
            wrong.append("sensitive")
        if rotations(office) != generation(path) - 1:
            wrong.append(f"{rotations(office)} rotations told")
    wrong += [each.name for each in path.parent.glob("*.tmp") if not each.name.startswith(".cims-import")]
    return wrong


def rotations(office: OpenOffice) -> int:
    """How many rotations the journal tells of."""
    with office.acting.read() as connection:
        return int(
            connection.exec_driver_sql("SELECT count(*) FROM act WHERE detail LIKE '%rotated%'").scalar_one()
        )


def generation(path: Path) -> int:
    """The data key's."""
    return read_key_file(path.with_suffix(".keys")).current["data"]


def main(source: Path, kind: str) -> None:
    """Kills at every line or step and prints what came of it."""
    outcomes: Counter[str] = Counter()
    failures: dict[int, list[str]] = {}
    with tempfile.TemporaryDirectory(prefix="cims-killed-") as scratch:

        def fresh(name: str) -> Path:
            folder = Path(scratch) / name
            shutil.copytree(source.parent, folder)
            return folder / source.name

        status, told = rotate(fresh("all"), 0)
        if status != FINISHED:
            raise SystemExit(f"the rotation itself fails: {status}")
        lines, steps = json.loads(told)
        every = steps if kind == "steps" else list(range(1, lines + 1))
        for doomed in every:
            path = fresh(str(doomed))
            status, _ = rotate(path, doomed)
            wrong = wrong_with(path, 3) if status == 1 else [f"exit status {status}"]
            if wrong:
                failures[doomed] = wrong
            outcomes["forward" if generation(path) == 2 else "back"] += 1
            shutil.rmtree(path.parent)
    answer = {"lines": lines, "killed": len(every), "outcomes": outcomes, "failures": failures}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
