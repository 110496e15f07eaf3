"""A file under a new key: nothing is lost on the way, and whatever stops it leaves a whole file."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
import sqlalchemy as sa

from cims_desktop.domain.errors import Cancelled, OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.storage import gate as gates
from cims_desktop.storage import rekey as rekeys
from cims_desktop.storage.engine import APPLICATION_ID, connect
from cims_desktop.storage.opening import create_database, open_database
from cims_desktop.storage.pages import PAGE_BYTES
from cims_desktop.storage.rekey import key_in_force, rekey

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
TRIGGERS = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office file with some pages, a deleted row of the highest number, and a search entry."""
    made = tmp_path / "a.cims"
    create_database(made, OLD).close()
    with contextlib.closing(connect(made, OLD)) as connection:
        connection.execute("CREATE TABLE pad (id INTEGER PRIMARY KEY AUTOINCREMENT, content BLOB)")
        connection.executemany("INSERT INTO pad (content) VALUES (zeroblob(?))", [(3_000,)] * 400)
        connection.execute("DELETE FROM pad WHERE id = 400")
        connection.execute("INSERT INTO customer_fts (rowid, tokens) VALUES (7, 'lovelace')")
        connection.execute("PRAGMA user_version = 11")
    return made


def nothing(_connection: sa.Connection) -> None:
    return None


def opened_and_rekeyed(path: Path) -> None:
    open_database(path, OLD).close()
    rekey(path, OLD, NEW, Task(), amend=nothing)


def test_all_that_a_file_is_besides_its_rows_comes_along(path: Path) -> None:
    rekey(path, OLD, NEW, Task(), amend=nothing)

    with contextlib.closing(connect(path, NEW)) as connection:
        kept = [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        ]
        found = connection.execute(
            "SELECT rowid FROM customer_fts WHERE customer_fts MATCH 'lovelace'"
        ).fetchall()
        triggers = connection.execute(TRIGGERS).fetchone()[0]
        connection.execute("INSERT INTO pad (content) VALUES (NULL)")
        next_number = connection.execute("SELECT max(id) FROM pad").fetchone()[0]
        journal = connection.execute("PRAGMA journal_mode").fetchone()[0]
    assert kept == [APPLICATION_ID, 11]
    assert found == [(7,)]
    assert triggers > 0
    assert next_number == 401
    assert journal == "wal"


def test_the_old_key_opens_nothing_any_more(path: Path) -> None:
    rekey(path, OLD, NEW, Task(), amend=nothing)

    with pytest.raises(OfficeFault) as fault:
        open_database(path, OLD)
    assert fault.value.code == "wrong_key"
    assert key_in_force(path, OLD, NEW) == NEW


def test_what_belongs_to_the_change_is_in_the_new_file_only(path: Path) -> None:
    def amend(connection: sa.Connection) -> None:
        connection.exec_driver_sql("DELETE FROM customer_fts")
        raise OfficeFault("damaged")

    with pytest.raises(OfficeFault):
        rekey(path, OLD, NEW, Task(), amend=amend)

    with contextlib.closing(connect(path, OLD)) as connection:
        assert connection.execute("SELECT count(*) FROM customer_fts").fetchone() == (1,)


def test_nothing_but_the_office_and_its_gate_is_left_in_the_folder(path: Path) -> None:
    rekey(path, OLD, NEW, Task(), amend=nothing)

    assert sorted(each.name for each in path.parent.iterdir()) == ["a.cims", "a.cims.lock"]


@pytest.mark.parametrize("stage", rekeys.STEPS)
def test_it_can_be_cancelled_until_the_rename(path: Path, stage: str) -> None:
    told: list[Progress] = []
    earlier = rekeys.STEPS[: rekeys.STEPS.index(stage)]
    task = Task(told.append, lambda: [one.stage for one in told][-1:] == list(earlier[-1:]))

    with pytest.raises(Cancelled):
        rekey(path, OLD, NEW, task, amend=nothing)

    assert key_in_force(path, NEW, OLD) == OLD
    assert not list(path.parent.glob("*.tmp"))


def test_a_disk_without_room_for_a_copy_is_refused_before_anything_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekeys, "free_space", lambda _folder: 1000)

    with pytest.raises(OfficeFault) as fault:
        rekey(path, OLD, NEW, Task(), amend=nothing)

    assert fault.value.code == "disk_full"
    assert fault.value.params["free"] == 1000


def test_an_office_that_is_open_elsewhere_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gates, "_ALONE_MILLISECONDS", 50)

    with contextlib.closing(open_database(path, OLD)) as database:
        with pytest.raises(OfficeFault) as fault:
            rekey(path, OLD, NEW, Task(), amend=nothing)
        with database.write() as connection:
            connection.exec_driver_sql("DELETE FROM customer_fts")

    assert (fault.value.code, fault.value.params) == ("in_use", {"path": str(path)})


@pytest.mark.parametrize("page", [1, 2, 60, 200])
def test_a_damaged_page_stops_it_and_is_called_damage(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE_BYTES + 1_000] ^= 1
    path.write_bytes(content)

    with pytest.raises(OfficeFault) as fault:
        opened_and_rekeyed(path)

    assert fault.value.code == "damaged"
    assert path.read_bytes()[PAGE_BYTES:] == content[PAGE_BYTES:]


def test_a_damaged_page_in_the_middle_of_a_long_value_stops_it_too(path: Path) -> None:
    """Structure and counts don't show it, and SQLite's backup copies it as zeros under a good HMAC."""
    with contextlib.closing(connect(path, OLD)) as connection:
        connection.execute("INSERT INTO pad (content) VALUES (zeroblob(40000))")
        last = connection.execute("PRAGMA page_count").fetchone()[0]
    for page in range(last - 9, last):
        content = bytearray(path.read_bytes())
        content[page * PAGE_BYTES + 2000] ^= 1
        path.write_bytes(content)
        with pytest.raises(OfficeFault) as fault:
            rekey(path, OLD, NEW, Task(), amend=nothing)
        content[page * PAGE_BYTES + 2000] ^= 1
        path.write_bytes(content)
        assert fault.value.code == "damaged", page


def test_a_copy_that_differs_is_never_put_in_place(path: Path) -> None:
    def told(now: Progress) -> None:
        if now.stage == "compare":
            (partial,) = path.parent.glob("*.tmp")
            with contextlib.closing(connect(partial, NEW, journal="MEMORY")) as copy:
                copy.execute("DELETE FROM pad WHERE id = 1")

    with pytest.raises(OfficeFault):
        rekey(path, OLD, NEW, Task(told), amend=nothing)

    assert key_in_force(path, NEW, OLD) == OLD
