"""Builds the typed records from the cells of one row, sorted by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, TypeVar

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import (
    AddressRecord,
    CustomerRecord,
    ImportKind,
    ImportRecord,
    InteractionRecord,
    LabelledValue,
    ProductRecord,
    PurchaseLineRecord,
    SatisfactionRecord,
)
from cims_desktop.exchange.reading.model import Cell, DateOrder, DecimalMark
from cims_desktop.exchange.values import (
    birthday_of,
    choice_of,
    emails_of,
    label_of,
    moment_of,
    number_of,
    phones_of,
    tags_of,
    text_of,
)

_Value = TypeVar("_Value")


class Filled(NamedTuple):
    """One cell that holds something, with the column it came from."""

    cell: Cell
    header: str
    group: int = 0
    label: str = ""


@dataclass
class RowCells:
    """The filled cells of one row by field, and the problems found so far."""

    row: int
    sheet: str
    by_field: Mapping[str, list[Filled]]
    order: DateOrder
    mark: DecimalMark
    this_year: int
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The first text of a field."""
        found = self.by_field.get(name)
        return text_of(found[0].cell) if found else ""

    def joined(self, name: str, glue: str) -> str:
        """All texts of a field."""
        return glue.join(text_of(each.cell) for each in self.by_field.get(name, ()))

    def read(self, name: str, convert: Callable[[Cell], _Value], default: _Value) -> _Value:
        """The first cell of a field converted; a ValueError's text becomes a problem of its column."""
        found = self.by_field.get(name)
        if not found:
            return default
        try:
            return convert(found[0].cell)
        except ValueError as error:
            self.problem(name, str(error), found[0].cell)
            return default

    def number(self, name: str) -> Decimal | None:
        """A number of a field, or None."""
        return self.read(name, lambda cell: number_of(cell, self.mark), None)

    def choice(self, name: str) -> str:
        """A choice's code, or empty."""
        return self.read(name, lambda cell: choice_of(name, text_of(cell)), "")

    def moment(self, name: str) -> tuple[date | None, datetime | None]:
        """The day of a field and its time where it has one."""
        nothing: tuple[date | None, datetime | None] = (None, None)
        return self.read(name, lambda cell: moment_of(cell, self.order), nothing)

    def problem(self, name: str, code: str, cell: Cell = None) -> None:
        """Notes a problem under the column's header, or the field's name where no column gives it."""
        found = self.by_field.get(name)
        column = found[0].header if found and found[0].header else name
        self.problems.append(Problem(column, code, text_of(cell)[:200], {"field": name}))


def build(kind: ImportKind, cells: RowCells, cancel_prefix: str) -> ImportRecord:
    """The record of a row; `cells.problems` says what is wrong with it."""
    match kind:
        case ImportKind.CUSTOMERS:
            return _customer(cells)
        case ImportKind.PRODUCTS:
            return _product(cells)
        case ImportKind.PURCHASES:
            return _purchase_line(cells, cancel_prefix)
        case ImportKind.INTERACTIONS:
            return _interaction(cells)
        case ImportKind.SATISFACTION:
            return _score(cells)


def _customer(cells: RowCells) -> CustomerRecord:
    family, given = cells.text("family_name"), cells.joined("given_name", " ")
    name, organisation, kind = cells.text("name"), cells.text("organisation"), cells.choice("kind")
    phones, emails = _labelled(cells, "phone", phones_of), _labelled(cells, "email", emails_of)
    for phone in phones:
        if "E+" in phone.value.upper() and "." in phone.value:
            cells.problems.append(Problem(phone.column, "digits_lost", phone.value, {"field": "phone"}))
    name = name or _full_name(family, given)
    if not name and organisation:
        name, kind = organisation, kind or "organisation"
    if kind == "organisation" and organisation == name:
        organisation = ""
    if not name and (emails or phones):
        name = (emails or phones)[0].value
    if not name:
        cells.problem("name", "required")
    return CustomerRecord(
        row=cells.row,
        number=cells.text("number"),
        external_id=cells.text("external_id"),
        kind=kind,
        name=name,
        family_name=family,
        given_name=given,
        organisation=organisation,
        job_title=cells.text("job_title"),
        status=cells.choice("status"),
        tier=cells.choice("tier"),
        birthday=cells.read("birthday", lambda cell: birthday_of(cell, cells.order, cells.this_year), ""),
        phones=phones,
        emails=emails,
        addresses=_addresses(cells),
        tags=tuple(
            dict.fromkeys(
                tag for each in cells.by_field.get("tags", ()) for tag in tags_of(text_of(each.cell))
            )
        ),
        note=cells.joined("note", "\n"),
        wechat=cells.text("wechat"),
        qq=cells.text("qq"),
        website=cells.text("website"),
        created=_at_midnight(*cells.moment("created")),
        sheet=cells.sheet,
    )


def _full_name(family: str, given: str) -> str:
    """Chinese, Japanese and Korean names without a space, family name first; others given name first."""
    if any("\u3400" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in family + given):
        return family + given
    return f"{given} {family}".strip()


def _labelled(cells: RowCells, name: str, split: Callable[[str], list[str]]) -> tuple[LabelledValue, ...]:
    """The values of a field, each with its label's column or its column's own label; none twice."""
    labels = {each.group: text_of(each.cell) for each in cells.by_field.get(f"{name}_label", ())}
    values: dict[str, LabelledValue] = {}
    for each in cells.by_field.get(name, ()):
        label = label_of(labels.get(each.group, "")) or each.label
        for value in split(text_of(each.cell)):
            values.setdefault(value, LabelledValue(value, label, each.header))
    return tuple(values.values())


def _addresses(cells: RowCells) -> tuple[AddressRecord, ...]:
    groups: dict[int, dict[str, str]] = {}
    for part in ("country", "province", "city", "district", "street", "postal_code", "label"):
        for each in cells.by_field.get(f"address_{part}", ()):
            address = groups.setdefault(each.group, {})
            text = text_of(each.cell)
            address[part] = f"{address[part]}\n{text}" if part == "street" and part in address else text
            if each.label:
                address.setdefault("label", each.label)
    return tuple(
        AddressRecord(**{**address, "label": label_of(address.get("label", ""))})
        for _, address in sorted(groups.items())
        if set(address) - {"label", "country"}
    )


def _at_midnight(day: date | None, moment: datetime | None) -> datetime | None:
    if moment is not None or day is None:
        return moment
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the wall clock of the file


def _product(cells: RowCells) -> ProductRecord:
    price = cells.number("price")
    if not cells.text("name"):
        cells.problem("name", "required")
    return ProductRecord(
        cells.row, cells.text("sku"), cells.text("name"), cells.text("category"), price, cells.sheet
    )


def _keys(cells: RowCells) -> tuple[str, str, str]:
    """Customer number, external ID and name; a row without any of them cannot be told whose it is."""
    keys = (cells.text("customer_number"), cells.text("customer_external_id"), cells.text("customer_name"))
    if not any(keys):
        cells.problem("customer_number", "customer_missing")
    return keys


def _purchase_line(cells: RowCells, cancel_prefix: str) -> PurchaseLineRecord:
    number, external_id, name = _keys(cells)
    day, moment = cells.moment("purchased_on")
    if "purchased_on" not in cells.by_field:
        cells.problem("purchased_on", "required")
    quantity = cells.number("quantity")
    unit_price, amount = cells.number("unit_price"), cells.number("amount")
    if "unit_price" not in cells.by_field and "amount" not in cells.by_field:
        cells.problem("amount", "required")
    if quantity == 0:
        cells.problem("quantity", "out_of_range", "0")
    quantity = Decimal(1) if quantity is None else quantity
    reference = cells.text("purchase_number")
    marked = bool(cancel_prefix) and reference.startswith(cancel_prefix)
    if marked and quantity > 0:
        quantity = -quantity
        amount = -abs(amount) if amount is not None else None
    return PurchaseLineRecord(
        row=cells.row,
        customer_number=number,
        customer_external_id=external_id,
        customer_name=name,
        purchase_number=reference,
        purchased_on=day,
        purchased_at=moment,
        channel=cells.text("channel"),
        currency=cells.text("currency").upper(),
        product_sku=cells.text("product_sku"),
        product_name=cells.text("product_name"),
        category=cells.text("category"),
        quantity=quantity,
        unit_price=unit_price,
        amount=amount,
        country=cells.text("country"),
        is_cancellation=marked or quantity < 0 or (amount is not None and amount < 0),
        sheet=cells.sheet,
    )


def _interaction(cells: RowCells) -> InteractionRecord:
    number, external_id, name = _keys(cells)
    occurred_at = _at_midnight(*cells.moment("occurred_at"))
    if "occurred_at" not in cells.by_field:
        cells.problem("occurred_at", "required")
    return InteractionRecord(
        row=cells.row,
        customer_number=number,
        customer_external_id=external_id,
        customer_name=name,
        kind=cells.text("kind").casefold(),
        direction=cells.choice("direction"),
        occurred_at=occurred_at,
        subject=cells.text("subject"),
        text=cells.text("text"),
        outcome=cells.text("outcome"),
        by=cells.text("by"),
        sheet=cells.sheet,
    )


def _score(cells: RowCells) -> SatisfactionRecord:
    number, external_id, name = _keys(cells)
    score = cells.number("score")
    for required in ("metric", "score", "responded_at"):
        if required not in cells.by_field:
            cells.problem(required, "required")
    if score is not None and score != int(score):
        cells.problem("score", "not_a_whole_number", str(score))
    responded_at = _at_midnight(*cells.moment("responded_at"))
    return SatisfactionRecord(
        cells.row, number, external_id, name, cells.choice("metric"), None if score is None else int(score),
        cells.text("comment"), cells.text("channel"), responded_at, cells.sheet,
    )  # fmt: skip
