"""`user`: who may sign in, as what."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace

from cims_desktop.cli.main import DONE, FOUND, answer, first_line, progress, signed_in
from cims_desktop.domain.errors import Invalid, NotFound, Problem
from cims_desktop.domain.roles import Role
from cims_desktop.domain.users import User
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice


def run(options: Namespace, entrance: Entrance) -> int:
    """One of the users' own commands."""
    handlers = {
        "list": _list,
        "add": _add,
        "role": _role,
        "reset": _reset,
        "disable": _disable,
        "enable": _enable,
    }
    with signed_in(options, entrance) as office:
        return handlers[options.action](options, office)


def _list(options: Namespace, office: OpenOffice) -> int:
    users = office.users.listing(by=office.user)
    document = {
        "users": [
            {
                "name": one.sign_in_name, "display_name": one.display_name, "role": one.role.key,
                "active": one.active, "must_change_password": one.must_change_password,
            }
            for one in users
        ]
    }  # fmt: skip
    width = max(len(one.sign_in_name) for one in users)
    lines = [
        f"{one.sign_in_name:{width}}  {_shown(one.role)}{'' if one.active else '  (disabled)'}"
        for one in users
    ]
    answer(options, document, "\n".join(lines))
    return DONE


def _add(options: Namespace, office: OpenOffice) -> int:
    role = _role_named(office, options.role)
    office.users.add(
        options.name, options.display_name or "", role, _new_password(options), by=office.user,
        must_change=not options.keep_password,
    )  # fmt: skip
    answer(options, {"user": options.name, "role": role.key}, f"Added {options.name} as {_shown(role)}.")
    return DONE


def _role(options: Namespace, office: OpenOffice) -> int:
    one, role = _named(office, options.name), _role_named(office, options.role)
    office.users.set_role(one.id, role, by=office.user)
    answer(
        options, {"user": one.sign_in_name, "role": role.key}, f"{one.sign_in_name} is {_shown(role)} now."
    )
    return DONE


def _reset(options: Namespace, office: OpenOffice) -> int:
    one = _named(office, options.name)
    office.users.reset_password(one.id, _new_password(options), by=office.user)
    answer(
        options,
        {"user": one.sign_in_name},
        f"{one.sign_in_name} signs in with the new password and changes it.",
    )
    return DONE


def _disable(options: Namespace, office: OpenOffice) -> int:
    one = _named(office, options.name)
    heir = None if options.heir is None else _named(office, options.heir).id
    done = office.users.disable(one.id, heir, progress(options), by=office.user)
    given = done.handed_over
    document = {
        "user": one.sign_in_name, "heir": options.heir, "customers": given.customers, "tasks": given.tasks,
        "views": given.views, "rotate_advised": done.rotate_advised, "stopped": done.stopped,
    }  # fmt: skip
    to = f"to {options.heir}" if options.heir else "to nobody"
    text = (
        f"{one.sign_in_name} can't sign in any more; {given.customers:,} customers and {given.tasks:,} tasks went {to}."
        "\nCopies of the files taken along still open with the old password: `key rotate` makes new keys."
    )
    answer(options, document, text)
    return FOUND if done.stopped else DONE


def _enable(options: Namespace, office: OpenOffice) -> int:
    one = _named(office, options.name)
    office.users.enable(one.id, by=office.user)
    answer(
        options, {"user": one.sign_in_name}, f"{one.sign_in_name} can sign in again with the old password."
    )
    return DONE


def _new_password(options: Namespace) -> str:
    """From a file, the second line of standard input, or the terminal; never an argument."""
    if options.new_password_file is not None:
        return first_line(options.new_password_file)
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Invalid((Problem("password", "required"),))
    typed = getpass.getpass("New password: ")
    if getpass.getpass("Repeat: ") != typed:
        raise Invalid((Problem("password", "not_repeated"),))
    return typed


def _named(office: OpenOffice, name: str) -> User:
    wanted = name.strip().casefold()
    for one in office.users.listing(by=office.user):
        if one.sign_in_name.casefold() == wanted:
            return one
    raise NotFound("user", name)


def _role_named(office: OpenOffice, name: str) -> Role:
    for role in office.roles.listing(by=office.user):
        if name in (role.key, role.name):
            return role
    raise NotFound("role", name)


def _shown(role: Role) -> str:
    return role.name or role.key.replace("_", " ")
