"""The growing delay after failed sign-ins: a courtesy against people at the keyboard, kept across restarts.

Whoever holds the files can guess without this program. The time that passes is measured by the computer's uptime
where it can be, so that setting the clock changes nothing; after a restart by the wall clock, and a clock that went
back starts the wait anew, which never makes it longer than the delay.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.clock import Clock
from cims_desktop.domain.errors import OfficeFault, SignInRefused
from cims_desktop.domain.users import User
from cims_desktop.security.slots import folded
from cims_desktop.services.acting import Acting
from cims_desktop.storage import attempts, offices
from cims_desktop.storage.attempts import Attempts, Stamp, Tally

FREE, FREE_OF_OFFICE = 3, 12
"""Failures in a row that cost nothing: of one sign-in name, and of all names together."""

LONGEST: Final = 900.0
_MOST_TOLD: Final = 50
COUNTED: Final = frozenset({"wrong_name_or_password", "wrong_code", "wrong_recovery_code"})
"""Refusals that are guesses; "disabled" and "code_needed" come after the right password."""

Steady = Callable[[], tuple[str, float]]
"""Which start of the computer this is ("" when it does not say), and the seconds since."""


@dataclass(frozen=True)
class FailedSignIns:
    """Failures with one sign-in name that the journal does not know yet; `name` is its salted hash."""

    name: str
    times: tuple[datetime, ...]


def uptime() -> tuple[str, float]:
    """This computer's start and the seconds since; sleeping counts where the system counts it."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        boot = ""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return boot, time.clock_gettime(time.CLOCK_BOOTTIME)
    return boot, time.monotonic()


def delay_after(failures: int, free: int = FREE) -> float:
    """Seconds to wait after so many failures in a row: 0, 0, 0, 1, 2, 4 ... up to `LONGEST`."""
    return 0.0 if failures <= free else min(LONGEST, 2.0 ** min(failures - free - 1, 20))


class Throttle:
    """Counts failed sign-ins of one office and makes the next wait. What its file can't do stops nobody."""

    def __init__(self, file: Path, clock: Clock, steady: Steady = uptime) -> None:
        self._file = file
        self._clock = clock
        self._steady = steady

    @contextlib.contextmanager
    def attempt(self, sign_in_name: str) -> Iterator[None]:
        """Around the proving of a password or code: refuses while there is a wait, and counts a wrong one.

        Raises SignInRefused(wait, seconds, failures).
        """
        self.require_free(sign_in_name)
        try:
            yield
        except SignInRefused as refusal:
            if refusal.code in COUNTED:
                self.failed(sign_in_name)
            raise

    def require_free(self, sign_in_name: str) -> None:
        """Raises SignInRefused(wait) with the whole seconds that are left for this name."""
        known = attempts.read(self._file)
        if known.stamp is None:
            return
        now = self._stamp()
        current = _aged(known, now)
        if _clock_is_new(known.stamp, now):
            self._update(lambda there: replace(_aged(there, now), stamp=now))
        tallies = (current.names.get(_key(known.salt, sign_in_name), Tally()), current.office)
        longest = max(tallies, key=lambda tally: tally.left)
        if longest.left > 0:
            raise SignInRefused("wait", seconds=max(1, math.ceil(longest.left)), failures=longest.count)

    def failed(self, sign_in_name: str) -> None:
        """Counts a failure of this name and of the office."""
        now = self._stamp()

        def change(known: Attempts) -> Attempts:
            salted = known if known.salt else attempts.parse(attempts.serialise(known))
            current = replace(_aged(salted, now), stamp=now)
            key = _key(current.salt, sign_in_name)
            count = current.names.get(key, Tally()).count + 1
            office = current.office.count + 1
            counted = attempts.with_name(current, key, Tally(count, delay_after(count)))
            counted = replace(counted, office=Tally(office, delay_after(office, FREE_OF_OFFICE)))
            return attempts.noted(counted, key, now.wall)

        self._update(change)

    def pending(self) -> tuple[FailedSignIns, ...]:
        """Failures that the journal does not know yet, by name, the earliest first."""
        found: dict[str, list[datetime]] = {}
        for name, wall in attempts.read(self._file).failed:
            with contextlib.suppress(OverflowError, ValueError, OSError):
                found.setdefault(name, []).append(datetime.fromtimestamp(wall, UTC))
        return tuple(FailedSignIns(name, tuple(times)) for name, times in found.items())

    def is_of(self, failures: FailedSignIns, sign_in_name: str) -> bool:
        """Whether these failures were with this sign-in name."""
        return failures.name == _key(attempts.read(self._file).salt, sign_in_name)

    def succeeded(self, sign_in_name: str) -> None:
        """Forgets this name's failures, and what the journal has now.

        The other names' counts stay: whoever has a password of his own could try others' for ever otherwise.
        """
        known = attempts.read(self._file)
        if known == Attempts():
            return
        now = self._stamp()

        def change(there: Attempts) -> Attempts:
            key = _key(there.salt, sign_in_name)
            names = {name: one for name, one in _aged(there, now).names.items() if name != key}
            later = there.failed[len(known.failed) :]  # another program may have counted one meanwhile
            return replace(there, stamp=now, office=Tally(), names=names, failed=later, dropped=0)

        self._update(change)

    def _stamp(self) -> Stamp:
        boot, steady = self._steady()
        return Stamp(self._clock().timestamp(), boot, steady)

    def _update(self, change: Callable[[Attempts], Attempts]) -> None:
        with contextlib.suppress(OfficeFault):
            attempts.update(self._file, change)


def report_failures(acting: Acting, throttle: Throttle, by: User) -> None:
    """Writes the failures before this good sign-in into the journal, one act for each name, then forgets them.

    A name that is nobody's stays unknown: only its hash was kept. Who was named stands as the one who failed, because
    nobody else is known.
    """
    pending = throttle.pending()
    if pending:
        with acting.read() as connection:
            known = offices.users(connection)
    for failures in pending:
        named = next((one for one in known if throttle.is_of(failures, one.sign_in_name)), None)
        times = [at.isoformat(timespec="seconds") for at in failures.times]
        with acting.act(ActKind.SIGN_IN_FAILED, by=by) as act:
            act.by = named or replace(by, id=0)
            act.about(
                "user", named.id if named else None, what=named.sign_in_name if named else "",
                count=len(times), times=times[-_MOST_TOLD:],
            )  # fmt: skip
    throttle.succeeded(by.sign_in_name)


def _clock_is_new(then: Stamp, now: Stamp) -> bool:
    """Whether the time since `then` can't be told by the uptime: from here on it shall."""
    return now.boot != then.boot or now.steady < then.steady


def _aged(known: Attempts, now: Stamp) -> Attempts:
    """The waits as of now; none is longer than its count's delay, whatever the file says."""
    if known.stamp is None:
        return known
    if _clock_is_new(known.stamp, now):
        passed = max(0.0, now.wall - known.stamp.wall)
    else:
        passed = now.steady - known.stamp.steady
    names = {name: _shortened(one, passed, FREE) for name, one in known.names.items()}
    return replace(known, office=_shortened(known.office, passed, FREE_OF_OFFICE), names=names)


def _shortened(tally: Tally, passed: float, free: int) -> Tally:
    left = min(tally.left, delay_after(tally.count, free)) - passed
    return replace(tally, left=max(0.0, left))


def _key(salt: str, sign_in_name: str) -> str:
    return hashlib.sha256(f"{salt}\0{folded(sign_in_name)}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
