"""The command line as another program would use it: processes, standard input, one JSON document, exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.entrance import Entrance

pytestmark = [pytest.mark.end2end, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
PASSWORD, CLERK_PASSWORD = "amber lantern orchard 73", "copper meadow ferry 19"
DONE, FOUND, USAGE, REFUSED, DENIED, UNUSABLE, BAD_INPUT = range(7)
CUSTOMERS = 60


@dataclass(frozen=True)
class Answer:
    """What a finished command left."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """A folder to work in, with an office that has customers, and a user who may do less."""

    folder: Path
    office: Path

    def run(self, *arguments: str, password: str = PASSWORD) -> Answer:
        """One command, the password on standard input."""
        return run(self.folder, [*arguments, "--password-stdin", "--json"], password)

    def on_office(self, *arguments: str, user: str = "mei.chen", password: str = PASSWORD) -> Answer:
        """A command that works on the office."""
        return self.run(*arguments, "--office", str(self.office), "--user", user, password=password)


def run(folder: Path, arguments: list[str], typed: str = "", *interpreter: str) -> Answer:
    environment = os.environ | {
        name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    }
    done = subprocess.run(
        [sys.executable, *(interpreter or ("-m", "cims_desktop")), *arguments],
        cwd=ROOT, env=environment, input=f"{typed}\n", capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A demo office made by the command line itself, and a front-desk user in it."""
    folder = tmp_path_factory.mktemp("desk")
    made = Desk(folder, folder / "demo.cims")
    answer = made.run(
        "office",
        "demo",
        str(made.office),
        "--admin",
        "mei.chen",
        "--customers",
        str(CUSTOMERS),
        "--seed",
        "4",
    )
    assert (answer.status, answer.err) == (DONE, "")
    assert answer.document["customers"] == CUSTOMERS
    office = Entrance().sign_in(made.office, "mei.chen", PASSWORD)
    office.users.add("li.na", "Li Na", READY_ROLES[RoleName.FRONT_DESK], CLERK_PASSWORD, by=office.user)
    office.close()
    return made


def test_an_office_is_made_once_and_never_overwritten(desk: Desk) -> None:
    file = desk.folder / "new.cims"

    first = desk.run(
        "office", "create", str(file), "--admin", "admin", "--name", "Lakeside", "--currency", "EUR"
    )
    size = file.stat().st_size
    second = desk.run("office", "create", str(file), "--admin", "admin")

    assert (first.status, first.document["office"]) == (DONE, str(file))
    assert (second.status, second.document["error"]) == (UNUSABLE, "exists")
    assert file.stat().st_size == size


def test_a_password_that_is_too_easy_makes_no_office(desk: Desk) -> None:
    answer = desk.run(
        "office", "create", str(desk.folder / "weak.cims"), "--admin", "admin", password="admin"
    )

    assert answer.status == BAD_INPUT
    assert answer.document["problems"][0]["field"] == "password"
    assert not list(desk.folder.glob("weak*"))


def test_a_wrong_command_line_is_told_from_a_wrong_password(desk: Desk) -> None:
    without_office = desk.run("search", "x")
    wrong = desk.on_office("search", "x", password="not the password")
    nobody = desk.on_office("search", "x", user="nobody")

    assert without_office.status == USAGE
    assert "--office" in without_office.err
    assert (wrong.status, wrong.document) == (nobody.status, nobody.document)
    assert (wrong.status, wrong.document["error"]) == (REFUSED, "wrong_name_or_password")


def test_a_file_that_is_no_office_says_why(desk: Desk) -> None:
    empty = desk.folder / "empty.cims"
    empty.touch()

    missing = desk.run("office", "check", str(desk.folder / "gone.cims"), "--user", "mei.chen")
    unusable = desk.run("office", "check", str(empty), "--user", "mei.chen")

    assert (missing.status, missing.document["error"]) == (UNUSABLE, "missing")
    assert unusable.status == UNUSABLE
    assert empty.stat().st_size == 0


def test_a_fresh_office_is_sound_and_a_search_finds_what_the_window_would(desk: Desk) -> None:
    checked = desk.run("office", "check", str(desk.office), "--user", "mei.chen", "--deep")
    hits = desk.on_office("search", "example", "--limit", "5").document["customers"]
    again = desk.on_office("search", hits[0]["number"]).document["customers"]

    assert (checked.status, checked.document["ok"]) == (DONE, True)
    assert checked.document["counts"]["customer"] == CUSTOMERS
    assert len(hits) == 5
    assert [hit["matched"] for hit in hits] == ["email"] * 5
    assert again[0]["id"] == hits[0]["id"]


def test_a_command_imports_no_qt(desk: Desk) -> None:
    script = (
        "import sys; from cims_desktop.__main__ import main; status = main(sys.argv[1:]);"
        " sys.exit(99 if any(name.split('.')[0] in {'PySide6', 'shiboken6'} for name in sys.modules) else status)"
    )
    arguments = ["search", "example", "--office", str(desk.office), "--user", "mei.chen", "--password-stdin"]

    answer = run(desk.folder, arguments, PASSWORD, "-c", script)

    assert (answer.status, answer.err) == (DONE, "")
    assert "example" in answer.out


def test_a_list_comes_in_with_its_bad_rows_listed_and_goes_again(desk: Desk) -> None:
    table, rejects = desk.folder / "people.csv", desk.folder / "rejects.csv"
    table.write_text(
        "Name,Phone,E-mail,Birthday\n"
        "Ada Lovelace,+44 20 7946 0018,ada@example.com,1815-12-10\n"
        "王小明,138 0013 8111,xiaoming@example.com,\n"
        f"{'x' * 4001},+44 20 7946 0019,too.long@example.com,\n",
        encoding="utf-8",
    )

    planned = desk.on_office("import", "customers", str(table), "--dry-run")
    done = desk.on_office("import", "customers", str(table), "--rejects", str(rejects))
    found = desk.on_office("search", "王小明").document["customers"]
    undone = desk.on_office("imports", "undo", str(done.document["run"]))
    gone = desk.on_office("search", "王小明").document["customers"]

    assert (planned.status, planned.document["run"]) == (FOUND, None)
    assert (done.status, done.document["created"], done.document["rejected"]) == (FOUND, 2, 1)
    assert "too.long@example.com" in rejects.read_text(encoding="utf-8-sig")
    assert [hit["email"] for hit in found] == ["xiaoming@example.com"]
    assert (undone.status, undone.document["removed"]) == (DONE, 2)
    assert gone == []


def test_a_file_that_cannot_be_read_writes_nothing(desk: Desk) -> None:
    nonsense = desk.folder / "nonsense.xlsx"
    nonsense.write_bytes(b"PK\x03\x04 this is no workbook")
    before = desk.run("office", "check", str(desk.office), "--user", "mei.chen").document["counts"][
        "customer"
    ]

    answer = desk.on_office("import", "customers", str(nonsense))

    after = desk.run("office", "check", str(desk.office), "--user", "mei.chen").document["counts"]["customer"]
    assert answer.status == BAD_INPUT
    assert after == before


def test_the_list_goes_out_as_a_workbook(desk: Desk) -> None:
    file = desk.folder / "list.xlsx"

    done = desk.on_office("export", "customers", str(file), "--columns", "number,name,total_spent")
    refused = desk.on_office("export", "customers", str(desk.folder / "list.txt"))

    rows = list(openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True))
    assert (done.status, done.document["written"]) == (DONE, CUSTOMERS)
    assert len(rows) == CUSTOMERS + 1
    assert all(isinstance(row[0], str) and isinstance(row[2], int | float) for row in rows[1:])
    assert refused.status == BAD_INPUT


def test_the_sales_report_adds_up(desk: Desk) -> None:
    file = desk.folder / "sales.xlsx"

    done = desk.on_office("report", "sales", str(file), "--from", "2020-01", "--to", "2100-01")

    months = done.document["months"]
    total = sum(round(float(month["revenue"]) * 100) for month in months)
    assert done.status == DONE
    assert total == round(float(done.document["revenue"]) * 100) > 0
    assert openpyxl.load_workbook(file).worksheets


def test_a_right_that_is_missing_is_named(desk: Desk) -> None:
    file = desk.folder / "taken.xlsx"

    answer = desk.on_office("export", "customers", str(file), user="li.na", password=CLERK_PASSWORD)

    assert (answer.status, answer.document["error"]) == (DENIED, "denied")
    assert "export" in answer.document["message"]
    assert not file.exists()
