"""What the wizard has gathered so far, and the plan that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.mapping import Mapping
from cims_desktop.exchange.reading import DateOrder, DecimalMark, ReadOptions, TableDescription
from cims_desktop.exchange.suggesting import Question, judged, suggest
from cims_desktop.gui.importing.preview_model import column_title
from cims_desktop.services.importing import ImportOutcome, ImportPlan, MatchKey, OnMatch

OFFERED = (ImportKind.CUSTOMERS, ImportKind.PRODUCTS, ImportKind.PURCHASES)
SIGNS = ("date_order", "decimal_mark")


@dataclass
class ImportDraft:
    """One import in the making. `chosen` are the reading options that the person set; the others are judged.

    `answers` are the person's date_order and decimal_mark. `trial` is the outcome of the last check, None when
    something was changed since. `ran` is the plan of `outcome`.
    """

    kind: ImportKind = ImportKind.CUSTOMERS
    path: Path | None = None
    chosen: ReadOptions = field(default_factory=ReadOptions)
    description: TableDescription | None = None
    mapping: Mapping | None = None
    questions: tuple[Question, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    match: tuple[MatchKey, ...] = tuple(MatchKey)
    on_match: OnMatch = OnMatch.SKIP
    create_customers: bool = True
    trial: ImportOutcome | None = None
    outcome: ImportOutcome | None = None
    ran: ImportPlan | None = None

    def forget_file(self) -> None:
        """Begins again with another file; the kind and what to do on a match stay."""
        self.path, self.chosen, self.answers = None, ReadOptions(), {}
        self.description = self.mapping = self.trial = self.outcome = self.ran = None
        self.questions = ()

    def take_description(self, description: TableDescription) -> None:
        """The file was read anew: suggests where its columns go."""
        self.description = description
        self.suggest_anew()

    def choose_kind(self, kind: ImportKind) -> None:
        """The rows stand for something else."""
        if kind is not self.kind:
            self.kind = kind
            self.suggest_anew()

    def suggest_anew(self) -> None:
        """Forgets the mapping made by hand."""
        self.trial = None
        if self.description is None:
            self.mapping, self.questions = None, ()
        else:
            self.take_mapping(suggest(self.kind, self.description).mapping)

    def take_mapping(self, mapping: Mapping) -> None:
        """Another mapping: judges its dates and numbers anew, then puts the person's answers in force."""
        assert self.description is not None
        self.trial = None
        unjudged = replace(mapping, date_order=DateOrder.YMD, decimal_mark=DecimalMark.POINT)
        mapping, self.questions = judged(unjudged, self.description)
        for code, answer in self.answers.items():
            mapping = mapping.with_answer(code, answer)
        self.mapping = mapping

    def answer(self, code: str, answer: str) -> None:
        """The person says how dates or numbers are written; empty: leaves it to the program."""
        self.answers.pop(code, None)
        if answer:
            self.answers[code] = answer
        if self.mapping is not None:
            self.take_mapping(self.mapping)

    @property
    def to_ask(self) -> tuple[Question, ...]:
        """Dates and numbers that can be read in two ways, answered or not."""
        return tuple(question for question in self.questions if question.code in SIGNS)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """What must be answered before the file can be checked."""
        return tuple(question for question in self.to_ask if question.code not in self.answers)

    @property
    def missing(self) -> tuple[str, ...]:
        """The required fields that no column fills."""
        return tuple(question.field for question in self.questions if question.code == "required_unmapped")

    @property
    def ready(self) -> bool:
        """Whether the plan can be checked and run."""
        return bool(self.mapping and self.mapping.columns) and not (self.unanswered or self.missing)

    def ignored(self) -> tuple[str, ...]:
        """Titles of the filled columns that go nowhere."""
        if self.description is None or self.mapping is None:
            return ()
        taken = {each.column for each in self.mapping.columns}
        return tuple(
            column_title(self.description, index)
            for index, facts in enumerate(self.description.columns)
            if index not in taken and facts.filled
        )

    def plan(self, customer_word: str, line_word: str) -> ImportPlan:
        """What the service is asked to do. Only when `ready`. The words name a customer or line without a name."""
        assert self.path is not None
        assert self.description is not None
        assert self.mapping is not None
        return ImportPlan(
            path=self.path,
            kind=self.kind,
            mapping=self.mapping,
            options=self.description.options,
            match=self.match,
            on_match=self.on_match,
            create_customers=self.create_customers,
            customer_word=customer_word,
            line_word=line_word,
        )
