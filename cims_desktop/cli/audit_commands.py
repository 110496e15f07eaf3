"""`audit verify` and `audit export`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import Any

from cims_desktop.cli.main import DONE, FOUND, answer, progress, signed_in
from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter, JournalFault, Verdict
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.services.entrance import Entrance

_WORDS = {
    JournalFault.EDITED: "was changed after it was written",
    JournalFault.DELETED: "was removed",
    JournalFault.REORDERED: "is not where it was written",
    JournalFault.TRUNCATED: "is missing, and all after it: the journal was cut",
    JournalFault.FORGED: "was not written by this office's programs, or the journal was made anew",
}


def run(options: Namespace, entrance: Entrance) -> int:
    """One of the audit's commands."""
    return {"verify": _verify, "export": _export}[options.action](options, entrance)


def _verify(options: Namespace, entrance: Entrance) -> int:
    with signed_in(options, entrance) as office:
        verdict = office.audit.verify(progress(options), by=office.user)
    answer(options, _document(verdict), "\n".join(_lines(verdict)))
    return DONE if verdict.ok else FOUND


def _export(options: Namespace, entrance: Entrance) -> int:
    if options.file.suffix.lower() != ".xlsx":
        raise Invalid([Problem("file", "ending_must_be_xlsx", options.file.name)])
    wanted = AuditFilter(
        since=_day(options.since), until=_day(options.until), kinds=_kinds(options.kinds), text=options.text
    )
    with signed_in(options, entrance) as office:
        done = office.audit.export(wanted, _titles(), options.file, progress(options), by=office.user)
    document = {
        "matched": done.matched,
        "written": done.written,
        "sha256": done.sha256,
        "ledger": done.ledger,
    }
    answer(options, document, f"Wrote {done.written:,} of {done.matched:,} lines to {done.path}.")
    return DONE


def _document(verdict: Verdict) -> dict[str, Any]:
    head = verdict.head
    return {
        "ok": verdict.ok,
        "first_bad": verdict.first_bad,
        "fault": None if verdict.fault is None else verdict.fault.value,
        "acts": verdict.acts,
        "changes": verdict.changes,
        "head": None if head is None else {"act": head.act, "at": head.at, "digest": head.digest.hex()},
        "checkpoints": verdict.checkpoints,
        "sound_until": verdict.sound_until,
        "vouched_until": verdict.vouched_until,
    }


def _lines(verdict: Verdict) -> list[str]:
    if verdict.fault is None:
        lines = [f"The journal is whole: {verdict.acts:,} acts, {verdict.changes:,} changes."]
    else:
        lines = [f"Act {verdict.first_bad} {_WORDS[verdict.fault]} ({verdict.fault.value})."]
    if verdict.head is not None:
        lines.append(
            f"Head: act {verdict.head.act}, {verdict.head.at:%Y-%m-%d %H:%M} UTC, {verdict.head.digest.hex()}"
        )
    proved = "" if verdict.vouched_until is None else f", proved until act {verdict.vouched_until}"
    lines.append(
        f"Checkpoints: {verdict.checkpoints:,}, in agreement until act {verdict.sound_until}{proved}."
    )
    return lines


def _titles() -> dict[str, str]:
    return {f"verdict.{fault.value}": f"Act that {words}:" for fault, words in _WORDS.items()} | {
        "verdict.ok": "The journal is whole.",
        "sheet": "Audit",
    }


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Invalid([Problem("date", "not_a_date", text or "")]) from error


def _kinds(text: str | None) -> frozenset[ActKind]:
    names = [name.strip().replace("-", "_") for name in (text or "").split(",") if name.strip()]
    if unknown := [name for name in names if name not in set(ActKind)]:
        known = ", ".join(ActKind)
        raise Invalid([Problem("kinds", "unknown", name, {"known": known}) for name in unknown])
    return frozenset(ActKind(name) for name in names)
