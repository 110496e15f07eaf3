"""Comparisons with the period before."""

from __future__ import annotations

import pytest

from cims_desktop.analytics.comparison import difference, is_small, relative_change


def test_a_change_is_a_share_of_the_earlier_value() -> None:
    assert relative_change(110, 100) == pytest.approx(0.1)
    assert relative_change(50, 100) == pytest.approx(-0.5)


@pytest.mark.parametrize(("value", "before"), [(None, 1.0), (1.0, None), (1.0, 0.0), (1.0, -5.0)])
def test_there_is_no_change_against_nothing(value: float | None, before: float | None) -> None:
    assert relative_change(value, before) is None


def test_a_difference_needs_both_values() -> None:
    assert difference(4.5, 4.0) == pytest.approx(0.5)
    assert difference(None, 4.0) is None
    assert difference(4.0, None) is None


def test_thirty_answers_are_enough() -> None:
    assert is_small(29)
    assert not is_small(30)
