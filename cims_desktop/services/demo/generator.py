"""The whole made-up office as streams of domain values, without a database."""

from __future__ import annotations

from cims_desktop.domain.purchases import Product
from cims_desktop.services.demo.customers.records import CustomerMaker
from cims_desktop.services.demo.history.interactions import Conversations
from cims_desktop.services.demo.history.population import make_population
from cims_desktop.services.demo.history.purchases import catalogue
from cims_desktop.services.demo.history.sales import SalesHistory
from cims_desktop.services.demo.history.totals import totals_of
from cims_desktop.services.demo.plan import DemoPlan


class MadeUpOffice:
    """Streams that can be read any number of times: `customers`, `sales`, `conversations`, and the `products`.

    Memory is about 300 bytes per customer and one month of sales, whatever the number of purchases.
    """

    def __init__(self, plan: DemoPlan) -> None:
        self.plan = plan
        self.population = make_population(plan)
        self.sales = SalesHistory(self.population)
        self.totals = totals_of(self.sales)
        self.conversations = Conversations(self.population)
        self.customers = CustomerMaker(self.population, self.totals, self.conversations.follow_ups)

    @property
    def products(self) -> tuple[Product, ...]:
        """The catalogue, with the ids that purchase lines refer to."""
        return catalogue(self.plan, self.sales.prices.today)
