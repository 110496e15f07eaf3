"""A field for a sensitive value: covered while it is typed, with a button that shows it."""

from __future__ import annotations

from cims_desktop.gui.widgets.password_edit import PasswordEdit


class SensitiveEdit(PasswordEdit):
    """As a password's field, in other words."""

    def cover(self) -> None:
        """Covers what is typed again."""
        self.reveal_action.setChecked(False)

    def _name_action(self) -> None:
        shown = self.reveal_action.isChecked()
        self.reveal_action.setText(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))
