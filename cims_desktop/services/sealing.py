"""The keys of the sensitive fields, as the services that seal and open need them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cims_desktop.domain.errors import OfficeFault, PermissionDenied
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.sensitive import SealedValue
from cims_desktop.security.field_cipher import FieldCipher
from cims_desktop.security.wrapping import CannotUnseal
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage.sensitive import DRAFTED, Secret, drafted, secrets_in

UNREADABLE = "sensitive_unreadable"
"""The key of an opened draft's payload that names the typed values which this user can't read, by field."""


class Sealing:
    """Seals and opens with whatever keys the signed-in user holds at this moment."""

    def __init__(self, keys: HeldKeys) -> None:
        self._keys = keys

    @property
    def cipher(self) -> FieldCipher:
        """The keys in force. OfficeFault(no_sensitive_key) until an administrator's sign-in has made them."""
        opened = self._keys.opened
        if not opened.sensitive_public:
            raise OfficeFault("no_sensitive_key")
        return FieldCipher(
            opened.office_uid, opened.sensitive_public, opened.sensitive_generation, opened.sensitive, opened.blind_key
        )  # fmt: skip

    @property
    def reads(self) -> bool:
        """Whether this user's keys open values."""
        return self._keys.opened.sensitive is not None

    def seal(self, customer_id: int, name: str, value: str) -> SealedValue:
        """A value for its place in the file."""
        return self.cipher.seal(customer_id, name, value)

    def open(self, secret: Secret) -> str:
        """A stored value.

        PermissionDenied without the key; OfficeFault(damaged, with table, record, field) when it does not belong where
        it stands: somebody has exchanged or changed it.
        """
        if not self.reads:
            raise PermissionDenied(Permission.REVEAL_SENSITIVE.value, self._keys.opened.role)
        try:
            return self.cipher.open(
                secret.customer_id, secret.field, secret.value.generation, secret.value.sealed
            )
        except CannotUnseal:
            raise OfficeFault(
                "damaged", table="secret_value", record=secret.id, customer=secret.customer_id, field=secret.field
            ) from None  # fmt: skip

    def close_draft(self, record: int, payload: Mapping[str, Any]) -> Mapping[str, Any]:
        """A draft's payload as it is stored: typed values of sensitive fields sealed, all else as it is."""
        typed = payload.get(DRAFTED)
        if not isinstance(typed, Mapping) or not typed:
            return payload
        boxed = {name: drafted(self.seal(record, name, value)) for name, value in typed.items() if value}
        return {**payload, DRAFTED: boxed}

    def open_draft(self, record: int, payload: Mapping[str, Any]) -> Mapping[str, Any]:
        """A stored draft as its user may have it back: what can't be read is named under UNREADABLE instead."""
        if DRAFTED not in payload:
            return payload
        readable, closed = {}, []
        for secret in secrets_in(record, payload[DRAFTED]):
            try:
                readable[secret.field] = self.open(secret)
            except (PermissionDenied, OfficeFault):
                closed.append(secret.field)
        return {**payload, DRAFTED: readable, UNREADABLE: closed}
