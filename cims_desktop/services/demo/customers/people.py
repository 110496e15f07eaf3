"""Names of people who do not exist: generation, gender and language fit together."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.lists import chinese_names, western_names


@dataclass(frozen=True, slots=True)
class Person:
    """Family and given name, the full name in its own order, and an ASCII form for mail addresses."""

    family_name: str
    given_name: str
    name: str
    latin: tuple[str, str]


def chinese_person(draws: Draws, birth_year: int) -> Person:
    """A Chinese name as parents chose it around `birth_year`."""
    common = draws.chance(0.55)
    family, family_latin = draws.pick(chinese_names.COMMON_SURNAMES if common else chinese_names.SURNAMES)
    given, given_latin = _chinese_given(draws, birth_year, man=draws.chance(0.5))
    return Person(family, given, family + given, (family_latin, given_latin))


def _chinese_given(draws: Draws, birth_year: int, *, man: bool) -> tuple[str, str]:
    if birth_year < 1970 and draws.chance(0.8):
        return draws.pick(chinese_names.OLDER_MEN if man else chinese_names.OLDER_WOMEN)
    if draws.chance(0.45 if birth_year < 1990 else 0.12):
        return draws.pick(chinese_names.MEN if man else chinese_names.WOMEN)
    first, first_latin = draws.pick(chinese_names.MALE_FIRST if man else chinese_names.FEMALE_FIRST)
    last, last_latin = draws.pick(chinese_names.MALE_LAST if man else chinese_names.FEMALE_LAST)
    return first + last, first_latin + last_latin


def western_person(draws: Draws) -> Person:
    """A Western name; one in twelve has a middle initial."""
    given = draws.pick(western_names.MEN if draws.chance(0.5) else western_names.WOMEN)
    family = draws.pick(western_names.SURNAMES)
    latin = (ascii_word(given), ascii_word(family))
    if draws.chance(0.08):
        given = f"{given} {draws.pick('ABCDEFGHJKLMNPRSTW')}."
    return Person(family, given, f"{given} {family}", latin)


@lru_cache(maxsize=4096)
def ascii_word(text: str) -> str:
    """Lower-case ASCII letters and digits of `text`, accents taken off: "Müller & Co." is "mullerco"."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o")).casefold()
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
