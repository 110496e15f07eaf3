"""`person export` and `person erase`, as an administrator gives them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cims_desktop.cli.main import main
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office
from tests.unit.services.persons import IDENTITY

BAD_INPUT, UNUSABLE = 6, 5


@pytest.fixture
def path(tmp_path: Path) -> Path:
    office = make_office(tmp_path)
    customer_id = add_customer(office, "Quetzalcoatl")
    office.sensitive.put(customer_id, "national_id", IDENTITY, by=office.user)
    office.close()
    return office.path


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: Path, *arguments: str
) -> tuple[int, dict[str, object]]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    signing_in = ("--office", str(path), "--user", NAME, "--password-stdin", "--json")
    status = main(["person", *arguments, *signing_in], entrance())
    return status, json.loads(capsys.readouterr().out)


def test_a_person_is_exported_by_number_and_erased_by_id(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = path.with_name("out")
    out.mkdir()

    status, told = run(monkeypatch, capsys, path, "export", "C000001", str(out))
    assert status == 0 and IDENTITY not in Path(str(told["json"])).read_text("utf-8")
    status, full = run(monkeypatch, capsys, path, "export", "1", str(out), "--sensitive")
    assert status == 0 and IDENTITY in Path(str(full["json"])).read_text("utf-8")
    status, done = run(monkeypatch, capsys, path, "erase", "1", "--reason", "asked by letter", "--yes")

    assert (status, done["finished"]) == (0, True) and str(done["backups_until"]) > "2026-11-21"
    status, _ = run(monkeypatch, capsys, path, "export", "C000001", str(out))
    assert status == UNUSABLE


def test_an_erasure_without_yes_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = run(monkeypatch, capsys, path, "erase", "1", "--reason", "asked by letter")
    assert (status, told["error"]) == (BAD_INPUT, "invalid")

    office = entrance().sign_in(path, NAME, PASSWORD)
    assert office.customers.get(1, by=office.user).name == "Quetzalcoatl"
    office.close()


def test_a_file_or_a_place_that_is_not_there_is_bad_input(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, _ = run(monkeypatch, capsys, path, "export", "1", str(path))
    nowhere, _ = run(monkeypatch, capsys, path, "export", "1", str(path.with_name("nowhere") / "deeper"))

    assert (file, nowhere) == (BAD_INPUT, BAD_INPUT)
