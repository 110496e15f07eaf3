"""Step 1: what is in the file, and which file it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.progress import Progress
from cims_desktop.exchange.reading import ReadOptions, TableDescription
from cims_desktop.exchange.suggesting import suggest
from cims_desktop.gui._gen.ui_import_file_page import Ui_ImportFilePage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing import draft_codec
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.draft import OFFERED, ImportDraft
from cims_desktop.gui.importing.field_words import kind_sentence
from cims_desktop.gui.importing.file_questions import AskForTable, ask_for_table
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.importing.reading_words import FORMATS, reading_word
from cims_desktop.gui.importing.wizard_page import WizardPage
from cims_desktop.gui.importing.words import file_fault
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.settings import LAST_FOLDER


class FilePage(WizardPage):
    """Reads the chosen file at once, in the background; its folder is remembered."""

    def __init__(
        self, desk: Desk, draft: ImportDraft, ask: AskForTable = ask_for_table, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, draft, parent)
        self.ui = Ui_ImportFilePage()
        self.ui.setupUi(self)
        self._ask = ask
        self._job: Job | None = None
        self._fault: CimsError | None = None
        self._likely: ImportKind | None = None
        self._radios = dict(
            zip(
                OFFERED,
                (self.ui.customers_radio, self.ui.products_radio, self.ui.purchases_radio),
                strict=True,
            )
        )
        self._radios[draft.kind].setChecked(True)
        for radio in self._radios.values():
            radio.toggled.connect(self._kind_chosen)
        self.ui.drop_area.choose_asked.connect(self.choose)
        self.ui.drop_area.file_dropped.connect(self.read)
        self.ui.drop_area.stop_asked.connect(self.stop)
        self.ui.likely_button.clicked.connect(self._follow_hint)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Which file do you want to import?")

    def hint(self) -> str:
        return self.tr("Nothing is written before you have seen what will happen.")

    def can_go_on(self) -> bool:
        return self.draft.description is not None and not self.busy()

    def busy(self) -> bool:
        return self._job is not None

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def first_focus(self) -> QWidget | None:
        return None if self.can_go_on() else self.ui.drop_area.choose_button

    def enter(self) -> None:
        self.retranslate()

    def choose(self) -> None:
        """Asks for a file and reads it."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self._ask(self, self.desk.settings.get(LAST_FOLDER) or documents)
        if path is not None:
            self.read(path)

    def resume(self, payload: Mapping[str, Any], then: Callable[[], None]) -> None:
        """Reads the file of a draft as was chosen, puts its other choices in force and calls `then`."""
        self._radios[draft_codec.kind_of(payload)].setChecked(True)

        def take() -> None:
            draft_codec.take_choices(self.draft, payload)
            then()

        self.read(draft_codec.path_of(payload), draft_codec.options_of(payload), take)

    def read(
        self, path: Path, chosen: ReadOptions | None = None, then: Callable[[], None] = lambda: None
    ) -> None:
        """Reads the file at `path` and judges how it is written, as far as `chosen` doesn't say."""
        self.stop()
        self.desk.settings.set(LAST_FOLDER, str(path.parent))
        self.draft.forget_file()
        self.draft.path, self._fault, self._likely = path, None, None
        importing = self.desk.office.importing

        def done(description: TableDescription) -> None:
            if self._job is job:
                self._job = None
                self._take(description)
                then()

        def failed(error: CimsError) -> None:
            if self._job is job:
                self._job, self._fault = None, error
                self._refresh()

        job = self.desk.jobs.submit_long(
            lambda task: importing.describe(path, chosen, throttled(task)),
            progress=self._show_progress, done=done, failed=failed, owner=self, lane=Lane.READ,
        )  # fmt: skip
        self._job = job
        self._refresh()

    def retranslate(self) -> None:
        self.ui.kind_hint_label.setText(kind_sentence(self.draft.kind))
        self._refresh()

    def _take(self, description: TableDescription) -> None:
        self.draft.take_description(description)
        self._likely = likely_kind(self.draft.kind, description)
        self._refresh()

    def _show_progress(self, step: Progress) -> None:
        self.ui.drop_area.show_progress(step.done, step.total)

    def _kind_chosen(self) -> None:
        kind = next(kind for kind, radio in self._radios.items() if radio.isChecked())
        self.draft.choose_kind(kind)
        if self.draft.description is not None:
            self._likely = likely_kind(kind, self.draft.description)
        self.retranslate()

    def _follow_hint(self) -> None:
        if self._likely is not None:
            self._radios[self._likely].setChecked(True)
            self._radios[self.draft.kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        area, path = self.ui.drop_area, self.draft.path
        name = path.name if path is not None else ""
        if path is None:
            area.show_empty()
        elif self.busy():
            area.show_reading(name)
        elif isinstance(self._fault, Cancelled):
            area.show_fault(
                name, self.tr("Reading was stopped."), self.tr("Choose the file again, or another one.")
            )
        elif self._fault is not None:
            area.show_fault(name, *file_fault(self._fault))
        elif self.draft.description is not None:
            area.show_read(name, facts_line(self.draft.description))
        self._refresh_hint()
        self.changed.emit()

    def _refresh_hint(self) -> None:
        words = {
            ImportKind.CUSTOMERS: self.tr("This looks like customers. Import it as customers"),
            ImportKind.PRODUCTS: self.tr("This looks like products. Import it as products"),
            ImportKind.PURCHASES: self.tr("This looks like purchases. Import it as purchases"),
        }
        self.ui.likely_button.setText(words[self._likely] if self._likely else "")
        self.ui.likely_button.setVisible(self._likely is not None)
        folder = self.desk.settings.get(LAST_FOLDER)
        self.ui.recent_label.setText(
            self.tr("Last folder: %1").replace("%1", folder) if folder and self.draft.path is None else ""
        )


def facts_line(description: TableDescription) -> str:
    """Format, rows and columns in one line."""
    rows = Counts().rows(description.rows)
    columns = Counts().columns(len(description.columns))
    return "  ·  ".join((reading_word(FORMATS[description.format]), rows, columns))


def likely_kind(chosen: ImportKind, description: TableDescription) -> ImportKind | None:
    """Another kind whose fields the titles fit plainly better than those of the chosen one; None: none."""
    fits = {kind: _fit(kind, description) for kind in OFFERED}
    best = max(OFFERED, key=lambda kind: fits[kind])
    return best if fits[best] > fits[chosen] + 1 else None


def _fit(kind: ImportKind, description: TableDescription) -> int:
    """How many columns are recognised; what is required and missing counts against it."""
    found = suggest(kind, description)
    lacking = sum(question.code == "required_unmapped" for question in found.questions)
    return len(found.mapping.columns) - 2 * lacking if found.mapping.columns else -5
