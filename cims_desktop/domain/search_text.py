"""The one normal form of searchable text, its tokens, and how a typed query is read.

Used by the index and by every query, so that both sides always agree. Tokens are ASCII ``[0-9a-z]`` words, the same
for every engine's full-text index: ``uXXXX`` one Chinese character, ``vXXXXYYYY`` two in a row, ``0sab`` a word's
start, ``3abc`` three letters or digits in a row, ``e1234`` the last four digits of a long number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cims_desktop.domain.texts import storable

FIELDS = ("name", "number", "phone", "email", "organisation", "address", "other")
"""The searched fields, in the order in which they stand in the folded text; each may hold several values."""

FIELD_MARK, VALUE_MARK = "\x1f", "\x1e"
LONGEST_FIELD = 2000
MOST_TERMS = 8
LONG_RUN = 10
SHARED_IN_MAIL = frozenset(
    (
        "126", "163", "aliyun", "cn", "co", "com", "example", "foxmail", "gmail", "googlemail", "hotmail", "icloud",
        "live", "mail", "me", "msn", "net", "org", "outlook", "qq", "sina", "sohu", "uk", "yahoo", "yeah",
    )
)  # fmt: skip
"""Parts of mail addresses that say little about whose it is: the big providers and endings."""

_CJK = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3040-\u30ff\uac00-\ud7af"
_RUN = re.compile(f"[{_CJK}]+|[0-9a-z]+")
_PHONE_LIKE = re.compile(r"[0-9 ()+./-]*[0-9][0-9 ()+./-]*")
_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")


def fold(text: str) -> str:
    """Case, width and Latin accents off; other scripts keep their marks."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not _LATIN.search(folded):
        return folded
    bare = unicodedata.normalize("NFKD", folded)
    return unicodedata.normalize("NFKC", "".join(c for c in bare if not "\u0300" <= c <= "\u036f"))


def content(values: dict[str, Sequence[str]]) -> str:
    """The folded text of one customer: its values in the order of `FIELDS`."""
    parts = []
    for name in FIELDS:
        folded = [fold(value)[:LONGEST_FIELD] for value in values.get(name, ()) if value]
        parts.append(VALUE_MARK.join(_clean(value) for value in folded))
    return FIELD_MARK.join(parts)


def _clean(value: str) -> str:
    return storable(value).replace(FIELD_MARK, " ").replace(VALUE_MARK, " ").replace("\x00", " ").strip()


def phone_digits(normal: str, typed: str) -> str:
    """What a phone number is found by: its digits with country code (national tail and middle are parts of it)."""
    digits = re.sub(r"\D", "", normal.split(";", maxsplit=1)[0])
    return digits or re.sub(r"\D", "", unicodedata.normalize("NFKC", typed))


def _tokens_of(run: str) -> Iterator[str]:
    if run[0] > "\u2e7f":
        for index, letter in enumerate(run):
            yield f"u{ord(letter):x}"
            if index:
                yield f"v{ord(run[index - 1]):x}{ord(letter):x}"
        return
    yield "0s" + run[0]
    if len(run) > 1:
        yield "0s" + run[:2]
    for index in range(len(run) - 2):
        yield "3" + run[index : index + 3]
    if len(run) >= 7 and run.isdigit():
        yield "e" + run[-4:]


def tokens(folded: str) -> str:
    """The distinct tokens of a folded text, separated by spaces."""
    return " ".join(dict.fromkeys(token for run in _RUN.findall(folded) for token in _tokens_of(run)))


@dataclass(frozen=True)
class SearchTerms:
    """A read query: every one of `parts` must occur in the text, every one of `tokens` is in the index entry."""

    parts: tuple[str, ...]
    tokens: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.parts)


def read_query(typed: str) -> SearchTerms:
    """What was typed, as folded parts and index tokens; punctuation of phone numbers is ignored."""
    folded = _clean(fold(typed[:500]))
    if _PHONE_LIKE.fullmatch(folded):
        parts = [re.sub(r"[^0-9]", "", folded)]
        if parts[0].startswith("00") and len(parts[0]) > 6:
            parts = [parts[0][2:]]
    else:
        parts = folded.split()[:MOST_TERMS]
    found: dict[str, None] = {}
    for part in parts:
        for run in _telling_runs(part):
            found.update(dict.fromkeys(_query_tokens(run)))
    return SearchTerms(tuple(dict.fromkeys(parts)), tuple(found))


def _telling_runs(part: str) -> list[str]:
    """The runs of a part; of a mail address without the words that half the office's addresses share."""
    runs: list[str] = _RUN.findall(part)
    telling = [run for run in runs if run not in SHARED_IN_MAIL] if "@" in part else runs
    return telling if any(len(run) > 2 for run in telling) else runs


def _query_tokens(run: str) -> list[str]:
    if run[0] > "\u2e7f":
        if len(run) == 1:
            return [f"u{ord(run):x}"]
        return [f"v{ord(a):x}{ord(b):x}" for a, b in pairwise(run)]
    if len(run) <= 2:
        # One or two letters or digits are looked up as a word's start: inside words they would match nearly all.
        return ["0s" + run]
    # A third of a long run's tokens cover it and tell enough; a short run needs all it has.
    starts = range(len(run) - 2) if len(run) < LONG_RUN else [*range(0, len(run) - 3, 3), len(run) - 3]
    return ["3" + run[start : start + 3] for start in starts]


def matched_field(folded: str, terms: SearchTerms) -> str:
    """The first field that holds the first part; empty when a part is nowhere."""
    if not all(part in folded for part in terms.parts):
        return ""
    for name, field_text in zip(FIELDS, folded.split(FIELD_MARK), strict=False):
        if terms.parts[0] in field_text:
            return name
    return ""


def rank(folded: str, terms: SearchTerms) -> int:
    """0 exact value, 1 start of a value, 2 start of a word, 3 inside: the best place of the first part."""
    part = terms.parts[0]
    best = 3
    for value in re.split(f"[{FIELD_MARK}{VALUE_MARK}]", folded):
        if value == part:
            return 0
        if value.startswith(part):
            best = min(best, 1)
        elif re.search(rf"(?<![0-9a-z]){re.escape(part)}", value):
            best = min(best, 2)
    return best
