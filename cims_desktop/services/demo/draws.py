"""Seeded random draws in bulk: the same numbers for the same seed on every machine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]
    Integers: TypeAlias = NDArray[np.int64]
    Flags: TypeAlias = NDArray[np.bool_]

_POOL: Final = 8192
_POSTCODE_LETTERS: Final = "ABDEFGHJLNPQRSTUWXYZ"

T = TypeVar("T")


class Draws:
    """One stream of random numbers, named by integers such as (seed, purpose, chunk).

    Only uniform doubles are taken from numpy, because those alone never change between its versions.
    Arrays are for bulk work; the methods with a single result are fed from a pool and cost about 0.1 µs.
    """

    def __init__(self, *name: int) -> None:
        import numpy

        self._generator = numpy.random.Generator(numpy.random.PCG64(list(name)))
        self._pool: list[float] = []

    def uniform(self, size: int) -> Floats:
        """`size` doubles in [0, 1)."""
        return self._generator.random(size)

    def below(self, bound: int | Integers, size: int) -> Integers:
        """`size` whole numbers in [0, bound); `bound` may be an array of that size."""
        found: Integers = (self._generator.random(size) * bound).astype("int64")
        return found

    def bell(self, size: int) -> Floats:
        """`size` numbers of mean 0 and variance 1, roughly normal, never beyond ±4.2 (a sum of six uniforms)."""
        found: Floats = (self._generator.random((6, size)).sum(axis=0) - 3.0) * 1.4142135623730951
        return found

    def weighted(self, weights: Any, size: int) -> Integers:
        """`size` indexes drawn in proportion to `weights`."""
        import numpy

        ladder = numpy.cumsum(numpy.asarray(weights, dtype="float64"))
        found = numpy.searchsorted(ladder, self.uniform(size) * ladder[-1], side="right")
        inside: Integers = numpy.minimum(found, len(ladder) - 1).astype("int64")
        return inside

    def next(self) -> float:
        """The next single double in [0, 1)."""
        if not self._pool:
            self._pool = self._generator.random(_POOL).tolist()
        return self._pool.pop()

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self.next() < probability

    def number(self, low: int, high: int) -> int:
        """A whole number in [low, high]."""
        return low + int(self.next() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`."""
        return items[int(self.next() * len(items))]

    def digits(self, count: int) -> str:
        """`count` random digits (at most 15)."""
        return f"{int(self.next() * 10**count):0{count}d}"

    def filled(self, pattern: str) -> str:
        """`pattern` with each `#` a digit and each `@` a letter of a British postcode's end."""
        if "#" not in pattern:
            return pattern
        return "".join(
            self.digits(1) if mark == "#" else self.pick(_POSTCODE_LETTERS) if mark == "@" else mark
            for mark in pattern
        )


class Wheel(Generic[T]):
    """Draws items in proportion to their weights, one at a time."""

    def __init__(self, items: Sequence[tuple[T, float]]) -> None:
        total = 0.0
        self._steps: list[float] = []
        for _item, weight in items:
            total += weight
            self._steps.append(total)
        self._items = [item for item, _weight in items]
        self._total = total

    def spin(self, draws: Draws) -> T:
        """One item."""
        return self._items[min(bisect_right(self._steps, draws.next() * self._total), len(self._items) - 1)]
