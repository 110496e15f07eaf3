"""Every problem code in words: what stands beside a field that was filled in wrongly."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.errors import Problem
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("problems", "Please fill this in."),
    "empty": QT_TRANSLATE_NOOP("problems", "Please fill this in."),
    "too_long": QT_TRANSLATE_NOOP("problems", "Too long: at most {limit} characters."),
    "too_short": QT_TRANSLATE_NOOP("problems", "Too short: at least {limit} characters."),
    "not_a_phone": QT_TRANSLATE_NOOP("problems", "This does not look like a phone number."),
    "not_an_email": QT_TRANSLATE_NOOP("problems", "This does not look like an e-mail address."),
    "not_a_date": QT_TRANSLATE_NOOP("problems", "There is no such date."),
    "not_an_amount": QT_TRANSLATE_NOOP("problems", "This is not an amount."),
    "not_a_number": QT_TRANSLATE_NOOP("problems", "This is not a number."),
    "in_future": QT_TRANSLATE_NOOP("problems", "This date is still to come."),
    "too_early": QT_TRANSLATE_NOOP("problems", "This date is too long ago."),
    "out_of_range": QT_TRANSLATE_NOOP("problems", "This value is out of range."),
    "between": QT_TRANSLATE_NOOP("problems", "Between {low} and {high}, please."),
    "more_than_bought": QT_TRANSLATE_NOOP("problems", "At most {left} can be refunded."),
    "exists": QT_TRANSLATE_NOOP("problems", "This is taken already."),
    "taken": QT_TRANSLATE_NOOP("problems", "This is taken already."),
    "unknown": QT_TRANSLATE_NOOP("problems", "This is not known."),
    "unknown_currency": QT_TRANSLATE_NOOP("problems", "This currency is not known."),
    "not_the_same": QT_TRANSLATE_NOOP("problems", "The two passwords differ."),
    "password_too_short": QT_TRANSLATE_NOOP(
        "problems", "At least {limit} characters; a short sentence will do."
    ),
    "password_too_long": QT_TRANSLATE_NOOP("problems", "At most {limit} characters."),
    "password_common": QT_TRANSLATE_NOOP("problems", "This password is common, so it is guessed first."),
    "password_has_name": QT_TRANSLATE_NOOP("problems", "It must not contain your name or the office's."),
    "password_repeats": QT_TRANSLATE_NOOP("problems", "Too few different characters."),
    "wrong_password": QT_TRANSLATE_NOOP("problems", "The password is not right."),
}  # fmt: skip

OTHER = QT_TRANSLATE_NOOP("problems", "This can't be right.")


def problem_words(problem: Problem) -> str:
    """The sentence for `problem` in the language of the window."""
    code = problem.code
    if code == "out_of_range" and {"low", "high"} <= problem.params.keys():
        code = "between"
    text = QCoreApplication.translate("problems", PROBLEMS.get(code, OTHER))
    for name, value in problem.params.items():
        text = text.replace("{" + name + "}", str(value))
    return text
