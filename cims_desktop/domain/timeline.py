"""What the timeline and the follow-up list show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.interactions import Direction, InteractionKind
from cims_desktop.domain.satisfaction import Metric


class EntryKind(StrEnum):
    """Where a timeline entry comes from."""

    INTERACTION = "interaction"
    PURCHASE = "purchase"
    RESPONSE = "response"


@dataclass(frozen=True)
class TimelineEntry:
    """One line of a customer's timeline, newest first. `amount` in minor units of `currency`."""

    kind: EntryKind
    record: int
    happened_at: datetime
    title: str = ""
    text: str = ""
    by_name: str = ""
    interaction: InteractionKind | None = None
    direction: Direction = Direction.NONE
    metric: Metric | None = None
    score: int | None = None
    amount: int | None = None
    currency: str = ""
    refund: bool = False
    pinned: bool = False


@dataclass(frozen=True)
class FollowUp:
    """A customer whose next contact is due (or planned); `text` is the newest interaction's."""

    customer_id: int
    number: str
    name: str
    phone: str
    tier: Tier
    next_contact: date
    text: str = ""
