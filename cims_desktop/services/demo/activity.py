"""The journal of a demo office: the newest events, as if somebody had entered them one by one."""

from __future__ import annotations

from typing import Final

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.users import User
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import bulk

_EACH: Final = 6


def write_activity(office: OpenOffice, made: MadeUpOffice) -> None:
    """One act per newest purchase, interaction, answer and customer, in the order of time."""
    users = {user.id: user for user in office.users.listing(by=office.user)}
    with office.acting.read() as connection:
        events = bulk.newest(connection, _EACH)
    for event in events:
        if event.happened_at <= made.plan.now:
            _write(office, event, users.get(event.by_id or 0, office.user))


def _write(office: OpenOffice, event: bulk.Event, by: User) -> None:
    kind = ActKind.CREATE if event.table == "customer" else ActKind.RECORD
    if event.amount is not None and event.amount < 0:
        kind = ActKind.REFUND
    then = office.acting.at(lambda: event.happened_at)
    with then.act(kind, by=by) as act:
        facts = {"what": event.what, "amount": event.amount}
        known = {name: value for name, value in facts.items() if value not in (None, "")}
        act.about(event.table, event.record, event.customer_id, **known)
