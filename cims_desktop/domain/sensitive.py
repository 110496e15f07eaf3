"""Sensitive fields: which there are, what is wrong with a value, and how much of one may be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from cims_desktop.domain.errors import Problem

LONGEST_VALUE: Final = 200
LONGEST_TITLE: Final = 60
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CHINA: Final = "CN"
_PERMITS: Final = ("81", "82", "83", "9")
"""How numbers of residents from Hong Kong, Macau, Taiwan and abroad begin, instead of with a county."""
_SHOWN: Final = 4
_PART: Final = 3


class SensitiveKind(StrEnum):
    """By which rules a value is judged; TEXT takes anything."""

    NATIONAL_ID = "national_id"
    TAX_ID = "tax_id"
    BANK_ACCOUNT = "bank_account"
    TEXT = "text"


@dataclass(frozen=True)
class SensitiveField:
    """A field of this office. `name` stands in the file for good; `title` is a person's word (empty: the program's)."""

    name: str
    title: str = ""
    kind: SensitiveKind = SensitiveKind.TEXT
    active: bool = True
    built_in: bool = False


@dataclass(frozen=True)
class SensitiveValue:
    """What anybody who sees the customer may know of a value: that it is there, how it ends, who wrote it when.

    `customer_id` is the record that holds it: one that was merged into the customer keeps its own.
    """

    field: str
    last_four: str
    updated_at: datetime
    by_name: str
    version: int
    customer_id: int


@dataclass(frozen=True)
class SealedValue:
    """A value as it is stored. `blind_index` is None when whoever wrote it has not the key for it."""

    sealed: bytes
    generation: int
    blind_index: bytes | None
    last_four: str


def field_problems(field: SensitiveField) -> tuple[Problem, ...]:
    """What is wrong with a field that an administrator made. Codes: required, too_long, not_a_name."""
    problems = []
    if not _NAME.fullmatch(field.name):
        problems.append(Problem("name", "not_a_name", field.name[:40]))
    if not field.title.strip() and not field.built_in:
        problems.append(Problem("title", "required"))
    if len(field.title) > LONGEST_TITLE:
        problems.append(Problem("title", "too_long", "", {"limit": LONGEST_TITLE}))
    return tuple(problems)


def tidied(kind: SensitiveKind, value: str) -> str:
    """The value as it is stored: full-width signs made plain; numbers without spaces and hyphens, in capitals."""
    plain = unicodedata.normalize("NFKC", value).strip()
    if kind is SensitiveKind.TEXT or "@" in plain:
        return plain
    return re.sub(r"[\s\-‐-―.]", "", plain).upper()


def comparable(value: str) -> str:
    """The form by which two values are the same, whatever their field: letters and digits only, no case."""
    folded = unicodedata.normalize("NFKC", value).casefold()
    return "".join(sign for sign in folded if sign.isalnum()) or folded.strip()


def last_four(value: str) -> str:
    """The end that is shown to tell values apart: four signs, and never more than a third of the value."""
    return value[-min(_SHOWN, len(value) // _PART) :] if len(value) >= _PART else ""


def examine(field: SensitiveField, value: str, country: str) -> tuple[Problem, ...]:
    """Everything wrong with a tidied value; no problem ever carries the value itself.

    Errors: required, too_long (limit), wrong_length (length), not_a_number. Warnings, which may be confirmed
    (`is_doubt`): check_digit, not_an_id, birth_date.
    """
    if not value:
        return (Problem(field.name, "required"),)
    if len(value) > LONGEST_VALUE:
        return (Problem(field.name, "too_long", "", {"limit": LONGEST_VALUE}),)
    match field.kind:
        case SensitiveKind.NATIONAL_ID:
            code = _national_id(value) if country == _CHINA else None
        case SensitiveKind.TAX_ID:
            code = _tax_id(value) if country == _CHINA else None
        case SensitiveKind.BANK_ACCOUNT:
            code = _account(value)
        case SensitiveKind.TEXT:
            code = None
    if code is None:
        return ()
    params = {"length": len(value)} if code == "wrong_length" else {}
    return (Problem(field.name, code, "", params),)


def is_doubt(problem: Problem) -> bool:
    """Whether the value may be kept all the same, once the person has looked again."""
    return problem.code in {"check_digit", "not_an_id", "birth_date"}


def _national_id(value: str) -> str | None:
    """A resident's number; papers with letters in front (passports, permits) are taken as they are."""
    from stdnum.cn import ric

    if not re.fullmatch(r"\d+X?", value):
        return None if 5 <= len(value) <= 20 else "wrong_length"
    if len(value) == 15:  # the form until 1999: no check digit
        return None if value.isdigit() else "not_an_id"
    if len(value) != 18:
        return "wrong_length"
    if not _is_day(value[6:14]):
        return "birth_date"
    if ric.calc_check_digit(value) != value[-1]:
        return "check_digit"
    return None if value.startswith(_PERMITS) else _doubt_of(ric.validate, value)


def _tax_id(value: str) -> str | None:
    """A unified social credit code, a person's identity number, or one of the older forms."""
    from stdnum.cn import ric, uscc

    if not value.isalnum() or not value.isascii():
        return "not_a_number"
    if len(value) not in (15, 18, 20):
        return "wrong_length"
    if len(value) != 18:
        return None
    return None if _doubt_of(ric.validate, value) is None else _doubt_of(uscc.validate, value)


def _account(value: str) -> str | None:
    """A card or account number, an IBAN, or the name of a payment account."""
    from stdnum import iban, luhn

    if "@" in value:
        return None if len(value) >= 5 else "wrong_length"
    if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", value):
        return _doubt_of(iban.validate, value)
    if not value.isdigit() or not value.isascii():
        return None if len(value) >= 5 else "wrong_length"
    if not 8 <= len(value) <= 34:
        return "wrong_length"
    # Cards have a check digit, accounts of a company often have none: a doubt, never an error.
    return _doubt_of(luhn.validate, value) if 16 <= len(value) <= 19 else None


def _doubt_of(validate: Callable[[str], str], value: str) -> str | None:
    """What python-stdnum says against a value of the right length."""
    from stdnum.exceptions import InvalidChecksum, ValidationError

    try:
        validate(value)
    except InvalidChecksum:
        return "check_digit"
    except ValidationError:
        return "not_an_id"
    return None


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True
