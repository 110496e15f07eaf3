"""The crash dialog: says what happened, what was kept, and lets the person go on or restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_crash_dialog import Ui_CrashDialog
from cims_desktop.gui.forms import fit_dialog
from cims_desktop.gui.icons import icon
from cims_desktop.gui.translation import Translated

WIDTH = 540


class CrashDialog(Translated, QDialog):
    """`wants_restart` tells afterwards what was chosen; Esc and closing go on."""

    def __init__(self, details: str, drafts: int, log_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_restart = False
        self._drafts, self._log_folder = drafts, log_folder
        self.ui = Ui_CrashDialog()
        self.ui.setupUi(self)
        side = theme.px(34)
        self.ui.icon_label.setPixmap(
            icon("warning", "warn").pixmap(QSize(side, side), self.devicePixelRatioF())
        )
        self.ui.details_edit.setPlainText(details)
        self.ui.details_edit.hide()
        self.ui.details_button.toggled.connect(self._show_details)
        self.ui.log_button.clicked.connect(self._show_log)
        self.ui.go_on_button.clicked.connect(self.accept)
        self.ui.restart_button.clicked.connect(self._restart)
        self.ui.go_on_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        drafts = self.tr("%n form(s) with unsaved text kept as a draft.", "", self._drafts)
        self.ui.drafts_label.setText(drafts)
        self.ui.drafts_label.setVisible(self._drafts > 0)
        fit_dialog(self, WIDTH)

    def _show_details(self, shown: bool) -> None:
        self.ui.details_edit.setVisible(shown)
        fit_dialog(self, WIDTH)

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def _restart(self) -> None:
        self.wants_restart = True
        self.accept()
