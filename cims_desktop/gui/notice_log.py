"""What the message bar said in this session, behind the bell."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton

from cims_desktop.gui.icons import icon
from cims_desktop.gui.widgets.message_bar import ICONS, Level, MessageBar

MOST_KEPT = 12
LONGEST_LINE = 90


class NoticeLog(QObject):
    """Keeps the last notices and lists them in the bell's menu, newest first."""

    def __init__(self, bar: MessageBar, button: QToolButton) -> None:
        super().__init__(button)
        self._lines: deque[tuple[Level, str, datetime]] = deque(maxlen=MOST_KEPT)
        self._menu = QMenu(button)
        self._menu.aboutToShow.connect(self._fill)
        button.setMenu(self._menu)
        bar.shown.connect(self._keep)

    def _keep(self, level: Level, text: str) -> None:
        self._lines.appendleft((level, text, datetime.now().astimezone()))

    def _fill(self) -> None:
        self._menu.clear()
        if not self._lines:
            self._menu.addAction(self.tr("No notices in this session")).setEnabled(False)
        for level, text, moment in self._lines:
            name, colour = ICONS[level]
            short = text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 1] + "…"
            line = f"{moment:%H:%M}  {short}".replace("&", "&&")
            self._menu.addAction(icon(name, colour), line).setToolTip(text)
