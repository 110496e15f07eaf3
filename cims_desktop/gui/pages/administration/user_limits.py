"""What can't be done with a user, and why: the words that stand beside the button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.users import User


def is_last_administrator(user: User, everybody: Sequence[User]) -> bool:
    """Whether no other active user is an administrator."""
    others = (one for one in everybody if one.id != user.id and one.active and one.role.administers)
    return user.active and user.role.administers and next(others, None) is None


def why_not_disabled(user: User, me: User, everybody: Sequence[User]) -> str:
    """Why `user` can't be disabled by `me`; empty when it can be."""
    if is_last_administrator(user, everybody):
        return QCoreApplication.translate(
            "users", "The office's last administrator can't be disabled: nobody could manage it any more."
        )
    if user.id == me.id:
        return QCoreApplication.translate(
            "users", "You can't disable yourself; another administrator can do it."
        )
    return ""


def why_not_another_role(user: User, me: User, everybody: Sequence[User]) -> str:
    """Why `user` can't be given another role by `me`; empty when it is possible."""
    if is_last_administrator(user, everybody):
        return QCoreApplication.translate(
            "users",
            "The office's last administrator keeps the role: nobody could manage the office any more.",
        )
    if user.id == me.id:
        return QCoreApplication.translate(
            "users", "You can't change your own role; another administrator can do it."
        )
    return ""


def why_not_reset(user: User, me: User) -> str:
    """Why `me` can't reset the password of `user`; empty when it is possible."""
    if user.id == me.id:
        return QCoreApplication.translate("users", "You change your own password in the settings.")
    if not user.active:
        return QCoreApplication.translate("users", "Enable the user first.")
    return ""
