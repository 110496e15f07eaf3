"""Makes a demo office: an ordinary encrypted office file that is full of made-up customers."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cims_desktop.domain.clock import system_clock
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.progress import Task
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.demo.activity import write_activity
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.demo.loading import Loading
from cims_desktop.services.demo.plan import (
    PURCHASES_PER_CUSTOMER,
    TAKEN_OVER_DAYS,
    TIME_ZONE,
    DemoPlan,
    Staff,
)
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice

DEMO_CUSTOMERS: Final = 12_480
_NAMES: Final = {
    "en": ("Riverside", "Mei Chen", "Lin Wang"),
    "zh_CN": ("河畔客户管理", "陈梅", "王琳"),
}
_SECOND_SIGN_IN: Final = "front.desk"


@dataclass(frozen=True)
class DemoOffice:
    """A finished demo office: where it is, how to sign in (both users have this password), and what is in it."""

    path: Path
    sign_in_name: str
    password: str
    customers: int
    purchases: int


def make_demo(
    path: Path,
    *,
    customers: int = DEMO_CUSTOMERS,
    purchases: int | None = None,
    seed: int = 1,
    language: str = "en",
    today: date | None = None,
    sign_in_name: str = "mei.chen",
    password: str | None = None,
    office_name: str = "",
    currency: str = "CNY",
    interactions: float = 2.5,
    closed_sundays: bool = False,
    entrance: Entrance | None = None,
    task: Task | None = None,
) -> DemoOffice:
    """Makes the office at `path`; nothing is left when it fails or is cancelled.

    Equal arguments (with `today`) give equal data, whatever the path; with `today` the data ends at half past
    four of that day, else now. `purchases` defaults to eight per customer; refunds come on top of them.
    `entrance` replaces the way in, for tests. Raises Invalid (password, names), OfficeFault (exists, disk_full ...),
    Cancelled and ValueError (numbers below 0).
    """
    names = _NAMES["zh_CN" if language.startswith("zh") else "en"]
    count = PURCHASES_PER_CUSTOMER * customers if purchases is None else purchases
    plan = DemoPlan(
        customers, count, seed, _ending(today), language, currency,
        interactions=interactions, closed_sundays=closed_sundays,
    )  # fmt: skip
    profile = OfficeProfile(
        office_name or names[0], currency, language=language, time_zone=plan.time_zone, demo=True
    )
    secret = password or secrets.token_urlsafe(12)
    # Founded before its history by its own clock, so that the journal is in the order of time.
    founded = plan.instant(-TAKEN_OVER_DAYS, 0)
    way_in = (entrance or Entrance()).at(lambda: founded)
    office = way_in.create(path, profile, sign_in_name=sign_in_name, display_name=names[1], password=secret)
    try:
        office.users.add(_SECOND_SIGN_IN, names[2], READY_ROLES[RoleName.FRONT_DESK], secret, by=office.user)
        count = _fill(office, plan, task or Task())
    except BaseException:
        office.close()
        for file in _files(office.path):
            file.unlink(missing_ok=True)
        raise
    office.close()
    return DemoOffice(office.path, sign_in_name, secret, customers, count)


def _fill(office: OpenOffice, plan: DemoPlan, task: Task) -> int:
    if not plan.customers:
        return 0
    task.step("planning", 0)
    staff = tuple(Staff(user.id, user.display_name) for user in office.users.listing(by=office.user))
    made = MadeUpOffice(replace(plan, staff=staff, number_pattern=office.profile.number_pattern))
    count = Loading(office.acting.database, made, task).run()
    write_activity(office, made)
    return count


def _ending(today: date | None) -> datetime:
    """The instant after which nothing happens, in whole minutes."""
    if today is None:
        return system_clock().replace(second=0, microsecond=0)
    return datetime.combine(today, time(16, 30), ZoneInfo(TIME_ZONE)).astimezone(UTC)


def _files(path: Path) -> Iterator[Path]:
    """The office's file and what stands beside it under its name (WAL, keys and their lock)."""
    keys = path.with_suffix(".keys")
    yield from (path, keys, keys.with_name(keys.name + ".lock"))
    yield from (path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))
