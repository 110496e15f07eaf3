"""A real throw-away office for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cims_desktop.services.office import OpenOffice
from tests.offices import FakeClock, make_office


@pytest.fixture
def clock() -> FakeClock:
    """The time in the office."""
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OpenOffice]:
    """An empty office, signed in as the administrator."""
    made = make_office(tmp_path, clock)
    yield made
    made.close()
