"""A desk where somebody types into every form and is cut off: run as a program of its own, it kills itself."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui import theme, translation
from cims_desktop.gui._gen import resources_rc
from cims_desktop.gui.dialogs.import_wizard import ImportWizard
from cims_desktop.gui.dialogs.log_call import LogCallDialog
from cims_desktop.gui.dialogs.new_customer import NewCustomerDialog
from cims_desktop.gui.dialogs.product import ProductDialog
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.dialogs.refund import RefundDialog
from cims_desktop.gui.dialogs.user import UserDialog
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.pages.call_logging import CallLogging
from cims_desktop.gui.session import Session
from cims_desktop.gui.settings import Settings
from tests.offices import NAME, PASSWORD, entrance

REAL_SECONDS = 3.2
"""How long after the last key the plug is pulled."""
PATIENCE = 20.0


def turn_until(ready: Callable[[], object], what: str = "") -> None:
    """Runs the event loop until something is so."""
    ends = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < ends, what
        QApplication.processEvents()
        time.sleep(0.005)


def open_one(window: MainWindow, kind: type[QWidget]) -> QWidget:
    """Waits for a dialog."""
    turn_until(lambda: [one for one in window.findChildren(kind) if one.isVisible()], kind.__name__)
    return next(one for one in window.findChildren(kind) if one.isVisible())


def open_cell(table: QTableView) -> QLineEdit:
    """The editor of the cell that is being typed in."""
    turn_until(lambda: table.viewport().findChildren(QLineEdit), "a cell")
    editor = table.viewport().findChildren(QLineEdit)[0]
    editor.selectAll()
    return editor


class Desk:
    """Types into forms of one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.folder = window.desk.office.path.parent

    def everywhere(self) -> None:
        """All forms that can be open at the same time; the customer's page comes last."""
        self.product()
        self.user()
        self.log_call()
        self.import_file()
        self.new_customer()
        self.customer()
        self.sales()

    def product(self) -> None:
        self.window.pages.show("products")
        self.window.pages.page("products")._add()
        QTest.keyClicks(open_one(self.window, ProductDialog).ui.name_edit, "Oolong")

    def user(self) -> None:
        self.window.pages.show("administration")
        self.window.pages.tell("show_section", "users")
        section = self.window.pages.page("administration").sections.page("users")
        turn_until(section.ui.add_button.isEnabled)
        section.ui.add_button.click()
        ui = open_one(self.window, UserDialog).ui
        QTest.keyClicks(ui.display_name_edit, "Wei Lin")
        QTest.keyClicks(ui.password_edit, "never drafted 42")

    def log_call(self) -> None:
        CallLogging(self.window.desk, self.window).begin(
            FollowUp(2, "C-2", "Grace", "", Tier.NONE, date(2026, 11, 23))
        )
        entry = open_one(self.window, LogCallDialog).ui.quick_entry
        QTest.keyClicks(entry.ui.text_edit, "Asked for green tea")

    def import_file(self) -> None:
        self.window.errands.open_import()
        wizard = open_one(self.window, ImportWizard)
        assert isinstance(wizard, ImportWizard)
        wizard.pages[0].read(self.folder / "people.csv")
        turn_until(wizard.pages[0].can_go_on)
        wizard.draft.create_customers = False

    def new_customer(self) -> None:
        self.window.new_customer()
        dialog = open_one(self.window, NewCustomerDialog)
        QTest.keyClicks(dialog.ui.form.ui.name_edit, "Katherine")

    def customer(self) -> None:
        self.window.open_customer(1)
        detail = self.window.pages.page("customers").detail
        turn_until(lambda: detail.customer is not None and detail.customer.id == 1)
        detail.ui.form.ui.name_edit.end(False)
        QTest.keyClicks(detail.ui.form.ui.name_edit, " King")
        detail.ui.timeline_tab.begin(InteractionKind.NOTE)
        QTest.keyClicks(detail.ui.timeline_tab.ui.quick_entry.ui.text_edit, "Likes the window seat")
        detail.tabs.choose(2)
        detail.ui.satisfaction_tab.ui.score_edit.choose(4)
        QTest.keyClicks(detail.ui.satisfaction_tab.ui.comment_edit, "Friendly")
        detail.tabs.choose(3)
        turn_until(detail.ui.preferences_tab.isEnabled)
        QTest.keyClicks(detail.ui.preferences_tab.ui.interests_edit.line_edit, "chess")

    def sales(self) -> None:
        detail = self.window.pages.page("customers").detail
        detail.tabs.choose(1)
        tab = detail.ui
        turn_until(lambda: tab.purchases_tab.ui.purchases_list.model().rowCount())
        tab.purchases_tab.ui.purchases_list.setCurrentIndex(
            tab.purchases_tab.ui.purchases_list.model().index(0, 0)
        )
        tab.purchases_tab.begin_refund()
        refund = open_one(self.window, RefundDialog)
        QTest.keyClicks(open_cell(refund.ui.lines_table), "1")
        tab.purchases_tab.begin_purchase()
        purchase = open_one(self.window, PurchaseDialog)
        QTest.keyClicks(purchase.ui.note_edit, "Gift")
        QTest.keyClicks(open_cell(purchase.ui.lines_table), "Green tea")

    def role(self) -> None:
        """The editor of an own role, one that was never saved."""
        section = self._section("roles")
        turn_until(section.ui.copy_button.isEnabled)
        section.ui.copy_button.click()
        turn_until(section.ui.name_edit.isVisible)
        section.ui.name_edit.selectAll()
        QTest.keyClicks(section.ui.name_edit, "Weekend help")

    def rules(self) -> None:
        """The office's rules."""
        section = self._section("office_rules")
        turn_until(section.ui.idle_minutes_spin.isVisible)
        section.ui.idle_minutes_spin.selectAll()
        QTest.keyClicks(section.ui.idle_minutes_spin, "17")

    def _section(self, name: str) -> Any:
        self.window.pages.show("administration")
        self.window.pages.tell("show_section", name)
        return self.window.pages.page("administration").sections.page(name)


def main(path: Path, what: str) -> None:
    """Signs in, types, and dies without a word."""
    app = QApplication(["cims"])
    assert resources_rc.__name__
    translation.set_language("en")
    theme.apply(app, "light", 1.0)
    office = entrance().sign_in(path, NAME, PASSWORD)
    settings = Settings(QSettings(str(path.parent / f"{what}.ini"), QSettings.Format.IniFormat))
    session = Session(office, settings)
    session.window.resize(1440, 900)
    session.begin("dashboard")
    getattr(Desk(session.window), what)()
    ends = time.monotonic() + REAL_SECONDS
    while time.monotonic() < ends:
        app.processEvents()
        time.sleep(0.005)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
