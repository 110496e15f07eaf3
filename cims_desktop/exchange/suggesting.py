"""Suggests a mapping from headers and content, and asks about what is not certain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cims_desktop.domain.imports import FIELDS, FieldType, ImportKind, import_field
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.exchange.presets import Preset, cdnow_layout, detect_preset, preset_named
from cims_desktop.exchange.reading.model import (
    ColumnFacts,
    ColumnKind,
    DateOrder,
    DecimalMark,
    TableDescription,
)
from cims_desktop.exchange.synonyms import Target, recognise

_DATES = {FieldType.DATE, FieldType.INSTANT}
_NUMBERS = {FieldType.DECIMAL, FieldType.MONEY, FieldType.INTEGER}


@dataclass(frozen=True)
class Question:
    """Something only a person knows. Codes: date_order, decimal_mark (answers in `choices`, example in
    `value`),
    required_unmapped (`field` has no column), nothing_recognised.
    """

    code: str
    field: str = ""
    column: str = ""
    value: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A mapping to start from, what to ask first, and the titles of the filled columns that go nowhere."""

    mapping: Mapping
    questions: tuple[Question, ...] = ()
    unmapped: tuple[str, ...] = ()


def suggest(kind: ImportKind, description: TableDescription, preset: str = "") -> Suggestion:
    """The mapping for a described table; `preset` forces one. Raises KeyError for a preset that `kind`
    lacks.
    """
    chosen = preset_named(preset, kind) if preset else detect_preset(kind, description)
    layout = cdnow_layout(description) if chosen is not None and chosen.name == "cdnow" else ()
    if layout:
        columns = [ColumnMapping(index, "", field) for index, field in enumerate(layout) if field]
    else:
        columns = _by_headers(kind, description, chosen)
    if not columns:
        columns = _by_content(kind, description)
    mapping = Mapping(
        kind,
        tuple(columns),
        chosen.constants if chosen else (),
        preset=chosen.name if chosen else "",
        unguard=description.format.is_text,
        cancel_prefix=chosen.cancel_prefix if chosen else "",
        width=_titled_width(description),
    )
    mapping, questions = judged(mapping, description)
    taken = {each.column for each in mapping.columns}
    unmapped = tuple(
        column.header or str(index + 1)
        for index, column in enumerate(description.columns)
        if index not in taken and column.filled
    )
    return Suggestion(mapping, questions, unmapped)


def _titled_width(description: TableDescription) -> int:
    """Where the table ends: its last title, or a later column without one that most rows fill. 0 without titles."""
    if not description.options.header:
        return 0
    ends = (
        index
        for index, column in enumerate(description.columns, start=1)
        if column.header or column.filled * 2 > description.rows
    )
    return max(ends, default=0)


def judged(mapping: Mapping, description: TableDescription) -> tuple[Mapping, tuple[Question, ...]]:
    """A mapping that a person changed, with its dates and numbers judged anew, and what is still to ask."""
    mapping, questions = _with_judged_signs(mapping, description)
    return mapping, (*questions, *_missing(mapping))


def _by_headers(
    kind: ImportKind, description: TableDescription, preset: Preset | None
) -> list[ColumnMapping]:
    columns: list[ColumnMapping] = []
    groups = _Groups()
    single: set[str] = set()
    joined = {"given_name", "note"}
    for index, facts in enumerate(description.columns):
        target = _target(kind, facts, preset)
        if target is None:
            continue
        many = import_field(kind, target.field).many
        if not many and target.field in single and target.field not in joined:
            continue
        single.add(target.field)
        group = groups.of(target) if many else 0
        columns.append(ColumnMapping(index, facts.header, target.field, group, target.label))
    return columns


def _target(kind: ImportKind, facts: ColumnFacts, preset: Preset | None) -> Target | None:
    if not facts.header:
        return None
    return preset.target(facts.header) if preset else recognise(kind, facts.header)


class _Groups:
    """Numbers the phones, mails and addresses of one row: the parts of an address share their label's
    number.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, int], int] = {}
        self._next = {"phone": 100, "email": 100}

    def of(self, target: Target) -> int:
        family = target.field.split("_")[0]
        if family == "address":
            number = 0 if target.label else target.number
            return self._numbers.setdefault((family, target.label, number), len(self._numbers) + 1)
        if target.field.endswith("_label") or (family in self._next and target.number and not target.label):
            return target.number
        if family in self._next:
            self._next[family] += 1
            return self._next[family]
        return 0


_CONTENT = {
    ColumnKind.EMAIL: "email",
    ColumnKind.PHONE: "phone",
}


def _by_content(kind: ImportKind, description: TableDescription) -> list[ColumnMapping]:
    """Without telling headers: mail addresses and telephone numbers show themselves, the first text is
    the name.
    """
    if kind is not ImportKind.CUSTOMERS:
        return []
    columns = []
    named = False
    for index, facts in enumerate(description.columns):
        field = _CONTENT.get(facts.kind, "")
        if facts.kind is ColumnKind.TEXT and not named:
            field, named = "name", True
        if field:
            columns.append(ColumnMapping(index, facts.header, field, index + 1 if field != "name" else 0))
    return columns if any(each.field != "name" for each in columns) else []


def _with_judged_signs(
    mapping: Mapping, description: TableDescription
) -> tuple[Mapping, tuple[Question, ...]]:
    """Sets date order and decimal mark from the mapped columns alone; asks where the columns don't decide."""
    orders, marks = {}, {}
    for each in mapping.columns:
        kind = import_field(mapping.kind, each.field).type
        facts = description.columns[each.column]
        if kind in _DATES and facts.date_order:
            orders[each] = facts.date_order
        if kind in _NUMBERS and facts.decimal_mark:
            marks[each] = facts.decimal_mark
    questions = []
    order = _settled(set(orders.values()), DateOrder.AMBIGUOUS, DateOrder.MIXED)
    if order is None:
        column = next(
            each for each, found in orders.items() if found in (DateOrder.AMBIGUOUS, DateOrder.MIXED)
        )
        questions.append(
            Question(
                "date_order",
                column.field,
                column.header,
                _example(description, column),
                ("dmy", "mdy", "ymd"),
            )
        )
    elif order:
        mapping = replace(mapping, date_order=DateOrder(order))
    mark = _settled(set(marks.values()), DecimalMark.AMBIGUOUS, DecimalMark.MIXED)
    if mark is None:
        column = next(
            each for each, found in marks.items() if found in (DecimalMark.AMBIGUOUS, DecimalMark.MIXED)
        )
        questions.append(
            Question("decimal_mark", column.field, column.header, _example(description, column), (".", ","))
        )
    elif mark:
        mapping = replace(mapping, decimal_mark=DecimalMark(mark))
    return mapping, tuple(questions)


def _settled(found: set[DateOrder] | set[DecimalMark], ambiguous: str, mixed: str) -> str | None:
    """The one certain judgement (which also settles ambiguous columns), "" for none needed, None: ask."""
    names = {str(value.value) for value in found}
    certain = names - {ambiguous, mixed}
    if mixed in names or len(certain) > 1 or (ambiguous in names and not certain):
        return None
    return certain.pop() if certain else ""


def _example(description: TableDescription, column: ColumnMapping) -> str:
    for row in description.sample:
        if column.column < len(row.cells) and row.cells[column.column]:
            return str(row.cells[column.column])
    return ""


def _missing(mapping: Mapping) -> tuple[Question, ...]:
    """The required fields that nothing fills; a customer needs some name, a purchase some key and some
    money.
    """
    targets = mapping.targets()
    if not mapping.columns:
        return (Question("nothing_recognised"),)
    missing = [entry.name for entry in FIELDS[mapping.kind] if entry.required and entry.name not in targets]
    names = {"name", "family_name", "given_name", "organisation", "email", "phone"}
    if mapping.kind is ImportKind.CUSTOMERS and not targets & names:
        missing.append("name")
    keys = {"customer_number", "customer_external_id", "customer_name"}
    if mapping.kind not in (ImportKind.CUSTOMERS, ImportKind.PRODUCTS) and not targets & keys:
        missing.append("customer_number")
    if mapping.kind is ImportKind.PURCHASES and not targets & {"unit_price", "amount"}:
        missing.append("amount")
    return tuple(Question("required_unmapped", field) for field in missing)
