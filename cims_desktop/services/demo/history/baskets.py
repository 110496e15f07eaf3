"""What is in a basket: articles, quantities and prices, for many purchases at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cims_desktop.domain.money import minor_digits
from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.history.population import Population
from cims_desktop.services.demo.history.seasons import is_promotion
from cims_desktop.services.demo.lists.products import ARTICLES, CATEGORIES
from cims_desktop.services.demo.plan import DemoPlan

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from cims_desktop.services.demo.draws import Flags, Floats, Integers

    Amounts: TypeAlias = NDArray[numpy.floating[Any]]

_LINE_COUNTS: Final = (0.38, 0.28, 0.17, 0.09, 0.05, 0.03)
_STRIDE: Final = 256  # more than there are articles
_SHELF: Final = len(ARTICLES) // len(CATEGORIES)
# What one yuan is worth, roughly: prices must be believable, not exact.
_YUAN: Final = {
    "CNY": 1.0, "USD": 0.16, "EUR": 0.15, "GBP": 0.13, "HKD": 1.2, "TWD": 4.5, "JPY": 20.0, "SGD": 0.2, "AUD": 0.24,
    "CAD": 0.22, "CHF": 0.14, "KRW": 190.0, "INR": 12.0,
}  # fmt: skip


@dataclass(frozen=True)
class Lines:
    """All lines of some purchases: `start` is where each purchase's lines begin; quantities in thousandths."""

    start: Integers
    product: Integers
    quantity: Integers
    price: Integers
    amount: Integers


class PriceList:
    """Prices in minor units of the plan's currency: today's, and what they were in earlier years."""

    def __init__(self, plan: DemoPlan) -> None:
        import numpy

        factor = _YUAN.get(plan.currency, 0.16) * 10.0 ** (minor_digits(plan.currency) - 2)
        list_prices: Floats = numpy.array(
            [article.price * factor for article in ARTICLES], dtype=numpy.float64
        )
        years = plan.today.year - plan.first_day.year
        table = [rounded(list_prices * 0.97**ago) for ago in range(years, -1, -1)]
        self.by_year: Integers = numpy.stack(table)
        self.popularity: Floats = 0.4 + Draws(plan.seed, 3).uniform(len(ARTICLES))
        self.popularity *= numpy.array([article.price for article in ARTICLES]) ** -0.4
        self.by_weight: Flags = numpy.array([article.by_weight for article in ARTICLES])
        days = [plan.day(number) for number in range(plan.last_day + 1)]
        self.year_of: Integers = numpy.array([day.year - plan.first_day.year for day in days])
        self.promotion: Flags = numpy.array([is_promotion(day) for day in days])

    @property
    def today(self) -> list[int]:
        """The present price of each article."""
        prices: list[int] = self.by_year[-1].tolist()
        return prices


def rounded(prices: Amounts) -> Integers:
    """Prices as shops write them: whole units from 100 up, else tenths (in hundredths of a unit)."""
    import numpy

    step = numpy.where(prices >= 10_000, 100, 10)
    found: Integers = numpy.maximum((prices / step + 0.5).astype("int64") * step, 10)
    return found


def fill_baskets(
    draws: Draws, population: Population, prices: PriceList, customer: Integers, day: Integers
) -> Lines:
    """The lines of purchases made by `customer` (indexes) on `day`; a purchase never holds an article twice."""
    import numpy

    count = draws.weighted(_LINE_COUNTS, len(customer)) + 1
    owner = numpy.repeat(numpy.arange(len(customer)), count)
    product = _products(draws, population, prices, customer[owner])
    product = _distinct(owner, product)
    quantity = _quantities(draws, population.organisation[customer[owner]], prices.by_weight[product])
    price = prices.by_year[prices.year_of[day[owner]], product]
    price = numpy.where(prices.promotion[day[owner]], rounded(price * 0.9), price)
    return Lines(
        start=numpy.cumsum(count) - count,
        product=product,
        quantity=quantity,
        price=price,
        amount=(quantity * price + 500) // 1000,
    )


def _products(draws: Draws, population: Population, prices: PriceList, customer: Integers) -> Integers:
    """Half of what people buy comes from their favourite shelf."""
    import numpy

    shelves = prices.popularity.reshape(len(CATEGORIES), _SHELF)
    ladders = numpy.cumsum(shelves / shelves.sum(axis=1, keepdims=True), axis=1)
    anywhere = draws.weighted(prices.popularity, len(customer))
    favourite = population.favourite[customer]
    place = (draws.uniform(len(customer))[:, None] >= ladders[favourite]).sum(axis=1)
    at_favourite = favourite * _SHELF + numpy.minimum(place, _SHELF - 1)
    return numpy.where(draws.uniform(len(customer)) < 0.5, at_favourite, anywhere)


def _distinct(owner: Integers, product: Integers) -> Integers:
    """Moves an article that is twice in a basket to the next one; lines come out sorted by article."""
    import numpy

    keys = numpy.sort(owner * _STRIDE + product)
    while True:
        twice = numpy.flatnonzero(keys[1:] == keys[:-1]) + 1
        if not len(twice):
            return keys % _STRIDE
        following = (keys[twice] % _STRIDE + 1) % len(ARTICLES)
        keys[twice] = keys[twice] // _STRIDE * _STRIDE + following
        keys.sort()


def _quantities(draws: Draws, organisation: Flags, by_weight: Flags) -> Integers:
    import numpy

    size = len(organisation)
    pieces = draws.weighted((0.8, 0.14, 0.06), size) + 1
    many = draws.weighted((4, 4, 3, 2, 2, 1, 1, 1), size) + 1
    weight = numpy.array([250, 500, 1000, 125])[draws.weighted((5, 3, 1, 1), size)]
    return numpy.where(by_weight, weight, numpy.where(organisation, many, pieces) * 1000)
