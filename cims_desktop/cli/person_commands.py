"""`person export` and `person erase`: what a person may ask of the office."""

from __future__ import annotations

import contextlib
from argparse import Namespace

from cims_desktop.cli.main import DONE, FOUND, answer, progress, signed_in
from cims_desktop.domain.errors import Invalid, NotFound, Problem
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice


def run(options: Namespace, entrance: Entrance) -> int:
    """One of the two commands."""
    return {"export": _export, "erase": _erase}[options.action](options, entrance)


def _export(options: Namespace, entrance: Entrance) -> int:
    if not options.folder.exists() and options.folder.parent.is_dir():
        with contextlib.suppress(OSError):
            options.folder.mkdir(mode=0o700)
    if not options.folder.is_dir():
        raise Invalid([Problem("folder", "not_a_folder", options.folder.name)])
    with signed_in(options, entrance) as office:
        done = office.privacy.export_person(
            _customer(office, options.id), options.folder, {}, progress(options),
            by=office.user, sensitive=options.sensitive,
        )  # fmt: skip
    document = {
        "folder": str(done.folder), "html": str(done.html), "json": str(done.json),
        "files": [str(path) for path in done.files], "ledger": done.ledger,
    }  # fmt: skip
    answer(options, document, f"Wrote {done.folder}.")
    return DONE


def _erase(options: Namespace, entrance: Entrance) -> int:
    if not options.yes:
        raise Invalid([Problem("yes", "needed_because_nothing_brings_the_person_back")])
    with signed_in(options, entrance) as office:
        done = office.privacy.erase(
            _customer(office, options.id), options.reason, progress(options), by=office.user
        )
    until = done.backups_until.isoformat()
    document = {"erased": True, "finished": done.fault is None, "backups_until": until}
    text = f"Erased. Backups made by the office's policy hold the person no longer than {until}."
    if done.fault is not None:
        document["fault"] = done.fault.code
        text += f"\nThe file itself could not be made anew yet ({done.fault.code});"
        text += " the next sign-in or erasure does it."
    answer(options, document, text)
    return DONE if done.fault is None else FOUND


def _customer(office: OpenOffice, given: str) -> int:
    """The id of a customer by id or by number. Raises NotFound."""
    if given.isascii() and given.isdigit():
        return int(given)
    hits = office.search.find(given, by=office.user, limit=50)
    found = [hit.id for hit in hits if hit.number.casefold() == given.strip().casefold()]
    if not found:
        raise NotFound("customer", given)
    return found[0]
