"""The entries of the left navigation: icon and word, or the icon alone when there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import IconName, paint_icon

HEIGHT = 40
ICON = 19
LEFT = 12
TEXT_LEFT = 43


@dataclass(frozen=True)
class NavigationEntry:
    """A place to go: the page's id, its icon, its word and the shortcut shown in the tool tip."""

    page: str
    icon: IconName
    text: str
    shortcut: str = ""


class NavigationButton(QAbstractButton):
    """One painted entry."""

    def __init__(self, entry: NavigationEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.narrow = False
        self.badge = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setObjectName(f"{entry.page}_nav_button")

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(theme.font(theme.BASE_PX, theme.SEMIBOLD)).horizontalAdvance(self.text())
        width = LEFT + ICON + LEFT if self.narrow else TEXT_LEFT + 12
        return QSize(theme.px(width) + (0 if self.narrow else round(text)), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        # In a low window with large text the entries stand closer.
        return QSize(self.sizeHint().width(), theme.px(ICON + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        chosen, hot = self.isChecked(), self.underMouse()
        if chosen or hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if chosen else colours.hover))
            painter.drawRoundedRect(area, theme.px(8), theme.px(8))
        side = theme.px(ICON)
        left = (self.width() - side) / 2 if self.narrow else theme.px(LEFT)
        colour = "accent" if chosen else "ink2"
        paint_icon(painter, QRectF(left, area.center().y() - side / 2, side, side), self.entry.icon, colour)
        if not self.narrow:
            painter.setFont(theme.font(theme.BASE_PX, theme.SEMIBOLD if chosen else QFont.Weight.Medium))
            painter.setPen(QColor(colours.accent if chosen else colours.ink if hot else colours.ink2))
            place = area.adjusted(theme.px(TEXT_LEFT), 0, -theme.px(8), 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class NavigationBar(QWidget):
    """A column of entries. `chosen(str)`: the person wants the page with this id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, NavigationButton] = {}
        self._narrow = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        theme.notifier().changed.connect(self.updateGeometry)

    def set_entries(self, entries: Sequence[NavigationEntry]) -> None:
        """Shows `entries`; called again (in another language) it renames what is there."""
        for entry in entries:
            button = self._buttons.get(entry.page)
            if button is None:
                button = self._buttons[entry.page] = NavigationButton(entry, self)
                button.clicked.connect(self._clicked)
                self._layout.addWidget(button)
            button.entry = entry
            button.setText(entry.text)
            button.setAccessibleName(entry.text)
        self._update_tips()

    def buttons(self) -> list[QAbstractButton]:
        """The entries' buttons, from top to bottom."""
        return list(self._buttons.values())

    def set_current(self, page: str) -> None:
        """Marks the page that is shown; pages of other bars mark nothing here."""
        for name, button in self._buttons.items():
            button.setChecked(name == page)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, or icons with words."""
        self._narrow = narrow
        for button in self._buttons.values():
            button.narrow = narrow
            button.updateGeometry()
            button.update()
        self._update_tips()

    def _update_tips(self) -> None:
        for button in self._buttons.values():
            keys = f" ({button.entry.shortcut})" if button.entry.shortcut else ""
            button.setToolTip(button.entry.text + keys if self._narrow or keys else "")

    def _clicked(self) -> None:
        sender = self.sender()
        for page, button in self._buttons.items():
            if button is sender:
                button.setChecked(True)
                self.chosen.emit(page)
