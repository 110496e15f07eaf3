"""Settings come back as they were stored, and broken ones as their default."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.gui import settings as table
from cims_desktop.gui.settings import Setting, Settings


def reopened(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (table.LANGUAGE, "zh_CN"),
        (table.TEXT_SCALE, 1.25),
        (table.DASHBOARD_MONTHS, 30),
        (table.REMEMBER_NAME, True),
        (table.WINDOW_GEOMETRY, b"\x00\xff\x01place"),
        (table.LAST_NAME, "true"),
    ],
)
def test_a_setting_survives_the_file(tmp_path: Path, setting: Setting[object], value: object) -> None:
    path = tmp_path / "desk.ini"
    before = reopened(path)
    before.set(setting, value)
    before.sync()

    again = reopened(path).get(setting)

    assert (again, type(again)) == (value, type(setting.default))


def test_nothing_stored_gives_the_default(settings: Settings) -> None:
    assert [settings.get(each) for each in table.TABLE] == [each.default for each in table.TABLE]


def test_keys_are_unique() -> None:
    keys = [each.key for each in table.TABLE]

    assert len(keys) == len(set(keys))


def test_a_value_that_makes_no_sense_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "desk.ini"
    path.write_text("[look]\ntext_scale=large\n[security]\nidle_minutes=\n", encoding="utf-8")

    settings = reopened(path)

    assert settings.get(table.TEXT_SCALE) == 1.0
    assert settings.get(table.DASHBOARD_MONTHS) == 24


def test_a_new_value_is_told_once(settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(settings.changed) as told:
        settings.set(table.DASHBOARD_MONTHS, 5)
    with qtbot.assertNotEmitted(settings.changed):
        settings.set(table.DASHBOARD_MONTHS, 5)

    assert told.args == ["dashboard/months"]


def test_recent_offices_are_newest_first_and_not_doubled(settings: Settings, qapp: QApplication) -> None:
    for name in ("a.cims", "b.cims", "河畔.cims", "a.cims"):
        settings.remember_office(name)
    settings.forget_office("b.cims")

    assert settings.recent_offices() == ["a.cims", "河畔.cims"]


def test_a_broken_list_of_offices_is_empty(settings: Settings) -> None:
    settings.set(table.RECENT_OFFICES, '{"not": "a list"')

    assert settings.recent_offices() == []
