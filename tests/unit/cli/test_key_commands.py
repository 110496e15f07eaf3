"""New keys and the recovery sheet from the command line."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path

import pytest

from cims_desktop.cli.main import main
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.key_file import read_key_file
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a customer, which nobody has open."""
    office = make_office(tmp_path)
    add_customer(office)
    office.close()
    return office.path


def run(monkeypatch: pytest.MonkeyPatch, path: Path, action: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    return main(
        ["key", action, "--office", str(path), "--user", NAME, "--password-stdin", "--json"], entrance()
    )


def test_keys_are_rotated_and_the_office_opens_after_that(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, path, "rotate")

    assert (status, json.loads(capsys.readouterr().out)["generation"]) == (0, 2)
    with contextlib.closing(entrance().sign_in(path, NAME, PASSWORD)) as office:
        assert len(office.search.find("Lovelace", by=office.user)) == 1


def test_guessing_is_made_dearer_once_and_everybody_still_gets_in(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cims_desktop.services.users.calibrate", lambda: KdfParameters(2, 16, 1))
    told = []
    for _ in range(2):
        assert run(monkeypatch, path, "raise-cost") == 0
        told.append(json.loads(capsys.readouterr().out))

    assert [one["raised"] for one in told] == [True, False]
    assert all(one["milliseconds"] >= 1 for one in told)
    assert read_key_file(path.with_suffix(".keys")).slots.popitem()[1].kdf == KdfParameters(2, 16, 1)
    entrance().sign_in(path, NAME, PASSWORD).close()


def test_an_office_that_is_open_elsewhere_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cims_desktop.storage.gate._ALONE_MILLISECONDS", 50)

    with contextlib.closing(entrance().sign_in(path, NAME, PASSWORD)):
        status = run(monkeypatch, path, "rotate")

    assert (status, json.loads(capsys.readouterr().out)["error"]) == (5, "in_use")


def test_the_recovery_sheet_has_the_code_that_opens_the_office(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, path, "recovery-sheet")

    told = json.loads(capsys.readouterr().out)
    assert status == 0
    assert told["code"] in told["sheet"]
    assert "Riverside" in told["sheet"]
    with contextlib.closing(
        entrance().recover(path, told["code"], NAME, "a wholly new lantern 55")
    ) as office:
        assert len(office.search.find("Lovelace", by=office.user)) == 1
