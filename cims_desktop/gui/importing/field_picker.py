"""A list of target fields that can be searched; opens under the line of a column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.importing.field_words import ignore_word, sections
from cims_desktop.gui.importing.mapping_model import MappingModel

ROWS_SHOWN = 11
ROW = 28
FIELD = Qt.ItemDataRole.UserRole
MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class FieldPicker(QFrame):
    """Closes when a field is chosen or the person looks away. `picked(str)`: a field; empty ignores the column."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.search_edit = QLineEdit(self)
        self.search_edit.setClearButtonEnabled(True)
        self.search_edit.setPlaceholderText(self.tr("Search fields"))
        self.search_edit.setAccessibleName(self.tr("Search fields"))
        self.field_list = QListWidget(self)
        self.field_list.setAccessibleName(self.tr("Fields"))
        self.field_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field_list.setFrameShape(QFrame.Shape.NoFrame)
        self.field_list.setUniformItemSizes(True)
        self.field_list.setStyleSheet("background: transparent;")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.search_edit)
        layout.addWidget(self.field_list)
        self.search_edit.installEventFilter(self)
        self.search_edit.textChanged.connect(self._narrow)
        self.field_list.itemClicked.connect(self._pick)

    def open_for(self, model: MappingModel, column: int, below: QRect, typed: str = "") -> None:
        """Offers the fields for a column of the file under `below` (global); `typed` is searched at once."""
        self._fill(model, column)
        wide = max(below.width(), theme.px(280))
        high = theme.px(ROW) * ROWS_SHOWN + theme.px(62)
        place = QPoint(below.left(), below.bottom() + 2)
        screen = self.screen().availableGeometry()
        if place.y() + high > screen.bottom():
            place.setY(max(screen.top(), below.top() - high - 2))
        place.setX(min(place.x(), screen.right() - wide))
        self.setGeometry(QRect(place, QSize(wide, high)))
        self.show()
        self.search_edit.clear()
        self.search_edit.setText(typed)
        self.search_edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line2))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(10), theme.px(10)
        )
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search_edit
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() in MOVES:
                self._move(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._pick(self.field_list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self, model: MappingModel, column: int) -> None:
        self.field_list.clear()
        mapping, current = model.mapping(), model.target(column)
        self._add(ignore_word(), "", chosen=not current)
        for title, entries in sections(mapping.kind):
            heading = QListWidgetItem(title, self.field_list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(theme.font(11, theme.SEMIBOLD))
            heading.setForeground(QColor(theme.tokens().ink3))
            for name, text in entries:
                used = model.taken(name, column)
                shown = self.tr("%1 (moves here)").replace("%1", text) if used else text
                self._add(shown, name, chosen=name == current)
        for row in range(self.field_list.count()):
            self.field_list.item(row).setSizeHint(QSize(0, theme.px(ROW)))

    def _add(self, text: str, name: str, *, chosen: bool) -> None:
        item = QListWidgetItem(text, self.field_list)
        item.setData(FIELD, name)
        if chosen:
            self.field_list.setCurrentItem(item)

    def _narrow(self, typed: str) -> None:
        """Shows the fields whose words contain what was typed; headings only while nothing is."""
        wanted = typed.strip().casefold()
        first: QListWidgetItem | None = None
        for row in range(self.field_list.count()):
            item = self.field_list.item(row)
            name = item.data(FIELD)
            found = name is not None and (
                wanted in item.text().casefold() or wanted in str(name).replace("_", " ")
            )
            item.setHidden(bool(wanted) and not found)
            first = first or (item if found else None)
        if wanted and first is not None:
            self.field_list.setCurrentItem(first)
        elif wanted:
            self.field_list.clearSelection()
            self.field_list.setCurrentRow(-1)

    def _move(self, key: int) -> None:
        step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
        times = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) else ROWS_SHOWN - 1
        row = landed = self.field_list.currentRow()
        while times and 0 <= row + step < self.field_list.count():
            row += step
            item = self.field_list.item(row)
            if not item.isHidden() and item.data(FIELD) is not None:
                landed, times = row, times - 1
        self.field_list.setCurrentRow(landed)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(FIELD) is None:
            return
        self.close()
        self.picked.emit(str(item.data(FIELD)))
