"""The office's connections: who waits too long for one is told so, and nothing breaks."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage import engine
from cims_desktop.storage.opening import create_database


def test_a_thread_that_waits_too_long_for_the_writer_hears_that_the_office_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.01)
    database = create_database(tmp_path / "a.cims", bytes(32))

    with contextlib.closing(database), database.write(), pytest.raises(OfficeFault) as fault:
        database.data_version()

    assert fault.value.code == "busy"


def test_the_schema_is_made_from_a_folder_with_a_percent_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from cims_desktop.storage import migrations

    folder = tmp_path / "100%(home)s"
    source = Path(migrations.__file__).parent
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrations, "__file__", str(folder / "__init__.py"))

    database = create_database(tmp_path / "a.cims", bytes(32))

    with contextlib.closing(database), database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM customer").scalar_one() == 0
