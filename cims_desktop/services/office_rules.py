"""The office's rules: locking, passwords, backups, how long the bin keeps. For every desk, set by administrators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import OfficePolicy, policy_problems
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.storage import office_rules as stored

SHORTEST_RETENTION, LONGEST_RETENTION = 1, 3650


@dataclass(frozen=True)
class Rules:
    """`retention_days`: after so many days in the bin, a customer may be destroyed for good."""

    policy: OfficePolicy = field(default_factory=OfficePolicy)
    retention_days: int = 30


def rules_problems(rules: Rules) -> tuple[Problem, ...]:
    """Which numbers are out of range. Code: out_of_range; params: low, high."""
    low, high = SHORTEST_RETENTION, LONGEST_RETENTION
    wrong = not low <= rules.retention_days <= high
    shown = str(rules.retention_days)
    own = (Problem("retention_days", "out_of_range", shown, {"low": low, "high": high}),) if wrong else ()
    return policy_problems(rules.policy) + own


class OfficeRules:
    """Use cases around the rules."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def get(self, *, by: User) -> Rules:
        """What is in force."""
        with self._acting.read() as connection:
            return Rules(*stored.rules(connection))

    @requires(Permission.MANAGE_OFFICE)
    def save(self, rules: Rules, *, by: User) -> Changes:
        """Puts other rules in force. Raises Invalid."""
        if problems := rules_problems(rules):
            raise Invalid(problems)
        with self._acting.act(ActKind.SETTINGS, by=by) as act:
            before = Rules(*stored.rules(act.connection))
            stored.put_rules(act.connection, rules.policy, rules.retention_days)
            act.about("office", 1, what="rules")
            act.compared("office", 1, before.policy, rules.policy)
            act.compared("office", 1, before, rules, skip=frozenset({"policy"}))
        return Changes(office=True, act=act.id)

    @requires(Permission.MANAGE_USERS)
    def last_sign_ins(self, *, by: User) -> Mapping[int, datetime]:
        """When each user signed in last, by the user's id; who never did is left out."""
        with self._acting.read() as connection:
            return stored.last_sign_ins(connection)
