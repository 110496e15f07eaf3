"""Suggested passphrases: enough words, plainly typed, evenly drawn, accepted by the rules."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from cims_desktop.security.passphrases import suggest_passphrase
from cims_desktop.security.passwords import check_password
from cims_desktop.security.words_chinese import CHINESE
from cims_desktop.security.words_english import ENGLISH


@pytest.mark.parametrize("words", [ENGLISH, [pinyin for _, pinyin in CHINESE], [word for word, _ in CHINESE]])
def test_each_list_has_at_least_512_words_and_each_once(words: Sequence[str]) -> None:
    assert len(words) == len(set(words)) >= 512


def test_everything_that_is_typed_is_on_every_keyboard() -> None:
    typed = [*ENGLISH, *(pinyin for _, pinyin in CHINESE)]
    assert [word for word in typed if not (word.isascii() and word.isalpha() and word.islower())] == []


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_suggestion_passes_the_rules_with_fifteen_characters(language: str) -> None:
    for _ in range(30):
        phrase = suggest_passphrase(language)
        assert check_password(phrase.text, minimum=15) == ()


def test_the_stated_entropy_is_that_of_the_draw() -> None:
    assert suggest_passphrase("en", 6).bits == pytest.approx(6 * math.log2(len(ENGLISH)))
    assert suggest_passphrase("zh", 4).bits == pytest.approx(4 * math.log2(len(CHINESE)))


def test_a_chinese_suggestion_tells_the_characters_behind_the_pinyin() -> None:
    phrase = suggest_passphrase("zh_CN", 2, choose=lambda words: words[0])
    assert (phrase.text, phrase.reading) == ("pingguo-pingguo", "苹果 苹果")


def test_every_word_can_be_drawn() -> None:
    asked: list[Sequence[str]] = []

    def first(words: Sequence[str]) -> str:
        asked.append(words)
        return words[0]

    suggest_passphrase("en", 1, choose=first)
    suggest_passphrase("zh", 1, choose=first)
    assert asked == [ENGLISH, tuple(pinyin for _, pinyin in CHINESE)]


def test_two_suggestions_differ() -> None:
    assert suggest_passphrase("en").text != suggest_passphrase("en").text
