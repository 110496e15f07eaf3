"""Deciphers every page of an office file and its WAL, to look for what should be gone.

SQLCipher 4: AES-256-CBC under the raw key; a page of 4096 bytes ends with 16 bytes of IV and 64 of HMAC, and the first
page begins with 16 bytes of salt in the clear. A frame of the WAL is 24 bytes of head and such a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
WAL_HEAD, FRAME_HEAD = 32, 24


def plain_pages(file: Path, key: bytes) -> Iterator[bytes]:
    """The content of every page of the main file, used or free, then of every frame of the WAL."""
    data = file.read_bytes()
    for number in range(len(data) // PAGE):
        yield _plain(data[number * PAGE :][:PAGE], key, first=number == 0)
    wal = file.with_name(f"{file.name}-wal")
    frames = wal.read_bytes()[WAL_HEAD:] if wal.exists() else b""
    for start in range(0, len(frames), FRAME_HEAD + PAGE):
        number = int.from_bytes(frames[start : start + 4], "big")
        yield _plain(frames[start + FRAME_HEAD :][:PAGE], key, first=number == 1)


def hits(pages: Iterable[bytes], words: Iterable[str]) -> dict[str, int]:
    """How often each word stands in the pages, in UTF-8 or UTF-16; words that don't are left out.

    A row may go on in the next page that holds more of it, so the pages are looked through one by one: a word that was
    cut in two there would be missed, and the test's words are in many places.
    """
    wanted = {word: [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")] for word in words}
    found = dict.fromkeys(wanted, 0)
    for page in pages:
        for word, forms in wanted.items():
            found[word] += sum(page.count(form) for form in forms)
    return {word: count for word, count in found.items() if count}


def _plain(page: bytes, key: bytes, *, first: bool) -> bytes:
    cipher = Cipher(algorithms.AES(key), modes.CBC(page[PAGE - RESERVED :][:IV])).decryptor()
    return cipher.update(page[SALT if first else 0 : PAGE - RESERVED]) + cipher.finalize()
