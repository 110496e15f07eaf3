"""Run by test_keys_killed: rotates an office in a child that dies at a line of the program, for one line after another.

    python killed_rotation.py OFFICE [EVERY]

A line counts once for each file that has been put in place before it, so writing a key file is stopped at each of its
lines three times: for the pending keys, the database and the finished keys. Prints one JSON document.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
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
    """Ends the process at the `doomed`-th new line; counts them when that is 0."""

    def __init__(self, doomed: int) -> None:
        self.doomed = doomed
        self.seen: set[tuple[int, str, int]] = set()
        self.placed = 0

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> Any:
        """What the interpreter calls for every line."""
        if frame.f_code.co_filename not in WATCHED:
            return None
        if event == "line":
            self.seen.add((self.placed, frame.f_code.co_filename, frame.f_lineno))
            if len(self.seen) == self.doomed:
                os._exit(1)
        if event == "return" and frame.f_code.co_name == "_replace":
            self.placed += 1
        return self


def rotate(path: Path, doomed: int) -> int:
    """In a child: its exit status, or how many lines there are when `doomed` is 0."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        office = sign_in(path)
        rotating_only = keys.Keys(office.acting, office._keys)  # the backup before it has tests of its own
        executioner = Executioner(doomed)
        sys.settrace(executioner)
        rotating_only.rotate(by=office.user)
        sys.settrace(None)
        os.write(writing, str(len(executioner.seen)).encode())
        os._exit(FINISHED)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if doomed == 0:
        if code != FINISHED:
            raise SystemExit(f"the rotation itself fails: {code}")
        return int(told)
    return code


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


def main(source: Path, every: int) -> None:
    """Kills at every `every`-th line and prints what came of it."""
    outcomes: Counter[str] = Counter()
    failures: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory(prefix="cims-killed-") as scratch:

        def fresh(name: str) -> Path:
            folder = Path(scratch) / name
            shutil.copytree(source.parent, folder)
            return folder / source.name

        lines = rotate(fresh("all"), 0)
        for doomed in range(1, lines + 1, every):
            path = fresh(str(doomed))
            status = rotate(path, doomed)
            wrong = wrong_with(path, 3) if status == 1 else [f"exit status {status}"]
            if wrong:
                failures[str(doomed)] = wrong
            outcomes["forward" if generation(path) == 2 else "back"] += 1
            shutil.rmtree(path.parent)
    sys.stdout.write(json.dumps({"lines": lines, "outcomes": outcomes, "failures": failures}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
