"""The part of an import's scratch file that holds purchases with their lines until they land."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cims_desktop.storage.staging import Row, ScratchFile


class StagedPurchase(NamedTuple):
    """A purchase to create. `customer` and `refund_of` are stored ids, or minus an ordinal of this import.

    `day` is an ISO date, `moment` milliseconds since 1970 UTC, `cancels` the number of the purchase that it takes
    back, `place` that of its first row in the file.
    """

    ordinal: int
    customer: int
    number: str
    external_ref: str
    day: str
    moment: int | None
    channel: str
    currency: str
    cancels: str
    place: int
    total: int = 0
    lines: int = 0
    refund_of: int | None = None
    state: str = "completed"
    refused: int = 0
    record: int | None = None


class StagedLine(NamedTuple):
    """A line of a staged purchase; `product` is a stored id, minus an ordinal, or None. Money in minor units."""

    place: int
    purchase: int
    product: int | None
    description: str
    quantity: int
    unit_price: int
    amount: int
    row: int
    sheet: str


_PURCHASE = ", ".join(StagedPurchase._fields)
_LANDED = {"customer": "coalesce(e.record, p.customer)", "refund_of": "coalesce(o.record, p.refund_of)"}
_LANDING = ", ".join(_LANDED.get(name, f"p.{name}") for name in StagedPurchase._fields)


class StagedSales:
    """Purchases and lines of one import, in the order of the file."""

    SCHEMA = (
        "CREATE TABLE purchase(ordinal INTEGER PRIMARY KEY, customer INTEGER NOT NULL, number TEXT NOT NULL,"
        " external_ref TEXT NOT NULL, day TEXT NOT NULL, moment INTEGER, channel TEXT NOT NULL,"
        " currency TEXT NOT NULL, cancels TEXT NOT NULL, place INTEGER NOT NULL, total INTEGER NOT NULL,"
        " lines INTEGER NOT NULL, refund_of INTEGER, state TEXT NOT NULL, refused INTEGER NOT NULL, record INTEGER)",
        "CREATE TABLE line(place INTEGER PRIMARY KEY, purchase INTEGER NOT NULL, product INTEGER,"
        " description TEXT NOT NULL, quantity INTEGER NOT NULL, unit_price INTEGER NOT NULL, amount INTEGER NOT NULL,"
        " row INTEGER NOT NULL, sheet TEXT NOT NULL)",
    )

    def __init__(self, file: ScratchFile) -> None:
        self._file = file

    def write(self, purchases: Sequence[StagedPurchase], lines: Sequence[StagedLine]) -> None:
        """Adds purchases and lines."""
        marks = ", ".join("?" * len(StagedPurchase._fields))
        self._file.many(f"INSERT INTO purchase VALUES({marks})", purchases)
        self._file.many("INSERT INTO line VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)

    def refuse_numbers(self, numbers: Iterable[str]) -> None:
        """Marks the purchases with these numbers, of which a row was refused: none of their lines may land."""
        self._file.execute("CREATE INDEX purchase_by_number ON purchase(number)")
        self._file.many("UPDATE purchase SET refused = 1 WHERE number = ?", [(one,) for one in numbers])

    def complete(self) -> None:
        """After the last line: counts and sums every purchase."""
        for statement in (
            "CREATE INDEX line_of_purchase ON line(purchase)",
            "CREATE INDEX purchase_of_customer ON purchase(customer, day)",
            "UPDATE purchase SET (total, lines) = (SELECT coalesce(sum(amount), 0), count(*) FROM line"
            " WHERE line.purchase = purchase.ordinal)",
        ):
            self._file.execute(statement)

    def refused_lines(self, after: int, limit: int) -> list[Row]:
        """The next lines whose purchase is refused: (place, row, sheet)."""
        return self._file.rows(
            "SELECT l.place, l.row, l.sheet FROM line l JOIN purchase p ON p.ordinal = l.purchase"
            " WHERE p.refused AND l.place > ? ORDER BY l.place LIMIT ?",
            (after, limit),
        )

    def drop_unused_customers(self) -> None:
        """Gives up customers whose purchases are all refused."""
        self._file.execute(
            "UPDATE entry SET pending = 0 WHERE target = 0 AND NOT EXISTS"
            " (SELECT 1 FROM purchase p WHERE p.customer = -entry.ordinal AND NOT p.refused)"
        )

    def new_products(self) -> list[int]:
        """The products of this import (minus their ordinals) that are on a line that lands."""
        rows = self._file.rows(
            "SELECT DISTINCT l.product FROM line l JOIN purchase p ON p.ordinal = l.purchase"
            " WHERE l.product < 0 AND NOT p.refused ORDER BY l.product DESC"
        )
        return [row[0] for row in rows]

    def counts(self) -> tuple[int, int]:
        """(purchases that land, their lines)."""
        found = self._file.one("SELECT count(*), coalesce(sum(lines), 0) FROM purchase WHERE NOT refused")
        return (int(found[0]), int(found[1])) if found else (0, 0)

    def negative(self, after: int, limit: int) -> list[StagedPurchase]:
        """The next purchases that give money back."""
        rows = self._file.rows(
            f"SELECT {_PURCHASE} FROM purchase WHERE total < 0 AND NOT refused AND ordinal > ?"  # noqa: S608 (no values)
            " ORDER BY ordinal LIMIT ?",
            (after, limit),
        )
        return [StagedPurchase(*row) for row in rows]

    def products_of(self, ordinal: int) -> list[tuple[int, int]]:
        """(product, quantity) of a purchase's lines that name a product."""
        statement = (
            "SELECT product, quantity FROM line WHERE purchase = ? AND product IS NOT NULL ORDER BY place"
        )
        return [(row[0], row[1]) for row in self._file.rows(statement, (ordinal,))]

    def numbered(self, customer: int, number: str) -> int | None:
        """The sale of this customer with this number in the file."""
        found = self._file.one(
            "SELECT ordinal FROM purchase WHERE customer = ? AND number = ? AND total >= 0 AND NOT refused LIMIT 1",
            (customer, number),
        )
        return found[0] if found else None

    def newest_with(self, customer: int, until: str, product: int, quantity: int, limit: int) -> list[int]:
        """This customer's newest sales in the file up to a day with at least `quantity` of a product."""
        rows = self._file.rows(
            "SELECT p.ordinal FROM purchase p WHERE p.customer = ? AND p.day <= ? AND p.total >= 0 AND NOT p.refused"
            " AND EXISTS (SELECT 1 FROM line l WHERE l.purchase = p.ordinal AND l.product = ? AND l.quantity >= ?)"
            " ORDER BY p.day DESC, p.ordinal DESC LIMIT ?",
            (customer, until, product, quantity, limit),
        )
        return [row[0] for row in rows]

    def link(self, links: Iterable[tuple[int, int]]) -> None:
        """Sets which sale a refund takes back: (refund_of, ordinal)."""
        self._file.many("UPDATE purchase SET refund_of = ? WHERE ordinal = ?", links)

    def settle(self) -> None:
        """Says of sales in the file that linked refunds paid all of them back."""
        self._file.execute(
            "UPDATE purchase SET state = 'refunded' WHERE total > 0 AND ordinal IN"
            " (SELECT -refund_of FROM purchase WHERE refund_of < 0)"
            " AND total + (SELECT sum(r.total) FROM purchase r WHERE r.refund_of = -purchase.ordinal) = 0"
        )

    def page(self, after: int, budget: int, *, refunds: bool) -> list[StagedPurchase]:
        """The next purchases to create with about `budget` lines in all; sales come before the linked refunds.

        `customer` and `refund_of` are the ids of what has landed already.
        """
        rows = self._file.rows(
            f"SELECT {_LANDING} FROM purchase p LEFT JOIN entry e ON e.ordinal = -p.customer"  # noqa: S608 (no values)
            " LEFT JOIN purchase o ON o.ordinal = -p.refund_of WHERE p.ordinal > ? AND NOT p.refused"
            f" AND p.refund_of IS {'NOT NULL' if refunds else 'NULL'} ORDER BY p.ordinal LIMIT ?",
            (after, budget),
        )
        found: list[StagedPurchase] = []
        lines = 0
        for purchase in map(StagedPurchase._make, rows):
            if found and lines + purchase.lines > budget:
                break
            found.append(purchase)
            lines += purchase.lines
        return found

    def lines_of(self, ordinals: Sequence[int]) -> Iterator[StagedLine]:
        """The lines of these purchases; those of one purchase in the order of the file."""
        statement = "SELECT l.* FROM line l WHERE l.purchase IN"
        yield from sorted(StagedLine._make(row) for row in self._file.where_in(statement, ordinals))

    def landed(self, records: Iterable[tuple[int, int]]) -> None:
        """Remembers the ids that created purchases got: (id, ordinal)."""
        self._file.many("UPDATE purchase SET record = ? WHERE ordinal = ?", records)
