"""The frame that all charts share."""

from __future__ import annotations

import pytest

from cims_desktop.charts.frame import label_positions, text_width, value_scale


def test_the_scale_begins_at_zero_and_holds_every_value() -> None:
    scale = value_scale([3.0, 17.0, 41.0], 300)

    assert scale.low == 0
    assert scale.high > 41
    assert scale.ticks[0] == 0


def test_negative_values_are_below_a_zero_line() -> None:
    scale = value_scale([-20.0, 30.0], 300)

    assert scale.low < -20
    assert 0.0 in scale.ticks


@pytest.mark.parametrize("values", [[], [0.0, 0.0]])
def test_nothing_to_show_still_gives_a_scale(values: list[float]) -> None:
    scale = value_scale(values, 300)

    assert scale.low < scale.high


def test_a_taller_chart_has_more_ticks() -> None:
    assert len(value_scale([1e6], 600).ticks) > len(value_scale([1e6], 120).ticks)


@pytest.mark.parametrize("width", [200, 400, 900, 2000])
def test_labels_never_touch_and_the_newest_is_written(width: int) -> None:
    labels = [f"{2021 + index // 12 - 2000}年{index % 12 + 1}月" for index in range(60)]

    shown = label_positions(labels, width, 12)

    slot = width / len(labels)
    assert shown[-1] == 59
    assert all(text_width(labels[index], 12) < slot * shown.step for index in shown)


def test_chinese_characters_are_counted_wide() -> None:
    assert text_width("年月", 12) > text_width("ab", 12)
