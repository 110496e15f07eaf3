"""A copy of one instant, and the check that finds what a copy lacks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cims_desktop.domain.errors import Cancelled, OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.services.chaining import AuditChain
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.backup import Facts, check_copy, copy_database, size_of
from cims_desktop.storage.engine import connect
from tests.offices import add_customer, make_office

PAGE = 4096


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """An office with a few customers."""
    made = make_office(tmp_path)
    for number in range(5):
        add_customer(made, f"Customer {number}")
    with contextlib.closing(made):
        yield made


def key_of(office: OpenOffice) -> bytes:
    return office.users._keys.opened.data_key


def chain_of(office: OpenOffice) -> AuditChain:
    return AuditChain(office.users._keys.opened.audit_key)


def copied(office: OpenOffice, target: Path, task: Task | None = None) -> Facts:
    return copy_database(office.path, key_of(office), target, lambda _facts: b"keys", task or Task())[0]


def problem(office: OpenOffice, path: Path) -> object:
    with pytest.raises(OfficeFault) as fault:
        check_copy(path, key_of(office), chain_of(office), Task())
    assert fault.value.code == "backup_damaged"
    return fault.value.params["part"]


def test_a_copy_has_the_facts_of_the_instant_at_which_it_began(office: OpenOffice, tmp_path: Path) -> None:
    def report(now: Progress) -> None:
        if now.done:
            add_customer(office, "Somebody who came meanwhile")

    facts = copied(office, tmp_path / "copy.cims", Task(report=report))

    assert facts.counts["customer"] == 5
    assert check_copy(tmp_path / "copy.cims", key_of(office), chain_of(office), Task()) == facts
    assert (tmp_path / "copy.cims").stat().st_size <= size_of(office.path, key_of(office))


def test_another_instant_is_tried_until_the_key_file_fits(office: OpenOffice, tmp_path: Path) -> None:
    answers = [None, None, b"keys"]
    seen = []

    def agreed(facts: Facts) -> bytes | None:
        seen.append(facts.counts["customer"])
        add_customer(office, "One more")
        return answers[len(seen) - 1]

    facts, keys = copy_database(office.path, key_of(office), tmp_path / "copy.cims", agreed, Task())

    assert (seen, facts.counts["customer"], keys) == ([5, 6, 7], 7, b"keys")


def test_a_cancelled_task_ends_a_copy_and_a_check(office: OpenOffice, tmp_path: Path) -> None:
    copied(office, tmp_path / "copy.cims")

    with pytest.raises(Cancelled):
        copied(office, tmp_path / "other.cims", Task(cancelled=lambda: True))
    with pytest.raises(Cancelled):
        check_copy(tmp_path / "copy.cims", key_of(office), chain_of(office), Task(cancelled=lambda: True))


def test_a_flipped_byte_in_any_page_is_found(office: OpenOffice, tmp_path: Path) -> None:
    copy = tmp_path / "copy.cims"
    copied(office, copy)
    whole = copy.read_bytes()

    for page in range(0, len(whole) // PAGE, 9):
        content = bytearray(whole)
        content[page * PAGE + 2000] ^= 1
        copy.write_bytes(content)
        assert problem(office, copy) in ("office", "page"), page


@pytest.mark.parametrize("pages", [1, 20, 100])
def test_a_copy_that_was_cut_at_the_end_of_a_page_is_found(
    office: OpenOffice, tmp_path: Path, pages: int
) -> None:
    copy = tmp_path / "copy.cims"
    copied(office, copy)
    copy.write_bytes(copy.read_bytes()[: -pages * PAGE])

    assert problem(office, copy) in ("office", "page", "structure")


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("PRAGMA application_id = 1", "office"),
        ("UPDATE act SET detail = 'x' WHERE id = 2", "journal"),
        ("DELETE FROM act WHERE id = 2", "reference"),
        ("UPDATE contact_point SET customer_id = 4711 WHERE id = 1", "reference"),
    ],
)
def test_a_change_by_a_holder_of_the_key_is_found(
    office: OpenOffice, tmp_path: Path, statement: str, part: str
) -> None:
    copy = tmp_path / "copy.cims"
    copied(office, copy)
    connection = connect(copy, key_of(office))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.close()

    assert problem(office, copy) == part


def test_an_office_with_a_damaged_page_is_not_copied(office: OpenOffice, tmp_path: Path) -> None:
    key, path = key_of(office), office.path
    office.close()
    whole = path.read_bytes()

    for page in (*range(0, len(whole) // PAGE, 6), len(whole) // PAGE - 1):
        content = bytearray(whole)
        content[page * PAGE + 2000] ^= 1
        path.write_bytes(content)
        with pytest.raises(OfficeFault) as fault:
            copy_database(path, key, tmp_path / f"{page}.cims", lambda _facts: b"keys", Task())
        assert fault.value.code in ("damaged", "wrong_key"), page
