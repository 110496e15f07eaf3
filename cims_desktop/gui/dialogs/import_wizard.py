"""The import wizard: from a foreign file to records of the office, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.errors import Cancelled
from cims_desktop.domain.imports import ImportKind
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_import_wizard import Ui_ImportWizard
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftValue
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.importing.check_page import CheckPage
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.draft_codec import FORM, payload_of
from cims_desktop.gui.importing.file_page import FilePage
from cims_desktop.gui.importing.file_questions import (
    AskForTable,
    AskWhereToSave,
    ask_for_table,
    ask_where_to_save,
)
from cims_desktop.gui.importing.mapping_page import MappingPage
from cims_desktop.gui.importing.reading_page import ReadingPage
from cims_desktop.gui.importing.result_page import ResultPage
from cims_desktop.gui.importing.run_page import RunPage
from cims_desktop.gui.importing.wizard_page import WizardPage
from cims_desktop.gui.importing.words import file_fault
from cims_desktop.gui.settings import IMPORT_GEOMETRY
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.tab_stops import last_stop, tab_after, tab_through

FILE, READING, MAPPING, CHECK, RUN, RESULT = range(6)


class ImportWizard(Translated, QDialog):
    """Shown with `open()`. Enter leads on, Esc back; while the import runs, closing asks and undoes it."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, kind: ImportKind | None = None,
        ask_file: AskForTable = ask_for_table, ask_target: AskWhereToSave = ask_where_to_save,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.ui = Ui_ImportWizard()
        self.ui.setupUi(self)
        apply_icons(self)
        self._desk = desk
        self._closing = self._ready = False
        self.draft = ImportDraft(kind or ImportKind.CUSTOMERS)
        self.run_page = RunPage(desk, self.draft, self)
        self.result_page = ResultPage(desk, self.draft, ask_target, self)
        self.pages: tuple[WizardPage, ...] = (
            FilePage(desk, self.draft, ask_file, self), ReadingPage(desk, self.draft, self),
            MappingPage(desk, self.draft, self), CheckPage(desk, self.draft, self), self.run_page, self.result_page,
        )  # fmt: skip
        for page in self.pages:
            self.ui.stack.addWidget(page)
            page.changed.connect(self.retranslate)
        tab_through(self.ui.stack)
        tab_after(last_stop(self.ui.stack, self.ui.next_button), self.ui.foot_frame)
        self._connect()
        desk.drafts.register(self, partial(_unfinished, self))
        self.resize(self.sizeHint())
        geometry = desk.settings.get(IMPORT_GEOMETRY)
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self.setMinimumSize(QSize(720, 520))
        self.go_to(FILE)

    def sizeHint(self) -> QSize:
        screen = self.screen().availableGeometry()
        return QSize(min(theme.px(960), screen.width() - 40), min(theme.px(660), screen.height() - 40))

    @property
    def step(self) -> int:
        """The index of the step that is shown."""
        return int(self.ui.stack.currentIndex())

    @property
    def page(self) -> WizardPage:
        """The page that is shown."""
        return self.pages[self.step]

    def go_to(self, step: int) -> None:
        """Shows a step."""
        self.ui.message_bar.clear()
        self.ui.stack.setCurrentIndex(step)
        self.page.enter()
        self.retranslate()
        focus = self.page.first_focus() or self.ui.next_button
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc or the window's own button: closes, after asking when something would be lost."""
        if self._may_close():
            self._remember_size()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            self._remember_size()
            super().closeEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.step in (READING, MAPPING, CHECK):
            self._back()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.ui.next_button.clicked.connect(self._next)
        self.ui.back_button.clicked.connect(self._back)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.again_button.clicked.connect(self._again)
        self.run_page.finished.connect(self._ran)
        self.run_page.stepped_back.connect(self._did_not_run)
        self.ui.show_button.clicked.connect(self._show_imported)

    def _next(self) -> None:
        if not self.page.can_go_on() or not self.page.go_on():
            return
        if self.step == RESULT:
            self._remember_size()
            self.accept()
        else:
            self.go_to(self.step + 1)

    def _back(self) -> None:
        if self.step in (READING, MAPPING, CHECK):
            self.page.stop()
            self.go_to(self.step - 1)

    def _again(self) -> None:
        """Another file of the same kind, with the same choices."""
        self.draft.forget_file()
        self.go_to(FILE)

    def _ran(self) -> None:
        if self._closing:
            self._remember_size()
            self.accept()
        else:
            self.go_to(RESULT)

    def _did_not_run(self) -> None:
        fault = self.run_page.fault
        if self._closing and isinstance(fault, Cancelled):
            self._remember_size()
            super().reject()
            return
        self._closing = False
        self.go_to(CHECK)
        if isinstance(fault, Cancelled):
            self.ui.message_bar.inform(self.tr("The import was stopped. Everything is as it was before."))
        elif fault is not None:
            self.ui.message_bar.fail(*file_fault(fault))

    def _may_close(self) -> bool:
        """Whether the window may close now; a running import is stopped first, after asking."""
        if self.run_page.busy():
            self._stop_and_close()
            return False
        if self.draft.path is None or self.step == RESULT or self._closing:
            self.page.stop()
            return True
        agreed = self._desk.questions.ask(
            self, self.tr("Leave the import?"), self.tr("Nothing has been imported yet. The file stays as it is."),
            self.tr("Leave the import"),
        )  # fmt: skip
        if agreed:
            self.page.stop()
        return agreed

    def _stop_and_close(self) -> None:
        if self._closing:
            return
        agreed = self._desk.questions.ask(
            self, self.tr("Stop the import?"),
            self.tr("What it has written so far is taken back; nothing of it stays."),
            self.tr("Stop the import"), destructive=True,
        )  # fmt: skip
        if agreed and self.run_page.busy():
            self._closing = True
            self.run_page.stop()

    def _show_imported(self) -> None:
        self._remember_size()
        self.accept()
        self._desk.routes.page_requested.emit(self.result_page.page_to_show())

    def _lead_on(self) -> None:
        """When the file has been read, Enter goes on; the button that had the keyboard is gone or done."""
        ready = self.step == FILE and self.page.can_go_on()
        if ready and not self._ready:
            self.ui.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ready = ready

    def _remember_size(self) -> None:
        self._desk.settings.set(IMPORT_GEOMETRY, bytes(self.saveGeometry().data()))

    def retranslate(self) -> None:
        """Writes the words and the state of all that surrounds the page."""
        if not self.pages or self.ui.stack.count() < len(self.pages):
            return
        page, step = self.page, self.step
        self.ui.title_label.setText(page.title())
        self.ui.hint_label.setText(page.hint())
        self.ui.hint_label.setVisible(bool(page.hint()))
        self.ui.step_bar.set_steps(
            (
                self.tr("File"), self.tr("Reading"), self.tr("Columns"), self.tr("Check"), self.tr("Import"),
                self.tr("Result"),
            ),
            step,
        )  # fmt: skip
        self.ui.next_button.setText(page.next_label())
        self.ui.next_button.setEnabled(page.can_go_on())
        self.ui.next_button.setVisible(step != RUN)
        self.ui.back_button.setVisible(step in (READING, MAPPING, CHECK))
        self.ui.cancel_button.setVisible(step not in (RUN, RESULT))
        self.ui.again_button.setVisible(step == RESULT)
        self.ui.show_button.setVisible(step == RESULT)
        self.ui.show_button.setText(self.result_page.show_label())
        for part in (self.ui.foot_line, self.ui.foot_frame):
            part.setVisible(step != RUN)
        self._lead_on()


def resume_import(wizard: ImportWizard, payload: Mapping[str, Any]) -> None:
    """Reads the file of a draft again and goes on to its columns, as they were chosen."""
    page = wizard.pages[FILE]
    assert isinstance(page, FilePage)
    page.resume(payload, lambda: wizard.go_to(MAPPING))


def _unfinished(wizard: ImportWizard) -> DraftValue | None:
    payload = payload_of(wizard.draft) if wizard.step != RESULT else None
    return None if payload is None else (FORM, None, payload)
