"""The generated shapes of `--json`: every command is run on a small office and its document described.

So a shape in docs/api.md is what the program prints, never what somebody remembers.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from cims_desktop.cli.main import main
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.services.entrance import Entrance

_QUICK = KdfParameters(passes=1, memory=64, lanes=1)
_SIGN_IN = ("--office", "sample.cims", "--user", "mei", "--password-file", "password", "--json")
_CUSTOMERS = "Number,Name,Phone,E-mail\nK-1,Ada Lovelace,021 6888 8888,ada@example.com\nK-2,,,\n"

COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("office create", ("office", "create", "new.cims", "--admin", "mei", "--password-file", "password", "--json")),
    (
        "office demo",
        ("office", "demo", "sample.cims", "--admin", "mei", "--customers", "40", "--purchases", "200",
         "--password-file", "password", "--json"),
    ),
    (
        "office check",
        ("office", "check", "sample.cims", "--user", "mei", "--password-file", "password", "--json"),
    ),
    ("search", ("search", "a", *_SIGN_IN)),
    (
        "import",
        ("import", "customers", "customers.csv", "--preset", "plain", "--rejects", "refused.csv", *_SIGN_IN),
    ),
    ("imports list", ("imports", "list", *_SIGN_IN)),
    ("imports undo", ("imports", "undo", "1", *_SIGN_IN)),
    ("export", ("export", "customers", "list.xlsx", *_SIGN_IN)),
    ("report sales", ("report", "sales", "report.xlsx", *_SIGN_IN)),
    ("backup", ("backup", "copy.cimsbak", *_SIGN_IN)),
    (
        "restore",
        ("restore", "copy.cimsbak", "--to", "again.cims", "--user", "mei", "--password-file", "password", "--json"),
    ),
    ("a known fault", ("office", "check", "missing.cims", "--user", "mei", "--password-file", "password", "--json")),
    ("refused input", ("export", "customers", "list.xlsx", "--columns", "shoe_size", *_SIGN_IN)),
)  # fmt: skip


FREE_KEYS = {"columns": "FIELD", "counts": "TABLE"}
"""Objects whose keys are names of fields or tables: one of them stands for all."""

_TEXTS = {
    r"[0-9a-f]{64}": "SHA-256 in hex",
    r"\d{4}-\d\d": "month, yyyy-mm",
    r"-?\d+\.\d+": "amount as text",
    r"\d{4}-\d\d-\d\d \d\d:\d\d.*": "instant",
}


class NoDocument(Exception):
    """A command printed something else than one JSON document; the message says which."""


def shapes() -> str:
    """One block for each command: its exit status in this run, and the shape of its document."""
    with tempfile.TemporaryDirectory(prefix="cims-docs-") as name, contextlib.chdir(name):
        Path("password").write_text("correct-horse-battery-staple\n", encoding="utf-8")
        Path("customers.csv").write_text(_CUSTOMERS, encoding="utf-8")
        entrance = Entrance(kdf=_QUICK, minimum=_QUICK)
        return "\n".join(_block(title, line, entrance) for title, line in COMMANDS)


def _block(title: str, line: Sequence[str], entrance: Entrance) -> str:
    status, document = _document(title, line, entrance)
    lines = "\n".join(shape(document))
    return f"`{title}`, here with exit status {status}:\n\n```text\n{lines}\n```\n"


def _document(title: str, line: Sequence[str], entrance: Entrance) -> tuple[int, object]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        status = main(line, entrance)
    try:
        return status, json.loads(printed.getvalue())
    except ValueError:
        raise NoDocument(f"{title}: {printed.getvalue()[:200]!r}") from None


def shape(value: object, indent: str = "", name: str = "") -> Iterator[str]:
    """A JSON value as lines that name its keys and kinds; a list shows its first element.

    `name` is the key under which the value stands: some objects have free keys (`FREE_KEYS`).
    """
    deeper = indent + "  "
    match value:
        case dict() if name in FREE_KEYS and value:
            yield (
                f"{{{FREE_KEYS[name]}: "
                + " ".join(line.strip() for line in shape(next(iter(value.values()))))
                + ", ...}"
            )
        case dict() if value:
            yield "{"
            for key, one in value.items():
                first, *rest = shape(one, deeper, key)
                yield f'{deeper}"{key}": {first}'
                yield from rest
            yield indent + "}"
        case list() if value:
            first, *rest = shape(value[0], indent)
            yield from [f"[{first}", *rest[:-1], f"{rest[-1]}, ...]"] if rest else [f"[{first}, ...]"]
        case _:
            yield _kind(value)


def _kind(value: object) -> str:
    """What stands for a plain value; an empty list or nothing says so itself."""
    match value:
        case None:
            return "null or text"
        case bool():
            return "true or false"
        case int():
            return "whole number"
        case float():
            return "number"
        case str():
            return _text_kind(value)
        case _:
            return "[...]" if isinstance(value, list) else "{...}"


def _text_kind(value: str) -> str:
    for pattern, kind in _TEXTS.items():
        if re.fullmatch(pattern, value):
            return kind
    return "text"
