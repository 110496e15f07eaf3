"""What a leaving user owned goes to an heir: customers, tasks, views; in short transactions, as one activity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress
from cims_desktop.services.pace import Pace
from cims_desktop.storage import journal
from cims_desktop.storage import users as stored
from cims_desktop.storage.engine import Connection


@dataclass(frozen=True)
class Owned:
    """How many customers (those in the bin too), tasks, and views, reports and other named things are somebody's."""

    customers: int = 0
    tasks: int = 0
    views: int = 0


@dataclass(frozen=True)
class Disabled:
    """What was handed over, and whether all of it was.

    `rotate_advised`: the user could open the office's keys; until they are renewed, copies of the files that he took
    along open with his password of then.
    """

    changes: Changes
    handed_over: Owned
    stopped: bool = False
    rotate_advised: bool = True


def owned_by(connection: Connection, user_id: int) -> Owned:
    """What this user owns."""
    return Owned(*stored.owned(connection, user_id))


def hand_over(
    acting: Acting,
    leaving: stored.UserEntry,
    heir: stored.UserEntry | None,
    task: Task,
    by: User,
    first: Callable[[ActInProgress], None],
) -> Disabled:
    """Writes that the user is out, in the same act that says who gets what, and then hands it over piece by piece.

    `first` is called in that act. Without an heir customers and tasks are nobody's, named things stay. Others are
    never kept waiting long; a stop between two pieces leaves the rest with the user, for the next time.
    """
    with acting.act(ActKind.AMEND, by=by) as act:
        stored.amend(act.connection, leaving.id, {"active": False}, act.now, by.id)
        first(act)
        total = owned_by(act.connection, leaving.id)
        act.about(
            "user", leaving.id, what=leaving.sign_in_name, heir=heir.sign_in_name if heir else "",
            customers=total.customers, tasks=total.tasks, views=total.views if heir else 0,
        )  # fmt: skip
        if leaving.active:
            act.changes.append(FieldChange("user", leaving.id, "active", "True", "False"))
        if heir is not None:
            named = stored.give_named(act.connection, leaving.id, heir.id, act.now, by.id)
            act.changes += [_owner(table, one, "owner_id", leaving, heir) for table, one in named]
    given = {"customer": 0, "task": 0}
    pace, stopped = Pace(start=50, fewest=10), False
    while not (stopped := task.cancelled()):
        with pace.transaction(pace.size), acting.act(ActKind.AMEND, by=by) as part:
            part.about(journal.MOVED_PART, act.id)
            if not (count := _piece(part, leaving, heir, pace.size)):
                break
            part.detail["count"] = count
        for change in part.changes:
            given[change.table] += 1
        task.report(Progress("handing_over", sum(given.values()), total.customers + total.tasks))
    handed = Owned(given["customer"], given["task"], total.views if heir else 0)
    everything = bool(given["customer"])
    return Disabled(Changes(office=True, everything=everything, act=act.id), handed, stopped)


def _piece(act: ActInProgress, leaving: stored.UserEntry, heir: stored.UserEntry | None, size: int) -> int:
    to = None if heir is None else heir.id
    if ids := stored.customers_of(act.connection, leaving.id, size):
        stored.give_customers(act.connection, ids, to, act.now, act.by.id)
        act.changes += [_owner("customer", one, "owner_id", leaving, heir) for one in ids]
    elif ids := stored.tasks_of(act.connection, leaving.id, size):
        stored.give_tasks(act.connection, ids, to, act.now, act.by.id)
        act.changes += [_owner("task", one, "assignee_id", leaving, heir) for one in ids]
    return len(ids)


def _owner(
    table: str, record: int, field: str, leaving: stored.UserEntry, heir: stored.UserEntry | None
) -> FieldChange:
    return FieldChange(table, record, field, str(leaving.id), None if heir is None else str(heir.id))
