"""The one button of a dialog that does what the dialog is for, and the one that takes something away."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def make_primary(button: QAbstractButton) -> None:
    """Gives `button` the accent; a button box has shown its buttons to the style sheet before they are ours."""
    _mark(button, "primary")


def make_destructive(button: QAbstractButton) -> None:
    """Gives `button` the colour of acts that nothing brings back."""
    _mark(button, "destructive")


def _mark(button: QAbstractButton, name: str) -> None:
    button.setProperty(name, True)
    button.style().unpolish(button)
    button.style().polish(button)
