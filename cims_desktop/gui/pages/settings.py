"""The settings page: language, appearance, text size; one's own security; the office; where the files are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from cims_desktop import __version__
from cims_desktop.gui import look, theme
from cims_desktop.gui._gen.ui_settings_page import Ui_SettingsPage
from cims_desktop.gui.countries import country_name
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.forms import app_pixmap, fill_languages
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.pages.own_security import OwnSecurity
from cims_desktop.gui.places import log_folder
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import role_word

SCALES = (100, 110, 125, 150, 175, 200)
COMBO_WIDTH = 190


class SettingsPage(Translated, QWidget):
    """Every choice is in force, and remembered, as soon as it is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ui = Ui_SettingsPage()
        self.ui.setupUi(self)
        self._security = OwnSecurity(desk, self.ui, self)
        self.retranslate()
        self._connect()
        theme.notifier().changed.connect(self._dress)
        self._dress()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Settings")

    def activate(self) -> None:
        """Shows what is in force; the theme may have been switched in the top bar."""
        self._show_choices()
        self._security.reload()

    def retranslate(self) -> None:
        self._security.retranslate()
        self._fill_choices()
        self._show_choices()
        profile, user = self.desk.office.profile, self.desk.user
        self.ui.office_name_label.setText(profile.name)
        self.ui.currency_label.setText(self.tr("%1 (fixed)").replace("%1", profile.currency))
        self.ui.country_label.setText(country_name(profile.country))
        self.ui.time_zone_label.setText(profile.time_zone)
        self.ui.signed_in_label.setText(f"{user.display_name} ({user.sign_in_name}, {role_word(user.role)})")
        self.ui.office_file_label.setText(str(self.desk.office.path))
        self.ui.log_folder_label.setText(str(log_folder()))
        self.ui.settings_file_label.setText(self.desk.settings.place())
        self.ui.version_label.setText(self.tr("Version %1").replace("%1", __version__))

    def _fill_choices(self) -> None:
        schemes = {"system": self.tr("Like the computer"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        _refill(self.ui.scheme_combo, list(schemes.items()))
        _refill(self.ui.scale_combo, [(scale / 100, f"{scale}%") for scale in SCALES])

    def _show_choices(self) -> None:
        fill_languages(self.ui.language_combo)
        _choose(self.ui.scheme_combo, theme.scheme())
        _choose(self.ui.scale_combo, theme.scale())

    def _connect(self) -> None:
        settings, ui = self.desk.settings, self.ui
        ui.language_combo.activated.connect(
            lambda: look.choose_language(settings, ui.language_combo.currentData())
        )
        ui.scheme_combo.activated.connect(lambda: look.choose_scheme(settings, ui.scheme_combo.currentData()))
        ui.scale_combo.activated.connect(lambda: look.choose_scale(settings, ui.scale_combo.currentData()))
        ui.show_office_button.clicked.connect(lambda: _show_folder(self.desk.office.path.parent))
        ui.show_log_button.clicked.connect(lambda: _show_folder(log_folder()))
        ui.shortcuts_button.clicked.connect(self._open_shortcuts)
        ui.about_button.clicked.connect(self._open_about)

    def _open_shortcuts(self) -> None:
        from cims_desktop.gui.dialogs.shortcuts import ShortcutsDialog

        _open(ShortcutsDialog(self.desk.user, self))

    def _open_about(self) -> None:
        from cims_desktop.gui.dialogs.about import AboutDialog

        _open(AboutDialog(self))

    def _dress(self) -> None:
        apply_icons(self)
        for combo in (self.ui.language_combo, self.ui.scheme_combo, self.ui.scale_combo, self.ui.idle_combo):
            combo.setMinimumWidth(theme.px(COMBO_WIDTH))
        self.ui.app_icon_label.setPixmap(app_pixmap(self, 36))
        self._show_choices()


def _refill(box: QComboBox, items: list[tuple[object, str]]) -> None:
    box.clear()
    for value, text in items:
        box.addItem(text, value)


def _choose(box: QComboBox, value: object) -> None:
    """Makes `value` current; one that is not offered (set by hand in the file) is added."""
    if box.findData(value) < 0:
        box.addItem(str(value), value)
    box.setCurrentIndex(box.findData(value))


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
