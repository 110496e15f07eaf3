"""What the office decides for all its desks: locking, passwords, the journal, backups, the bin, sensitive fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError, Invalid, Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.sensitive import SensitiveField
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_administration_office_rules import Ui_OfficeRulesSection
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.forms import mark_invalid
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.pages.administration.sensitive_fields import SensitiveFields
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain
from cims_desktop.gui.words import problem_sentence

if TYPE_CHECKING:
    from cims_desktop.gui.drafting import DraftValue
    from cims_desktop.services.office_rules import Rules

DAYS = "retention_days"
SPIN_WIDTH = 148


class OfficeRulesSection(LivePage):
    """One Save for all rules. What is typed stays when somebody else changes something meanwhile."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_OfficeRulesSection()
        self.ui.setupUi(self)
        apply_icons(self)
        self._stored: Rules | None = None
        self._wanted: Mapping[str, Any] = {}
        desk.drafts.register(self, lambda: _draft(self._typed(), self._stored))
        names = [field.name for field in fields(OfficePolicy)] + [DAYS]
        self._fields: dict[str, QSpinBox | QCheckBox] = {
            name: getattr(self.ui, f"{name}_spin", None) or getattr(self.ui, f"{name}_check")
            for name in names
        }
        self._errors: dict[str, QLabel] = {name: getattr(self.ui, f"{name}_error_label") for name in names}
        self._sensitive = SensitiveFields(desk, self.ui, self)
        for field in self._fields.values():
            if isinstance(field, QSpinBox):
                field.valueChanged.connect(self._touched)
            else:
                field.toggled.connect(self._touched)
        for name in ("keep_daily", "keep_weekly", "keep_monthly"):
            getattr(self.ui, f"{name}_text_label").hide()  # the last one of the four explains them all
        self.ui.save_button.clicked.connect(self.save)
        self.ui.discard_button.clicked.connect(self._discard)
        theme.notifier().changed.connect(self._fit)
        self._fit()
        self.show_problems(())
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return self.tr("Office rules")

    def fetch(self) -> None:
        office, by = self.desk.office, self.desk.user
        self.running = self.desk.read(
            lambda: (office.rules.get(by=by), office.sensitive.fields(by=by)),
            self._show, owner=self, failed=self.failed,
        )  # fmt: skip

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or changes.office

    def retranslate(self) -> None:
        self._name_units()
        self._sensitive.retranslate()
        self._show_state()

    def has_unsaved(self) -> bool:
        """Whether a rule was changed and not saved."""
        return self._stored is not None and self._typed() != self._stored

    def may_leave(self) -> bool:
        """Asks before changes are given up."""
        if not self.has_unsaved():
            return True
        agreed = self.desk.questions.ask(
            self,
            self.tr("Give up the changes to the rules?"),
            self.tr("The office's rules have changes that are not saved."),
            self.tr("Give up changes"),
            destructive=True,
        )
        if agreed:
            self._discard()
        return agreed

    def save(self) -> None:
        """Puts the rules in force."""
        rules, office, by = self._typed(), self.desk.office, self.desk.user
        if rules is None or not self.has_unsaved():
            return
        self.ui.save_button.setEnabled(False)

        def saved(_changes: Changes) -> None:
            self._stored = rules
            self._show_state()
            self.desk.notices.succeed(self.tr("The rules are saved and in force"))

        self.desk.write(lambda: office.rules.save(rules, by=by), saved, owner=self, failed=self._refused)

    def resume(self, _record: int, payload: Mapping[str, Any]) -> bool:
        """Shows the rules of a draft, as soon as those in force are read. False: others are typed already."""
        if self.has_unsaved():
            return False
        if self._stored is not None:
            self._put(payload)
        else:
            self._wanted = payload
        return True

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Says beside each rule what is wrong with it; none clears them all."""
        sentences = {problem.field: problem_sentence(problem) for problem in problems}
        for name, field in self._fields.items():
            mark_invalid(field, self._errors[name], sentences.get(name, ""))

    def _show(self, answer: tuple[Rules, tuple[SensitiveField, ...]]) -> None:
        rules, sensitive = answer
        unsaved = self.has_unsaved()
        self._stored = rules
        self._sensitive.show(sensitive)
        self.ui.stack.setCurrentWidget(self.ui.rules_page)
        if not unsaved:
            self._fill(rules)
        wanted, self._wanted = self._wanted, {}
        self._put(wanted)
        self._show_state()

    def _fill(self, rules: Rules) -> None:
        self._put({**vars(rules.policy), DAYS: rules.retention_days})

    def _put(self, values: Mapping[str, Any]) -> None:
        for name, field in self._fields.items():
            if name not in values:
                continue
            if isinstance(field, QSpinBox):
                field.setValue(int(values[name]))
            else:
                field.setChecked(bool(values[name]))

    def _typed(self) -> Rules | None:
        """The rules as the form has them."""
        if self._stored is None:
            return None
        values: dict[str, Any] = {
            name: field.value() if isinstance(field, QSpinBox) else field.isChecked()
            for name, field in self._fields.items()
        }
        days = int(values.pop(DAYS))
        return replace(self._stored, policy=replace(self._stored.policy, **values), retention_days=days)

    def _touched(self) -> None:
        self._name_units()
        self._show_state()

    def _show_state(self) -> None:
        unsaved = self.has_unsaved()
        self.ui.saved_label.setText(self.tr("Unsaved changes") if unsaved else self.tr("All changes saved"))
        self.ui.discard_button.setEnabled(unsaved)
        explain(self.ui.save_button, Permission.MANAGE_OFFICE, self.desk.user, enabled=unsaved)

    def _name_units(self) -> None:
        """The unit follows its number: 1 day, 2 days."""
        ui = self.ui
        minutes, least = ui.idle_minutes_spin.value(), ui.least_password_spin.value()
        weeks, months, years = (
            getattr(ui, f"keep_{name}_spin").value() for name in ("weekly", "monthly", "yearly")
        )
        said = {
            ui.idle_minutes_spin: self.tr("%n minute(s)", "", minutes),
            ui.least_password_spin: self.tr("%n character(s)", "", least),
            ui.keep_weekly_spin: self.tr("%n week(s)", "", weeks),
            ui.keep_monthly_spin: self.tr("%n month(s)", "", months),
            ui.keep_yearly_spin: self.tr("%n year(s)", "", years),
        }
        for spin in (ui.backup_days_spin, ui.retention_days_spin, ui.keep_daily_spin):
            said[spin] = self.tr("%n day(s)", "", spin.value())
        for spin, text in said.items():
            # What stands after the number: the field shows that itself.
            spin.setSuffix(" " + text.replace(str(spin.value()), "", 1).strip())

    def _fit(self) -> None:
        for field in self._fields.values():
            if isinstance(field, QSpinBox):
                field.setFixedWidth(theme.px(SPIN_WIDTH))

    def _refused(self, error: CimsError) -> None:
        if isinstance(error, Invalid):
            self.show_problems(error.problems)
        else:
            self.desk.show_fault(error)
        self._show_state()

    def _discard(self) -> None:
        if self._stored is not None:
            self._fill(self._stored)
        self.show_problems(())
        self._show_state()


def _draft(typed: Rules | None, stored: Rules | None) -> DraftValue | None:
    """Only the rules that were changed: the others stay as somebody else may set them meanwhile."""
    if typed is None or stored is None or typed == stored:
        return None
    new, old = ({**vars(rules.policy), DAYS: rules.retention_days} for rules in (typed, stored))
    return "office_rules", None, {name: value for name, value in new.items() if value != old[name]}
