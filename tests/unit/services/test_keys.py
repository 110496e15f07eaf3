"""New keys for an office: nothing is lost, the old ones open nothing, and only who may does it."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from cims_desktop.domain.errors import Cancelled, CimsError, OfficeFault, PermissionDenied
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.security.key_file import read_key_file
from cims_desktop.security.key_recovery import set_recovery_code
from cims_desktop.security.opened_keys import open_key_file
from cims_desktop.services.keys import Keys, RecoveryState, recovery_sheet
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import files
from cims_desktop.storage import gate as gates
from cims_desktop.storage import rekey as rekeys
from cims_desktop.storage.files import update_file
from tests.offices import CHEAP, NAME, NOON, PASSWORD, add_customer, entrance

FRONT_DESK, FRONT_DESK_PASSWORD = "li.na", "quiet marble garden 77"
SECRET = "11010519491231002X"
SIGNS_IN = """
import sys
from pathlib import Path
from tests.offices import entrance
office = entrance().sign_in(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
print("open", flush=True)
sys.stdin.readline()
office.close()
"""


def data_key(office: OpenOffice) -> bytes:
    return open_key_file(office.path.with_suffix(".keys"), NAME, PASSWORD, minimum=CHEAP).data_key


def add_front_desk(office: OpenOffice) -> None:
    office.users.add(
        FRONT_DESK, "Li Na", READY_ROLES[RoleName.FRONT_DESK], FRONT_DESK_PASSWORD, by=office.user
    )


def signed_in(office: OpenOffice, name: str = NAME, password: str = PASSWORD) -> OpenOffice:
    return entrance().sign_in(office.path, name, password)


def test_everything_is_there_after_a_rotation_and_goes_on(office: OpenOffice) -> None:
    before = data_key(office)
    first = add_customer(office, "Ada Lovelace")

    result = office.keys.rotate(by=office.user)

    second = add_customer(office, "Grace Hopper")
    assert [hit.id for hit in office.search.find("Lovelace", by=office.user)] == [first]
    assert [hit.id for hit in office.search.find("Grace", by=office.user)] == [second]
    assert office.health.check(by=office.user, deep=True).ok
    assert data_key(office) != before
    assert result.generation == 2


def test_everybody_signs_in_after_a_rotation_with_the_password_of_before(office: OpenOffice) -> None:
    add_front_desk(office)
    customer = add_customer(office)
    office.keys.rotate(by=office.user)
    office.close()

    for name, password in ((FRONT_DESK, FRONT_DESK_PASSWORD), (NAME, PASSWORD)):
        with contextlib.closing(signed_in(office, name, password)) as again:
            assert again.customers.get(customer, by=again.user).name == "Ada Lovelace"


def test_a_key_file_of_before_opens_nothing_any_more(office: OpenOffice) -> None:
    key_file = office.path.with_suffix(".keys")
    old = key_file.read_bytes()
    office.keys.rotate(by=office.user)
    office.close()
    key_file.write_bytes(old)

    with pytest.raises(OfficeFault) as fault:
        signed_in(office)
    assert fault.value.code == "wrong_key"


def test_sensitive_values_are_sealed_anew_and_still_read(office: OpenOffice) -> None:
    customer = add_customer(office)
    office.sensitive.put(customer, "national_id", SECRET, by=office.user)

    result = office.keys.rotate(by=office.user)

    assert result.resealed == 1
    assert office.sensitive.reveal(customer, "national_id", by=office.user) == SECRET
    assert office.sensitive.find("national_id", SECRET, by=office.user) == (customer,)


def test_no_pending_key_and_no_partial_file_is_left(office: OpenOffice) -> None:
    office.keys.rotate(by=office.user)

    assert read_key_file(office.path.with_suffix(".keys")).pending == {}
    assert not list(office.path.parent.glob("*.tmp"))


def test_the_journal_tells_of_the_rotation_once_and_stays_whole(office: OpenOffice) -> None:
    result = office.keys.rotate(by=office.user)

    with office.acting.read() as connection:
        told = connection.exec_driver_sql("SELECT id, user_id, detail FROM act WHERE kind = 'keys'").all()
    assert [(row[0], row[1]) for row in told] == [(result.changes.act, office.user.id)]
    assert '"rotated"' in told[0][2]


def test_a_backup_comes_first_and_its_failure_stops_everything(office: OpenOffice) -> None:
    before = data_key(office)

    def fails(_task: Task, _by: User) -> None:
        raise OfficeFault("disk_full")

    keys = Keys(office.acting, office._keys, fails)
    with pytest.raises(OfficeFault):
        keys.rotate(by=office.user)

    assert data_key(office) == before


@pytest.mark.parametrize("stage", ["begin", "copy", "keys", "check"])
def test_a_cancelled_rotation_leaves_everything_as_it_was(office: OpenOffice, stage: str) -> None:
    before = data_key(office)
    customer = add_customer(office)
    told: list[Progress] = []

    with pytest.raises(Cancelled):
        office.keys.rotate(
            Task(told.append, lambda: any(step.stage == stage for step in told)), by=office.user
        )

    assert office.customers.get(customer, by=office.user).name == "Ada Lovelace"
    assert data_key(office) == before
    assert read_key_file(office.path.with_suffix(".keys")).pending == {}
    assert office.keys.rotate(by=office.user).generation == 2


def test_an_office_that_is_open_elsewhere_is_not_rotated(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gates, "_ALONE_MILLISECONDS", 50)
    before = office.path.with_suffix(".keys").read_bytes()
    other = subprocess.Popen(
        [sys.executable, "-c", SIGNS_IN, str(office.path), NAME, PASSWORD],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert other.stdout is not None and other.stdout.readline().strip() == "open"

    with pytest.raises(OfficeFault) as fault:
        office.keys.rotate(by=office.user)
    add_customer(office)
    other.communicate("\n", timeout=60)

    assert (fault.value.code, fault.value.params) == ("in_use", {"path": str(office.path)})
    assert office.path.with_suffix(".keys").read_bytes() == before
    assert office.keys.rotate(by=office.user).generation == 2


def test_a_full_disk_is_told_before_anything_changes(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.path.with_suffix(".keys").read_bytes()
    monkeypatch.setattr(rekeys, "free_space", lambda _folder: 0)

    with pytest.raises(OfficeFault) as fault:
        office.keys.rotate(by=office.user)

    assert fault.value.code == "disk_full"
    assert office.path.with_suffix(".keys").read_bytes() == before


def test_a_disk_that_fills_up_at_the_last_write_loses_nothing(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = add_customer(office)
    placed, key_file = files._replace, office.path.with_suffix(".keys")

    def full(source: Path, target: Path) -> None:
        if target == key_file and read_key_file(target).pending:
            raise OSError(28, "No space left on device")
        placed(source, target)

    monkeypatch.setattr(files, "_replace", full)
    with pytest.raises(OfficeFault) as fault:
        office.keys.rotate(by=office.user)
    monkeypatch.setattr(files, "_replace", placed)

    assert fault.value.code == "disk_full"
    assert office.customers.get(customer, by=office.user).name == "Ada Lovelace"
    office.close()
    with contextlib.closing(signed_in(office)) as again:
        assert again.customers.get(customer, by=again.user).name == "Ada Lovelace"
        assert read_key_file(office.path.with_suffix(".keys")).pending == {}


def test_what_other_threads_want_to_read_waits_until_the_rotation_is_over(office: OpenOffice) -> None:
    customer = add_customer(office)
    names: list[str] = []
    faults: list[CimsError] = []
    stop = threading.Event()

    def read_on() -> None:
        while not stop.is_set():
            try:
                names.append(office.customers.get(customer, by=office.user).name)
            except CimsError as fault:
                faults.append(fault)

    reader = threading.Thread(target=read_on)
    reader.start()
    try:
        office.keys.rotate(by=office.user)
    finally:
        stop.set()
        reader.join()

    assert faults == []
    assert set(names) == {"Ada Lovelace"}


def test_the_front_desk_may_not_touch_keys(office: OpenOffice) -> None:
    desk = User(9, "li.na", "Li Na", READY_ROLES[RoleName.FRONT_DESK])

    for act in (office.keys.rotate, office.keys.recovery_code, office.keys.recovery_state):
        with pytest.raises(PermissionDenied):
            act(by=desk)


def test_a_recovery_code_is_known_by_when_and_by_whom_it_was_made(office: OpenOffice) -> None:
    before = office.keys.recovery_state(by=office.user)
    first = office.keys.recovery_code(by=office.user)
    second = office.keys.recovery_code(by=office.user)

    assert before == RecoveryState(exists=False)
    assert first != second
    assert office.keys.recovery_state(by=office.user) == RecoveryState(True, NOON, "Mei Chen")


def test_a_code_that_was_never_shown_counts_as_none(office: OpenOffice) -> None:
    """The program ended between key file and journal, with the first code as with a later one."""
    held, file = office._keys, office.path.with_suffix(".keys")
    held.take(set_recovery_code(file, held.opened, update=update_file, minimum=CHEAP).opened)
    first = office.keys.recovery_state(by=office.user)
    office.keys.recovery_code(by=office.user)
    shown = office.keys.recovery_state(by=office.user).exists
    held.take(set_recovery_code(file, held.opened, update=update_file, minimum=CHEAP).opened)

    assert (first.exists, shown) == (False, True)
    assert not office.keys.recovery_state(by=office.user).exists


def test_a_sheet_has_all_that_is_needed_to_recover() -> None:
    text = recovery_sheet(
        "{office} {file} {code} {made_on} {made_by}",
        office="Riverside", file="riverside.cims", code="ABCDE-FGHJK", made_on=date(2026, 11, 21), made_by="Mei Chen",
    )  # fmt: skip

    assert text == "Riverside riverside.cims ABCDE-FGHJK 2026-11-21 Mei Chen"
