"""Size limits: what grows past them wants splitting along a seam that has a name.

A database revision is exempt: it is the frozen list of one change, and never edited again.
"""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.tree import PACKAGE, modules, parsed, place

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
MOST_METHODS = 20
REVISIONS = PACKAGE / "storage" / "migrations" / "versions"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def living_modules() -> list[Path]:
    return [path for path in modules() if REVISIONS not in path.parents]


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_module_is_longer_than_300_lines() -> None:
    sizes = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in living_modules()}

    assert {name: size for name, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    functions = [
        (path, node)
        for path in living_modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, FUNCTIONS)
    ]

    long = [
        f"{place(path, node)} {node.name}" for path, node in functions if lines_of(node) > LONGEST_FUNCTION
    ]

    assert not long, "\n".join(long)


def test_no_class_has_more_than_20_methods() -> None:
    classes = [
        (path, node)
        for path in living_modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    ]

    fat = [
        f"{place(path, node)} {node.name}"
        for path, node in classes
        if sum(isinstance(part, FUNCTIONS) for part in node.body) > MOST_METHODS
    ]

    assert not fat, "\n".join(fat)
