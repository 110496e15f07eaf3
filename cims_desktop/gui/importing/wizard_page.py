"""What the wizard asks of each of its pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.translation import Translated


class WizardPage(Translated, QWidget):
    """One step. `changed()`: whether one can go on, or how that is called, may be new. `finished()`: this
    step is done, the wizard goes on by itself. `stepped_back()`: it can't be done, the wizard goes back.
    """

    changed = Signal()
    finished = Signal()
    stepped_back = Signal()

    def __init__(self, desk: Desk, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.draft = draft

    def title(self) -> str:
        """The headline."""
        return ""

    def hint(self) -> str:
        """A quiet sentence under the headline; may be empty."""
        return ""

    def enter(self) -> None:
        """The page is shown now."""

    def next_label(self) -> str:
        """What the main button is called."""
        return self.tr("&Next")

    def can_go_on(self) -> bool:
        """Whether the main button works."""
        return True

    def go_on(self) -> bool:
        """The main button was pressed. False: the page stays, because it does something first."""
        return True

    def busy(self) -> bool:
        """Whether work is under way that would be lost."""
        return False

    def stop(self) -> None:
        """Asks the work under way to stop."""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins on this page; None: on the main button."""
        return None


MOST_FITTED = 200


def dress_table(table: QTableView) -> None:
    """Gives a table of the wizard its looks: quiet lines, whole rows, columns as wide as their content."""
    mark(table)
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.verticalHeader().setHighlightSections(False)
    table.verticalHeader().setDefaultSectionSize(theme.px(32))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setCornerWidget(QWidget(table))


def fit_columns(table: QTableView, widest: int, last_stretches: bool) -> None:
    """Makes columns as wide as what is in sight, at most `widest` pixels at 100 %."""
    model, header = table.model(), table.horizontalHeader()
    header.setStretchLastSection(last_stretches)
    # Precision 0: only rows in sight are measured.
    header.setResizeContentsPrecision(0)
    for column in range(min(model.columnCount() - last_stretches, MOST_FITTED)):
        wanted = max(table.sizeHintForColumn(column), header.sectionSizeHint(column)) + theme.px(8)
        table.setColumnWidth(column, min(max(wanted, theme.px(60)), theme.px(widest)))
