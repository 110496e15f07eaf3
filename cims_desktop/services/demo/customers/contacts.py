"""Contact points of made-up customers: mail under reserved domains, WeChat names, membership cards."""

from __future__ import annotations

from typing import Final

from cims_desktop.domain.contacts import ContactKind, ContactPoint, Label
from cims_desktop.services.demo.customers.organisations import Organisation
from cims_desktop.services.demo.customers.people import Person
from cims_desktop.services.demo.customers.places import Home, landline, mobile
from cims_desktop.services.demo.draws import Draws

_DOMAINS: Final = (
    "example.com",
    "example.com",
    "example.com",
    "example.org",
    "example.net",
    "mail.example.com",
)
_OPTED_OUT: Final = 0.03


def of_person(
    draws: Draws, person: Person, place: Home, employer: Organisation | None, number: int
) -> tuple[ContactPoint, ...]:
    """A mobile number, mostly mail, often WeChat and a card; employees have an address at work as well."""
    points = [mobile(draws, place)]
    if draws.chance(0.82 if not place.chinese else 0.62):
        address = _address(draws, person, number)
        points.append(_mail(draws, address, Label.NONE, primary=True))
    if employer is not None and draws.chance(0.6):
        local = ".".join(part for part in person.latin if part)
        points.append(_mail(draws, f"{local}@{employer.domain}", Label.WORK, primary=len(points) == 1))
    if place.country == "CN" and draws.chance(0.55 if place.chinese else 0.25):
        points.append(_point(ContactKind.WECHAT, _wechat(draws, person)))
    if draws.chance(0.3):
        points.append(_point(ContactKind.CARD, card_number(number)))
    return tuple(points)


def of_organisation(draws: Draws, organisation: Organisation) -> tuple[ContactPoint, ...]:
    """A landline, the office's mail address, now and then a web site and a QQ number."""
    points = [landline(draws, organisation.place)]
    local = draws.pick(("info", "office", "hello", "contact", "service"))
    points.append(_mail(draws, f"{local}@{organisation.domain}", Label.WORK, primary=True))
    if draws.chance(0.5):
        points.append(_point(ContactKind.WEB, f"https://www.{organisation.domain}"))
    if organisation.place.chinese and draws.chance(0.25):
        points.append(_point(ContactKind.QQ, str(draws.number(10_000_000, 999_999_999))))
    return tuple(points)


def card_number(number: int) -> str:
    """The membership card of customer `number`: 6800, eight digits and Luhn's check digit."""
    digits = f"6800{number:08d}"
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return f"{digits}{-total % 10}"


def _address(draws: Draws, person: Person, number: int) -> str:
    first, last = person.latin
    form = draws.next()
    if form < 0.4:
        local = f"{first}{last}{number % 10_000}"
    elif form < 0.75:
        local = f"{first}.{last}{number % 997}"
    else:
        local = f"{last}{draws.number(1960, 2009)}"
    return f"{local}@{draws.pick(_DOMAINS)}"


def _wechat(draws: Draws, person: Person) -> str:
    if draws.chance(0.4):
        return f"wxid_{draws.digits(6)}{person.latin[0][:4]}{draws.digits(4)}"
    return f"{person.latin[0]}_{person.latin[1]}{draws.digits(3)}"


def _mail(draws: Draws, address: str, label: str, *, primary: bool) -> ContactPoint:
    return ContactPoint(
        ContactKind.EMAIL, address, address, label=label, primary=primary, opted_out=draws.chance(_OPTED_OUT)
    )


def _point(kind: ContactKind, value: str) -> ContactPoint:
    return ContactPoint(kind, value, value.casefold(), primary=True)
