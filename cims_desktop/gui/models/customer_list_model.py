"""Item model of the customer list: one snapshot of ids, and pages of rows that are read when painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QObject,
    Qt,
    QTimer,
    Signal,
)

from cims_desktop.domain.customers import CustomerRow
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.gui.models.customer_columns import NUMERIC, Column, cell_text, second_line, title
from cims_desktop.gui.models.customer_feed import CustomerFeed
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.models.snapshot_model import NO_PARENT, Index, SnapshotModel
from cims_desktop.gui.models.snapshots import FIRST_ROWS, First, Snapshot, differs_in_place

if TYPE_CHECKING:
    from cims_desktop.domain.changes import Changes
    from cims_desktop.gui.desk import Desk

SKELETON_ROWS = 40
REFRESH_AFTER_MS = 250
SPOKEN_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class CustomerListModel(SnapshotModel):
    """Rows of one `CustomerQuery`; `show()` starts it, `refresh()` follows the change bus, `close()` ends it.

    Signals: `reloaded(count)` when the count and the first rows are here; `snapshot_arrived()` when every id
    is; `failed(CimsError)` when the list could not be read.
    """

    reloaded = Signal(int)
    snapshot_arrived = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = desk.office.profile.currency
        self._query = CustomerQuery()
        self._loading = False
        self._stale = False
        self._feed = CustomerFeed(desk, self)
        self._feed.first_arrived.connect(self._first_arrived)
        self._feed.snapshot_arrived.connect(self._snapshot_arrived)
        self._feed.rows_arrived.connect(self._rows_arrived)
        self._feed.page_arrived.connect(self._page_arrived)
        self._feed.page_lost.connect(self.cache.give_up)
        self._feed.became_slow.connect(self._show_skeleton)
        self._feed.failed.connect(self.failed)
        self._refresh_timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        self._refresh_timer.timeout.connect(self._read_snapshot)
        self._page_timer = QTimer(self, singleShot=True, interval=0)
        self._page_timer.timeout.connect(self._read_pages)

    @property
    def query(self) -> CustomerQuery:
        """What is listed."""
        return self._query

    @property
    def loading(self) -> bool:
        """Whether a new query still runs."""
        return self._loading

    def show(self, query: CustomerQuery) -> None:
        """Lists another query; whatever was being read for the one before is stopped."""
        self._query = query
        self._refresh_timer.stop()
        self._stale = False
        self._loading = True
        self._feed.start(query)

    def refresh(self, changes: Changes) -> None:
        """Reads again what `changes` touched; the snapshot only when order or membership may differ."""
        if changes.everything:
            self._refresh_timer.start()
        elif changes.customers:
            self._feed.read_rows(tuple(changes.customers))

    def close(self) -> None:
        """Stops reading; late answers are dropped."""
        self._feed.stop()
        self._refresh_timer.stop()
        self._page_timer.stop()

    def row(self, position: int) -> CustomerRow | None:
        """The row at `position`; None while it is read (it is asked for)."""
        if self._loading:
            return self.cache.peek(position)
        row = self.cache.row(position)
        if row is None and not self._page_timer.isActive():
            self._page_timer.start()
        return row

    # Qt's item model

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(Column(section))
        return _alignment(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == RECORD_ROLE:
            return self.row(index.row())
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        row = self.cache.peek(index.row()) if role in SPOKEN_ROLES else None
        if row is None:
            return None
        text = cell_text(row, column, self._currency)
        whole = role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME
        return f"{text}, {second_line(row)}" if whole else text

    # Answers of jobs

    def _first_arrived(self, first: First) -> None:
        self.replace(first.count, first.ids, {0: first.rows})
        self._loading = False
        self.reloaded.emit(self.count)
        if first.ids is None:
            self._feed.read_snapshot(self._query)
        else:
            self.snapshot_arrived.emit()

    def _snapshot_arrived(self, snapshot: Snapshot) -> None:
        same = len(snapshot.ids) == self.count if self.ids is None else self.ids == snapshot.ids
        if same:
            self.ids = snapshot.ids
            for page, rows in snapshot.pages.items():
                self.store(page, rows)
        else:
            self.replace(len(snapshot.ids), snapshot.ids, snapshot.pages)
            self.reloaded.emit(self.count)
        self.snapshot_arrived.emit()
        self._page_timer.start()
        if self._stale:
            self._stale = False
            self._refresh_timer.start()

    def _rows_arrived(self, ids: tuple[int, ...], rows: dict[int, CustomerRow]) -> None:
        missing, moved = set(ids), False
        for page in self.cache.cached():
            before = [row for row in self.cache.page(page) if row is not None and row.id in ids]
            if not before:
                continue
            missing.difference_update(row.id for row in before)
            moved = moved or any(differs_in_place(self._query, row, rows.get(row.id)) for row in before)
            self.store(page, tuple(row and rows.get(row.id, row) for row in self.cache.page(page)))
        if moved or missing:
            self._refresh_timer.start()

    def _page_arrived(self, page: int, rows: tuple[CustomerRow | None, ...]) -> None:
        self.store(page, rows)
        self._read_pages()

    def _read_snapshot(self) -> None:
        if self.ids is None or self._loading:
            self._stale = True
        else:
            self._feed.read_snapshot(self._query, tuple(self.cache.cached()[-2:]))

    def _read_pages(self) -> None:
        while self.ids is not None and not self._loading and (page := self.cache.next_wanted()) is not None:
            self._feed.read_page(page, self.ids[page * FIRST_ROWS : (page + 1) * FIRST_ROWS])

    def _show_skeleton(self) -> None:
        self.replace(self.count or SKELETON_ROWS, None, {})


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMERIC else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
