"""The large area onto which a file is dropped; it also says what became of the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import IconName, icon
from cims_desktop.gui.widgets.elided_label import ElidedLabel


class DropArea(QFrame):
    """`file_dropped(Path)`: a file was let go here. `choose_asked()`: the button was pressed.

    `stop_asked()`: reading shall stop.
    """

    file_dropped = Signal(Path)
    choose_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self._icon: tuple[IconName, str] = ("upload", "accent")
        self.icon_label = QLabel(self)
        self.title_label = ElidedLabel(self)
        self.text_label = QLabel(self)
        self.progress_bar = QProgressBar(self)
        self.choose_button = QPushButton(self)
        self.stop_button = QPushButton(self)
        self._lay_out()
        self.choose_button.clicked.connect(self.choose_asked)
        self.stop_button.clicked.connect(self.stop_asked)
        theme.notifier().changed.connect(self._paint_icon)

    def show_empty(self) -> None:
        """Nothing is chosen yet."""
        text = self.tr("or choose one. CSV, Excel and OpenDocument tables can be read.")
        self._show(("upload", "accent"), self.tr("Drop a file here"), text)

    def show_reading(self, name: str) -> None:
        """The file is being read."""
        self.progress_bar.setRange(0, 0)
        self._show(("sheet", "accent"), name, self.tr("Reading the file"), reading=True)

    def show_progress(self, done: int, total: int | None) -> None:
        """How far the reading is."""
        if total:
            self.progress_bar.setRange(0, 1000)
            self.progress_bar.setValue(min(1000, done * 1000 // total))

    def show_read(self, name: str, facts: str) -> None:
        """The file was read."""
        self._show(("success", "ok"), name, facts)

    def show_fault(self, name: str, sentence: str, way_out: str) -> None:
        """The file can't be read."""
        self._show(("warning", "bad"), name, f"{sentence}\n{way_out}".strip(), role="error")

    def _show(
        self, mark: tuple[IconName, str], title: str, text: str, *, reading: bool = False, role: str = "muted"
    ) -> None:
        self._icon = mark
        self.title_label.setText(title)
        self.text_label.setText(text)
        if self.text_label.property("role") != role:
            self.text_label.setProperty("role", role)
            self.text_label.style().unpolish(self.text_label)
            self.text_label.style().polish(self.text_label)
        self.setAccessibleName(f"{title}. {text}")
        self.progress_bar.setVisible(reading)
        self.stop_button.setVisible(reading)
        self.choose_button.setVisible(not reading)
        another = mark[0] != "upload"
        self.choose_button.setText(self.tr("Choose another &file…") if another else self.tr("Choose &file…"))
        self.stop_button.setText(self.tr("S&top"))
        self._paint_icon()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile() and self.choose_button.isVisible():
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(over=False)
        event.acceptProposedAction()
        self.file_dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if self._over else colours.line2), 2 if self._over else 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.sel if self._over else colours.surface))
        radius = theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        painter.end()

    def _mark(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _paint_icon(self) -> None:
        side = theme.px(40)
        pixmap = icon(*self._icon).pixmap(QSize(side, side), self.devicePixelRatioF())
        self.icon_label.setPixmap(pixmap)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title_label.setProperty("role", "h2")
        self.title_label.setAlignment(centre)
        self.text_label.setAlignment(centre)
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(self.tr("Reading the file"))
        self.progress_bar.setFixedWidth(theme.px(320))
        for button in (self.choose_button, self.stop_button):
            button.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self.icon_label, 0, centre)
        layout.addWidget(self.title_label)
        layout.addWidget(self.text_label)
        layout.addWidget(self.progress_bar, 0, centre)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        layout.addStretch(1)
