"""Failed sign-ins between two good ones, in a small private file beside the office: counts and times, no names."""

from __future__ import annotations

import json
import math
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from cims_desktop.storage.files import update_file

MOST_NAMES: Final = 64
MOST_TIMES: Final = 200
_MARK: Final = "cims attempts"
_SIZE_LIMIT: Final = 256 * 1024
_MOST_COUNTED: Final = 1_000_000


@dataclass(frozen=True)
class Tally:
    """Failures in a row, and the seconds that were left to wait at the file's stamp."""

    count: int = 0
    left: float = 0.0


@dataclass(frozen=True)
class Stamp:
    """A moment on this PC: the wall clock, and the seconds of a clock that nobody can set, since which start."""

    wall: float
    boot: str
    steady: float


@dataclass(frozen=True)
class Attempts:
    """What the file holds. Names are salted hashes; `failed` are those not in the journal yet: (name, wall seconds).

    `dropped` counts failures beyond `MOST_TIMES`, whose times are not kept.
    """

    salt: str = ""
    stamp: Stamp | None = None
    office: Tally = Tally()
    names: Mapping[str, Tally] = field(default_factory=dict)
    failed: tuple[tuple[str, float], ...] = ()
    dropped: int = 0


def read(path: Path) -> Attempts:
    """What stands there. A file that is gone, damaged or not to be read counts as none: it is a courtesy only."""
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            return Attempts()
        return parse(path.read_bytes())
    except OSError:
        return Attempts()


def update(path: Path, change: Callable[[Attempts], Attempts]) -> None:
    """Replaces the file's content under its lock, all or nothing. Raises OfficeFault."""
    update_file(path, lambda data: serialise(change(parse(data or b""))), patience=2.0)


def parse(data: bytes) -> Attempts:
    """The content of a file's bytes; anything but what `serialise` writes gives none."""
    try:
        content = json.loads(data)
        if content["mark"] != _MARK or content["format"] != 1:
            return Attempts()
        at = content["stamp"]
        return Attempts(
            salt=str(content["salt"]),
            stamp=None if at is None else Stamp(_number(at[0]), str(at[1]), _number(at[2])),
            office=_tally(content["office"]),
            names={str(name): _tally(one) for name, one in list(content["names"].items())[:MOST_NAMES]},
            failed=tuple((str(name), _number(wall)) for name, wall in content["failed"][:MOST_TIMES]),
            dropped=int(_number(content["dropped"])),
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Attempts()


def serialise(attempts: Attempts) -> bytes:
    """The file's bytes."""
    at = attempts.stamp
    content = {
        "mark": _MARK, "format": 1, "salt": attempts.salt or secrets.token_hex(16),
        "stamp": None if at is None else [at.wall, at.boot, at.steady],
        "office": [attempts.office.count, attempts.office.left],
        "names": {name: [one.count, one.left] for name, one in attempts.names.items()},
        "failed": attempts.failed, "dropped": attempts.dropped,
    }  # fmt: skip
    return json.dumps(content, separators=(",", ":")).encode("ascii")


def noted(attempts: Attempts, name: str, wall: float) -> Attempts:
    """With one more failure that the journal does not know."""
    if len(attempts.failed) >= MOST_TIMES:
        return replace(attempts, dropped=attempts.dropped + 1)
    return replace(attempts, failed=(*attempts.failed, (name, wall)))


def with_name(attempts: Attempts, name: str, tally: Tally) -> Attempts:
    """With this tally as the newest; the oldest of too many names is forgotten, the office's own tally is not."""
    names = {each: one for each, one in attempts.names.items() if each != name}
    while len(names) >= MOST_NAMES:
        del names[min(names, key=lambda each: names[each].count)]
    return replace(attempts, names={**names, name: tally})


def _tally(value: Any) -> Tally:
    count, left = value
    return Tally(min(int(_number(count)), _MOST_COUNTED), _number(left))


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number) or number < 0:
        raise ValueError("not a number that is written here")
    return number
