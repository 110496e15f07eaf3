"""What the journal tells of acts on keys."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cims_desktop.domain.audit import ActKind
from cims_desktop.storage.tables.people import user
from cims_desktop.storage.tables.work import act


@dataclass(frozen=True)
class KeyAct:
    """When something was done to the keys, by whom (display name), and to which slot ("": not told)."""

    at: datetime
    by: str
    slot: str


def newest(connection: sa.Connection, what: str) -> KeyAct | None:
    """When this was last done to the keys; None when the journal tells of none."""
    rows = connection.execute(
        sa.select(act.c.happened_at, act.c.detail, user.c.display_name)
        .outerjoin(user, user.c.id == act.c.user_id)
        .where(act.c.kind == ActKind.KEYS.value)
        .order_by(act.c.id.desc())
    )
    for row in rows:
        detail = json.loads(row.detail) if row.detail else {}
        if detail.get("what") == what:
            return KeyAct(row.happened_at, row.display_name or "", str(detail.get("slot", "")))
    return None
