"""Fields of the customer's form that a role doesn't see: a quiet line says so, and nothing can be typed there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind
from cims_desktop.domain.permissions import MaskField
from cims_desktop.gui.right_words import mask_field_word
from cims_desktop.gui.rights import givers

KINDS: Mapping[MaskField, frozenset[ContactKind]] = {
    MaskField.PHONE: PHONE_KINDS, MaskField.EMAIL: frozenset({ContactKind.EMAIL}),
}  # fmt: skip


class FormMasks:
    """`ui` is the form's. `use` once; `apply` again whenever the form shows or hides fields by itself."""

    def __init__(self, ui: Any) -> None:
        self._ui = ui
        self._fields: dict[MaskField, tuple[QWidget, QWidget | None]] = {
            MaskField.PHONE: (ui.contacts_edit, None), MaskField.EMAIL: (ui.contacts_edit, None),
            MaskField.ADDRESS: (ui.addresses_edit, None), MaskField.BIRTHDAY: (ui.birthday_edit, ui.birthday_label),
            MaskField.NOTE: (ui.note_edit, ui.note_label),
        }  # fmt: skip
        self.labels: dict[MaskField, QLabel] = {}

    def use(self, hidden: frozenset[MaskField]) -> None:
        """From now on these fields are hidden."""
        # Each line is put right below its field, so the last one made stands first.
        for field in reversed(MaskField):
            if field in hidden and field not in self.labels:
                self.labels[field] = self._label(field)
        kinds = frozenset(kind for field in hidden for kind in KINDS.get(field, ()))
        self._ui.contacts_edit.withhold(kinds)
        self.retranslate()
        self.apply()

    def apply(self) -> None:
        """Hides what is masked, and says so where it stood."""
        for field, label in self.labels.items():
            edit, caption = self._fields[field]
            if edit is not self._ui.contacts_edit:
                # A birthday is asked of people only: its line comes and goes with its caption.
                label.setVisible(caption is None or not caption.isHidden())
                edit.hide()

    def retranslate(self) -> None:
        """Words every line in the language of the window."""
        for field, label in self.labels.items():
            named = QCoreApplication.translate("FormMasks", "%1: hidden from your role")
            alone = QCoreApplication.translate("FormMasks", "Hidden from your role")
            text = (
                alone if self._fields[field][1] is not None else named.replace("%1", mask_field_word(field))
            )
            why = QCoreApplication.translate("FormMasks", "%1 can show it. What is stored stays as it is.")
            label.setText(text)
            label.setToolTip(why.replace("%1", givers()))
            label.setAccessibleDescription(label.toolTip())

    def _label(self, field: MaskField) -> QLabel:
        edit, _caption = self._fields[field]
        label = QLabel(edit.parentWidget())
        label.setObjectName(f"{field.value}_masked_label")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "small")
        label.setWordWrap(True)
        place = _layout_of(edit)
        place.insertWidget(place.indexOf(edit) + 1, label)
        return label


def _layout_of(widget: QWidget) -> Any:
    """The box in which the widget stands."""
    home = widget.parentWidget()
    assert home is not None
    return next(one for one in home.findChildren(QBoxLayout) if one.indexOf(widget) >= 0)
