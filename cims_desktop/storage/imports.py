"""What an import asks of the office and writes into it: matches by key, bulk inserts, the ledger of runs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind
from cims_desktop.domain.search_text import FIELD_MARK, VALUE_MARK, fold, tokens
from cims_desktop.storage import search_index
from cims_desktop.storage.customer_batches import batches
from cims_desktop.storage.customer_rows import (
    ADDRESS_COLUMNS,
    CONTACT_COLUMNS,
    CUSTOMER_COLUMNS,
    NUMBER,
    insert_statement,
)
from cims_desktop.storage.sqlite_only import next_id
from cims_desktop.storage.tables.base import to_milliseconds
from cims_desktop.storage.tables.customers import contact_point, customer, customer_tag, tag
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.work import import_run

T = TypeVar("T")

APPLYING, DONE, UNDOING, UNDONE = "applying", "done", "undoing", "undone"
"""The states of a run; the first and third are unfinished business."""

_STAMPED = ("created_at", "created_by", "updated_at", "updated_by", "version", "import_run_id")
_NEW_CUSTOMER = insert_statement(
    "customer", ("id", *CUSTOMER_COLUMNS, "purchases", "total_spent", "hidden", *_STAMPED)
)
_NEW_CONTACT = insert_statement("contact_point", ("customer_id", "position", *CONTACT_COLUMNS))
_NEW_ADDRESS = insert_statement("address", ("customer_id", "position", *ADDRESS_COLUMNS))


@dataclass(frozen=True)
class Stamp:
    """What every record of a run carries."""

    run: int
    now: datetime
    user_id: int

    def values(self, created: int | None = None) -> tuple[Any, ...]:
        """The values of `_STAMPED`; `created` in milliseconds where the file knows it."""
        now = to_milliseconds(self.now)
        return (now if created is None else created, self.user_id, now, self.user_id, 1, self.run)


@dataclass(frozen=True)
class ImportRun:
    """One line of the ledger. `counts` by word, e.g. created."""

    id: int
    kind: str
    file_name: str
    state: str
    started_at: datetime
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Holder:
    """A stored customer that holds a looked-up key."""

    id: int
    number: str
    external_id: str
    hidden: int


def holders_of(connection: sa.Connection, key: str, values: Sequence[str]) -> dict[str, list[Holder]]:
    """Customers by the values of a key: number, external_id, email or phone (normal forms), also those in the bin."""
    who = (customer.c.id, customer.c.number, customer.c.external_id, customer.c.hidden)
    if key in ("number", "external_id"):
        column: sa.Column[Any] = customer.c[key]
        query = sa.select(column.label("value"), *who)
    else:
        column = contact_point.c.normal
        kinds = PHONE_KINDS if key == "phone" else {ContactKind.EMAIL}
        query = (
            sa.select(column.label("value"), *who)
            .join(customer, customer.c.id == contact_point.c.customer_id)
            .where(contact_point.c.kind.in_(sorted(kinds)), contact_point.c.invalid.is_(False))
        )
    found: defaultdict[str, list[Holder]] = defaultdict(list)
    for part in batches(values):
        for row in connection.execute(query.where(column.in_(part))):
            holder = Holder(row.id, row.number, row.external_id, row.hidden)
            if holder not in found[row.value]:
                found[row.value].append(holder)
    return dict(found)


def take_numbers(connection: sa.Connection, count: int, taken: Callable[[list[str]], set[str]]) -> list[str]:
    """The next `count` free customer numbers by the office's pattern; `taken` says which the file itself uses."""
    pattern, counter = connection.execute(sa.select(office.c.number_pattern, office.c.next_number)).one()
    numbers: list[str] = []
    while len(numbers) < count:
        wanted = [pattern.format(counter + index) for index in range(count - len(numbers))]
        counter += len(wanted)
        used = set(holders_of(connection, "number", wanted)) | taken(wanted)
        numbers += [number for number in wanted if number not in used]
    if count:
        connection.execute(sa.update(office).values(next_number=counter))
    return numbers


@dataclass(frozen=True)
class ReadyCustomer:
    """A customer to insert: `row` in the order of `CUSTOMER_COLUMNS`, children likewise, content without number."""

    row: list[Any]
    contacts: list[list[Any]]
    addresses: list[list[Any]]
    tags: list[str]
    created: int | None
    content: str
    tokens: str


def insert_customers(
    connection: sa.Connection, new: Sequence[ReadyCustomer], numbers: list[str], stamp: Stamp
) -> int:
    """Inserts customers with children and search entries; those without a number take theirs from `numbers`.

    Returns the id of the first; the others follow it one by one.
    """
    first = next_id(connection, "customer")
    rows, contacts, addresses, entries = [], [], [], []
    for key, one in enumerate(new, first):
        content, words = one.content, one.tokens
        row = one.row
        if not row[NUMBER]:
            row[NUMBER] = numbers.pop(0)
        content, words = _with_number(content, words, row[NUMBER])
        rows.append((key, *row, 0, 0, 0, *stamp.values(one.created)))
        contacts += [(key, position, *point) for position, point in enumerate(one.contacts)]
        addresses += [(key, position, *place) for position, place in enumerate(one.addresses)]
        entries.append((key, content, words))
    for statement, values in ((_NEW_CUSTOMER, rows), (_NEW_CONTACT, contacts), (_NEW_ADDRESS, addresses)):
        if values:
            connection.exec_driver_sql(statement, values)
    search_index.put_ready(connection, entries)
    add_tags(connection, [(key, name) for key, one in enumerate(new, first) for name in one.tags])
    return first


def _with_number(content: str, words: str, number: str) -> tuple[str, str]:
    """The searchable text and its tokens with the customer's number, which is known only when it lands."""
    folded = fold(number).strip()
    fields = content.split(FIELD_MARK)
    fields[1] = folded + VALUE_MARK + fields[1] if fields[1] else folded
    return FIELD_MARK.join(fields), f"{words} {tokens(folded)}"


def add_tags(connection: sa.Connection, tagged: Sequence[tuple[int, str]]) -> None:
    """Gives customers tags they do not have yet: (customer id, tag's name)."""
    names = sorted({name for _, name in tagged})
    if not names:
        return
    known: dict[str, int] = {}
    for part in batches(names):
        known |= {row.name: row.id for row in connection.execute(sa.select(tag).where(tag.c.name.in_(part)))}
    for name in names:
        if name not in known:
            known[name] = _inserted(connection, sa.insert(tag).values(name=name))
    have = {
        (row.customer_id, row.tag_id)
        for part in batches(sorted({key for key, _ in tagged}))
        for row in connection.execute(sa.select(customer_tag).where(customer_tag.c.customer_id.in_(part)))
    }
    wanted = dict.fromkeys((key, known[name]) for key, name in tagged)
    rows = [pair for pair in wanted if pair not in have]
    if rows:
        connection.exec_driver_sql(insert_statement("customer_tag", ("customer_id", "tag_id")), rows)


def begin(
    connection: sa.Connection, kind: str, file_name: str, digest: str, mapping: str, stamp: Stamp
) -> int:
    """Opens a run in the ledger; returns its id."""
    values = {
        "kind": kind, "file_name": file_name[:500], "file_digest": digest, "mapping": mapping, "state": APPLYING,
        "counts": "", "started_at": stamp.now, "user_id": stamp.user_id,
    }  # fmt: skip
    return _inserted(connection, sa.insert(import_run).values(**values))


def _inserted(connection: sa.Connection, statement: sa.Insert) -> int:
    return int((connection.execute(statement).inserted_primary_key or (0,))[0])


def set_state(
    connection: sa.Connection, run: int, state: str, now: datetime, counts: Mapping[str, int] | None = None
) -> None:
    """Moves a run on; `counts` replaces what the ledger says about it."""
    values: dict[str, Any] = {"state": state, "ended_at": now}
    if counts is not None:
        values["counts"] = json.dumps(dict(counts))
    connection.execute(sa.update(import_run).where(import_run.c.id == run).values(**values))


def runs(connection: sa.Connection, states: Iterable[str] = (), limit: int = 200) -> list[ImportRun]:
    """The newest runs, of all states or these."""
    query = sa.select(import_run).order_by(import_run.c.id.desc()).limit(limit)
    if wanted := tuple(states):
        query = query.where(import_run.c.state.in_(wanted))
    return [_run(row) for row in connection.execute(query)]


def run(connection: sa.Connection, run_id: int) -> ImportRun | None:
    """One run of the ledger."""
    row = connection.execute(sa.select(import_run).where(import_run.c.id == run_id)).first()
    return None if row is None else _run(row)


def _run(row: sa.Row[Any]) -> ImportRun:
    counts = json.loads(row.counts) if row.counts else {}
    return ImportRun(row.id, row.kind, row.file_name, row.state, row.started_at, counts)
