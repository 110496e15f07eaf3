"""Moves customers to the bin and back: one or a million, in short transactions that can be stopped between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress
from cims_desktop.services.pace import Pace
from cims_desktop.services.reach import require, require_reach
from cims_desktop.storage import customers as stored
from cims_desktop.storage import journal

MOST_NAMED = 1000
"""Above so many moved customers, `Changes` says "everything": every screen reads again, which costs less."""


@dataclass(frozen=True)
class Moved:
    """What became of a move to the bin or back.

    `ids` were moved, in ascending order, of `wanted` different ones that were named. `stopped`: somebody cancelled;
    `fault`: something went wrong after some were moved. Either way those that were moved stay moved, and each
    customer is wholly there or wholly here.
    """

    wanted: int
    ids: tuple[int, ...] = ()
    stopped: bool = False
    fault: CimsError | None = None
    act: int | None = None

    @property
    def changes(self) -> Changes:
        """What the change bus is told."""
        if len(self.ids) > MOST_NAMED:
            return Changes(everything=True, act=self.act)
        return Changes(customers=frozenset(self.ids), act=self.act)


def move(acting: Acting, ids: Sequence[int], hidden: bool, task: Task, by: User) -> Moved:
    """Moves many in short transactions, so that nobody else waits long for the write lock.

    One activity: each transaction writes an act with its own count, the first says how many were named, the others
    are its parts. What can't be told yet, whether all of them come to it, is thus claimed nowhere. Raises what goes
    wrong before anybody was moved, PermissionDenied for more than one without the right of bulk changes.
    """
    wanted = sorted(set(ids))  # neighbours share pages
    if len(wanted) > 1:
        require(Permission.BULK_CHANGE, by=by)
    with acting.read() as connection:
        require_reach(connection, Permission.DELETE_CUSTOMERS, wanted, by=by)
    pace = Pace(start=25, fewest=10)
    moved: list[int] = []
    so_far, at = Moved(len(wanted), stopped=task.cancelled()), 0
    while (at < len(wanted) or so_far.act is None) and not so_far.stopped:
        piece = wanted[at : at + pace.size]
        try:
            with pace.transaction(len(piece)), acting.act(_kind(hidden), by=by) as act:
                now = _move_piece(act, piece, hidden, so_far)
        except CimsError as fault:
            if not moved:
                raise
            return replace(so_far, ids=tuple(moved), fault=fault)
        at += len(piece)
        moved += now
        task.report(Progress("moving", at, len(wanted)))
        so_far = replace(so_far, act=so_far.act or act.id, stopped=at < len(wanted) and task.cancelled())
    return replace(so_far, ids=tuple(moved))


def _kind(hidden: bool) -> ActKind:
    return ActKind.DELETE if hidden else ActKind.RESTORE


def _move_piece(act: ActInProgress, piece: Sequence[int], hidden: bool, so_far: Moved) -> list[int]:
    require_reach(act.connection, Permission.DELETE_CUSTOMERS, piece, by=act.by)
    moved = stored.set_hidden(act.connection, piece, hidden, act.now, act.by.id)
    before, after = (None, "1") if hidden else ("1", None)
    act.changes += [FieldChange("customer", one, "deleted", before, after) for one in moved]
    only = moved[0] if so_far.wanted == len(moved) == 1 else None
    if so_far.act is not None:
        act.about(journal.MOVED_PART, so_far.act, count=len(moved))
    elif so_far.wanted > len(piece):
        act.about("customer", None, count=len(moved), of=so_far.wanted)
    else:
        act.about("customer", only, only, count=len(moved))
    return moved
