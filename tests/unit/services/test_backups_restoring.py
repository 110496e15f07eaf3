"""Bringing a backup back: what is shown before, what is refused and why, and what stands there afterwards."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import Cancelled, CimsError, Invalid, OfficeFault, SignInRefused
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.security.encoding import canonical
from cims_desktop.services.backups import Restorer
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import backup_staging, migrations, opening
from cims_desktop.storage.engine import OfficeDatabase
from tests.offices import CHEAP, NAME, NOON, PASSWORD, FakeClock, add_customer, entrance, make_office

Members = dict[str, bytes]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """An office with one customer."""
    (tmp_path / "here").mkdir()
    made = make_office(tmp_path / "here")
    add_customer(made)
    with contextlib.closing(made):
        yield made


@pytest.fixture
def archive(office: OpenOffice, tmp_path: Path) -> Path:
    """A backup of it."""
    return office.backups.make(tmp_path / "stick", by=office.user).path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "there" / "back.cims"


@pytest.fixture
def restorer() -> Restorer:
    return entrance().restorer()


def members(archive: Path) -> Members:
    with zipfile.ZipFile(archive) as file:
        return {name: file.read(name) for name in file.namelist()}


def write(archive: Path, content: Members, how: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(archive, "w", how) as file:
        for name, data in content.items():
            file.writestr(name, data)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def fault_of(restorer: Restorer, archive: Path, target: Path, password: str = PASSWORD) -> CimsError:
    """What is said when restoring; nothing may be left where it was to go."""
    with pytest.raises(CimsError) as fault:
        restorer.restore(archive, target, NAME, password)
    assert names(target.parent) == []
    return fault.value


def test_without_a_password_it_tells_when_of_which_office_and_how_large(
    office: OpenOffice, archive: Path, restorer: Restorer
) -> None:
    label = restorer.label(archive)

    assert (label.office_uid, label.made_at, label.reason) == (office.profile.uid, NOON, "manual")
    assert label.size == archive.stat().st_size


def test_with_a_password_it_tells_what_is_in_it(archive: Path, restorer: Restorer) -> None:
    contents = restorer.preview(archive, NAME, PASSWORD)

    assert (contents.office_name, contents.users, contents.newest_act) == ("Riverside", (NAME,), NOON)
    assert (contents.counts["customer"], contents.counts["user"]) == (1, 1)


def test_the_restored_office_is_whole_private_and_says_from_what_it_came(
    archive: Path, restorer: Restorer, target: Path
) -> None:
    restored = restorer.restore(archive, target.with_suffix(""), NAME, PASSWORD)

    assert restored == target and names(target.parent) == ["back.cims", "back.keys"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in target.parent.iterdir()} == {0o600}
    back = entrance().sign_in(target, NAME, PASSWORD)
    with contextlib.closing(back):
        assert back.customers.count(CustomerQuery(), by=back.user) == 1
        shown = back.reports.activity(5, by=back.user)
        assert [(row.kind, row.detail, row.subject) for row in shown][:1] == [
            ("back_up", "restored", archive.name)
        ]
        assert {finding.kind for finding in back.health.check(by=back.user, deep=True).findings} <= {
            "journal"
        }


def test_it_opens_with_the_password_of_its_day_and_with_no_other(
    office: OpenOffice, archive: Path, restorer: Restorer, target: Path
) -> None:
    office.users.change_password(PASSWORD, "copper lantern meadow 77", by=office.user)

    newer = fault_of(restorer, archive, target, "copper lantern meadow 77")
    restorer.restore(archive, target, NAME, PASSWORD)

    assert isinstance(newer, SignInRefused)
    entrance().sign_in(target, NAME, PASSWORD).close()


def test_the_recovery_code_of_its_day_opens_it(
    office: OpenOffice, tmp_path: Path, restorer: Restorer, target: Path
) -> None:
    code = office.keys.recovery_code(by=office.user)
    archive = office.backups.make(tmp_path / "stick", by=office.user).path
    newer = office.keys.recovery_code(by=office.user)

    restorer.restore(archive, target, "", code)

    assert restorer.preview(archive, "", code).office_name == "Riverside"
    with pytest.raises(SignInRefused):
        restorer.preview(archive, "", newer)
    with pytest.raises(Invalid):
        restorer.preview(archive, "", "no code at all")
    entrance().sign_in(target, NAME, PASSWORD).close()


@pytest.mark.parametrize("ending", [".cims", ".keys", ".cims-wal", ".cims-journal"])
def test_nothing_is_ever_written_over(archive: Path, restorer: Restorer, target: Path, ending: str) -> None:
    target.parent.mkdir()
    there = target.with_suffix(ending)
    there.write_bytes(b"somebody's")

    with pytest.raises(OfficeFault) as fault:
        restorer.restore(archive, target, NAME, PASSWORD)

    assert (fault.value.code, fault.value.params["path"]) == ("exists", str(there))
    assert there.read_bytes() == b"somebody's" and names(target.parent) == [there.name]


def test_an_office_that_came_into_being_meanwhile_is_kept(
    archive: Path, restorer: Restorer, target: Path
) -> None:
    def report(now: Progress) -> None:
        if now.stage == "place" and now.done == 0:
            target.write_bytes(b"somebody's")

    with pytest.raises(OfficeFault) as fault:
        restorer.restore(archive, target, NAME, PASSWORD, Task(report=report))

    assert fault.value.code == "exists"
    assert target.read_bytes() == b"somebody's" and names(target.parent) == ["back.cims"]


def test_keys_that_a_killed_restore_of_the_same_backup_left_are_no_hindrance(
    archive: Path, restorer: Restorer, target: Path
) -> None:
    target.parent.mkdir()

    target.with_suffix(".keys").write_bytes(members(archive)["office.keys"] + b" ")
    with pytest.raises(OfficeFault):  # of another backup they would be somebody's
        restorer.restore(archive, target, NAME, PASSWORD)
    target.with_suffix(".keys").write_bytes(members(archive)["office.keys"])
    restorer.restore(archive, target, NAME, PASSWORD)

    entrance().sign_in(target, NAME, PASSWORD).close()


@pytest.mark.parametrize("stage", ["unpack", "check", "place"])
def test_a_cancel_leaves_nothing(archive: Path, restorer: Restorer, target: Path, stage: str) -> None:
    def report(now: Progress) -> None:
        if now.stage == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        restorer.restore(archive, target, NAME, PASSWORD, Task(report=report))

    assert names(target.parent) == []


def test_a_live_office_goes_to_a_local_disk_only(archive: Path, restorer: Restorer, tmp_path: Path) -> None:
    with pytest.raises(OfficeFault) as fault:
        restorer.restore(archive, tmp_path / "OneDrive" / "x.cims", NAME, PASSWORD)
    assert fault.value.code == "synced_place"  # by a name that was not there before
    with pytest.raises(OfficeFault) as fault:
        restorer.restore(archive, tmp_path / "OneDrive" / "x.cims", NAME, PASSWORD)

    assert fault.value.code == "synced_place" and names(tmp_path / "OneDrive") == []


def test_too_little_room_is_told_before_anything_is_unpacked(
    archive: Path, restorer: Restorer, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_staging, "free_space", lambda path: 4096)

    fault = fault_of(restorer, archive, target)

    assert (fault.code, fault.params["free"]) == ("disk_full", 4096)


def test_a_flipped_byte_anywhere_is_refused(archive: Path, restorer: Restorer, target: Path) -> None:
    whole = archive.read_bytes()
    with zipfile.ZipFile(archive) as file:
        starts = {info.filename: info.header_offset + 100 for info in file.infolist()}
    places = [*starts.values(), len(whole) // 3, len(whole) - len(whole) // 4]

    for place in places:
        content = bytearray(whole)
        content[place] ^= 0x20
        archive.write_bytes(content)
        fault = fault_of(restorer, archive, target)
        assert fault.code in ("backup_damaged", "backup_mismatch", "key_file_damaged"), place


def test_a_cut_archive_is_refused(archive: Path, restorer: Restorer, target: Path) -> None:
    whole = archive.read_bytes()

    for size in (0, 3, 4, 4096, len(whole) // 2, len(whole) - 1):
        archive.write_bytes(whole[:size])
        assert fault_of(restorer, archive, target).code in ("backup_damaged", "not_a_backup")


def test_every_byte_of_a_small_manifest_counts(archive: Path, restorer: Restorer) -> None:
    content = members(archive)
    genuine = content["manifest.json"]

    for place in range(0, len(genuine), 7):
        changed = bytearray(genuine)
        changed[place] ^= 1
        write(archive, content | {"manifest.json": bytes(changed)})
        with pytest.raises(CimsError) as fault:
            restorer.preview(archive, NAME, PASSWORD)
        assert fault.value.code in ("backup_damaged", "backup_newer", "not_a_backup", "backup_mismatch")


def _changed(name: str, value: object) -> Callable[[Members], Members]:
    def change(content: Members) -> Members:
        manifest = json.loads(content["manifest.json"])
        manifest[name] = value
        return content | {"manifest.json": canonical(manifest)}

    return change


def _without_keys(content: Members) -> Members:
    return {name: data for name, data in content.items() if name != "office.keys"}


BAD = {
    "a passenger": (lambda content: content | {"run.exe": b"MZ"}, "backup_damaged"),
    "a path out of the folder": (lambda content: content | {"../../evil": b"x"}, "backup_damaged"),
    "a missing member": (_without_keys, "backup_damaged"),
    "none of our members": (lambda content: {"letter.txt": b"hello"}, "not_a_backup"),
    "another day": (_changed("made_at", "2020-01-01T00:00:00+00:00"), "backup_damaged"),
    "a day without a zone": (_changed("made_at", "2020-01-01T00:00:00"), "backup_damaged"),
    "another reason": (_changed("reason", "because"), "backup_damaged"),
    "another office": (_changed("office", "somebody-else"), "backup_mismatch"),
    "another program's mark": (_changed("mark", "other"), "not_a_backup"),
    "a newer format": (_changed("format", 2), "backup_newer"),
    "an added field": (_changed("extra", 1), "backup_damaged"),
    "an empty manifest": (lambda content: content | {"manifest.json": b"{}"}, "not_a_backup"),
    "no manifest at all": (lambda content: content | {"manifest.json": b"\xff"}, "backup_damaged"),
    "a deep manifest": (lambda content: content | {"manifest.json": b"[" * 100_000}, "backup_damaged"),
    "a huge manifest": (lambda content: content | {"manifest.json": b" " * (2 << 20)}, "backup_damaged"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_a_made_up_archive_is_refused_with_its_reason(
    archive: Path, restorer: Restorer, target: Path, what: str
) -> None:
    change, code = BAD[what]
    write(archive, change(members(archive)))

    assert fault_of(restorer, archive, target).code == code


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Path, restorer: Restorer, target: Path) -> None:
    content = members(archive)
    write(archive, content | {"office.cims": b"\0" * (64 << 20)}, zipfile.ZIP_DEFLATED)

    fault = fault_of(restorer, archive, target)

    assert (fault.code, fault.params["part"]) == ("backup_damaged", "members")


def test_two_members_of_one_name_are_refused(archive: Path, restorer: Restorer, target: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(archive, "a") as file:
        file.writestr("office.keys", b"{}")

    assert fault_of(restorer, archive, target).code == "backup_damaged"


def test_a_directory_that_lies_about_sizes_is_refused(
    archive: Path, restorer: Restorer, target: Path
) -> None:
    whole = bytearray(archive.read_bytes())
    size = len(members(archive)["office.cims"]).to_bytes(4, "little")
    where = whole.rfind(size + size)  # in the zip's directory
    whole[where : where + 8] = b"\xff\xff\xff\x7f" * 2
    archive.write_bytes(whole)

    assert fault_of(restorer, archive, target).code == "backup_damaged"


def _other(tmp_path: Path, sign_in: str = PASSWORD) -> Path:
    folder = tmp_path / "other"
    folder.mkdir()
    other = make_office(folder)
    with contextlib.closing(other):
        return other.backups.make(folder / "stick", by=other.user).path


@pytest.mark.parametrize("swapped", ["office.keys", "office.cims"])
def test_a_part_of_another_office_is_refused(
    archive: Path, restorer: Restorer, target: Path, tmp_path: Path, swapped: str
) -> None:
    write(archive, members(archive) | {swapped: members(_other(tmp_path))[swapped]})

    assert fault_of(restorer, archive, target).code in ("backup_mismatch", "backup_damaged")


def test_the_key_file_of_another_day_is_refused(
    office: OpenOffice, archive: Path, restorer: Restorer, target: Path
) -> None:
    office.users.change_password(PASSWORD, "copper lantern meadow 77", by=office.user)
    newer = office.path.with_suffix(".keys").read_bytes()
    write(archive, members(archive) | {"office.keys": newer})

    fault = fault_of(restorer, archive, target, "copper lantern meadow 77")

    assert (fault.code, fault.params["part"]) == ("backup_damaged", "office.keys")


def test_what_was_edited_by_somebody_with_the_key_is_still_not_what_was_backed_up(
    office: OpenOffice, archive: Path, restorer: Restorer, target: Path, tmp_path: Path
) -> None:
    """Staff hold the data key; they can write a page, but not the measure that the manifest has of it."""
    content = members(archive)
    edited = tmp_path / "edited.cims"
    edited.write_bytes(content["office.cims"])
    database = OfficeDatabase(edited, office.users._keys.opened.data_key)
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE customer SET name = 'Somebody else'")
    database.close()
    write(archive, content | {"office.cims": edited.read_bytes()})

    fault = fault_of(restorer, archive, target)

    assert (fault.code, fault.params["part"]) == ("backup_damaged", "office.cims")


def test_other_files_are_told_from_backups(restorer: Restorer, tmp_path: Path, office: OpenOffice) -> None:
    plain = tmp_path / "letter.cimsbak"
    plain.write_text("Dear customer")
    codes = []
    for path in (plain, office.path, tmp_path, tmp_path / "missing.cimsbak"):
        with pytest.raises(OfficeFault) as fault:
            restorer.label(path)
        codes.append(fault.value.code)

    assert codes == ["not_a_backup", "not_a_backup", "backup_missing", "backup_missing"]


def _as_of_the_first_revision(office: OpenOffice) -> None:
    """Takes the schema back, as an earlier program has left it."""
    with office.acting.database.write() as connection:
        migrations.downgrade(connection, "0001")
    office._database.close()


def test_an_office_of_an_earlier_program_is_backed_up_before_it_is_migrated(
    tmp_path: Path, restorer: Restorer, target: Path
) -> None:
    old = make_office(tmp_path)
    add_customer(old)
    _as_of_the_first_revision(old)

    opened = entrance().sign_in(old.path, NAME, PASSWORD)

    with contextlib.closing(opened):
        (entry,) = opened.backups.listing(by=opened.user)
    assert (entry.reason, entry.state) == ("migration", "verified")
    assert entry.path.parent == tmp_path / "riverside backups" and entry.path.exists()
    assert restorer.label(entry.path).revision == "0001"
    restorer.restore(entry.path, target, NAME, PASSWORD)
    again = entrance().sign_in(target, NAME, PASSWORD)
    with contextlib.closing(again):
        assert again.customers.count(CustomerQuery(), by=again.user) == 1
        assert again.backups.listing(by=again.user) == ()  # it was up to date, nothing had to be made


def test_without_a_backup_nothing_is_migrated_and_the_way_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = make_office(tmp_path)
    _as_of_the_first_revision(old)
    before = old.path.read_bytes()
    with monkeypatch.context() as full:
        full.setattr(backup_staging, "free_space", lambda path: 0)
        with pytest.raises(OfficeFault) as fault:
            entrance().sign_in(old.path, NAME, PASSWORD)

    assert (fault.value.code, fault.value.params["reason"]) == ("migration_refused", "disk_full")
    assert fault.value.params["path"] == str(tmp_path / "riverside backups")
    assert old.path.read_bytes()[4096:] == before[4096:]
    entrance().sign_in(old.path, NAME, PASSWORD).close()


def test_a_backup_of_a_newer_program_says_so(
    office: OpenOffice, archive: Path, restorer: Restorer, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "HEAD", "0001")

    assert fault_of(restorer, archive, target).code == "newer"


def test_the_weakest_keys_that_are_accepted_are_those_of_a_sign_in(archive: Path) -> None:
    """The tests' cheap key derivation is refused by the restorer that people get."""
    with pytest.raises(OfficeFault) as fault:
        Restorer(FakeClock()).preview(archive, NAME, PASSWORD)

    assert fault.value.code == "key_file_damaged"
    assert replace(CHEAP) == CHEAP


def test_a_copy_on_another_disk_restores_the_same(
    archive: Path, restorer: Restorer, target: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "客户 备份.cimsbak"
    shutil.copyfile(archive, copy)

    restorer.restore(copy, target, NAME.upper(), PASSWORD)

    assert io.BytesIO(target.read_bytes()).getbuffer().nbytes % 4096 == 0
    entrance().sign_in(target, NAME, PASSWORD).close()


def test_wrong_passwords_make_the_next_one_wait_whichever_backup_it_is_and_a_right_one_ends_it(
    office: OpenOffice, archive: Path, tmp_path: Path, target: Path
) -> None:
    again = office.backups.make(tmp_path / "other", by=office.user).path
    state = tmp_path / "state"

    def tried(backup: Path, password: str) -> CimsError:
        with pytest.raises(SignInRefused) as refused:
            Restorer(FakeClock(), CHEAP, state).preview(backup, NAME, password)
        return refused.value

    said = [tried(archive, f"wrong {count}").code for count in range(4)]
    waits = tried(again, PASSWORD)
    assert said == ["wrong_name_or_password"] * 4
    assert (waits.code, waits.params["seconds"]) == ("wait", 1)
    assert fault_of(Restorer(FakeClock(), CHEAP, state), archive, target).code == "wait"
    assert [path.suffix for path in state.iterdir() if path.suffix == ".attempts"] == [".attempts"]
    assert NAME not in "".join(path.read_text() for path in state.iterdir())

    for file in state.glob("*.attempts"):
        told = json.loads(file.read_bytes())
        told["names"] = {name: [count, 0.0] for name, (count, _left) in told["names"].items()}
        file.write_text(json.dumps(told))
    Restorer(FakeClock(), CHEAP, state).preview(archive, NAME, PASSWORD)
    assert tried(archive, "wrong again").code == "wrong_name_or_password"
    assert tried(archive, "and again").code == "wrong_name_or_password"


def test_a_state_folder_that_cannot_be_made_keeps_nobody_from_his_backup(
    archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")

    restorer = Restorer(FakeClock(), CHEAP, tmp_path / "file" / "state")

    assert restorer.preview(archive, NAME, PASSWORD).office_name == "Riverside"
