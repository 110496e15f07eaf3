"""New passwords: what is wrong with one, how strong it is, a passphrase instead; and recovery codes as typed."""

from __future__ import annotations

from dataclasses import dataclass

from cims_desktop.domain.errors import Problem
from cims_desktop.security import passphrases, recovery_codes
from cims_desktop.security.guessing import estimate_guessing_time
from cims_desktop.security.passwords import check_password


def password_problems(password: str, names: tuple[str, ...]) -> tuple[Problem, ...]:
    """What is wrong with a new password; `names` (user's, office's) must not be it. Pure, fast enough to type with."""
    return check_password(password, names=names)


@dataclass(frozen=True)
class PasswordStrength:
    """What is wrong with a password, and how long guessing it would take somebody who has stolen the key file."""

    problems: tuple[Problem, ...]
    guessing_seconds: float


def password_strength(password: str, names: tuple[str, ...]) -> PasswordStrength:
    """As `password_problems`, with an estimate of its strength. Pure, about 1 ms."""
    return PasswordStrength(password_problems(password, names), estimate_guessing_time(password))


def suggest_passphrase(language: str) -> tuple[str, str]:
    """A fresh passphrase in this language ("en", "zh_CN"), and the characters to remember pinyin by, else ""."""
    suggested = passphrases.suggest_passphrase(language)
    return suggested.text, suggested.reading


def recovery_code_problems(typed: str) -> tuple[Problem, ...]:
    """What was mistyped of a printed recovery code: incomplete, typing_mistake (params: group from 1) ... Pure."""
    return recovery_codes.recovery_code_problems(typed)
