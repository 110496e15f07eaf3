"""Sealing sensitive fields: anybody who edits writes to the public key, the private half alone reads.

A sealed value is the sender's one-time public key (32 bytes), then nonce, ciphertext and tag of `wrapping.box`. It is
bound to the office, the table, the customer's record, the field and the generation of the key, so that it opens
nowhere but in its own place: two values that were exchanged in the file are both refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from cims_desktop.domain.sensitive import SealedValue, comparable, last_four
from cims_desktop.security.encoding import canonical
from cims_desktop.security.key_derivation import KEY_BYTES
from cims_desktop.security.wrapping import Box, CannotUnseal, box, key_pair, mac, subkey, unbox

TABLE: Final = "secret_value"
BLIND_BYTES: Final = 16


@dataclass(frozen=True)
class FieldCipher:
    """One office's sensitive keys of one generation. Without `private` it only writes, without `blind` it can't index.

    What it prints never shows a secret half.
    """

    office_uid: str
    public: bytes
    generation: int
    private: bytes | None = field(default=None, repr=False)
    blind: bytes | None = field(default=None, repr=False)

    @property
    def reads(self) -> bool:
        """Whether it opens values."""
        return self.private is not None

    def seal(self, record: int, name: str, value: str) -> SealedValue:
        """`value` of the customer `record`'s field `name`, for the holders of the private half."""
        boxed = box(self.public, value.encode(), self._bound(record, name, self.generation))
        return SealedValue(
            boxed.ephemeral + boxed.sealed, self.generation, self.blind_index(name, value), last_four(value)
        )

    def open(self, record: int, name: str, generation: int, sealed: bytes) -> str:
        """The value that `seal` sealed for this very place. Raises CannotUnseal, also without the private half."""
        if self.private is None or generation != self.generation:
            raise CannotUnseal
        opened = unbox(
            key_pair(self.private),
            Box(sealed[:KEY_BYTES], sealed[KEY_BYTES:]),
            self._bound(record, name, generation),
        )
        try:
            return opened.decode()
        except UnicodeDecodeError:
            raise CannotUnseal from None

    def blind_index(self, name: str, value: str) -> bytes | None:
        """16 bytes that are the same for equal values of a field and tell nothing without the key; None without it."""
        if self.blind is None:
            return None
        return mac(subkey(self.blind, f"cims blind index {name}"), comparable(value).encode())[:BLIND_BYTES]

    def _bound(self, record: int, name: str, generation: int) -> bytes:
        return canonical(["cims field", 1, self.office_uid, TABLE, record, name, generation])
