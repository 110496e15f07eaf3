"""The bar over the pages: with large text in a small window, its act is an icon, so that the title can be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_main_window import Ui_MainWindow
from cims_desktop.gui.rights import explain

TIGHT_BELOW = 660


class TopBar(QObject):
    """Fits the bar of the main window's form to the window. What the settings offer too gives way first."""

    def __init__(self, ui: Ui_MainWindow, user: User) -> None:
        super().__init__(ui.topbar)
        self._user = user
        self._button = ui.new_customer_button
        self._in_settings_too = (ui.language_button, ui.theme_button)

    def fit(self, window_width: int) -> None:
        """Shows the act's word where there is room for it; its name stays for screen readers and as a tip."""
        tight = window_width < theme.px(TIGHT_BELOW)
        word = QCoreApplication.translate("MainWindow", "New customer")
        self._button.setText("" if tight else word)
        self._button.setToolTip(word if tight else "")
        self._button.setAccessibleName(word)
        explain(self._button, Permission.CREATE_CUSTOMERS, self._user)
        for button in self._in_settings_too:
            button.setVisible(not tight)
