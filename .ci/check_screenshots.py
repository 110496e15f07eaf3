"""Checks what the smoke run left: pictures in both themes and languages, none of them blank."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage

SAMPLES = 40
FEWEST_COLOURS = 3


def colours(picture: QImage) -> int:
    """How many colours a grid of sample points finds; a blank window has one."""
    columns = [picture.width() * step // SAMPLES for step in range(SAMPLES)]
    rows = [picture.height() * step // SAMPLES for step in range(SAMPLES)]
    return len({picture.pixel(x, y) for x in columns for y in rows})


def faults(folder: Path) -> list[str]:
    """One line for each picture that is missing, unreadable or blank."""
    pictures = sorted(folder.rglob("*.png"))
    names = " ".join(path.relative_to(folder).as_posix() for path in pictures)
    found = [f"no picture for {mark}" for mark in ("light", "dark", "en", "zh") if mark not in names]
    for path in pictures:
        picture = QImage(str(path))
        if picture.isNull() or colours(picture) < FEWEST_COLOURS:
            found.append(f"{path.name} is unreadable or blank")
    return found


def main(folder: str) -> int:
    """Command line; returns the exit status."""
    found = faults(Path(folder))
    print("\n".join(found) or f"{len(list(Path(folder).rglob('*.png')))} pictures are good")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
