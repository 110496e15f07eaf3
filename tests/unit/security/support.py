"""What the tests of the key file share: a cost that takes no time, and an office of two."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.key_ring import AddedUser, OpenedKeys, add_user, create_key_file, open_key_file
from cims_desktop.storage.files import update_file

CHEAP = KdfParameters(passes=1, memory=8, lanes=1)
ADMIN_PASSWORD = "lotus pond at dusk"
CLERK_PASSWORD = "three grey herons"


@dataclass(frozen=True)
class TwoPeople:
    """A key file with Ada, an administrator, and Bo of the front desk."""

    path: Path
    ada: OpenedKeys
    bo_slot: str

    def open(self, name: str = "Ada", password: str = ADMIN_PASSWORD) -> OpenedKeys:
        return open_key_file(self.path, name, password, minimum=CHEAP)

    def open_bo(self) -> OpenedKeys:
        return self.open("Bo", CLERK_PASSWORD)

    def add(self, name: str, role: str = "front_desk", password: str = "pass it on quietly") -> AddedUser:
        return add_user(self.path, self.open(), name, role, password, update=update_file, minimum=CHEAP)


def make_two_people(folder: Path) -> TwoPeople:
    path = folder / "office.keys"
    ada = create_key_file(
        path, "uid-1", "Ada", "administrator", ADMIN_PASSWORD, update=update_file, kdf=CHEAP, minimum=CHEAP
    )
    added = add_user(path, ada, "Bo", "front_desk", CLERK_PASSWORD, update=update_file, minimum=CHEAP)
    return TwoPeople(path, added.opened, added.slot_id)
