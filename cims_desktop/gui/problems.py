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
    "common_password": QT_TRANSLATE_NOOP("problems", "This password is common, so it is guessed first."),
    "name_in_password": QT_TRANSLATE_NOOP("problems", "This is little more than a name; add something."),
    "same_as_before": QT_TRANSLATE_NOOP("problems", "This is the same as before."),
    "last_administrator": QT_TRANSLATE_NOOP("problems", "The office needs at least one administrator."),
    "administrator_needed": QT_TRANSLATE_NOOP("problems", "The office needs at least one administrator."),
    "is_a_refund": QT_TRANSLATE_NOOP("problems", "A refund can't be refunded."),
    "refund_from_purchase": QT_TRANSLATE_NOOP("problems", "Enter a refund from its purchase."),
    "more_cells_than_titles": QT_TRANSLATE_NOOP("problems", "This row has more cells than there are titles."),
    "gone": QT_TRANSLATE_NOOP("problems", "This record does not exist any more."),
    "number_in_bin": QT_TRANSLATE_NOOP("problems", "A customer in the bin has this number."),
    "in_bin": QT_TRANSLATE_NOOP("problems", "This customer is in the bin. Restore it first."),
    "merged": QT_TRANSLATE_NOOP("problems", "This customer was merged into another."),
    "not_a_currency": QT_TRANSLATE_NOOP("problems", "This is not a currency."),
    "after_to": QT_TRANSLATE_NOOP("problems", "The end is before the beginning."),
    "ending_must_be_xlsx": QT_TRANSLATE_NOOP("problems", "The file's name must end in .xlsx."),
    "label_alone": QT_TRANSLATE_NOOP("problems", "A label without a value is not kept."),
    "not_scoped": QT_TRANSLATE_NOOP("problems", "This right is for all customers or for none."),
    "needs_view": QT_TRANSLATE_NOOP("problems", "Needs the right to see customers."),
    "needs_all": QT_TRANSLATE_NOOP("problems", "Whoever sees only own customers can't have this for all."),
    "needs_clear": QT_TRANSLATE_NOOP("problems", "This would show what the role hides."),
    "administrators_only": QT_TRANSLATE_NOOP("problems", "Only administrators can have this."),
    "not_a_name": QT_TRANSLATE_NOOP("problems", "This name can't be used for a field."),
    "yourself": QT_TRANSLATE_NOOP("problems", "You can't do this to yourself; another administrator can."),
    "built_in": QT_TRANSLATE_NOOP("problems", "The ready roles can't be changed; edit a copy."),
    "in_use": QT_TRANSLATE_NOOP("problems", "Somebody still has this role."),
    "unknown_character": QT_TRANSLATE_NOOP("problems", "“{value}” is never part of a code."),
    "incomplete": QT_TRANSLATE_NOOP("problems", "{groups} of {of} groups are right so far."),
    "typing_mistake": QT_TRANSLATE_NOOP("problems", "Something in group {group} is mistyped."),
    "no_administrator": QT_TRANSLATE_NOOP("problems", "No administrator who may sign in has this name."),
    "wrong": QT_TRANSLATE_NOOP("problems", "This code is not right. Is the phone's clock right?"),
    "not_begun": QT_TRANSLATE_NOOP("problems", "Begin again: the picture is no longer valid."),
    "wrong_password": QT_TRANSLATE_NOOP("problems", "The password is not right."),
    "check_digit": QT_TRANSLATE_NOOP("problems", "The check digit doesn't fit. Is something mistyped?"),
    "birth_date": QT_TRANSLATE_NOOP("problems", "The birth date in this number does not exist."),
    "not_an_id": QT_TRANSLATE_NOOP("problems", "This does not look like a number of this kind."),
    "wrong_length": QT_TRANSLATE_NOOP("problems", "{length} characters are too few or too many for this."),
    "names_person": QT_TRANSLATE_NOOP("problems", "This names the person; it stays, so say it without."),
    "not_a_folder": QT_TRANSLATE_NOOP("problems", "There is no such folder."),
}  # fmt: skip

OTHER = QT_TRANSLATE_NOOP("problems", "This can't be right.")


def problem_words(problem: Problem) -> str:
    """The sentence for `problem` in the language of the window."""
    code = problem.code
    if code == "out_of_range" and {"low", "high"} <= problem.params.keys():
        code = "between"
    text = QCoreApplication.translate("problems", PROBLEMS.get(code, OTHER))
    limits = {
        "limit": problem.params.get("minimum", problem.params.get("maximum", "")),
        "value": problem.value,
    }
    for name, value in (limits | dict(problem.params)).items():
        text = text.replace("{" + name + "}", str(value))
    return text
