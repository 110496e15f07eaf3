"""Lists what was typed and never saved; each can be gone on with or discarded, the rest stays for later."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_left_drafts_dialog import Ui_LeftDraftsDialog
from cims_desktop.gui.delegates.row_style import one_line
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.whole_row_list import dress_row_list
from cims_desktop.services.drafts import LeftDraft

LONGEST_NAME = 60


class LeftDraftsDialog(Translated, QDialog):
    """`resumed(Draft)`: the person wants to go on with this one; the dialog is closed already."""

    resumed = Signal(object)

    def __init__(self, desk: Desk, left: tuple[LeftDraft, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._left = desk, left
        self.ui = Ui_LeftDraftsDialog()
        self.ui.setupUi(self)
        self._model = FaceListModel[LeftDraft](self._face, self)
        dress_row_list(self.ui.drafts_list)
        self.ui.drafts_list.setModel(self._model)
        self.ui.drafts_list.setItemDelegate(TwoLineDelegate(self.ui.drafts_list, inset=12))
        self.ui.drafts_list.selectionModel().currentChanged.connect(self._offer)
        self.ui.drafts_list.activated.connect(self.go_on)
        self.ui.go_on_button.clicked.connect(self.go_on)
        self.ui.discard_button.clicked.connect(self.discard)
        self.ui.later_button.clicked.connect(self.reject)
        counter_mode.mode().changed.connect(self.retranslate)
        self._show(left)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(420))

    def retranslate(self, _on: bool = False) -> None:
        self._model.show_records(self._left)
        self._choose(0)

    def go_on(self) -> None:
        """Closes, and says which one is to be gone on with."""
        left = self._current()
        if left is not None and left.state != "gone":
            self.accept()
            self.resumed.emit(left.draft)

    def discard(self) -> None:
        """Forgets the chosen one, after asking."""
        left, drafts, user = self._current(), self._desk.office.drafts, self._desk.user
        if left is None:
            return
        text = self.tr("What was typed there is lost for good.")
        title = self.tr("Discard “%1”?").replace("%1", self._title(left))
        if self._desk.questions.ask(self, title, text, self.tr("Discard"), destructive=True):
            self._desk.write(lambda: drafts.drop(left.draft, by=user), owner=self)
            self._show(tuple(one for one in self._left if one is not left))

    def _show(self, left: tuple[LeftDraft, ...]) -> None:
        self._left = left
        self.retranslate()
        if not left:
            self.reject()

    def _choose(self, row: int) -> None:
        self.ui.drafts_list.setCurrentIndex(self._model.index(row, 0))
        self._offer()

    def _current(self) -> LeftDraft | None:
        return self._model.record_at(self.ui.drafts_list.currentIndex().row())

    def _offer(self, *_indexes: object) -> None:
        left = self._current()
        self.ui.go_on_button.setEnabled(left is not None and left.state != "gone")
        self.ui.discard_button.setEnabled(left is not None)

    def _face(self, left: LeftDraft) -> Face:
        at = instant(left.draft.saved_at, self._desk.time_zone)
        return Face(self._title(left), self._state(left), right=at, icon="edit")

    def _title(self, left: LeftDraft) -> str:
        form, new = left.draft.form, not left.draft.record
        word = {
            "customer": self.tr("New customer") if new else self.tr("Changes to a customer"),
            "entry": self.tr("Call, visit or note"), "purchase": self.tr("Purchase"), "refund": self.tr("Refund"),
            "score": self.tr("Satisfaction score"), "import": self.tr("Import"), "role": self.tr("Role"),
            "product": self.tr("New product") if new else self.tr("Changes to a product"),
            "user": self.tr("New user") if new else self.tr("Changes to a user"),
            "office_rules": self.tr("Office rules"),
        }.get(form, form)  # fmt: skip
        typed = left.draft.payload
        name = left.name or typed.get("name") or typed.get("display_name") or ""
        if not name:
            return word
        return f"{word} · {counter_mode.covered(one_line(str(name))[:LONGEST_NAME])}"

    def _state(self, left: LeftDraft) -> str:
        return {
            "changed": self.tr("Somebody has changed this customer since."),
            "binned": self.tr("This customer is in the bin now."),
            "merged": self.tr("This customer was merged into another one."),
            "gone": self.tr("This customer is gone for good; what you typed can't be used any more."),
        }.get(left.state, self.tr("Typed and never saved"))
