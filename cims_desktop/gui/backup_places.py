"""Where this desk keeps the backups of an office, and whether an office has moved away from this PC."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from cims_desktop.gui.settings import BACKUP_FOLDERS, MOVED_OFFICES, Setting, Settings


def backup_folder(settings: Settings, office_uid: str) -> Path | None:
    """The folder that was chosen on this desk; None: the usual one."""
    chosen = _table(settings, BACKUP_FOLDERS).get(office_uid, "")
    return Path(chosen) if chosen else None


def choose_backup_folder(settings: Settings, office_uid: str, folder: Path) -> None:
    """Keeps the office's backups in `folder` from now on."""
    _put(settings, BACKUP_FOLDERS, office_uid, str(folder))


def moved_on(settings: Settings, office: Path) -> str:
    """The day (ISO) on which the office at this path moved to another PC; empty: it has not."""
    return str(_table(settings, MOVED_OFFICES).get(str(office), ""))


def mark_moved(settings: Settings, office: Path, day: str) -> None:
    """Notes that the office at this path moved away on `day`; an empty day takes the note away."""
    _put(settings, MOVED_OFFICES, str(office), day)


def _table(settings: Settings, setting: Setting[str]) -> Mapping[str, str]:
    try:
        found = json.loads(settings.get(setting))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _put(settings: Settings, setting: Setting[str], key: str, value: str) -> None:
    table = {**_table(settings, setting), key: value}
    settings.set(
        setting, json.dumps({name: text for name, text in table.items() if text}, ensure_ascii=False)
    )
