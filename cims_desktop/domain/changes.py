"""What a use case changed: every screen decides from it whether to reload."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changes:
    """Ids touched per noun; `everything` after an import, when lists of ids would be useless.

    `act` is the journal's id.
    """

    customers: frozenset[int] = field(default_factory=frozenset)
    purchases: frozenset[int] = field(default_factory=frozenset)
    products: frozenset[int] = field(default_factory=frozenset)
    interactions: frozenset[int] = field(default_factory=frozenset)
    responses: frozenset[int] = field(default_factory=frozenset)
    office: bool = False
    everything: bool = False
    act: int | None = None

    def __bool__(self) -> bool:
        return (
            self.everything
            or self.office
            or any((self.customers, self.purchases, self.products, self.interactions, self.responses))
        )

    def touches_customer(self, customer_id: int) -> bool:
        """Whether what is shown of this customer may be stale."""
        return self.everything or customer_id in self.customers
