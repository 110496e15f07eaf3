"""Fonts that exist."""

from __future__ import annotations

from cims_desktop.charts.fonts import existing_families, warm


def test_families_that_are_not_installed_are_left_out() -> None:
    families = existing_families(["No Such Family 17", "DejaVu Sans"])

    assert "No Such Family 17" not in families
    assert families[0] == "DejaVu Sans"


def test_no_family_is_named_twice() -> None:
    families = existing_families(["DejaVu Sans", "DejaVu Sans"])

    assert len(families) == len(set(families))


def test_warming_tells_the_families_to_draw_with() -> None:
    assert warm(("DejaVu Sans",), "0") == existing_families(["DejaVu Sans"])
