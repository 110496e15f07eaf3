"""What dialogs share that stay open while their work runs: a bar, a line that says what is done now, and a fault."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from cims_desktop.domain.progress import Progress
from cims_desktop.gui.translation import Translated

OK = QDialogButtonBox.StandardButton.Ok


class WorkingDialog(Translated, QDialog):
    """A subclass sets `ui` with buttons, progress_bar, progress_label and fault_label, then calls `_prepare`.

    `stop_asked()`: the person wants the work to stop.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._working = False

    @property
    def act_button(self) -> QPushButton:
        """The button that does what the dialog is for."""
        button: QPushButton = self.ui.buttons.button(OK)
        return button

    def show_step(self, step: Progress) -> None:
        """So far is the work."""
        self.ui.progress_bar.setRange(0, step.total or 0)
        self.ui.progress_bar.setValue(step.done)
        self.ui.progress_label.setText(self.step_words().get(step.stage) or self.tr("Working…"))

    def step_words(self) -> Mapping[str, str]:
        """What is done in each stage, in the language of the window."""
        return {}

    def show_fault(self, sentence: str) -> None:
        """Says why it failed; it can be tried again."""
        self.set_working(working=False)
        self.ui.fault_label.setText(sentence)
        self.ui.fault_label.setVisible(bool(sentence))

    def set_working(self, *, working: bool) -> None:
        """While the work runs, nothing can be typed."""
        self._working = working
        self.ui.fault_label.hide()
        for shown in (self.ui.progress_bar, self.ui.progress_label):
            shown.setVisible(working)
        for field in self.fields():
            field.setEnabled(not working)
        self.act_button.setEnabled(not working)
        if working:
            self.ui.progress_bar.setRange(0, 0)
            self.ui.progress_label.setText(self.tr("Working…"))

    def fields(self) -> tuple[QWidget, ...]:
        """What can't be touched while the work runs."""
        return ()

    def reject(self) -> None:
        """While the work runs, closing means stopping it, where it can be stopped."""
        if self._working:
            self.stop_asked.emit()
        else:
            super().reject()

    def _prepare(self) -> None:
        self.ui.buttons.rejected.connect(self.reject)
        self.set_working(working=False)
