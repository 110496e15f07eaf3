"""Run by test_users_killed: changes users in a child that dies at each step of it that changes the disk.

    python killed_user_acts.py

Every step of every act has a fresh copy of one office. Prints one JSON document: for each act how many were killed, how
often it had happened all the same, and what was wrong after which step.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.security import key_recovery, key_rewriting, key_users
from cims_desktop.security.key_file import read_key_file
from cims_desktop.services import acting, handing_over, keys, users
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import engine, files, journal, offices
from cims_desktop.storage import users as stored
from tests.offices import CHEAP, NAME, PASSWORD, FakeClock, add_customer, make_office
from tests.unit.services.killed_rotation import FINISHED, Executioner

WATCHED = {
    module.__file__
    for module in (
        users, keys, handing_over, acting, journal, stored, offices, files, engine,
        key_users, key_rewriting, key_recovery,
    )
}  # fmt: skip
FRONT_DESK, MANAGER = READY_ROLES[RoleName.FRONT_DESK], READY_ROLES[RoleName.MANAGER]
BO, CAI, DORA, EVE = "bo.li", "cai.wu", "dora.he", "eve.xu"
FIRST, NEW = "granite teapot orchard 8", "seven quiet lanterns 9"
CUSTOMERS = 3


def sign_in(path: Path, name: str = NAME, password: str = PASSWORD) -> OpenOffice:
    """Each copy of the office is one that this computer has not seen before."""
    return way_in(path).sign_in(path, name, password)


def way_in(path: Path) -> Entrance:
    """With a memory of its own for each copy."""
    return Entrance(FakeClock(), kdf=CHEAP, minimum=CHEAP, heads=path.parent / "heads")


def opens(path: Path, name: str, password: str) -> bool:
    """Whether this user gets in."""
    with contextlib.suppress(CimsError):
        sign_in(path, name, password).close()
        return True
    return False


def found(office: OpenOffice, name: str) -> stored.UserEntry | None:
    """The user's row."""
    with office.acting.read() as connection:
        entries = stored.entries(connection).values()
    return next((one for one in entries if one.sign_in_name == name), None)


def row(office: OpenOffice, name: str) -> stored.UserEntry:
    """The row of a user who is there."""
    one = found(office, name)
    assert one is not None
    return one


def must_change(office: OpenOffice, name: str) -> bool:
    """Whether this user is asked for a password of his own."""
    listed = office.users.listing(by=office.user)
    return next(one.must_change_password for one in listed if one.sign_in_name == name)


@dataclass(frozen=True)
class Case:
    """What is done, by whom, whether it has happened (bool), and what is wrong then."""

    do: Callable[[OpenOffice], object]
    happened: Callable[[OpenOffice], bool]
    wrong: Callable[[OpenOffice, bool], list[str]]
    name: str = NAME
    password: str = PASSWORD


def check(**facts: bool) -> list[str]:
    """The names of those that are not so."""
    return [name for name, so in facts.items() if not so]


def after_add(office: OpenOffice, happened: bool) -> list[str]:
    """She gets in and chooses a password of her own, or is not there and can be added."""
    if not happened:
        office.users.add(EVE, "Eve", FRONT_DESK, FIRST, by=office.user, must_change=True)
    return check(gets_in=opens(office.path, EVE, FIRST), must_change=must_change(office, EVE))


def after_disable(office: OpenOffice, happened: bool) -> list[str]:
    """Nothing has got lost; asked again, everything is the heir's."""
    bo, dora = row(office, BO).id, row(office, DORA).id
    owned = [office.users.owned(one, by=office.user).customers for one in (bo, dora)]
    kept_out = not opens(office.path, BO, FIRST)
    office.users.disable(bo, dora, by=office.user)
    inherited = office.users.owned(dora, by=office.user).customers
    return check(
        shut_out=kept_out is happened, nothing_lost=sum(owned) == CUSTOMERS,
        nothing_given_before=happened or owned[1] == 0, inherited=inherited == CUSTOMERS,
        out_at_last=not opens(office.path, BO, FIRST),
    )  # fmt: skip


def after_enable(office: OpenOffice, happened: bool) -> list[str]:
    """In with the password of before, or still out."""
    return check(gets_in=opens(office.path, CAI, FIRST) is happened)


def after_password(office: OpenOffice, happened: bool) -> list[str]:
    """One password, and only one."""
    return check(
        new=opens(office.path, BO, NEW) is happened, old=opens(office.path, BO, FIRST) is not happened
    )


def after_reset(office: OpenOffice, happened: bool) -> list[str]:
    """Whoever gets in with what the administrator has chosen is asked for a password of his own."""
    return [
        *after_password(office, happened),
        *check(must_change=must_change(office, BO) or not happened),
    ]


def after_code(office: OpenOffice, happened: bool) -> list[str]:
    """A code that nobody can have seen counts as none; a further one opens the office."""
    with office.acting.read() as connection:
        told = connection.exec_driver_sql("SELECT count(*) FROM act WHERE detail LIKE '%recovery_code%'")
        journaled = told.scalar_one() > 1
    promised = office.keys.recovery_state(by=office.user).exists
    code = office.keys.recovery_code(by=office.user)
    way_in(office.path).recover(office.path, code, NAME, NEW).close()
    return check(promised=promised is (journaled or not happened), journaled=happened or not journaled)


def code_is_new(office: OpenOffice) -> bool:
    """Whether the first code is void."""
    old = (office.path.parent / "code").read_text(encoding="ascii")
    with contextlib.suppress(CimsError):
        key_recovery.open_by_recovery_code(office.path.with_suffix(".keys"), old, minimum=CHEAP)
        return False
    return True


CASES = {
    "add": Case(
        lambda office: office.users.add(EVE, "Eve", FRONT_DESK, FIRST, by=office.user, must_change=True),
        lambda office: found(office, EVE) is not None, after_add,
    ),
    "disable": Case(
        lambda office: office.users.disable(row(office, BO).id, row(office, DORA).id, by=office.user),
        lambda office: not row(office, BO).active, after_disable,
    ),
    "enable": Case(
        lambda office: office.users.enable(row(office, CAI).id, by=office.user),
        lambda office: row(office, CAI).active, after_enable,
    ),
    "change password": Case(
        lambda office: office.users.change_password(FIRST, NEW, by=office.user),
        lambda office: opens(office.path, BO, NEW), after_password, BO, FIRST,
    ),
    "reset password": Case(
        lambda office: office.users.reset_password(row(office, BO).id, NEW, by=office.user),
        lambda office: opens(office.path, BO, NEW), after_reset,
    ),
    "recovery code": Case(
        lambda office: office.keys.recovery_code(by=office.user), code_is_new, after_code
    ),
}  # fmt: skip


def run(path: Path, case: Case, doomed: int) -> tuple[int, list[int]]:
    """In a child: its exit status and, when nobody dooms it, the steps."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        office = sign_in(path, case.name, case.password)
        executioner = Executioner(path.parent, doomed, WATCHED)
        sys.settrace(executioner)
        case.do(office)
        sys.settrace(None)
        os.write(writing, json.dumps(executioner.steps).encode())
        os._exit(FINISHED)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), json.loads(told or "[]")


def wrong_with(path: Path, case: Case) -> tuple[bool, list[str]]:
    """Whether it has happened, and what is wrong at the next sign-ins."""
    with contextlib.closing(sign_in(path)) as office:
        happened = case.happened(office)
        wrong = disagreements(office)
        if not office.health.check(by=office.user).ok:
            wrong.append("health")
        wrong += case.wrong(office, happened)
    return happened, wrong


def disagreements(office: OpenOffice) -> list[str]:
    """Where rows and key file differ after an administrator's sign-in."""
    opened = office._keys.opened
    with office.acting.read() as connection:
        rows = stored.entries(connection)
        mirrored = offices.seen_keys(connection)
    listed = {one.slot_id: (one.sign_in_name, one.role, one.enabled) for one in opened.listed}
    in_rows = {slot: (one.sign_in_name, one.role, one.active) for slot, one in rows.items()}
    pending = read_key_file(office.path.with_suffix(".keys")).pending
    return check(
        rows_agree=listed == in_rows,
        mirrored=mirrored == (opened.epoch, opened.digest),
        not_pending=not pending,
    )


def prepared(folder: Path) -> Path:
    """The office on which everything is done."""
    folder.mkdir()
    office = make_office(folder)
    for name, role in ((BO, FRONT_DESK), (CAI, FRONT_DESK), (DORA, MANAGER)):
        office.users.add(name, name.title(), role, FIRST, by=office.user)
    office.users.disable(row(office, CAI).id, None, by=office.user)
    (folder / "code").write_text(office.keys.recovery_code(by=office.user), encoding="ascii")
    for _ in range(CUSTOMERS):
        add_customer(office, owner_id=row(office, BO).id)
    office.close()
    return office.path


def main() -> None:
    """Kills at every step of every act and prints what came of it."""
    answer = {}
    with tempfile.TemporaryDirectory(prefix="cims-killed-") as scratch:
        source = prepared(Path(scratch) / "source")
        for name, case in CASES.items():
            answer[name] = killed(source, case, Path(scratch))
    sys.stdout.write(json.dumps(answer))


def killed(source: Path, case: Case, scratch: Path) -> dict[str, object]:
    """One act, killed at each of its steps."""
    failures, happened = {}, 0

    def fresh(name: str) -> Path:
        return Path(shutil.copytree(source.parent, scratch / name)) / source.name

    status, steps = run(fresh("all"), case, 0)
    if status != FINISHED:
        raise SystemExit(f"the act itself fails: {status}")
    for doomed in steps:
        path = fresh(str(doomed))
        status, _ = run(path, case, doomed)
        forward, wrong = wrong_with(path, case)
        happened += forward
        if wrong or status != 1:
            failures[doomed] = [*wrong, f"exit status {status}"]
        shutil.rmtree(path.parent)
    shutil.rmtree(scratch / "all")
    return {"killed": len(steps), "happened": happened, "failures": failures}


if __name__ == "__main__":
    main()
