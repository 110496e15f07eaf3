"""The growing delay after failed sign-ins: kept across restarts, fooled by no clock, and never longer than it says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter
from cims_desktop.domain.errors import SignInRefused
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.throttle import FREE_OF_OFFICE, LONGEST, Throttle, delay_after
from cims_desktop.storage import attempts
from tests.offices import NAME, NOON, PASSWORD, entrance, make_office

YEAR = timedelta(days=365)


@dataclass
class Computer:
    """A PC's clocks: the one on the wall, which anybody may set, and the one that runs since the start."""

    wall: datetime = NOON
    since_start: float = 5000.0
    boot: str = "monday"
    file: Path = field(default_factory=Path)

    def passes(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.since_start += seconds

    def restarts(self, after: float = 60.0) -> None:
        self.wall += timedelta(seconds=after)
        self.since_start, self.boot = 30.0, "tuesday"

    def program(self) -> Throttle:
        """A freshly started program."""
        return Throttle(self.file, lambda: self.wall, lambda: (self.boot, self.since_start))

    def waits(self, name: str = "mei") -> int:
        refusal = None
        try:
            self.program().require_free(name)
        except SignInRefused as refused:
            refusal = refused
        seconds = refusal.params["seconds"] if refusal is not None else 0
        assert isinstance(seconds, int) and (refusal is None or (refusal.code == "wait" and seconds > 0))
        return seconds

    def fails(self, times: int, name: str = "mei") -> None:
        for _time in range(times):
            self.program().failed(name)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(file=tmp_path / "a.attempts")


def test_the_delay_grows_and_has_an_end() -> None:
    assert [delay_after(count) for count in range(8)] == [0, 0, 0, 0, 1, 2, 4, 8]
    assert max(delay_after(count) for count in range(2000)) == LONGEST == 900


def test_three_failures_are_free_and_the_fourth_is_not(computer: Computer) -> None:
    computer.fails(3)
    assert computer.waits() == 0
    computer.fails(1)
    assert computer.waits() == 1


def test_the_wait_passes_with_the_time_and_not_sooner(computer: Computer) -> None:
    computer.fails(8)

    assert computer.waits() == 16
    computer.passes(15.5)
    assert computer.waits() == 1
    computer.passes(0.5)
    assert computer.waits() == 0


def test_another_name_does_not_wait_until_the_office_does(computer: Computer) -> None:
    computer.fails(FREE_OF_OFFICE)
    assert computer.waits() > 1 and computer.waits("bo") == 0
    computer.fails(3)
    assert computer.waits("bo") == 4


def test_guessing_with_ever_new_names_waits_too(computer: Computer) -> None:
    for number in range(FREE_OF_OFFICE + 5):
        computer.fails(1, f"name {number}")

    assert computer.waits("still another") == 16


def test_a_name_is_one_name_however_it_is_typed(computer: Computer) -> None:
    computer.fails(5, "Ren\u00e9e")

    assert computer.waits("  rene\u0301e ") == 2


def test_the_wait_survives_a_restart_of_the_computer(computer: Computer) -> None:
    computer.fails(12)
    assert computer.waits() == 256

    computer.restarts(after=56)

    assert computer.waits() == 200


@pytest.mark.parametrize("set_by", [-YEAR, YEAR, -timedelta(hours=1), timedelta(seconds=200)])
def test_setting_the_clock_neither_frees_nor_locks_longer(computer: Computer, set_by: timedelta) -> None:
    computer.fails(11)
    computer.wall += set_by

    assert computer.waits() == 128
    computer.passes(127)
    assert computer.waits() == 1
    computer.passes(1)
    assert computer.waits() == 0


def test_a_clock_set_back_over_a_restart_waits_once_more_and_no_longer(computer: Computer) -> None:
    computer.fails(11)
    computer.restarts()
    computer.wall -= YEAR

    assert computer.waits() == 128
    computer.passes(100)
    assert computer.waits() == 28, "not from the beginning again"
    computer.passes(28)
    assert computer.waits() == 0


def test_a_clock_that_comes_back_from_the_future_does_not_lock_for_a_year(computer: Computer) -> None:
    computer.wall += YEAR
    computer.fails(11)
    computer.restarts()
    computer.wall -= YEAR

    assert computer.waits() == 128
    computer.passes(128)
    assert computer.waits() == 0


def test_after_a_restart_the_uptime_counts_again(computer: Computer) -> None:
    computer.fails(11)
    computer.restarts(after=8)
    assert computer.waits() == 120

    computer.wall += YEAR

    assert computer.waits() == 120


def test_a_success_forgets_the_name_and_the_office_but_not_other_names(computer: Computer) -> None:
    computer.fails(6, "mei")
    computer.fails(9, "bo")

    computer.program().succeeded("mei")

    assert (computer.waits("mei"), computer.waits("bo")) == (0, 32)
    computer.fails(1, "mei")
    assert computer.waits("mei") == 0


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0" * 100, b"{}", b"[1, 2]", b"null", b'{"mark": "cims attempts"}', b"\xff\xfe", b"[" * 100_000,
        b"x" * 1_000_000,
        b'{"mark":"cims attempts","format":1,"salt":"","stamp":[1,"",1],"office":[1e999,1],"names":{},"failed":[],'
        b'"dropped":0}',
        b'{"mark":"cims attempts","format":1,"salt":"","stamp":["x","",1],"office":[1,1],"names":{},"failed":[],'
        b'"dropped":0}',
    ],
)  # fmt: skip
def test_a_damaged_file_stops_nobody_and_counts_from_then_on(computer: Computer, content: bytes) -> None:
    computer.file.write_bytes(content)

    assert computer.waits() == 0
    computer.fails(4)
    assert computer.waits() == 1


def test_a_file_that_asks_for_a_longer_wait_than_the_delay_does_not_get_it(computer: Computer) -> None:
    computer.fails(5)
    text = computer.file.read_text(encoding="ascii").replace("[5,2.0]", "[5,99999999.0]")
    computer.file.write_text(text, encoding="ascii")

    assert "99999999.0" in text and computer.waits() == 2


def test_a_deleted_file_is_a_fresh_start(computer: Computer) -> None:
    computer.fails(9)
    computer.file.unlink()

    assert computer.waits() == 0


def test_the_file_is_private_small_and_names_nobody(computer: Computer) -> None:
    for number in range(500):
        computer.fails(1, f"Guessed {number}")

    content = computer.file.read_bytes()

    assert len(content) < 20_000 and b"uessed" not in content
    assert sys.platform == "win32" or computer.file.stat().st_mode & 0o777 == 0o600
    assert attempts.read(computer.file).dropped == 500 - attempts.MOST_TIMES


def test_a_folder_that_can_t_be_written_stops_nobody(tmp_path: Path) -> None:
    computer = Computer(file=tmp_path / "missing" / "a.attempts")

    computer.fails(9)

    assert computer.waits() == 0


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    made = make_office(tmp_path)
    yield made
    made.close()


def try_in(office: OpenOffice, password: str, name: str = NAME) -> OpenOffice:
    return entrance().sign_in(office.path, name, password)


def fail(office: OpenOffice, times: int, name: str = NAME) -> list[str]:
    codes = []
    for _time in range(times):
        with pytest.raises(SignInRefused) as refused:
            try_in(office, "wrong", name)
        codes.append(refused.value.code)
    return codes


def test_signing_in_waits_even_with_the_right_password(office: OpenOffice) -> None:
    codes = fail(office, 5)

    assert codes == ["wrong_name_or_password"] * 4 + ["wait"]
    with pytest.raises(SignInRefused) as refused:
        try_in(office, PASSWORD)
    assert refused.value.code == "wait" and refused.value.params["seconds"] == 1


def test_the_next_sign_in_writes_the_failures_into_the_journal(office: OpenOffice) -> None:
    fail(office, 2)
    fail(office, 1, "nobody.here")

    again = try_in(office, PASSWORD)

    written = again.audit.entries(AuditFilter(kinds=frozenset({ActKind.SIGN_IN_FAILED})), by=again.user)
    sign_ins = again.audit.entries(AuditFilter(kinds=frozenset({ActKind.SIGN_IN})), by=again.user)
    found = {entry.detail["what"]: (entry.detail["count"], entry.user) for entry in written}
    again.close()
    assert found == {NAME: (2, "Mei Chen"), "": (1, "")}
    assert all(entry.act < sign_ins[0].act for entry in written)
    times = [datetime.fromisoformat(at) for entry in written for at in entry.detail["times"]]
    assert times == [NOON.replace(tzinfo=UTC)] * 3
    assert len(attempts.read(office.path.with_suffix(".attempts")).failed) == 0


def test_failures_are_written_once(office: OpenOffice) -> None:
    fail(office, 1)
    try_in(office, PASSWORD).close()
    again = try_in(office, PASSWORD)

    written = again.audit.entries(AuditFilter(kinds=frozenset({ActKind.SIGN_IN_FAILED})), by=again.user)

    again.close()
    assert len(written) == 1


def test_a_good_sign_in_makes_no_file(office: OpenOffice) -> None:
    try_in(office, PASSWORD).close()

    assert not office.path.with_suffix(".attempts").exists()


def test_unlocking_counts_and_waits_as_signing_in_does(office: OpenOffice) -> None:
    for _time in range(4):
        with pytest.raises(SignInRefused):
            office.unlock("wrong")

    with pytest.raises(SignInRefused) as refused:
        office.unlock(PASSWORD)

    assert refused.value.code == "wait"
