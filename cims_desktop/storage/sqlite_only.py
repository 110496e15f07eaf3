"""The statements outside the engine that only SQLite understands; another engine needs its own in their place.

Everything else of the records is SQLAlchemy Core. (The search index, pragmas and scratch files are SQLite's by
nature; bulk loading uses plain INSERTs in the driver's own style of parameters.)
"""

from __future__ import annotations

import sqlalchemy as sa

# Several columns from one subquery: one reading of a customer's purchases instead of four, when all are computed.
_RECOMPUTE_PURCHASES = """
UPDATE customer SET
 prior_purchase = (SELECT p.purchased_on FROM purchase p WHERE p.customer_id = customer.id AND p.total >= 0
   AND p.refund_of IS NULL AND p.currency = (SELECT currency FROM office)
   ORDER BY p.purchased_on DESC LIMIT 1 OFFSET 1),
 (purchases, total_spent, first_purchase, last_purchase) =
 (SELECT coalesce(sum(p.total >= 0 AND p.refund_of IS NULL), 0), coalesce(sum(p.total), 0),
         min(CASE WHEN p.total >= 0 AND p.refund_of IS NULL THEN p.purchased_on END),
         max(CASE WHEN p.total >= 0 AND p.refund_of IS NULL THEN p.purchased_on END)
  FROM purchase p WHERE p.customer_id = customer.id AND p.currency = (SELECT currency FROM office))
"""


def recompute_purchases(connection: sa.Connection) -> None:
    """All customers' purchase figures, as `summaries.customer_purchases` defines them for one."""
    connection.exec_driver_sql(_RECOMPUTE_PURCHASES)


def next_id(connection: sa.Connection, table: str) -> int:
    """The first id that a table has never used; only the transaction that asks may take it."""
    row = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).first()
    return int(row[0]) + 1 if row else 1
