"""`backup` and `restore` as a scheduled job gives them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cims_desktop.cli.main import main
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    office = make_office(tmp_path)
    add_customer(office)
    office.close()
    return office.path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, secret: str = PASSWORD) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{secret}\n"))
    return main([*arguments, "--password-stdin"], entrance())


def test_a_backup_and_its_restore(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stick, back = tmp_path / "stick", tmp_path / "back.cims"

    made = run(monkeypatch, "backup", str(stick), "--office", str(path), "--user", NAME, "--json")
    document = json.loads(capsys.readouterr().out)
    shown = run(monkeypatch, "restore", document["file"], "--user", NAME)
    preview = capsys.readouterr().out
    restored = run(monkeypatch, "restore", document["file"], "--to", str(back), "--user", NAME, "--json")
    outcome = json.loads(capsys.readouterr().out)
    again = run(monkeypatch, "restore", document["file"], "--to", str(back), "--user", NAME)
    refused = capsys.readouterr().err

    assert (made, shown, restored, again) == (0, 0, 0, 5)
    assert document["verified"] and document["counts"]["customer"] == 1
    assert "Riverside" in preview and "1 customers" in preview
    assert (outcome["office"], outcome["users"]) == (str(back), [NAME])
    assert "already a file" in refused
    entrance().sign_in(back, NAME, PASSWORD).close()


def test_refusals_have_their_exit_status_and_a_sentence(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "one.cimsbak"
    run(monkeypatch, "backup", str(target), "--office", str(path), "--user", NAME)
    capsys.readouterr()
    wrong = run(monkeypatch, "restore", str(target), "--user", NAME, secret="wrong")
    no_code = run(monkeypatch, "restore", str(target), secret="7K3D")
    missing = run(monkeypatch, "restore", str(tmp_path / "two.cimsbak"), "--user", NAME)
    target.write_bytes(target.read_bytes()[:5000])
    cut = run(monkeypatch, "restore", str(target), "--user", NAME)

    assert (wrong, no_code, missing, cut) == (3, 6, 5, 5)
    told = capsys.readouterr().err
    assert "name or password is wrong" in told and "There is no backup" in told and "is damaged" in told


def test_a_full_disk_is_told_in_bytes(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cims_desktop.storage.backup_staging.free_space", lambda folder: 1234)

    status = run(monkeypatch, "backup", str(tmp_path / "stick"), "--office", str(path), "--user", NAME)

    assert status == 5
    assert "1,234 are free" in capsys.readouterr().err
