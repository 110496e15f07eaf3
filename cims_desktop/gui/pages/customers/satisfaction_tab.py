"""The Satisfaction tab: record a score with a comment, and see the earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.satisfaction import RANGES, Metric, SurveyResponse
from cims_desktop.gui._gen.ui_customer_satisfaction_tab import Ui_CustomerSatisfactionTab
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftValue
from cims_desktop.gui.pages.customers.customer_tab import CustomerTab
from cims_desktop.gui.pages.customers.history_rows import response_row


class SatisfactionTab(CustomerTab):
    """A digit chooses the score; Enter in the comment saves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomerSatisfactionTab()
        self.ui.setupUi(self)
        self._responses: tuple[SurveyResponse, ...] = ()
        self._metric = Metric.CSAT
        for metric in Metric:
            self._button(metric).clicked.connect(self._metric_chosen)
        self.ui.score_edit.scored.connect(self.offer)
        self.ui.score_edit.entered.connect(self._record)
        self.ui.comment_edit.returnPressed.connect(self._record)
        self.ui.comment_edit.textChanged.connect(self.offer)
        self.ui.save_button.clicked.connect(self._record)
        mark(self.ui.comment_edit)
        self.choose_metric(Metric.CSAT)

    def start(self, desk: Desk) -> None:
        super().start(desk)
        desk.drafts.register(self, self._draft)

    def resume(self, payload: Mapping[str, Any]) -> bool:
        """Puts the score and comment of a draft in. False: others are there, or none may be recorded."""
        if self.has_text() or not self.allows(Permission.RECORD_HISTORY):
            return False
        self.choose_metric(Metric(payload["metric"]))
        if payload["score"] is not None:
            self.ui.score_edit.choose(int(payload["score"]))
        self.ui.comment_edit.setText(str(payload["comment"]))
        return True

    def choose_metric(self, metric: Metric) -> None:
        """Asks this question."""
        self._metric = metric
        self._button(metric).setChecked(True)
        self.ui.score_edit.set_range(*RANGES[metric])
        self.offer()
        self._set_words()

    def has_text(self) -> bool:
        """Whether a score or comment is there that is not saved."""
        return self.ui.score_edit.value() is not None or bool(self.ui.comment_edit.text().strip())

    def forget_text(self) -> None:
        """Takes back a score that is not saved."""
        self.ui.score_edit.clear()
        self.ui.comment_edit.clear()
        self.offer()

    def clear(self) -> None:
        self.forget_text()
        self.ui.responses_list.set_rows(())
        self.ui.empty_label.hide()

    def reload(self) -> None:
        customer_id, desk = self.customer_id, self.desk
        assert customer_id is not None
        self.running = desk.read(
            lambda: desk.office.satisfaction.of_customer(customer_id, by=desk.user), self._show, owner=self
        )

    def retranslate(self) -> None:
        self._set_words()
        self._show(self._responses)

    def _draft(self) -> DraftValue | None:
        if self.customer_id is None or not self.has_text():
            return None
        score, comment = self.ui.score_edit.value(), self.ui.comment_edit.text()
        return "score", self.customer_id, {"metric": self._metric.value, "score": score, "comment": comment}

    def _show(self, responses: tuple[SurveyResponse, ...]) -> None:
        self._responses = responses
        zone = self.desk.time_zone
        self.ui.responses_list.set_rows([response_row(response, zone) for response in responses])
        self.ui.empty_label.setVisible(not responses)

    def _button(self, metric: Metric) -> QPushButton:
        button: QPushButton = getattr(self.ui, f"{metric.value}_button")
        return button

    def _metric_chosen(self) -> None:
        self.choose_metric(next(metric for metric in Metric if self._button(metric).isChecked()))

    def offer(self) -> None:
        # A complaint about a missing score is answered by now, or no longer of use.
        self.ui.score_problem.say("", self.ui.score_edit)
        self.bind(self.ui.save_button, Permission.RECORD_HISTORY, enabled=self.has_text())
        for field in (self.ui.metric_box, self.ui.score_edit, self.ui.comment_edit):
            field.setEnabled(not self._binned)

    def _record(self) -> None:
        score, customer_id, desk = self.ui.score_edit.value(), self.customer_id, self.desk
        if customer_id is None or not self.allows(Permission.RECORD_HISTORY):
            return
        if score is None:
            self._ask_for_score()
            return
        comment = self.ui.comment_edit.text()
        response = SurveyResponse(customer_id, self._metric, score, desk.office.now(), comment)
        desk.write(
            lambda: desk.office.satisfaction.record(response, by=desk.user), self._recorded, owner=self
        )

    def _ask_for_score(self) -> None:
        low, high = RANGES[self._metric]
        text = self.tr("Choose a score from %1 to %2 first.").replace("%1", str(low)).replace("%2", str(high))
        self.ui.score_problem.say(text, self.ui.score_edit)
        self.ui.score_edit.take_focus()

    def _recorded(self, _changes: Changes) -> None:
        self.forget_text()

    def _set_words(self) -> None:
        question, low, high = {
            Metric.NPS: (
                self.tr("How likely are you to recommend us?"),
                self.tr("Not at all"),
                self.tr("Certainly"),
            ),
            Metric.CSAT: (
                self.tr("How satisfied are you?"),
                self.tr("Very unsatisfied"),
                self.tr("Very satisfied"),
            ),
            Metric.CES: (
                self.tr("How easy was it to get what you needed?"),
                self.tr("Very hard"),
                self.tr("Very easy"),
            ),
        }[self._metric]
        self.ui.question_label.setText(question)
        self.ui.low_label.setText(low)
        self.ui.high_label.setText(high)
