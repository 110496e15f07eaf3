"""Words for what is imported: kinds, target fields and how they are grouped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.imports import FIELDS, ImportKind
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP
from cims_desktop.gui.words import label_word

KINDS: dict[ImportKind, str] = {
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP(
        "import_fields", "Each row is a customer, with phones, mail and addresses."
    ),
    ImportKind.PRODUCTS: QT_TRANSLATE_NOOP("import_fields", "Each row is an article of your catalogue."),
    ImportKind.PURCHASES: QT_TRANSLATE_NOOP(
        "import_fields",
        "Each row is a purchase or one line of it; rows with the same number belong together.",
    ),
}

_COMMON: dict[str, str] = {
    "number": QT_TRANSLATE_NOOP("import_fields", "Customer number"),
    "external_id": QT_TRANSLATE_NOOP("import_fields", "External ID"),
    "kind": QT_TRANSLATE_NOOP("import_fields", "Person or organisation"),
    "name": QT_TRANSLATE_NOOP("import_fields", "Full name"),
    "family_name": QT_TRANSLATE_NOOP("import_fields", "Family name"),
    "given_name": QT_TRANSLATE_NOOP("import_fields", "Given name"),
    "organisation": QT_TRANSLATE_NOOP("import_fields", "Organisation"),
    "job_title": QT_TRANSLATE_NOOP("import_fields", "Job title"),
    "status": QT_TRANSLATE_NOOP("import_fields", "Status"),
    "tier": QT_TRANSLATE_NOOP("import_fields", "Tier"),
    "birthday": QT_TRANSLATE_NOOP("import_fields", "Birthday"),
    "phone": QT_TRANSLATE_NOOP("import_fields", "Phone"),
    "phone_label": QT_TRANSLATE_NOOP("import_fields", "Kind of phone"),
    "email": QT_TRANSLATE_NOOP("import_fields", "E-mail"),
    "email_label": QT_TRANSLATE_NOOP("import_fields", "Kind of e-mail"),
    "address_label": QT_TRANSLATE_NOOP("import_fields", "Kind of address"),
    "address_country": QT_TRANSLATE_NOOP("import_fields", "Country"),
    "address_province": QT_TRANSLATE_NOOP("import_fields", "Province or state"),
    "address_city": QT_TRANSLATE_NOOP("import_fields", "City"),
    "address_district": QT_TRANSLATE_NOOP("import_fields", "District"),
    "address_street": QT_TRANSLATE_NOOP("import_fields", "Street"),
    "address_postal_code": QT_TRANSLATE_NOOP("import_fields", "Postal code"),
    "tags": QT_TRANSLATE_NOOP("import_fields", "Tags"),
    "note": QT_TRANSLATE_NOOP("import_fields", "Note"),
    "wechat": QT_TRANSLATE_NOOP("import_fields", "WeChat"),
    "qq": QT_TRANSLATE_NOOP("import_fields", "QQ"),
    "website": QT_TRANSLATE_NOOP("import_fields", "Website"),
    "created": QT_TRANSLATE_NOOP("import_fields", "Customer since"),
    "sku": QT_TRANSLATE_NOOP("import_fields", "SKU"),
    "category": QT_TRANSLATE_NOOP("import_fields", "Category"),
    "price": QT_TRANSLATE_NOOP("import_fields", "Price"),
    "customer_number": QT_TRANSLATE_NOOP("import_fields", "Customer number"),
    "customer_external_id": QT_TRANSLATE_NOOP("import_fields", "Customer’s external ID"),
    "customer_name": QT_TRANSLATE_NOOP("import_fields", "Customer name"),
    "purchase_number": QT_TRANSLATE_NOOP("import_fields", "Purchase number"),
    "purchased_on": QT_TRANSLATE_NOOP("import_fields", "Purchase date"),
    "channel": QT_TRANSLATE_NOOP("import_fields", "Channel"),
    "currency": QT_TRANSLATE_NOOP("import_fields", "Currency"),
    "product_sku": QT_TRANSLATE_NOOP("import_fields", "Product SKU"),
    "product_name": QT_TRANSLATE_NOOP("import_fields", "Product name"),
    "quantity": QT_TRANSLATE_NOOP("import_fields", "Quantity"),
    "unit_price": QT_TRANSLATE_NOOP("import_fields", "Unit price"),
    "amount": QT_TRANSLATE_NOOP("import_fields", "Amount"),
    "country": QT_TRANSLATE_NOOP("import_fields", "Country"),
    "direction": QT_TRANSLATE_NOOP("import_fields", "Direction"),
    "occurred_at": QT_TRANSLATE_NOOP("import_fields", "Date and time"),
    "subject": QT_TRANSLATE_NOOP("import_fields", "Subject"),
    "text": QT_TRANSLATE_NOOP("import_fields", "Text"),
    "outcome": QT_TRANSLATE_NOOP("import_fields", "Outcome"),
    "by": QT_TRANSLATE_NOOP("import_fields", "Recorded by"),
    "metric": QT_TRANSLATE_NOOP("import_fields", "Question (NPS, CSAT, CES)"),
    "score": QT_TRANSLATE_NOOP("import_fields", "Score"),
    "comment": QT_TRANSLATE_NOOP("import_fields", "Comment"),
    "responded_at": QT_TRANSLATE_NOOP("import_fields", "Date of the answer"),
}
_OWN: dict[tuple[ImportKind, str], str] = {
    (ImportKind.PRODUCTS, "name"): QT_TRANSLATE_NOOP("import_fields", "Product name"),
    (ImportKind.INTERACTIONS, "kind"): QT_TRANSLATE_NOOP("import_fields", "Kind of contact"),
}
_PHONES: dict[str, str] = {
    "mobile": QT_TRANSLATE_NOOP("import_fields", "Mobile"),
    "fax": QT_TRANSLATE_NOOP("import_fields", "Fax"),
}
IGNORE = QT_TRANSLATE_NOOP("import_fields", "Ignore this column")

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("import_fields", "Person"), (
        "name", "family_name", "given_name", "organisation", "job_title", "kind", "birthday")),
    (QT_TRANSLATE_NOOP("import_fields", "Contact"), (
        "phone", "phone_label", "email", "email_label", "wechat", "qq", "website")),
    (QT_TRANSLATE_NOOP("import_fields", "Address"), (
        "address_street", "address_district", "address_city", "address_province", "address_postal_code",
        "address_country", "address_label")),
    (QT_TRANSLATE_NOOP("import_fields", "Your records"), (
        "number", "external_id", "status", "tier", "tags", "note", "created")),
    (QT_TRANSLATE_NOOP("import_fields", "Customer"), (
        "customer_number", "customer_external_id", "customer_name", "country")),
    (QT_TRANSLATE_NOOP("import_fields", "Purchase"), (
        "purchase_number", "purchased_on", "channel", "currency", "quantity", "unit_price", "amount")),
    (QT_TRANSLATE_NOOP("import_fields", "Product"), ("product_name", "product_sku", "sku", "category", "price")),
)  # fmt: skip
"""How the choices are grouped, in the order in which they are offered."""


def field_word(kind: ImportKind, name: str) -> str:
    """The field's name as people know it."""
    return _translated(_OWN.get((kind, name), _COMMON.get(name, name)))


def column_label_word(label: str) -> str:
    """The label that every value of a column gets: Mobile, Fax, Work ...; free ones as they are."""
    return _translated(_PHONES[label]) if label in _PHONES else label_word(label)


def kind_sentence(kind: ImportKind) -> str:
    """What one row of such a file stands for."""
    return _translated(KINDS[kind])


def ignore_word() -> str:
    """What stands where a column goes nowhere."""
    return _translated(IGNORE)


def sections(kind: ImportKind) -> list[tuple[str, list[tuple[str, str]]]]:
    """The fields of a kind by section: (title, [(name, word)]). Every field is in exactly one."""
    left = {entry.name for entry in FIELDS[kind]}
    found = []
    for title, names in SECTIONS:
        entries = [(name, field_word(kind, name)) for name in names if name in left]
        left -= {name for name, _word in entries}
        if entries:
            found.append((_translated(title), entries))
    if left:
        rest = [(entry.name, field_word(kind, entry.name)) for entry in FIELDS[kind] if entry.name in left]
        found.append((_translated(QT_TRANSLATE_NOOP("import_fields", "More")), rest))
    return found


def _translated(source: str) -> str:
    return QCoreApplication.translate("import_fields", source)
