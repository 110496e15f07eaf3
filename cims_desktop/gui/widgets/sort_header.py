"""A table header that paints the sort arrow beside its label."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from cims_desktop.gui import icons, theme

PADDING = 12
ARROW = 12


class SortHeader(QHeaderView):
    """Clickable, movable sections; `set_sort` says which one has the arrow. Aligned as the model says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted = -1
        self._descending = False
        self._label_font = theme.font(12, QFont.Weight.DemiBold)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(theme.px(48))
        theme.notifier().changed.connect(self._restyle)

    def set_sort(self, section: int, *, descending: bool) -> None:
        """Shows the arrow at `section`."""
        self._sorted, self._descending = section, descending
        self.viewport().update()

    def next_section(self) -> int:
        """The shown section right of the one with the arrow, from the last on to the first."""
        places = range(self.count())
        shown = [at for at in map(self.logicalIndex, places) if not self.isSectionHidden(at)]
        at = shown.index(self._sorted) + 1 if self._sorted in shown else 0
        return shown[at % len(shown)] if shown else -1

    def sort_by_key(self, event: QKeyEvent) -> bool:
        """S: sort by the next column, Shift+S: the other way round. Says whether it was one of these keys."""
        held = event.modifiers()
        reverse = held == Qt.KeyboardModifier.ShiftModifier
        if event.key() != Qt.Key.Key_S or (held and not reverse):
            return False
        section = self._sorted if reverse else self.next_section()
        if section >= 0:
            self.sectionClicked.emit(section)
        return True

    def label_width(self, section: int) -> int:
        """Width that the section's label needs, with room for the arrow."""
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        return QFontMetrics(self._label_font).horizontalAdvance(text) + theme.px(2 * PADDING + ARROW + 6)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        colours = theme.tokens()
        hovered = rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())) and self.underMouse()
        painter.save()
        painter.fillRect(rect, QColor(colours.hover if hovered else colours.surface))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_label(painter, rect, logical_index)
        painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRect, section: int) -> None:
        model, colours = self.model(), theme.tokens()
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        alignment = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        sorted_here = section == self._sorted
        room = theme.px(ARROW + 4) if sorted_here else 0
        metrics = QFontMetrics(self._label_font)
        inner = rect.adjusted(theme.px(PADDING), 0, -theme.px(PADDING), 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(inner.width() - room, 0))
        width = metrics.horizontalAdvance(shown)
        at_right = bool(alignment & Qt.AlignmentFlag.AlignRight)
        left = inner.right() - width - room if at_right else inner.left()
        painter.setFont(self._label_font)
        painter.setPen(QColor(colours.ink if sorted_here else colours.ink3))
        painter.drawText(
            QRect(left, rect.top(), width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
        if sorted_here:
            size = theme.px(ARROW)
            spot = QRectF(left + width + theme.px(4), rect.center().y() - size / 2 + 1, size, size)
            icons.paint_icon(painter, spot, "arrow-down" if self._descending else "arrow-up", "ink2")

    def _restyle(self) -> None:
        self._label_font = theme.font(12, QFont.Weight.DemiBold)
        self.setMinimumSectionSize(theme.px(48))
        self.viewport().update()
