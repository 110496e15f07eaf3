"""A customer in the bin: says so above the detail, offers to restore, and lets nothing be changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import format as text_format
from cims_desktop.gui import theme
from cims_desktop.gui.icons import icon
from cims_desktop.gui.rights import explain

if TYPE_CHECKING:
    from cims_desktop.domain.customers import Customer
    from cims_desktop.gui.pages.customers.detail_pane import CustomerDetailPane

ICON = 20
UNFOLDING = frozenset({"details_button", "summary_button"})


class BinBanner(QObject):
    """The banner of the detail pane, with what it holds back while a binned customer is shown."""

    def __init__(self, pane: CustomerDetailPane) -> None:
        super().__init__(pane)
        self._pane, self._ui = pane, pane.ui
        self._lock = FieldLock()
        self._binned = False
        self._ui.restore_button.clicked.connect(self._restore)
        theme.notifier().changed.connect(self._paint_icon)
        self._paint_icon()

    @property
    def holds(self) -> bool:
        """Whether the customer that is shown is in the bin, so that nothing of him can be changed."""
        return self._binned

    def show(self, customer: Customer) -> None:
        """Shows or hides the banner; the fields of the form are there already."""
        self._binned = customer.deleted_at is not None or is_erased(customer)
        if not self._binned:
            self._hand_on_focus()
        self._ui.bin_box.setVisible(self._binned)
        self._pane.tabs.set_binned(binned=self._binned)
        self._lock.release()
        if self._binned:
            self._lock.hold(self._ui.form)
            self._word(customer)

    def refuses(self) -> bool:
        """Whether nothing may be saved because of the bin; says so then."""
        if self._binned:
            self._pane.desk.notices.inform(binned_reason())
        return self._binned

    def _word(self, customer: Customer) -> None:
        translate, user = QCoreApplication.translate, self._pane.desk.user
        self._ui.restore_button.setVisible(not is_erased(customer))
        if is_erased(customer):
            self._ui.bin_label.setText(translate("BinBanner", "Erased for good"))
            left = translate("BinBanner", "Only the number and the books are left. Nothing can be changed.")
            self._ui.bin_reason_label.setText(left)
            return
        said = translate("BinBanner", "In the bin since %1, by %2")
        if not customer.deleted_by_name:
            said = translate("BinBanner", "In the bin since %1")
        since = text_format.instant(customer.deleted_at, self._pane.desk.time_zone)
        self._ui.bin_label.setText(said.replace("%1", since).replace("%2", customer.deleted_by_name))
        reason = binned_reason()
        self._ui.restore_button.setAccessibleDescription(self._ui.bin_label.text())
        if not explain(self._ui.restore_button, Permission.DELETE_CUSTOMERS, user):
            reason += " " + translate("BinBanner", "Your role can't restore customers.")
        self._ui.bin_reason_label.setText(reason)

    def _restore(self) -> None:
        if self._pane.customer is not None and self._pane.customer.id is not None:
            self._pane.restore_asked.emit(self._pane.customer.id)

    def _hand_on_focus(self) -> None:
        """Whoever pressed Restore goes on with the customer, not wherever Qt thinks is next."""
        if QApplication.focusWidget() is self._ui.restore_button:
            self._ui.more_button.setFocus()

    def _paint_icon(self) -> None:
        side = theme.px(ICON)
        ratio = self._ui.bin_icon_label.devicePixelRatioF()
        self._ui.bin_icon_label.setPixmap(icon("trash", "accent").pixmap(QSize(side, side), ratio))


class FieldLock:
    """Makes text read-only (it can still be copied) and everything else that can be chosen or pressed disabled."""

    def __init__(self) -> None:
        self._held: list[QWidget] = []

    def hold(self, container: QWidget) -> None:
        """Locks what is in `container` now, but not what only unfolds fields or is locked for another reason."""
        for widget in container.findChildren(QWidget):
            if widget.objectName() in UNFOLDING or isinstance(widget.parentWidget(), QComboBox | QLineEdit):
                continue
            if isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly():
                widget.setReadOnly(True)
                self._held.append(widget)
            elif isinstance(widget, QComboBox | QAbstractButton) and widget.isEnabledTo(container):
                widget.setEnabled(False)
                self._held.append(widget)

    def release(self) -> None:
        """Unlocks what was locked and is still there."""
        held, self._held = self._held, []
        for widget in filter(shiboken6.isValid, held):
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.setReadOnly(False)
            else:
                widget.setEnabled(True)


def is_erased(customer: Customer) -> bool:
    """Whether this is the shell of somebody who was erased or destroyed: everybody else has a name."""
    return customer.id is not None and not customer.name


def moved_only(before: Customer, after: Customer) -> bool:
    """Whether a customer went into or out of the bin and nothing that the form shows changed."""
    same = replace(
        after, version=before.version, deleted_at=before.deleted_at, deleted_by_name=before.deleted_by_name,
        updated_at=before.updated_at, summary=before.summary,
    )  # fmt: skip
    return same == before and after.deleted_at != before.deleted_at


def binned_reason() -> str:
    """Why nothing can be done with a customer in the bin."""
    return QCoreApplication.translate(
        "BinBanner", "Restore the customer before anything is changed or added."
    )
