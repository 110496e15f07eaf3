"""The last few hundred acts, in a window of their own."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.audit import ActivityRow
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_activity_dialog import Ui_ActivityDialog
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.models.activity_model import activity_face
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.whole_row_list import dress_row_list

LONGEST = 300


class ActivityDialog(Translated, QDialog):
    """Lists recent activity; choosing a row that concerns a customer opens that customer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ActivityDialog()
        self.ui.setupUi(self)
        self._desk = desk
        self._model = FaceListModel[ActivityRow](self._face, self)
        dress_row_list(self.ui.activity_list)
        self.ui.activity_list.setModel(self._model)
        self.ui.activity_list.setItemDelegate(TwoLineDelegate(self.ui.activity_list, inset=8))
        self.ui.activity_list.activated.connect(self._open_row)
        self.ui.buttons.rejected.connect(self.reject)
        office, user = desk.office, desk.user
        desk.read(lambda: office.reports.activity(LONGEST, by=user), self._show, owner=self)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(560))

    def _show(self, rows: tuple[ActivityRow, ...]) -> None:
        self._model.show_records(rows)
        self.ui.stack.setCurrentWidget(self.ui.list_page)
        self.ui.activity_list.setFocus()

    def _face(self, row: ActivityRow) -> Face:
        return activity_face(row, self._desk.office.now(), self._desk.currency)

    def _open_row(self, index: QModelIndex) -> None:
        row = index.data(RECORD_ROLE)
        if isinstance(row, ActivityRow) and row.customer_id is not None:
            self.accept()
            self._desk.routes.customer_requested.emit(row.customer_id)
