"""Where backups go unless somebody says otherwise, and how they are called."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from cims_desktop.services.places import OfficePlace
from cims_desktop.storage.backup_archive import SUFFIX

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 60


def default_folder(office_name: str) -> Path:
    """The user's documents, "CIMS Backups", and a folder with the office's name."""
    from platformdirs import user_documents_path

    return user_documents_path() / "CIMS Backups" / fit_name(office_name)


def beside_folder(place: OfficePlace) -> Path:
    """The folder beside the office for the backups that the program makes before it changes all of a file."""
    return place.file.with_name(f"{place.file.stem} backups")


def fit_name(text: str) -> str:
    """`text` as every system accepts it for a folder's or file's name."""
    name = _UNFIT.sub(" ", text).strip(" .")
    while len(name.encode("utf-8", "replace")) > _LONGEST * 3 or len(name) > _LONGEST:
        name = name[:-1]
    name = name.encode("utf-8", "replace").decode().strip(" .")
    return "office" if not name or _RESERVED.fullmatch(name) else name


def archive_path(folder: Path, place: OfficePlace, made_at: datetime) -> Path:
    """A free name in `folder`: the office file's name and the instant in UTC."""
    stem = f"{fit_name(place.file.stem)}-{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path
