"""Backups: how the office stands, every one that was made, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from cims_desktop.domain.backups import BackupEntry, BackupState
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_administration_backups import Ui_BackupsSection
from cims_desktop.gui.backup_places import backup_folder, choose_backup_folder
from cims_desktop.gui.backup_words import entry_state_word, reason_word, size_word
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.restore_files import ask_folder
from cims_desktop.gui.format import instant
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.text_table_model import TextRow, TextTableModel
from cims_desktop.gui.pages.administration.backups_acts import BackupActs
from cims_desktop.gui.pages.administration.backups_state import StatePanel
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain
from cims_desktop.gui.widgets.chart_canvas import dress_figure_table
from cims_desktop.gui.widgets.flow_layout import flow_acts
from cims_desktop.gui.widgets.folding_head import FoldingHead
from cims_desktop.gui.widgets.key_acts import KeyActs

WORDS = 5
LEAST_LIST = 210
LOOKED_FOR = 300
"""Of so many backups it is looked whether the file is still there."""


@dataclass(frozen=True)
class BackupsAnswer:
    """What the page shows; `gone` are the ids of entries whose file is not there."""

    state: BackupState
    entries: tuple[BackupEntry, ...]
    gone: frozenset[int]


class BackupsSection(LivePage):
    """Enter proves the chosen backup."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_BackupsSection()
        self.ui.setupUi(self)
        apply_icons(self)
        ui = self.ui
        flow_acts(ui.acts_box, (ui.make_button, ui.prove_button, ui.restore_button, ui.move_button))
        FoldingHead(ui.folder_layout, ui.state_card)
        FoldingHead(ui.badges_layout, ui.state_card)
        self._answer: BackupsAnswer | None = None
        theme.notifier().changed.connect(self._fit)
        self._fit()
        self._model = TextTableModel(self, words=WORDS)
        self._state = StatePanel(desk, ui, self)
        self.acts = BackupActs(desk, self)
        self._set_up_table()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return self.tr("Backups")

    def fetch(self) -> None:
        office, by = self.desk.office, self.desk.user
        folder = backup_folder(self.desk.settings, office.profile.uid)

        def ask() -> BackupsAnswer:
            entries = office.backups.listing(by=by)
            gone = {one.id for one in entries[:LOOKED_FOR] if not (one.file_name and one.path.is_file())}
            return BackupsAnswer(office.backups.state(by=by, folder=folder), entries, frozenset(gone))

        self.running = self.desk.read(ask, self._show, owner=self, failed=self.failed)

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or changes.office

    def retranslate(self) -> None:
        self.ui.empty_state.set_state(
            "database", self.tr("No backup yet"),
            self.tr("A backup is one encrypted file with everything in it. Keep it on another disk than the office."),
            self.tr("Back up now"),
        )  # fmt: skip
        if self._answer is not None:
            self._word(self._answer)
        self._enable()

    def _set_up_table(self) -> None:
        table = self.ui.backups_table
        table.setModel(self._model)
        dress_figure_table(table)
        table.selectionModel().currentRowChanged.connect(self._enable)
        self._model.modelReset.connect(self._fit_columns)
        KeyActs(table, {Qt.Key.Key_Return: self._prove, Qt.Key.Key_Enter: self._prove})
        theme.notifier().changed.connect(self._fit_columns)

    def _connect(self) -> None:
        ui = self.ui
        for source in (ui.make_button.clicked, ui.empty_state.acted):
            source.connect(
                lambda *_clicked: self.acts.make(
                    backup_folder(self.desk.settings, self.desk.office.profile.uid)
                )
            )
        ui.prove_button.clicked.connect(self._prove)
        ui.restore_button.clicked.connect(self._restore)
        ui.move_button.clicked.connect(lambda: self.acts.move(self._folder()))
        ui.open_button.clicked.connect(lambda: self.acts.open_folder(self._folder()))
        ui.choose_button.clicked.connect(self._choose_folder)
        self.acts.task.running_changed.connect(self._enable)

    def _show(self, answer: BackupsAnswer) -> None:
        self._answer = answer
        chosen = self._current()
        self._word(answer)
        self.ui.stack.setCurrentWidget(self.ui.list_page if answer.entries else self.ui.empty_page)
        if answer.entries:
            ids = [entry.id for entry in answer.entries]
            row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
            self.ui.backups_table.selectRow(row)
        self._enable()

    def _word(self, answer: BackupsAnswer) -> None:
        self._state.show_state(answer.state)
        chosen = self.ui.backups_table.currentIndex().row()
        headers = (
            self.tr("Made"), self.tr("Why"), self.tr("State"), self.tr("Proven"), self.tr("By"), self.tr("Size"),
        )  # fmt: skip
        self._model.show_rows(headers, [self._row(entry, answer) for entry in answer.entries])
        if 0 <= chosen < len(answer.entries):
            self.ui.backups_table.selectRow(chosen)

    def _row(self, entry: BackupEntry, answer: BackupsAnswer) -> TextRow:
        zone = self.desk.time_zone
        cells = (
            instant(entry.made_at, zone), reason_word(entry.reason),
            entry_state_word(entry, gone=entry.id in answer.gone), instant(entry.proven_at, zone) or "–",
            entry.by_name or "–", size_word(entry.size),
        )  # fmt: skip
        return TextRow(cells, entry.id)

    def _current(self) -> BackupEntry | None:
        row = self.ui.backups_table.currentIndex().row()
        entries = self._answer.entries if self._answer is not None else ()
        return entries[row] if 0 <= row < len(entries) else None

    def _folder(self) -> Path:
        if self._answer is not None:
            return self._answer.state.folder
        return backup_folder(self.desk.settings, self.desk.office.profile.uid) or Path.home()

    def _enable(self, *_changed: object) -> None:
        entry, me, free = self._current(), self.desk.user, not self.acts.task.running
        there = entry is not None and self._answer is not None and entry.id not in self._answer.gone
        ui = self.ui
        for button in (ui.make_button, ui.move_button):
            explain(button, Permission.BACK_UP, me, enabled=free)
        explain(ui.prove_button, Permission.BACK_UP, me, enabled=free and there)
        for button in (ui.restore_button, ui.open_button, ui.choose_button):
            explain(button, Permission.BACK_UP, me)
        ui.chosen_label.setText(self._state.about(entry))

    def _prove(self) -> None:
        entry = self._current()
        if entry is not None and self.ui.prove_button.isEnabled():
            self.acts.prove(entry)

    def _restore(self) -> None:
        entry = self._current()
        there = entry is not None and self._answer is not None and entry.id not in self._answer.gone
        self.acts.restore(entry.path if entry is not None and there else None)

    def _choose_folder(self) -> None:
        ask_folder(
            self,
            self.tr("Folder for backups"),
            str(self._folder()),
            lambda name: self.choose_folder(Path(name)),
        )

    def choose_folder(self, folder: Path) -> None:
        """Keeps this office's backups in `folder` from now on, on this desk."""
        choose_backup_folder(self.desk.settings, self.desk.office.profile.uid, folder)
        self.reload()

    def _fit(self) -> None:
        """A few rows are always there; with little room the page scrolls."""
        self.ui.stack.setMinimumHeight(theme.px(LEAST_LIST))

    def _fit_columns(self) -> None:
        header = self.ui.backups_table.horizontalHeader()
        for column in range(self._model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if self._model.columnCount():
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
