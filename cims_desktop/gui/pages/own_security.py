"""The card "Sign-in and security" of the settings: one's own password, one-time code and time until the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.gui._gen.ui_settings_page import Ui_SettingsPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.lock_keeper import minutes_until_lock

if TYPE_CHECKING:
    from cims_desktop.services.second_factor import FactorState

IDLE_CHOICES = (2, 5, 10, 15, 30, 60)
FEW_CODES = 3


class OwnSecurity(QObject):
    """Binds the card. What it shows is read when the page is shown."""

    def __init__(self, desk: Desk, ui: Ui_SettingsPage, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._ui, self._page = desk, ui, page
        self._policy = OfficePolicy()
        self._factor: FactorState | None = None
        ui.password_button.clicked.connect(self._change_password)
        ui.code_button.clicked.connect(self._switch_code)
        ui.idle_combo.activated.connect(self._choose_minutes)
        own = not desk.user.looking
        for control in (ui.password_button, ui.idle_combo):
            control.setEnabled(own)
        ui.code_button.setEnabled(False)
        self.retranslate()

    def reload(self) -> None:
        """Reads the office's rules and the state of the one-time code."""
        office, user = self._desk.office, self._desk.user
        self._desk.read(
            lambda: (office.rules.get(by=user).policy, office.second_factor.state(by=user)),
            self._show,
            owner=self,
        )

    def retranslate(self) -> None:
        """Fills in what depends on the language."""
        self._show_factor()
        self._show_minutes()

    def _show(self, found: tuple[OfficePolicy, FactorState]) -> None:
        self._policy, self._factor = found
        self.retranslate()

    def _show_factor(self) -> None:
        ui, factor = self._ui, self._factor
        on = factor is not None and factor.on
        ui.code_button.setText(self.tr("Switch off…") if on else self.tr("Switch on…"))
        if not on or factor is None:
            hint = self.tr("Off. Besides the password, an app on your phone then shows a code of six digits.")
        elif factor.codes_left <= FEW_CODES:
            hint = self.tr(
                "On, but only %n recovery code(s) left. Switch it off and on again to get new ones.",
                "",
                factor.codes_left,
            )
        else:
            hint = self.tr("On. %n recovery code(s) left.", "", factor.codes_left)
        ui.code_hint_label.setText(hint)
        kept_on = on and self._policy.require_code
        ui.code_button.setToolTip(
            self.tr("This office asks everybody for a one-time code.") if kept_on else ""
        )
        ui.code_button.setAccessibleDescription(ui.code_button.toolTip())
        ui.code_button.setEnabled(factor is not None and not kept_on and not self._desk.user.looking)

    def _show_minutes(self) -> None:
        """Offers what the office's rules allow; the first choice follows them."""
        combo, most = self._ui.idle_combo, self._policy.idle_minutes
        own = self._desk.office.user.idle_minutes
        effective = minutes_until_lock(self._desk.office.user, self._policy)
        choices = {each for each in IDLE_CHOICES if not most or each <= most}
        if own is not None:
            choices.add(effective)
        combo.clear()
        of_office = (
            self.tr("Like the office: %n minute(s)", "", most) if most else self.tr("Like the office: never")
        )
        combo.addItem(of_office, None)
        for minutes in sorted(choices):
            combo.addItem(self.tr("After %n minute(s)", "", minutes), minutes)
        combo.setCurrentIndex(0 if own is None else combo.findData(effective))
        if most:
            hint = self.tr(
                "Nobody types or moves the mouse. The office allows %n minute(s) at most.", "", most
            )
        else:
            hint = self.tr("Nobody types or moves the mouse for this time.")
        self._ui.idle_hint_label.setText(hint)

    def _choose_minutes(self) -> None:
        minutes, desk = self._ui.idle_combo.currentData(), self._desk
        user = desk.user

        def chosen(_none: None) -> None:
            desk.office.user = replace(desk.office.user, idle_minutes=minutes)
            desk.bus.changed.emit(Changes(office=True))

        desk.write(lambda: desk.office.users.set_idle_minutes(minutes, by=user), chosen, owner=self)

    def _change_password(self) -> None:
        from cims_desktop.gui.dialogs.own_password import OwnPasswordDialog

        _open(OwnPasswordDialog(self._desk, self._page))

    def _switch_code(self) -> None:
        if self._factor is not None and self._factor.on:
            from cims_desktop.gui.dialogs.second_factor_off import SecondFactorOffDialog

            _open(SecondFactorOffDialog(self._desk, self._page), self.reload)
        else:
            from cims_desktop.gui.dialogs.second_factor import SecondFactorDialog

            _open(SecondFactorDialog(self._desk, self._page), self.reload)


def _open(dialog: QDialog, then: Callable[[], object] = lambda: None) -> None:
    dialog.finished.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
