"""Organisations that do not exist, with names as they are formed in their country."""

from __future__ import annotations

from dataclasses import dataclass

from cims_desktop.services.demo.customers.people import ascii_word
from cims_desktop.services.demo.customers.places import Home, city_name
from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.lists import organisations as lists
from cims_desktop.services.demo.lists import western_names


@dataclass(frozen=True, slots=True)
class Organisation:
    """Name, place and mail domain (under a reserved one); its people share the domain."""

    name: str
    place: Home
    domain: str


def organisation(draws: Draws, place: Home) -> Organisation:
    """An organisation in `place`, named in the language of the place."""
    name, domain = _chinese(draws, place) if place.chinese else _western(draws, place)
    return Organisation(name, place, f"{domain}.example.{draws.pick(('com', 'com', 'org', 'net'))}")


def _chinese(draws: Draws, place: Home) -> tuple[str, str]:
    brand, latin = draws.pick(lists.CHINESE_BRANDS)
    trade = draws.pick(lists.CHINESE_TRADES)
    city = city_name(place).removesuffix("市") if draws.chance(0.6) else ""
    suffix = "" if trade in lists.NO_SUFFIX_TRADES or not city else draws.pick(lists.CHINESE_SUFFIXES)
    return f"{city}{brand}{trade}{suffix}", latin


def _western(draws: Draws, place: Home) -> tuple[str, str]:
    kind = draws.next()
    if kind < 0.22:
        core = f"{draws.pick(western_names.SURNAMES)} & {draws.pick(western_names.SURNAMES)}"
    elif kind < 0.36:
        core = f"{draws.pick(lists.ENGLISH_BRANDS)} & {draws.pick(lists.ENGLISH_BRANDS)}"
    elif kind < 0.5:
        core = f"{draws.pick(western_names.SURNAMES)} {draws.pick(lists.ENGLISH_TRADES)}"
    else:
        core = f"{draws.pick(lists.ENGLISH_BRANDS)} {draws.pick(lists.ENGLISH_TRADES)}"
    suffix = draws.pick(lists.ENGLISH_SUFFIXES[place.country])
    return f"{core} {suffix.format(city=city_name(place))}".rstrip(), ascii_word(core)
