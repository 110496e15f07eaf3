"""The journal's list and the chosen act: side by side, or one over the other; and how a row of the list looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.auditing import AuditEntry
from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_administration_audit import Ui_AuditSection
from cims_desktop.gui.audit_fields import short_fields
from cims_desktop.gui.audit_words import act_icon, act_title
from cims_desktop.gui.delegates.two_line import Face
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant
from cims_desktop.gui.pages.administration.audit_detail import AuditDetail
from cims_desktop.gui.pages.administration.audit_model import AuditModel

NARROW_BELOW = 780
LIST_SHARE, DETAIL_SHARE = 11, 10


class AuditFaces(QObject):
    """Rows of the list: what was done, to whom, by whom, which fields."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def face(self, entry: AuditEntry) -> Face:
        """The row of an act."""
        subject = counter_mode.covered(entry.customer_name) or self._subject(entry)
        parts = [subject, entry.user or self.tr("nobody signed in"), short_fields(entry.changes)]
        text = " · ".join(part for part in parts if part)
        at = instant(entry.at, self._desk.time_zone)
        return Face(act_title(entry), text, right=at, icon=act_icon(entry))

    def _subject(self, entry: AuditEntry) -> str:
        if entry.table in ("user", "role", "product", "sensitive_field"):
            return str(entry.detail.get("what", ""))
        return str(entry.detail.get("file", ""))


class AuditPanes(QObject):
    """Where there is little room the act covers the list; `open` and `back` lead there and away."""

    def __init__(self, ui: Ui_AuditSection, detail: AuditDetail, model: AuditModel, page: QWidget) -> None:
        super().__init__(page)
        self._ui, self._detail, self._model, self._page = ui, detail, model, page
        self._narrow, self._reading = False, False

    def fit(self) -> None:
        """Arranges both for the room there is."""
        ui, some = self._ui, self._model.rowCount() > 0
        self._narrow = self._page.width() < theme.px(NARROW_BELOW)
        reading = self._narrow and self._reading and some
        ui.stack.setVisible(not reading)
        ui.detail_stack.setVisible(some and (reading or not self._narrow))
        ui.edge_frame.setVisible(some and not self._narrow)
        self._detail.show_back(visible=reading)
        ui.body_layout.setStretch(0, LIST_SHARE)
        ui.body_layout.setStretch(2, DETAIL_SHARE)

    def open(self, *_row: QModelIndex) -> None:
        """Shows the act, if it is not beside the list anyway."""
        if self._narrow and self._model.rowCount():
            self._reading = True
            self.fit()
            self._detail.ui.back_button.setFocus()

    def back(self) -> None:
        """Shows the list again."""
        if self._narrow and self._reading:
            self._reading = False
            self.fit()
            self._ui.acts_list.setFocus()
