"""Imports go one way, and each library stays in its layer."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGE, ROOT, modules, parsed, place

DOMAIN_LIBRARIES = {"phonenumbers", "email_validator", "stdnum", "cims_desktop", *sys.stdlib_module_names}


def imported_packages(path: Path) -> set[str]:
    """Top-level names of everything that a module imports."""
    names = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_the_import_contracts_hold() -> None:
    pytest.importorskip("importlinter", reason="import-linter is not installed (the lint extra)")
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]

    result = subprocess.run(
        [*command, "--no-cache"], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )

    assert result.returncode == 0, result.stdout


def test_the_domain_needs_no_library_but_those_for_phones_and_mail() -> None:
    foreign = {
        place(path): sorted(imported_packages(path) - DOMAIN_LIBRARIES)
        for path in modules("cims_desktop/domain")
        if imported_packages(path) - DOMAIN_LIBRARIES
    }

    assert foreign == {}


def test_no_module_imports_with_a_star() -> None:
    starred = [
        place(path, node)
        for path in modules("cims_desktop", "packaging", "tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]

    assert not starred, "\n".join(starred)


@pytest.mark.skipif(not any(PACKAGE.glob("cli*")), reason="the command line is not built yet")
@pytest.mark.parametrize("module", ["cims_desktop.cli", "cims_desktop.__main__"])
def test_the_command_line_starts_without_qt(module: str) -> None:
    program = f"import sys, {module}; print([name for name in sys.modules if name.startswith('PySide6')])"

    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, text=True
    )

    assert (result.stdout.strip(), result.stderr) == ("[]", "")
