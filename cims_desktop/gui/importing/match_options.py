"""What to do with what is there already: the choices beside the check."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.imports import ImportKind
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_import_check_page import Ui_ImportCheckPage
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.services.importing import MatchKey, OnMatch

WIDTH, NARROW = 264, 226
LARGE_TEXT = 1.25


class MatchOptions(QObject):
    """Keeps the draft's choices and their buttons in step. `changed()`: the person chose something else."""

    changed = Signal()

    def __init__(self, ui: Ui_ImportCheckPage, draft: ImportDraft, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._draft = draft
        self._radios = {
            OnMatch.SKIP: ui.skip_radio, OnMatch.FILL: ui.fill_radio, OnMatch.UPDATE: ui.update_radio,
        }  # fmt: skip
        self._checks = {
            MatchKey.NUMBER: ui.number_check, MatchKey.EXTERNAL_ID: ui.external_check,
            MatchKey.EMAIL: ui.email_check, MatchKey.PHONE: ui.phone_check,
        }  # fmt: skip
        for button in (*self._radios.values(), *self._checks.values(), ui.create_check):
            button.clicked.connect(self._take)
        theme.notifier().changed.connect(self._scale)
        self._scale()
        self.show_choices()

    def show_choices(self) -> None:
        """Shows the draft's choices, those that its kind has."""
        draft, ui = self._draft, self._ui
        self._radios[draft.on_match].setChecked(True)
        for key, check in self._checks.items():
            check.setChecked(key in draft.match)
        ui.create_check.setChecked(draft.create_customers)
        purchases = draft.kind is ImportKind.PURCHASES
        ui.match_box.setVisible(not purchases)
        ui.known_label.setVisible(purchases)
        ui.keys_box.setVisible(draft.kind is ImportKind.CUSTOMERS)
        ui.missing_box.setVisible(purchases)
        ui.keys_line.setVisible(draft.kind is not ImportKind.PRODUCTS)

    def _take(self) -> None:
        self._draft.on_match = next(choice for choice, radio in self._radios.items() if radio.isChecked())
        self._draft.match = tuple(key for key, check in self._checks.items() if check.isChecked())
        self._draft.create_customers = self._ui.create_check.isChecked()
        self.changed.emit()

    def _scale(self) -> None:
        self._ui.options_frame.setFixedWidth(theme.px(WIDTH if theme.scale() <= LARGE_TEXT else NARROW))
