"""Design tokens: every colour of the program, once for light and once for dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """Colours as ``#RRGGBB``. ``x_soft`` is the quiet background that text in colour ``x`` stands on.

    bg: window; surface: cards and fields; raised: menus and popups; ink, ink2, ink3: text from strong to
    quiet; line, line2: borders from quiet to strong; d1..d4: ordinal data colours; bar: a resting bar
    of a chart.
    """

    name: str
    bg: str
    surface: str
    raised: str
    sidebar: str
    hover: str
    press: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent2: str
    soft: str
    on_accent: str
    ring: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    gold: str
    gold_soft: str
    silver: str
    silver_soft: str
    bronze: str
    bronze_soft: str
    sel: str
    tip: str
    tip_ink: str
    d1: str
    d2: str
    d3: str
    d4: str
    bar: str

    @property
    def dark(self) -> bool:
        """Whether these are the dark theme's colours."""
        return self.name == "dark"


LIGHT = Tokens(
    name="light",
    bg="#F5F6F8", surface="#FFFFFF", raised="#FFFFFF", sidebar="#FBFBFC", hover="#F0F2F5", press="#E6E9EE",
    line="#E4E7EC", line2="#CFD5DE",
    ink="#161B26", ink2="#4A5364", ink3="#5E6779",
    accent="#3557D6", accent2="#2A48BA", soft="#EBEFFE", on_accent="#FFFFFF", ring="#B9C6FA",
    ok="#117A4B", ok_soft="#E5F5ED", warn="#8F5400", warn_soft="#FDF1DC", bad="#C02B3A", bad_soft="#FCEAEC",
    gold="#8A5A00", gold_soft="#FBF0D5", silver="#4F5B6D", silver_soft="#ECEFF3", bronze="#94471D",
    bronze_soft="#FAE9E0",
    sel="#EEF2FF", tip="#161B26", tip_ink="#FFFFFF",
    d1="#3557D6", d2="#8FA5F2", d3="#C9D0DC", d4="#E58A92", bar="#A9B8F0",
)  # fmt: skip

DARK = Tokens(
    name="dark",
    bg="#0F1218", surface="#171B23", raised="#2A313E", sidebar="#12151C", hover="#1F2530", press="#28303D",
    line="#262C38", line2="#3A4352",
    ink="#EDF0F5", ink2="#B4BCCA", ink3="#959FB1",
    accent="#7F9BFF", accent2="#9AB1FF", soft="#1F2A4D", on_accent="#0B1024", ring="#3C4F94",
    ok="#5CCB95", ok_soft="#14301F", warn="#E9B04E", warn_soft="#362913", bad="#F58089", bad_soft="#3B1B20",
    gold="#EDBE5A", gold_soft="#352A12", silver="#B9C3D3", silver_soft="#262D39", bronze="#E5A078",
    bronze_soft="#37231A",
    sel="#1D2643", tip="#EDF0F5", tip_ink="#161B26",
    d1="#7F9BFF", d2="#4A62B8", d3="#4A5364", d4="#C9666F", bar="#3F5090",
)  # fmt: skip
