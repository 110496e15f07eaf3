"""The project's own files, as the architecture tests look at them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generate import OUTPUT

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "cims_desktop"
GENERATED = ROOT / OUTPUT
SKIPPED_FOLDERS = {"__pycache__", "build", "dist"}


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """Every hand-written Python module of the product, or of the named folders of the repository."""
    roots = [ROOT / folder for folder in folders] or [PACKAGE]
    found = (path for root in roots for path in root.rglob("*.py"))
    return tuple(sorted(path for path in found if GENERATED not in path.parents))


@cache
def parsed(path: Path) -> ast.Module:
    """Syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, node: ast.stmt | ast.expr | ast.excepthandler | None = None) -> str:
    """How an offender is named: its path in the repository, and the line."""
    name = path.relative_to(ROOT).as_posix()
    return name if node is None else f"{name}:{node.lineno}"


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the tree without what is generated, cached, hidden or installed."""
    for folder, children, names in os.walk(ROOT):
        here = Path(folder)
        children[:] = [
            name
            for name in children
            if name not in SKIPPED_FOLDERS
            and (not name.startswith(".") or name == ".ci")
            and here / name != GENERATED
        ]
        for name in names:
            try:
                yield here / name, (here / name).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
