"""Step 6: what became of the rows, and the refused ones as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.imports import ImportKind
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_import_result_page import Ui_ImportResultPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.icons import apply_icons, icon
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.file_questions import AskWhereToSave, ask_where_to_save
from cims_desktop.gui.importing.findings import PROBLEMS, Findings, records_line
from cims_desktop.gui.importing.problem_model import wording_of
from cims_desktop.gui.importing.wizard_page import WizardPage, dress_table
from cims_desktop.gui.importing.words import file_fault

PAGES = {
    ImportKind.CUSTOMERS: "customers",
    ImportKind.PRODUCTS: "products",
    ImportKind.PURCHASES: "dashboard",
}


class ResultPage(WizardPage):
    """The wizard closes from here, or begins again."""

    def __init__(
        self,
        desk: Desk,
        draft: ImportDraft,
        ask: AskWhereToSave = ask_where_to_save,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, draft, parent)
        self.ui = Ui_ImportResultPage()
        self.ui.setupUi(self)
        apply_icons(self)
        self._ask = ask
        self._saving = False
        self._findings = Findings(self.ui.problem_table)
        dress_table(self.ui.problem_table)
        self.ui.problem_table.verticalHeader().hide()
        self.ui.save_button.clicked.connect(self.save_refused)
        theme.notifier().changed.connect(self._paint_icon)

    def title(self) -> str:
        return self.tr("Finished")

    def hint(self) -> str:
        outcome = self.draft.outcome
        return records_line(self.draft, outcome) if outcome is not None else ""

    def next_label(self) -> str:
        return self.tr("C&lose")

    def enter(self) -> None:
        self.ui.saved_label.hide()
        self._show()

    def retranslate(self) -> None:
        self._show()

    def page_to_show(self) -> str:
        """The page of the main window that shows what was imported."""
        return PAGES[self.draft.kind]

    def show_label(self) -> str:
        """What the button that leads there is called."""
        words = {
            "customers": self.tr("S&how the customers"),
            "products": self.tr("S&how the products"),
            "dashboard": self.tr("S&how the dashboard"),
        }
        return words[self.page_to_show()]

    def save_refused(self) -> None:
        """Asks where to, and writes the refused rows there in the background."""
        outcome, plan = self.draft.outcome, self.draft.ran
        if outcome is None or plan is None or self._saving:
            return
        name = self.tr("%1 - refused rows.csv").replace("%1", plan.path.stem)
        path = self._ask(self, str(plan.path.with_name(name)))
        if path is None:
            return
        importing, user, title = self.desk.office.importing, self.desk.user, self.tr("What is wrong")
        wording = wording_of(plan.mapping)
        self._saving = True
        self.ui.save_button.setEnabled(False)
        self.desk.read(
            lambda: importing.write_rejects(outcome, plan, path, by=user, wording=wording, title=title),
            lambda _written: self._saved(path), owner=self, failed=self._not_saved,
        )  # fmt: skip

    def _saved(self, path: Path) -> None:
        self._say_saved("ok", self.tr("Saved as %1").replace("%1", str(path)))

    def _not_saved(self, error: CimsError) -> None:
        self._say_saved("error", " ".join(file_fault(error)).strip())

    def _say_saved(self, role: str, text: str) -> None:
        self._saving = False
        self.ui.save_button.setEnabled(True)
        label = self.ui.saved_label
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
        label.setText(text)
        label.show()

    def _show(self) -> None:
        outcome = self.draft.outcome
        if outcome is None:
            return
        rows = outcome.created + outcome.updated
        self.ui.title_label.setText(Counts().imported(rows) if rows else self.tr("Nothing new was imported"))
        self.ui.file_label.setText(str(self.draft.path or ""))
        self.ui.count_strip.show_outcome(outcome, trial=False)
        self.ui.refused_frame.setVisible(outcome.refused_count > 0)
        self.ui.refused_title_label.setText(Counts().refused(outcome.refused_count))
        self._findings.show_outcome(self.draft, outcome)
        self._findings.choose(PROBLEMS)
        more = outcome.refused_count > len(outcome.refused)
        self.ui.more_label.setVisible(more)
        self.ui.more_label.setText(Counts().first_refused(len(outcome.refused)))
        self._paint_icon()

    def _paint_icon(self) -> None:
        outcome = self.draft.outcome
        partly = outcome is not None and outcome.refused_count > 0
        side = theme.px(32)
        mark = icon("warning", "warn") if partly else icon("success", "ok")
        self.ui.icon_label.setPixmap(mark.pixmap(QSize(side, side), self.devicePixelRatioF()))
