"""Runs one command: sign in, ask the service, print, and answer with the exit status."""

from __future__ import annotations

import contextlib
import getpass
import json
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from cims_desktop.cli import words
from cims_desktop.cli.parser import build
from cims_desktop.domain.errors import (
    CimsError,
    Invalid,
    OfficeFault,
    PermissionDenied,
    SignInRefused,
    UnreadableFile,
)
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice

DONE, FOUND, USAGE, REFUSED, DENIED, UNUSABLE, BAD_INPUT = range(7)
"""Exit statuses, as `docs/api.md` lists them."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BAD_INPUT_CODES = {"needs_answers", "unknown_preset", "not_a_mapping"}


def main(arguments: Sequence[str], entrance: Entrance | None = None) -> int:
    """Runs the command line; returns the exit status (argparse exits with 2 by itself)."""
    options = build().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _run(options, entrance or Entrance())
    except CimsError as error:
        return _fault(error, options)
    except KeyboardInterrupt:
        print("Cancelled.", file=sys.stderr)
        return FOUND
    except BrokenPipeError:
        return DONE


def _run(options: Namespace, entrance: Entrance) -> int:
    from cims_desktop.cli import (
        audit_commands,
        backup_commands,
        key_commands,
        office_commands,
        person_commands,
        table_commands,
        user_commands,
    )

    handlers: dict[str, Callable[[Namespace, Entrance], int]] = {
        "office": office_commands.run,
        "search": table_commands.search,
        "import": table_commands.bring_in,
        "imports": table_commands.imports,
        "export": table_commands.export,
        "report": table_commands.report,
        "person": person_commands.run,
        "audit": audit_commands.run,
        "key": key_commands.run,
        "user": user_commands.run,
        "backup": backup_commands.backup,
        "restore": backup_commands.restore,
    }
    return handlers[options.command](options, entrance)


def _fault(error: CimsError, options: Namespace) -> int:
    text = words.sentence(error)
    if options.json:
        document: dict[str, Any] = {"error": error.code, "message": text}
        if isinstance(error, Invalid):
            document["problems"] = [
                {"field": p.field, "code": p.code, "value": p.value} for p in error.problems
            ]
        print(json.dumps(document, ensure_ascii=False, default=str))
    else:
        print(f"cims-desktop: {shown(text)}", file=sys.stderr)
    match error:
        case SignInRefused():
            return REFUSED
        case PermissionDenied():
            return DENIED
        case Invalid() | UnreadableFile():
            return BAD_INPUT
        case _:
            return BAD_INPUT if error.code in _BAD_INPUT_CODES else UNUSABLE


def password(options: Namespace, *, repeat: bool = False) -> str:
    """The password from standard input, a file, or the terminal; never an argument."""
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if options.password_file is not None:
        return first_line(options.password_file)
    if not sys.stdin.isatty():
        raise SignInRefused("wrong_name_or_password")
    typed = getpass.getpass("Password: ")
    if repeat and getpass.getpass("Repeat: ") != typed:
        raise SignInRefused("wrong_name_or_password")
    return typed


def first_line(file: Path) -> str:
    """A password from a file."""
    try:
        return file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except OSError as error:
        raise OfficeFault("no_access", path=str(file)) from error


def _opened(options: Namespace, entrance: Entrance, file: Path) -> OpenOffice:
    """Signs in; on a terminal it asks for the one-time code when that is needed and was not given."""
    secret, code = password(options), getattr(options, "code", None) or ""
    try:
        return entrance.sign_in(file, options.user, secret, code)
    except SignInRefused as refused:
        if refused.code != "code_needed" or not sys.stdin.isatty():
            raise
    return entrance.sign_in(file, options.user, secret, getpass.getpass("One-time code: "))


@contextlib.contextmanager
def signed_in(options: Namespace, entrance: Entrance, file: Path | None = None) -> Iterator[OpenOffice]:
    """The office, signed in and closed again. What the window asks of a person first, it does not go around."""
    office = _opened(options, entrance, file or options.office)
    try:
        if office.user.must_change_password:
            raise SignInRefused("password_change_needed")
        if office.must_enrol:
            raise SignInRefused("enrolment_needed")
        for warning in office.warnings:
            print(f"cims-desktop: {words.warning(warning)}", file=sys.stderr)
        yield office
    finally:
        office.close()


def progress(options: Namespace) -> Task:
    """Reports to standard error, only on a terminal."""
    if not sys.stderr.isatty() or options.json:
        return Task()

    def show(now: Progress) -> None:
        total = f" of {now.total:,}" if now.total else ""
        print(f"\r{now.stage}: {now.done:,}{total}   ", end="", file=sys.stderr, flush=True)

    return Task(report=show)


def answer(options: Namespace, document: dict[str, Any], text: str) -> None:
    """Prints the JSON document or the text for people."""
    print(json.dumps(document, ensure_ascii=False, default=str) if options.json else shown(text))


def shown(text: str) -> str:
    """Text for the terminal: a customer's name may hold what would move its cursor or change its title."""
    return _CONTROL.sub("\ufffd", text)
