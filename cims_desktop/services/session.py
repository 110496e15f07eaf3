"""Whether the sign-in still holds: a program that is open does not outlive the right to work with it."""

from __future__ import annotations

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import SignInRefused
from cims_desktop.storage import users as stored
from cims_desktop.storage.engine import Connection

ALWAYS = frozenset({ActKind.SIGN_OUT, ActKind.LOCK})
"""Acts that are written down whatever became of the user meanwhile."""


class Session:
    """The signed-in user as he stood at sign-in. An administrator may have decided otherwise since."""

    def __init__(self, user_id: int, standing: stored.Standing) -> None:
        self._user_id = user_id
        self._known = standing

    @classmethod
    def of(cls, connection: Connection, user_id: int) -> Session:
        """The session that begins now. Raises SignInRefused(disabled)."""
        standing = stored.standing(connection, user_id)
        if standing is None:
            raise SignInRefused("disabled")
        return cls(user_id, standing)

    def require(self, connection: Connection) -> None:
        """Asked before every use case.

        SignInRefused: disabled; session_ended (reason: "role" when another was given or what it allows was changed,
        "password" when it was reset), which a new sign-in mends.
        """
        now = stored.standing(connection, self._user_id)
        if now is None or not now.active:
            raise SignInRefused("disabled")
        if (now.role, now.role_version) != (self._known.role, self._known.role_version):
            raise SignInRefused("session_ended", reason="role")
        if now.must_change_password and not self._known.must_change_password:
            raise SignInRefused("session_ended", reason="password")
        self._known = now
