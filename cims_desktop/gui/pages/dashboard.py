"""The dashboard: four figures, sales by month, satisfaction, follow-ups due and recent activity."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.audit import ActivityRow
from cims_desktop.domain.figures import Dashboard
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui._gen.ui_dashboard_page import Ui_DashboardPage
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import number
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.activity_model import activity_face
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.models.follow_up_model import short_face
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.pages import dashboard_figures as figures
from cims_desktop.gui.pages.dashboard_data import dashboard_with_sales
from cims_desktop.gui.pages.dashboard_grid import DashboardGrid
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.pages.sales_readings import month_chart
from cims_desktop.gui.settings import DASHBOARD_MONTHS
from cims_desktop.gui.widgets.donut import Slice
from cims_desktop.gui.widgets.skeleton_cover import SkeletonCover

HEAD, TALL_HEAD = 46, 66


class DashboardPage(LivePage):
    """What the office looks like today. `import_wanted()`: the person wants to import a file."""

    import_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_DashboardPage()
        self.ui.setupUi(self)
        apply_icons(self)
        self._board: Dashboard | None = None
        self._ranges = {12: self.ui.year_button, 24: self.ui.two_years_button, 60: self.ui.five_years_button}
        self._follow_ups = FaceListModel[FollowUp](self._follow_up_face, self)
        self._activity = FaceListModel[ActivityRow](self._activity_face, self)
        self._grid = DashboardGrid(self.ui, self)
        self._covers = self._cover_cards()
        self._set_up_lists()
        self._set_up_chart()
        for state in (self.ui.no_sales_state, self.ui.no_replies_state, self.ui.follow_ups_empty_state,
                      self.ui.activity_empty_state):  # fmt: skip
            state.hide()
        self.retranslate()

    def title(self) -> str:
        """The page's name in the window's title bar and navigation."""
        return self.tr("Dashboard")

    def fetch(self) -> None:
        months, office, user = self.months(), self.desk.office, self.desk.user
        self.running = self.desk.read(
            lambda: dashboard_with_sales(office, months, user), self._show, owner=self, failed=self.failed
        )

    def months(self) -> int:
        """How many months the chart shows."""
        return next((count for count, button in self._ranges.items() if button.isChecked()), 24)

    def retranslate(self) -> None:
        self.ui.no_sales_state.set_state(
            "chart", self.tr("No purchases yet"), self.tr("Record one on a customer's page, or import a file."),
            self.tr("Go to customers"), self.tr("Import a file…") if self.desk.may(Permission.IMPORT) else "",
        )  # fmt: skip
        self.ui.no_replies_state.set_state(
            "smile", self.tr("No answers yet"), self.tr("Record a satisfaction score on a customer's page.")
        )
        self.ui.follow_ups_empty_state.set_state(
            "success", self.tr("Nobody is waiting"), self.tr("Plan a next contact on a customer's page.")
        )
        self.ui.activity_empty_state.set_state("history", self.tr("Nothing has happened yet"))
        if self._board is not None:
            self._fill(self._board)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.arrange()

    def _set_up_lists(self) -> None:
        for view, model in (
            (self.ui.follow_ups_list, self._follow_ups),
            (self.ui.activity_list, self._activity),
        ):
            view.setModel(model)
            view.setItemDelegate(TwoLineDelegate(view, inset=6))
            view.activated.connect(self._open_row)
        self.ui.follow_ups_button.clicked.connect(lambda: self.desk.routes.page_requested.emit("follow_ups"))
        self.ui.activity_button.clicked.connect(self._show_all_activity)

    def _set_up_chart(self) -> None:
        self.ui.sales_chart.attach(self.desk.jobs)
        self.ui.table_button.toggled.connect(self.ui.sales_chart.set_as_table)
        wanted = self._ranges.get(self.desk.settings.get(DASHBOARD_MONTHS), self.ui.two_years_button)
        wanted.setChecked(True)
        for button in self._ranges.values():
            button.clicked.connect(self._choose_range)
        self.ui.no_sales_state.acted.connect(lambda: self.desk.routes.page_requested.emit("customers"))
        self.ui.no_sales_state.acted_otherwise.connect(self.import_wanted)
        self.import_wanted.connect(self.desk.routes.import_requested)

    def _cover_cards(self) -> list[SkeletonCover]:
        cards = (self.ui.active_card, self.ui.sales_card, self.ui.satisfaction_card, self.ui.repeat_card)
        lists = (self.ui.follow_ups_card, self.ui.activity_card)
        return [
            *(SkeletonCover(card) for card in cards),
            *(SkeletonCover(card, HEAD) for card in lists),
            SkeletonCover(self.ui.split_card, TALL_HEAD),
        ]

    def _choose_range(self) -> None:
        self.desk.settings.set(DASHBOARD_MONTHS, self.months())
        self.reload()

    def _show(self, board: Dashboard) -> None:
        self._board = board
        for cover in self._covers:
            cover.hide()
        self._fill(board)

    def _fill(self, board: Dashboard) -> None:
        words = (
            figures.active_words(board),
            figures.sales_words(board),
            figures.satisfaction_words(board),
            figures.repeat_words(board),
        )
        cards = (self.ui.active_card, self.ui.sales_card, self.ui.satisfaction_card, self.ui.repeat_card)
        for card, said in zip(cards, words, strict=True):
            card.set_figure(
                said.title, said.value, delta=said.delta, note=said.note, rising=said.rising, good=said.rising,
                trend=said.trend,
            )  # fmt: skip
            card.setToolTip(said.help)
            card.setAccessibleDescription(said.help)
        self._fill_sales(board)
        self._fill_split(board)
        self._fill_lists(board)

    def _fill_sales(self, board: Dashboard) -> None:
        any_sales = figures.any_sales(board)
        self.ui.no_sales_state.setVisible(not any_sales)
        self.ui.sales_chart.setVisible(any_sales)
        self.ui.table_button.setEnabled(any_sales)
        self.ui.total_label.setText(figures.total_words(board) if any_sales else "")
        self.ui.currencies_label.setText(figures.currencies_note(board.other_currencies))
        self.ui.currencies_label.setVisible(bool(board.other_currencies))
        self.ui.sales_chart.show_chart(month_chart(self.tr("Sales by month"), board.sales, board.currency))

    def _fill_split(self, board: Dashboard) -> None:
        split = board.split
        self.ui.no_replies_state.setVisible(not split.replies)
        self.ui.satisfaction_donut.setVisible(bool(split.replies))
        if split.mean is None:
            return
        very_low, low, middle, high, very_high = split.counts
        parts = (
            (self.tr("Very satisfied"), very_high, "d1"),
            (self.tr("Satisfied"), high, "d2"),
            (self.tr("Neutral"), middle, "d3"),
            (self.tr("Unhappy"), low + very_low, "d4"),
        )
        slices = [Slice(name, count / split.replies, colour) for name, count, colour in parts]
        replies = self.tr("%Ln answer(s)", "", split.replies)
        self.ui.satisfaction_donut.set_slices(slices, number(split.mean, 1), replies)
        self.ui.satisfaction_donut.setToolTip(
            self.tr("Satisfaction scores (CSAT): 5 very satisfied, 4 satisfied, 3 neutral, 1 and 2 unhappy.")
        )

    def _fill_lists(self, board: Dashboard) -> None:
        due = self.tr("Follow-ups due")
        self.ui.follow_ups_title_label.setText(
            f"{due} · {number(board.follow_ups_due)}" if board.follow_ups_due else due
        )
        self._follow_ups.show_records(board.follow_ups)
        self._activity.show_records(board.activity)
        for model, view, state in (
            (self._follow_ups, self.ui.follow_ups_list, self.ui.follow_ups_empty_state),
            (self._activity, self.ui.activity_list, self.ui.activity_empty_state),
        ):
            view.setVisible(bool(model.rowCount()))
            state.setVisible(not model.rowCount())
            view.fit()

    def _follow_up_face(self, follow_up: FollowUp) -> Face:
        return short_face(follow_up, self.desk.today())

    def _activity_face(self, row: ActivityRow) -> Face:
        return activity_face(row, self.desk.office.now(), self.desk.currency)

    def _open_row(self, index: QModelIndex) -> None:
        record = index.data(RECORD_ROLE)
        if record is not None and record.customer_id is not None:
            self.desk.routes.customer_requested.emit(record.customer_id)

    def _show_all_activity(self) -> None:
        from cims_desktop.gui.dialogs.activity import ActivityDialog

        ActivityDialog(self.desk, self).open()
