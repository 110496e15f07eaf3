"""The import wizard as a person uses it: by keyboard, on real files and a real office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from pytestqt.qtbot import QtBot

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.exchange.reading import DateOrder
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.import_wizard import CHECK, FILE, MAPPING, READING, RESULT, RUN, ImportWizard
from cims_desktop.gui.importing.check_page import CheckPage
from cims_desktop.gui.importing.file_page import FilePage
from cims_desktop.gui.importing.mapping_page import MappingPage
from cims_desktop.gui.importing.reading_page import ReadingPage
from cims_desktop.gui.settings import LAST_FOLDER
from cims_desktop.services.importing import OnMatch
from tests.gui.conftest import Answers
from tests.gui.importing.support import (
    AMBIGUOUS,
    CHINESE,
    Chooser,
    HeldImporting,
    choose_file,
    enter,
    many_customers,
    until_step,
    write_table,
)

OpenWizard = Callable[..., ImportWizard]


def count(desk: Desk) -> int:
    return desk.office.customers.count(CustomerQuery(), by=desk.user)


def names(desk: Desk) -> set[str]:
    return {row.name for row in desk.office.customers.first_rows(CustomerQuery(), 100, by=desk.user)}


def at_the_check(qtbot: QtBot, wizard: ImportWizard) -> None:
    choose_file(qtbot, wizard)
    for step in (READING, MAPPING, CHECK):
        enter(qtbot, wizard)
        until_step(qtbot, wizard, step)


def test_a_chinese_gbk_table_is_imported_with_nothing_but_enter(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "客户.csv", CHINESE, "gbk")
    published: list[Changes] = []
    desk.bus.changed.connect(published.append)
    wizard = open_wizard()

    at_the_check(qtbot, wizard)
    assert wizard.draft.description is not None
    assert wizard.draft.description.options.encoding == "gb18030"
    assert wizard.draft.trial is not None
    assert (wizard.draft.trial.created, wizard.draft.trial.refused_count, count(desk)) == (3, 0, 0)
    enter(qtbot, wizard)
    until_step(qtbot, wizard, RESULT)

    assert names(desk) == {"王小明", "李芳", "张伟"}
    assert len(published) == 1
    assert "3" in wizard.result_page.ui.title_label.text()
    enter(qtbot, wizard)
    assert not wizard.isVisible()


def test_the_same_file_again_has_nothing_new_and_can_not_be_imported(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "again.csv", CHINESE)
    wizard = open_wizard()
    at_the_check(qtbot, wizard)
    enter(qtbot, wizard)
    until_step(qtbot, wizard, RESULT)

    qtbot.keyClick(wizard, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    until_step(qtbot, wizard, FILE)
    at_the_check(qtbot, wizard)

    assert not wizard.ui.next_button.isEnabled()
    assert wizard.draft.trial is not None
    assert wizard.draft.trial.skipped == 3
    assert count(desk) == 3


def test_dates_that_can_be_read_in_two_ways_are_asked_with_an_example(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "birthdays.csv", AMBIGUOUS)
    wizard = open_wizard()
    choose_file(qtbot, wizard)
    enter(qtbot, wizard)
    enter(qtbot, wizard)
    page = wizard.page
    assert isinstance(page, MappingPage)

    card = page.cards()[0]
    assert "03/04/1985" in card.ask_label.text()
    texts = {answer: radio.text() for answer, radio in card.radios().items()}
    assert "3 Apr 1985" in texts["dmy"]
    assert "4 Mar 1985" in texts["mdy"]
    assert "ymd" not in texts
    assert not wizard.ui.next_button.isEnabled()
    enter(qtbot, wizard)
    assert wizard.step == MAPPING
    assert wizard.focusWidget() in card.radios().values()
    card.radios()["dmy"].setFocus()
    qtbot.keyClick(card.radios()["dmy"], Qt.Key.Key_Space)

    assert wizard.draft.mapping is not None
    assert wizard.draft.mapping.date_order is DateOrder.DMY
    enter(qtbot, wizard)
    until_step(qtbot, wizard, CHECK)
    enter(qtbot, wizard)
    until_step(qtbot, wizard, RESULT)
    (ada,) = [
        row.id
        for row in desk.office.customers.first_rows(CustomerQuery(), 9, by=desk.user)
        if row.name == "Ada"
    ]
    born = desk.office.customers.get(ada, by=desk.user).birthday
    assert born is not None
    assert (born.year, born.month, born.day) == (1985, 4, 3)


def test_an_answer_given_while_reading_is_not_asked_for_again(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "birthdays.csv", AMBIGUOUS)
    wizard = open_wizard()
    choose_file(qtbot, wizard)
    enter(qtbot, wizard)
    page = wizard.page
    assert isinstance(page, ReadingPage)

    page.ui.order_combo.setCurrentIndex(page.ui.order_combo.findData("mdy"))
    page.ui.order_combo.activated.emit(page.ui.order_combo.currentIndex())
    enter(qtbot, wizard)

    assert wizard.step == MAPPING
    assert wizard.ui.next_button.isEnabled()
    assert wizard.draft.mapping is not None
    assert wizard.draft.mapping.date_order is DateOrder.MDY


def test_a_broken_workbook_says_so_and_leads_nowhere(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = tmp_path / "broken.xlsx"
    file_choice.path.write_bytes(b"PK\x03\x04 this is no workbook")
    wizard = open_wizard()

    choose_file(qtbot, wizard)

    page = wizard.page
    assert isinstance(page, FilePage)
    assert "damaged" in page.ui.drop_area.text_label.text()
    enter(qtbot, wizard)
    assert wizard.step == FILE
    assert not wizard.ui.next_button.isEnabled()


def test_another_encoding_reads_the_file_anew_in_the_background(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "客户.csv", CHINESE, "gbk")
    wizard = open_wizard()
    choose_file(qtbot, wizard)
    enter(qtbot, wizard)
    page = wizard.page
    assert isinstance(page, ReadingPage)

    page.ui.encoding_combo.setCurrentIndex(page.ui.encoding_combo.findData("cp1252"))
    page.ui.encoding_combo.activated.emit(page.ui.encoding_combo.currentIndex())
    assert page.busy()
    assert not wizard.ui.next_button.isEnabled()
    qtbot.waitUntil(lambda: not page.busy(), timeout=20_000)

    assert wizard.draft.description is not None
    assert wizard.draft.description.options.encoding == "cp1252"
    assert "姓名" not in wizard.draft.description.headers


def test_an_import_stopped_while_it_writes_leaves_nothing(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = many_customers(tmp_path / "many.csv", 3000)
    held = desk.office.importing = HeldImporting(desk.office.importing)  # type: ignore[assignment]
    published: list[Changes] = []
    desk.bus.changed.connect(published.append)
    wizard = open_wizard()
    at_the_check(qtbot, wizard)

    enter(qtbot, wizard)
    qtbot.waitUntil(lambda: held.writing, timeout=20_000)
    assert wizard.step == RUN
    qtbot.keyClick(wizard, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    until_step(qtbot, wizard, CHECK)

    assert count(desk) == 0
    assert published == []
    assert "stopped" in wizard.ui.message_bar.text()


def test_closing_while_it_writes_asks_then_takes_everything_back(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = many_customers(tmp_path / "many.csv", 3000)
    held = desk.office.importing = HeldImporting(desk.office.importing)  # type: ignore[assignment]
    wizard = open_wizard()
    at_the_check(qtbot, wizard)
    enter(qtbot, wizard)
    qtbot.waitUntil(lambda: held.writing, timeout=20_000)

    answers.agree = False
    wizard.close()
    assert wizard.isVisible()
    assert wizard.run_page.busy()
    answers.agree = True
    wizard.close()
    assert wizard.isVisible()
    qtbot.waitUntil(lambda: not wizard.isVisible(), timeout=20_000)

    assert [question.destructive for question in answers.asked] == [True, True]
    assert count(desk) == 0


def test_refused_rows_are_listed_and_saved_as_a_file(
    desk: Desk,
    open_wizard: OpenWizard,
    file_choice: Chooser,
    target_choice: Chooser,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    lines = ("Name,E-mail,Birthday", "Ada,ada@example.com,1985-04-03", "Grace,grace@example.com,1990-13-45")
    file_choice.path = write_table(tmp_path / "birthdays.csv", lines)
    wizard = open_wizard()
    at_the_check(qtbot, wizard)
    page = wizard.page
    assert isinstance(page, CheckPage)
    model = page.ui.problem_table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[:3] == ["3", "Birthday", "1990-13-45"]
    enter(qtbot, wizard)
    until_step(qtbot, wizard, RESULT)

    qtbot.keyClick(wizard, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(wizard.result_page.ui.saved_label.isVisible, timeout=20_000)

    assert target_choice.asked[0].endswith("birthdays - refused rows.csv")
    assert target_choice.path is not None
    saved = target_choice.path.read_text(encoding="utf-8-sig")
    assert "Grace,grace@example.com,1990-13-45" in saved
    assert "Ada" not in saved
    assert str(target_choice.path) in wizard.result_page.ui.saved_label.text()


def test_purchases_with_their_customers_arrive(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    lines = (
        "Order number,Customer number,Order date,Product,Quantity,Price",
        "O-1,C-7,2026-10-01,Tea,2,12.50",
        "O-1,C-7,2026-10-01,Cup,1,30.00",
        "O-2,C-8,2026-10-02,Tea,1,12.50",
    )
    file_choice.path = write_table(tmp_path / "orders.csv", lines)
    wizard = open_wizard(ImportKind.PURCHASES)

    at_the_check(qtbot, wizard)
    enter(qtbot, wizard)
    until_step(qtbot, wizard, RESULT)

    assert count(desk) == 2
    first = desk.office.customers.first_rows(CustomerQuery(), 9, by=desk.user)
    assert sorted(row.total_spent for row in first) == [1250, 5500]


def test_escape_leads_back_step_by_step_and_asks_at_the_door(
    open_wizard: OpenWizard, file_choice: Chooser, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "客户.csv", CHINESE)
    wizard = open_wizard()
    at_the_check(qtbot, wizard)
    answers.agree = False

    steps = []
    for _press in range(4):
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)
        steps.append(wizard.step)
    assert steps == [MAPPING, READING, FILE, FILE]
    assert len(answers.asked) == 1
    answers.agree = True
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)

    assert not wizard.isVisible()


def test_the_folder_of_the_last_file_is_remembered(
    desk: Desk, open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "客户.csv", CHINESE)
    wizard = open_wizard()

    choose_file(qtbot, wizard)

    assert desk.settings.get(LAST_FOLDER) == str(tmp_path)
    assert file_choice.asked == [
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ]


def test_a_file_of_another_kind_is_noticed(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    lines = ("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
             "536365,85123A,LANTERN,6,2010-12-01 08:26,2.55,17850,France")  # fmt: skip
    file_choice.path = write_table(tmp_path / "retail.csv", lines)
    wizard = open_wizard()
    choose_file(qtbot, wizard)
    page = wizard.page
    assert isinstance(page, FilePage)

    assert page.ui.likely_button.isVisible()
    page.ui.likely_button.click()

    assert wizard.draft.kind is ImportKind.PURCHASES
    assert wizard.draft.ready
    assert not page.ui.likely_button.isVisible()


def test_a_change_of_the_choices_asks_for_another_check(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "客户.csv", CHINESE)
    wizard = open_wizard()
    at_the_check(qtbot, wizard)
    page = wizard.page
    assert isinstance(page, CheckPage)

    page.ui.update_radio.click()
    assert wizard.draft.trial is None
    assert page.ui.stack.currentWidget() is page.ui.stale_page
    qtbot.keyClick(wizard, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: wizard.draft.trial is not None, timeout=20_000)

    assert wizard.draft.plan("", "").on_match is OnMatch.UPDATE
