"""The language menu and the light/dark switch in the top bar."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from cims_desktop.gui import look, theme, translation
from cims_desktop.gui.icons import IconName, icon
from cims_desktop.gui.settings import Settings


class LookMenus(QObject):
    """Fills the language button's menu and keeps the theme button in step with the theme."""

    def __init__(self, settings: Settings, language_button: QToolButton, theme_button: QToolButton) -> None:
        super().__init__(language_button)
        self._settings, self._theme_button = settings, theme_button
        self._menu = QMenu(language_button)
        self._group = QActionGroup(self)
        for code, name in translation.LANGUAGES.items():
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setData(code)
            self._group.addAction(action)
        self._menu.aboutToShow.connect(self._check_current)
        self._menu.triggered.connect(lambda action: look.choose_language(settings, action.data()))
        language_button.setMenu(self._menu)
        theme_button.clicked.connect(self._toggle)
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def _check_current(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == translation.language())

    def _toggle(self) -> None:
        look.toggle_dark(self._settings)

    def _dress(self) -> None:
        name: IconName = "sun" if theme.tokens().dark else "moon"
        # The window gives every button its named icon anew when the theme changes.
        self._theme_button.setProperty("icon_name", name)
        self._theme_button.setIcon(icon(name))
