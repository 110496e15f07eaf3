"""What a customer prefers and has agreed to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

LONGEST_TEXT = 2000


class ConsentState(StrEnum):
    """UNKNOWN was never asked; opt-out wins over everything."""

    UNKNOWN = "unknown"
    GRANTED = "granted"
    REFUSED = "refused"


class ConsentChannel(StrEnum):
    """Through which channel the office may contact the customer for marketing."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    WECHAT = "wechat"
    POST = "post"


class PreferredTime(StrEnum):
    """When the customer likes to be reached."""

    NONE = ""
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    WEEKEND = "weekend"


@dataclass(frozen=True)
class Consent:
    """One consent for a purpose (marketing) and channel, with where and when it was given."""

    channel: ConsentChannel
    state: ConsentState
    purpose: str = "marketing"
    lawful_basis: str = "consent"
    source: str = ""
    given_on: date | None = None


@dataclass(frozen=True)
class ConsentEvent:
    """One word that a customer gave or took back: when, who wrote it down, and where it came from."""

    channel: ConsentChannel
    state: ConsentState
    purpose: str
    lawful_basis: str
    source: str
    happened_at: datetime
    by_name: str = ""


@dataclass(frozen=True)
class Preferences:
    """All preferences of one customer; `interests` are short free words, `pairs` free name–value pairs."""

    customer_id: int
    channel: str = ""
    time: PreferredTime = PreferredTime.NONE
    language: str = ""
    interests: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    consents: tuple[Consent, ...] = field(default_factory=tuple)
    version: int = 0

    def consent(self, channel: ConsentChannel) -> ConsentState:
        """What the customer said about marketing through `channel`."""
        return next((c.state for c in self.consents if c.channel is channel), ConsentState.UNKNOWN)
