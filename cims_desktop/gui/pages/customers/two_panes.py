"""List and detail side by side where both have room, else one over the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.settings import CUSTOMER_SPLITTER, Settings
from cims_desktop.gui.widgets.measures import forget_measures

if TYPE_CHECKING:
    from cims_desktop.gui._gen.ui_customers_page import Ui_CustomersPage

SIDE_BY_SIDE = 1040
"""Narrower than this (at 100 %; a window of 1280 less its navigation), the detail covers the list."""

FIRST_SIZES = (720, 440)

NEW_MEASURES = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange}
NEW_ROOM = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}


class TwoPanes(QObject):
    """Follows the page's width and what the panes need, in any font, text size and language.

    `side_by_side()`: there is room for a customer beside the list now, and none is shown.
    """

    side_by_side = Signal()

    def __init__(self, ui: Ui_CustomersPage, settings: Settings, page: QWidget) -> None:
        super().__init__(page)
        self._page, self._splitter, self._settings = page, ui.splitter, settings
        self._layout = ui.layout_1
        self._list, self._detail = ui.list_pane, ui.detail_pane
        self._narrow: bool | None = None
        # The page's own minimum counts, which is that of one pane; the layout would ask for both.
        ui.layout_1.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._area = ui.detail_pane.ui.scroll_area
        for each in (page, self._area.widget()):
            each.installEventFilter(self)
        self._measure_timer = QTimer(self, singleShot=True, interval=0)
        self._measure_timer.timeout.connect(self._measure_anew)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(self._remember)

    @property
    def narrow(self) -> bool:
        """Whether only one pane is shown."""
        return bool(self._narrow)

    def least_size(self) -> QSize:
        """What the page needs when it shows one pane, in pixels."""
        both = self._list.minimumSizeHint().expandedTo(self._detail.minimumSizeHint())
        return both.grownBy(self._layout.contentsMargins())

    def show_detail(self) -> None:
        """Brings the detail to the front, where only one pane is shown."""
        if self._narrow:
            self._list.hide()
            self._detail.show()

    def show_list(self) -> None:
        """Leads back to the list."""
        self._detail.hide()
        self._list.show()
        self._list.ui.table.setFocus()

    def arrange(self) -> None:
        """Places the panes for the room there is."""
        narrow = self._page.width() < max(theme.px(SIDE_BY_SIDE), self._room_for_both())
        if narrow == self._narrow:
            return
        in_front = self._list.isHidden() or (narrow and self._is_typing())
        shown = in_front and self._detail.customer is not None
        self._narrow = narrow
        self._detail.ui.back_button.setVisible(narrow)
        self._list.setVisible(not (narrow and shown))
        self._detail.setVisible(not narrow or shown)
        if not narrow:
            self._share_room()
            if self._detail.customer is None:
                self.side_by_side.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A layout request comes when the minimum of what is shown is new.
        if watched is not self._page:
            if event.type() is QEvent.Type.LayoutRequest:
                self._hold_form()
        elif event.type() in NEW_ROOM:
            self.arrange()
        elif event.type() in NEW_MEASURES:
            self._measure_timer.start()
        return super().eventFilter(watched, event)

    def _room_for_both(self) -> int:
        margins = self._layout.contentsMargins()
        panes = self._list.minimumSizeHint().width() + self._detail.minimumSizeHint().width()
        return panes + self._splitter.handleWidth() + margins.left() + margins.right()

    def _measure_anew(self) -> None:
        """A hidden pane keeps the measures of the font and language it was last shown in."""
        for pane in (self._list, self._detail):
            if pane.isHidden():
                forget_measures(pane)
        self._hold_form()
        self.arrange()

    def _hold_form(self) -> None:
        """The form scrolls up and down only: what it needs in width, its pane needs."""
        form = self._area.widget().minimumSizeHint().width()
        self._area.setMinimumWidth(form + self._area.verticalScrollBar().sizeHint().width())

    def _is_typing(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._detail.isAncestorOf(focus)

    def _remember(self) -> None:
        self._settings.set(CUSTOMER_SPLITTER, bytes(self._splitter.saveState().data()))

    def _share_room(self) -> None:
        if not self._splitter.restoreState(self._settings.get(CUSTOMER_SPLITTER)):
            self._splitter.setSizes([theme.px(each) for each in FIRST_SIZES])
