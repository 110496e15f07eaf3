"""The journal's chain: each act's digest holds the one before it, so that no row can change, go or move
unseen.

An act's digest is HMAC-SHA-256 under the audit key over the previous digest and the act's canonical bytes.
Values enter only as digests of their own, HMAC over a random salt and the text: erasing a person removes
value and salt, the value's digest stays in the row, and the chain still verifies.

The act's `id` is left out on purpose: the database gives it at insert, some engines leave gaps, and the
order that it stands for is in the chain already (rows are read by id, so two ids exchanged are two links
broken).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cims_desktop.security.encoding import canonical

GENESIS: Final = bytes(32)
"""What stands before the first act, as if it were the digest of one."""

_ACT: Final = b"cims act 1\0"
_VALUE: Final = b"cims value 1\0"
SALT_BYTES: Final = 16


@dataclass(frozen=True)
class ChangeDigests:
    """One `change` row as the chain sees it; the digests come from `value_digest`, None where there was
    nothing.
    """

    table: str
    record: int
    field: str
    before: bytes | None
    after: bytes | None


def new_salt() -> bytes:
    """A random salt for one `change` row."""
    return secrets.token_bytes(SALT_BYTES)


def value_digest(audit_key: bytes, salt: bytes, value: str | None) -> bytes | None:
    """What the chain keeps of a value: 32 bytes, or None for no value (which is not the same as an empty
    one).
    """
    if value is None:
        return None
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes")
    return hmac.digest(audit_key, _VALUE + salt + value.encode("utf-8", "surrogatepass"), "sha256")


def canonical_act(
    *,
    at: datetime,
    user_id: int | None,
    kind: str,
    changes: Sequence[ChangeDigests] = (),
    details: Mapping[str, str | int | None] | None = None,
) -> bytes:
    """The bytes of an act that are chained; equal acts give equal bytes on every engine.

    `at` must be timezone-aware; it is written in UTC with microseconds. `changes` in the order of their rows.
    `details` are the act's further columns (subject, run, the act that is undone ...), by column name.
    """
    if at.tzinfo is None:
        raise ValueError("an act's time needs its time zone")
    instant = at.astimezone(UTC).isoformat(timespec="microseconds")
    rows = [[one.table, one.record, one.field, _hex(one.before), _hex(one.after)] for one in changes]
    return canonical([instant, user_id, kind, dict(details or {}), rows])


def chain(audit_key: bytes, previous: bytes, content: bytes) -> bytes:
    """The digest (32 bytes) of the act `content` that follows the act of digest `previous` (`GENESIS`: the first)."""
    if len(previous) != len(GENESIS):
        raise ValueError("a digest has 32 bytes")
    return hmac.digest(audit_key, _ACT + previous + content, "sha256")


def _hex(digest: bytes | None) -> str | None:
    return None if digest is None else digest.hex()
