"""Products, purchases with lines, and refunds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.money import LARGEST_MINOR, line_amount

LONGEST_TEXT = 500
LARGEST_QUANTITY = 1_000_000_000  # thousandths: one million pieces


class PurchaseState(StrEnum):
    """COMPLETED: counted. REFUNDED: a sale that was wholly paid back by linked refunds."""

    COMPLETED = "completed"
    REFUNDED = "refunded"


class SalesChannel(StrEnum):
    """Where the purchase was made; imports may keep other words as text."""

    SHOP = "shop"
    ONLINE = "online"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True)
class Product:
    """An article of the catalogue; `price` in minor units of the office's currency."""

    name: str
    sku: str = ""
    category: str = ""
    price: int = 0
    active: bool = True
    id: int | None = None
    version: int = 0


@dataclass(frozen=True)
class PurchaseLine:
    """One line: `quantity` in thousandths, `unit_price` and `amount` in minor units of the purchase's currency."""

    description: str
    quantity: int = 1000
    unit_price: int = 0
    amount: int = 0
    product_id: int | None = None
    id: int | None = None


@dataclass(frozen=True)
class Purchase:
    """A sale, or (with `refund_of`) a refund whose quantities and amounts are negative."""

    customer_id: int
    purchased_on: date
    currency: str
    lines: tuple[PurchaseLine, ...] = field(default_factory=tuple)
    number: str = ""
    external_ref: str = ""
    purchased_at: datetime | None = None
    channel: str = SalesChannel.SHOP
    sold_by: int | None = None
    state: PurchaseState = PurchaseState.COMPLETED
    total: int = 0
    refund_of: int | None = None
    note: str = ""
    id: int | None = None
    version: int = 0

    @property
    def is_refund(self) -> bool:
        """Whether money went back to the customer."""
        return self.refund_of is not None or self.total < 0


def priced(purchase: Purchase) -> Purchase:
    """The purchase with every line's amount and the total computed from quantity and unit price."""
    lines = tuple(
        replace(line, amount=line_amount(line.quantity, line.unit_price)) for line in purchase.lines
    )
    return replace(purchase, lines=lines, total=sum(line.amount for line in lines))


def check_purchase(purchase: Purchase, today: date) -> tuple[Problem, ...]:
    """What forbids saving the purchase; line fields are named ``lines.N.field``."""
    problems = []
    if not purchase.lines:
        problems.append(Problem("lines", "required"))
    if purchase.purchased_on > today:
        problems.append(Problem("purchased_on", "in_future", purchase.purchased_on.isoformat()))
    if purchase.purchased_on.year < 1900:
        problems.append(Problem("purchased_on", "too_early", purchase.purchased_on.isoformat()))
    for index, line in enumerate(purchase.lines):
        where = f"lines.{index}."
        if not line.description.strip():
            problems.append(Problem(where + "description", "required"))
        if len(line.description) > LONGEST_TEXT:
            problems.append(Problem(where + "description", "too_long", "", {"limit": LONGEST_TEXT}))
        if line.quantity == 0 or abs(line.quantity) > LARGEST_QUANTITY:
            problems.append(Problem(where + "quantity", "out_of_range", str(line.quantity / 1000)))
        if line.unit_price < 0 or line.unit_price > LARGEST_MINOR or abs(line.amount) > LARGEST_MINOR:
            problems.append(Problem(where + "unit_price", "out_of_range"))
    return tuple(problems)


def check_product(product: Product) -> tuple[Problem, ...]:
    """What forbids saving the product."""
    problems = []
    if not product.name.strip():
        problems.append(Problem("name", "required"))
    problems.extend(
        Problem(name, "too_long", "", {"limit": LONGEST_TEXT})
        for name in ("name", "sku", "category")
        if len(getattr(product, name)) > LONGEST_TEXT
    )
    if not 0 <= product.price <= LARGEST_MINOR:
        problems.append(Problem("price", "out_of_range"))
    return tuple(problems)


def refund_for(
    original: Purchase, quantities: dict[int, int], refunded: dict[int, int], today: date
) -> tuple[Purchase | None, tuple[Problem, ...]]:
    """A refund of `original`: `quantities` and `refunded` map a line's position to thousandths (now, and before).

    More than was bought can't be refunded. Returns the negative purchase, or the problems.
    """
    problems, lines = [], []
    for index, line in enumerate(original.lines):
        wanted = quantities.get(index, 0)
        if wanted == 0:
            continue
        left = line.quantity - refunded.get(index, 0)
        if wanted < 0 or wanted > left:
            problems.append(Problem(f"lines.{index}.quantity", "more_than_bought", "", {"left": left / 1000}))
        lines.append(replace(line, id=None, quantity=-wanted))
    if not lines:
        problems.append(Problem("lines", "required"))
    if problems:
        return None, tuple(problems)
    refund = replace(
        original, id=None, version=0, number="", external_ref="", purchased_on=today, purchased_at=None,
        lines=tuple(lines), refund_of=original.id, state=PurchaseState.COMPLETED,
    )  # fmt: skip
    return priced(refund), ()
