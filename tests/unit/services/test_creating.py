"""Making an office leaves nothing behind when it fails and takes nothing of anybody else's; signing in tidies up."""

from __future__ import annotations

import contextlib
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cims_desktop.domain.errors import Invalid, OfficeFault
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.security import key_ring
from cims_desktop.services import entrance as offices_service
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import imports, offices, opening
from cims_desktop.storage.files import update_file
from cims_desktop.storage.imports import Stamp
from tests.offices import NAME, NOON, PASSWORD, entrance, make_office

SECOND_PASSWORD = "copper window meadow 19"


def create(path: Path, way_in: Entrance | None = None, **profile: Any) -> OpenOffice:
    return (way_in or entrance()).create(
        path,
        OfficeProfile(**({"name": "A"} | profile)),
        sign_in_name=NAME,
        display_name="",
        password=PASSWORD,
    )


def left(folder: Path) -> set[str]:
    """What is in the folder, without the empty lock, which has to stay (two processes may wait for it)."""
    return {path.name for path in folder.iterdir() if not path.name.endswith(".lock")}


def test_a_file_that_came_in_between_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    precious = tmp_path / "a.cims"
    monkeypatch.setattr(
        Entrance, "check_place", lambda _self, _path: precious.write_bytes(b"somebody's office")
    )

    with pytest.raises(OfficeFault) as fault:
        create(precious)

    assert fault.value.code == "exists"
    assert precious.read_bytes() == b"somebody's office"
    assert left(tmp_path) == {"a.cims"}


def test_of_two_that_make_the_same_office_at_once_one_wins_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = threading.Barrier(2)
    monkeypatch.setattr(Entrance, "check_place", lambda _self, _path: both.wait(timeout=30))

    def attempt(name: str) -> str:
        try:
            create(tmp_path / "a.cims", name=name).close()
        except OfficeFault as fault:
            return fault.code
        return name

    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(attempt, ("One", "Two")))

    assert sorted(ends) in (["One", "exists"], ["Two", "exists"])
    with contextlib.closing(entrance().sign_in(tmp_path / "a.cims", NAME, PASSWORD)) as office:
        assert office.profile.name in ends
        assert office.health.check(by=office.user).ok


@pytest.mark.parametrize("step", ["_migrate", "found_office"])
def test_nothing_is_left_when_making_fails_half_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_arguments: object) -> None:
        raise OfficeFault("disk_full")

    monkeypatch.setattr(opening if step == "_migrate" else offices, step, full)

    with pytest.raises(OfficeFault) as fault:
        create(tmp_path / "a.cims")

    assert fault.value.code == "disk_full"
    assert left(tmp_path) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_an_office_file_is_private_from_its_first_byte(tmp_path: Path) -> None:
    import os

    before = os.umask(0)
    try:
        create(tmp_path / "a.cims").close()
    finally:
        os.umask(before)

    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", ""),
        ("currency", "YUAN"),
        ("currency", "cny"),
        ("country", "China"),
    ],
)
def test_an_office_with_a_place_or_money_that_nobody_knows_is_refused(
    tmp_path: Path, field: str, value: str
) -> None:
    with pytest.raises(Invalid) as refused:
        create(tmp_path / "a.cims", **{field: value})

    assert [problem.field for problem in refused.value.problems] == [field]
    assert left(tmp_path) == set()


def test_a_password_changed_while_somebody_signs_in_is_no_rolled_back_key_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = make_office(tmp_path)
    office.users.add("bo", "Bo Li", office.user.role, SECOND_PASSWORD, by=office.user)
    real, calls = offices_service.open_key_file, []

    def slow(path: Path, name: str, password: str, **more: Any) -> key_ring.OpenedKeys:
        keys = real(path, name, password, **more)
        calls.append(keys.epoch)
        if len(calls) == 1:
            office.users.change_password(PASSWORD, "granite teapot orchard 8", by=office.user)
        return keys

    monkeypatch.setattr(offices_service, "open_key_file", slow)

    second = entrance().sign_in(office.path, "bo", SECOND_PASSWORD)

    with contextlib.closing(office), contextlib.closing(second):
        assert second.user.display_name == "Bo Li"
        assert calls[1] > calls[0]


def test_an_older_key_file_is_still_refused(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    keys = office.path.with_suffix(".keys")
    old = keys.read_bytes()
    office.users.change_password(PASSWORD, SECOND_PASSWORD, by=office.user)
    office.close()
    update_file(keys, lambda _now: old)

    with pytest.raises(OfficeFault) as fault:
        entrance().sign_in(office.path, NAME, PASSWORD)

    assert fault.value.code == "key_file_rolled_back"


def test_the_mirror_of_the_key_file_never_goes_back(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with contextlib.closing(office), office.acting.database.write() as connection:
        offices.mirror_keys(connection, 5, b"5" * 32)

        offices.mirror_keys(connection, 4, b"4" * 32)

        assert offices.seen_keys(connection) == (5, b"5" * 32)


def test_signing_in_takes_back_an_import_that_a_crash_cut_off(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with office.acting.database.write() as connection:
        run = imports.begin(connection, "customers", "a.csv", "", "{}", Stamp(0, NOON, office.user.id))
    office.close()

    again = entrance().sign_in(office.path, NAME, PASSWORD)

    with contextlib.closing(again):
        assert [(one.id, one.state) for one in again.importing.history(by=again.user)] == [
            (run, imports.UNDONE)
        ]


def test_signing_in_leaves_an_import_alone_that_runs_in_another_window(tmp_path: Path) -> None:
    from cims_desktop.storage.files import exclusive

    office = make_office(tmp_path)
    with contextlib.closing(office), exclusive(office.path.with_name(f"{office.path.name}.import.lock"), 0):
        with office.acting.database.write() as connection:
            imports.begin(connection, "customers", "a.csv", "", "{}", Stamp(0, NOON, office.user.id))

        second = entrance().sign_in(office.path, NAME, PASSWORD)

        with contextlib.closing(second):
            states = [one.state for one in second.importing.history(by=second.user)]
    assert states == [imports.APPLYING]
