"""The one search box: finds customers while one types, and never waits for an answer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.queries import SearchHit
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.widgets.search_asker import SearchAsker
from cims_desktop.gui.widgets.search_field import SearchField
from cims_desktop.gui.widgets.search_popup import SearchPopup

WIDEST = 640


class SearchBox(SearchField):
    """Type-ahead over customers.

    `customer_chosen(int)`: open this customer. `new_customer_requested(str)`: Enter was pressed on text that
    nobody matches. Text that an input method is still composing is not searched for.
    """

    customer_chosen = Signal(int)
    new_customer_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asker = SearchAsker(self)
        self._asker.answered.connect(self._answered)
        self._popup: SearchPopup | None = None
        self._enter_waits = False
        self._composing = False
        self.textEdited.connect(self._edited)

        theme.notifier().changed.connect(self._limit)
        self._limit()

    def bind(self, desk: Desk) -> None:
        """Searches this desk's office from now on."""
        self._asker.bind(desk)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(385), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(170), super().minimumSizeHint().height())

    def popup(self) -> SearchPopup:
        """The list under the box, made when it is first needed."""
        if self._popup is None:
            self._popup = SearchPopup(self.window())
            self._popup.view.clicked.connect(self._clicked)
        return self._popup

    def close_popup(self) -> None:
        """Hides the list; what was asked is not wanted any more."""
        self._enter_waits = False
        if self._popup is not None:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.text().strip():
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_popup()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _limit(self) -> None:
        """A box across half of a large screen is no easier to type in."""
        self.setMaximumWidth(theme.px(WIDEST))

    def _edited(self) -> None:
        self._enter_waits = False
        text = self.text().strip()
        self._asker.want(text)
        if not text:
            self.close_popup()

    def _answered(self, text: str, hits: tuple[SearchHit, ...]) -> None:
        popup = self.popup()
        popup.none_label.setText(
            self.tr("Nobody found. Enter makes a new customer “%1”.").replace("%1", text)
        )
        popup.show_hits(hits, text)
        if self._enter_waits:
            self._enter()
        elif self.hasFocus():
            self._show_popup()

    def _show_popup(self) -> None:
        self._place()
        self.popup().show()
        self.popup().raise_()

    def _place(self) -> None:
        if self._popup is not None and self.window() is self._popup.parentWidget():
            below = self.mapTo(self.window(), QPoint(0, self.height() + 4))
            self._popup.setGeometry(below.x(), below.y(), self.width(), self._popup.wanted_height())

    def _move(self, step: int) -> None:
        popup = self.popup()
        count = popup.model.rowCount()
        if not popup.isVisible():
            if self._asker.knows(self.text().strip()):
                self._show_popup()
            else:
                self._edited()
        elif count:
            row = (popup.view.currentIndex().row() + step) % count
            popup.view.setCurrentIndex(popup.model.index(row, 0))

    def _enter(self) -> None:
        text = self.text().strip()
        if not text:
            return
        if not self._asker.knows(text):
            # The answer to what is typed now is on its way: Enter waits for it instead of opening an older hit.
            self._asker.want(text)
            self._enter_waits = True
            return
        popup = self.popup()
        hit = popup.model.hit(popup.view.currentIndex().row())
        self._finish()
        if hit is None:
            self.new_customer_requested.emit(text)
        else:
            self.customer_chosen.emit(hit.id)

    def _clicked(self, index: QModelIndex) -> None:
        hit = self.popup().model.hit(index.row())
        self._finish()
        if hit is not None:
            self.customer_chosen.emit(hit.id)

    def _escape(self) -> None:
        if self._popup is not None and self._popup.isVisible():
            self.close_popup()
        else:
            self._finish()

    def _finish(self) -> None:
        self.close_popup()
        self._asker.forget()
        self.clear()
