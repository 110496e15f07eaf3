"""The time is injected, so that tests and imports can set it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present instant, timezone-aware, in UTC."""


def system_clock() -> datetime:
    """The computer's clock, in UTC."""
    return datetime.now(UTC)
