"""The new-office page: the office, its first administrator, and where it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QWidget

from cims_desktop.domain.errors import CimsError, Invalid, Problem
from cims_desktop.domain.money import CURRENCIES
from cims_desktop.gui._gen.ui_new_office_page import Ui_NewOfficePage
from cims_desktop.gui.countries import COUNTRIES, country_name, currency_of, default_country, time_zones
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import fill_languages, fit_card, mark_invalid
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.pages.new_office_values import default_path, is_about_place, missing, read_form
from cims_desktop.gui.problems import problem_words
from cims_desktop.gui.translation import Translated, language
from cims_desktop.gui.widgets.new_password import NewPassword, PasswordFields

CARD_WIDTH = 680


class NewOfficePage(Translated, QWidget):
    """`created(OpenOffice)`: the office is made and its administrator signed in. `cancelled()`: back, please."""

    created = Signal(object)
    cancelled = Signal()

    def __init__(self, gate: Gate, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gate, self._jobs = gate, jobs
        self._place_chosen = self._language_chosen = False
        self.ui = Ui_NewOfficePage()
        self.ui.setupUi(self)
        fit_card(self.ui.card_frame, CARD_WIDTH)
        apply_icons(self)
        self._fields: dict[str, tuple[QWidget, QLabel]] = self._named_fields()
        self._connect()
        self.retranslate()
        self._country_chosen()
        self.show_problems(())

    def retranslate(self) -> None:
        _fill(self.ui.country_combo, {code: country_name(code) for code in COUNTRIES}, default_country())
        _fill(self.ui.currency_combo, {code: code for code in CURRENCIES}, currency_of(default_country()))
        if not self._language_chosen:
            fill_languages(self.ui.language_combo)
        self._follow_name()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Marks each field that is wrong; the first one gets the cursor."""
        sentences = {problem.field: problem_words(problem) for problem in reversed(problems)}
        for name, (field, label) in self._fields.items():
            mark_invalid(field, label, sentences.get(name, ""))
        self._show_error("")
        for name, (field, _label) in self._fields.items():
            if name in sentences:
                field.setFocus()
                break

    def make_office(self) -> None:
        """Makes the office off the GUI thread, if the form is complete."""
        problems = missing(self.ui)
        self.show_problems(tuple(problems))
        if problems:
            return
        self._set_busy(busy=True)
        wanted, gate = read_form(self.ui), self._gate
        self._jobs.submit(
            lambda: gate.create(wanted), done=self._made, failed=self._refused, lane=Lane.WRITE, owner=self
        )

    def _made(self, office: object) -> None:
        self._set_busy(busy=False)
        self.ui.password_edit.clear()
        self.ui.again_edit.clear()
        self.created.emit(office)

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        sentence = " ".join(fault_words(error)).strip()
        if isinstance(error, Invalid):
            self.show_problems(error.problems)
        elif is_about_place(error):
            mark_invalid(self.ui.place_edit, self.ui.place_error_label, sentence)
            self.ui.place_edit.setFocus()
        else:
            self._show_error(sentence)

    def _named_fields(self) -> dict[str, tuple[QWidget, QLabel]]:
        names = {
            "name": "office_name_edit", "country": "country_combo", "currency": "currency_combo",
            "time_zone": "time_zone_combo", "place": "place_edit", "display_name": "display_name_edit",
            "sign_in_name": "sign_in_name_edit", "password": "password_edit", "again": "again_edit",
        }  # fmt: skip
        labels = {name: "office_name" if name == "name" else name for name in names}
        return {
            name: (getattr(self.ui, field), getattr(self.ui, f"{labels[name]}_error_label"))
            for name, field in names.items()
        }

    def _connect(self) -> None:
        self.ui.create_button.clicked.connect(self.make_office)
        self.ui.again_edit.returnPressed.connect(self.ui.create_button.click)
        self.ui.cancel_button.clicked.connect(self.cancelled)
        self.ui.back_button.clicked.connect(self.cancelled)
        self.ui.country_combo.activated.connect(self._country_chosen)
        self.ui.language_combo.activated.connect(self._language_picked)
        self.ui.office_name_edit.textEdited.connect(self._follow_name)
        self.ui.place_edit.textEdited.connect(self._place_typed)
        self.ui.place_button.clicked.connect(self._choose_place)
        self._new_password()
        for name, (field, label) in self._fields.items():
            if name != "password" and not isinstance(field, QComboBox):
                changed = getattr(field, "textChanged")  # noqa: B009 (every field here is a line edit)
                changed.connect(lambda _text, field=field, label=label: mark_invalid(field, label, ""))

    def _new_password(self) -> None:
        ui = self.ui
        fields = PasswordFields(
            ui.password_edit, ui.password_error_label, ui.strength_bar, ui.suggest_button, ui.passphrase_label,
            ui.again_edit,
        )  # fmt: skip

        def names() -> tuple[str, ...]:
            return ui.sign_in_name_edit.text(), ui.display_name_edit.text(), ui.office_name_edit.text()

        NewPassword(
            fields, self._jobs, names, lambda: ui.language_combo.currentData() or language(), self._gate
        )

    def _country_chosen(self) -> None:
        country = self.ui.country_combo.currentData()
        self.ui.currency_combo.setCurrentIndex(self.ui.currency_combo.findData(currency_of(country)))
        self.ui.time_zone_combo.clear()
        self.ui.time_zone_combo.addItems(time_zones(country))

    def _follow_name(self) -> None:
        if not self._place_chosen:
            name = self.ui.office_name_edit.text() or self.tr("My office")
            self.ui.place_edit.setText(str(default_path(name)))
            self.ui.place_edit.setCursorPosition(len(self.ui.place_edit.text()))

    def _language_picked(self) -> None:
        self._language_chosen = True

    def _place_typed(self) -> None:
        self._place_chosen = True

    def _choose_place(self) -> None:
        title, kinds = self.tr("Where to keep the office"), self.tr("Offices (*.cims)")
        start = self.ui.place_edit.text() or str(Path.home())
        name, _kind = QFileDialog.getSaveFileName(self, title, start, kinds)
        if name:
            self._place_chosen = True
            self.ui.place_edit.setText(str(Path(name).with_suffix(".cims")))

    def _show_error(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.setVisible(bool(sentence))

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.progress_bar.set_busy(busy=busy)
        for button in (self.ui.create_button, self.ui.cancel_button, self.ui.back_button):
            button.setEnabled(not busy)
        self.ui.create_button.setText(self.tr("Making the office…") if busy else self.tr("Make the office"))


def _fill(box: QComboBox, items: dict[str, str], default: str) -> None:
    """Fills `box` sorted by what is shown, keeping what is chosen."""
    chosen = box.currentData() or default
    box.clear()
    for code, text in sorted(items.items(), key=lambda item: item[1]):
        box.addItem(text, code)
    box.setCurrentIndex(box.findData(chosen))
