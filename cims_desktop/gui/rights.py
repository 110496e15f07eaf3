"""Why something can't be pressed: the right that is missing, in whose role, and who can give it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.right_words import permission_word
from cims_desktop.gui.words import role_word

BOUND: Final = "needs_right"
"""Property of everything that `explain` has bound to a right: the right's value."""
_FOR_ALL, _TIP, _SAID = "needs_right_for_all", "own_tip", "said_why"
MOST_NAMES = 3


class _State:
    administrators: tuple[str, ...] = ()


def set_administrators(names: Sequence[str]) -> None:
    """Who can give rights in the office that is open, by display name; told when the window opens."""
    _State.administrators = tuple(names)


def explain(
    target: QWidget | QAction,
    permission: Permission,
    user: User,
    *,
    enabled: bool = True,
    for_all: bool = False,
) -> bool:
    """Enables `target` as far as `user` has `permission` (`for_all`: for every customer) and `enabled` says so.

    Without the right, a tool tip and the accessible description say which one is missing and who can give it. Call it
    again whenever the state or the language changes. Returns whether the user has the right.
    """
    allowed = user.may_all(permission) if for_all else user.may(permission)
    target.setProperty(BOUND, permission.value)
    target.setProperty(_FOR_ALL, for_all)
    target.setEnabled(allowed and enabled)
    _say(target, "" if allowed else reason(permission, user, for_all=for_all))
    return allowed


def reason(permission: Permission, user: User, *, for_all: bool = False) -> str:
    """The sentence for a right that `user` lacks, in the language of the window."""
    right, role = permission_word(permission), role_word(user.role)
    if for_all and user.may(permission):
        text = QCoreApplication.translate(
            "rights", "Needs the right “%1” for all customers. Your role %2 has it for your own customers only; "
            "%3 can give it.",
        )  # fmt: skip
    else:
        text = QCoreApplication.translate(
            "rights", "Needs the right “%1”. Your role %2 doesn't have it; %3 can give it."
        )
    return text.replace("%1", right).replace("%2", role).replace("%3", givers())


def givers() -> str:
    """Who can give rights: an administrator, with names where they are known."""
    names = _State.administrators[:MOST_NAMES]
    if not names:
        return QCoreApplication.translate("rights", "an administrator")
    if len(_State.administrators) > MOST_NAMES:
        names = (*names, "…")
    listed = QCoreApplication.translate("rights", ", ").join(names)
    return QCoreApplication.translate("rights", "an administrator (%1)").replace("%1", listed)


def explain_again(root: QObject, user: User) -> None:
    """Words every reason under `root` anew: other names or another language. What is enabled stays as it is."""
    for target in bound_to_rights(root):
        permission, for_all = Permission(target.property(BOUND)), bool(target.property(_FOR_ALL))
        allowed = user.may_all(permission) if for_all else user.may(permission)
        _say(target, "" if allowed else reason(permission, user, for_all=for_all))


def bound_to_rights(root: QObject) -> list[QWidget | QAction]:
    """Everything under `root` that is bound to a right."""
    found: list[QWidget | QAction] = [*root.findChildren(QWidget), *root.findChildren(QAction)]
    return [one for one in found if one.property(BOUND)]


def _say(target: QWidget | QAction, why: str) -> None:
    """Puts the reason where people and screen readers look, or brings back what stood there."""
    if bool(target.property(_SAID)) != bool(why):
        if why:
            target.setProperty(_TIP, target.toolTip())
        else:
            target.setToolTip(str(target.property(_TIP) or ""))
        target.setProperty(_SAID, bool(why))
        if isinstance(target, QWidget):
            target.setAccessibleDescription(why)
    if why:
        target.setToolTip(why)
        if isinstance(target, QWidget):
            target.setAccessibleDescription(why)
        else:
            target.setStatusTip(why)
