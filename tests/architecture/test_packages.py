"""What is shipped: a wheel has the compiled forms, a source package has what they are compiled from."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from generate import OUTPUT
from tests.architecture.tree import ROOT

pytest.importorskip("hatchling", reason="hatchling is not installed (packaging/dev.py does it)")

BUILT_FROM = (
    "cims_desktop",
    "packaging",
    "resources",
    "ui",
    "README.md",
    "LICENSE",
    "pyproject.toml",
    ".gitignore",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with a wheel and a source package, built from a copy of the tree that has nothing generated."""
    copy, packages = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("packages")
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "_gen"))
        else:
            shutil.copy(ROOT / name, copy)
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(packages)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return packages


def test_the_wheel_holds_every_module_and_every_compiled_form(built: Path) -> None:
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "cims_desktop").rglob("*.py")}

    (wheel,) = built.glob("*.whl")

    assert f"{OUTPUT.as_posix()}/resources_rc.py" in wanted
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())


def test_the_source_package_holds_forms_and_resources_but_nothing_generated(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    forms = {path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.ui")}
    assert forms | {"packaging/generate.py", "packaging/hatch_build.py"} <= names
    assert not {name for name in names if name.startswith(OUTPUT.as_posix())}
