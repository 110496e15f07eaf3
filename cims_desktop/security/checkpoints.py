"""Checkpoints: the journal's head under the administrator key, so that whoever lacks it can't rewrite what stands
before.

Everybody who signs in holds the audit key, and could make the chain anew. An act's digest stands for all acts before
it; a checkpoint is that digest with a MAC that only administrators can make. It also covers the checkpoint before it,
so that one in the middle can't be taken out. When the administrator key is renewed, the next checkpoint is made under
the new one at once and stands for all acts that those of earlier generations stood for; these stay provable too,
because the new key opens the former ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cims_desktop.security.encoding import canonical
from cims_desktop.security.wrapping import mac, same, subkey

_PURPOSE: Final = "cims checkpoint"


@dataclass(frozen=True)
class CheckpointContent:
    """What a checkpoint says: at `made_at` the journal of this office ended with `act_id`, whose digest was `digest`.

    `generation` is that of the administrator key; `previous` is the MAC of the checkpoint before (empty: none).
    """

    office_uid: str
    act_id: int
    digest: bytes
    generation: int
    made_at: datetime
    previous: bytes = b""


def checkpoint_mac(administrator_key: bytes, content: CheckpointContent) -> bytes:
    """The 32 bytes that prove a checkpoint."""
    return mac(subkey(administrator_key, _PURPOSE), _bytes(content))


def is_genuine(administrator_key: bytes, content: CheckpointContent, claimed: bytes) -> bool:
    """Whether a holder of this very key made the checkpoint."""
    return same(checkpoint_mac(administrator_key, content), claimed)


def _bytes(content: CheckpointContent) -> bytes:
    made_at = content.made_at.astimezone(UTC).isoformat(timespec="milliseconds")
    return canonical(
        [
            "cims checkpoint", 1, content.office_uid, content.act_id, content.digest.hex(), content.generation,
            made_at, content.previous.hex(),
        ]
    )  # fmt: skip
