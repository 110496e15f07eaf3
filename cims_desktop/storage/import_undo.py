"""Takes a run's records out of the office again, a few at a time, and says which somebody has used since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.audit import FieldChange
from cims_desktop.storage import search_index, summaries
from cims_desktop.storage.customer_batches import batches
from cims_desktop.storage.tables.customers import address, contact_point, customer, customer_tag, tag
from cims_desktop.storage.tables.history import consent, interaction, preference, survey_response, task
from cims_desktop.storage.tables.sales import product, purchase, purchase_line, summary_day
from cims_desktop.storage.tables.work import act, attachment, change, import_run, secret_value

PART, UNDONE_PART = "import_part", "import_undone"
"""`act.table_name` of the acts that hold an import's before-values, and of those that set them back; their
`record` is the run. They are parts of one import: the activity list shows only the act of the whole."""

_USES = (
    purchase.c.customer_id, interaction.c.customer_id, survey_response.c.customer_id, task.c.customer_id,
    preference.c.customer_id, consent.c.customer_id, secret_value.c.customer_id, attachment.c.customer_id,
    customer.c.merged_into,
)  # fmt: skip
_OWN_CHILDREN = (contact_point, address, customer_tag)


@dataclass(frozen=True)
class Created:
    """A record that a run made, to be taken out: `used` when somebody changed or used it since."""

    id: int
    name: str
    used: bool


def created_customers(connection: sa.Connection, run: int, after: int, limit: int) -> list[Created]:
    """The next customers that the run made, by id."""
    used = sa.or_(
        *(sa.exists().where(column == customer.c.id).correlate(customer) for column in _uses_of(customer)),
    )
    return _created(connection, customer, customer.c.number, used, run, after, limit)


def created_refunds(connection: sa.Connection, run: int, after: int, limit: int) -> list[Created]:
    """The next refunds of a known sale that the run made, by id."""
    return _purchases(connection, run, after, limit, purchase.c.refund_of.is_not(None))


def created_purchases(connection: sa.Connection, run: int, after: int, limit: int) -> list[Created]:
    """The next other purchases that the run made, by id."""
    return _purchases(connection, run, after, limit, purchase.c.refund_of.is_(None))


def _purchases(
    connection: sa.Connection, run: int, after: int, limit: int, linked: sa.ColumnElement[bool]
) -> list[Created]:
    later = purchase.alias("later")
    used = sa.or_(
        sa.exists().where(later.c.refund_of == purchase.c.id),
        sa.exists().where(survey_response.c.purchase_id == purchase.c.id),
    )
    return _created(connection, purchase, purchase.c.number, used, run, after, limit, linked)


def created_products(connection: sa.Connection, run: int, after: int, limit: int) -> list[Created]:
    """The next products that the run made, by id."""
    used = sa.exists().where(purchase_line.c.product_id == product.c.id)
    return _created(connection, product, product.c.name, used, run, after, limit)


def _uses_of(table: sa.Table) -> list[sa.Column[Any]]:
    """Columns of other records that point at a customer; a second customer merged into him counts as well."""
    merged = table.alias("merged").c.merged_into
    return [merged if column.table is table else column for column in _USES]


def _created(
    connection: sa.Connection, table: sa.Table, name: sa.Column[Any], used: sa.ColumnElement[bool], run: int,
    after: int, limit: int, *conditions: sa.ColumnElement[bool],
) -> list[Created]:  # fmt: skip
    started = sa.select(import_run.c.started_at).where(import_run.c.id == run).scalar_subquery()
    touched = sa.or_(table.c.version != 1, table.c.updated_at != started, used)
    rows = connection.execute(
        sa.select(table.c.id, name.label("name"), touched.label("used"))
        .where(table.c.import_run_id == run, table.c.id > after, *conditions)
        .order_by(table.c.id)
        .limit(limit)
    )
    return [Created(row.id, row.name, bool(row.used)) for row in rows]


def remove_customers(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Removes customers with their contact points, addresses, tags and search entries."""
    search_index.remove_many(connection, ids)
    for part in batches(ids):
        for child in _OWN_CHILDREN:
            connection.execute(sa.delete(child).where(child.c.customer_id.in_(part)))
        connection.execute(sa.delete(customer).where(customer.c.id.in_(part)))


def remove_tags(connection: sa.Connection, customer_id: int, names: Sequence[str]) -> None:
    """Takes tags off a customer."""
    wanted = sa.select(tag.c.id).where(tag.c.name.in_(names))
    connection.execute(
        sa.delete(customer_tag).where(
            customer_tag.c.customer_id == customer_id, customer_tag.c.tag_id.in_(wanted)
        )
    )


def remove_products(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Removes products."""
    for part in batches(ids):
        connection.execute(sa.delete(product).where(product.c.id.in_(part)))


def remove_purchases(connection: sa.Connection, ids: Sequence[int]) -> set[int]:
    """Removes purchases with their lines and takes them off the day sums; returns whose figures are stale now."""
    customers: set[int] = set()
    for part in batches(ids):
        days: dict[Any, tuple[int, int, int]] = {}
        for row in connection.execute(sa.select(purchase).where(purchase.c.id.in_(part))):
            customers.add(row.customer_id)
            orders, revenue, refunds = days.get((row.purchased_on, row.currency), (0, 0, 0))
            back = row.total < 0 or row.refund_of is not None
            days[row.purchased_on, row.currency] = (
                orders - (not back), revenue - row.total, refunds + (row.total if back else 0),
            )  # fmt: skip
        summaries.add_days(connection, days)
        if days:
            summaries.forget_buyers(connection, min(day for day, _ in days))
        connection.execute(sa.delete(purchase_line).where(purchase_line.c.purchase_id.in_(part)))
        connection.execute(sa.delete(purchase).where(purchase.c.id.in_(part)))
    return customers


def drop_empty_days(connection: sa.Connection) -> None:
    """Removes day sums that say nothing any more."""
    connection.execute(
        sa.delete(summary_day).where(
            summary_day.c.orders == 0, summary_day.c.revenue == 0, summary_day.c.refunds == 0
        )
    )


def refigure(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Computes these customers' purchase figures anew; ids that are gone are passed over."""
    for key in ids:
        summaries.customer_purchases(connection, key)


def changed_records(connection: sa.Connection, run: int, after: int, limit: int) -> list[tuple[str, int]]:
    """The next records that the run updated: (table, id), by id."""
    rows = connection.execute(
        sa.select(change.c.table_name, change.c.record)
        .join(act, act.c.id == change.c.act_id)
        .where(act.c.table_name == PART, act.c.record == run, change.c.record > after)
        .distinct()
        .order_by(change.c.record)
        .limit(limit)
    )
    return [(row.table_name, row.record) for row in rows]


def before_values(connection: sa.Connection, run: int, table: str, record: int) -> list[FieldChange]:
    """What the run changed of one record."""
    rows = connection.execute(
        sa.select(change)
        .join(act, act.c.id == change.c.act_id)
        .where(act.c.table_name == PART, act.c.record == run)
        .where(change.c.table_name == table, change.c.record == record)
        .order_by(change.c.id)
    )
    return [FieldChange(row.table_name, row.record, row.field, row.before, row.after) for row in rows]


def counts_of(connection: sa.Connection, run: int) -> int:
    """How many records the run made."""
    total = 0
    for table in (customer, product, purchase):
        query = sa.select(sa.func.count()).select_from(table).where(table.c.import_run_id == run)
        total += int(connection.execute(query).scalar_one())
    return total
