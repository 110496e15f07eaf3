"""One refresh path: a write puts its Changes on the bus, each visible page decides whether to reload."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """`changed(Changes)`: something was written, here or by another process."""

    changed = Signal(object)
