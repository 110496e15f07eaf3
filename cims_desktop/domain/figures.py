"""Results that the dashboard, the reports and their Excel sheets share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cims_desktop.domain.audit import ActivityRow
from cims_desktop.domain.dates import Month
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.domain.timeline import FollowUp


@dataclass(frozen=True)
class Figure:
    """A headline figure against the period before; `trend` oldest first. None where there is too little data."""

    value: float | None
    before: float | None
    trend: tuple[float, ...] = ()


@dataclass(frozen=True)
class MonthSales:
    """Sales of one month in minor units: `revenue` is sales less refunds, `refunds` is positive."""

    month: Month
    orders: int
    revenue: int
    refunds: int
    customers: int


@dataclass(frozen=True)
class NamedSales:
    """Sales under a name (product, category, customer): thousandths sold, orders, revenue in minor units."""

    name: str
    orders: int
    quantity: int
    revenue: int
    number: str = ""
    customer_id: int | None = None


@dataclass(frozen=True)
class SatisfactionSplit:
    """CSAT answers of a period: counts of scores 1..5, mean of the scores (None without answers)."""

    counts: tuple[int, int, int, int, int]
    mean: float | None

    @property
    def replies(self) -> int:
        """How many answers there are."""
        return sum(self.counts)


@dataclass(frozen=True)
class Dashboard:
    """Everything on the dashboard.

    `active_customers`: customers with a purchase in the last 365 days, against a month ago.
    `sales_this_month`: minor units, this month to date, against the same days of last month.
    `satisfaction`: mean CSAT (1..5) of the last 90 days, against the 90 days before.
    `repeat_rate`: share (0..1) of the last 365 days' customers who bought at least twice in them, against 90 days ago.
    `other_currencies`: ISO codes of purchases that are kept apart, not summed.
    """

    today: date
    currency: str
    customers: int
    active_customers: Figure
    sales_this_month: Figure
    satisfaction: Figure
    repeat_rate: Figure
    sales: tuple[MonthSales, ...]
    split: SatisfactionSplit
    follow_ups: tuple[FollowUp, ...]
    follow_ups_due: int
    activity: tuple[ActivityRow, ...]
    other_currencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedResponse:
    """A survey response with its customer's name, for lists."""

    response: SurveyResponse
    customer_name: str
    customer_number: str


@dataclass(frozen=True)
class MetricOverview:
    """One metric over a period. `score`: NPS −100..100, CSAT mean 1..5, CES mean 1..7; None without answers."""

    metric: Metric
    replies: int
    score: float | None
    counts: tuple[tuple[int, int], ...]
    by_month: tuple[tuple[Month, float | None, int], ...]


@dataclass(frozen=True)
class SatisfactionOverview:
    """The satisfaction page: one overview per metric and the newest answers."""

    since: date
    until: date
    metrics: tuple[MetricOverview, ...]
    newest: tuple[NamedResponse, ...]


@dataclass(frozen=True)
class SalesReport:
    """The monthly sales report between two months, both included; money in minor units of `currency`.

    `buyers` are the different customers with a sale in the whole period (months can't be added up).
    """

    office: str
    currency: str
    first: Month
    last: Month
    months: tuple[MonthSales, ...]
    categories: tuple[NamedSales, ...]
    products: tuple[NamedSales, ...]
    customers: tuple[NamedSales, ...]
    other_currencies: tuple[str, ...] = ()
    buyers: int | None = None

    @property
    def revenue(self) -> int:
        """Sales less refunds of the whole period, minor units."""
        return sum(month.revenue for month in self.months)
