"""Step 3: where each column goes, and the questions that only a person can answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cims_desktop.exchange.mapping import Mapping
from cims_desktop.gui._gen.ui_import_mapping_page import Ui_ImportMappingPage
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.field_words import field_word
from cims_desktop.gui.importing.mapping_model import MappingColumn, MappingModel
from cims_desktop.gui.importing.question_card import QuestionCard
from cims_desktop.gui.importing.wizard_page import WizardPage


class MappingPage(WizardPage):
    """Suggested targets are chosen already; ignored columns are named."""

    def __init__(self, desk: Desk, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.ui = Ui_ImportMappingPage()
        self.ui.setupUi(self)
        self._model = MappingModel(self)
        self._cards: list[QuestionCard] = []
        self.ui.mapping_view.setModel(self._model)
        mark(self.ui.mapping_view)
        self._model.mapping_changed.connect(self._mapping_changed)
        self.ui.suggest_button.clicked.connect(self._suggest)

    def title(self) -> str:
        return self.tr("Where does each column go?")

    def hint(self) -> str:
        return self.tr("Space opens the fields of a line, typing searches them, Delete ignores the column.")

    def enter(self) -> None:
        self._load()

    def retranslate(self) -> None:
        self._load()

    def can_go_on(self) -> bool:
        return self.draft.ready

    def first_focus(self) -> QWidget | None:
        card = next((card for card in self._cards if card.question in self.draft.unanswered), None)
        return next(iter(card.radios().values())) if card is not None else self.ui.mapping_view

    def cards(self) -> list[QuestionCard]:
        """The questions that are shown."""
        return self._cards

    def _load(self) -> None:
        if self.draft.description is None or self.draft.mapping is None:
            return
        row = max(0, self.ui.mapping_view.currentIndex().row())
        self._model.show_mapping(self.draft.description, self.draft.mapping)
        self.ui.mapping_view.fit()
        self.ui.mapping_view.setCurrentIndex(
            self._model.index(min(row, self._model.rowCount() - 1), MappingColumn.TARGET)
        )
        self._show_questions()
        self._show_state()

    def _mapping_changed(self, mapping: Mapping) -> None:
        asked = self.draft.to_ask
        self.draft.take_mapping(mapping)
        if self.draft.to_ask != asked:
            self._show_questions()
        self._show_state()

    def _suggest(self) -> None:
        self.draft.suggest_anew()
        self._load()

    def _answered(self, code: str, answer: str) -> None:
        self.draft.answer(code, answer)
        for card in self._cards:
            if card.question.code == code:
                card.setProperty("notice", "info")
                card.style().unpolish(card)
                card.style().polish(card)
        self._show_state()

    def _show_questions(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        description = self.draft.description
        for question in self.draft.to_ask if description is not None else ():
            assert description is not None
            card = QuestionCard(question, description, self.draft.answers.get(question.code, ""), self)
            card.answered.connect(self._answered)
            self.ui.questions_layout.addWidget(card)
            self._cards.append(card)
        self.ui.questions_box.setVisible(bool(self._cards))

    def _show_state(self) -> None:
        self.ui.missing_label.setText(self._lacking())
        self.ui.missing_label.setVisible(bool(self.ui.missing_label.text()))
        ignored = self.draft.ignored()
        self.ui.ignored_label.setText(
            Counts().ignored(len(ignored)).replace("%1", self.tr(", ").join(ignored))
            if ignored
            else self.tr("Every filled column is imported.")
        )
        self.changed.emit()

    def _lacking(self) -> str:
        """What must still be said before one can go on."""
        if self.draft.mapping is None or not self.draft.mapping.columns:
            return self.tr("None of the columns was recognised. Say for each where it goes.")
        missing = [field_word(self.draft.kind, name) for name in self.draft.missing]
        if missing:
            return self.tr("Still missing: %1. Choose a column for it.").replace(
                "%1", self.tr(", ").join(missing)
            )
        return self.tr("Please answer the question above.") if self.draft.unanswered else ""
