"""`key rotate`, `key recovery-sheet` and `key raise-cost`."""

from __future__ import annotations

from argparse import Namespace

from cims_desktop.cli.main import DONE, answer, progress, signed_in
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.keys import recovery_sheet

SHEET = """\
RECOVERY CODE of {office}

    {code}

Made on {made_on} by {made_by} for the file {file}. Codes made before are void.

When every administrator's password is lost, this code and the two files of the office (.cims and .keys) open it again:
start the program, choose the office, then "Forgot the password?", and type the code.

Whoever has this sheet and the files can read all customers. Keep it locked away, not beside the computer.
"""


def run(options: Namespace, entrance: Entrance) -> int:
    """One of the commands on keys."""
    commands = {"rotate": _rotate, "recovery-sheet": _recovery_sheet, "raise-cost": _raise_cost}
    return commands[options.action](options, entrance)


def _rotate(options: Namespace, entrance: Entrance) -> int:
    with signed_in(options, entrance) as office:
        result = office.keys.rotate(progress(options), by=office.user)
    document = {"generation": result.generation, "resealed": result.resealed, "act": result.changes.act}
    answer(
        options,
        document,
        f"New keys (generation {result.generation}); {result.resealed:,} values sealed anew.",
    )
    return DONE


def _recovery_sheet(options: Namespace, entrance: Entrance) -> int:
    with signed_in(options, entrance) as office:
        code = office.keys.recovery_code(by=office.user)
        sheet = recovery_sheet(
            SHEET, office=office.profile.name, file=office.path.name, code=code, made_on=office.today(),
            made_by=office.user.display_name,
        )  # fmt: skip
    answer(options, {"code": code, "sheet": sheet}, sheet)
    return DONE


def _raise_cost(options: Namespace, entrance: Entrance) -> int:
    with signed_in(options, entrance) as office:
        act = office.users.raise_cost(by=office.user).act
        cost = max(1, round(office.keys.guess_milliseconds(by=office.user)))
    told = f"Guessing a password costs about {cost:,} ms on this PC."
    more = (
        "It takes effect at each person's next sign-in."
        if act
        else "Nothing was changed: it is already as costly as this PC allows."
    )
    answer(options, {"raised": act is not None, "milliseconds": cost, "act": act}, f"{told} {more}")
    return DONE
