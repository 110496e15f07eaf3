"""One contact point of a customer as a row of fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind, ContactPoint, Label
from cims_desktop.domain.errors import Problem
from cims_desktop.gui._gen.ui_customer_contact_row import Ui_CustomerContactRow
from cims_desktop.gui.icons import IconName, apply_icons, icon
from cims_desktop.gui.models.customer_columns import phone_text
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.measures import KeptWidth
from cims_desktop.gui.words import contact_word, label_word

KIND_WIDTH, LIST_WIDTH, LABEL_WIDTH = 54, 150, 84

ICONS: dict[ContactKind, IconName] = {
    ContactKind.PHONE: "phone",
    ContactKind.MOBILE: "mobile",
    ContactKind.EMAIL: "mail",
    ContactKind.WECHAT: "message",
    ContactKind.QQ: "message",
    ContactKind.WEB: "globe",
    ContactKind.CARD: "wallet",
    ContactKind.OTHER: "link",
}


class ContactRow(Translated, QWidget):
    """Edits a `ContactPoint`.

    Signals: `edited()`; `left()` when the value's field was left; `primary_chosen()`; `removal_asked()` by the
    button or Ctrl+Delete.
    """

    edited = Signal()
    left = Signal()
    primary_chosen = Signal()
    removal_asked = Signal()

    def __init__(
        self,
        point: ContactPoint,
        parent: QWidget | None = None,
        withheld: frozenset[ContactKind] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._point, self._withheld = point, withheld
        self.ui = Ui_CustomerContactRow()
        self.ui.setupUi(self)
        apply_icons(self)
        self.ui.primary_button.setIcon(icon("star", "line2", "gold"))
        self._fill_kinds()
        self.ui.label_combo.use_words(label_words)
        self.ui.label_combo.set_value(point.label)
        KeptWidth(self.ui.label_combo, LABEL_WIDTH, for_words=True)
        self.ui.value_edit.setText(_shown_value(point))
        self.ui.value_edit.setCursorPosition(0)
        self.ui.primary_button.setChecked(point.primary)
        self._connect()
        self.retranslate()

    def value(self) -> ContactPoint:
        """The contact point as it is typed now; untouched text stays exactly as it was stored."""
        text = self.ui.value_edit.text()
        return replace(
            self._point,
            kind=self.kind(),
            value=text if self.ui.value_edit.isModified() else self._point.value,
            label=self.ui.label_combo.value(),
            primary=self.ui.primary_button.isChecked(),
        )

    def kind(self) -> ContactKind:
        """The kind that is chosen."""
        return ContactKind(self.ui.kind_combo.currentData())

    def group(self) -> str:
        """Contact points of one group share one primary: all phones, or all of one other kind."""
        return "phone" if self.kind() in PHONE_KINDS else self.kind().value

    def is_empty(self) -> bool:
        """Whether nothing was typed; such a row is not stored."""
        return not self.value().value.strip()

    def is_label_alone(self) -> bool:
        """Whether a label was chosen for a value that is missing."""
        return self.is_empty() and bool(self.ui.label_combo.value().strip())

    def offer_primary(self, *, offered: bool) -> None:
        """A choice is offered only where there is one: the only phone is the first anyway."""
        self.ui.primary_button.setVisible(offered)

    def set_primary(self, *, primary: bool) -> None:
        """Marks the row as the first of its group, or not."""
        self.ui.primary_button.setChecked(primary)

    def show_problem(self, problem: Problem | None) -> None:
        """Says what is wrong with the value."""
        self.ui.value_problem.show_problem(problem, self.ui.value_edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() == Qt.Key.Key_Delete and not self.ui.value_edit.isReadOnly():
                self.removal_asked.emit()
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        for at in range(self.ui.kind_combo.count()):
            self.ui.kind_combo.setItemText(at, contact_word(ContactKind(self.ui.kind_combo.itemData(at))))
        self.ui.label_combo.lineEdit().setPlaceholderText(self.tr("Label"))
        self._kind_changed()

    def _connect(self) -> None:
        ui = self.ui
        ui.value_edit.textEdited.connect(self.edited)
        ui.value_edit.editingFinished.connect(self.left)
        ui.value_edit.installEventFilter(self)
        ui.kind_combo.currentIndexChanged.connect(self._kind_changed)
        ui.kind_combo.activated.connect(self.edited)
        ui.label_combo.edited.connect(self.edited)
        ui.primary_button.clicked.connect(self.primary_chosen)
        ui.remove_button.clicked.connect(self.removal_asked)

    def _fill_kinds(self) -> None:
        combo = self.ui.kind_combo
        for kind in ContactKind:
            if kind in self._withheld:
                continue
            combo.addItem(icon(ICONS[kind]), contact_word(kind), kind.value)
        KeptWidth(combo, KIND_WIDTH, list_width=LIST_WIDTH)
        combo.setCurrentIndex(combo.findData(self._point.kind.value))

    def _kind_changed(self) -> None:
        self.ui.kind_combo.setToolTip(contact_word(self.kind()))
        self.ui.value_edit.setPlaceholderText(contact_word(self.kind()))


def label_words() -> dict[str, str]:
    """The labels that are offered."""
    return {label.value: label_word(label) for label in Label}


def _shown_value(point: ContactPoint) -> str:
    grouped = point.kind in PHONE_KINDS and not point.invalid and bool(point.normal)
    return phone_text(point.normal) if grouped else point.value
