"""Backups of an open office: made, proven, counted, due, pruned, entered; and what stops one."""

from __future__ import annotations

import contextlib
import stat
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cims_desktop.domain.backups import BackupEntry, EntryState
from cims_desktop.domain.errors import Cancelled, OfficeFault, PermissionDenied
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.services import backups as package
from cims_desktop.services.backups import making
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import backup_staging
from cims_desktop.storage.files import AtomicFile
from tests.offices import NAME, NOON, PASSWORD, FakeClock, add_customer, entrance, make_office


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OpenOffice]:
    """An office with one customer."""
    made = make_office(tmp_path, clock)
    add_customer(made)
    with contextlib.closing(made):
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fails_at(stage: str, fault: BaseException) -> Task:
    """A task that ends at the first report of a stage."""

    def report(now: Progress) -> None:
        if now.stage == stage:
            raise fault

    return Task(report=report)


def stages_of(make: object) -> list[str]:
    return list(dict.fromkeys(make))  # type: ignore[call-overload, no-any-return]


def test_a_backup_is_one_private_file_that_was_opened_and_counted(office: OpenOffice, folder: Path) -> None:
    stages: list[str] = []

    entry = office.backups.make(folder, Task(report=lambda now: stages.append(now.stage)), by=office.user)

    assert names(folder) == ["riverside-20261121T040000Z.cimsbak"]
    assert (entry.state, entry.proven_at, entry.counts["customer"]) == (EntryState.VERIFIED, NOON, 1)
    assert entry.size == entry.path.stat().st_size and len(entry.file_digest) == 64
    assert stages_of(stages) == ["copy", "archive", "digest", "unpack", "check", "done"]
    if sys.platform != "win32":
        assert stat.S_IMODE(entry.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nothing_of_a_customer_can_be_read_in_it(office: OpenOffice, folder: Path) -> None:
    content = office.backups.make(folder, by=office.user).path.read_bytes()

    plain = [word.encode(code) for word in ("Lovelace", "Riverside") for code in ("utf-8", "utf-16-le")]
    assert not any(text in content for text in plain)


def test_a_backup_leaves_nothing_beside_the_office_and_is_in_the_journal(
    office: OpenOffice, folder: Path
) -> None:
    before = set(names(office.path.parent))

    entry = office.backups.make(folder, by=office.user)

    assert set(names(office.path.parent)) - before == {"stick", "riverside.cims.backup.lock"}
    assert office.backups.listing(by=office.user) == (entry,)
    newest = office.reports.activity(1, by=office.user)[0]
    assert (newest.kind, newest.subject, newest.detail) == ("back_up", entry.file_name, "manual")


def test_it_is_of_one_instant_while_others_write(office: OpenOffice, folder: Path) -> None:
    stop, added = threading.Event(), [0]

    def work() -> None:
        while not stop.is_set() and added[0] < 200:
            add_customer(office, f"Writer {added[0]}")
            added[0] += 1

    writer = threading.Thread(target=work)

    def report(now: Progress) -> None:
        if now.stage == "copy" and not writer.ident:
            writer.start()
            while added[0] < 3:  # others get their commits through in the middle of the copy
                pass

    entry = office.backups.make(folder, Task(report=report), by=office.user)
    stop.set()
    writer.join()

    assert entry.state is EntryState.VERIFIED
    assert office.customers.count(_everyone(), by=office.user) > entry.counts["customer"]


def _everyone() -> object:
    from cims_desktop.domain.queries import CustomerQuery

    return CustomerQuery()


@pytest.mark.parametrize("stage", ["copy", "archive", "digest", "unpack", "check"])
def test_a_cancel_leaves_nothing_and_the_earlier_one(
    office: OpenOffice, folder: Path, clock: FakeClock, stage: str
) -> None:
    good = office.backups.make(folder, by=office.user)
    clock.now += timedelta(hours=1)

    with pytest.raises(Cancelled):
        office.backups.make(folder, fails_at(stage, Cancelled()), by=office.user)

    assert names(folder) == [good.file_name]
    assert office.backups.state(by=office.user, folder=folder).last_made == good


def test_what_cannot_be_proven_is_not_called_a_backup(
    office: OpenOffice, folder: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = office.backups.make(folder, by=office.user)
    clock.now += timedelta(days=1)

    def flipping(target: Path, task: Task) -> object:
        content = bytearray(target.read_bytes())
        content[len(content) // 2] ^= 1
        target.write_bytes(content)
        return digest_of(target, task)

    digest_of = making.digest_of
    monkeypatch.setattr(making, "digest_of", flipping)
    with pytest.raises(OfficeFault) as fault:
        office.backups.make(folder, by=office.user)

    assert fault.value.code == "backup_damaged"
    assert names(folder) == [good.file_name]
    state = office.backups.state(by=office.user, folder=folder)
    assert (state.problem, state.last_made, state.overdue) == ("backup_damaged", good, True)


def test_too_little_room_is_told_before_anything_is_written(
    office: OpenOffice, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_staging, "free_space", lambda path: 1000)

    with pytest.raises(OfficeFault) as fault:
        office.backups.make(folder, by=office.user)

    assert fault.value.code == "disk_full" and fault.value.params["free"] == 1000
    assert int(str(fault.value.params["needed"])) > office.path.stat().st_size
    assert names(folder) == []
    assert office.backups.state(by=office.user, folder=folder).problem == "disk_full"


def test_an_unplugged_drive_is_named_and_nothing_is_made_in_its_place(
    office: OpenOffice, tmp_path: Path, folder: Path
) -> None:
    entry = office.backups.make(folder, by=office.user)
    folder.rename(tmp_path / "unplugged")

    with pytest.raises(OfficeFault) as fault:
        office.backups.make(folder, by=office.user)
    with pytest.raises(OfficeFault) as never_there:
        office.backups.make(tmp_path / "no" / "such" / "drive", by=office.user)

    assert [fault.value.code, never_there.value.code] == ["backup_folder_missing"] * 2
    assert not folder.exists() and not (tmp_path / "no").exists()
    assert names(tmp_path / "unplugged") == [entry.file_name]


def test_the_state_tells_of_a_folder_and_of_an_archive_that_are_gone(
    office: OpenOffice, folder: Path
) -> None:
    entry = office.backups.make(folder, by=office.user)
    entry.path.unlink()
    without_archive = office.backups.state(by=office.user, folder=folder).problem
    folder.rmdir()

    assert without_archive == "archive_missing"
    assert office.backups.state(by=office.user, folder=folder).problem == "folder_missing"


def test_a_full_name_is_taken_as_it_is_and_never_written_over(office: OpenOffice, folder: Path) -> None:
    folder.mkdir()
    target = folder / "before the move.cimsbak"

    entry = office.backups.make(target, by=office.user)
    content = target.read_bytes()
    with pytest.raises(OfficeFault) as fault:
        office.backups.make(target, by=office.user)

    assert entry.path == target and target.read_bytes() == content
    assert fault.value.code == "exists"


def test_two_in_one_second_have_two_names(office: OpenOffice, folder: Path) -> None:
    first, second = (office.backups.make(folder, by=office.user) for _ in range(2))

    assert first.path != second.path and first.path.exists() and second.path.exists()


def test_two_programs_do_not_back_up_at_once(
    office: OpenOffice, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_PATIENCE", 0.05)
    other = entrance().sign_in(office.path, NAME, PASSWORD)
    faults = []

    def report(now: Progress) -> None:
        if now.stage == "archive" and not faults:
            with pytest.raises(OfficeFault) as fault:
                other.backups.make(folder, by=other.user)
            faults.append(fault.value.code)

    with contextlib.closing(other):
        entry = office.backups.make(folder, Task(report=report), by=office.user)

    assert faults == ["in_use"] and names(folder) == [entry.file_name]


def test_leftovers_of_killed_runs_are_swept(office: OpenOffice, folder: Path) -> None:
    import os

    folder.mkdir()
    half = AtomicFile(folder / "x.cimsbak", family=f"backup {office.profile.uid}").partial
    half.write_bytes(b"half an archive")
    work = office.path.with_name(".cims-work-0123456789ab")
    work.mkdir()
    (work / "office.cims").write_bytes(b"half a copy")
    for path in (half, work):
        os.utime(path, (0, 0))

    entry = office.backups.make(folder, by=office.user)

    assert names(folder) == [entry.file_name] and not work.exists()


def test_a_key_file_that_is_ahead_of_the_database_goes_along(
    office: OpenOffice, folder: Path, tmp_path: Path
) -> None:
    with office.acting.database.write() as connection:  # as a crash between the two writes leaves it
        connection.exec_driver_sql("UPDATE office SET key_epoch = 0, key_file_digest = NULL")

    entry = office.backups.make(folder, by=office.user)

    restored = entrance().restorer().restore(entry.path, tmp_path / "again" / "r.cims", NAME, PASSWORD)
    entrance().sign_in(restored, NAME, PASSWORD).close()


def test_the_scheduled_one_comes_once_a_day_whoever_is_signed_in(
    office: OpenOffice, folder: Path, clock: FakeClock
) -> None:
    desk = User(office.user.id, "desk", "Desk", READY_ROLES[RoleName.FRONT_DESK])
    first = office.backups.scheduled(folder, by=desk)
    again = office.backups.scheduled(folder, by=desk)
    clock.now += timedelta(hours=13)  # past midnight in the office, 1:00
    next_day = office.backups.scheduled(folder, by=desk)

    assert first is not None and again is None and next_day is not None
    assert next_day.reason == "scheduled"


def test_nothing_is_due_where_the_office_backs_up_by_hand(office: OpenOffice) -> None:
    from dataclasses import replace

    rules = office.rules.get(by=office.user)
    was_due = office.backups.due(by=office.user)
    office.rules.save(replace(rules, policy=replace(rules.policy, backup_days=0)), by=office.user)

    assert was_due and not office.backups.due(by=office.user)
    assert office.backups.state(by=office.user).next_due is None


def test_a_backup_from_the_future_does_not_put_the_next_one_off(
    office: OpenOffice, folder: Path, clock: FakeClock
) -> None:
    clock.now += timedelta(days=400)
    office.backups.make(folder, by=office.user)
    clock.now -= timedelta(days=400)

    assert office.backups.due(by=office.user)


def test_whoever_looks_as_another_role_makes_no_backup(office: OpenOffice, folder: Path) -> None:
    from dataclasses import replace

    looking = replace(office.user, looking=True)

    assert office.backups.scheduled(folder, by=looking) is None
    with pytest.raises(PermissionDenied):
        office.backups.make(folder, by=looking)
    assert not folder.exists()


def test_old_ones_are_pruned_and_those_of_others_are_not(
    office: OpenOffice, folder: Path, clock: FakeClock, tmp_path: Path
) -> None:
    foreign = make_office(_made(tmp_path / "other"))
    with contextlib.closing(foreign):
        theirs = foreign.backups.make(folder, by=foreign.user)
    (folder / "notes.cimsbak").write_text("not ours")
    made: list[BackupEntry] = []
    for _day in range(4):
        made.append(office.backups.make(folder, by=office.user))
        clock.now += timedelta(days=1)

    gone = office.backups.prune(
        folder, OfficePolicy(keep_daily=1, keep_weekly=0, keep_monthly=0, keep_yearly=0), by=office.user
    )

    assert set(gone) == {one.path for one in made[:3]}
    assert names(folder) == sorted([made[3].file_name, "notes.cimsbak", theirs.file_name])


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_proving_later_sets_the_badge_and_finds_what_has_rotted(
    office: OpenOffice, folder: Path, clock: FakeClock
) -> None:
    entry = office.backups.make(folder, by=office.user)
    clock.now += timedelta(days=3)
    proven = office.backups.prove(entry.path, by=office.user)
    content = bytearray(entry.path.read_bytes())
    content[len(content) // 2] ^= 1
    entry.path.write_bytes(content)

    with pytest.raises(OfficeFault) as fault:
        office.backups.prove(entry.path, by=office.user)

    assert proven.id == entry.id and proven.proven_at == clock.now
    assert fault.value.code == "backup_damaged"
    assert office.backups.state(by=office.user, folder=folder).problem == "backup_damaged"
    assert office.backups.state(by=office.user, folder=folder).last_made is None


def test_a_backup_from_before_a_rotation_is_proven_with_the_password_of_its_day(
    office: OpenOffice, folder: Path
) -> None:
    entry = office.backups.make(folder, by=office.user)
    office.keys.rotate(by=office.user)

    with pytest.raises(OfficeFault) as fault:
        office.backups.prove(entry.path, by=office.user)
    proven = office.backups.prove(entry.path, by=office.user, sign_in_name=NAME, password=PASSWORD)
    after = office.backups.make(folder, by=office.user)

    assert fault.value.code == "backup_other_keys"
    assert proven.id == entry.id and after.state is EntryState.VERIFIED


def test_keys_are_rotated_only_after_a_backup(office: OpenOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    office.keys.rotate(by=office.user)
    made = office.backups.listing(by=office.user)
    monkeypatch.setattr(backup_staging, "free_space", lambda path: 0)
    generation = office.users._keys.opened.data_generation

    with pytest.raises(OfficeFault):
        office.keys.rotate(by=office.user)

    assert [one.reason for one in made] == ["rotation"]
    assert made[0].path.parent == office.path.with_name("riverside backups")
    assert office.users._keys.opened.data_generation == generation
    assert office.backups.due(by=office.user)  # it does not stand in for the office's own


def test_a_move_is_a_verified_backup_and_what_to_do_next(office: OpenOffice, folder: Path) -> None:
    moving = office.backups.move(folder, by=office.user)

    assert moving.entry.reason == "moving" and moving.entry.state is EntryState.VERIFIED
    assert "restore_file" in moving.steps


def test_the_default_folder_has_the_offices_name(
    office: OpenOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "Documents")

    entry = office.backups.make(by=office.user)

    assert entry.path.parent == tmp_path / "Documents" / "CIMS Backups" / "Riverside"
    assert package.default_folder('a/b:c*"') == tmp_path / "Documents" / "CIMS Backups" / "a b c"
    assert package.default_folder("CON").name == package.default_folder(" .. ").name == "office"
    state = office.backups.state(by=office.user)
    assert (state.folder, state.same_disk) == (entry.path.parent, True)


def test_older_ones_are_pruned_by_the_next_but_not_where_somebody_names_the_file(
    office: OpenOffice, folder: Path, clock: FakeClock
) -> None:
    from dataclasses import replace

    rules = office.rules.get(by=office.user)
    one_only = replace(rules.policy, keep_daily=1, keep_weekly=0, keep_monthly=0, keep_yearly=0)
    office.rules.save(replace(rules, policy=one_only), by=office.user)
    first = office.backups.make(folder, by=office.user)
    clock.now += timedelta(days=2)
    named = office.backups.make(folder / "named.cimsbak", by=office.user)
    moved = office.backups.move(folder, by=office.user).entry
    before = names(folder)
    clock.now += timedelta(days=2)
    last = office.backups.make(folder, by=office.user)

    assert before == sorted([first.file_name, named.file_name, moved.file_name])
    assert names(folder) == [last.file_name]
