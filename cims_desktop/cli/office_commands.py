"""`office create`, `office demo` and `office check`."""

from __future__ import annotations

from argparse import Namespace

from cims_desktop.cli.main import DONE, FOUND, answer, password, progress, signed_in
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.services.entrance import Entrance


def run(options: Namespace, entrance: Entrance) -> int:
    """One of the office's own commands."""
    return {"create": _create, "demo": _demo, "check": _check}[options.action](options, entrance)


def _create(options: Namespace, entrance: Entrance) -> int:
    profile = OfficeProfile(
        name=options.name or options.file.stem, currency=options.currency.upper(), country=options.country.upper(),
        language=options.language, time_zone=options.timezone,
    )  # fmt: skip
    office = entrance.create(
        options.file,
        profile,
        sign_in_name=options.admin,
        display_name="",
        password=password(options, repeat=True),
    )
    office.close()
    answer(options, {"office": str(office.path), "admin": options.admin}, f"Made {office.path}.")
    return DONE


def _demo(options: Namespace, entrance: Entrance) -> int:
    from cims_desktop.services.demo import make_demo

    made = make_demo(
        options.file, customers=options.customers, purchases=options.purchases, seed=options.seed,
        language=options.language, sign_in_name=options.admin, password=password(options, repeat=True),
        task=progress(options), entrance=entrance,
    )  # fmt: skip
    document = {"office": str(made.path), "customers": made.customers, "purchases": made.purchases}
    answer(
        options, document, f"Made {made.path}: {made.customers:,} customers, {made.purchases:,} purchases."
    )
    return DONE


def _check(options: Namespace, entrance: Entrance) -> int:
    with signed_in(options, entrance, options.file) as office:
        if options.repair:
            office.health.repair(by=office.user, task=progress(options))
        result = office.health.check(by=office.user, deep=options.deep, task=progress(options))
    problems = [{"kind": f.kind, "where": f.where, "detail": f.detail} for f in result.findings]
    lines = [f"{f.kind}: {f.where} {f.detail}".rstrip() for f in result.findings]
    text = "\n".join(lines) if lines else f"All well: {result.counts['customer']:,} customers."
    answer(options, {"ok": result.ok, "problems": problems, "counts": result.counts}, text)
    return DONE if result.ok else FOUND
