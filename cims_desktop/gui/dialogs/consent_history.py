"""Every word that a customer gave or took back about being contacted, newest first."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.preferences import ConsentEvent, ConsentState
from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_consent_history_dialog import Ui_ConsentHistoryDialog
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant
from cims_desktop.gui.icons import IconName
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.whole_row_list import dress_row_list
from cims_desktop.gui.words import consent_channel_word, consent_state_word

ICONS: dict[ConsentState, IconName] = {
    ConsentState.GRANTED: "check", ConsentState.REFUSED: "close", ConsentState.UNKNOWN: "help",
}  # fmt: skip


class ConsentHistoryDialog(Translated, QDialog):
    """Reads the history itself; changes nothing."""

    def __init__(self, desk: Desk, customer_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._name = desk, name
        self.ui = Ui_ConsentHistoryDialog()
        self.ui.setupUi(self)
        rows = self.ui.events_list
        self._model = FaceListModel[ConsentEvent](self._face, self)
        dress_row_list(rows)
        rows.setModel(self._model)
        rows.setItemDelegate(TwoLineDelegate(rows, inset=12))
        self.ui.buttons.rejected.connect(self.reject)
        counter_mode.mode().changed.connect(self.retranslate)
        self.retranslate()
        privacy, user = desk.office.privacy, desk.user
        desk.read(lambda: privacy.consent_history(customer_id, by=user), self._show_events, owner=self)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(540), theme.px(460))

    def retranslate(self, _on: bool = False) -> None:
        name = counter_mode.covered(self._name)
        self.ui.what_label.setText(self.tr("What %1 said about being contacted.").replace("%1", name))
        self.ui.empty_state.set_state(
            "message",
            self.tr("Nothing was asked yet"),
            self.tr("What the customer agrees to or refuses on the tab Preferences is listed here."),
        )

    def _show_events(self, events: tuple[ConsentEvent, ...]) -> None:
        ui = self.ui
        self._model.show_records(events)
        ui.stack.setCurrentWidget(ui.list_page if events else ui.empty_page)
        if events:
            ui.events_list.setCurrentIndex(self._model.index(0, 0))
            ui.events_list.setFocus()

    def _face(self, event: ConsentEvent) -> Face:
        title = f"{consent_channel_word(event.channel)}: {consent_state_word(event.state)}"
        by = self.tr("written down by %1").replace("%1", event.by_name) if event.by_name else ""
        second = " · ".join(part for part in (event.source, by) if part)
        at = instant(event.happened_at, self._desk.time_zone)
        return Face(title, second, right=at, icon=ICONS[event.state])
