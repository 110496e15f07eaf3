"""Homes and offices: coherent addresses and the telephone numbers that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint, Label
from cims_desktop.services.demo.draws import Draws, Wheel
from cims_desktop.services.demo.lists import chinese_places, western_places
from cims_desktop.services.demo.lists.chinese_places import ChineseCity
from cims_desktop.services.demo.lists.parsing import words
from cims_desktop.services.demo.lists.western_places import WesternCity

City: TypeAlias = ChineseCity | WesternCity

_CHINA: Final = Wheel([(city, city.weight) for city in chinese_places.CITIES])
_ABROAD: Final = Wheel([(city, city.weight) for city in western_places.CITIES])

# The first three digits of mobile numbers and who sold them: China Mobile, China Unicom, China Telecom.
_MOBILE_PREFIXES: Final = words(
    "134 135 136 137 138 139 150 151 152 157 158 159 178 182 183 184 187 188 198 "
    "130 131 132 155 156 166 175 176 185 186 133 153 173 177 180 181 189 191 199"
)


@dataclass(frozen=True, slots=True)
class Home:
    """A city and whether words about it are written in Chinese."""

    city: City
    chinese: bool

    @property
    def country(self) -> str:
        """ISO 3166 two-letter code."""
        return self.city.country if isinstance(self.city, WesternCity) else "CN"


def home(draws: Draws, *, chinese: bool, abroad: bool) -> Home:
    """Where somebody lives: a city in China, or abroad."""
    return Home((_ABROAD if abroad else _CHINA).spin(draws), chinese and not abroad)


def city_name(place: Home) -> str:
    """The city as it is written in addresses: 苏州市, Suzhou, London."""
    city = place.city
    return city.name if isinstance(city, WesternCity) else city.name[0 if place.chinese else 1]


def address(draws: Draws, place: Home, *, office: bool) -> Address:
    """An address in that city; `office` gives a business building instead of a flat."""
    label = Label.WORK if office else Label.HOME
    if isinstance(place.city, WesternCity):
        return _western_address(draws, place.city, label)
    return _chinese_address(draws, place.city, label, chinese=place.chinese)


def _chinese_address(draws: Draws, city: ChineseCity, label: Label, *, chinese: bool) -> Address:
    language = 0 if chinese else 1
    district = draws.pick(city.districts)
    street = draws.pick(chinese_places.STREETS)[language]
    house = draws.number(1, 888)
    building = draws.pick(
        chinese_places.OFFICE_BUILDINGS if label is Label.WORK else chinese_places.COMPOUNDS
    )[language]
    block, floor, door = draws.number(1, 18), draws.number(1, 26), draws.number(1, 8)
    if chinese:
        inside = f"{floor}层{floor}{door:02d}室" if label is Label.WORK else f"{block}栋{floor}{door:02d}室"
        line = f"{street}{house}号{building}{inside}"
    else:
        inside = f"Floor {floor}" if label is Label.WORK else f"Block {block}, Room {floor}{door:02d}"
        line = f"{house} {street}, {building}, {inside}"
    return Address(
        street=line,
        district=district[language],
        city=city.name[language],
        province=city.province[language],
        postal_code=f"{district[2]}{draws.number(0, 99):02d}",
        country="CN",
        label=label,
        primary=True,
    )


def _western_address(draws: Draws, city: WesternCity, label: Label) -> Address:
    district, postal = draws.pick(city.districts)
    street = draws.pick(western_places.STREETS[city.country])
    house = draws.number(1, 240)
    line = f"{street} {house}" if city.country in western_places.NUMBER_LAST else f"{house} {street}"
    return Address(
        street=line,
        district=district,
        city=city.name,
        province=city.province,
        postal_code=draws.filled(postal),
        country=city.country,
        label=label,
        primary=True,
    )


def mobile(draws: Draws, place: Home) -> ContactPoint:
    """A mobile number of China, or abroad a number kept for fiction."""
    if isinstance(place.city, WesternCity):
        return _fictitious(draws, place.city, ContactKind.MOBILE)
    digits = draws.pick(_MOBILE_PREFIXES) + draws.digits(8)
    value = f"{digits[:3]} {digits[3:7]} {digits[7:]}" if draws.chance(0.7) else digits
    return ContactPoint(ContactKind.MOBILE, value, f"+86{digits}", primary=True)


def landline(draws: Draws, place: Home) -> ContactPoint:
    """An office telephone with the city's area code."""
    if isinstance(place.city, WesternCity):
        return _fictitious(draws, place.city, ContactKind.PHONE)
    local = str(draws.number(3, 8)) + draws.digits(place.city.local_digits - 1)
    area = place.city.area_code
    return ContactPoint(
        ContactKind.PHONE, f"0{area}-{local}", f"+86{area}{local}", label=Label.WORK, primary=True
    )


def _fictitious(draws: Draws, city: WesternCity, kind: ContactKind) -> ContactPoint:
    number = draws.filled(city.phone)
    return ContactPoint(
        kind, number, number, label=Label.WORK if kind is ContactKind.PHONE else "", primary=True
    )
