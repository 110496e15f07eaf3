"""Commands as a scheduled job gives them: import with refused rows, the ledger, undo, and what a terminal gets."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from cims_desktop.cli.main import main
from cims_desktop.cli.parser import build
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office

TABLE = "Name,Email\nAda Lovelace,ada@example.com\n" + "x" * 5000 + ",grace@example.com\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with one customer whose name would clear a terminal."""
    office = make_office(tmp_path)
    add_customer(office, "\x1b[2JZora", contacts=(), addresses=())
    office.close()
    return office.path


def run(monkeypatch: pytest.MonkeyPatch, path: Path, *arguments: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    signing_in = ("--office", str(path), "--user", NAME, "--password-stdin")
    return main([*arguments, *signing_in], entrance())


def test_an_import_lists_what_was_refused_and_can_be_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table, rejects = path.with_name("people.csv"), path.with_name("rejects.csv")
    table.write_text(TABLE, encoding="utf-8")

    status = run(
        monkeypatch, path, "import", "customers", str(table), "--strict", "--rejects", str(rejects), "--json"
    )
    refused = json.loads(capsys.readouterr().out)
    table.write_text(TABLE.replace("x" * 5000, "Grace Hopper"), encoding="utf-8")
    done = run(monkeypatch, path, "import", "customers", str(table), "--json")
    outcome = json.loads(capsys.readouterr().out)

    assert (status, refused["rejected"], refused["rejects_file"]) == (1, 1, str(rejects))
    assert "grace@example.com" in rejects.read_text(encoding="utf-8-sig")
    assert (done, outcome["created"], outcome["rejected"]) == (0, 2, 0)

    assert run(monkeypatch, path, "imports", "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)["imports"]
    assert [(one["run"], one["state"], one["file"]) for one in listed] == [
        (outcome["run"], "done", "people.csv")
    ]
    assert run(monkeypatch, path, "imports", "undo", str(outcome["run"]), "--json") == 0
    undone = json.loads(capsys.readouterr().out)
    assert (undone["removed"], undone["kept"]) == (2, [])


def test_a_stored_name_cannot_steer_the_terminal(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, path, "search", "zora") == 0

    printed = capsys.readouterr().out
    assert "Zora" in printed
    assert "\x1b" not in printed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core dumps")
def test_a_crash_leaves_no_dump_of_keys_and_customers_on_the_disk() -> None:
    import subprocess

    script = (
        "import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2);"
        "from cims_desktop.__main__ import main; main(['imports', '--help'])"
    )
    told = "import atexit, resource; atexit.register(lambda: print(resource.getrlimit(resource.RLIMIT_CORE)[0]));"
    done = subprocess.run([sys.executable, "-c", told + script], capture_output=True, text=True, check=False)

    assert done.stdout.splitlines()[-1] == "0"


def test_the_help_tells_how_the_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build().parse_args(["--help"])
    whole = capsys.readouterr().out
    with pytest.raises(SystemExit):
        build().parse_args(["search", "--help"])
    one = capsys.readouterr().out

    assert {"--demo", "--office"} <= set(re.findall(r"--\w+", whole))
    assert "Without a command the window opens" in " ".join(whole.split())
    assert one.startswith("usage: cims-desktop search ")
