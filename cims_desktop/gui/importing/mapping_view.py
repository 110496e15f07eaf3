"""The table of a file's columns; its last column looks and works like a combo box that can be searched."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cims_desktop.gui import theme
from cims_desktop.gui.icons import paint_icon
from cims_desktop.gui.importing.field_picker import FieldPicker
from cims_desktop.gui.importing.mapping_model import MappingColumn, MappingModel

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 44
OPENING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_F4})


class MappingDelegate(QStyledItemDelegate):
    """Paints title, examples and the field with its arrow."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, area = theme.tokens(), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(colours.sel if chosen else colours.surface))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        goes_nowhere = not index.sibling(index.row(), MappingColumn.TARGET).data(Qt.ItemDataRole.EditRole)
        text = str(index.data() or "")
        match MappingColumn(index.column()):
            case MappingColumn.TITLE:
                ink = colours.ink3 if goes_nowhere else colours.ink
                _text(painter, area.adjusted(theme.px(16), 0, -theme.px(8), 0), text, ink, strong=True)
            case MappingColumn.SAMPLES:
                _text(painter, area.adjusted(theme.px(8), 0, -theme.px(12), 0), text, colours.ink3)
            case MappingColumn.TARGET:
                self._paint_field(painter, area, text, quiet=goes_nowhere, chosen=chosen)
        painter.restore()

    def _paint_field(self, painter: QPainter, area: QRectF, text: str, *, quiet: bool, chosen: bool) -> None:
        colours = theme.tokens()
        view = self.parent()
        focused = chosen and isinstance(view, QWidget) and view.hasFocus()
        field = area.adjusted(theme.px(8), theme.px(6), -theme.px(14), -theme.px(7))
        painter.setPen(QPen(QColor(colours.accent if focused else colours.line2), 2 if focused else 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(7), theme.px(7))
        side = theme.px(14)
        arrow = QRectF(field.right() - side - theme.px(9), field.center().y() - side / 2, side, side)
        paint_icon(painter, arrow, "chevron-down", "ink2")
        room = field.adjusted(theme.px(11), 0, -side - theme.px(14), 0)
        _text(painter, room, text, colours.ink3 if quiet else colours.ink)


def _text(painter: QPainter, room: QRectF, text: str, ink: str, *, strong: bool = False) -> None:
    font = theme.font(theme.BASE_PX, theme.SEMIBOLD) if strong else theme.font()
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class MappingView(QTableView):
    """A click on a field, Space, F2, Alt+Down or typing opens the list of fields; the wheel only scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(MappingDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self._picker: FieldPicker | None = None
        self.clicked.connect(self._clicked)
        theme.notifier().changed.connect(self._scale)
        self._scale()

    def picker(self) -> FieldPicker | None:
        """The open list of fields; None while it is closed."""
        return self._picker if self._picker is not None and self._picker.isVisible() else None

    def open_picker(self, typed: str = "") -> None:
        """Offers the fields for the current line; `typed` is searched at once."""
        model, row = self.model(), self.currentIndex().row()
        if not isinstance(model, MappingModel) or row < 0:
            return
        index = model.index(row, MappingColumn.TARGET)
        self.scrollTo(index)
        if self._picker is None:
            self._picker = FieldPicker(self)
            self._picker.picked.connect(self._picked)
        area = self.visualRect(index).adjusted(theme.px(8), theme.px(6), -theme.px(14), -theme.px(7))
        below = QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())
        self._picker.open_for(model, row, below, typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.text().strip()
        alone = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key in OPENING or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.open_picker()
        elif key == Qt.Key.Key_Delete:
            self._choose(self.currentIndex().row(), "")
        elif alone and plain and plain.isprintable():
            self.open_picker(plain)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing searches the fields, not the titles."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shares the width between title, examples and field."""
        if self.model() is None:
            return
        room = self.viewport().width()
        target = min(max(theme.px(230), int(room * 0.30)), theme.px(340))
        title = min(max(theme.px(150), int(room * 0.26)), theme.px(320))
        for column, width in zip(MappingColumn, (title, room - title - target, target), strict=True):
            self.setColumnWidth(column, width)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == MappingColumn.TARGET:
            self.open_picker()

    def _picked(self, field: str) -> None:
        self._choose(self.currentIndex().row(), field)

    def _choose(self, row: int, field: str) -> None:
        model = self.model()
        if row >= 0 and model is not None:
            model.setData(model.index(row, MappingColumn.TARGET), field)

    def _scale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.fit()
