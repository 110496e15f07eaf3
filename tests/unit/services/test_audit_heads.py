"""What a PC remembers of an office's journal: an office put back to an older day shows, and stops nobody."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.security.key_file import read_key_file, serialise
from cims_desktop.security.opened_keys import open_key_file
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import offices
from cims_desktop.storage.engine import OfficeDatabase
from tests.offices import CHEAP, NAME, NOON, PASSWORD, FakeClock, add_customer


class Desk:
    """A PC with an office on it."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.heads = folder / "state" / "heads"
        self.file = folder / "a.cims"
        self.copy = folder / "copy"
        self.way_in = Entrance(self.clock, CHEAP, CHEAP, self.heads)
        profile = OfficeProfile(name="Riverside", language="en")
        self.way_in.create(
            self.file, profile, sign_in_name=NAME, display_name="Mei Chen", password=PASSWORD
        ).close()

    def sign_in(self) -> OpenOffice:
        self.clock.now += timedelta(hours=1)
        return self.way_in.sign_in(self.file, NAME, PASSWORD)

    def work(self, customers: int = 2) -> None:
        office = self.sign_in()
        for number in range(customers):
            add_customer(office, f"Customer {number}")
        office.close()

    def keep_a_copy(self) -> None:
        self.copy.mkdir()
        for ending in (".cims", ".keys"):
            shutil.copy(self.file.with_suffix(ending), self.copy)

    def put_back(self, *endings: str) -> None:
        for ending in endings:
            shutil.copy(self.copy / f"a{ending}", self.file.parent)

    def warnings(self) -> list[str]:
        office = self.sign_in()
        office.close()
        return [one.code for one in office.warnings]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_day_s_work_gives_no_warning(desk: Desk) -> None:
    desk.work()

    assert desk.warnings() == [] and desk.warnings() == []


def test_an_office_put_back_to_an_older_day_shows_with_both_dates(desk: Desk) -> None:
    desk.work()
    desk.keep_a_copy()
    kept_at = desk.clock.now
    desk.work(5)
    lost_at = desk.clock.now
    desk.put_back(".cims")

    office = desk.sign_in()

    office.close()
    (warning,) = office.warnings
    assert warning.code == "journal_cut"
    assert warning.params["seen_at"] == lost_at and warning.params["found_at"] == kept_at
    assert (warning.params["seen"], warning.params["found"]) == (10, 4)


def test_the_warning_stays_until_an_administrator_settles_it(desk: Desk) -> None:
    desk.work()
    desk.keep_a_copy()
    desk.work()
    desk.put_back(".cims")
    assert desk.warnings() == ["journal_cut"] == desk.warnings()
    office = desk.sign_in()

    assert not office.audit.verify(by=office.user).ok
    changes = office.audit.settle_warnings(by=office.user)

    assert changes.act is not None and office.audit.verify(by=office.user).ok
    assert office.audit.settle_warnings(by=office.user).act is None, "there is nothing left"
    office.close()
    assert desk.warnings() == []


def test_only_whoever_manages_keys_settles(desk: Desk) -> None:
    office = desk.sign_in()
    front_desk = type(office.user)(2, "bo", "Bo", READY_ROLES[RoleName.FRONT_DESK])

    with pytest.raises(PermissionDenied):
        office.audit.settle_warnings(by=front_desk)

    office.close()


def test_office_and_keys_put_back_together_show_by_the_epoch(desk: Desk) -> None:
    desk.work()
    desk.keep_a_copy()
    office = desk.sign_in()
    office.users.change_password(PASSWORD, "another kettle harbour 43", by=office.user)
    office.close()
    desk.put_back(".cims", ".keys")

    office = desk.sign_in()

    office.close()
    (warning,) = office.warnings
    assert warning.code == "rolled_back"
    assert warning.params["epoch"] == 1 and warning.params["seen_epoch"] == 2


def test_other_work_on_an_older_copy_shows_although_it_has_as_many_acts(desk: Desk, tmp_path: Path) -> None:
    desk.work()
    desk.keep_a_copy()
    desk.work()
    desk.put_back(".cims")
    elsewhere = Entrance(desk.clock, CHEAP, CHEAP, tmp_path / "another pc")
    office = elsewhere.sign_in(desk.file, NAME, PASSWORD)
    for number in range(9):
        add_customer(office, f"Other {number}")
    office.close()

    assert desk.warnings() == ["journal_cut"]


def test_a_journal_cut_in_the_open_file_shows_at_the_next_sign_in(desk: Desk) -> None:
    desk.work()
    office = desk.sign_in()
    with office.acting.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM change WHERE act_id > 2")
        connection.exec_driver_sql("DELETE FROM act WHERE id > 2")
        connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'act'")
    office.close()

    codes = desk.warnings()

    assert "journal_cut" in codes


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff" * 99, b'{"mark": "cims head", "format": 1}', b"[" * 50_000]
)
def test_a_damaged_memory_stops_nobody(desk: Desk, content: bytes) -> None:
    (file,) = [each for each in desk.heads.iterdir() if each.suffix == ".json"]
    file.write_bytes(content)

    assert desk.warnings() == []
    assert json.loads(file.read_bytes())["seen"]["act"] == 2


def test_a_place_that_can_t_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, not a folder", encoding="ascii")
    desk = Desk(tmp_path)

    desk.work()

    assert desk.warnings() == []


def test_the_memory_is_private_and_holds_nothing_of_a_customer(desk: Desk) -> None:
    desk.work()

    (file,) = [each for each in desk.heads.iterdir() if each.suffix == ".json"]

    assert sys.platform == "win32" or file.stat().st_mode & 0o777 == 0o600
    content = json.loads(file.read_bytes())
    assert set(content) == {"mark", "format", "office", "seen", "lost", "found"}
    assert set(content["seen"]) == {"act", "digest", "at", "epoch", "renewals"}
    assert content["seen"]["at"] > NOON.timestamp() and ActKind.SIGN_IN not in file.read_text(
        encoding="ascii"
    )


def test_an_older_key_file_under_a_newer_epoch_shows(desk: Desk) -> None:
    """Whoever holds the data key can write any epoch and its mirror, but no newer administrator key."""
    office = desk.sign_in()
    office.users.add("bo", "Bo", READY_ROLES[RoleName.MANAGER], "granite teapot orchard 8", by=office.user)
    bo = next(one for one in office.users.listing(by=office.user) if one.sign_in_name == "bo")
    old = read_key_file(desk.file.with_suffix(".keys"))
    office.users.disable(bo.id, None, by=office.user)
    data_key = open_key_file(desk.file.with_suffix(".keys"), NAME, PASSWORD, minimum=CHEAP).data_key
    office.close()

    forged = replace(old, epoch=old.epoch + 10)
    desk.file.with_suffix(".keys").write_bytes(serialise(forged, data_key))
    database = OfficeDatabase(desk.file, data_key)
    with database.write() as connection:
        offices.mirror_keys(connection, forged.epoch, forged.digest())
    database.close()

    assert desk.warnings() == ["rolled_back"]
