"""The filter of the customer list as a popover. Collects a filter; asks nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.gui._gen.ui_customers_filter import Ui_CustomersFilter
from cims_desktop.gui.dialogs.popover import Popover
from cims_desktop.gui.models.customer_columns import Column
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.amount_edit import AmountEdit
from cims_desktop.gui.widgets.optional_date_edit import OptionalDateEdit

PRESENCE: dict[str, bool | None] = {"any": None, "yes": True, "no": False}


class FilterPopover(Translated, Popover):
    """`applied(CustomerQuery)`: the person wants to see these customers.

    Enter in a field, Apply and a click elsewhere apply what was typed; Esc gives it up.
    """

    applied = Signal(object)

    def __init__(self, currency: str, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._query = self._filled = CustomerQuery()
        self.ui = Ui_CustomersFilter()
        self.ui.setupUi(self)
        ui = self.ui
        for edit in (ui.spent_from_edit, ui.spent_to_edit):
            edit.use_currency(currency)
        for edit in (ui.bought_since_edit, ui.not_bought_since_edit):
            edit.use_clock(today)
            edit.looks_back = True
        ui.apply_button.clicked.connect(self._apply)
        ui.clear_button.clicked.connect(self._clear)
        for line in self._lines():
            line.returnPressed.connect(self._apply)
        self.retranslate()

    def show_query(self, query: CustomerQuery, cities: Sequence[str]) -> None:
        """Fills the fields from a query; `cities` are offered."""
        self._query = query
        ui, wanted = self.ui, query.filter
        ui.text_edit.setText(query.text)
        for value, box in self._boxes().items():
            chosen: tuple[object, ...] = (*wanted.kinds, *wanted.statuses, *wanted.tiers)
            box.setChecked(value in chosen)
        ui.city_combo.clear()
        ui.city_combo.addItems(["", *cities])
        ui.city_combo.setEditText(", ".join(wanted.cities))
        ui.spent_from_edit.set_value(wanted.spent_at_least)
        ui.spent_to_edit.set_value(wanted.spent_at_most)
        ui.bought_since_edit.set_value(wanted.bought_since)
        ui.not_bought_since_edit.set_value(wanted.not_bought_since)
        for combo, value in ((ui.phone_combo, wanted.has_phone), (ui.email_combo, wanted.has_email)):
            combo.setCurrentIndex(list(PRESENCE.values()).index(value))
        self._filled = self.query()

    def withhold(self, columns: frozenset[Column]) -> None:
        """What the role doesn't see in lists can't be filtered by."""
        ui = self.ui
        parts = {
            Column.PHONE: (ui.phone_label, ui.phone_combo), Column.EMAIL: (ui.email_label, ui.email_combo),
            Column.CITY: (ui.city_label, ui.city_combo),
        }  # fmt: skip
        for column, widgets in parts.items():
            for widget in widgets:
                widget.setVisible(column not in columns)

    def query(self) -> CustomerQuery:
        """The query as chosen; bin, due date and sort stay as they were."""
        ui, boxes = self.ui, self._boxes()
        wanted = replace(
            self._query.filter,
            kinds=tuple(kind for kind in CustomerKind if boxes[kind].isChecked()),
            statuses=tuple(status for status in CustomerStatus if boxes[status].isChecked()),
            tiers=tuple(tier for tier in Tier if boxes[tier].isChecked()),
            cities=tuple(part.strip() for part in ui.city_combo.currentText().split(",") if part.strip()),
            spent_at_least=ui.spent_from_edit.readable(),
            spent_at_most=ui.spent_to_edit.readable(),
            bought_since=ui.bought_since_edit.readable(),
            not_bought_since=ui.not_bought_since_edit.readable(),
            has_phone=PRESENCE[ui.phone_combo.currentData()],
            has_email=PRESENCE[ui.email_combo.currentData()],
        )
        return replace(self._query, text=ui.text_edit.text().strip(), filter=wanted)

    def retranslate(self) -> None:
        words = {"any": self.tr("Any"), "yes": self.tr("Given"), "no": self.tr("Missing")}
        for combo in (self.ui.phone_combo, self.ui.email_combo):
            _refill(combo, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Qt closes a popup, rather than hiding it, for a click elsewhere.
        super().closeEvent(event)
        query = self.query()
        if query != self._filled:
            self._filled = query
            self.applied.emit(query)

    def _lines(self) -> tuple[QLineEdit, ...]:
        ui = self.ui
        dates = (ui.bought_since_edit.line_edit, ui.not_bought_since_edit.line_edit)
        return (ui.text_edit, ui.city_combo.lineEdit(), ui.spent_from_edit, ui.spent_to_edit, *dates)

    def _boxes(self) -> dict[object, QCheckBox]:
        ui = self.ui
        boxes: dict[object, QCheckBox] = {kind: getattr(ui, f"{kind.value}_check") for kind in CustomerKind}
        boxes |= {status: getattr(ui, f"{status.value}_check") for status in CustomerStatus}
        boxes |= {tier: getattr(ui, f"{tier.value or 'no_tier'}_check") for tier in Tier}
        return boxes

    def _unreadable(self) -> QWidget | None:
        """The first field that holds no amount or date, and would be dropped unseen."""
        ui = self.ui
        edits: tuple[AmountEdit | OptionalDateEdit, ...] = (
            ui.spent_from_edit,
            ui.spent_to_edit,
            ui.bought_since_edit,
            ui.not_bought_since_edit,
        )
        for edit in edits:
            try:
                edit.value()
            except ValueError:
                return edit
        return None

    def _apply(self) -> None:
        wrong = self._unreadable()
        if wrong is not None:
            wrong.setFocus()
            return
        self.hide()
        self.applied.emit(self.query())

    def _clear(self) -> None:
        kept = CustomerFilter(in_bin=self._query.filter.in_bin, due_by=self._query.filter.due_by)
        self.show_query(replace(self._query, text="", filter=kept), self._cities())
        self._apply()

    def _cities(self) -> list[str]:
        combo = self.ui.city_combo
        return [combo.itemText(at) for at in range(1, combo.count())]


def _refill(combo: QComboBox, words: dict[str, str]) -> None:
    chosen = combo.currentData() or "any"
    combo.clear()
    for code, word in words.items():
        combo.addItem(word, code)
    combo.setCurrentIndex(combo.findData(chosen))
