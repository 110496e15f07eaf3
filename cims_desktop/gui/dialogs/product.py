"""The form of one product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.money import minor_digits, parse_amount, to_decimal
from cims_desktop.domain.purchases import Product, check_product
from cims_desktop.gui._gen.ui_product_dialog import Ui_ProductDialog
from cims_desktop.gui.dialogs.typing_dialog import TypingDialog
from cims_desktop.gui.forms import mark_invalid
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.primary import make_primary
from cims_desktop.gui.words import problem_sentence

if TYPE_CHECKING:
    from cims_desktop.gui.drafting import DraftValue


class ProductDialog(Translated, TypingDialog):
    """Collects a product. `submitted(Product)`: it is complete; whoever saves it calls `accept` or `show_problems`."""

    submitted = Signal(object)

    def __init__(
        self,
        currency: str,
        categories: Sequence[str] = (),
        product: Product | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ProductDialog()
        self.ui.setupUi(self)
        self._currency = currency
        self._before = product or Product("")
        self.ui.category_combo.addItems(list(categories))
        self._fields: dict[str, tuple[QWidget, QLabel]] = {
            "name": (self.ui.name_edit, self.ui.name_error_label),
            "sku": (self.ui.sku_edit, self.ui.sku_error_label),
            "price": (self.ui.price_edit, self.ui.price_error_label),
            "category": (self.ui.category_combo, self.ui.category_error_label),
        }
        for column in (self.ui.sku_layout, self.ui.price_layout):
            column.addStretch(1)  # a complaint under one of them leaves the other in its line
        self._fill()
        self._shown = self._typed()
        self.show_problems(())
        self.ui.buttons.accepted.connect(self._submit)
        self.ui.buttons.rejected.connect(self.reject)
        self.ui.price_edit.editingFinished.connect(self._tidy_price)
        self.ui.name_edit.textEdited.connect(partial(self._forget_problem, "name"))
        self.ui.sku_edit.textEdited.connect(partial(self._forget_problem, "sku"))
        self.ui.price_edit.textEdited.connect(partial(self._forget_problem, "price"))
        self.retranslate()

    def retranslate(self) -> None:
        new = self._before.id is None
        self.setWindowTitle(self.tr("New product") if new else self.tr("Edit product"))
        save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Add product") if new else self.tr("Save changes"))
        make_primary(save)
        self.ui.price_label.setText(self.tr("&Price in %1").replace("%1", self._currency))

    def draft(self) -> DraftValue | None:
        """What is typed, for the keeper of drafts; None: nothing differs from what was shown."""
        typed = self._typed()
        return None if typed == self._shown else ("product", self._before.id, typed)

    def take_draft(self, payload: Mapping[str, Any]) -> None:
        """Shows what a draft holds."""
        ui = self.ui
        for field, name in ((ui.name_edit, "name"), (ui.sku_edit, "sku"), (ui.price_edit, "price")):
            field.setText(str(payload[name]))
        ui.category_combo.setEditText(str(payload["category"]))
        ui.active_check.setChecked(bool(payload["active"]))
        self._before = replace(self._before, version=int(payload["version"]))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Puts each problem beside its field and the cursor into the first; none clears them all."""
        sentences = {problem.field: problem_sentence(problem) for problem in reversed(problems)}
        for name, (field, label) in self._fields.items():
            mark_invalid(field, label, sentences.get(name, ""))
        others = [sentence for name, sentence in sentences.items() if name not in self._fields]
        self.show_fault(" ".join(others))
        first = next((field for name, (field, _label) in self._fields.items() if name in sentences), None)
        if first is not None:
            first.setFocus()

    def show_fault(self, sentence: str) -> None:
        """Says why saving failed; empty clears it."""
        self.ui.fault_label.setText(sentence)
        self.ui.fault_label.setVisible(bool(sentence))
        self.ui.buttons.setEnabled(True)

    def _fill(self) -> None:
        self.ui.name_edit.setText(self._before.name)
        self.ui.sku_edit.setText(self._before.sku)
        self.ui.category_combo.setEditText(self._before.category)
        self.ui.active_check.setChecked(self._before.active)
        if self._before.id is not None:
            self.ui.price_edit.setText(self._amount_text(self._before.price))

    def _typed(self) -> dict[str, object]:
        ui = self.ui
        return {
            "name": ui.name_edit.text(), "sku": ui.sku_edit.text(), "price": ui.price_edit.text(),
            "category": ui.category_combo.currentText(), "active": ui.active_check.isChecked(),
            "version": self._before.version,
        }  # fmt: skip

    def _submit(self) -> None:
        try:
            price = self._price()
        except ValueError:
            self.show_problems([Problem("price", "not_an_amount", self.ui.price_edit.text())])
            return
        product = replace(
            self._before,
            name=self.ui.name_edit.text().strip(),
            sku=self.ui.sku_edit.text().strip(),
            category=self.ui.category_combo.currentText().strip(),
            price=price,
            active=self.ui.active_check.isChecked(),
        )
        problems = check_product(product)
        self.show_problems(problems)
        if not problems:
            self.ui.buttons.setEnabled(False)
            self.submitted.emit(product)

    def _price(self) -> int:
        text = self.ui.price_edit.text().strip()
        return parse_amount(text, self._currency) if text else 0

    def _tidy_price(self) -> None:
        try:
            self.ui.price_edit.setText(self._amount_text(self._price()))
        except ValueError:
            self.show_problems([Problem("price", "not_an_amount", self.ui.price_edit.text())])

    def _amount_text(self, minor: int) -> str:
        return f"{to_decimal(minor, self._currency):.{minor_digits(self._currency)}f}"

    def _forget_problem(self, name: str, _text: str = "") -> None:
        """Typing answers the complaint; it comes back with Save when it was no answer."""
        mark_invalid(*self._fields[name], "")
