"""A scroll area that is as large as its contents where there is room, and scrolls to what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from cims_desktop.gui import theme

LEAST_HEIGHT = 120
AROUND = 28
"""Room for the label above a field."""


class FittingScrollArea(QScrollArea):
    """Scrolls up and down only; it is never narrower than its contents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        body = self.widget()
        return body.sizeHint() if body is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        body = self.widget()
        if body is None:
            return super().minimumSizeHint()
        wanted = body.minimumSizeHint()
        return QSize(wanted.width(), min(wanted.height(), theme.px(LEAST_HEIGHT)))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Qt does this for Tab inside the area only, not for whoever comes in from its end.
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.px(AROUND))
