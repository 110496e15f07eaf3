"""The left side of the main window: office, pages, user; icons alone when there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_main_window import Ui_MainWindow
from cims_desktop.gui.actions import shortcut_text
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.forms import app_pixmap
from cims_desktop.gui.pages import PageEntry
from cims_desktop.gui.widgets.navigation_bar import NavigationEntry
from cims_desktop.gui.words import role_word

NARROW_BELOW = 1100
WIDE, NARROW = 236, 72


class Sidebar(QObject):
    """`page_wanted(str)`: the person wants the page with this id."""

    page_wanted = Signal(str)

    def __init__(self, ui: Ui_MainWindow, desk: Desk, pages: Sequence[PageEntry]) -> None:
        super().__init__(ui.sidebar)
        self._ui, self._desk, self._pages = ui, desk, pages
        for bar in (ui.navigation_bar, ui.foot_bar):
            bar.chosen.connect(self.page_wanted)

    def retranslate(self) -> None:
        """Names everything in the language of the window."""
        ui, profile, user = self._ui, self._desk.office.profile, self._desk.user
        numbered = enumerate((page for page in self._pages if not page.at_foot), 1)
        ui.navigation_bar.set_entries([_entry(page, f"Ctrl+{number}") for number, page in numbered])
        ui.foot_bar.set_entries([_entry(page, "") for page in self._pages if page.at_foot])
        ui.office_label.setText(profile.name)
        ui.place_label.setText(self.tr("Demo office") if profile.demo else self.tr("Office"))
        ui.user_label.setText(user.display_name)
        ui.role_label.setText(role_word(user.role))
        ui.user_avatar.set_name(user.display_name)

    def order_tabs(self) -> None:
        """Tab goes through the pages, the user, then the top bar, and on into the page."""
        ui = self._ui
        chain = [
            *ui.navigation_bar.buttons(), *ui.foot_bar.buttons(), ui.lock_button, ui.sign_out_button,
            ui.search_box, ui.counter_button, ui.language_button, ui.theme_button, ui.notices_button,
            ui.new_customer_button,
        ]  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def set_current(self, page: str) -> None:
        """Marks the page that is shown."""
        for bar in (self._ui.navigation_bar, self._ui.foot_bar):
            bar.set_current(page)

    def fit(self, window_width: int) -> None:
        """Shows words, or icons alone in a narrow window."""
        ui, narrow = self._ui, window_width < theme.px(NARROW_BELOW)
        ui.sidebar.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        for bar in (ui.navigation_bar, ui.foot_bar):
            bar.set_narrow(narrow=narrow)
        for texts in (ui.brand_texts, ui.user_texts):
            texts.setVisible(not narrow)
        ui.user_layout.setContentsMargins(0 if narrow else 5, 4, 0, 0)
        # Below each other when there is no room beside the avatar.
        for row, button in enumerate((ui.lock_button, ui.sign_out_button), 1):
            ui.user_layout.addWidget(button, row if narrow else 0, 0 if narrow else row + 1)

    def dress(self) -> None:
        """Paints the program's icon in the size in force."""
        self._ui.app_icon_label.setPixmap(app_pixmap(self._ui.sidebar, 30))


def _entry(page: PageEntry, keys: str) -> NavigationEntry:
    name = QCoreApplication.translate("pages", page.name)
    return NavigationEntry(page.id, page.icon, name, shortcut_text(keys) if keys else "")
