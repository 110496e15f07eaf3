"""Purchases: rows find their customer and product, and become the lines of purchases by their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cims_desktop.domain.customers import Customer, prepared
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import PurchaseLineRecord
from cims_desktop.domain.progress import Task
from cims_desktop.domain.purchases import Product
from cims_desktop.exchange.applying import RowProblems
from cims_desktop.exchange.values import text_of
from cims_desktop.services.importing.customer_rows import entry_of_new
from cims_desktop.services.importing.keys import key_hash, strong_keys
from cims_desktop.services.importing.linking import link_refunds
from cims_desktop.services.importing.matching import Matcher
from cims_desktop.services.importing.payloads import Created
from cims_desktop.services.importing.plan import MatchKey
from cims_desktop.services.importing.products import ProductBook
from cims_desktop.services.importing.rows import CHUNK, Refused, Row, column_of, refused
from cims_desktop.services.importing.sale_lines import Office, SaleLine, line_of, reference_of
from cims_desktop.services.importing.stage import Stage
from cims_desktop.storage import import_sales
from cims_desktop.storage.staged_sales import StagedLine, StagedPurchase
from cims_desktop.storage.staging import KeyTable

_Keys = tuple[str, str]
"""A customer's number and external id as a row gives them."""

_KNOWN = 0
"""What stands for a purchase that the office has already."""


class _Fit:
    """A row that is right in itself, with its customer."""

    def __init__(self, row: Row, record: PurchaseLineRecord, line: SaleLine) -> None:
        self.row = row
        self.record = record
        self.line = line
        self.customer = 0
        self.reference = record.purchase_number
        self.mark = 0


class PurchaseStager:
    """Stages the rows of a purchase file.

    Rows with one number (of one customer, in one currency) are one purchase; a row without number is one by itself.
    A purchase of which any row is refused is refused as a whole: half of it would be a wrong total.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._plan = stage.plan
        self._keys = KeyTable(stage.file)
        self._matcher = Matcher(stage.acting, (MatchKey.NUMBER, MatchKey.EXTERNAL_ID), self._keys)
        self._office = Office(stage.currency, stage.acting.time_zone, stage.acting.today())
        with stage.acting.read() as connection:
            self.book = ProductBook(import_sales.catalogue(connection))
        self._entries = 0
        self._purchases = 0
        self._spoilt: set[str] = set()

    def take(self, rows: Sequence[Row], spoilt: Sequence[Refused]) -> None:
        """Judges and stages the next rows; the numbers of `spoilt` rows are remembered."""
        for _place, problems in spoilt:
            self._spoil(self._number_in(problems))
        fit = [each for row in rows if (each := self._judge(row)) is not None]
        with self._stage.file.batch():
            self._stage_lines(self._with_customers(fit))
            self._matcher.store()

    def complete(self, task: Task) -> None:
        """Refuses the rest of incomplete purchases, links refunds to sales, and counts."""
        stage = self._stage
        stage.sales.refuse_numbers(sorted(self._spoilt))
        stage.sales.complete()
        self._refuse_incomplete(task)
        link_refunds(stage, task)
        stage.sales.drop_unused_customers()
        purchases, lines = stage.sales.counts()
        stage.tally.created += lines
        stage.tally.records["purchases"] = purchases
        stage.tally.records["customers"] = stage.entries.pending()
        stage.products = [(ref, self.book.product(ref)) for ref in stage.sales.new_products()]
        stage.tally.records["products"] = len(stage.products)

    def _judge(self, row: Row) -> _Fit | None:
        record = row.record
        assert isinstance(record, PurchaseLineRecord)
        line, problems = line_of(record, self._office)
        if line is None:
            self._refuse(row, record, problems)
            return None
        return _Fit(row, record, line)

    def _refuse(self, row: Row, record: PurchaseLineRecord, problems: Sequence[Problem]) -> None:
        named = [replace(one, field=column_of(self._plan.mapping, one.field)) for one in problems]
        self._stage.refusals.refuse(row.place, refused(row, *named))
        self._spoil(record.purchase_number)

    def _spoil(self, number: str) -> None:
        if number:
            self._spoilt.add(number)

    def _number_in(self, problems: RowProblems) -> str:
        """The purchase number in the cells of a row that became no record."""
        at = next(
            (each.column for each in self._plan.mapping.columns if each.field == "purchase_number"), None
        )
        return text_of(problems.cells[at]) if at is not None and at < len(problems.cells) else ""

    def _with_customers(self, fit: Sequence[_Fit]) -> list[_Fit]:
        """The rows whose customer is known or may be made."""
        wanted = {_keys_of(each.record): each.record for each in fit}
        self._matcher.prepare(strong_keys(*keys) for keys in wanted)
        refs: dict[_Keys, int] = {}
        problems: dict[_Keys, Problem] = {}
        for keys, record in wanted.items():
            match = self._matcher.find(strong_keys(*keys))
            problem = match.problem or (None if match.ref else self._unknown(keys, record))
            if problem is not None:
                problems[keys] = problem
            else:
                refs[keys] = match.ref or self._make_customer(keys, record)
        found = []
        for each in fit:
            keys = _keys_of(each.record)
            if keys in problems:
                self._refuse(each.row, each.record, [problems[keys]])
            else:
                each.customer = refs[keys]
                found.append(each)
        return found

    def _unknown(self, keys: _Keys, record: PurchaseLineRecord) -> Problem | None:
        """Why a customer whom nobody knows can't be made, if so."""
        number, external_id = keys
        if not number and not external_id:
            return Problem("customer_name", "customer_by_name", record.customer_name[:80])
        if self._plan.create_customers:
            return None
        field = "customer_number" if number else "customer_external_id"
        return Problem(field, "customer_unknown", number or external_id)

    def _make_customer(self, keys: _Keys, record: PurchaseLineRecord) -> int:
        number, external_id = keys
        name = record.customer_name or f"{self._plan.customer_word} {number or external_id}"
        customer, _ = prepared(Customer(name, number=number, external_id=external_id), self._stage.country)
        self._entries += 1
        self._matcher.learn(-self._entries, strong_keys(number, external_id))
        self._stage.entries.write([entry_of_new(self._entries, Created(customer))])
        return -self._entries

    def _stage_lines(self, fit: Sequence[_Fit]) -> None:
        self._refer(fit)
        staged = self._keys.find(list({each.mark for each in fit}))
        fresh = sorted({each.reference for each in fit if each.mark not in staged})
        with self._stage.acting.read() as connection:
            stored = import_sales.known_references(connection, fresh)
        purchases: list[StagedPurchase] = []
        lines: list[StagedLine] = []
        made: dict[int, int] = {}
        for each in fit:
            ordinal = staged.get(each.mark)
            if ordinal is None:
                ordinal = _KNOWN
                if (each.reference, each.customer) not in stored:
                    self._purchases += 1
                    ordinal = self._purchases
                    purchases.append(self._purchase(ordinal, each))
                staged[each.mark] = made[each.mark] = ordinal
            if ordinal == _KNOWN:
                self._stage.tally.unchanged += 1
            else:
                lines.append(self._line(ordinal, each))
        self._keys.put(made)
        self._stage.sales.write(purchases, lines)

    def _refer(self, fit: Sequence[_Fit]) -> None:
        """Gives every row the reference and the mark by which its purchase is known."""
        nameless = [each for each in fit if not each.record.purchase_number]
        counted = {id(each): key_hash("row", reference_of(each.record, each.line, 0)) for each in nameless}
        repeats = self._keys.find(list(set(counted.values())))
        for each in nameless:
            again = repeats.get(counted[id(each)], 0)
            repeats[counted[id(each)]] = again + 1
            each.reference = reference_of(each.record, each.line, again)
        self._keys.put({mark: repeats[mark] for mark in counted.values()})
        for each in fit:
            each.mark = key_hash("sale", f"{each.customer}\x1f{each.reference}\x1f{each.line.currency}")

    def _purchase(self, ordinal: int, each: _Fit) -> StagedPurchase:
        line, number, prefix = each.line, each.record.purchase_number, self._plan.mapping.cancel_prefix
        cancels = number.removeprefix(prefix) if prefix and number.startswith(prefix) else ""
        return StagedPurchase(
            ordinal, each.customer, number, each.reference, line.day.isoformat(), line.moment, line.channel,
            line.currency, cancels, each.row.place,
        )  # fmt: skip

    def _line(self, ordinal: int, each: _Fit) -> StagedLine:
        record, line = each.record, each.line
        product = self._product(record, line)
        known = self.book.product(product).name if product else self._plan.line_word
        description = record.product_name or known
        return StagedLine(
            each.row.place, ordinal, product or None, description, line.quantity, line.unit_price, line.amount,
            record.row, record.sheet,
        )  # fmt: skip

    def _product(self, record: PurchaseLineRecord, line: SaleLine) -> int:
        sku, name = record.product_sku, record.product_name
        if not sku and not name:
            return 0
        price = line.unit_price if line.currency == self._stage.currency else 0
        return self.book.find(sku, name) or self.book.add(Product(name or sku, sku, record.category, price))

    def _refuse_incomplete(self, task: Task) -> None:
        after = -1
        while page := self._stage.sales.refused_lines(after, CHUNK):
            task.step("check", self._stage.tally.read)
            for place, row, sheet in page:
                problem = Problem(column_of(self._plan.mapping, "purchase_number"), "purchase_incomplete")
                self._stage.refusals.refuse(place, RowProblems(row, (problem,), (), sheet))
            after = page[-1][0]


def _keys_of(record: PurchaseLineRecord) -> _Keys:
    return record.customer_number, record.customer_external_id
