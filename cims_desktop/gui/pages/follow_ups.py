"""Follow-ups: whose next contact is due, and what becomes of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_follow_ups_page import Ui_FollowUpsPage
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import day, number
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.models.follow_up_model import Due, due, full_face
from cims_desktop.gui.pages.call_logging import CallLogging
from cims_desktop.gui.pages.follow_up_plan import LAST_DAY, Step, step_day
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain
from cims_desktop.gui.widgets.flow_layout import flow_segments
from cims_desktop.gui.widgets.folding_head import FoldingHead
from cims_desktop.gui.widgets.key_acts import KeyActs
from cims_desktop.gui.widgets.pill import pill_size
from cims_desktop.gui.widgets.whole_row_list import dress_row_list

LONGEST = 2000
NARROW = 960
ROW_HEIGHT = 56
WIDEST_DAY = date(2026, 11, 28)


class FollowUpsPage(LivePage):
    """Lists planned contacts; single keys open, log a call, plan the next contact or finish."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_FollowUpsPage()
        self.ui.setupUi(self)
        apply_icons(self)
        self._all: tuple[FollowUp, ...] = ()
        self._calls = CallLogging(desk, self)
        self._model = FaceListModel[FollowUp](self._face, self)
        self._segments = {
            None: self.ui.all_button, Due.OVERDUE: self.ui.overdue_button, Due.TODAY: self.ui.today_button,
            Due.SOON: self.ui.week_button, Due.LATER: self.ui.later_button,
        }  # fmt: skip
        flow_segments(self.ui.period_frame, self._segments.values())
        FoldingHead(self.ui.head_layout, self.ui.card_frame)
        self._delegate = TwoLineDelegate(self.ui.follow_ups_list, inset=12, height=ROW_HEIGHT)
        self._set_up_list()
        self._plan_menu = QMenu(self)
        self.ui.plan_button.setMenu(self._plan_menu)
        self._set_up_keys()
        self.retranslate()

    def title(self) -> str:
        """The page's name in the window's title bar and navigation."""
        return self.tr("Follow-ups")

    def fetch(self) -> None:
        office, user = self.desk.office, self.desk.user
        self.running = self.desk.read(
            lambda: office.timeline.follow_ups(LAST_DAY, by=user, limit=LONGEST),
            self._show, owner=self, failed=self.failed,
        )  # fmt: skip

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or bool(changes.customers or changes.interactions)

    def retranslate(self) -> None:
        self.ui.keys_label.setText(
            self.tr(
                "Enter opens · L logs a call · D done · 1 tomorrow · 2 in a week · 3 in a month · P picks a day"
            )
        )
        self._plan_menu.clear()
        for text, act in (
            (self.tr("Tomorrow\t1"), lambda: self._plan_step(Step.DAY)),
            (self.tr("In a week\t2"), lambda: self._plan_step(Step.WEEK)),
            (self.tr("In a month\t3"), lambda: self._plan_step(Step.MONTH)),
            (self.tr("Pick a day…\tP"), self._pick_day),
        ):
            self._plan_menu.addAction(text).triggered.connect(act)
        chips = (self.tr("Overdue"), self.tr("Today"), self.tr("Tomorrow"), day(WIDEST_DAY))
        widest = max(chips, key=lambda text: pill_size(text).width())
        self._delegate.samples = ("+86 138 0013 8000", day(WIDEST_DAY), widest)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ui.keys_label.setVisible(event.size().width() >= theme.px(NARROW))

    def _set_up_list(self) -> None:
        view = self.ui.follow_ups_list
        dress_row_list(view)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.activated.connect(self._open)
        view.selectionModel().currentChanged.connect(self._enable)
        for button in self._segments.values():
            button.clicked.connect(self._fill)
        self.ui.open_button.clicked.connect(self._open)
        self.ui.call_button.clicked.connect(self._call)
        self.ui.done_button.clicked.connect(lambda: self._plan(None))
        self.ui.empty_state.acted.connect(lambda: self.desk.routes.page_requested.emit("customers"))

    def _set_up_keys(self) -> None:
        KeyActs(
            self.ui.follow_ups_list,
            {
                Qt.Key.Key_L: self._call,
                Qt.Key.Key_D: lambda: self._plan(None),
                Qt.Key.Key_P: self._pick_day,
                Qt.Key.Key_1: lambda: self._plan_step(Step.DAY),
                Qt.Key.Key_2: lambda: self._plan_step(Step.WEEK),
                Qt.Key.Key_3: lambda: self._plan_step(Step.MONTH),
            },
        )

    def _show(self, rows: tuple[FollowUp, ...]) -> None:
        self._all = rows
        self._fill(loaded=True)

    def _fill(self, *_clicked: bool, loaded: bool = False) -> None:
        """Puts the chosen segment into the list and keeps the current row's place."""
        today, row = self.desk.today(), self.ui.follow_ups_list.currentIndex().row()
        chosen = next((key for key, button in self._segments.items() if button.isChecked()), None)
        shown = [one for one in self._all if chosen is None or due(one.next_contact, today) is chosen]
        self._model.show_records(shown)
        self._word_segments(today)
        waiting = self.ui.stack.currentWidget() is self.ui.loading_page
        if loaded or self.ui.stack.currentWidget() is not self.ui.loading_page:
            self.ui.stack.setCurrentWidget(self.ui.list_page if shown else self.ui.empty_page)
        self._word_empty()
        self.ui.count_label.setText(self.tr("%Ln customer(s) to contact", "", len(shown)))
        if shown:
            self.ui.follow_ups_list.setCurrentIndex(self._model.index(min(max(row, 0), len(shown) - 1)))
            if waiting and self.isAncestorOf(self.window().focusWidget()):
                self.ui.follow_ups_list.setFocus()  # the keys at the foot of the page are meant for it
        self._enable()

    def _word_segments(self, today: date) -> None:
        counts = dict.fromkeys(Due, 0)
        for one in self._all:
            counts[due(one.next_contact, today)] += 1
        words = {
            None: self.tr("All"), Due.OVERDUE: self.tr("Overdue"), Due.TODAY: self.tr("Today"),
            Due.SOON: self.tr("Next 7 days"), Due.LATER: self.tr("Later"),
        }  # fmt: skip
        for key, button in self._segments.items():
            count = len(self._all) if key is None else counts[key]
            button.setText(f"{words[key]}  {number(count)}" if count else words[key])

    def _word_empty(self) -> None:
        if self._all:
            self.ui.empty_state.set_state(
                "success", self.tr("Nobody here"), self.tr("Choose another period above.")
            )
            return
        self.ui.empty_state.set_state(
            "calendar", self.tr("Nobody is waiting for a call"),
            self.tr("Plan a next contact on a customer's page or with a logged call; it shows up here."),
            self.tr("Go to customers"),
        )  # fmt: skip

    def _enable(self, *_indexes: QModelIndex) -> None:
        there = self._current() is not None
        self.ui.open_button.setEnabled(there)
        for button in (self.ui.call_button, self.ui.plan_button, self.ui.done_button):
            explain(button, Permission.RECORD_HISTORY, self.desk.user, enabled=there)

    def _face(self, follow_up: FollowUp) -> Face:
        return full_face(follow_up, self.desk.today())

    def _current(self) -> FollowUp | None:
        return self._model.record_at(self.ui.follow_ups_list.currentIndex().row())

    def _open(self, *_index: QModelIndex) -> None:
        if (current := self._current()) is not None:
            self.desk.routes.customer_requested.emit(current.customer_id)

    def _call(self) -> None:
        if (current := self._current()) is not None:
            self._calls.begin(current)

    def _plan_step(self, step: Step) -> None:
        self._plan(step_day(self.desk.today(), step))

    def _pick_day(self) -> None:
        from cims_desktop.gui.dialogs.pick_day import PickDayDialog

        if self._current() is None or not self.desk.may(Permission.RECORD_HISTORY):
            return
        dialog = PickDayDialog(self.desk.today(), self)
        dialog.day_picked.connect(self._plan)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _plan(self, wanted: date | None) -> None:
        current, office, user = self._current(), self.desk.office, self.desk.user
        if current is None or not self.desk.may(Permission.RECORD_HISTORY):
            return
        before = current.next_contact

        def undo() -> None:
            self.desk.write(lambda: office.timeline.plan(current.customer_id, before, by=user), owner=self)

        def tell(_changes: Changes) -> None:
            said = self.tr("%1: done") if wanted is None else self.tr("%1: next contact on %2")
            said = said.replace("%1", current.name).replace("%2", day(wanted))
            self.desk.notices.succeed(said, self.tr("Undo"), undo)

        self.desk.write(lambda: office.timeline.plan(current.customer_id, wanted, by=user), tell, owner=self)
