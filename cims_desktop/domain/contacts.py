"""Contact points and addresses: kinds, normal forms, checks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from cims_desktop.domain.errors import Problem

LONGEST_VALUE = 500


class ContactKind(StrEnum):
    """What a contact point is."""

    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    WECHAT = "wechat"
    QQ = "qq"
    WEB = "web"
    CARD = "card"
    OTHER = "other"


PHONE_KINDS = frozenset({ContactKind.PHONE, ContactKind.MOBILE})


class Label(StrEnum):
    """Where a contact point or address belongs; free labels are stored as text."""

    NONE = ""
    WORK = "work"
    HOME = "home"
    BILLING = "billing"
    DELIVERY = "delivery"
    OTHER = "other"


@dataclass(frozen=True)
class ContactPoint:
    """One way to reach a customer: `value` as typed, `normal` for comparing (E.164 for phones, lower case for mail)."""

    kind: ContactKind
    value: str
    normal: str = ""
    label: str = ""
    primary: bool = False
    opted_out: bool = False
    invalid: bool = False
    id: int | None = None


@dataclass(frozen=True)
class Address:
    """One postal address; `country` is an ISO 3166 two-letter code or empty for the office's."""

    street: str = ""
    district: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    country: str = ""
    label: str = ""
    primary: bool = False
    id: int | None = None

    def is_empty(self) -> bool:
        """Whether nothing but the country and label was given."""
        return not any((self.street, self.district, self.city, self.province, self.postal_code))


def normalise_phone(value: str, country: str) -> str:
    """The phone number in E.164 (an extension as ``;ext=``). Raises ValueError when it is not a valid number.

    `country` is the office's two-letter code, used for numbers written without a country code.
    """
    return phone_forms(value, country)[0]


def phone_forms(value: str, country: str) -> tuple[str, str]:
    """What `normalise_phone` and then `display_phone` give, from reading the number once. Raises ValueError."""
    import phonenumbers

    text = re.sub(r"(?:转|轉|分机|分機)", " ext. ", unicodedata.normalize("NFKC", value))
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a phone number") from error
    if not phonenumbers.is_valid_number(number):
        raise ValueError("not a valid phone number")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return e164 + (f";ext={number.extension}" if number.extension else ""), shown


@lru_cache(maxsize=4096)
def display_phone(normal: str) -> str:
    """A stored E.164 number in international groups, e.g. ``+86 138 0013 8000``."""
    import phonenumbers

    try:
        number = phonenumbers.parse(normal.replace(";ext=", " ext. "), None)
    except phonenumbers.NumberParseException:
        return normal
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def normalise_email(value: str) -> str:
    """The mail address in lower case with its domain in ASCII-compatible form.

    Raises ValueError when the syntax is wrong. Reserved domains (example.com) are accepted; nothing is looked up.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        checked = validate_email(value.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValueError("not an e-mail address") from error
    return checked.normalized.lower()


def digits_of(text: str) -> str:
    """The ASCII digits of `text`, full-width ones folded."""
    return re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", text))


def normalise(point: ContactPoint, country: str) -> tuple[ContactPoint, str | None]:
    """Fills `normal`. Returns the point and the code of what is wrong with it, or None.

    A phone or mail address that cannot be read keeps what was typed and is marked `invalid`:
    the form says so beside the field, and the person decides.
    """
    value = point.value.strip()
    if not value:
        return point, "empty"
    if len(value) > LONGEST_VALUE:
        return point, "too_long"
    try:
        if point.kind in PHONE_KINDS:
            normal = normalise_phone(value, country)
        elif point.kind is ContactKind.EMAIL:
            normal = normalise_email(value)
        else:
            normal = unicodedata.normalize("NFKC", value).casefold()
    except ValueError:
        code = "not_a_phone" if point.kind in PHONE_KINDS else "not_an_email"
        return replace(point, value=value, normal=digits_of(value) or value.casefold(), invalid=True), code
    return replace(point, value=value, normal=normal, invalid=False), None


def with_one_primary(points: tuple[ContactPoint, ...]) -> tuple[ContactPoint, ...]:
    """One primary phone (of either kind) and one of every other kind: the first marked, else the first."""
    groups: dict[str, list[int]] = {}
    for index, point in enumerate(points):
        groups.setdefault("phone" if point.kind in PHONE_KINDS else point.kind.value, []).append(index)
    chosen = {next((i for i in members if points[i].primary), members[0]) for members in groups.values()}
    return tuple(replace(point, primary=index in chosen) for index, point in enumerate(points))


def check_contacts(points: tuple[ContactPoint, ...]) -> tuple[Problem, ...]:
    """Length problems, by position; syntax is judged by `normalise` and shown beside the field."""
    return tuple(
        Problem(f"contacts.{index}.value", "too_long", point.value[:40], {"limit": LONGEST_VALUE})
        for index, point in enumerate(points)
        if len(point.value) > LONGEST_VALUE
    )
