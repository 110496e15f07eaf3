"""The second factor: a one-time code besides the password, for whoever switches it on; and its proof at sign-in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import Invalid, Problem, SignInRefused
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.security import key_ring, one_time_codes
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage import offices
from cims_desktop.storage.files import update_file


@dataclass(frozen=True)
class FactorState:
    """Whether signing in asks for a code, and how many recovery codes are left."""

    on: bool
    codes_left: int


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator app needs, shown this once: the secret to type, the address behind the QR code, its SVG."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)
    svg_qr: str = field(repr=False)


@dataclass(frozen=True)
class Proof:
    """How the second factor was proven: by the code of a half minute, or by a recovery code that is to be used up."""

    step: int | None = None
    spent: bytes = field(default=b"", repr=False)


def prove(keys: OpenedKeys, code: str, at: datetime) -> Proof:
    """What proves the second factor of these keys; whether it was used before, the office's file tells.

    Raises SignInRefused: code_needed (no code given), wrong_code.
    """
    if not keys.has_code:
        return Proof()
    if not code.strip():
        raise SignInRefused("code_needed")
    step = one_time_codes.matching_step(keys.one_time, code, at)
    spent = one_time_codes.spent_digest(keys.one_time_codes, code)
    if step is None and spent is None:
        raise SignInRefused("wrong_code")
    return Proof(step) if step is not None else Proof(spent=spent or b"")


class SecondFactor:
    """Use cases of one's own second factor. The secret of an enrolment is kept here until a code of it is typed."""

    def __init__(self, acting: Acting, keys: HeldKeys) -> None:
        self._acting = acting
        self._keys = keys
        self._begun = b""

    @requires(Permission.VIEW_CUSTOMERS)
    def state(self, *, by: User) -> FactorState:
        """Whether it is on."""
        opened = self._keys.opened
        return FactorState(opened.has_code, len(opened.one_time_codes))

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def begin(self, *, by: User) -> Enrolment:
        """A fresh secret for an authenticator app; nothing is in force until `confirm`."""
        self._begun = one_time_codes.new_secret()
        with self._acting.read() as connection:
            office = offices.profile(connection).name
        uri = one_time_codes.enrolment_uri(self._begun, by.sign_in_name, office)
        return Enrolment(one_time_codes.secret_text(self._begun), uri, one_time_codes.qr_svg(uri))

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def confirm(self, code: str, password: str, *, by: User) -> tuple[str, ...]:
        """Switches it on, once a code shows that the app has the secret; returns ten recovery codes to keep.

        Raises Invalid (code: not_begun, wrong) and SignInRefused (wrong password, wait).
        """
        if not self._begun:
            raise Invalid((Problem("code", "not_begun"),))
        if one_time_codes.matching_step(self._begun, code, self._acting.now()) is None:
            raise Invalid((Problem("code", "wrong"),))
        codes = one_time_codes.new_recovery_codes()
        self._set(password, self._begun, tuple(map(one_time_codes.recovery_digest, codes)), "code_on", by)
        self._begun = b""
        return codes

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def switch_off(self, password: str, *, by: User) -> None:
        """From now on the password alone signs in. Raises SignInRefused (wrong password, wait)."""
        self._set(password, b"", (), "code_off", by)

    def _set(self, password: str, secret: bytes, digests: tuple[bytes, ...], what: str, by: User) -> None:
        with self._keys.proving():
            changed = key_ring.set_one_time(
                self._keys.place.key_file,
                self._keys.opened,
                password,
                secret,
                digests,
                update=update_file,
                minimum=self._keys.minimum,
            )
        self._keys.take(changed)
        with self._acting.act(ActKind.SETTINGS, by=by) as act:
            offices.mirror_keys(act.connection, self._keys.opened.epoch, self._keys.opened.digest)
            act.about("user", by.id, what=what)
