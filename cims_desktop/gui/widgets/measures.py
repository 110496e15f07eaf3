"""Sizes of what is hidden: Qt measures it anew only when it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def forget_measures(root: QWidget) -> None:
    """Lets the layouts in a hidden `root` measure again, after another font, text size or language."""
    for widget in root.findChildren(QWidget):
        widget.ensurePolished()
        widget.updateGeometry()
    for layout in root.findChildren(QLayout):
        layout.invalidate()
