"""What the journal tells of acts on keys."""

from __future__ import annotations

import json
from datetime import datetime

import sqlalchemy as sa

from cims_desktop.domain.audit import ActKind
from cims_desktop.storage.tables.people import user
from cims_desktop.storage.tables.work import act


def newest(connection: sa.Connection, what: str) -> tuple[datetime, str] | None:
    """When this was last done to the keys, and by whom (display name); None when the journal tells of none."""
    rows = connection.execute(
        sa.select(act.c.happened_at, act.c.detail, user.c.display_name)
        .outerjoin(user, user.c.id == act.c.user_id)
        .where(act.c.kind == ActKind.KEYS.value)
        .order_by(act.c.id.desc())
    )
    for row in rows:
        if row.detail and json.loads(row.detail).get("what") == what:
            return row.happened_at, row.display_name or ""
    return None
