"""Products: recognised by SKU, else by name; made on the way when purchases name new ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import ProductRecord
from cims_desktop.domain.money import to_minor
from cims_desktop.domain.progress import Task
from cims_desktop.domain.purchases import Product, check_product
from cims_desktop.services.importing.plan import OnMatch
from cims_desktop.services.importing.rows import Refused, Row, column_of, refused
from cims_desktop.services.importing.stage import Stage
from cims_desktop.storage import import_sales


class ProductBook:
    """The catalogue of the office and what the file adds to it. Refs are ids, or minus an ordinal from 1."""

    def __init__(self, known: Iterable[Product]) -> None:
        self.new: list[Product] = []
        self._by_sku: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self.stored = {product.id: product for product in known if product.id is not None}
        for key, product in self.stored.items():
            self._index(product, key)

    def find(self, sku: str, name: str) -> int:
        """The ref of a product: by its SKU, without one by its name; 0 when it is unknown."""
        return self._by_sku.get(sku, 0) if sku else self._by_name.get(name.casefold(), 0)

    def add(self, product: Product) -> int:
        """Puts a new product down; returns its ref."""
        self.new.append(product)
        ref = -len(self.new)
        self._index(product, ref)
        return ref

    def product(self, ref: int) -> Product:
        """The product of a ref."""
        return self.stored[ref] if ref > 0 else self.new[-ref - 1]

    def change(self, ref: int, product: Product) -> None:
        """Puts down what a product of this file becomes."""
        self.new[-ref - 1] = product
        self._index(product, ref)

    def _index(self, product: Product, ref: int) -> None:
        if product.sku:
            self._by_sku.setdefault(product.sku, ref)
        if product.name:
            self._by_name.setdefault(product.name.casefold(), ref)


class ProductStager:
    """Stages the rows of a product file. Changed products become entries whose payload is the whole product."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        with stage.acting.read() as connection:
            self.book = ProductBook(import_sales.catalogue(connection))
        self._changed: dict[int, Product] = {}
        self._rows: dict[int, int] = {}

    def take(self, rows: Sequence[Row], spoilt: Sequence[Refused]) -> None:
        """Judges and matches the next rows."""
        for row in rows:
            record = row.record
            assert isinstance(record, ProductRecord)
            given, problems = self._read(record)
            if problems:
                mapping = self._stage.plan.mapping
                named = [replace(one, field=column_of(mapping, one.field)) for one in problems]
                self._stage.refusals.refuse(row.place, refused(row, *named))
            else:
                self._stage_one(given)

    def complete(self, task: Task) -> None:
        """Counts what became of the rows, and stages the changed products."""
        tally, entries = self._stage.tally, []
        for ordinal, (key, count) in enumerate(self._rows.items(), 1):
            product = self._changed.get(key)
            if product is None:
                tally.unchanged += count
            else:
                tally.updated += count
                entries.append((ordinal, key, 1, count, 0, product_text(product), "", ""))
        tally.created += len(self.book.new)
        tally.records["products"] = len(self.book.new)
        self._stage.entries.write(entries)
        self._stage.products = [(-at, product) for at, product in enumerate(self.book.new, 1)]

    def _read(self, record: ProductRecord) -> tuple[dict[str, Any], list[Problem]]:
        """The fields that the row fills."""
        given: dict[str, Any] = {"name": record.name, "sku": record.sku, "category": record.category}
        given = {name: text for name, text in given.items() if text}
        if record.price is not None:
            try:
                given["price"] = to_minor(record.price, self._stage.currency)
            except ValueError:
                return given, [Problem("price", "out_of_range", str(record.price)[:40])]
        return given, list(check_product(Product(**{"name": "", **given})))

    def _stage_one(self, given: dict[str, Any]) -> None:
        tally, on_match = self._stage.tally, self._stage.plan.on_match
        ref = self.book.find(given.get("sku", ""), given["name"])
        if ref == 0:
            self.book.add(Product(**given))
            return
        if on_match is OnMatch.SKIP:
            tally.skipped += 1
            return
        before = self._changed.get(ref) or self.book.product(ref)
        fill = on_match is OnMatch.FILL
        after = replace(before, **{k: v for k, v in given.items() if not fill or not getattr(before, k)})
        if ref < 0:
            tally.updated += after != before
            tally.unchanged += after == before
            self.book.change(ref, after)
            return
        self._rows[ref] = self._rows.get(ref, 0) + 1
        self._changed[ref] = after
        if after == self.book.stored[ref]:
            del self._changed[ref]


def product_text(product: Product) -> str:
    """A product as it is to become."""
    return json.dumps([product.name, product.sku, product.category, product.price])


def product_from(text: str, current: Product) -> Product:
    """`current` with the fields of `product_text`."""
    name, sku, category, price = json.loads(text)
    return replace(current, name=name, sku=sku, category=category, price=price)
