"""What the office decides for all its desks, in its own row; and when people signed in, from the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.policy import OfficePolicy, policy_from
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.work import act


def rules(connection: sa.Connection) -> tuple[OfficePolicy, int]:
    """The policy, and for how many days the bin keeps a customer."""
    row = connection.execute(sa.select(office.c.policy, office.c.retention_days)).one()
    return policy_from(row.policy), int(row.retention_days)


def put_rules(connection: sa.Connection, policy: OfficePolicy, retention_days: int) -> None:
    """Stores both."""
    connection.execute(sa.update(office).values(policy=policy.as_text(), retention_days=retention_days))


def last_sign_ins(connection: sa.Connection) -> Mapping[int, datetime]:
    """When each user signed in last; who never did, or before the journal began, is left out."""
    newest = sa.select(sa.func.max(act.c.id)).where(act.c.kind == ActKind.SIGN_IN).group_by(act.c.user_id)
    found = sa.select(act.c.user_id, act.c.happened_at).where(act.c.id.in_(newest))
    return {row.user_id: row.happened_at for row in connection.execute(found) if row.user_id is not None}
