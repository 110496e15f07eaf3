"""The journal: every act, newest first, narrowed by filters; the chosen one in full beside the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.auditing import AuditEntry
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_administration_audit import Ui_AuditSection
from cims_desktop.gui.delegates.two_line import TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.who_saw import WhoSawDialog
from cims_desktop.gui.format import number
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.pages.administration.audit_acts import AuditActs
from cims_desktop.gui.pages.administration.audit_detail import AuditDetail
from cims_desktop.gui.pages.administration.audit_filters import AuditFilters, flow
from cims_desktop.gui.pages.administration.audit_model import PAGE, AuditModel
from cims_desktop.gui.pages.administration.audit_panes import AuditFaces, AuditPanes
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain
from cims_desktop.gui.widgets.folding_head import FoldingHead
from cims_desktop.gui.widgets.key_acts import KeyActs
from cims_desktop.gui.widgets.whole_row_list import dress_row_list

Answer = tuple[tuple[AuditEntry, ...], tuple[User, ...]]
INSET = 12


class AuditSection(LivePage):
    """Enter opens an act where there is room for one thing only, Esc goes back to the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_AuditSection()
        self.ui.setupUi(self)
        apply_icons(self)
        for box in (self.ui.filter_box, self.ui.foot_box):
            flow(box)
        FoldingHead(self.ui.foot_layout, self.ui.card_frame)
        self._people: Mapping[int, str] = {}
        self._model = AuditModel(AuditFaces(desk, self).face, self)
        self._filters = AuditFilters(desk, self.ui, self)
        self._acts = AuditActs(desk, self)
        self.detail = AuditDetail(desk, self.ui.detail_stack)
        self.ui.detail_stack.addWidget(self.detail)
        self._panes = AuditPanes(self.ui, self.detail, self._model, self)
        self._set_up_list()
        self._connect()
        self._panes.fit()
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return self.tr("Journal")

    def fetch(self) -> None:
        office, by, wanted = self.desk.office, self.desk.user, self._filters.wanted()
        office.audit.interrupt()
        may_list = by.may(Permission.VIEW_CUSTOMERS)

        def ask() -> Answer:
            entries = office.audit.entries(wanted, by=by, limit=PAGE)
            return entries, office.users.listing(by=by) if may_list else ()

        self.running = self.desk.read(ask, self._show, owner=self, failed=self.failed)

    def failed(self, error: CimsError) -> None:
        if not isinstance(error, Cancelled):  # a newer question interrupted this one
            super().failed(error)

    def concerns(self, changes: Changes) -> bool:
        """The journal grows with everything; it follows while its newest act is in sight."""
        return bool(changes) and self.ui.acts_list.verticalScrollBar().value() == 0

    def retranslate(self) -> None:
        self._filters.retranslate()
        self._word()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panes.fit()

    def show_customer(self, customer_id: int, name: str) -> None:
        """Only the acts on one customer."""
        self._filters.choose_customer(customer_id, name)

    def show_disclosures(self, customer_id: int, name: str) -> None:
        """Who saw or exported this customer."""
        dialog = WhoSawDialog(self.desk, customer_id, name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _set_up_list(self) -> None:
        view = self.ui.acts_list
        dress_row_list(view)
        view.setModel(self._model)
        view.setItemDelegate(TwoLineDelegate(view, inset=INSET))
        view.selectionModel().currentRowChanged.connect(self._show_detail)
        view.activated.connect(self._panes.open)
        view.clicked.connect(self._panes.open)
        KeyActs(view, {Qt.Key.Key_Return: self._panes.open, Qt.Key.Key_Enter: self._panes.open})
        KeyActs(self.detail, {Qt.Key.Key_Escape: self._panes.back})
        KeyActs(self.detail.ui.changes_table, {Qt.Key.Key_Escape: self._panes.back})

    def _connect(self) -> None:
        ui = self.ui
        self._filters.changed.connect(self._ask_anew)
        self._model.more_wanted.connect(self._fetch_more)
        self.detail.back.connect(self._panes.back)
        self.detail.customer_wanted.connect(self.show_customer)
        self.detail.user_wanted.connect(self._filters.choose_user)
        self.detail.disclosures_wanted.connect(self.show_disclosures)
        ui.empty_state.acted.connect(self._filters.clear)
        ui.verify_button.clicked.connect(self._acts.verify)
        ui.export_button.clicked.connect(lambda: self._acts.export(self._filters.wanted()))
        theme.notifier().changed.connect(self._panes.fit)

    def _ask_anew(self) -> None:
        self._panes.back()
        self.reload()

    def _show(self, answer: Answer) -> None:
        entries, people = answer
        self._people = {one.id: one.display_name for one in people}
        self._filters.show_people(people)
        before = self._current()
        self._model.begin(entries)
        rows = self._model.rowCount()
        self.ui.stack.setCurrentWidget(self.ui.list_page if rows else self.ui.empty_page)
        row = max(self._model.row_of(before.act), 0) if before is not None else 0
        self.ui.acts_list.setCurrentIndex(self._model.index(row, 0))
        self._show_detail()
        self._word()

    def _fetch_more(self, before: int) -> None:
        office, by, wanted = self.desk.office, self.desk.user, self._filters.wanted()

        def come(entries: tuple[AuditEntry, ...]) -> None:
            if wanted == self._filters.wanted():
                self._model.append(entries)
                self._word()

        def not_come(error: CimsError) -> None:
            self._model.not_come()
            self.failed(error)

        self.running = self.desk.read(
            lambda: office.audit.entries(wanted, by=by, before=before, limit=PAGE),
            come, owner=self, failed=not_come,
        )  # fmt: skip

    def _show_detail(self, *_rows: QModelIndex) -> None:
        self.detail.show_entry(self._current(), self._people)
        self._panes.fit()

    def _current(self) -> AuditEntry | None:
        return self._model.entry_at(self.ui.acts_list.currentIndex().row())

    def _word(self) -> None:
        rows, narrowed = self._model.rowCount(), self._filters.is_set()
        shown = self.tr("%Ln act(s)", "", rows)
        if not self._model.whole:
            shown = self.tr("The newest %1 acts; scroll for older ones").replace("%1", number(rows))
        self.ui.count_label.setText(shown if rows else "")
        self.ui.clear_button.setVisible(narrowed)
        self.ui.empty_state.set_state(
            "search", self.tr("Nothing was done that matches"),
            self.tr("Choose a longer period, or take a filter away."),
            self.tr("Clear filters") if narrowed else "",
        )  # fmt: skip
        explain(self.ui.verify_button, Permission.VIEW_AUDIT, self.desk.user)
        explain(self.ui.export_button, Permission.VIEW_AUDIT, self.desk.user, enabled=bool(rows))
