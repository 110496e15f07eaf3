"""Colours, sizes, words: contrast, icons, formats, and no code without its words."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import CimsError, Invalid, OfficeFault, Problem, SignInRefused
from cims_desktop.gui import errors, icons, problems, theme, translation
from cims_desktop.gui import format as words
from cims_desktop.gui.tokens import DARK, LIGHT, Tokens

ROOT = Path(__file__).resolve().parents[3]
ON_EVERYTHING = ("bg", "surface", "raised", "sidebar")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3", "accent", "bad", "ok", "warn") for ground in ON_EVERYTHING),
    *((ink, "hover") for ink in ("ink", "ink2", "ink3")),
    *((kind, f"{kind}_soft") for kind in ("ok", "warn", "bad", "gold", "silver", "bronze")),
    *(("ink", f"{kind}_soft") for kind in ("ok", "warn", "bad")),
    *((kind, "surface") for kind in ("gold", "silver", "bronze")),
    ("accent", "soft"), ("ink", "soft"), ("ink3", "soft"), ("on_accent", "accent"), ("on_accent", "accent2"),
    ("tip_ink", "tip"), ("ink", "sel"), ("ink2", "sel"), ("ink3", "sel"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [channel / 255 for channel in QColor(colour).getRgb()[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_is_readable_on_its_ground(tokens: Tokens) -> None:
    weak = {
        f"{ink} on {ground}": round(ratio, 2)
        for ink, ground in TEXT_PAIRS
        if (ratio := contrast(getattr(tokens, ink), getattr(tokens, ground))) < 4.5
    }

    assert weak == {}


def test_tokens_are_colours() -> None:
    for tokens in (LIGHT, DARK):
        bad = [
            f.name
            for f in fields(tokens)
            if f.name != "name" and not QColor(getattr(tokens, f.name)).isValid()
        ]

        assert bad == []


def test_the_style_sheet_grows_with_the_text_and_keeps_hair_lines(dressed: QApplication) -> None:
    normal, double = theme.style_sheet(LIGHT, 1.0), theme.style_sheet(LIGHT, 2.0)

    assert "font-size: 20px" in normal
    assert "font-size: 40px" in double
    assert "border: 1px solid" in double
    assert "$" not in normal


def test_icon_files_and_names_are_the_same() -> None:
    files = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    own = {name for name in files if name == "app" or name.startswith("qss-")}

    assert files - own == set(get_args(icons.IconName))


def test_an_icon_follows_the_theme(dressed: QApplication) -> None:
    icon = icons.icon("plus", "ink")
    light = icon.pixmap(24, 24).toImage()
    theme.apply(dressed, "dark")
    dark = icon.pixmap(24, 24).toImage()

    middle = (12, 12)
    assert light.pixelColor(*middle).lightness() < 100
    assert dark.pixelColor(*middle).lightness() > 180


def test_a_chosen_scheme_and_size_are_in_force(dressed: QApplication) -> None:
    theme.apply(dressed, "dark", 9.0)

    assert (theme.tokens().name, theme.scale(), theme.px(10)) == ("dark", 2.0, 20)
    assert dressed.font().pixelSize() == 26


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (1_132_575_00, "CNY", "¥1,132,575.00"),
        (-5, "EUR", "−€0.05"),
        (1200, "JPY", "¥1,200"),
        (1, "KWD", "KWD\u20090.001"),
        (10**15 + 1, "USD", "$10,000,000,000,000.01"),
    ],
)
def test_money_is_exact(dressed: QApplication, minor: int, currency: str, text: str) -> None:
    assert words.money(minor, currency) == text


def test_cents_may_be_left_away_when_they_are_nought(dressed: QApplication) -> None:
    assert words.money(120_00, "EUR", cents=False) == "€120"
    assert words.money(120_50, "EUR", cents=False) == "€120.50"


@pytest.mark.parametrize(
    ("language", "minor", "text"),
    [
        ("en", 250_000_00, "¥250k"),
        ("en", 1_250_000_00, "¥1.25M"),
        ("zh_CN", 250_000_00, "¥25万"),
        ("zh_CN", 3_000_000_000_00, "¥30亿"),
        ("en", 0, "0"),
        ("en", -2_500_00, "−¥2.5k"),
    ],
)
def test_axis_amounts_are_short(
    dressed: QApplication, language: translation.Language, minor: int, text: str
) -> None:
    translation.set_language(language)

    assert words.compact_money(minor, "CNY") == text


def test_dates_are_written_as_the_language_does(dressed: QApplication) -> None:
    day = date(2026, 9, 5)

    english = (words.day(day), words.month(Month(2026, 9)), words.day(None))
    translation.set_language("zh_CN")

    assert english == ("5 Sep 2026", "Sep 26", "")
    assert (words.day(day), words.month(Month(2026, 9))) == ("2026-09-05", "26年9月")


def test_an_instant_is_shown_in_the_offices_zone(dressed: QApplication) -> None:
    moment = datetime(2026, 1, 31, 20, 30, tzinfo=UTC)

    assert words.instant(moment, "Asia/Shanghai") == "1 Feb 2026 04:30"


def test_how_long_ago(dressed: QApplication) -> None:
    now = datetime(2026, 6, 10, 12, tzinfo=UTC)

    ages = [words.relative(now - timedelta(seconds=s), now) for s in (5, 240, 8 * 86400)]

    assert ages[0] == "just now"
    assert ages[1].startswith("4 min")
    assert ages[2] == "2 Jun 2026"


def test_every_code_in_the_domains_list_has_its_own_words() -> None:
    listed = [*_codes(OfficeFault), *_codes(SignInRefused)]

    assert len(listed) > 15
    assert [code for code in listed if code not in errors.FAULTS] == []


def _codes(fault: type[CimsError]) -> list[str]:
    text = (fault.__doc__ or "").split("Codes:")[1]
    return re.findall(r"\b[a-z]+(?:_[a-z]+)*\b", re.sub(r"\(.*?\)", "", text))


@pytest.mark.parametrize("folder", ["domain", "services", "storage", "security", "exchange"])
def test_every_code_that_is_raised_has_words(folder: str) -> None:
    # The import's own findings are worded beside its pages.
    files = (ROOT / "cims_desktop" / folder).rglob("*.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in files if "importing" not in path.parts)
    raised = set(re.findall(r'(?:OfficeFault|SignInRefused|CimsError)\(\s*"([a-z_]+)"', source))
    found = set(re.findall(r'\bProblem\(\s*f?"[^"]*", "([a-z_]+)"', source))

    assert sorted(raised - errors.FAULTS.keys()) == []
    assert sorted(found - problems.PROBLEMS.keys()) == []


def test_a_fault_is_one_sentence_and_a_way_out(dressed: QApplication) -> None:
    for code in errors.FAULTS:
        sentence, way_out = errors.fault_words(OfficeFault(code, seconds=5))

        assert sentence.endswith(".")
        assert way_out.endswith((".", "?")) or code == "cancelled"
        assert "{" not in sentence + way_out


def test_refused_input_is_worded_by_its_first_problem(dressed: QApplication) -> None:
    from cims_desktop.gui.words import fault_sentence

    fault = Invalid([Problem("score", "out_of_range", "9", {"low": 1, "high": 5})])

    assert fault_sentence(fault)[1] == "Between 1 and 5, please."
