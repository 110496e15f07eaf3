"""The product catalogue."""

from __future__ import annotations

from dataclasses import replace

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.purchases import Product, check_product
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.storage import sales
from cims_desktop.storage.engine import Connection


class Products:
    """Use cases of the Products page and the purchase form's completer."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def listing(self, text: str = "", *, by: User, include_inactive: bool = False) -> tuple[Product, ...]:
        """The catalogue, by category and name; `text` narrows down."""
        with self._acting.read() as connection:
            return sales.products(connection, text, inactive=include_inactive)

    @requires(Permission.VIEW_CUSTOMERS)
    def find(self, text: str, *, by: User, limit: int = 20) -> tuple[Product, ...]:
        """The first products that match what was typed."""
        with self._acting.read() as connection:
            return sales.products(connection, text, inactive=False, limit=limit)

    @requires(Permission.VIEW_CUSTOMERS)
    def categories(self, *, by: User) -> tuple[str, ...]:
        """All categories in use."""
        with self._acting.read() as connection:
            return sales.categories(connection)

    @requires(Permission.EDIT_PRODUCTS)
    def add(self, product: Product, *, by: User) -> Changes:
        """Stores a new product. Raises Invalid (an SKU is used once)."""
        with self._acting.act(ActKind.CREATE, by=by) as act:
            ready = _ready(act.connection, product)
            record = sales.insert_product(act.connection, ready, act.now, by.id)
            act.about("product", record, what=ready.name)
            act.made("product", record, ready)
        return Changes(products=frozenset({record}), act=act.id)

    @requires(Permission.EDIT_PRODUCTS)
    def amend(self, product: Product, *, by: User) -> Changes:
        """Stores a changed product; `active=False` retires it. Raises Invalid, StaleRecord."""
        assert product.id is not None
        with self._acting.act(ActKind.AMEND, by=by) as act:
            ready = _ready(act.connection, product)
            before = sales.get_product(act.connection, product.id)
            sales.update_product(act.connection, ready, act.now, by.id)
            act.about("product", product.id, what=ready.name)
            act.compared("product", product.id, before, ready, skip=frozenset({"version"}))
        return Changes(products=frozenset({product.id}), act=act.id)


def _ready(connection: Connection, product: Product) -> Product:
    ready = replace(
        product, name=product.name.strip(), sku=product.sku.strip(), category=product.category.strip()
    )
    problems = list(check_product(ready))
    if ready.sku:
        other = sales.product_of_sku(connection, ready.sku)
        if other is not None and other.id != ready.id:
            problems.append(Problem("sku", "taken", ready.sku))
    if problems:
        raise Invalid(problems)
    return ready
