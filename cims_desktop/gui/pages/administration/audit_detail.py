"""One act in full: what, who, when, its small facts, and every field before and after."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from cims_desktop.domain.auditing import AuditEntry
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_administration_audit_detail import Ui_AuditDetail
from cims_desktop.gui.audit_fields import facts, field_word, sides
from cims_desktop.gui.audit_words import act_title, told_besides
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant, number
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.text_table_model import TextRow, TextTableModel
from cims_desktop.gui.rights import explain
from cims_desktop.gui.translation import Translated


class AuditDetail(Translated, QWidget):
    """`back()`: to the list. `customer_wanted(int, str)`, `user_wanted(int)`: only their acts.

    `disclosures_wanted(int, str)`: who saw this customer.
    """

    back = Signal()
    customer_wanted = Signal(int, str)
    user_wanted = Signal(int)
    disclosures_wanted = Signal(int, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: AuditEntry | None = None
        self._people: Mapping[int, str] = {}
        self.ui = Ui_AuditDetail()
        self.ui.setupUi(self)
        apply_icons(self)
        self._model = TextTableModel(self, words=3)
        self._set_up_table()
        self._menu = QMenu(self.ui.more_button)
        self.ui.more_button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.ui.back_button.clicked.connect(self.back)
        counter_mode.mode().changed.connect(self.retranslate)
        theme.notifier().changed.connect(self._fit)

    def show_entry(self, entry: AuditEntry | None, people: Mapping[int, str]) -> None:
        """Shows an act; `people` are the users' names by id."""
        self._entry, self._people = entry, people
        self.retranslate()

    def retranslate(self, _on: bool = False) -> None:
        entry = self._entry
        if entry is None:
            return
        ui = self.ui
        ui.title_label.setText(act_title(entry))
        who = entry.user or self.tr("nobody signed in")
        act = self.tr("act %1").replace("%1", number(entry.act))
        ui.about_label.setText(" · ".join((instant(entry.at, self._desk.time_zone), who, act)))
        lines = [facts(told_besides(entry))]
        if entry.customer_name:
            name = f"{counter_mode.covered(entry.customer_name)} · {entry.customer_number}"
            lines.insert(0, self.tr("Customer: %1").replace("%1", name))
        elif entry.customer_id is not None:
            lines.insert(0, self.tr("Customer: erased"))
        ui.facts_label.setText("\n".join(line for line in lines if line))
        ui.facts_label.setVisible(bool(ui.facts_label.text()))
        self._show_changes(entry)

    def show_back(self, *, visible: bool) -> None:
        """The way back is there when the act covers the list."""
        self.ui.back_button.setVisible(visible)

    def _show_changes(self, entry: AuditEntry) -> None:
        sight, ui = self._desk.user.sight(), self.ui
        several = len({(change.table, change.record) for change in entry.changes}) > 1
        rows = []
        for change in entry.changes:
            name = field_word(change.field)
            if several:
                name += f"\n{field_word(change.table)} {change.record}"
            rows.append(TextRow((name, *sides(change, sight, self._people)), None))
        self._model.show_rows((self.tr("Field"), self.tr("Before"), self.tr("After")), rows)
        for shown in (ui.changes_table, ui.changes_line_frame):
            shown.setVisible(bool(rows))
        layout = ui.detail_layout
        layout.setStretchFactor(ui.changes_table, 1 if rows else 0)
        layout.setStretch(layout.count() - 1, 0 if rows else 1)
        self._fit()
        note = "" if rows else self.tr("This act changed no field.")
        if entry.change_count > len(entry.changes):
            note = self.tr("The first %1 of %2 changed fields. An export has all of them.")
            note = note.replace("%1", number(len(entry.changes))).replace("%2", number(entry.change_count))
        ui.note_label.setText(note)
        ui.note_label.setVisible(bool(note))

    def _set_up_table(self) -> None:
        table = self.ui.changes_table
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._model.modelReset.connect(self._narrow_names)
        header.sectionResized.connect(self._fit)

    def _narrow_names(self) -> None:
        """A reset forgets it: the names take what they need, the values share the rest."""
        header = self.ui.changes_table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def _fit(self) -> None:
        """As high as the wrapped values need; an act shows a hundred changes at most."""
        self.ui.changes_table.resizeRowsToContents()

    def _fill_menu(self) -> None:
        menu, entry = self._menu, self._entry
        menu.clear()
        if entry is None:
            return
        customer, user_id = entry.customer_id, entry.user_id
        name = f"{entry.customer_name} · {entry.customer_number}"
        shown = menu.addAction(self.tr("Show the customer"))
        shown.triggered.connect(lambda: self._desk.routes.customer_requested.emit(customer or 0))
        known = customer is not None and bool(entry.customer_name)
        explain(shown, Permission.VIEW_CUSTOMERS, self._desk.user, enabled=known)
        only = menu.addAction(self.tr("All acts on this customer"))
        only.triggered.connect(lambda: self.customer_wanted.emit(customer or 0, name))
        seen = menu.addAction(self.tr("Who saw or exported this person…"))
        seen.triggered.connect(lambda: self.disclosures_wanted.emit(customer or 0, entry.customer_name))
        for action in (only, seen):
            action.setEnabled(customer is not None)
        theirs = menu.addAction(self.tr("All acts of %1").replace("%1", entry.user or "–"))
        theirs.triggered.connect(lambda: self.user_wanted.emit(user_id or 0))
        theirs.setEnabled(user_id is not None)
