"""Grandfather, father, son: which backups stay, whatever their moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cims_desktop.domain.backups import BackupEntry, BackupReason, EntryState
from cims_desktop.domain.dates import office_day
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.services.backups.pruning import prunable
from cims_desktop.services.backups.retention import GRACE, kept

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 21, 4, tzinfo=UTC)
moments = st.lists(
    st.integers(0, 12 * 365 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)), max_size=80
)
policies = st.builds(
    OfficePolicy,
    keep_daily=st.integers(1, 10),
    keep_weekly=st.integers(0, 6),
    keep_monthly=st.integers(0, 14),
    keep_yearly=st.integers(0, 8),
)


def most(policy: OfficePolicy) -> int:
    return policy.keep_daily + policy.keep_weekly + policy.keep_monthly + policy.keep_yearly


@given(moments, policies)
def test_the_newest_stays_and_no_more_than_the_policy_says(
    made: list[datetime], policy: OfficePolicy
) -> None:
    stay = kept(made, policy, ZONE, NOW)

    assert stay <= set(made)
    assert not made or max(made) in stay
    assert len([one for one in stay if NOW - one > GRACE]) <= most(policy)
    assert {one for one in made if NOW - one <= GRACE} <= stay


@given(moments, policies)
def test_each_of_the_last_days_with_a_backup_keeps_its_newest(
    made: list[datetime], policy: OfficePolicy
) -> None:
    by_day: dict[object, datetime] = {}
    for one in sorted(made):
        by_day[office_day(one, ZONE)] = one

    newest_days = sorted(by_day.values())[-policy.keep_daily :]

    assert set(newest_days) <= kept(made, policy, ZONE, NOW)


@given(moments, policies)
@settings(max_examples=40)
def test_pruning_after_every_backup_keeps_what_pruning_once_keeps(
    made: list[datetime], policy: OfficePolicy
) -> None:
    left: set[datetime] = set()
    for one in sorted(made):
        left = kept(left | {one}, policy, ZONE, one)
    left = kept(left, policy, ZONE, NOW)

    assert left == kept(made, policy, ZONE, NOW)


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    made = [NOW - timedelta(days=day) for day in range(365)]

    stay = sorted(kept(made, OfficePolicy(), ZONE, NOW), reverse=True)

    ages = [(NOW - one).days for one in stay]
    assert ages[:8] == [0, 1, 2, 3, 4, 5, 6, 13]
    assert len(ages) == 7 + 3 + 11  # this week, this month and last December are among those before


archives = st.lists(
    st.tuples(st.integers(0, 3000), st.sampled_from(["verified", "failed", "unknown"])),
    max_size=40,
    unique_by=lambda one: one[0],
)


@given(archives, policies)
def test_the_newest_verified_one_is_never_pruned(made: list[tuple[int, str]], policy: OfficePolicy) -> None:
    found = [(Path(f"{hours}.cimsbak"), NOW - timedelta(hours=hours)) for hours, _state in made]
    entries = [
        BackupEntry(
            number, NOW - timedelta(hours=hours), BackupReason.MANUAL, ".", f"{hours}.cimsbak", 1, "", 1,
            state=EntryState(state),
        )
        for number, (hours, state) in enumerate(made)
        if state != "unknown"
    ]  # fmt: skip
    entries.sort(key=lambda one: one.id, reverse=True)  # the ledger's order, whatever the dates say

    gone = {path.name for path in prunable(found, entries, policy, ZONE, NOW)}

    verified = [one for one in entries if one.state is EntryState.VERIFIED]
    if verified:
        assert verified[0].file_name not in gone
        assert max(verified, key=lambda one: one.made_at).file_name not in gone
