"""Takes the pictures of docs/ anew: the program renders itself with demo data, the chosen pictures are copied.

python packaging/make_screenshots.py            start the program without a screen and copy its pictures
python packaging/make_screenshots.py FOLDER     copy from a folder that such a run has filled

Run by the interpreter of the project's environment. Pictures are reduced to 256 colours, so that all of them
together stay below 2 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
LARGEST_TOTAL = 2_000_000
PAGES = {
    "sign-in": "sign-in",
    "welcome": "welcome",
    "dashboard": "dashboard",
    "customers": "customers",
    "follow_ups": "follow-ups",
    "satisfaction": "satisfaction",
    "reports": "reports",
    "administration-users": "users",
    "administration-journal": "journal",
    "administration-keys": "keys",
}
"""The program's name of a picture, and its name in docs/images without the ending. None shows a folder's path."""

LANGUAGES = {"en": ("en-light", "light"), "zh_CN": ("zh-light", "zh-light")}
"""Each manual's language: how the program ends the names of its pictures, and how docs/images does."""


class PictureFault(Exception):
    """The program took no pictures, or they are too large."""


def render(folder: Path) -> None:
    """Lets the program fill a folder for each language, off-screen, with the settings of a fresh desk."""
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="cims-desk-") as desk:
            homes = {
                "XDG_CONFIG_HOME": desk,
                "XDG_DATA_HOME": desk,
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONUTF8": "1",
            }
            options = ["--demo", "--language", language, "--screenshots", str(folder / language)]
            command = [sys.executable, "-m", "cims_desktop", *options]
            done = subprocess.run(command, cwd=ROOT, env={**os.environ, **homes}, check=False)
        if done.returncode:
            raise PictureFault(f"the program ended with status {done.returncode}")


def copy(folder: Path) -> list[Path]:
    """Copies the chosen pictures to docs/images; returns them. Those that `folder` lacks are named and left out."""
    from PIL import Image

    IMAGES.mkdir(exist_ok=True)
    copied = []
    for source_name, name in PAGES.items():
        for language, (look, ending) in LANGUAGES.items():
            source = folder / language / f"{source_name}_{look}.png"
            if not source.is_file():
                print(f"no picture {source.name}")
                continue
            target = IMAGES / f"{name}-{ending}.png"
            with Image.open(source) as picture:
                reduced(picture).save(target, optimize=True)
            copied.append(target)
    return copied


def reduced(picture: Image) -> Image:
    """The picture with a palette of its own: drawn surfaces lose nothing that can be seen."""
    from PIL.Image import Dither

    return picture.convert("RGB").quantize(256, dither=Dither.NONE)


def main(arguments: list[str]) -> int:
    """Command line; returns the exit status."""
    with tempfile.TemporaryDirectory(prefix="cims-pictures-") as scratch:
        folder = Path(arguments[0] if arguments else scratch)
        if not arguments:
            render(folder)
        copied = copy(folder)
    total = sum(path.stat().st_size for path in IMAGES.glob("*.png"))
    print(f"{len(copied)} pictures, {total:,} bytes in {IMAGES.relative_to(ROOT)}")
    if not copied or total > LARGEST_TOTAL:
        raise PictureFault(f"{len(copied)} pictures of {total:,} bytes; at most {LARGEST_TOTAL:,} are wanted")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PictureFault as fault:
        sys.exit(str(fault))
