"""Judges the encoding of a text file, Chinese and Japanese ones by how common their characters are."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1024 * 1024
_SAMPLE = 256 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.6
_TOO_FEW = 8
"""Odd bytes below which statistics say nothing about a code page."""
_WESTERN = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp874", "iso8859_2", "koi8_r", "mac_roman",
)  # fmt: skip


@dataclass(frozen=True)
class _Sample:
    """What one pass over the file shows: `odd` are lines with bytes beyond ASCII, at most `_SAMPLE` bytes."""

    head: bytes
    odd: bytes
    odd_bytes: int
    bad_utf8: int


def judge_encoding(path: Path) -> str:
    """The Python name of the encoding. UTF-8 (also with a few broken bytes) wins over guesses.

    UTF-16 is told from its byte order mark or from zero bytes in every second place.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name
    wide = _utf16_without_mark(head)
    if wide is not None:
        return wide
    sample = _look(path)
    if sample.odd_bytes == 0 or sample.bad_utf8 == 0:
        return "utf-8"
    if sample.bad_utf8 * 20 <= sample.odd_bytes:
        return "utf-8"
    return _east_asian(sample.odd) or _western(sample.odd)


def _utf16_without_mark(head: bytes) -> str | None:
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros * 10 >= pairs * 3 and others * 50 <= pairs:
            return name
    return None


def _look(path: Path) -> _Sample:
    """One pass over the whole file: the first odd character may stand far down."""
    odd, odd_bytes, bad = bytearray(), 0, 0
    head = b""
    with path.open("rb") as file:
        carry = b""
        while chunk := file.read(_CHUNK):
            head = head or chunk[:_SAMPLE]
            block = carry + chunk
            cut = block.rfind(b"\n") + 1 or len(block)
            block, carry = block[:cut], block[cut:]
            odd_bytes, bad = _count(block, odd, odd_bytes, bad)
        odd_bytes, bad = _count(carry, odd, odd_bytes, bad)
    return _Sample(head, bytes(odd), odd_bytes, bad)


def _count(block: bytes, odd: bytearray, odd_bytes: int, bad: int) -> tuple[int, int]:
    if block.isascii():
        return odd_bytes, bad
    high = len(block) - len(block.translate(None, bytes(range(128, 256))))
    if len(odd) < _SAMPLE:
        for line in block.split(b"\n"):
            if not line.isascii() and len(odd) < _SAMPLE:
                odd += line[:4096] + b"\n"
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        bad += block.decode("utf-8", "replace").count("\ufffd")
    return odd_bytes + high, bad


def _east_asian(data: bytes) -> str | None:
    """The best of GB18030, Big5, Shift-JIS and EUC-KR when its characters are mostly the common ones."""
    tests = (
        ("gb18030", _common_gb),
        ("big5hkscs", _common_big5),
        ("cp932", _common_sjis),
        ("cp949", _common_kr),
    )
    scored = [(score, name) for name, common in tests if (score := _score(data, name, common)) >= _MOSTLY]
    return max(scored)[1] if scored else None


def _score(data: bytes, name: str, common: Callable[[str], bool]) -> float:
    """The share of characters beyond ASCII that are common ones in the encoding `name`."""
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    odd = [character for character in text if ord(character) > 127 and character != "\ufffd"]
    if not odd or broken * 50 > len(odd):
        return 0.0
    good = sum(1 for character in odd if common(character))
    return good / (len(odd) + broken)


def _bytes_of(character: str, name: str) -> bytes:
    return character.encode(name, "replace")


def _common_gb(character: str) -> bool:
    """GB 2312's punctuation and first level: the 3,755 characters of everyday writing."""
    raw = _bytes_of(character, "gb18030")
    return len(raw) == 2 and (0xA1 <= raw[0] <= 0xA3 or 0xB0 <= raw[0] <= 0xD7) and raw[1] >= 0xA1


def _common_big5(character: str) -> bool:
    """Big5's punctuation and frequently used part."""
    raw = _bytes_of(character, "big5hkscs")
    return len(raw) == 2 and 0xA1 <= raw[0] <= 0xC6


def _common_sjis(character: str) -> bool:
    """Kana, Japanese punctuation and JIS level 1."""
    raw = _bytes_of(character, "cp932")
    return len(raw) == 2 and (0x81 <= raw[0] <= 0x83 or 0x88 <= raw[0] <= 0x97)


def _common_kr(character: str) -> bool:
    """KS X 1001 syllables."""
    raw = _bytes_of(character, "cp949")
    return len(raw) == 2 and 0xB0 <= raw[0] <= 0xC8 and raw[1] >= 0xA1


def _western(data: bytes) -> str:
    """A single-byte code page, by charset-normalizer's statistics."""
    if len(data.translate(None, bytes(range(128)))) < _TOO_FEW:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536], cp_isolation=list(_WESTERN)).best()
    return best.encoding if best is not None else "cp1252"
