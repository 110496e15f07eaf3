"""The office into which these tests bring files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.importing.support import Desk, make_office


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new office in China, and a folder for files."""
    office = make_office(tmp_path)
    yield Desk(office, tmp_path)
    office.importing.close()
    office.close()
