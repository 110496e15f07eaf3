"""`audit verify` and `audit export`: what they print, and the status by which a script knows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cims_desktop.cli.main import main
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a few acts, closed."""
    office = make_office(tmp_path)
    for number in range(3):
        add_customer(office, f"Customer {number}")
    office.close()
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    return office.path


def run(path: Path, words: Sequence[str], *more: str) -> int:
    secret = str(path.parent / "password")
    arguments = [*words, "--office", str(path), "--user", NAME, "--password-file", secret]
    return main([*arguments, *more], entrance())


def tamper(path: Path, statement: str) -> None:
    office = entrance().sign_in(path, NAME, PASSWORD)
    with office.acting.database.write() as connection:
        connection.exec_driver_sql(statement)
    office.close()


def test_a_whole_journal_gives_0_and_its_head(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(path, ["audit", "verify"])

    told = capsys.readouterr().out
    assert status == 0
    assert "The journal is whole: 5 acts" in told and "Head: act 5, 2026-11-21" in told


def test_a_tampered_journal_gives_1_and_the_first_bad_act(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(path, "UPDATE act SET kind = 'view' WHERE id = 3")

    status = run(path, ["audit", "verify"])

    assert status == 1
    assert "Act 3 was changed after it was written (edited)." in capsys.readouterr().out


def test_the_verdict_as_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(path, ["audit", "verify"], "--json")

    document = json.loads(capsys.readouterr().out)
    assert (document["ok"], document["first_bad"], document["fault"]) == (True, None, None)
    assert document["head"]["act"] == document["acts"] == document["vouched_until"] == 5
    assert len(document["head"]["digest"]) == 64


def test_a_cut_journal_warns_at_every_command(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(path, "DELETE FROM act WHERE id = 5")

    run(path, ["search", "Customer"])

    assert "Warning: this computer has seen act 5 of 2026-11-21" in capsys.readouterr().err


def test_the_export_writes_the_acts_of_some_kinds(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = path.parent / "audit.xlsx"

    status = run(path, ["audit", "export", str(target)], "--kinds", "create-office,sign-in", "--json")

    document = json.loads(capsys.readouterr().out)
    assert status == 0 and target.exists()
    assert document["matched"] == document["written"] == 2


@pytest.mark.parametrize(
    "more", [["a.csv"], ["a.xlsx", "--kinds", "nonsense"], ["a.xlsx", "--from", "yesterday"]]
)
def test_what_makes_no_sense_is_refused(path: Path, more: list[str]) -> None:
    more[0] = str(path.parent / more[0])

    assert run(path, ["audit", "export", *more]) == 6
    assert not Path(more[0]).exists()


def test_too_many_failures_say_how_long_to_wait(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path.parent / "password").write_text("wrong", encoding="utf-8")
    statuses = [run(path, ["audit", "verify"]) for _time in range(5)]

    assert statuses == [3] * 5
    assert "Too many failed sign-ins. Wait 1 s, then try again." in capsys.readouterr().err
