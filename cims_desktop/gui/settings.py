"""Settings of this desk: every key, its type and its default in one table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

T = TypeVar("T", bound=str | int | float | bytes)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: where it is stored and what it is by default. The default's type is its type."""

    key: str
    default: T


LANGUAGE = Setting("look/language", "")
SCHEME = Setting("look/scheme", "system")
TEXT_SCALE = Setting("look/text_scale", 1.0)
REMEMBER_NAME = Setting("sign_in/remember_name", default=False)
LAST_NAME = Setting("sign_in/last_name", "")
RECENT_OFFICES = Setting("offices/recent", "[]")
WINDOW_GEOMETRY = Setting("window/geometry", b"")
LAST_PAGE = Setting("window/last_page", "dashboard")
NAVIGATION_NARROW = Setting("window/navigation_narrow", default=False)
CUSTOMER_COLUMNS = Setting("customers/columns", b"")
CUSTOMER_SPLITTER = Setting("customers/splitter", b"")
CUSTOMER_SORT = Setting("customers/sort", "")
PRODUCT_SORT = Setting("products/sort", "")
DASHBOARD_MONTHS = Setting("dashboard/months", 24)
LAST_FOLDER = Setting("files/last_folder", "")
IMPORT_GEOMETRY = Setting("import/geometry", b"")
BACKUP_FOLDERS = Setting("backups/folders", "{}")
MOVED_OFFICES = Setting("offices/moved", "{}")

TABLE: tuple[Setting[Any], ...] = (
    LANGUAGE, SCHEME, TEXT_SCALE, REMEMBER_NAME, LAST_NAME, RECENT_OFFICES, WINDOW_GEOMETRY,
    LAST_PAGE, NAVIGATION_NARROW, CUSTOMER_COLUMNS, CUSTOMER_SPLITTER, CUSTOMER_SORT, PRODUCT_SORT,
    DASHBOARD_MONTHS, LAST_FOLDER, IMPORT_GEOMETRY, BACKUP_FOLDERS,
    MOVED_OFFICES,
)  # fmt: skip

MOST_RECENT = 8


class Settings(QObject):
    """Reads and writes settings. `changed(str)`: the setting with this key has a new value."""

    changed = Signal(str)

    def __init__(self, store: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store or QSettings()

    def get(self, setting: Setting[T]) -> T:
        """The stored value; the default when there is none or it can't be read."""
        raw = self._store.value(setting.key)
        return setting.default if raw is None else _read(raw, setting.default)

    def set(self, setting: Setting[T], value: T) -> None:
        """Stores `value` and says so, when it is new."""
        if self.get(setting) == value and self._store.contains(setting.key):
            return
        self._store.setValue(setting.key, QByteArray(value) if isinstance(value, bytes) else value)
        self.changed.emit(setting.key)

    def recent_offices(self) -> list[str]:
        """Paths of the offices that were opened last, newest first."""
        try:
            paths = json.loads(self.get(RECENT_OFFICES))
        except ValueError:
            return []
        return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []

    def remember_office(self, path: str) -> None:
        """Puts `path` first among the recent offices."""
        self._set_recent([path, *(other for other in self.recent_offices() if other != path)][:MOST_RECENT])

    def forget_office(self, path: str) -> None:
        """Takes `path` off the recent offices; the file stays."""
        self._set_recent([other for other in self.recent_offices() if other != path])

    def place(self) -> str:
        """Where the settings are kept: a file's path, or a registry key on Windows."""
        return self._store.fileName()

    def sync(self) -> None:
        """Writes everything to the disk now."""
        self._store.sync()

    def _set_recent(self, paths: Sequence[str]) -> None:
        self.set(RECENT_OFFICES, json.dumps(list(paths), ensure_ascii=False))


def _read(raw: object, default: T) -> T:
    """`raw` as the default's type. Text files give every value back as text, so it is parsed."""
    value: object
    try:
        if isinstance(default, bool):
            value = str(raw).lower() in {"true", "1"}
        elif isinstance(default, bytes):
            value = bytes(raw.data()) if isinstance(raw, QByteArray) else b""
        else:
            value = type(default)(str(raw))
    except ValueError:
        return default
    return cast("T", value)
