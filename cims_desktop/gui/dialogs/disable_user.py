"""Takes somebody's access away: who gets what the person owned, and whether the keys are renewed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QListView, QWidget

from cims_desktop.domain.progress import Progress
from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_administration_disable_dialog import Ui_DisableUserDialog
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.translation import Translated

if TYPE_CHECKING:
    from cims_desktop.services.handing_over import Owned

WIDTH = 500


@dataclass(frozen=True)
class Farewell:
    """What is decided: who gets everything (None: nobody), and whether the keys are renewed."""

    heir_id: int | None
    renew: bool


class DisableUserDialog(Translated, QDialog):
    """`submitted(Farewell)`: go. `stop_asked()`: the person wants the renewing to stop."""

    submitted = Signal(object)
    stop_asked = Signal()

    def __init__(
        self, user: User, owned: Owned, heirs: Sequence[User], me: User, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._user, self._owned = user, owned
        self._heirs: tuple[User | None, ...] = (None, *heirs)
        self._working = False
        self.ui = Ui_DisableUserDialog()
        self.ui.setupUi(self)
        self._set_up_heirs(me)
        self.ui.owned_frame.setVisible(_anything(owned))
        self.ui.renew_check.setChecked(True)
        for waiting in (self.ui.progress_bar, self.ui.progress_label, self.ui.fault_label):
            waiting.hide()
        self.ui.buttons.accepted.connect(self._submit)
        self.ui.buttons.rejected.connect(self.reject)
        self.retranslate()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        name = self._user.display_name
        self.setWindowTitle(self.tr("Disable %1").replace("%1", name))
        text = self.tr(
            "%1 can't sign in any more. Everything %1 did stays, and you can enable the user again."
        )
        self.ui.what_label.setText(text.replace("%1", name))
        self.ui.owned_label.setText(self._owned_text())
        self.ui.heir_note_label.setText(
            self.tr("Whoever sees own customers only doesn't see those that belong to nobody.")
        )
        act = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        act.setText(self.tr("Disable user"))
        act.setProperty("destructive", True)
        act.style().unpolish(act)
        act.style().polish(act)
        self._list_heirs()

    def show_step(self, step: Progress) -> None:
        """So much is handed over, or of the keys renewed."""
        self.ui.progress_bar.setRange(0, step.total or 0)
        self.ui.progress_bar.setValue(step.done)

    def begin_renewing(self) -> None:
        """The user is disabled; now the keys."""
        self.ui.progress_label.setText(self.tr("Disabled. Renewing the keys…"))
        cancel = self.ui.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.ui.buttons.setEnabled(True)
        self.ui.progress_bar.setRange(0, 0)
        cancel.setText(self.tr("Stop renewing"))

    def show_fault(self, sentence: str) -> None:
        """Says why nothing was done; the form can be sent again."""
        self._set_working(working=False)
        self.ui.fault_label.setText(sentence)
        self.ui.fault_label.show()

    def reject(self) -> None:
        """While the work runs, closing means stopping what can be stopped."""
        if self._working:
            self.ui.buttons.setEnabled(False)
            self.stop_asked.emit()
        else:
            super().reject()

    def _submit(self) -> None:
        self.ui.fault_label.hide()
        self._set_working(working=True)
        self.ui.progress_label.setText(self.tr("Disabling…"))
        self.ui.progress_bar.setRange(0, 0)
        heir = self._heirs[self.ui.heir_combo.currentIndex()] if _anything(self._owned) else None
        self.submitted.emit(Farewell(heir.id if heir else None, self.ui.renew_check.isChecked()))

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not working)
        self.ui.buttons.setEnabled(True)
        for field in (self.ui.heir_combo, self.ui.renew_check):
            field.setEnabled(not working)
        for shown in (self.ui.progress_bar, self.ui.progress_label):
            shown.setVisible(working)

    def _set_up_heirs(self, me: User) -> None:
        combo = self.ui.heir_combo
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        view = QListView(combo)
        view.setUniformItemSizes(True)  # thousands of names
        combo.setView(view)
        self._list_heirs()
        mine = next((at for at, heir in enumerate(self._heirs) if heir is not None and heir.id == me.id), 0)
        combo.setCurrentIndex(mine)

    def _list_heirs(self) -> None:
        combo = self.ui.heir_combo
        chosen = combo.currentIndex()
        nobody = self.tr("Nobody (leave unassigned)")
        names = [
            nobody if heir is None else f"{heir.display_name} ({heir.sign_in_name})" for heir in self._heirs
        ]
        combo.setModel(QStringListModel(names, combo))
        combo.setCurrentIndex(max(chosen, 0))

    def _owned_text(self) -> str:
        owned = self._owned
        parts = [
            self.tr("%Ln customer(s)", "", owned.customers) if owned.customers else "",
            self.tr("%Ln task(s)", "", owned.tasks) if owned.tasks else "",
            self.tr("%Ln view(s)", "", owned.views) if owned.views else "",
        ]
        listed = self.tr(", ").join(part for part in parts if part)
        return self.tr("%1 owns %2.").replace("%1", self._user.display_name).replace("%2", listed)


def _anything(owned: Owned) -> bool:
    return bool(owned.customers or owned.tasks or owned.views)
