"""The guessing time: in the right order, finite, and honest about our own suggestions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.security.guessing import GUESSES_PER_SECOND, estimate_guessing_time
from cims_desktop.security.passphrases import suggest_passphrase

MINUTE, DAY, YEAR = 60.0, 86_400.0, 31_557_600.0


def test_better_passwords_take_longer() -> None:
    ladder = ["88888888", "password", "password1234", "woaini5201314x", "xkqzvbnmwpfj", "xkqz!vbnM wpfj7Tz"]
    times = [estimate_guessing_time(password) for password in ladder]
    assert all(one < other for one, other in pairwise(times)), times


@pytest.mark.parametrize(
    "password", ["password", "12345678", "iloveyou", "88888888", "qwertyuiop", "woaini1314", ""]
)
def test_what_everybody_chooses_falls_within_an_hour(password: str) -> None:
    assert estimate_guessing_time(password) < 60 * MINUTE


def test_random_digits_cost_what_they_are_worth() -> None:
    """Twelve random digits: half of 10**12 guesses."""
    assert estimate_guessing_time("482793758264") == pytest.approx(10**12 / 2 / GUESSES_PER_SECOND, rel=0.01)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_suggested_passphrase_is_not_praised_above_its_entropy(language: str) -> None:
    phrase = suggest_passphrase(language)
    honest = 2 ** (phrase.bits - 1) / GUESSES_PER_SECOND
    # The guesser is taken not to know the separator (7 bits); some words are on a shorter list, or hold two.
    assert honest / 64 <= estimate_guessing_time(phrase.text) <= honest * 128


def test_a_word_repeated_adds_little() -> None:
    once = estimate_guessing_time("heronlake")
    assert estimate_guessing_time("heronlake" * 4) <= once * 4.01


def test_a_faster_guesser_needs_less_time() -> None:
    assert estimate_guessing_time("heron lake", guesses_per_second=6) == pytest.approx(
        estimate_guessing_time("heron lake") * 250
    )


@given(st.text(max_size=60))
def test_every_text_has_a_finite_time(password: str) -> None:
    assert 0 <= estimate_guessing_time(password) < float("inf")


def test_the_longest_password_has_a_finite_time() -> None:
    assert estimate_guessing_time("é7#" * 5 + "".join(map(chr, range(0x4E00, 0x4E00 + 1000)))) > YEAR * DAY
