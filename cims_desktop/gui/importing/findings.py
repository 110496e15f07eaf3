"""What a check found, as three tables: problems, notes on values that are kept, and what arrives."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QTableView

from cims_desktop.domain.errors import Problem
from cims_desktop.gui.format import number
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.field_words import field_word
from cims_desktop.gui.importing.preview_model import header_word
from cims_desktop.gui.importing.problem_model import ProblemModel, titles_of
from cims_desktop.gui.importing.wizard_page import fit_columns
from cims_desktop.gui.importing.words import row_problem
from cims_desktop.gui.models.text_table_model import TextRow, TextTableModel
from cims_desktop.services.importing import ImportOutcome

PROBLEMS, NOTES, COLUMNS = "problems", "notes", "columns"
WIDEST = 340


class Findings(QObject):
    """Holds the three item models and puts the wanted one into a table."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.problems = ProblemModel(self)
        self._notes = TextTableModel(self, words=3)
        self._columns = TextTableModel(self, words=2)

    def show_outcome(self, draft: ImportDraft, outcome: ImportOutcome) -> None:
        """Takes the findings of another check."""
        self.problems.show_refused(draft.kind, outcome.refused, titles_of(draft.mapping))
        self._notes.show_rows(
            (self.tr("Column"), self.tr("For example"), self.tr("What looks odd"), self.tr("Cells")),
            [
                TextRow(
                    (field_word(draft.kind, one.column), one.example, note_words(one.code), number(one.count))
                )
                for one in outcome.warnings
            ],
        )
        self._columns.show_rows(
            (self.tr("Column in the file"), self.tr("Goes to"), self.tr("Cells that arrive")),
            [
                TextRow(
                    (
                        header_word(each.header, each.column),
                        field_word(draft.kind, each.field),
                        number(arrived),
                    )
                )
                for each in (draft.mapping.columns if draft.mapping else ())
                for arrived in [outcome.columns.get(each.header or str(each.column + 1), 0)]
            ],
        )

    def choose(self, key: str) -> None:
        """Puts one of the three into the table."""
        model = {PROBLEMS: self.problems, NOTES: self._notes, COLUMNS: self._columns}[key]
        self._table.setModel(model)
        fit_columns(self._table, WIDEST, last_stretches=key == PROBLEMS)


def note_words(code: str) -> str:
    """What looks odd about a value that is imported all the same."""
    return row_problem(Problem("", code))


def records_line(draft: ImportDraft, outcome: ImportOutcome) -> str:
    """How many records the accepted rows make; nothing when there are none."""
    made = outcome.records
    counts = Counts()
    words = (("purchases", counts.purchases), ("customers", counts.customers), ("products", counts.products))
    new = [word(made[key]) for key, word in words if made.get(key)]
    if made.get("products") == 1 and (stand_in := _stand_in(draft)):
        new[-1] = stand_in
    line = QCoreApplication.translate("import", "New in the office: %1.")
    return line.replace("%1", QCoreApplication.translate("import", ", ").join(new)) if new else ""


def _stand_in(draft: ImportDraft) -> str:
    """The one product that all rows are booked on when no column names one; empty when one does."""
    mapping = draft.mapping
    given = dict(mapping.constants) if mapping is not None else {}
    name = given.get("product_name", "")
    named = {each.field for each in mapping.columns} & {"product_name", "product_sku"} if mapping else set()
    text = QCoreApplication.translate("import", "the product “%1”, which all rows are booked on")
    return text.replace("%1", name) if name and not named else ""


def kept_words() -> str:
    """What becomes of values that look odd."""
    return QCoreApplication.translate("import", "These values are imported as they are.")
