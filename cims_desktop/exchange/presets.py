"""Files of well-known programs, recognised by their headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cims_desktop.domain.imports import FIELDS, ImportKind
from cims_desktop.exchange.reading.model import WHITESPACE, ColumnKind, TableDescription
from cims_desktop.exchange.synonyms import Target, folded, recognise


@dataclass(frozen=True)
class Preset:
    """One program's file. It is that file when all of one set of `signs` (folded headers) are there.

    `targets` say what the general words get wrong (None: leave the column out); everything else is recognised
    by its words.
    """

    name: str
    kind: ImportKind
    signs: tuple[frozenset[str], ...] = ()
    targets: dict[str, Target | None] = field(default_factory=dict)
    constants: tuple[tuple[str, str], ...] = ()
    cancel_prefix: str = ""

    def matches(self, headers: frozenset[str]) -> bool:
        """Whether these folded headers are of this program."""
        return any(signs <= headers for signs in self.signs)

    def target(self, header: str) -> Target | None:
        """Where a column of this program goes."""
        name = folded(header)
        if name in self.targets:
            return self.targets[name]
        return _google(header) if self.name.startswith("google") else recognise(self.kind, header)


def _signs(*texts: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(folded(word) for word in text.split("|")) for text in texts)


def _left_out(text: str) -> dict[str, Target | None]:
    return {folded(word): None for word in text.split("|")}


_GOOGLE_PARTS = {
    "street": "address_street", "extended address": "address_street", "city": "address_city",
    "region": "address_province", "postal code": "address_postal_code", "country": "address_country",
}  # fmt: skip
_GOOGLE_NAMES = {
    "name": "name", "first name": "given_name", "given name": "given_name", "middle name": "given_name",
    "additional name": "given_name", "last name": "family_name", "family name": "family_name",
    "organization name": "organisation", "organization 1 name": "organisation",
    "organization title": "job_title", "organization 1 title": "job_title",
    "birthday": "birthday", "notes": "note", "labels": "tags", "group membership": "tags", "website 1 value": "website",
}  # fmt: skip


def _google(header: str) -> Target | None:
    """Google's numbered pairs: ``E-mail 1 - Label`` with ``E-mail 1 - Value``, and the parts of ``Address
    1``.
    """
    name = folded(header)
    if name in _GOOGLE_NAMES:
        return Target(_GOOGLE_NAMES[name])
    if match := re.fullmatch(r"(e mail|phone) (\d+) (label|type|value)", name):
        base = "email" if match[1] == "e mail" else "phone"
        return Target(base if match[3] == "value" else f"{base}_label", number=int(match[2]))
    if match := re.fullmatch(r"address (\d+) (.+)", name):
        if match[2] in ("label", "type"):
            return Target("address_label", number=int(match[1]))
        part = _GOOGLE_PARTS.get(match[2])
        return Target(part, number=int(match[1])) if part else None
    return None


_OUTLOOK = _left_out(
    "Title|Suffix|Initials|Location|Keywords|Nickname|Account|Language|Referred By|Priority|Private|Mileage"
    "|Home Address|Business Address|Other Address|Personal Web Page"
)
_OUTLOOK_ZH = _left_out(
    "英文称谓|中文称谓|缩写|地点|关键词|帐户|语言|优先级|办公地点|引用者"
    "|其他地址 - 邮箱|商务地址 - 邮箱|住宅地址 - 邮箱"  # post-office boxes
) | {"类别": Target("tags")}

PRESETS = (
    Preset(
        "google",
        ImportKind.CUSTOMERS,
        _signs(
            "First Name|File As|Organization Name",
            "E-mail 1 - Label|E-mail 1 - Value",
            "Phone 1 - Label|Phone 1 - Value",
        ),
    ),
    Preset(
        "google-old",
        ImportKind.CUSTOMERS,
        _signs(
            "Given Name|E-mail 1 - Type|E-mail 1 - Value",
            "Given Name|Phone 1 - Type|Phone 1 - Value",
            "Given Name Yomi|Group Membership",
        ),
    ),
    Preset(
        "outlook.com",
        ImportKind.CUSTOMERS,
        _signs("Given Yomi|Surname Yomi|E-mail Address", "Personal Web Page|E-mail Address|Company Yomi"),
        _OUTLOOK,
    ),
    Preset(
        "outlook",
        ImportKind.CUSTOMERS,
        _signs(
            "First Name|E-mail Address|Business Phone|Home Street",
            "First Name|E-mail Address|Business Street",
        ),
        _OUTLOOK,
    ),
    Preset(
        "outlook-zh",
        ImportKind.CUSTOMERS,
        _signs("电子邮件地址|商务电话|移动电话", "商务地址 街道|住宅地址 街道"),
        _OUTLOOK_ZH,
    ),
    Preset(
        "online-retail",
        ImportKind.PURCHASES,
        _signs(
            "InvoiceNo|StockCode|Quantity|InvoiceDate|UnitPrice|CustomerID",
            "Invoice|StockCode|Quantity|InvoiceDate|Price|Customer ID",
        ),
        cancel_prefix="C",
    ),
    Preset(
        "cdnow",
        ImportKind.PURCHASES,
        _signs("customer_id|date|number_of_cds|dollar_value"),
        constants=(("product_name", "CD"),),
    ),
    *(Preset("plain", kind) for kind in ImportKind),
)

CDNOW_SAMPLE = ("customer_number", "", "purchased_on", "quantity", "amount")
CDNOW_MASTER = ("customer_number", "purchased_on", "quantity", "amount")
"""The columns of the CDNOW files: the sample also has the customer's number within the sample."""


def preset_named(name: str, kind: ImportKind) -> Preset:
    """The preset for `kind`. Raises KeyError."""
    for preset in PRESETS:
        if preset.name == name and preset.kind is kind:
            return preset
    raise KeyError(name)


def detect_preset(kind: ImportKind, description: TableDescription) -> Preset | None:
    """The program whose file this is, or None. Plain: every title is one of our own field names."""
    headers = frozenset(folded(header) for header in description.headers if header)
    for preset in PRESETS:
        if preset.kind is kind and preset.matches(headers):
            return preset
    if kind is ImportKind.PURCHASES and cdnow_layout(description):
        return preset_named("cdnow", kind)
    own = {folded(entry.name) for entry in FIELDS[kind]}
    if headers and headers <= own:
        return preset_named("plain", kind)
    return None


def cdnow_layout(description: TableDescription) -> Sequence[str]:
    """The fields of CDNOW's columns in order when the table is laid out like it, else nothing."""
    if description.options.delimiter != WHITESPACE or description.options.header:
        return ()
    kinds = [column.kind for column in description.columns]
    number = {ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.PHONE}
    for layout in (CDNOW_SAMPLE, CDNOW_MASTER):
        at = layout.index("purchased_on")
        if (
            len(kinds) == len(layout)
            and kinds[at] is ColumnKind.DATE
            and set(kinds[:at] + kinds[at + 1 :]) <= number
        ):
            return layout
    return ()
