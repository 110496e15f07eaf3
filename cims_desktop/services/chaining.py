"""The journal's chain under the office's audit key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cims_desktop.security import audit_chain


class AuditChain:
    """What `storage.journal` asks for, computed with the audit key of a signed-in user."""

    def __init__(self, audit_key: bytes) -> None:
        self._key = audit_key

    def salt(self) -> bytes:
        """A fresh random salt for one value."""
        return audit_chain.new_salt()

    def value(self, salt: bytes, value: str | None) -> bytes | None:
        """The digest by which a value enters the chain."""
        return audit_chain.value_digest(self._key, salt, value)

    def link(
        self, previous: bytes | None, head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
    ) -> bytes:
        """The digest of an act that follows the act of digest `previous`, None for the first."""
        changes = [
            audit_chain.ChangeDigests(
                row["table_name"], row["record"], row["field"], row["before_digest"], row["after_digest"]
            )
            for row in rows
        ]
        details = {name: head[name] for name in ("table_name", "record", "customer_id", "detail")}
        content = audit_chain.canonical_act(
            at=head["happened_at"],
            user_id=head["user_id"],
            kind=head["kind"],
            changes=changes,
            details=details,
        )
        return audit_chain.chain(self._key, previous or audit_chain.GENESIS, content)
