#!/usr/bin/env python3
r"""Readies a fresh machine and starts the program or its tests: python3 packaging/dev.py run | test | setup.

Needs only Python 3.11 to 3.14 (on Windows: py packaging\dev.py run). `setup` installs what Qt needs from the
system (Debian and Ubuntu), makes .venv, installs the project into it and compiles the forms; `run` and `test`
do so where it is still to be done, then start the program with demo data or the tests.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from machine import (
    SetupError,
    check_platform,
    glibc_version,
    install_system_packages,
    prepare_system,
    run,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
COMMANDS = ("run", "test", "setup")
OLDEST, NEWEST = (3, 11), (3, 14)
# The newest that every library is known to have wheels for comes first.
CANDIDATES = ("3.13", "3.12", "3.14", "3.11")


def python_supported(version: tuple[int, int]) -> bool:
    """Whether the project runs on this Python version."""
    return OLDEST <= version <= NEWEST


def venv_python(venv: Path, windows: bool) -> Path:
    """The interpreter inside a virtual environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def has_screen(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; on Linux that takes an X11 or Wayland session."""
    return system in {"win32", "darwin"} or bool(
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    )


def find_interpreter() -> list[str]:
    """A supported Python: this one, else one that is installed beside it."""
    if python_supported(sys.version_info[:2]):
        return [sys.executable]
    for version in CANDIDATES:
        for command in (["py", "-" + version], ["python" + version]):
            if shutil.which(command[0]) and succeeds([*command, "-c", ""]):
                return command
    wanted = "needs Python {}.{} to {}.{}".format(*OLDEST, *NEWEST)
    raise SetupError(f"{wanted}, this is {platform.python_version()}; install a newer one from python.org")


def venv_version(python: Path) -> tuple[int, int] | None:
    """Version of the Python that a virtual environment runs, or None when it is missing or broken."""
    if not python.exists():
        return None
    asked = "import json, pip, sys; print(json.dumps(sys.version_info[:2]))"
    answer = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=False)
    return tuple(json.loads(answer.stdout)) if answer.returncode == 0 else None


def ensure_venv() -> Path:
    """Make .venv, anew if it is broken or another Python version made it; returns its interpreter."""
    python = venv_python(VENV, os.name == "nt")
    if venv_version(python) == sys.version_info[:2]:
        return python
    if not succeeds([sys.executable, "-c", "import ensurepip, venv"]):
        install_venv_module()
    say(f"making .venv with Python {platform.python_version()}")
    run([sys.executable, "-m", "venv", "--clear", VENV], ".venv could not be made; is its folder writable?")
    return python


def install_venv_module() -> None:
    """Debian keeps venv in a package of its own, named by the Python version."""
    if not shutil.which("apt-get") or Path(sys.executable).parent != Path("/usr/bin"):
        raise SetupError("this Python lacks the venv module; install Python from python.org and try again")
    install_system_packages(["python{}.{}-venv".format(*sys.version_info)])


def install_stamp(pyproject: bytes, root: Path, version: str) -> str:
    """Changes when the project must be installed again: other libraries, another Python, a moved folder."""
    return hashlib.sha256(b"\0".join([pyproject, str(root).encode(), version.encode()])).hexdigest()


def install_project(python: Path) -> None:
    """Install the project editable, with the tools of its tests and checks, unless that is done already."""
    pyproject = (ROOT / "pyproject.toml").read_bytes()
    stamp_file = VENV / ".cims-installed"
    stamp = install_stamp(pyproject, ROOT, platform.python_version())
    if stamp_file.exists() and stamp_file.read_text(encoding="ascii") == stamp:
        return
    say("installing the program and its libraries into .venv")
    failure = "the libraries could not be installed (pip says why above); is this machine online?"
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # With the build tools in .venv the large PySide6 is unpacked once instead of twice.
    run([*pip, *build_requirements(pyproject)], failure)
    run([*pip, "--no-build-isolation", "--editable", f"{ROOT}[test,lint]"], failure)
    stamp_file.write_text(stamp, encoding="ascii")


def build_requirements(pyproject: bytes) -> list[str]:
    """What pyproject.toml names under build-system."""
    import tomllib

    requirements: list[str] = tomllib.loads(pyproject.decode())["build-system"]["requires"]
    return requirements


def prepare(for_window: bool) -> Path:
    """Make everything ready and return the interpreter to go on with."""
    check_platform(platform.machine(), glibc_version(), struct.calcsize("P") * 8)
    prepare_system(for_window)
    python = ensure_venv()
    install_project(python)
    run([python, ROOT / "packaging" / "generate.py"], "the forms could not be compiled", quiet=True)
    return python


def run_environment(screen: bool, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment to start the program in; without a screen Qt draws into memory instead of aborting."""
    off_screen = {} if screen or "QT_QPA_PLATFORM" in environment else {"QT_QPA_PLATFORM": "offscreen"}
    return {**environment, "PYTHONUTF8": "1", **off_screen}


def start_program(options: Sequence[str]) -> int:
    """Prepare the machine, then run the program with demo data; returns its exit status."""
    screen = has_screen(sys.platform, os.environ)
    python = prepare(for_window=screen)
    environment = run_environment(screen, os.environ)
    if not screen:
        say("no display was found: running off-screen, where no window can be seen (Ctrl+C ends it)")
    return subprocess.call([python, "-m", "cims_desktop", "--demo", *options], cwd=ROOT, env=environment)


def run_tests(options: Sequence[str]) -> int:
    """Prepare the machine, then run the tests; returns pytest's exit status."""
    python = prepare(for_window=False)
    environment = run_environment(screen=False, environment=os.environ)
    return subprocess.call([python, "-m", "pytest", *options], cwd=ROOT, env=environment)


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command ends with status 0; what it prints is dropped."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def restart_with(interpreter: Sequence[str], arguments: Sequence[str]) -> int:
    """Run this same command with another Python and return its exit status."""
    return subprocess.call([*interpreter, str(Path(__file__).resolve()), *arguments])


def usage() -> NoReturn:
    """Stop with what can be typed."""
    raise SystemExit("usage: python3 packaging/dev.py run | test [pytest's options] | setup")


def main(arguments: Sequence[str]) -> int:
    """Command line; returns the exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        usage()
    command, options = arguments[0], arguments[1:]
    try:
        interpreter = find_interpreter()
        if interpreter != [sys.executable]:
            return restart_with(interpreter, arguments)
        if command == "run":
            return start_program(options)
        if command == "test":
            return run_tests(options)
        prepare(for_window=True)
        say("ready; start the program with: python3 packaging/dev.py run")
    except SetupError as error:
        raise SystemExit(f"dev.py: {error}") from error
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
