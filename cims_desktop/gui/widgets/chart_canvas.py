"""A chart in a card: skeleton while it loads, the drawing with its tooltip, and the same figures as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QStackedLayout, QTableView, QWidget

from cims_desktop.charts import fonts
from cims_desktop.charts.marks import Chart
from cims_desktop.charts.theme import ChartTheme
from cims_desktop.gui import theme
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.models.text_table_model import TextRow, TextTableModel
from cims_desktop.gui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from cims_desktop.gui.widgets.figure_canvas import FigureCanvas

SKELETON_HEIGHTS = (0.42, 0.5, 0.47, 0.58, 0.66, 0.61, 0.7, 0.64, 0.75, 0.68, 0.8, 0.88)
TEXT_PX = 12
TIP_GAP = 8
ROW_HEIGHT = 32
SAMPLE = "¥1,234,567,890万亿年月kM−"


@dataclass(frozen=True)
class Reading:
    """What the tooltip and the table say of one item: its name and a cell per further column, in full."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A chart with its readings; `headers` has one more entry than a reading has cells."""

    name: str
    chart: Chart
    readings: tuple[Reading, ...]
    headers: tuple[str, ...]


def chart_theme(families: Sequence[str]) -> ChartTheme:
    """The colours and sizes in force, for a chart drawn in `families`."""
    now = theme.tokens()
    return ChartTheme(
        surface=now.surface, ink=now.ink, faint_ink=now.ink3, grid=now.line, baseline=now.line2, bar=now.bar,
        accent=now.accent, soft=now.soft, families=tuple(families), text_size=float(theme.px(TEXT_PX)),
    )  # fmt: skip


def load_drawing() -> tuple[str, ...]:
    """Imports matplotlib and its canvas and draws once; half a second, so never on the GUI thread."""
    families = fonts.warm(tuple(theme.families()), SAMPLE)
    from cims_desktop.gui.widgets import figure_canvas  # noqa: F401 (the import itself is the work)

    return families


class ChartPanel(QWidget):
    """Shows a chart once drawing is loaded. `item_pointed(int)`: the item under mouse or keyboard, -1 for none."""

    item_pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._canvas: FigureCanvas | None = None
        self._families: tuple[str, ...] = ()
        self._as_table = False
        self._table_model = TextTableModel(self)
        self._table = figure_table(self._table_model, self)
        self._skeleton = _Skeleton(self)
        self._tip = QLabel(self)
        self._tip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tip.setTextFormat(Qt.TextFormat.PlainText)
        self._tip.setObjectName("chart_tip_label")
        self._tip.hide()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._skeleton)
        self._pages.addWidget(self._table)
        theme.notifier().changed.connect(self._redraw)

    def attach(self, jobs: JobRunner, loader: Callable[[], tuple[str, ...]] = load_drawing) -> None:
        """Loads the drawing library off the GUI thread; charts appear when it is there."""
        jobs.submit(loader, done=self._loaded, lane=Lane.READ, owner=self)

    def show_chart(self, shown: Shown) -> None:
        """Shows a chart in place of the one before."""
        self._shown = shown
        rows = [TextRow((reading.name, *reading.cells)) for reading in shown.readings]
        self._table_model.show_rows(shown.headers, rows)
        self._table.setAccessibleName(shown.name)
        self._redraw()
        self._choose_page()

    def set_as_table(self, as_table: bool) -> None:
        """Shows the figures as a table, or drawn."""
        self._as_table = as_table
        self._choose_page()

    @property
    def canvas(self) -> FigureCanvas | None:
        """The drawing; None until it is loaded."""
        return self._canvas

    @property
    def tip_text(self) -> str:
        """What the tooltip says now; empty while there is none."""
        return self._tip.text() if self._tip.isVisible() else ""

    def _loaded(self, families: tuple[str, ...]) -> None:
        from cims_desktop.gui.widgets.figure_canvas import FigureCanvas

        self._families = families
        self._canvas = FigureCanvas(self)
        QWidget.setTabOrder(self._table, self._canvas)
        self._canvas.pointed.connect(self._point)
        self._pages.addWidget(self._canvas)
        self._redraw()
        self._choose_page()

    def _redraw(self) -> None:
        if self._canvas is None or self._shown is None:
            return
        self._canvas.show_chart(self._shown.chart, chart_theme(self._families))
        self._canvas.setAccessibleName(self._shown.name)
        self._canvas.setAccessibleDescription("; ".join(_spoken(reading) for reading in self._shown.readings))

    def _choose_page(self) -> None:
        if self._shown is not None and self._as_table:
            self._pages.setCurrentWidget(self._table)
        elif self._shown is not None and self._canvas is not None:
            self._pages.setCurrentWidget(self._canvas)
        else:
            self._pages.setCurrentWidget(self._skeleton)
        self._tip.hide()

    def _point(self, index: int) -> None:
        self.item_pointed.emit(index)
        if self._shown is None or self._canvas is None or not 0 <= index < len(self._shown.readings):
            self._tip.hide()
            return
        reading = self._shown.readings[index]
        self._tip.setText("\n".join((reading.name, *self._lines(reading))))
        self._tip.setStyleSheet(_tip_style())
        self._tip.adjustSize()
        self._tip.move(self._tip_place(self._canvas.anchor(index)).toPoint())
        self._tip.show()
        self._tip.raise_()
        if self._canvas.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, _spoken(reading)))

    def _lines(self, reading: Reading) -> list[str]:
        headers = self._shown.headers[1:] if self._shown else ()
        return [f"{header}: {cell}" for header, cell in zip(headers, reading.cells, strict=False)]

    def _tip_place(self, anchor: QPointF | None) -> QPointF:
        """Above the item, inside the panel."""
        point = anchor or QPointF(self.width() / 2, self.height() / 2)
        left = min(max(0.0, point.x() - self._tip.width() / 2), float(self.width() - self._tip.width()))
        above = point.y() - self._tip.height() - TIP_GAP
        return QPointF(
            left, above if above >= 0 else min(point.y() + TIP_GAP, self.height() - self._tip.height())
        )


def figure_table(model: TextTableModel, parent: QWidget | None = None) -> QTableView:
    """A quiet table view for figures: whole rows are chosen, the first column takes the room that is left."""
    table = QTableView(parent)
    table.setModel(model)
    dress_figure_table(table)
    return table


def dress_figure_table(table: QTableView) -> None:
    """Gives a view of a form the look and the keys of a figure table; its model is set already."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    _RowFitter(table).fit()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setResizeContentsPrecision(0)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    # A section that does not exist yet can't be told to stretch, and a reset with other columns forgets it.
    table.model().modelReset.connect(partial(_stretch_first, header))
    _stretch_first(header)


class _RowFitter(QObject):
    """Keeps a table's rows in step with the text size."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        theme.notifier().changed.connect(self.fit)

    def fit(self) -> None:
        """Sets the height for the text size in force."""
        self._table.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))


def _stretch_first(header: QHeaderView) -> None:
    if header.count():
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _spoken(reading: Reading) -> str:
    return f"{reading.name}: {', '.join(reading.cells)}"


def _tip_style() -> str:
    now = theme.tokens()
    return f"background: {now.tip}; color: {now.tip_ink}; border-radius: 6px; padding: 6px 9px;"


class _Skeleton(Skeleton):
    """Quiet bars where the chart will be."""

    def paint_bars(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().hover))
        slot = self.width() / len(SKELETON_HEIGHTS)
        for index, share in enumerate(SKELETON_HEIGHTS):
            tall = self.height() * share * 0.85
            painter.drawRoundedRect(
                QRectF(slot * (index + 0.2), self.height() - tall - 4, slot * 0.6, tall), 4, 4
            )
