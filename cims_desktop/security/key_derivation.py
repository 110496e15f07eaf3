"""From a password to a key: Argon2id (RFC 9106), its bounds, and its calibration to this computer."""

from __future__ import annotations

import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from cims_desktop.security.encoding import Json, Record, damaged

KEY_BYTES = 32
SALT_BYTES = 16
_ALGORITHM = "argon2id"


@dataclass(frozen=True)
class KdfParameters:
    """Argon2id cost: `passes` (t), `memory` in KiB (m), `lanes` (p)."""

    passes: int
    memory: int
    lanes: int

    def within(self, least: KdfParameters, most: KdfParameters) -> bool:
        """Whether no cost is below `least` or above `most`."""
        return (
            least.passes <= self.passes <= most.passes
            and least.memory <= self.memory <= most.memory
            and least.lanes <= self.lanes <= most.lanes
        )

    def as_json(self) -> Json:
        """The form that stands in the key file."""
        return {"algorithm": _ALGORITHM, "t": self.passes, "m": self.memory, "p": self.lanes}


MINIMUM = KdfParameters(passes=3, memory=64 * 1024, lanes=4)
"""RFC 9106's second recommendation; nothing weaker is written or read."""

MAXIMUM = KdfParameters(passes=20, memory=1024 * 1024, lanes=16)
"""A key file that asks for more would only hang or exhaust the computer."""


def parameters_from(value: object) -> KdfParameters:
    """The parameters written by `KdfParameters.as_json`; OfficeFault("key_file_damaged") if they are not."""
    record = Record(value, ("algorithm", "t", "m", "p"))
    if record.text("algorithm") != _ALGORITHM:
        raise damaged()
    return KdfParameters(record.number("t"), record.number("m"), record.number("p"))


def argon2id(secret: bytes, salt: bytes, cost: KdfParameters) -> bytes:
    """32 bytes from `secret`; no bounds are checked here."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def password_bytes(password: str) -> bytes:
    """The bytes of a password: NFC, so that every keyboard's way to type é is the same password; nothing
    else.
    """
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def derive_key(password: str, salt: bytes, cost: KdfParameters, *, minimum: KdfParameters = MINIMUM) -> bytes:
    """The key-encryption key of `password`; a cost out of bounds is refused before any work is done."""
    if not cost.within(minimum, MAXIMUM):
        raise damaged()
    return argon2id(password_bytes(password), salt, cost)


def calibrate(
    target_ms: float = 150, *, measure: Callable[[KdfParameters], float] | None = None
) -> KdfParameters:
    """The cost that takes about `target_ms` here, never below MINIMUM.

    Memory stays at 64 MiB, so that the oldest PC of the office can still sign in; only the passes grow, and
    time grows with them in proportion. `measure` returns the milliseconds of one derivation.
    """
    elapsed = max((measure or milliseconds)(MINIMUM), 1e-3)
    passes = int(MINIMUM.passes * target_ms / elapsed)
    return KdfParameters(min(max(passes, MINIMUM.passes), MAXIMUM.passes), MINIMUM.memory, MINIMUM.lanes)


def milliseconds(cost: KdfParameters) -> float:
    """How long one derivation of this cost takes here, now."""
    argon2id(b"warm up", secrets.token_bytes(SALT_BYTES), KdfParameters(1, 8 * cost.lanes, cost.lanes))
    started = time.perf_counter()
    argon2id(b"calibration", secrets.token_bytes(SALT_BYTES), cost)
    return (time.perf_counter() - started) * 1000
