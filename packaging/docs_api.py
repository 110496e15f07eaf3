"""The generated parts of docs/api.md: the command line, the use cases and the domain, from their source."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator
from inspect import cleandoc

from docs_source import ROOT, Class, Function, Module, modules, read

SERVICES = "cims_desktop/services"
DOMAIN = "cims_desktop/domain"
_INNER = ("cims_desktop.services.demo.", "cims_desktop.services.importing.")
"""Packages whose modules work for a few public entrances only; those are listed."""

_ENTRANCES = (
    "cims_desktop.services.demo.office",
    "cims_desktop.services.importing.outcome",
    "cims_desktop.services.importing.plan",
    "cims_desktop.services.importing.running",
)
_PERMISSIONS = ROOT / DOMAIN / "permissions.py"


def services() -> str:
    """Every use case, by module, with the right it needs."""
    rights = _rights()
    listed = (module for module in modules(SERVICES) if _is_listed(module))
    return "\n".join(_module(module, rights) for module in listed)


def domain() -> str:
    """The vocabulary that all layers share."""
    return "\n".join(_module(module, {}) for module in modules(DOMAIN))


def commands() -> str:
    """The usage text of each command, as `--help` prints it."""
    from cims_desktop.cli.parser import build

    blocks = []
    for parser in _leaves(build()):
        parser.formatter_class = _plain
        blocks.append(f"```text\n{parser.format_help().strip()}\n```\n")
    return "\n".join(blocks)


def permissions() -> str:
    """The matrix: one line a right, one column a role."""
    from cims_desktop.domain.permissions import Permission, Scope
    from cims_desktop.domain.roles import READY_ROLES

    roles = list(READY_ROLES)
    lines = [
        "| right | " + " | ".join(role.value.replace("_", " ") for role in roles) + " |",
        "|---|" + "---|" * len(roles),
    ]
    for right in Permission:
        reach = {Scope.NONE: "no", Scope.OWN: "own", Scope.ALL: "yes"}
        held = " | ".join(reach[READY_ROLES[role].scope(right)] for role in roles)
        lines.append(f"| `{right.value}` | {held} |")
    return "\n".join(lines) + "\n"


class _plain(argparse.HelpFormatter):  # noqa: N801 (argparse calls it as a function)
    """Help of one width, whatever the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)


def _leaves(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parsers that have no further commands."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001
    if not inner:
        yield parser
    for action in inner:
        for child in action.choices.values():
            yield from _leaves(child)


def _is_listed(module: Module) -> bool:
    return module.name in _ENTRANCES or not module.name.startswith(_INNER)


def _rights() -> dict[str, str]:
    """The value of each permission by its name: VIEW_CUSTOMERS is customers.view."""
    (permission,) = (one for one in read(_PERMISSIONS).classes if one.name == "Permission")
    pairs = (member.split(" = ", 1) for member in permission.members)
    return {name: str(ast.literal_eval(value)) for name, value in pairs}


def _module(module: Module, rights: dict[str, str]) -> str:
    lines = [f"### {module.name.removeprefix('cims_desktop.')}", "", _paragraphs(module.text), ""]
    for one in module.classes:
        lines.extend(_class(one, rights))
    lines.extend(_function(function, rights) for function in module.functions)
    return "\n".join(lines).rstrip() + "\n"


def _class(one: Class, rights: dict[str, str]) -> Iterator[str]:
    bases = f"({', '.join(one.bases)})" if one.bases else ""
    yield f"**`{one.name}{bases}`**: {_paragraphs(one.text)}"
    yield ""
    if one.members:
        yield _block(one.members)
    if one.fields:
        yield _block(one.fields)
    for method in one.methods:
        yield _function(method, rights)
    if one.methods:
        yield ""


def _function(function: Function, rights: dict[str, str]) -> str:
    right = f" Needs `{rights[function.permission]}`." if function.permission else ""
    return f"- `{function.signature}`: {_oneline(function.text)}{right}"


def _block(lines: tuple[str, ...]) -> str:
    return "```python\n" + "\n".join(lines) + "\n```\n"


def _paragraphs(text: str) -> str:
    """A docstring as Markdown; reStructuredText's double back-quotes become single ones."""
    return cleandoc(text).replace("``", "`").strip()


def _oneline(text: str) -> str:
    return " ".join(_paragraphs(text).split())
