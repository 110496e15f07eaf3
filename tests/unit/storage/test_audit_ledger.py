"""The ids of a ledger's entry: packed small, and each found again."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.storage.ledger import holds, pack_ids, unpack_ids


@given(st.sets(st.integers(1, 2**62), min_size=1, max_size=200), st.integers(1, 2**62))
def test_packed_ids_hold_exactly_what_was_packed(ids: set[int], other: int) -> None:
    packed = pack_ids(ids)

    assert packed is not None
    assert list(unpack_ids(packed)) == sorted(ids)
    assert all(holds(packed, one) for one in ids)
    assert holds(packed, other) == (other in ids)


def test_no_ids_are_kept_as_nothing() -> None:
    assert pack_ids([]) is None


def test_a_million_neighbours_cost_a_few_kilobytes() -> None:
    packed = pack_ids(range(1, 1_000_001))

    assert packed is not None and len(packed) < 20_000
    assert holds(packed, 999_999) and not holds(packed, 1_000_001)


def test_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="not packed ids"):
        unpack_ids(os.urandom(64))
