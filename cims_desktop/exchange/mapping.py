"""A mapping: which column goes to which field, and how its values are read. A plain value."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from cims_desktop.domain.imports import FIELDS, ImportKind
from cims_desktop.exchange.reading.model import DateOrder, DecimalMark


@dataclass(frozen=True)
class ColumnMapping:
    """Column `column` (from 0, titled `header`) goes to `field`. Values of the same `group` belong together:
    a number with its label, the parts of one address. `label` is given to every value of the column.
    """

    column: int
    header: str
    field: str
    group: int = 0
    label: str = ""


@dataclass(frozen=True)
class Mapping:
    """How rows become records of `kind`.

    `constants` are (field, text) for fields that no column gives or whose cell is empty. `date_order` and
    `decimal_mark` hold for the whole table. `unguard` takes the apostrophe off that keeps a CSV cell from
    being
    a formula. A purchase number that begins with `cancel_prefix` is a cancellation.
    """

    kind: ImportKind
    columns: tuple[ColumnMapping, ...]
    constants: tuple[tuple[str, str], ...] = ()
    date_order: DateOrder = DateOrder.YMD
    decimal_mark: DecimalMark = DecimalMark.POINT
    preset: str = ""
    unguard: bool = False
    cancel_prefix: str = ""
    width: int = 0
    """The number of titled columns; a cell beyond them is a problem. 0: not known."""

    def to_json(self) -> str:
        """The mapping as a JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Mapping:
        """The mapping of `to_json`. Raises ValueError when it is not one."""
        try:
            given = json.loads(text)
            columns = tuple(ColumnMapping(**column) for column in given.pop("columns"))
            constants = tuple((str(field), str(value)) for field, value in given.pop("constants", ()))
            kind = ImportKind(given.pop("kind"))
            order = DateOrder(given.pop("date_order", DateOrder.YMD))
            mark = DecimalMark(given.pop("decimal_mark", DecimalMark.POINT))
            mapping = cls(kind, columns, constants, order, mark, **given)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("not a mapping") from error
        mapping._check()
        return mapping

    def with_column(self, column: ColumnMapping) -> Mapping:
        """The mapping with this column's target replaced; an empty `field` leaves the column out."""
        others = tuple(each for each in self.columns if each.column != column.column)
        kept = (*others, column) if column.field else others
        return replace(self, columns=tuple(sorted(kept, key=lambda each: each.column)))

    def with_answer(self, code: str, answer: str) -> Mapping:
        """The mapping with a suggestion's question answered: date_order or decimal_mark. Raises
        ValueError.
        """
        if code == "date_order":
            return replace(self, date_order=DateOrder(answer))
        if code == "decimal_mark":
            return replace(self, decimal_mark=DecimalMark(answer))
        raise ValueError(code)

    def targets(self) -> frozenset[str]:
        """The fields that a column or a constant fills."""
        return frozenset(each.field for each in self.columns) | frozenset(
            field for field, _ in self.constants
        )

    def _check(self) -> None:
        known = {entry.name for entry in FIELDS[self.kind]}
        if not self.targets() <= known:
            raise ValueError("unknown field")
        if any(each.column < 0 for each in self.columns):
            raise ValueError("not a column")
