"""The fields of a customer, for the detail pane and for a new customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.gui._gen.ui_customer_form import Ui_CustomerForm
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.translation import LANGUAGES, Translated
from cims_desktop.gui.widgets.form_masks import FormMasks
from cims_desktop.gui.words import status_word, tier_word

if TYPE_CHECKING:
    from cims_desktop.domain.errors import Problem

TEXT_FIELDS = (
    "name",
    "organisation",
    "family_name",
    "given_name",
    "job_title",
    "source",
)


class CustomerForm(Translated, QWidget):
    """Edits a `Customer` value; knows no service.

    Signals: `edited()`: something was typed or chosen; `left()`: a field was left, time to say what is wrong.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._customer, self._country = Customer(""), ""
        self._touched: set[str] = set()
        self._filling = False
        self.ui = Ui_CustomerForm()
        self.ui.setupUi(self)
        self.masks = FormMasks(self.ui)
        self._texts: dict[str, QLineEdit] = {name: getattr(self.ui, f"{name}_edit") for name in TEXT_FIELDS}
        self.ui.language_combo.use_words(lambda: {"": ""} | dict(LANGUAGES))
        mark(self.ui.contacts_edit, self.ui.addresses_edit, self.ui.birthday_edit, self.ui.note_edit)
        self._connect()
        self.retranslate()

    def show_customer(self, customer: Customer, country: str) -> None:
        """Fills the form; `country` is the office's, ISO 3166."""
        self._filling = True
        self._customer, self._country = customer, country
        self._touched.clear()
        for name, edit in self._texts.items():
            edit.setText(getattr(customer, name))
            edit.setCursorPosition(0)
        ui = self.ui
        is_person = customer.kind is CustomerKind.PERSON
        (ui.person_button if is_person else ui.organisation_button).setChecked(True)
        ui.contacts_edit.set_value(customer.contacts)
        ui.addresses_edit.use_country(country)
        ui.addresses_edit.set_value(customer.addresses)
        ui.birthday_edit.set_value(customer.birthday)
        ui.owner_combo.set_value(customer.owner_id)
        ui.note_edit.setPlainText(customer.note)
        ui.note_edit.document().setModified(False)
        self._show_choices()
        self._show_kind()
        self.show_problems(())
        self._filling = False

    def customer(self) -> Customer:
        """The customer as typed; a field that was not touched is exactly as it was."""
        ui = self.ui
        texts: dict[str, Any] = {
            name: _typed(edit, getattr(self._customer, name)) for name, edit in self._texts.items()
        }
        return replace(
            self._customer,
            **texts,
            kind=CustomerKind.PERSON if ui.person_button.isChecked() else CustomerKind.ORGANISATION,
            contacts=ui.contacts_edit.value(),
            addresses=ui.addresses_edit.value(),
            birthday=ui.birthday_edit.value(),
            tier=Tier(ui.tier_combo.currentData()),
            status=CustomerStatus(ui.status_combo.currentData()),
            language=ui.language_combo.value(),
            owner_id=ui.owner_combo.value(),
            note=self._note(),
        )

    def show_typed(self, typed: Customer) -> None:
        """Shows `typed` as unsaved changes of the customer that is shown."""
        stored = self._customer
        self.show_customer(typed, self._country)
        self._customer = stored
        for edit in self._texts.values():
            edit.setModified(True)
        self.ui.note_edit.document().setModified(True)

    def rebase(self, stored: Customer) -> None:
        """The customer was saved while somebody typed on: what is typed now is compared with `stored`."""
        self._customer = stored

    def is_changed(self) -> bool:
        """Whether anything differs from what was shown."""
        return self.customer() != self._customer

    def touch_all(self) -> None:
        """From now on problems of every field are shown, not only of those that were edited."""
        self._touched.add("*")

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        """Shows problems beside the fields that were edited; returns whether the form shows any."""
        shown = [problem for problem in problems if self._is_touched(problem.field)]
        by_field = {problem.field: problem for problem in shown}
        for name, edit in self._texts.items():
            getattr(self.ui, f"{name}_problem").show_problem(by_field.get(name), edit)
        self.ui.birthday_problem.show_problem(by_field.get("birthday"), self.ui.birthday_edit.line_edit)
        self.ui.note_problem.show_problem(by_field.get("note"), self.ui.note_edit)
        self.ui.contacts_edit.show_problems(shown)
        return bool(shown)

    def go_to_problem(self, problem: Problem) -> None:
        """Puts the cursor where the problem is."""
        field = getattr(self.ui, f"{problem.field.split('.')[0]}_edit", None)
        if isinstance(field, QWidget):
            if self.ui.details_box.isAncestorOf(field):
                self.ui.details_button.setChecked(True)
            field.setFocus()

    def retranslate(self) -> None:
        filling, self._filling = self._filling, True
        _refill(self.ui.tier_combo, [(tier_word(tier) or self.tr("No tier"), tier.value) for tier in Tier])
        _refill(self.ui.status_combo, [(status_word(status), status.value) for status in CustomerStatus])
        self.masks.retranslate()
        self._show_kind()
        self._filling = filling

    def _connect(self) -> None:
        ui = self.ui
        for name, edit in self._texts.items():
            edit.textEdited.connect(partial(self._changed, name))
            edit.editingFinished.connect(self.left)
        ui.birthday_edit.edited.connect(partial(self._changed, "birthday"))
        ui.birthday_edit.left.connect(self.left)
        ui.contacts_edit.edited.connect(partial(self._changed, "contacts"))
        ui.contacts_edit.left.connect(self.left)
        ui.addresses_edit.edited.connect(partial(self._changed, "addresses"))
        ui.note_edit.textChanged.connect(partial(self._changed, "note"))
        for combo in (ui.tier_combo, ui.status_combo, ui.owner_combo):
            combo.activated.connect(partial(self._changed, "choice"))
        ui.language_combo.edited.connect(partial(self._changed, "language"))
        ui.person_button.toggled.connect(self._kind_changed)
        ui.details_button.toggled.connect(self._show_details)

    def _changed(self, field: str, *_value: object) -> None:
        if not self._filling:
            self._touched.add(field)
            self.edited.emit()

    def _kind_changed(self) -> None:
        self._show_kind()
        self._changed("kind")

    def _show_kind(self) -> None:
        """An organisation has no employer, birthday or given name (unless something is there already)."""
        ui, person = self.ui, self.ui.person_button.isChecked()
        ui.kind_box.setVisible(self._customer.id is None or ui.details_button.isChecked())
        ui.name_label.setText(self.tr("Full name") if person else self.tr("Organisation's name"))
        for name in ("organisation", "birthday", "family_name", "given_name", "job_title"):
            filled = name != "birthday" and bool(self._texts[name].text())
            filled = filled or (name == "birthday" and bool(ui.birthday_edit.line_edit.text()))
            for part in ("label", "edit"):
                getattr(ui, f"{name}_{part}").setVisible(person or filled)
        for part in (ui.owner_label, ui.owner_combo):
            part.setVisible(self._customer.id is not None)
        self.masks.apply()

    def _show_choices(self) -> None:
        ui, customer = self.ui, self._customer
        ui.tier_combo.setCurrentIndex(ui.tier_combo.findData(customer.tier.value))
        ui.status_combo.setCurrentIndex(ui.status_combo.findData(customer.status.value))
        ui.language_combo.set_value(customer.language)

    def _show_details(self, shown: bool) -> None:
        self.ui.details_box.setVisible(shown)
        self.ui.details_button.setText(self.tr("Fewer details") if shown else self.tr("More details"))
        self._show_kind()

    def _is_touched(self, field: str) -> bool:
        return bool({"*", field, field.split(".", maxsplit=1)[0]} & self._touched)

    def _note(self) -> str:
        document = self.ui.note_edit.document()
        if not document.isModified():
            return self._customer.note
        # toPlainText() would turn no-break spaces into ordinary ones.
        text: str = document.toRawText()
        return text.replace("\u2029", "\n").replace("\u2028", "\n")


def _typed(edit: QLineEdit, stored: str) -> str:
    """What stands in the field; the stored text when nobody changed it (Qt's field may fold some characters)."""
    return edit.text() if edit.isModified() else stored


def _refill(combo: QComboBox, items: Sequence[tuple[str, str]]) -> None:
    """New words for the same codes; what is chosen stays chosen."""
    chosen = combo.currentData()
    blocked = combo.blockSignals(True)
    combo.clear()
    for word, code in items:
        combo.addItem(word, code)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    combo.blockSignals(blocked)
