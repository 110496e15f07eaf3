"""Satisfaction: NPS, CSAT and CES of a period, month by month, and what customers wrote."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.figures import MetricOverview, NamedResponse, SatisfactionOverview
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_satisfaction_page import Ui_SatisfactionPage
from cims_desktop.gui.delegates.two_line import Face, TwoLineDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import day
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.models.response_model import lowest_first, response_face
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.pages.satisfaction_figures import Period, period_start, score_words, trend_chart
from cims_desktop.gui.widgets.skeleton_cover import SkeletonCover
from cims_desktop.gui.widgets.whole_row_list import dress_row_list

NARROW = 680
HEAD = 52
WIDEST_DAY = date(2026, 11, 28)


class SatisfactionPage(LivePage):
    """How satisfied customers are, and how sure that is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_SatisfactionPage()
        self.ui.setupUi(self)
        apply_icons(self)
        self._overview: SatisfactionOverview | None = None
        self._periods = {
            Period.QUARTER: self.ui.quarter_button, Period.YEAR: self.ui.year_button, Period.ALL: self.ui.all_button,
        }  # fmt: skip
        self._metrics = {
            Metric.NPS: (self.ui.nps_card, self.ui.nps_button),
            Metric.CSAT: (self.ui.csat_card, self.ui.csat_button),
            Metric.CES: (self.ui.ces_card, self.ui.ces_button),
        }
        self._model = FaceListModel[NamedResponse](self._face, self)
        self._delegate = TwoLineDelegate(self.ui.comments_list, inset=6, height=54)
        self._covers = [SkeletonCover(card) for card, _button in self._metrics.values()]
        self._covers.append(SkeletonCover(self.ui.comments_card, HEAD))
        self._set_up()
        self.retranslate()

    def title(self) -> str:
        """The page's name in the window's title bar and navigation."""
        return self.tr("Satisfaction")

    def fetch(self) -> None:
        office, user, today = self.desk.office, self.desk.user, self.desk.today()
        since = period_start(self._chosen_period(), today)
        self.running = self.desk.read(
            lambda: office.satisfaction.overview(since, today, by=user),
            self._show,
            owner=self,
            failed=self.failed,
        )

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or bool(changes.responses or changes.customers)

    def retranslate(self) -> None:
        self._delegate.samples = ("CSAT", day(WIDEST_DAY), self.tr("10 of 10"))
        if self._overview is not None:
            self._fill(self._overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        for index, (card, _button) in enumerate(self._metrics.values()):
            self.ui.cards_layout.addWidget(card, index if narrow else 0, 0 if narrow else index)
            self.ui.cards_layout.setColumnStretch(index, 1 if not narrow or index == 0 else 0)

    def _set_up(self) -> None:
        view = self.ui.comments_list
        dress_row_list(view)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.activated.connect(self._open_row)
        self.ui.trend_chart.attach(self.desk.jobs)
        self.ui.table_button.toggled.connect(self.ui.trend_chart.set_as_table)
        self.ui.empty_state.acted.connect(self._leave_empty)
        self.ui.empty_state.hide()
        for button in self._periods.values():
            button.clicked.connect(self.reload)
        for _card, button in self._metrics.values():
            button.clicked.connect(self._fill_trend)
        for button in (self.ui.newest_button, self.ui.low_button, self.ui.words_button):
            button.clicked.connect(self._fill_comments)

    def _chosen_period(self) -> Period:
        return next((period for period, button in self._periods.items() if button.isChecked()), Period.YEAR)

    def _show(self, overview: SatisfactionOverview) -> None:
        self._overview = overview
        for cover in self._covers:
            cover.hide()
        self._fill(overview)

    def _fill(self, overview: SatisfactionOverview) -> None:
        answered = any(metric.replies for metric in overview.metrics)
        self.ui.answers_box.setVisible(answered)
        self.ui.empty_state.setVisible(not answered)
        self._word_empty()
        for metric in overview.metrics:
            card, _button = self._metrics[metric.metric]
            # lupdate finds plurals in self.tr only.
            replies = self.tr("%Ln answer(s)", "", metric.replies)
            words = score_words(metric, replies if metric.replies else self.tr("No answers in this period"))
            card.set_score(words.title, words.value, words.note, words.parts, words.warning)
            card.setToolTip(words.help)
            card.setAccessibleDescription(words.help)
        until = day(overview.until)
        span = self.tr("All answers up to %2") if self._chosen_period() is Period.ALL else self.tr("%1 to %2")
        self.ui.period_label.setText(span.replace("%1", day(overview.since)).replace("%2", until))
        self._fill_trend()
        self._fill_comments()

    def _word_empty(self) -> None:
        if self._chosen_period() is not Period.ALL:
            self.ui.empty_state.set_state(
                "smile", self.tr("No answers in this period"), self.tr("There may be older ones."),
                self.tr("Show all answers"),
            )  # fmt: skip
            return
        self.ui.empty_state.set_state(
            "smile", self.tr("No answers yet"),
            self.tr("Record a score (NPS, CSAT or CES) on a customer's page, under Satisfaction."),
            self.tr("Go to customers"),
        )  # fmt: skip

    def _leave_empty(self) -> None:
        """The empty state's button: a longer period first, then where answers are recorded."""
        if self._chosen_period() is Period.ALL:
            self.desk.routes.page_requested.emit("customers")
            return
        self.ui.all_button.setChecked(True)
        self.reload()

    def _fill_trend(self) -> None:
        metric = self._trend_metric()
        if metric is None:
            return
        self.ui.trend_chart.show_chart(trend_chart(metric))
        self.ui.trend_note_label.setText(
            self.tr("Hollow points rest on fewer than 30 answers; months without answers are left open.")
            if metric.replies
            else self.tr("No answers in this period")
        )

    def _trend_metric(self) -> MetricOverview | None:
        chosen = next(
            (metric for metric, (_card, button) in self._metrics.items() if button.isChecked()), Metric.NPS
        )
        metrics = self._overview.metrics if self._overview else ()
        return next((one for one in metrics if one.metric is chosen), None)

    def _fill_comments(self) -> None:
        newest = self._overview.newest if self._overview else ()
        shown = list(newest)
        if self.ui.low_button.isChecked():
            shown = lowest_first(newest)
        elif self.ui.words_button.isChecked():
            shown = [named for named in newest if named.response.comment.strip()]
        self._model.show_records(shown)
        self.ui.comments_list.setVisible(bool(shown))
        self.ui.no_comments_label.setVisible(not shown)

    def _face(self, named: NamedResponse) -> Face:
        return response_face(named, self.desk.time_zone)

    def _open_row(self, index: QModelIndex) -> None:
        named = index.data(RECORD_ROLE)
        if isinstance(named, NamedResponse):
            self.desk.routes.customer_requested.emit(named.response.customer_id)
