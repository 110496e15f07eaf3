"""One way to write structures as bytes, so that what is authenticated is exactly what is stored."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping

from cims_desktop.domain.errors import OfficeFault

Json = Mapping[str, object]


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no spaces and ASCII only: equal values give equal bytes, whatever text they
    hold.
    """
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    ).encode()


def to_text(data: bytes) -> str:
    """Bytes as base64 text."""
    return base64.b64encode(data).decode("ascii")


class Record:
    """Reads one JSON object strictly: the fields that are expected, each of its type, and no others.

    `optional` fields may be missing; `has` tells.

    Anything else raises OfficeFault("key_file_damaged").
    """

    def __init__(self, value: object, fields: Iterable[str], optional: Iterable[str] = ()) -> None:
        required = set(fields)
        if not isinstance(value, dict) or not required <= set(value) <= required | set(optional):
            raise damaged()
        self._value: dict[str, object] = value

    def has(self, name: str) -> bool:
        """Whether the optional field `name` is there."""
        return name in self._value

    def text(self, name: str) -> str:
        """A string."""
        value = self._value[name]
        if not isinstance(value, str):
            raise damaged()
        return value

    def number(self, name: str, *, least: int = 0) -> int:
        """A whole number, at least `least`."""
        return whole(self._value[name], least)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._value[name]
        if not isinstance(value, bool):
            raise damaged()
        return value

    def data(self, name: str, length: int | None = None) -> bytes:
        """Bytes, `length` of them when given."""
        return from_text(self._value[name], length)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self._value[name]
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise damaged()
        return tuple(value)

    def mapping(self, name: str) -> Json:
        """An object with any keys."""
        value = self._value[name]
        if not isinstance(value, dict):
            raise damaged()
        return value

    def item(self, name: str) -> object:
        """The value as it stands, for a reader of its own."""
        return self._value[name]


def whole(value: object, least: int = 0) -> int:
    """`value` as a whole number of at least `least` (a JSON true is not one)."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise damaged()
    return value


def from_text(value: object, length: int | None = None) -> bytes:
    """The bytes behind base64 text, `length` of them when given."""
    if not isinstance(value, str):
        raise damaged()
    try:
        data = base64.b64decode(value, validate=True)
    except ValueError:
        raise damaged() from None
    # Base64's last letter has spare bits: another letter may decode to the same bytes.
    if to_text(data) != value or (length is not None and len(data) != length):
        raise damaged()
    return data


def damaged() -> OfficeFault:
    """The fault of a key file that is not what this program wrote."""
    return OfficeFault("key_file_damaged")
