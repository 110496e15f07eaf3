"""Names a sensitive field: a new one of the office's own, or one that is there."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.sensitive import SensitiveField, SensitiveKind
from cims_desktop.gui._gen.ui_administration_field_dialog import Ui_SensitiveFieldDialog
from cims_desktop.gui.forms import keep_fitted, mark_invalid
from cims_desktop.gui.sensitive_words import sensitive_kind_word, sensitive_title
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.primary import make_primary
from cims_desktop.gui.words import problem_sentence

WIDTH = 400


class SensitiveFieldDialog(Translated, QDialog):
    """`submitted(SensitiveField)`: whoever stores it calls `accept`, `show_problems` or `show_fault`."""

    submitted = Signal(object)

    def __init__(self, field: SensitiveField | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.ui = Ui_SensitiveFieldDialog()
        self.ui.setupUi(self)
        for kind in SensitiveKind:
            self.ui.kind_combo.addItem(sensitive_kind_word(kind), kind.value)
        self.ui.kind_combo.setCurrentIndex(self.ui.kind_combo.findData(SensitiveKind.TEXT.value))
        self.ui.kind_panel.setVisible(field is None)
        if field is not None:
            self.ui.title_edit.setText(sensitive_title(field))
        self.ui.buttons.accepted.connect(self._submit)
        self.ui.buttons.rejected.connect(self.reject)
        self.retranslate()
        self.show_problems(())
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        new = self._field is None
        self.setWindowTitle(self.tr("Add a sensitive field") if new else self.tr("Rename the field"))
        save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Add field") if new else self.tr("Rename"))
        make_primary(save)
        for position, kind in enumerate(SensitiveKind):
            self.ui.kind_combo.setItemText(position, sensitive_kind_word(kind))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says what is wrong with the name; none clears it."""
        sentence = problem_sentence(problems[0]) if problems else ""
        mark_invalid(self.ui.title_edit, self.ui.title_error_label, sentence)
        self.show_fault("")
        if sentence:
            self.ui.title_edit.setFocus()

    def show_fault(self, sentence: str) -> None:
        """Says why it failed; empty clears it. The form can be sent again."""
        self.ui.fault_label.setText(sentence)
        self.ui.fault_label.setVisible(bool(sentence))
        self.ui.buttons.setEnabled(True)

    def _submit(self) -> None:
        title = self.ui.title_edit.text().strip()
        if not title:
            self.show_problems([Problem("title", "required")])
            return
        self.ui.buttons.setEnabled(False)
        if self._field is not None:
            self.submitted.emit(replace(self._field, title=title))
            return
        kind = SensitiveKind(self.ui.kind_combo.currentData())
        self.submitted.emit(SensitiveField(f"own_{secrets.token_hex(4)}", title, kind))
