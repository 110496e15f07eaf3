"""The reports page on a real office, down to the workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from cims_desktop.domain.dates import Month
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.reports import ReportsPage
from tests.gui.conftest import HeardNotices
from tests.gui.figures.conftest import Writer

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, write: Writer, qtbot: QtBot, settle: Settle) -> ReportsPage:
    ada, bob = write.customer("Ada"), write.customer("Bob")
    write.purchase(ada, date(2026, 11, 2), 100_00)
    write.purchase(ada, date(2026, 10, 2), 250_50)
    write.purchase(bob, date(2026, 10, 9), 40_00)
    write.purchase(bob, date(2025, 3, 9), 999_00)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1204, 842)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    return made


def rows(table: object) -> list[list[str]]:
    model = table.model()  # type: ignore[attr-defined]
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_twelve_months_are_shown_at_first(page: ReportsPage) -> None:
    assert page.period() == (Month(2025, 12), Month(2026, 11))
    assert page.ui.total_label.text() == "€391 · 3 purchases · 2 customers"


def test_the_months_table_begins_with_the_sums(page: ReportsPage) -> None:
    total, november, october = rows(page.ui.months_table)[:3]

    assert total == ["Total", "€390.50", "3", "€0.00", "2"]
    assert november == ["Nov 26", "€100.00", "1", "€0.00", "1"]
    assert october == ["Oct 26", "€290.50", "2", "€0.00", "2"]


def test_the_best_customers_open(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    table = page.ui.customers_table

    with qtbot.waitSignal(desk.routes.customer_requested):
        table.activated.emit(table.model().index(0, 0))

    assert [row[0] for row in rows(table)] == ["Ada", "Bob"]


def test_other_months_are_a_key_away(page: ReportsPage, qtbot: QtBot, settle: Settle) -> None:
    page.ui.last_year_button.click()
    settle()

    assert page.period() == (Month(2025, 1), Month(2025, 12))
    assert page.ui.total_label.text().startswith("€999 · 1")


def test_a_first_month_after_the_last_moves_the_last(page: ReportsPage, qtbot: QtBot, settle: Settle) -> None:
    page.ui.last_edit.setDate(QDate(2025, 3, 1))
    qtbot.waitUntil(lambda: page.ui.total_label.text().startswith("€999"))
    settle()

    assert page.period() == (Month(2025, 3), Month(2025, 3))
    assert not page.ui.year_button.isChecked()


def test_months_without_sales_say_so_and_save_nothing(
    page: ReportsPage, qtbot: QtBot, settle: Settle
) -> None:
    page.ui.first_edit.setDate(QDate(2030, 1, 1))
    qtbot.waitUntil(page.ui.empty_state.isVisible)
    settle()

    assert not page.ui.save_button.isEnabled()


def test_the_workbook_holds_what_is_on_screen(
    page: ReportsPage, notices: HeardNotices, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "report.xlsx"
    page.choose_file = lambda *_asked: target

    with qtbot.waitSignal(page.saving.finished, timeout=20_000) as saved:
        page.ui.save_button.click()

    book = openpyxl.load_workbook(saved.args[0])
    cells = [[cell.value for cell in row] for row in book["Months"].iter_rows()]
    assert ["2026-10", 2, 290.5, 0, 2] in cells
    assert book["Months"]._charts
    assert notices.said == ["report.xlsx is saved"]
    assert not page.ui.progress_card.isVisible()


def test_a_folder_that_is_not_there_is_told_and_leaves_nothing(
    page: ReportsPage, notices: HeardNotices, tmp_path: Path, qtbot: QtBot
) -> None:
    page.choose_file = lambda *_asked: tmp_path / "nowhere" / "report.xlsx"

    page.ui.save_button.click()
    qtbot.waitUntil(lambda: bool(notices.said), timeout=20_000)

    assert not page.ui.progress_card.isVisible()
    assert page.ui.save_button.isEnabled()
    assert not (tmp_path / "nowhere").exists()


def test_cancelling_leaves_no_file(
    page: ReportsPage, notices: HeardNotices, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "report.xlsx"
    page.saving.start(*page.period(), target)
    page.saving.cancel()

    qtbot.waitUntil(lambda: bool(notices.said), timeout=20_000)

    assert notices.said == ["Cancelled: no file was written."]
    assert list(tmp_path.glob("*.xlsx*")) == []


def test_changing_ones_mind_writes_nothing(page: ReportsPage, desk: Desk, tmp_path: Path) -> None:
    page.choose_file = lambda *_asked: None

    page.ui.save_button.click()

    assert not page.saving.running


def test_import_and_export_are_asked_for(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.import_wanted, desk.routes.import_requested]):
        page.ui.import_button.click()
    with qtbot.waitSignals([page.export_wanted, desk.routes.export_requested]):
        page.ui.export_button.click()
