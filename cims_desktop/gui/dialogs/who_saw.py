"""Who saw, printed, exported or revealed one customer's data: what a person may ask the office to tell."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.auditing import Disclosure
from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_who_saw_dialog import Ui_WhoSawDialog
from cims_desktop.gui.audit_words import disclosure_words
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.whole_row_list import dress_row_list

WIDTH, LIST_HEIGHT = 560, 300


class WhoSawDialog(Translated, QDialog):
    """Lists the disclosures of one customer, newest first."""

    def __init__(self, desk: Desk, customer_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._name = desk, name
        self.ui = Ui_WhoSawDialog()
        self.ui.setupUi(self)
        self._model = FaceListModel[Disclosure](self._face, self)
        dress_row_list(self.ui.seen_list)
        self.ui.seen_list.setModel(self._model)
        self.ui.seen_list.setItemDelegate(TwoLineDelegate(self.ui.seen_list, inset=12))
        self.ui.buttons.rejected.connect(self.reject)
        self.ui.list_frame.setMinimumHeight(theme.px(LIST_HEIGHT))
        counter_mode.mode().changed.connect(self.retranslate)
        self.retranslate()
        keep_fitted(self, WIDTH)
        office, by = desk.office, desk.user
        desk.read(lambda: office.audit.who_saw(customer_id, by=by), self._show, owner=self)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(520))

    def retranslate(self, _on: bool = False) -> None:
        self.setWindowTitle(self.tr("Who saw or exported this person"))
        text = self.tr("Who has seen the data of %1, and what left the office.")
        name = counter_mode.covered(self._name) or self.tr("this person")
        self.ui.what_label.setText(text.replace("%1", name))
        self.ui.empty_state.set_state(
            "eye-off", self.tr("Nobody yet"), self.tr("Nobody has opened, printed or exported this record.")
        )

    def _show(self, disclosures: tuple[Disclosure, ...]) -> None:
        self._model.show_records(disclosures)
        self.ui.stack.setCurrentWidget(self.ui.list_page if disclosures else self.ui.empty_page)
        if disclosures:
            self.ui.seen_list.setCurrentIndex(self._model.index(0, 0))
            self.ui.seen_list.setFocus()

    def _face(self, one: Disclosure) -> Face:
        title, icon = disclosure_words(one.how)
        text = " · ".join(part for part in (one.user, one.detail) if part)
        return Face(title, text, right=instant(one.at, self._desk.time_zone), icon=icon)
