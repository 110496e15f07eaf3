"""The keys of the signed-in user, shared by the services that use or change them."""

from __future__ import annotations

import threading

from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.services.places import OfficePlace


class HeldKeys:
    """What the password opened. Whoever changes the key file hands the newer state in with `take`."""

    def __init__(self, opened: OpenedKeys, place: OfficePlace, minimum: KdfParameters) -> None:
        self.place = place
        self.minimum = minimum
        self._opened = opened
        self._lock = threading.Lock()

    @property
    def opened(self) -> OpenedKeys:
        """The keys as of the newest change that this program made or saw."""
        return self._opened

    def take(self, newer: OpenedKeys) -> None:
        """From now on these; an older state than the one that is held changes nothing."""
        with self._lock:
            if newer.epoch >= self._opened.epoch:
                self._opened = newer
