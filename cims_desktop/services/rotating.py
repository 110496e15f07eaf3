"""One rotation of an office's keys: key file, database and sealed values change together, or not at all.

The order is the safety: the next keys stand in the key file, sealed to everybody, before the database is exchanged for
its copy under them; the old ones leave only after that. The copy holds the values sealed anew and the journal's act
already, so the one rename decides whether it all has happened (`file_opening` asks the database which).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from cims_desktop.domain.errors import CimsError, OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.security.field_cipher import FieldCipher
from cims_desktop.security.key_rotation import abandon_rotation, begin_rotation, finish_rotation
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.security.wrapping import CannotUnseal
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage import offices
from cims_desktop.storage.engine import Connection, OfficeDatabase
from cims_desktop.storage.files import update_file
from cims_desktop.storage.gate import alone, gate
from cims_desktop.storage.rekey import key_in_force, rekey, require_space
from cims_desktop.storage.sensitive import Secret, reseal_all


@dataclass(frozen=True)
class Rotation:
    """One rotation of the keys that `held` has; `told` writes the act into the copy, with how many values it has."""

    database: OfficeDatabase
    held: HeldKeys
    told: Callable[[Connection, int], None]

    def require_possible(self) -> None:
        """Asks before anything is written whether it can be done now. Raises OfficeFault: in_use, disk_full, busy."""
        require_space(self.database.path)
        with self._nobody_else():
            pass

    def run(self, task: Task) -> None:
        """Rotates. Raises Cancelled (until the exchange) and OfficeFault; then the old keys are in force again.

        When even the last step fails (disk full), the new keys are in force and the next sign-in finishes it.
        """
        require_space(self.database.path)
        with self._nobody_else():
            self._through(task)

    @contextmanager
    def _nobody_else(self) -> Iterator[None]:
        """Inside, the file is closed, no other program has it open, and none can open it."""
        path = self.database.path
        with gate(path):
            self.database.rest()
            try:
                with alone(path, self.held.opened.data_key):
                    pass
                yield
            finally:
                self.database.reopen(self.held.opened.data_key)

    def _through(self, task: Task) -> None:
        key_file, path = self.held.place.key_file, self.database.path
        task.step("begin", 0)
        begun = begin_rotation(key_file, self.held.opened, update=update_file)
        after = begun.next
        if after is None:
            raise OfficeFault("key_file_changed")
        self.held.take(begun)
        try:
            rekey(
                path,
                begun.data_key,
                after.data_key,
                task,
                amend=lambda copy: self._amend(copy, begun, after, task),
            )
        except BaseException:
            if key_in_force(path, begun.data_key, after.data_key) == begun.data_key:
                self.held.take(abandon_rotation(key_file, begun, update=update_file))
                raise
            self._finish(begun, after)
            raise
        self._finish(begun, after)
        task.report(Progress("done", 1, 1))

    def _finish(self, begun: OpenedKeys, after: OpenedKeys) -> None:
        try:
            self.held.take(finish_rotation(self.held.place.key_file, begun, update=update_file))
        except CimsError:  # the next sign-in finishes it; until then this program works with what fits
            self.held.take(replace(after, epoch=begun.epoch, digest=begun.digest))
            raise

    def _amend(self, copy: Connection, begun: OpenedKeys, after: OpenedKeys, task: Task) -> None:
        """What belongs to the new keys: values sealed anew, the key file's state, the act."""
        old_cipher, new_cipher = _cipher(begun), _cipher(after)

        def unseal(secret: Secret) -> str:
            try:
                return old_cipher.open(
                    secret.customer_id, secret.field, secret.value.generation, secret.value.sealed
                )
            except CannotUnseal:  # exchanged or changed in the file: it must be mended before the key goes
                raise OfficeFault(
                    "damaged", table="secret_value", record=secret.id, customer=secret.customer_id, field=secret.field
                ) from None  # fmt: skip

        count = reseal_all(copy, unseal, new_cipher.seal, lambda done, total: task.step("keys", done, total))
        offices.mirror_keys(copy, begun.epoch, begun.digest)
        self.told(copy, count)


def _cipher(keys: OpenedKeys) -> FieldCipher:
    return FieldCipher(
        keys.office_uid, keys.sensitive_public, keys.sensitive_generation, keys.sensitive, keys.blind_key
    )
