"""Asks before customers in the bin are destroyed: nobody can take that back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.gui._gen.ui_destroy_dialog import Ui_DestroyDialog
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.primary import make_destructive

WIDTH = 460


class DestroyDialog(Translated, QDialog):
    """Accepted only when the person ticked that it can't be undone and, for several customers, typed how many."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.ui = Ui_DestroyDialog()
        self.ui.setupUi(self)
        for part in (self.ui.typed_label, self.ui.typed_edit):
            part.setVisible(count > 1)
        self.ui.sure_check.toggled.connect(self._show_ready)
        self.ui.typed_edit.textChanged.connect(self._show_ready)
        self.ui.buttons.accepted.connect(self._accept)
        self.ui.buttons.rejected.connect(self.reject)
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.retranslate()
        self._show_ready()
        self.ui.sure_check.setFocus()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        ui, act = self.ui, self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ui.what_label.setText(self.tr("Destroy %Ln customer(s) for good?", "", self._count))
        ui.text_label.setText(
            self.tr(
                "Everything about them leaves the bin and the office. Whoever has purchases stays as a number "
                "without a name, for the books. To free the file itself of every trace of one person, use "
                "“Erase this person” instead."
            )
        )
        ui.typed_label.setText(self.tr("&Type %1 to confirm").replace("%1", str(self._count)))
        act.setText(self.tr("Destroy for good"))
        make_destructive(act)

    def _ready(self) -> bool:
        typed = "".join(sign for sign in self.ui.typed_edit.text() if sign.isdigit())
        return self.ui.sure_check.isChecked() and (self._count == 1 or typed == str(self._count))

    def _show_ready(self) -> None:
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._ready())

    def _accept(self) -> None:
        if self._ready():
            self.accept()
