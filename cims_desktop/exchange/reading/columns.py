"""Judges each column as a whole: what it holds, its decimal mark, its order of day and month."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest

from cims_desktop.exchange.reading.model import Cell, ColumnFacts, ColumnKind, DateOrder, DecimalMark

_DATE = re.compile(r"(\d{1,4})\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,4})日?(?:[T\s].*)?")
_NUMBER = re.compile(r"[-+(]?\s?(?:[¥￥$€£]|[A-Z]{3})?\s?[-+]?(\d[\d.,'\s]*)\s?(?:%|元|€|[A-Z]{3})?\)?-?")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\(?\+?\d[\d\s()/.-]{5,22}\d(?:\s?(?:#|x|ext\.?|转)\s?\d+)?|1[3-9]\d{9}")
_COMPACT_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_BARE_PHONE = re.compile(r"1[3-9]\d{9}|\+\d{7,}|0\d{8,11}")
_FLAGS = frozenset({"true", "false", "yes", "no", "y", "n", "是", "否"})
_ORDERS = (DateOrder.YMD, DateOrder.DMY, DateOrder.MDY)
_ENOUGH = 500
_FEW = 50


class ColumnJudge:
    """Collects what is seen in one column; `facts` gives the judgement so far."""

    def __init__(self, header: str) -> None:
        self.header = header
        self.filled = 0
        self._seen = dict.fromkeys(ColumnKind, 0)
        self._looked_at = 0
        self._orders = set(_ORDERS)
        self._written_dates = False
        self._marks: set[DecimalMark] = set()

    def add(self, cells: Sequence[Cell]) -> None:
        """Looks at a batch. Once the column is plainly no dates and no numbers, cells are only counted."""
        present = [cell for cell in cells if cell is not None and cell != ""]
        self.filled += len(present)
        if self._looked_at < _ENOUGH:
            for cell in present[:_ENOUGH]:
                self._seen[_kind_of(cell)] += 1
            self._looked_at += min(len(present), _ENOUGH)
        if self._may_be(ColumnKind.DATE):
            self._judge_dates(present)
        if self._may_be(ColumnKind.DECIMAL):
            self._judge_marks(present)

    def facts(self, ambiguous_point: bool) -> ColumnFacts:
        """The judgement. `ambiguous_point`: whether 1.234 may be a thousand (files with semicolons)."""
        kind = self._kind()
        order = self._order() if self._may_be(ColumnKind.DATE) and self._written_dates else DateOrder.NONE
        mark = (
            self._mark(ambiguous_point)
            if kind in (ColumnKind.DECIMAL, ColumnKind.INTEGER)
            else DecimalMark.NONE
        )
        return ColumnFacts(self.header, self.filled, kind, order, mark)

    def _may_be(self, kind: ColumnKind) -> bool:
        return self._looked_at < _FEW or self._seen[kind] * 10 >= self._looked_at * 3

    def _kind(self) -> ColumnKind:
        if not self.filled:
            return ColumnKind.EMPTY
        seen = dict(self._seen)
        seen[ColumnKind.DECIMAL] += seen[ColumnKind.INTEGER] if seen[ColumnKind.DECIMAL] else 0
        best = max(seen, key=lambda kind: seen[kind])
        return best if seen[best] * 10 >= self._looked_at * 8 else ColumnKind.TEXT

    def _judge_dates(self, cells: Sequence[Cell]) -> None:
        for cell in {cell for cell in cells if isinstance(cell, str)}:
            if match := _DATE.fullmatch(cell.strip()):
                self._written_dates = self._written_dates or int(match[3]) > 0
                self._orders &= _possible_orders(match)

    def _judge_marks(self, cells: Sequence[Cell]) -> None:
        if len(self._marks) == len(DecimalMark):
            return
        for cell in {cell for cell in cells if isinstance(cell, str) and ("," in cell or "." in cell)}:
            if (match := _NUMBER.fullmatch(cell.strip())) and not _DATE.fullmatch(cell.strip()):
                self._marks.add(_mark_of(match[1]))

    def _order(self) -> DateOrder:
        if not self._orders:
            return DateOrder.MIXED
        return next(iter(self._orders)) if len(self._orders) == 1 else DateOrder.AMBIGUOUS

    def _mark(self, ambiguous_point: bool) -> DecimalMark:
        certain = self._marks & {DecimalMark.POINT, DecimalMark.COMMA}
        if len(certain) == 2:
            return DecimalMark.MIXED
        if certain:
            return next(iter(certain))
        if DecimalMark.AMBIGUOUS in self._marks:
            return DecimalMark.AMBIGUOUS
        if DecimalMark.MIXED in self._marks:  # only "1.234" and its like
            return DecimalMark.AMBIGUOUS if ambiguous_point else DecimalMark.POINT
        return DecimalMark.NONE


def judge_batch(judges: list[ColumnJudge], rows: Sequence[Sequence[Cell]]) -> None:
    """Gives a batch of rows to the judges; new columns get one without a header."""
    for index, cells in enumerate(zip_longest(*rows)):
        if index >= len(judges):
            judges.append(ColumnJudge(""))
        judges[index].add(cells)


def _kind_of(cell: Cell) -> ColumnKind:
    match cell:
        case bool():
            return ColumnKind.FLAG
        case date():
            return ColumnKind.DATE
        case int():
            return ColumnKind.INTEGER
        case str():
            text = cell.strip()
            return next((kind for kind, fits in _TEXT_TESTS if fits(text)), ColumnKind.TEXT)
        case _:
            return ColumnKind.DECIMAL


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text) or _COMPACT_DATE.fullmatch(text))


def _is_integer(text: str) -> bool:
    """Digits that are no telephone number."""
    return bool(re.fullmatch(r"[-+]?\d{1,18}", text)) and not _BARE_PHONE.fullmatch(text)


def _is_decimal(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and ("." in text or "," in text or len(text) < 7)


def _is_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text)) and sum(map(str.isdigit, text)) >= 7


_TEXT_TESTS: tuple[tuple[ColumnKind, Callable[[str], object]], ...] = (
    (ColumnKind.EMAIL, _EMAIL.fullmatch),
    (ColumnKind.DATE, _is_date),
    (ColumnKind.INTEGER, _is_integer),
    (ColumnKind.DECIMAL, _is_decimal),
    (ColumnKind.PHONE, _is_phone),
    (ColumnKind.FLAG, lambda text: text.lower() in _FLAGS),
)


def _possible_orders(match: re.Match[str]) -> set[DateOrder]:
    """The orders in which the three numbers are a day, a month and a year."""
    first, sign, second, third = match[1], match[2], match[3], match[4]
    a, b, c = int(first), int(second), int(third)
    if b == 0:  # Outlook's 0/0/00 for "none" proves nothing
        return set(_ORDERS)
    if sign == "年" or len(first) >= 3:
        return {DateOrder.YMD}
    orders = set()
    if len(third) <= 2 and 1 <= b <= 12 and 1 <= c <= 31:
        orders.add(DateOrder.YMD)
    if 1 <= a <= 31 and 1 <= b <= 12:
        orders.add(DateOrder.DMY)
    if 1 <= a <= 12 and 1 <= b <= 31 and not (sign == "." and len(third) == 4):
        orders.add(DateOrder.MDY)
    return orders


def _mark_of(number: str) -> DecimalMark:
    """What one number proves. AMBIGUOUS: 1,234; MIXED stands for 1.234 alone, which is a decimal in most
    files.
    """
    comma, point = number.rfind(","), number.rfind(".")
    if comma >= 0 and point >= 0:
        return DecimalMark.COMMA if comma > point else DecimalMark.POINT
    sign, at = (",", comma) if comma >= 0 else (".", point)
    one, other = (
        (DecimalMark.COMMA, DecimalMark.POINT) if sign == "," else (DecimalMark.POINT, DecimalMark.COMMA)
    )
    if number.count(sign) > 1:
        return other
    digits_before, digits_after = number[:at].strip(), number[at + 1 :].strip()
    if len(digits_after) != 3 or len(digits_before) > 3 or digits_before in ("", "0"):
        return one
    return DecimalMark.AMBIGUOUS if sign == "," else DecimalMark.MIXED
