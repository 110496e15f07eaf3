"""The main window: navigation, top bar, message bar and the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_main_window import Ui_MainWindow
from cims_desktop.gui.actions import PAGE_ACTIONS, ActionId, WindowActions
from cims_desktop.gui.counter_bar import CounterBar
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftKeeper
from cims_desktop.gui.errands import Errands
from cims_desktop.gui.foreign_changes import ForeignChanges
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.lock_keeper import LockKeeper
from cims_desktop.gui.look_menus import LookMenus
from cims_desktop.gui.looking_bar import LookingBar
from cims_desktop.gui.notice_log import NoticeLog
from cims_desktop.gui.page_host import PageHost
from cims_desktop.gui.pages import PageEntry, pages_for
from cims_desktop.gui.rights_teller import RightsTeller
from cims_desktop.gui.settings import LAST_PAGE
from cims_desktop.gui.sidebar import Sidebar
from cims_desktop.gui.top_bar import TopBar
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.floating import Floating
from cims_desktop.gui.window_place import remember_place, restore_place


class MainWindow(Translated, QMainWindow):
    """`signed_out()`: the person wants the sign-in page. `closed()`: the window is gone."""

    signed_out = Signal()
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        desk.notices = self.ui.message_bar
        self.ui.content_layout.removeWidget(self.ui.message_area)
        self._floating = Floating(self.ui.message_area, self.ui.page_stack)
        self.pages = PageHost(self.ui.page_stack, desk, pages_for(desk.user))
        self.sidebar = Sidebar(self.ui, desk, self.pages.entries)
        self.top_bar = TopBar(self.ui, desk.user)
        self.lock_keeper = LockKeeper(desk, self.ui.layer_stack, self)
        self.actions_table = WindowActions(self, desk.user, self._slots())
        self.draft_keeper = DraftKeeper(desk.drafts, desk.office.drafts, desk.user, desk.jobs, self)
        self.errands = Errands(desk, self)
        self._notice_log = NoticeLog(self.ui.message_bar, self.ui.notices_button)
        self._look_menus = LookMenus(desk.settings, self.ui.language_button, self.ui.theme_button)
        self._counter_bar = CounterBar(self, self.ui, self.actions_table[ActionId.COUNTER])
        self._foreign_changes = ForeignChanges(desk, self)
        self._rights = RightsTeller(desk, self)
        if desk.user.looking:
            self.draft_keeper.stop()
            LookingBar.put_over(self.ui.central_layout, desk)
        self._connect()
        self._dress()
        self.retranslate()
        restore_place(self, desk.settings)

    def begin(self, page: str = "") -> None:
        """Shows the page of the last time, or the given one, and begins to watch."""
        wanted = page or self.desk.settings.get(LAST_PAGE)
        if not self.pages.show(wanted):
            self.pages.show(self.pages.entries[0].id)
        self.sidebar.order_tabs()
        self.ui.search_box.setFocus()
        self.lock_keeper.watch.restart()
        self._foreign_changes.start()
        self._rights.ask()

    def retranslate(self) -> None:
        self.sidebar.retranslate()
        self.top_bar.fit(self.width())
        self.actions_table.retranslate()
        self._name_window()

    def open_customer(self, customer_id: int) -> None:
        """Shows one customer on the customers page."""
        if self.pages.show("customers"):
            self.pages.tell("show_customer", customer_id)

    def new_customer(self, text: str = "") -> None:
        """Opens the form for a new customer; `text` is what was typed into the search box."""
        if self.desk.may(Permission.CREATE_CUSTOMERS) and self.pages.show("customers"):
            self.pages.tell("new_customer", text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit(self.width())
        self.top_bar.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.lock_keeper.is_locked and not self.pages.may_leave():
            event.ignore()
            return
        self.shut_down()
        event.accept()
        self.closed.emit()

    def sign_out(self) -> None:
        """Back to the sign-in page, unless unsaved changes hold the person here."""
        if self.lock_keeper.is_locked or self.pages.may_leave():
            self.shut_down()
            self.signed_out.emit()

    def shut_down(self) -> None:
        """Keeps drafts and the window's place; nothing is asked any more."""
        self._foreign_changes.stop()
        self.lock_keeper.watch.stop()
        self.draft_keeper.stop()
        if not self.desk.user.looking:
            remember_place(self, self.desk.settings)
            self.desk.settings.set(LAST_PAGE, self.pages.current)
        self.draft_keeper.save_now(self.desk.office.hurry)

    def _slots(self) -> dict[ActionId, Callable[[], object]]:
        going = {
            action: self._going(page.id)
            for action, page in zip(PAGE_ACTIONS, self._main_pages(), strict=False)
        }
        return going | {
            ActionId.NEW_CUSTOMER: self._new_unnamed_customer,
            ActionId.FIND: self._focus_search,
            ActionId.SAVE: lambda: self.pages.tell("save"),
            ActionId.RELOAD: lambda: self.pages.tell("reload"),
            ActionId.NOTICE: self.ui.message_bar.take_focus,
            ActionId.COUNTER: counter_mode.mode().press,
            ActionId.SETTINGS: self._going("settings"),
            ActionId.SHORTCUTS: self._show_shortcuts,
            ActionId.LOCK: self.lock_keeper.lock,
            ActionId.SIGN_OUT: self.sign_out,
            ActionId.QUIT: self.close,
        }

    def _new_unnamed_customer(self) -> None:
        self.new_customer()

    def _going(self, page: str) -> Callable[[], object]:
        def go() -> None:
            was_here = self.pages.current == page and self.ui.page_stack.isAncestorOf(self.focusWidget())
            if self.pages.show(page) and not was_here:
                self.pages.take_keys()

        return go

    def _main_pages(self) -> list[PageEntry]:
        return [page for page in self.pages.entries if not page.at_foot]

    def _connect(self) -> None:
        ui, table, routes = self.ui, self.actions_table, self.desk.routes
        self.sidebar.page_wanted.connect(self._chosen)
        self.pages.shown.connect(self._page_shown)
        ui.search_box.bind(self.desk)
        ui.message_bar.shown.connect(self._floating.show)
        ui.message_bar.cleared.connect(self._floating.hide)
        for source in (ui.search_box.customer_chosen, routes.customer_requested):
            source.connect(self.open_customer)
        for source in (ui.search_box.new_customer_requested, routes.new_customer_requested):
            source.connect(self.new_customer)
        routes.page_requested.connect(self.pages.show)
        ui.new_customer_button.clicked.connect(table[ActionId.NEW_CUSTOMER].trigger)
        ui.lock_button.clicked.connect(table[ActionId.LOCK].trigger)
        ui.sign_out_button.clicked.connect(self.sign_out)
        self.lock_keeper.locked.connect(lambda: table.set_enabled(enabled=False))
        self.lock_keeper.locked.connect(self.draft_keeper.save_soon)
        self.lock_keeper.unlocked.connect(lambda: table.set_enabled(enabled=True))
        self.lock_keeper.sign_out_requested.connect(self.sign_out)
        theme.notifier().changed.connect(self._dress)

    def _chosen(self, page: str) -> None:
        if not self.pages.show(page):
            self._page_shown(self.pages.current)

    def _page_shown(self, page: str) -> None:
        self.sidebar.set_current(page)
        self._name_window()

    def _name_window(self) -> None:
        title, office = self.pages.title(), self.desk.office.profile.name
        self.ui.title_label.setText(title)
        self.setWindowTitle(f"{title} – {office}" if title else office)

    def _focus_search(self) -> None:
        self.ui.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search_box.selectAll()

    def _show_shortcuts(self) -> None:
        from cims_desktop.gui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self.desk.user, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _dress(self) -> None:
        self.top_bar.fit(self.width())
        apply_icons(self)
        self.sidebar.dress()
        self.sidebar.fit(self.width())
