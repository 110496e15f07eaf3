"""What can be imported: kinds, the target fields of each kind, and the records that a mapping yields."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class ImportKind(StrEnum):
    """What one row of a file stands for."""

    CUSTOMERS = "customers"
    PRODUCTS = "products"
    PURCHASES = "purchases"
    INTERACTIONS = "interactions"
    SATISFACTION = "satisfaction"


class FieldType(StrEnum):
    """How a cell's text is understood."""

    TEXT = "text"
    PHONE = "phone"
    EMAIL = "email"
    DATE = "date"
    INSTANT = "instant"
    DECIMAL = "decimal"
    INTEGER = "integer"
    MONEY = "money"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True)
class ImportField:
    """One target: `required` in every row; `many` may be filled from several columns (numbered groups)."""

    name: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    many: bool = False


def _fields(*entries: ImportField | str) -> tuple[ImportField, ...]:
    return tuple(ImportField(entry) if isinstance(entry, str) else entry for entry in entries)


_CUSTOMER_KEYS = ("customer_number", "customer_external_id", "customer_name")

FIELDS: dict[ImportKind, tuple[ImportField, ...]] = {
    ImportKind.CUSTOMERS: _fields(
        "number",
        "external_id",
        ImportField("kind", FieldType.CHOICE),
        "name",
        "family_name",
        "given_name",
        "organisation",
        "job_title",
        ImportField("status", FieldType.CHOICE),
        ImportField("tier", FieldType.CHOICE),
        ImportField("birthday", FieldType.DATE),
        ImportField("phone", FieldType.PHONE, many=True),
        ImportField("phone_label", many=True),
        ImportField("email", FieldType.EMAIL, many=True),
        ImportField("email_label", many=True),
        ImportField("address_label", many=True),
        ImportField("address_country", many=True),
        ImportField("address_province", many=True),
        ImportField("address_city", many=True),
        ImportField("address_district", many=True),
        ImportField("address_street", many=True),
        ImportField("address_postal_code", many=True),
        ImportField("tags", many=True),
        "note",
        "wechat",
        "qq",
        "website",
        ImportField("created", FieldType.INSTANT),
    ),
    ImportKind.PRODUCTS: _fields(
        "sku", ImportField("name", required=True), "category", ImportField("price", FieldType.MONEY)
    ),
    ImportKind.PURCHASES: _fields(
        *_CUSTOMER_KEYS,
        "purchase_number",
        ImportField("purchased_on", FieldType.INSTANT, required=True),
        "channel",
        "currency",
        "product_sku",
        "product_name",
        "category",
        ImportField("quantity", FieldType.DECIMAL),
        ImportField("unit_price", FieldType.MONEY),
        ImportField("amount", FieldType.MONEY),
        "country",
    ),
    ImportKind.INTERACTIONS: _fields(
        *_CUSTOMER_KEYS,
        ImportField("kind", FieldType.CHOICE),
        ImportField("direction", FieldType.CHOICE),
        ImportField("occurred_at", FieldType.INSTANT, required=True),
        "subject",
        "text",
        "outcome",
        "by",
    ),
    ImportKind.SATISFACTION: _fields(
        *_CUSTOMER_KEYS,
        ImportField("metric", FieldType.CHOICE, required=True),
        ImportField("score", FieldType.INTEGER, required=True),
        "comment",
        "channel",
        ImportField("responded_at", FieldType.INSTANT, required=True),
    ),
}
"""The target fields of every kind, in the order in which the mapping page offers them."""


def import_field(kind: ImportKind, name: str) -> ImportField:
    """The target field called `name`. Raises KeyError when the kind has none."""
    for candidate in FIELDS[kind]:
        if candidate.name == name:
            return candidate
    raise KeyError(name)


@dataclass(frozen=True)
class LabelledValue:
    """A phone number or mail address as the file gave it; `label` is a code (mobile, work, home, fax,
    other) or text.

    `column` is the header it came from, for messages; two values are equal whatever their column.
    """

    value: str
    label: str = ""
    column: str = field(default="", compare=False)


@dataclass(frozen=True)
class AddressRecord:
    """One postal address as the file gave it."""

    label: str = ""
    country: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    street: str = ""
    postal_code: str = ""


@dataclass(frozen=True)
class CustomerRecord:
    """One customer of a file. `row` is the number that a spreadsheet shows; `kind` is person,
    organisation or empty.

    `birthday` is ``YYYY-MM-DD`` or ``--MM-DD``; `status` and `tier` are the domain's values or empty when
    not given.
    """

    row: int
    number: str = ""
    external_id: str = ""
    kind: str = ""
    name: str = ""
    family_name: str = ""
    given_name: str = ""
    organisation: str = ""
    job_title: str = ""
    status: str = ""
    tier: str = ""
    birthday: str = ""
    phones: tuple[LabelledValue, ...] = ()
    emails: tuple[LabelledValue, ...] = ()
    addresses: tuple[AddressRecord, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    wechat: str = ""
    qq: str = ""
    website: str = ""
    created: datetime | None = None
    sheet: str = ""


@dataclass(frozen=True)
class ProductRecord:
    """One article of a file; `price` in major units."""

    row: int
    sku: str = ""
    name: str = ""
    category: str = ""
    price: Decimal | None = None
    sheet: str = ""


@dataclass(frozen=True)
class PurchaseLineRecord:
    """One source row of a purchase file; rows with the same `purchase_number` are lines of one purchase.

    Money in major units. A cancellation has a negative quantity or amount and `is_cancellation`.
    `purchased_at` is the wall clock of the file (naive) or aware when the file says its offset.
    """

    row: int
    customer_number: str = ""
    customer_external_id: str = ""
    customer_name: str = ""
    purchase_number: str = ""
    purchased_on: date | None = None
    purchased_at: datetime | None = None
    channel: str = ""
    currency: str = ""
    product_sku: str = ""
    product_name: str = ""
    category: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    country: str = ""
    is_cancellation: bool = False
    sheet: str = ""


@dataclass(frozen=True)
class InteractionRecord:
    """One call, visit or note of a file, with its original author and wall-clock time."""

    row: int
    customer_number: str = ""
    customer_external_id: str = ""
    customer_name: str = ""
    kind: str = ""
    direction: str = ""
    occurred_at: datetime | None = None
    subject: str = ""
    text: str = ""
    outcome: str = ""
    by: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class SatisfactionRecord:
    """One score of a file; `metric` is nps, csat or ces."""

    row: int
    customer_number: str = ""
    customer_external_id: str = ""
    customer_name: str = ""
    metric: str = ""
    score: int | None = None
    comment: str = ""
    channel: str = ""
    responded_at: datetime | None = None
    sheet: str = ""


ImportRecord = CustomerRecord | ProductRecord | PurchaseLineRecord | InteractionRecord | SatisfactionRecord
