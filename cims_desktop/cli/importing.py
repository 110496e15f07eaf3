"""`import` and `imports`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from cims_desktop.cli.main import DONE, FOUND, answer, progress, signed_in
from cims_desktop.cli.words import problem
from cims_desktop.domain.errors import CimsError, Invalid, OfficeFault, Problem
from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.mapping import Mapping
from cims_desktop.exchange.suggesting import suggest
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.importing import Importing, ImportOutcome, ImportPlan

_PURCHASE_PRESETS = {"online-retail", "cdnow"}


def bring_in(options: Namespace, entrance: Entrance) -> int:
    """Imports a file; the mapping is the preset's, the saved one, or suggested when nothing needed is ambiguous."""
    with signed_in(options, entrance) as office:
        plan = _plan(options, office.importing)
        run = office.importing.dry_run if options.dry_run else office.importing.run
        outcome: ImportOutcome = run(plan, progress(options), by=office.user)
        if options.rejects is not None and outcome.refused_count:
            office.importing.write_rejects(outcome, plan, options.rejects, by=office.user)
    document = _document(options, outcome)
    lines = [
        f"row {row.row}: " + "; ".join(problem(one) for one in row.problems) for row in outcome.refused[:20]
    ]
    lines.append(
        f"Read {outcome.read:,}: {outcome.created:,} created, {outcome.updated:,} updated, "
        f"{outcome.unchanged + outcome.skipped:,} left as they were, {outcome.refused_count:,} refused."
    )
    answer(options, document, "\n".join(lines))
    return FOUND if outcome.refused_count else DONE


def imports(options: Namespace, entrance: Entrance) -> int:
    """Lists the imports, or takes one back."""
    with signed_in(options, entrance) as office:
        if options.action == "list":
            runs = office.importing.history(by=office.user)
            rows = [
                {"run": r.id, "kind": r.kind, "file": r.file_name, "state": r.state, "at": r.started_at}
                for r in runs
            ]
            lines = [
                f"{r['run']:>5}  {r['at']:%Y-%m-%d %H:%M}  {r['kind']:<12} {r['state']:<9} {r['file']}"
                for r in rows
            ]
            answer(options, {"imports": rows}, "\n".join(lines) or "No imports yet.")
            return DONE
        undone = office.importing.undo(options.run, progress(options), by=office.user)
    document = {
        "run": options.run,
        "removed": undone.removed,
        "restored": undone.restored,
        "kept": [asdict(one) for one in undone.kept],
    }
    answer(
        options,
        document,
        f"Took {undone.removed:,} back, restored {undone.restored:,}, kept {len(undone.kept):,}.",
    )
    return FOUND if undone.kept else DONE


def _plan(options: Namespace, importing: Importing) -> ImportPlan:
    kind = ImportKind(options.kind)
    description = importing.describe(options.file, None, progress(options))
    preset = options.preset or ""
    if options.mapping is not None:
        mapping = _saved(options)
    else:
        try:
            suggestion = suggest(kind, description, preset)
        except KeyError as error:
            raise CimsError("unknown_preset", preset=preset) from error
        if suggestion.questions:
            raise Invalid([Problem(q.column or q.field, q.code, q.value) for q in suggestion.questions])
        mapping = suggestion.mapping
    create = options.create_customers
    if create is None:
        create = mapping.preset in _PURCHASE_PRESETS
    return ImportPlan(
        path=options.file, kind=kind, mapping=mapping, options=description.options,
        match=tuple(key.strip().replace("-", "_") for key in options.match.split(",") if key.strip()),
        on_match=options.on_match, create_customers=create, strict=options.strict,
    )  # fmt: skip


def _saved(options: Namespace) -> Mapping:
    try:
        return Mapping.from_json(options.mapping.read_text(encoding="utf-8"))
    except OSError as error:
        raise OfficeFault("no_access", path=str(options.mapping)) from error
    except ValueError as error:
        raise CimsError("not_a_mapping", path=str(options.mapping)) from error


def _document(options: Namespace, outcome: ImportOutcome) -> dict[str, Any]:
    return {
        "run": outcome.run,
        "read": outcome.read,
        "created": outcome.created,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "skipped": outcome.skipped,
        "rejected": outcome.refused_count,
        "columns": {name: {"filled": filled} for name, filled in outcome.columns.items()},
        "rejects_file": str(options.rejects)
        if options.rejects is not None and outcome.refused_count
        else None,
        "problems": [
            {"row": row.row, "problems": [problem(one) for one in row.problems]}
            for row in outcome.refused[:1000]
        ],
    }
