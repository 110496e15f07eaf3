"""What the build step makes is never committed, and every form of ui/ is made."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from generate import OUTPUT
from tests.architecture.tree import GENERATED, ROOT


def git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(),
    reason="this is no checkout of the repository",
)
def test_nothing_generated_is_committed() -> None:
    committed = git("ls-files", OUTPUT.as_posix(), "*.qm", "*_rc.py", "ui_*.py")

    assert committed == ""


def test_every_form_and_nothing_else_is_compiled() -> None:
    forms = {f"ui_{form.stem}.py" for form in (ROOT / "ui").rglob("*.ui")}

    assert {path.name for path in GENERATED.glob("ui_*.py")} == forms
