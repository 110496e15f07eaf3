"""Removes customers from the bin for good: one or a million, in short transactions that can be stopped between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress
from cims_desktop.services.pace import Pace
from cims_desktop.storage import erasing, journal
from cims_desktop.storage.sensitive import holders


@dataclass(frozen=True)
class Destroyed:
    """What became of it: of `wanted` customers `done` are gone, `shells` of them leave an empty record for the books.

    `stopped`: somebody cancelled; `fault`: something went wrong after some were gone. Neither brings those back.
    """

    wanted: int
    done: int = 0
    shells: int = 0
    stopped: bool = False
    fault: CimsError | None = None
    act: int | None = None

    @property
    def changes(self) -> Changes:
        """What the change bus is told."""
        return Changes(everything=self.done > 0, act=self.act)


def destroy(acting: Acting, ids: Sequence[int], task: Task, by: User) -> Destroyed:
    """Destroys those of `ids` that are in the bin. One activity with parts, as a move to the bin is.

    Raises what goes wrong before anybody is gone.
    """
    wanted = sorted(set(ids))
    pace = Pace(start=10, fewest=5)
    so_far, at = Destroyed(len(wanted)), 0
    while at < len(wanted) and not (stopped := task.cancelled()):
        piece = wanted[at : at + pace.size]
        try:
            with pace.transaction(len(piece)), acting.act(ActKind.DESTROY, by=by) as act:
                done, shells = _destroy_piece(act, piece, so_far)
        except CimsError as fault:
            if not so_far.done:
                raise
            return replace(so_far, fault=fault)
        at += len(piece)
        so_far = replace(
            so_far, done=so_far.done + done, shells=so_far.shells + shells, act=so_far.act or act.id
        )
        task.report(Progress("destroying", at, len(wanted)))
    return replace(so_far, stopped=at < len(wanted) and stopped)


def _destroy_piece(act: ActInProgress, piece: Sequence[int], so_far: Destroyed) -> tuple[int, int]:
    """How many are gone, and how many of them left a shell."""
    there = erasing.in_bin(act.connection, piece)
    every = list(dict.fromkeys(one for key in there for one in holders(act.connection, key)))
    erasing.erase(act.connection, every, act.now, act.by.id)
    gone = set(erasing.remove_empty(act.connection, every))
    act.changes += [FieldChange("customer", one, "destroyed", None, "1") for one in every]
    only = there[0] if so_far.wanted == len(there) == 1 else None
    if so_far.act is None:
        act.about("customer", only, only, count=len(there), of=so_far.wanted)
    else:
        act.about(journal.MOVED_PART, so_far.act, count=len(there))
    return len(there), len(set(there) - gone)
