"""The one button of a dialog that does what the dialog is for."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def make_primary(button: QAbstractButton) -> None:
    """Gives `button` the accent; a button box has shown its buttons to the style sheet before they are ours."""
    button.setProperty("primary", True)
    button.style().unpolish(button)
    button.style().polish(button)
