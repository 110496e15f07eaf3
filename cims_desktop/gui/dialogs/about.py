"""About the program: version and the licences of what it stands on."""

from __future__ import annotations

from PySide6.QtCore import QSize, qVersion
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop import __version__
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_about_dialog import Ui_AboutDialog
from cims_desktop.gui.forms import fit_dialog
from cims_desktop.gui.icons import app_icon
from cims_desktop.gui.translation import Translated

WIDTH = 500
LICENCES = """CIMS Desktop: MIT
Qt and PySide6: LGPL-3.0
SQLCipher: BSD-3-Clause
SQLAlchemy, Alembic, argon2-cffi: MIT
cryptography: Apache-2.0 or BSD-3-Clause
matplotlib: PSF-based
openpyxl, python-calamine, rustpy-xlsxwriter: MIT
phonenumbers: Apache-2.0
email-validator: Unlicense
Lucide icons: ISC"""


class AboutDialog(Translated, QDialog):
    """Name, version, purpose and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_AboutDialog()
        self.ui.setupUi(self)
        side = theme.px(52)
        self.ui.app_icon_label.setPixmap(app_icon().pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.ui.licences_edit.setPlainText(LICENCES)
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.close_button.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        text = self.tr("Version %1, Qt %2").replace("%1", __version__).replace("%2", qVersion())
        self.ui.version_label.setText(text)
        fit_dialog(self, WIDTH)
