"""The keys of the signed-in user, shared by the services that use or change them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.services.places import OfficePlace


class HeldKeys:
    """What the password opened. Whoever changes the key file hands the newer state in with `take`."""

    def __init__(
        self,
        opened: OpenedKeys,
        place: OfficePlace,
        minimum: KdfParameters,
        attempt: Callable[[str], AbstractContextManager[None]] = lambda _name: nullcontext(),
    ) -> None:
        """`attempt` counts wrong passwords of a sign-in name and makes the next wait."""
        self.place = place
        self.minimum = minimum
        self._opened = opened
        self._attempt = attempt
        self._lock = threading.Lock()

    @property
    def opened(self) -> OpenedKeys:
        """The keys as of the newest change that this program made or saw."""
        return self._opened

    def proving(self) -> AbstractContextManager[None]:
        """Around whatever asks the signed-in user for the password again: a wrong one counts as at a sign-in.

        SignInRefused (wait, seconds) after failures.
        """
        return self._attempt(self._opened.sign_in_name)

    def take(self, newer: OpenedKeys) -> None:
        """From now on these; an older state than the one that is held changes nothing."""
        with self._lock:
            if newer.epoch >= self._opened.epoch:
                self._opened = newer
