"""What an office decides once for all its desks: locking, passwords, backups, keeping."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from cims_desktop.domain.errors import Problem

SHORTEST_PASSWORD = 12
LONGEST_IDLE_MINUTES = 480


@dataclass(frozen=True)
class OfficePolicy:
    """`idle_minutes` until a window locks (0: never), `least_password` characters, `require_code` a second factor.

    Of backups: every how many days (0: only by hand), and how many are kept of the newest of each day, week, month and
    year. `log_views` writes down who opened whose record.
    """

    idle_minutes: int = 10
    least_password: int = SHORTEST_PASSWORD
    require_code: bool = False
    log_views: bool = True
    backup_days: int = 1
    keep_daily: int = 7
    keep_weekly: int = 5
    keep_monthly: int = 12
    keep_yearly: int = 7

    def as_text(self) -> str:
        """The form that stands in the office's row."""
        return json.dumps(asdict(self), sort_keys=True)


_LIMITS = {
    "idle_minutes": (0, LONGEST_IDLE_MINUTES),
    "least_password": (SHORTEST_PASSWORD, 64),
    "backup_days": (0, 31),
    "keep_daily": (1, 60),
    "keep_weekly": (0, 60),
    "keep_monthly": (0, 120),
    "keep_yearly": (0, 50),
}


def policy_from(text: str) -> OfficePolicy:
    """The policy of `OfficePolicy.as_text`; what is missing, unknown or out of range is as in a new office."""
    try:
        given = json.loads(text) if text else {}
    except ValueError:
        given = {}
    default = OfficePolicy()
    found: dict[str, Any] = {}
    for one in fields(OfficePolicy):
        value = given.get(one.name) if isinstance(given, dict) else None
        if type(value) is type(getattr(default, one.name)):
            found[one.name] = value
    policy = OfficePolicy(**found)
    return policy if not policy_problems(policy) else default


def policy_problems(policy: OfficePolicy) -> tuple[Problem, ...]:
    """Which numbers are out of range. Code: out_of_range; params: low, high."""
    return tuple(
        Problem(name, "out_of_range", str(getattr(policy, name)), {"low": low, "high": high})
        for name, (low, high) in _LIMITS.items()
        if not low <= getattr(policy, name) <= high
    )
