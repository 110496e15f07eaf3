"""Interactions: calls, visits, messages and notes on the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cims_desktop.domain.errors import Problem

LONGEST_SUBJECT = 500
LONGEST_TEXT = 1_000_000


class InteractionKind(StrEnum):
    """What happened between the office and the customer."""

    CALL = "call"
    VISIT = "visit"
    EMAIL = "email"
    MESSAGE = "message"
    MEETING = "meeting"
    COMPLAINT = "complaint"
    NOTE = "note"


class Direction(StrEnum):
    """Who began it."""

    NONE = ""
    INBOUND = "in"
    OUTBOUND = "out"


@dataclass(frozen=True)
class Interaction:
    """One entry of the timeline; `occurred_at` is UTC, `next_contact` an office date (kept on the customer)."""

    customer_id: int
    kind: InteractionKind
    occurred_at: datetime
    text: str = ""
    subject: str = ""
    outcome: str = ""
    direction: Direction = Direction.NONE
    by_id: int | None = None
    by_name: str = ""
    pinned: bool = False
    next_contact: date | None = None
    id: int | None = None
    version: int = 0


def check_interaction(interaction: Interaction) -> tuple[Problem, ...]:
    """What forbids saving it: a note needs text; nothing is longer than its limit."""
    problems = []
    if interaction.kind is InteractionKind.NOTE and not (
        interaction.text.strip() or interaction.subject.strip()
    ):
        problems.append(Problem("text", "required"))
    if len(interaction.subject) > LONGEST_SUBJECT:
        problems.append(Problem("subject", "too_long", "", {"limit": LONGEST_SUBJECT}))
    if len(interaction.text) > LONGEST_TEXT:
        problems.append(Problem("text", "too_long", "", {"limit": LONGEST_TEXT}))
    return tuple(problems)
