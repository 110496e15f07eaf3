"""What the launcher needs from the machine: Qt's system libraries and a Chinese font."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Shared libraries that PySide6-Essentials loads, each with the Debian package that has it.
BASE_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Needed besides to open a window on an X11 screen.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHINESE_FONT_PACKAGE = "fonts-droid-fallback"
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local" / "share" / "fonts",
)
CHINESE_FONT_FILES = ("*CJK*", "DroidSansFallback*", "wqy-*", "*SourceHan*")


class SetupError(Exception):
    """The machine can't be made ready; the message is one sentence that says what to do."""


def oldest_glibc(machine: str) -> tuple[int, int]:
    """The oldest GNU C library that PySide6's Linux wheels are built for."""
    return (2, 39) if machine == "aarch64" else (2, 34)


def glibc_version() -> tuple[int, int] | None:
    """Version of the GNU C library, or None where there is none."""
    if sys.platform != "linux":
        return None
    try:
        major, minor = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()[-1].split(".")[:2]
        return int(major), int(minor)
    except (ValueError, IndexError, OSError):
        return None


def check_platform(machine: str, glibc: tuple[int, int] | None, pointer_bits: int) -> None:
    """Refuse a machine that PySide6 has no wheel for; glibc is None on Windows, macOS and musl."""
    if pointer_bits != 64:
        raise SetupError(
            "this is a 32-bit Python; install a 64-bit one from python.org and run the command with it"
        )
    if glibc is not None and glibc < oldest_glibc(machine):
        found, needed = ".".join(map(str, glibc)), ".".join(map(str, oldest_glibc(machine)))
        raise SetupError(
            f"Qt needs GNU C library {needed} or newer, this system has {found}; a newer release has it"
        )


def is_loadable(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(for_window: bool, loadable: Callable[[str], bool]) -> dict[str, str]:
    """The libraries that are not there, each with its Debian package."""
    wanted = {**BASE_LIBRARIES, **WINDOW_LIBRARIES} if for_window else BASE_LIBRARIES
    return {library: package for library, package in wanted.items() if not loadable(library)}


def has_chinese_font(folders: Sequence[Path]) -> bool:
    """Whether a font with Chinese glyphs lies in one of the font folders."""
    return any(next(folder.rglob(pattern), None) for folder in folders for pattern in CHINESE_FONT_FILES)


def apt_prefix(is_root: bool, has_sudo: bool, on_terminal: bool) -> list[str] | None:
    """What to put before apt-get, or None when this user can't install; sudo asks only on a terminal."""
    if is_root:
        return []
    if not has_sudo:
        return None
    return ["sudo"] if on_terminal else ["sudo", "-n"]


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, or raise SetupError with the command that would."""
    by_hand = "apt-get install " + " ".join(packages)
    on_terminal = sys.stdin is not None and sys.stdin.isatty()
    prefix = apt_prefix(os.geteuid() == 0, bool(shutil.which("sudo")), on_terminal)
    if prefix is None:
        raise SetupError("system packages are missing; as an administrator run: " + by_hand)
    say("installing system packages: " + " ".join(packages))
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    run([*apt_get, "update"], "the package lists could not be fetched; is this machine online?", quiet=True)
    install = [*apt_get, "install", "-y", "--no-install-recommends", *packages]
    run(install, "apt-get failed; as an administrator run: " + by_hand, quiet=True)


def prepare_system(for_window: bool) -> None:
    """Install Qt's system libraries and a Chinese font where they are missing. Linux only."""
    if sys.platform != "linux":
        return
    missing = missing_libraries(for_window, is_loadable)
    packages = list(missing.values()) + ([] if has_chinese_font(FONT_FOLDERS) else [CHINESE_FONT_PACKAGE])
    if not packages:
        return
    if shutil.which("apt-get"):
        install_system_packages(packages)
    elif missing:
        raise SetupError("install these libraries with your system's package manager: " + ", ".join(missing))
    else:
        say("no Chinese font was found; install one, such as Noto Sans CJK, to see Chinese text")


def run(command: Sequence[str | Path], failure: str, quiet: bool = False) -> None:
    """Run a command, without what it prints on success if quiet; if it fails, stop with one sentence."""
    output = subprocess.DEVNULL if quiet else None
    try:
        status = subprocess.call([str(part) for part in command], stdout=output)
    except OSError as error:
        raise SetupError(f"{failure} ({error.strerror}: {command[0]})") from error
    if status != 0:
        raise SetupError(failure)


def say(text: str) -> None:
    """Tell the person at the terminal what goes on."""
    print("dev.py: " + text, flush=True)
