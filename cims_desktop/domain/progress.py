"""How long work reports its progress and learns that it was cancelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cims_desktop.domain.errors import Cancelled


@dataclass(frozen=True)
class Progress:
    """`done` of `total` (None: not known yet) units; `stage` is a code that the window words."""

    stage: str
    done: int
    total: int | None = None


def _ignore(_progress: Progress) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Task:
    """Passed into long work. Call `step` often: it reports and raises Cancelled when the person asked for it."""

    report: Callable[[Progress], None] = _ignore
    cancelled: Callable[[], bool] = _never

    def step(self, stage: str, done: int, total: int | None = None) -> None:
        """Reports progress; raises Cancelled."""
        if self.cancelled():
            raise Cancelled
        self.report(Progress(stage, done, total))
