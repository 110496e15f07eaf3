"""Step 2: how the file was read, with its first rows; everything can be corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.progress import Progress
from cims_desktop.exchange.reading import DateOrder, DecimalMark, ReadOptions, TableDescription
from cims_desktop.gui._gen.ui_import_reading_page import Ui_ImportReadingPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.file_page import facts_line
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.importing.preview_model import PreviewModel
from cims_desktop.gui.importing.reading_choices import (
    ALL_SHEETS,
    delimiter_choices,
    encoding_choices,
    mark_choices,
    order_choices,
    reading_warnings,
    sheet_choices,
)
from cims_desktop.gui.importing.wizard_page import WizardPage, dress_table, fit_columns
from cims_desktop.gui.importing.words import file_fault
from cims_desktop.gui.jobs import Job, Lane

WIDEST_COLUMN = 220


class ReadingPage(WizardPage):
    """Reads the file again, in the background, whenever a choice is changed."""

    def __init__(self, desk: Desk, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.ui = Ui_ImportReadingPage()
        self.ui.setupUi(self)
        self._job: Job | None = None
        self._fault: CimsError | None = None
        self._preview = PreviewModel(self)
        self.ui.preview_table.setModel(self._preview)
        dress_table(self.ui.preview_table)
        self.ui.encoding_combo.activated.connect(self._encoding_chosen)
        self.ui.delimiter_combo.activated.connect(self._delimiter_chosen)
        self.ui.sheet_combo.activated.connect(self._sheet_chosen)
        self.ui.order_combo.activated.connect(self._order_chosen)
        self.ui.mark_combo.activated.connect(self._mark_chosen)
        self.ui.header_check.clicked.connect(self._header_chosen)
        self.ui.skip_spin.setKeyboardTracking(False)
        self.ui.skip_spin.valueChanged.connect(self._skip_chosen)

    def title(self) -> str:
        return self.tr("Was the file read rightly?")

    def hint(self) -> str:
        return self.tr("Look at the rows below: are names readable, does each value stand under its title?")

    def enter(self) -> None:
        self._fault = None
        self._show()

    def retranslate(self) -> None:
        self._show()

    def can_go_on(self) -> bool:
        description = self.draft.description
        return not self.busy() and self._fault is None and bool(description and description.rows)

    def busy(self) -> bool:
        return self._job is not None

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _encoding_chosen(self) -> None:
        self._read_anew(replace(self.draft.chosen, encoding=self.ui.encoding_combo.currentData()))

    def _delimiter_chosen(self) -> None:
        self._read_anew(replace(self.draft.chosen, delimiter=self.ui.delimiter_combo.currentData()))

    def _sheet_chosen(self) -> None:
        sheet = self.ui.sheet_combo.currentData()
        chosen = replace(self.draft.chosen, header=None, skip_rows=None)
        self._read_anew(replace(chosen, sheets=() if sheet == ALL_SHEETS else (sheet,)))

    def _header_chosen(self, checked: bool) -> None:
        self._read_anew(replace(self.draft.chosen, header=checked))

    def _skip_chosen(self, lines: int) -> None:
        self._read_anew(replace(self.draft.chosen, skip_rows=lines))

    def _order_chosen(self) -> None:
        self.draft.answer("date_order", self.ui.order_combo.currentData())

    def _mark_chosen(self) -> None:
        self.draft.answer("decimal_mark", self.ui.mark_combo.currentData())

    def _read_anew(self, chosen: ReadOptions) -> None:
        """Judges the file again; what the person chose is taken as said."""
        path, importing = self.draft.path, self.desk.office.importing
        if path is None or chosen == self.draft.chosen:
            return
        self.stop()
        self.draft.chosen, self._fault = chosen, None

        def done(description: TableDescription) -> None:
            if self._job is job:
                self._job = None
                self.draft.take_description(description)
                self._show()

        def failed(error: CimsError) -> None:
            if self._job is job and not isinstance(error, Cancelled):
                self._job, self._fault = None, error
                self._show()

        job = self.desk.jobs.submit_long(
            lambda task: importing.describe(path, chosen, throttled(task)),
            progress=self._show_progress, done=done, failed=failed, owner=self, lane=Lane.READ,
        )  # fmt: skip
        self._job = job
        self.ui.busy_bar.setRange(0, 0)
        self._show_state()

    def _show_progress(self, step: Progress) -> None:
        if step.total:
            self.ui.busy_bar.setRange(0, 1000)
            self.ui.busy_bar.setValue(min(1000, step.done * 1000 // step.total))

    def _show(self) -> None:
        description, chosen = self.draft.description, self.draft.chosen
        if description is None:
            return
        text, options = description.format.is_text, description.options
        self.ui.encoding_combo.show_choices(encoding_choices(options.encoding or "", chosen), chosen.encoding)
        self.ui.delimiter_combo.show_choices(
            delimiter_choices(options.delimiter or "", chosen), chosen.delimiter
        )
        sheet = chosen.sheets[0] if chosen.sheets else ALL_SHEETS
        self.ui.sheet_combo.show_choices(sheet_choices(description), sheet)
        answers = self.draft.answers
        self.ui.order_combo.show_choices(order_choices(description.date_order), answers.get("date_order", ""))
        self.ui.mark_combo.show_choices(
            mark_choices(description.decimal_mark), answers.get("decimal_mark", "")
        )
        self.ui.order_combo.setEnabled(description.date_order is not DateOrder.NONE)
        self.ui.mark_combo.setEnabled(description.decimal_mark is not DecimalMark.NONE)
        for widget, shown in (
            (self.ui.encoding_label, text), (self.ui.encoding_combo, text), (self.ui.delimiter_label, text),
            (self.ui.delimiter_combo, text), (self.ui.sheet_label, not text), (self.ui.sheet_combo, not text),
        ):  # fmt: skip
            widget.setVisible(shown)
        self.ui.options_grid.setColumnStretch(1, int(text))
        self._show_lines(options)
        self._preview.show_description(None if self._fault else description)
        fit_columns(self.ui.preview_table, WIDEST_COLUMN, last_stretches=False)
        self._show_state()

    def _show_lines(self, options: ReadOptions) -> None:
        for widget in (self.ui.header_check, self.ui.skip_spin):
            widget.blockSignals(True)
        self.ui.header_check.setChecked(bool(options.header))
        self.ui.skip_spin.setValue(options.skip_rows or 0)
        for widget in (self.ui.header_check, self.ui.skip_spin):
            widget.blockSignals(False)

    def _show_state(self) -> None:
        description = self.draft.description
        self.ui.busy_bar.setVisible(self.busy())
        faulty = self._fault is not None
        self.ui.facts_label.setText(facts_line(description) if description and not faulty else "")
        self.ui.warning_label.setText("" if faulty or description is None else reading_warnings(description))
        self.ui.fault_label.setText(" ".join(file_fault(self._fault)) if self._fault else "")
        self.ui.fault_label.setVisible(faulty)
        self.changed.emit()
