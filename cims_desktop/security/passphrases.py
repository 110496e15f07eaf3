"""Suggests a passphrase in the user's language: words drawn by the system's random source."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from cims_desktop.security.words_chinese import CHINESE
from cims_desktop.security.words_english import ENGLISH

DEFAULT_WORDS: Final = 5


@dataclass(frozen=True)
class Passphrase:
    """`text` is what is typed (words with hyphens), `reading` the Chinese characters to remember it by,
    else "".

    `bits` is its entropy for a guesser who knows the word list and the number of words.
    """

    text: str
    reading: str
    bits: float


def suggest_passphrase(
    language: str,
    words: int = DEFAULT_WORDS,
    *,
    choose: Callable[[Sequence[str]], str] = secrets.choice,
) -> Passphrase:
    """A passphrase of `words` words, in pinyin when `language` is Chinese ("zh_CN", "zh"), else in English.

    Five words are about 47 bits in English (701 words) and 46 in pinyin (622), and more than 15 characters.
    """
    if language.lower().startswith("zh"):
        characters = {pinyin: word for word, pinyin in CHINESE}
        chosen = [choose(tuple(characters)) for _ in range(words)]
        reading = " ".join(characters[pinyin] for pinyin in chosen)
        return Passphrase("-".join(chosen), reading, words * math.log2(len(CHINESE)))
    chosen = [choose(ENGLISH) for _ in range(words)]
    return Passphrase("-".join(chosen), "", words * math.log2(len(ENGLISH)))
