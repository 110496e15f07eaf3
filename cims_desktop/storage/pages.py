"""Tells a damaged first page from a wrong key, for which SQLite has one and the same answer.

SQLCipher 4: a page ends with 16 bytes of IV and an HMAC-SHA512 over all before it and the page's number. The HMAC's key
comes from the file's key and the salt in its first 16 bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cims_desktop.domain.errors import OfficeFault

PAGE_BYTES: Final = 4_096
SALT_BYTES: Final = 16
_HMAC_BYTES: Final = 64
_SALT_MASK: Final = 0x3A
_ROUNDS: Final = 2
_ASKED: Final = range(2, 10)


@contextmanager
def first_page_told(path: Path, data_key: bytes) -> Iterator[None]:
    """Turns OfficeFault(wrong_key) inside the block into "damaged" when other pages say that the key is right."""
    try:
        yield
    except OfficeFault as fault:
        if fault.code == "wrong_key" and is_key_of(path, data_key):
            raise OfficeFault("damaged", path=str(path)) from fault
        raise


def is_key_of(path: Path, data_key: bytes) -> bool:
    """Whether one of the pages after the first was written under this key: then only the first page is damaged."""
    try:
        with path.open("rb") as file:
            salt = bytes(byte ^ _SALT_MASK for byte in file.read(SALT_BYTES))
            key = hashlib.pbkdf2_hmac("sha512", data_key, salt, _ROUNDS, len(data_key))
            for number in _ASKED:
                file.seek((number - 1) * PAGE_BYTES)
                page = file.read(PAGE_BYTES)
                if len(page) == PAGE_BYTES and _authentic(page, number, key):
                    return True
    except OSError:
        return False
    return False


def _authentic(page: bytes, number: int, key: bytes) -> bool:
    told = page[:-_HMAC_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(page[-_HMAC_BYTES:], hmac.digest(key, told, "sha512"))
