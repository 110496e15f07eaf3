"""How many records one transaction takes, so that nobody waits long for the write lock."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONGEST = 0.05
"""Seconds that one transaction of large work should hold the write lock at most."""

_AIM = 0.035
_PAUSE = 0.003
_MOST = 4000


class Pace:
    """Measures transactions and sets the size of the next; leaves a gap for others between two of them."""

    def __init__(
        self, start: int = 200, fewest: int = 200, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.size = start
        self._fewest = fewest
        self.slowest = 0.0
        self._clock = clock
        self._first = True

    @contextmanager
    def transaction(self, count: int) -> Iterator[None]:
        """Around one transaction that writes `count` records."""
        if not self._first:
            time.sleep(_PAUSE)
        self._first = False
        began = self._clock()
        yield
        taken = max(self._clock() - began, 1e-6)
        self.slowest = max(self.slowest, taken)
        fitting = max(count, 1) * _AIM / taken
        # Grows slowly, shrinks at once: a slow disk shows itself in the first long transaction.
        self.size = int(min(max(min(fitting, self.size * 1.5), self._fewest), _MOST))
