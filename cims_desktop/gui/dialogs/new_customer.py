"""Collects a new customer with the same form as the detail pane. Saves nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.contacts import ContactKind, ContactPoint, digits_of
from cims_desktop.domain.customers import Customer, errors_in
from cims_desktop.domain.errors import Problem
from cims_desktop.gui._gen.ui_customer_new_dialog import Ui_CustomerNewDialog
from cims_desktop.gui.forms import size_dialog
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.sensitive_section import Typed, is_untouched

Examine = Callable[[Customer], Sequence[Problem]]
EXAMINE_AFTER_MS = 300


def customer_from_text(text: str) -> Customer:
    """What was typed into the search box, in the field where it belongs."""
    text = text.strip()
    if "@" in text:
        return Customer("", contacts=(ContactPoint(ContactKind.EMAIL, text, primary=True),))
    if len(digits_of(text)) >= 5 and not re.search(r"[^\W\d_]", text):
        return Customer("", contacts=(ContactPoint(ContactKind.MOBILE, text, primary=True),))
    return Customer(text)


class NewCustomerDialog(Translated, QDialog):
    """`customer()` and `typed()` are what was typed, once the dialog was accepted.

    `may_save` is asked last, when the customer itself is all right.
    """

    def __init__(
        self, customer: Customer, country: str, examine: Examine, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._examine = examine
        self.may_save: Callable[[], bool] = lambda: True
        self.ui = Ui_CustomerNewDialog()
        self.ui.setupUi(self)
        size_dialog(self, 560, 620)
        self.ui.form.show_customer(customer, country)
        self._timer = QTimer(self, singleShot=True, interval=EXAMINE_AFTER_MS)
        self._timer.timeout.connect(self._check)
        self.ui.form.edited.connect(self._timer.start)
        self.ui.form.left.connect(self._check)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.save_button.clicked.connect(self.accept)
        for keys in (QKeySequence(QKeySequence.StandardKey.Save), "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        self.ui.form.ui.name_edit.setFocus()

    def customer(self) -> Customer:
        """The new customer."""
        customer: Customer = self.ui.form.customer()
        return customer

    def typed(self) -> tuple[Typed, ...]:
        """What was typed into sensitive fields."""
        typed: tuple[Typed, ...] = self.ui.sensitive_section.typed()
        return typed

    def is_empty(self) -> bool:
        """Whether nothing worth keeping was typed."""
        return is_untouched(self.customer(), self.typed())

    def accept(self) -> None:
        errors = errors_in(self._examine(self.customer()))
        if errors:
            self.ui.form.touch_all()
            self._check()
            self.ui.form.go_to_problem(errors[0])
        elif self.ui.form.ui.contacts_edit.go_to_lonely_label():
            self._check()
        elif self.may_save():
            super().accept()

    def _check(self) -> None:
        self.ui.form.show_problems(self._examine(self.customer()))
