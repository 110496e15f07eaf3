"""Where Tab goes: widgets that are made later would come last, wherever they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

COMPOUNDS = (QComboBox, QAbstractSpinBox)


def tab_stops(container: QWidget) -> list[QWidget]:
    """What takes the focus in `container`, in the order of its form; parts of a field are not named."""
    return [
        widget
        for widget in container.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window()
        is container.window()  # Not the list of a combo box, which is a window of its own.
        and not isinstance(widget.parentWidget(), COMPOUNDS)
    ]


def tab_after(anchor: QWidget, container: QWidget) -> None:
    """Lets Tab go from `anchor` through `container`."""
    last = anchor
    for widget in tab_stops(container):
        QWidget.setTabOrder(last, widget)
        last = widget


def tab_through(container: QWidget) -> None:
    """Lets Tab go through what was put into `container`, where `container` itself stands in the order."""
    before = container.previousInFocusChain()
    # Qt takes nothing as the one before that can't have the focus itself.
    while before is not None and before is not container:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and not container.isAncestorOf(before):
            tab_after(before, container)
            return
        before = before.previousInFocusChain()


def last_stop(container: QWidget, otherwise: QWidget) -> QWidget:
    """Where Tab leaves `container`; `otherwise` when nothing in it takes the focus."""
    return next(reversed(tab_stops(container)), otherwise)
