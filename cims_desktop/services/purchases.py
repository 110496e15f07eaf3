"""Purchases and refunds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.masking import masked
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.purchases import Purchase, check_purchase, priced, refund_for
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.reach import require_changeable, require_reach
from cims_desktop.storage import sales
from cims_desktop.storage.engine import Connection


class Purchases:
    """Use cases of the Purchases tab."""

    def __init__(self, acting: Acting, currency: str) -> None:
        self._acting = acting
        self._currency = currency

    @requires(Permission.VIEW_CUSTOMERS)
    def of_customer(self, customer_id: int, *, by: User, limit: int = 200) -> tuple[Purchase, ...]:
        """A customer's purchases and refunds with lines, newest first."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            found = sales.purchases_of(connection, customer_id, limit)
        return tuple(masked(one, by.sight()) for one in found)

    @requires(Permission.VIEW_CUSTOMERS)
    def get(self, purchase_id: int, *, by: User) -> Purchase:
        """One purchase with its lines. Raises NotFound."""
        with self._acting.read() as connection:
            return masked(_seen(connection, purchase_id, by), by.sight())

    @requires(Permission.VIEW_CUSTOMERS)
    def refunded(self, purchase_id: int, *, by: User) -> dict[int, int]:
        """Thousandths already refunded, by the position of the original line."""
        with self._acting.read() as connection:
            return _refunded(connection, _seen(connection, purchase_id, by))

    @requires(Permission.RECORD_PURCHASES)
    def record(self, purchase: Purchase, *, by: User) -> Changes:
        """Stores a sale; amounts and total are computed here. The customer's figures follow. Raises Invalid."""
        ready = priced(replace(purchase, currency=purchase.currency or self._currency, refund_of=None))
        if problems := check_purchase(ready, self._acting.today()):
            raise Invalid(problems)
        if any(line.quantity < 0 for line in ready.lines):
            raise Invalid((Problem("lines", "refund_from_purchase"),))
        return self._store(replace(ready, sold_by=ready.sold_by or by.id), ActKind.RECORD, by)

    @requires(Permission.REFUND_PURCHASES)
    def refund(self, purchase_id: int, quantities: dict[int, int], *, by: User) -> Changes:
        """Pays back thousandths of lines (by position), at most what was bought. Raises Invalid."""
        with self._acting.act(ActKind.REFUND, by=by) as act:
            original = sales.get_purchase(act.connection, purchase_id)
            require_changeable(act.connection, Permission.REFUND_PURCHASES, original.customer_id, by=by)
            if original.is_refund:
                raise Invalid((Problem("lines", "is_a_refund"),))
            before = _refunded(act.connection, original)
            refund, problems = refund_for(original, quantities, before, self._acting.today())
            if refund is None:
                raise Invalid(problems)
            record = sales.insert_purchase(act.connection, replace(refund, sold_by=by.id), act.now, by.id)
            if all(
                line.quantity <= before.get(i, 0) + quantities.get(i, 0)
                for i, line in enumerate(original.lines)
            ):
                sales.mark_refunded(act.connection, purchase_id)
                act.compared(
                    "purchase", purchase_id, original, sales.get_purchase(act.connection, purchase_id)
                )
            act.made("purchase", record, sales.get_purchase(act.connection, record))
            act.about("purchase", record, original.customer_id, what=original.number, amount=refund.total,
                currency=refund.currency,
            )  # fmt: skip
        return Changes(
            customers=frozenset({original.customer_id}),
            purchases=frozenset({purchase_id, record}),
            act=act.id,
        )

    def _store(self, ready: Purchase, kind: ActKind, by: User) -> Changes:
        with self._acting.act(kind, by=by) as act:
            require_changeable(act.connection, Permission.RECORD_PURCHASES, ready.customer_id, by=by)
            record = sales.insert_purchase(act.connection, ready, act.now, by.id)
            number = ready.number or f"P{record:06d}"
            act.about(
                "purchase",
                record,
                ready.customer_id,
                what=number,
                amount=ready.total,
                currency=ready.currency,
            )
            act.made("purchase", record, sales.get_purchase(act.connection, record))
        return Changes(customers=frozenset({ready.customer_id}), purchases=frozenset({record}), act=act.id)


def _seen(connection: Connection, purchase_id: int, by: User) -> Purchase:
    found = sales.get_purchase(connection, purchase_id)
    require_reach(connection, Permission.VIEW_CUSTOMERS, (found.customer_id,), by=by)
    return found


def _refunded(connection: Connection, original: Purchase) -> dict[int, int]:
    """What the refunds of `original` paid back, matched to its lines by product, description and price."""
    assert original.id is not None
    given: Counter[tuple[int | None, str, int]] = Counter()
    for refund in sales.refunds_of(connection, original.id):
        for line in refund.lines:
            given[(line.product_id, line.description, line.unit_price)] += -line.quantity
    found: dict[int, int] = {}
    for index, line in enumerate(original.lines):
        key = (line.product_id, line.description, line.unit_price)
        taken = min(line.quantity, given[key])
        if taken > 0:
            found[index] = taken
            given[key] -= taken
    return found
