"""Reads the public names of a package, with their docstrings, from the source text: nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_INDENT = "  "


@dataclass(frozen=True)
class Function:
    """A public function or method: its signature, what it says, the right it needs, its decorators."""

    signature: str
    text: str
    permission: str = ""
    is_property: bool = False


@dataclass(frozen=True)
class Class:
    """A public class: bases, fields (name, type and default), members of an enum, methods."""

    name: str
    bases: tuple[str, ...]
    text: str
    fields: tuple[str, ...]
    members: tuple[str, ...]
    methods: tuple[Function, ...]


@dataclass(frozen=True)
class Module:
    """A module's name from the package on, what it is for, and what is public in it."""

    name: str
    text: str
    classes: tuple[Class, ...]
    functions: tuple[Function, ...]


def modules(folder: str, *, root: Path = ROOT) -> Iterator[Module]:
    """Every module of a package folder that has something public, by name."""
    for path in sorted((root / folder).rglob("*.py")):
        module = read(path, root)
        if module.classes or module.functions:
            yield module


def read(path: Path, root: Path = ROOT) -> Module:
    """One module."""
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    parts = path.relative_to(root).with_suffix("").parts
    named = [part for part in parts if part != "__init__"]
    return Module(
        ".".join(named),
        ast.get_docstring(tree) or "",
        tuple(_class(node) for node in tree.body if isinstance(node, ast.ClassDef) and is_public(node.name)),
        tuple(
            _function(node)
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and is_public(node.name)
        ),
    )


def is_public(name: str) -> bool:
    """Whether a name is meant for other modules."""
    return not name.startswith("_")


def _class(node: ast.ClassDef) -> Class:
    bases = tuple(ast.unparse(base) for base in node.bases)
    is_enum = any("Enum" in base for base in bases)
    return Class(
        node.name,
        bases,
        ast.get_docstring(node) or "",
        () if is_enum else tuple(_fields(node)),
        tuple(_members(node)) if is_enum else (),
        tuple(
            _function(part, method=True)
            for part in node.body
            if isinstance(part, ast.FunctionDef) and is_public(part.name)
        ),
    )


def _fields(node: ast.ClassDef) -> Iterator[str]:
    for part in node.body:
        if (
            isinstance(part, ast.AnnAssign)
            and isinstance(part.target, ast.Name)
            and is_public(part.target.id)
        ):
            default = "" if part.value is None else _default(part.value)
            yield f"{part.target.id}: {ast.unparse(part.annotation)}{default}"


def _default(value: ast.expr) -> str:
    """How a field's default is shown; what a factory makes is shown as the factory."""
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        for keyword in value.keywords:
            if keyword.arg == "default":
                return f" = {ast.unparse(keyword.value)}"
            if keyword.arg == "default_factory":
                return f" = {ast.unparse(keyword.value)}()"
        return ""
    return f" = {ast.unparse(value)}"


def _members(node: ast.ClassDef) -> Iterator[str]:
    for part in node.body:
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
            yield f"{part.targets[0].id} = {ast.unparse(part.value)}"


def _function(node: ast.FunctionDef, *, method: bool = False) -> Function:
    permission, is_property, is_static = "", False, False
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "requires":
            permission = ast.unparse(decorator.args[0]).removeprefix("Permission.")
        name = ast.unparse(decorator)
        is_property = is_property or name == "property"
        is_static = is_static or name == "staticmethod"
    arguments = ast.parse(ast.unparse(node.args).join(("def f(", "): ..."))).body[0]
    assert isinstance(arguments, ast.FunctionDef)
    if method and not is_static:
        taken = arguments.args.posonlyargs or arguments.args.args
        del taken[:1]
    returns = f" -> {ast.unparse(node.returns)}" if node.returns is not None else ""
    shown = node.name if is_property else f"{node.name}({ast.unparse(arguments.args)})"
    return Function(shown + returns, ast.get_docstring(node) or "", permission, is_property)
