"""Conventions that no linter knows."""

from __future__ import annotations

import ast
import re

from tests.architecture.tree import modules, parsed, place

# Only the job runner and the excepthook may catch what they don't know.
SEAMS = {"cims_desktop/gui/jobs.py", "cims_desktop/gui/errors.py"}
BROAD = {"Exception", "BaseException"}
TRANSLATING = {"tr", "translate"}


def caught_names(handler: ast.ExceptHandler) -> set[str]:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {kind.id if isinstance(kind, ast.Name) else "" for kind in kinds if kind is not None} or {
        "BaseException"
    }


def is_swallowed(handler: ast.ExceptHandler) -> bool:
    """Whether the error ends here; one that is raised again after tidying up was not caught."""
    last = handler.body[-1]
    return not (isinstance(last, ast.Raise) and last.exc is None)


def is_built_text(node: ast.expr) -> bool:
    """Whether lupdate can't read the text: an f-string, a sum, a % or a .format()."""
    formatted = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    )
    return formatted or isinstance(node, ast.JoinedStr | ast.BinOp)


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        place(path)
        for path in modules("cims_desktop", "packaging", "tests")
        if parsed(path).body and not ast.get_docstring(parsed(path))
    ]

    assert not silent, "\n".join(silent)


def test_unknown_errors_are_caught_at_two_seams_only() -> None:
    handlers = [
        (path, node)
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
    ]

    broad = [
        place(path, node)
        for path, node in handlers
        if caught_names(node) & BROAD and is_swallowed(node) and place(path) not in SEAMS
    ]

    assert not broad, "\n".join(broad)


def test_nothing_is_left_unfinished() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")

    unfinished = [place(path) for path in modules() if marks.search(path.read_text(encoding="utf-8"))]

    assert not unfinished, "\n".join(unfinished)


def test_no_text_is_put_together_before_it_is_translated() -> None:
    calls = [
        (path, node)
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in TRANSLATING
    ]

    built = [
        place(path, call)
        for path, call in calls
        if any(is_built_text(argument) for argument in call.args[:2])
    ]

    assert not built, "\n".join(built)


def test_the_event_loop_is_never_turned_by_hand() -> None:
    turned = [place(path) for path in modules() if "processEvents" in path.read_text(encoding="utf-8")]

    assert not turned, "\n".join(turned)


def test_the_windows_never_reach_past_the_rights() -> None:
    """`OpenOffice.acting` is the database without a permission asked: for services that make demo data."""
    reaching = [
        place(path, node)
        for path in modules("cims_desktop/gui", "cims_desktop/cli")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr == "acting"
    ]

    assert not reaching, "\n".join(reaching)
