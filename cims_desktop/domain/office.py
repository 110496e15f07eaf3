"""The office itself: what is asked when one is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OfficeProfile:
    """The one row about the office. `country` ISO 3166 alpha-2, `currency` ISO 4217, `language` en or zh_CN."""

    name: str
    currency: str = "CNY"
    country: str = "CN"
    language: str = "zh_CN"
    time_zone: str = "Asia/Shanghai"
    fiscal_year_start: int = 1
    number_pattern: str = "C{:06d}"
    retention_days: int = 30
    uid: str = ""
    demo: bool = False
