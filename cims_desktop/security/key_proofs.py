"""What keeps people who hold the data key from slipping in keys of their own: vouching, pins, succession.

Whoever holds the data key can write a key file whose MAC fits. What he can't write: user entries, the public
sensitive key and the list of its readers (each under the administrator key); an administrator key that follows the
one an administrator has pinned (`succession`: the old key sealed under the new one, which only a holder of both
could make); a public sensitive key that follows the pinned one (`announced`: boxes from the old pair to each slot).
Pins stand in a slot's sealed part, where only its owner's password reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cims_desktop.security.encoding import canonical, damaged
from cims_desktop.security.key_derivation import KEY_BYTES, MAXIMUM
from cims_desktop.security.key_file import ADMINISTRATOR, SENSITIVE, KeyFile
from cims_desktop.security.slots import Secrets, Slot, entry_key
from cims_desktop.security.wrapping import (
    Box,
    CannotUnseal,
    KeyPair,
    box,
    mac,
    same,
    seal,
    subkey,
    unbox,
    unseal,
)

ANNOUNCED = "announced"
READERS = "readers"


def bound_to(office_uid: str, grant: str, slot_id: str) -> bytes:
    """What a grant's box is bound to: it opens for no other key, person or office."""
    return canonical(["cims grant", 1, office_uid, grant, slot_id])


def fingerprint(administrator_key: bytes) -> bytes:
    """What a slot keeps of an administrator key to know it again."""
    return mac(subkey(administrator_key, "cims fingerprint"), b"cims administrator key")


def require_vouched(file: KeyFile, administrator_key: bytes) -> None:
    """Every user entry, public key and reading role is an administrator's own work.

    OfficeFault("key_file_damaged") if one is not.
    """
    generation, derived = file.current[ADMINISTRATOR], entry_key(administrator_key)
    for slot in file.slots.values():
        if slot.generation != generation or not slot.vouched_under(derived, file.office_uid):
            raise damaged()
    for name, check in vouched_checks(file, administrator_key).items():
        if not same(file.checks.get(name, b""), check):
            raise damaged()


def vouched_checks(file: KeyFile, administrator_key: bytes) -> dict[str, bytes]:
    """The checks by which the administrator key vouches for `file`'s public keys and reading roles."""
    key = subkey(administrator_key, "cims statements")
    checks = {
        name: mac(key, canonical(["cims public key", 1, file.office_uid, name, public.hex()]))
        for name, public in file.public_keys.items()
    }
    if file.readers:
        checks[READERS] = mac(key, canonical(["cims readers", 1, file.office_uid, sorted(file.readers)]))
    return checks


def vouched_for(file: KeyFile, administrator_key: bytes) -> KeyFile:
    """`file` with those checks made anew, and none for what is no longer there."""
    kept = {
        name: check
        for name, check in file.checks.items()
        if name != READERS and not name.startswith(f"{SENSITIVE}:")
    }
    return replace(file, checks=kept | vouched_checks(file, administrator_key))


def succeeded(office_uid: str, new: bytes, old: bytes, name: str) -> bytes:
    """The proof that the administrator key `new`, called `name`, follows `old`."""
    return seal(subkey(new, "cims succession"), old, canonical(["cims succession", 1, office_uid, name]))


def former_keys(file: KeyFile, administrator_key: bytes) -> dict[int, bytes]:
    """The administrator keys before this one, by generation, as far back as their proofs reach."""
    found: dict[int, bytes] = {}
    key = administrator_key
    for generation in range(file.current[ADMINISTRATOR], 1, -1):
        name = f"{ADMINISTRATOR}:{generation}"
        if name not in file.succession:
            break
        bound = canonical(["cims succession", 1, file.office_uid, name])
        try:
            key = unseal(subkey(key, "cims succession"), file.succession[name], bound)
        except CannotUnseal:
            break
        found[generation - 1] = key
    return found


def require_true_administrator_key(
    file: KeyFile, contents: Secrets, administrator_key: bytes, former: Mapping[int, bytes]
) -> None:
    """The key is the one that this person has pinned, or follows it. OfficeFault("key_file_damaged")."""
    pin = _newest_pin(contents, ADMINISTRATOR)
    if pin is None:
        return
    generation, known = pin
    key = administrator_key if generation == file.current[ADMINISTRATOR] else former.get(generation)
    if key is None or not same(known, fingerprint(key)):
        raise damaged()


def announce(file: KeyFile, slot: Slot, old: KeyPair, public: bytes, generation: int) -> Box:
    """Tells one person the next public sensitive key, by the hand of the old pair."""
    bound = bound_to(file.office_uid, f"{ANNOUNCED}:{generation}", slot.id)
    return box(slot.public_key, public, bound, sender=old)


def require_true_public_key(file: KeyFile, slot: Slot, contents: Secrets) -> None:
    """The public sensitive key is the pinned one, or announced by it. OfficeFault("key_file_damaged")."""
    pin = _newest_pin(contents, SENSITIVE)
    if pin is None:
        return
    generation, public = pin
    while generation < file.current.get(SENSITIVE, 0):
        generation += 1
        name = f"{ANNOUNCED}:{generation}"
        boxed = file.grants.get(name, {}).get(slot.id)
        if boxed is None or boxed.ephemeral != public:
            raise damaged()
        try:
            public = unbox(contents.pair, boxed, bound_to(file.office_uid, name, slot.id))
        except CannotUnseal:
            raise damaged() from None
    if generation != file.current.get(SENSITIVE) or public != file.public_keys[file.grant_name(SENSITIVE)]:
        raise damaged()


def with_pins(file: KeyFile, contents: Secrets, administrator_key: bytes | None) -> Secrets:
    """`contents` with the keys in force pinned; without the administrator key its older pin stays."""
    pins = {name: pin for name, pin in contents.pins.items() if name.startswith(f"{ADMINISTRATOR}:")}
    if administrator_key is not None:
        pins = {file.grant_name(ADMINISTRATOR): fingerprint(administrator_key)}
    if SENSITIVE in file.current:
        name = file.grant_name(SENSITIVE)
        pins[name] = file.public_keys[name]
    return replace(contents, pins=pins)


def outdated(file: KeyFile, slot: Slot, contents: Secrets, administrator_key: bytes | None) -> bool:
    """Whether the slot should be sealed anew with the password at hand: cost risen, or keys followed others."""
    return (
        not slot.kdf.within(file.kdf, MAXIMUM)
        or with_pins(file, contents, administrator_key).pins != contents.pins
    )


def _newest_pin(contents: Secrets, key: str) -> tuple[int, bytes] | None:
    """The generation and the content of the newest pin of `key`."""
    found = []
    for name, pin in contents.pins.items():
        kind, _, generation = name.partition(":")
        if kind == key:
            if not generation.isdecimal() or len(pin) != KEY_BYTES:
                raise damaged()
            found.append((int(generation), pin))
    return max(found, default=None)
