"""The main window as a person uses it: pages, search, lock, language, little room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.actions import TABLE, ActionId
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.settings import LAST_PAGE, SCHEME, TEXT_SCALE
from cims_desktop.gui.widgets.customer_table import CustomerTable
from cims_desktop.gui.widgets.elided_label import ElidedLabel
from cims_desktop.gui.window_place import FRAME, is_reachable, place_in_middle
from tests.offices import PASSWORD, add_customer

Settle = Callable[[], None]
LANGUAGES = ["en", "zh_CN"]
MARK = "※"


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.begin("settings")
    yield window
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


def visible(parent: QWidget, kind: type) -> list:
    children = (child for child in parent.findChildren(kind) if child.isVisible())
    # The icons inside a line edit are decoration that Qt sizes itself.
    return [child for child in children if not isinstance(child.parent(), QLineEdit)]


def test_pages_are_reached_by_navigation_and_by_keyboard(window: MainWindow, settle: Settle) -> None:
    products = next(each for each in visible(window, QAbstractButton) if each.text() == "Products")
    products.click()
    after_click = window.pages.current
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert after_click == "products"
    assert window.pages.current == "follow_ups"
    assert window.windowTitle() == "Follow-ups – Riverside"


def test_a_page_that_was_reached_by_keyboard_has_the_keyboard(window: MainWindow, settle: Settle) -> None:
    window.ui.search_box.setFocus()

    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    settle()
    first = window.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)

    page = window.pages.page("products")
    assert page is not None
    assert page.isAncestorOf(first)
    assert window.pages.page("settings").isAncestorOf(window.focusWidget())


def test_on_the_customers_page_the_keyboard_is_for_the_list(
    window: MainWindow, desk: Desk, settle: Settle
) -> None:
    add_customer(desk.office)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    settle()

    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(window.focusWidget(), CustomerTable)


def test_the_first_window_leaves_room_for_its_title_bar(window: MainWindow) -> None:
    screen = window.screen().availableGeometry()
    window.setMinimumSize(0, 0)

    place_in_middle(window)

    assert window.height() + FRAME[1] <= screen.height()
    assert window.width() + FRAME[0] <= screen.width()


def test_the_last_page_and_the_place_are_remembered(window: MainWindow, desk: Desk, settle: Settle) -> None:
    window.pages.show("products")
    settle()
    window.close()

    assert desk.settings.get(LAST_PAGE) == "products"
    assert desk.settings.get(TEXT_SCALE) == 1.0


def test_a_place_beyond_every_screen_is_not_reachable(qapp: QApplication) -> None:
    screen = qapp.primaryScreen().availableGeometry()

    inside = QRect(screen.topLeft() + QPoint(10, 10), screen.size() / 2)
    beyond = inside.translated(screen.width() + 500, 0)
    title_above = QRect(0, -2000, 800, 600)

    assert [is_reachable(place) for place in (inside, beyond, title_above)] == [True, False, False]


def test_typing_finds_a_customer_and_enter_opens_it(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    wanted = add_customer(desk.office, "Grace Hopper")
    add_customer(desk.office, "Ada Lovelace")
    box = window.ui.search_box
    box.setFocus()

    with qtbot.waitSignal(box.customer_chosen, timeout=10_000) as chosen:
        QTest.keyClicks(box, "grace")
        QTest.keyClick(box, Qt.Key.Key_Return)

    assert chosen.args == [wanted]
    assert box.text() == ""


def test_enter_on_a_name_nobody_has_offers_a_new_customer(window: MainWindow, qtbot: QtBot) -> None:
    box = window.ui.search_box
    box.new_customer_requested.disconnect()
    box.setFocus()

    with qtbot.waitSignal(box.new_customer_requested, timeout=10_000) as wanted:
        QTest.keyClicks(box, "Zyxwv")
        QTest.keyClick(box, Qt.Key.Key_Return)

    assert wanted.args == ["Zyxwv"]


def test_an_older_answer_never_replaces_a_newer_one(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.office, "Grace Hopper")
    add_customer(desk.office, "Ada Lovelace")
    box, answers = window.ui.search_box, []
    box._asker.answered.connect(lambda text, hits: answers.append((text, len(hits))))
    box.setFocus()

    QTest.keyClicks(box, "l")
    QTest.keyClicks(box, "ovelace")
    qtbot.waitUntil(lambda: bool(answers) and answers[-1][0] == "lovelace", timeout=10_000)

    assert answers[-1] == ("lovelace", 1)
    assert [text for text, _count in answers] in (["l", "lovelace"], ["lovelace"])
    assert box.popup().isVisible()


def test_what_an_input_method_composes_is_not_searched(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.office, "王芳")
    box = window.ui.search_box
    box.setFocus()

    QApplication.sendEvent(box, QInputMethodEvent("wang", []))
    QTest.keyClick(box, Qt.Key.Key_Return)
    composing = box._asker._asked
    commit = QInputMethodEvent()
    commit.setCommitString("王")
    QApplication.sendEvent(box, commit)
    qtbot.waitUntil(lambda: box._asker.knows("王"), timeout=10_000)

    assert composing == ""
    assert box.popup().model.rowCount() == 1


def test_escape_closes_the_list_then_empties_the_box(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    add_customer(desk.office, "Ada Lovelace")
    box = window.ui.search_box
    box.setFocus()
    QTest.keyClicks(box, "ada")
    qtbot.waitUntil(lambda: box.popup().isVisible(), timeout=10_000)

    QTest.keyClick(box, Qt.Key.Key_Escape)
    after_first = (box.popup().isVisible(), box.text())
    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert after_first == (False, "ada")
    assert box.text() == ""


def test_slash_finds_but_not_while_one_types(window: MainWindow) -> None:
    window.ui.search_box.clearFocus()
    QTest.keyClick(window, Qt.Key.Key_Slash)
    found = window.focusWidget()
    QTest.keyClicks(window.ui.search_box, "a/b")

    assert found is window.ui.search_box
    assert window.ui.search_box.text() == "a/b"


def test_locked_means_nothing_shows_and_no_shortcut_works(window: MainWindow, settle: Settle) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)

    assert window.lock_keeper.is_locked
    assert not window.ui.frame_page.isVisible()
    assert window.pages.current == "settings"


def test_only_the_right_password_unlocks(window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    window.lock_keeper.lock()
    page = window.lock_keeper._page
    page.ui.password_edit.setText("a wrong one")
    page.try_unlock()
    settle()
    refused = (window.lock_keeper.is_locked, page.ui.error_label.text())

    page.ui.password_edit.setText(PASSWORD)
    with qtbot.waitSignal(window.lock_keeper.unlocked, timeout=10_000):
        page.try_unlock()

    assert refused == (True, "The password is not right.")
    assert window.ui.frame_page.isVisible()
    assert window.actions_table[ActionId.SAVE].isEnabled()


def test_an_open_dialog_is_curtained_while_locked(window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    window._show_shortcuts()
    dialog = QApplication.activeModalWidget()
    window.lock_keeper.lock()
    settle()
    curtain = dialog.findChild(QWidget, "curtain")
    covered = curtain is not None and curtain.geometry() == dialog.rect()
    asking = QApplication.activeModalWidget()

    page = window.lock_keeper._page
    page.ui.password_edit.setText(PASSWORD)
    with qtbot.waitSignal(window.lock_keeper.unlocked, timeout=10_000):
        page.try_unlock()
    back = QApplication.activeModalWidget()
    dialog.close()

    assert covered
    assert asking is not dialog
    assert page is not None
    assert back is dialog


def test_settings_are_in_force_at_once_and_remembered(window: MainWindow, desk: Desk) -> None:
    page = window.pages.page("settings")
    for combo, value in (
        (page.ui.scheme_combo, "dark"),
        (page.ui.scale_combo, 1.5),
    ):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())

    assert (theme.tokens().name, theme.scale()) == ("dark", 1.5)
    stored = [desk.settings.get(each) for each in (SCHEME, TEXT_SCALE)]
    assert stored == ["dark", 1.5]


def test_little_room_leaves_icons_and_their_names_as_tips(window: MainWindow) -> None:
    window.resize(1024, 700)
    narrow = window.ui.sidebar.width()
    tips = [button.toolTip() for button in window.ui.navigation_bar.findChildren(QAbstractButton)]
    window.resize(1280, 800)

    assert narrow < 100 < window.ui.sidebar.width()
    assert all(tips)


def test_the_bell_keeps_what_was_said(window: MainWindow, desk: Desk) -> None:
    desk.notices.warn("The <b>disk</b> is nearly full & slow.")
    menu = window.ui.notices_button.menu()
    menu.aboutToShow.emit()

    assert window.ui.message_bar.text() == "The <b>disk</b> is nearly full & slow."
    assert "nearly full && slow" in menu.actions()[0].text()


@pytest.mark.parametrize("text", ["Saved.", "A long sentence about what went wrong. " * 8])
def test_a_notice_moves_nothing_and_leaves_the_foot_of_the_page_free(
    window: MainWindow, desk: Desk, text: str
) -> None:
    stack, area = window.ui.page_stack, window.ui.message_area
    before = stack.geometry()

    desk.notices.fail(text)
    QApplication.processEvents()

    label = window.ui.message_bar.text_label
    assert stack.geometry() == before
    assert before.contains(area.geometry())
    assert before.bottom() - area.geometry().bottom() >= 64
    assert label.height() >= label.heightForWidth(label.width())
    desk.notices.clear()
    assert (area.isVisible(), stack.geometry()) == (False, before)


def test_every_control_has_a_name_for_screen_readers(window: MainWindow, settle: Settle) -> None:
    for entry in window.pages.entries:
        window.pages.show(entry.id)
        settle()
    nameless = [
        control.objectName() or type(control).__name__
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for control in visible(window, kind)
        if not (control.accessibleName() or getattr(control, "text", str)() or control.toolTip())
        and not control.objectName().startswith("qt_")
    ]

    assert nameless == []


def test_tab_goes_from_the_pages_to_the_top_bar_and_into_the_page(window: MainWindow) -> None:
    window.ui.navigation_bar.buttons()[0].setFocus()
    order = []
    for _ in range(16):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        order.append(window.focusWidget().objectName())

    names = [
        "customers_nav_button",
        "settings_nav_button",
        "sign_out_button",
        "search_box",
        "new_customer_button",
    ]
    places = [order.index(name) for name in names]
    assert places == sorted(places)
    assert order[places[-1] + 1] in {"scroll_area", "language_combo"}


def test_shortcuts_are_unique_and_leave_the_input_method_alone() -> None:
    keys = [each for entry in TABLE for each in entry.shortcuts]

    assert len(keys) == len(set(keys))
    assert not [each for each in keys if "Space" in each]


class Marked(QTranslator):
    """Translates everything by putting a character before it, so that untranslated text shows."""

    def load(self, *_where: object) -> bool:
        return True

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, source: str, _more: str | None = None, _n: int = -1) -> str:
        return MARK + source


def test_the_language_switches_while_the_window_is_open(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "QTranslator", Marked)
    data = {
        window.desk.office.profile.name, window.desk.user.display_name, "Asia/Shanghai", "CIMS Desktop",
    }  # fmt: skip

    translation.set_language("zh_CN")
    qtbot.waitUntil(lambda: window.ui.new_customer_button.text().startswith(MARK), timeout=5000)
    texts = {label.text() for label in (*visible(window, QLabel), *visible(window, QAbstractButton))}
    left = {text for text in texts - data if text and MARK not in text and "/" not in text}
    translation.set_language("en")

    assert left == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["settings"])
def test_no_text_is_cut_off_in_the_smallest_window(
    window: MainWindow, qtbot: QtBot, settle: Settle, language: translation.Language, page: str
) -> None:
    translation.set_language(language)
    window.resize(1024, 700)
    window.pages.show(page)
    settle()

    def nothing_is_clipped() -> None:
        assert clipped_in(window) == []

    qtbot.waitUntil(nothing_is_clipped, timeout=3000)


def clipped_in(root: QWidget) -> list[str]:
    """Labels and buttons whose text is wider than they are; elided labels say so themselves."""
    cut = []
    for label in visible(root, QLabel):
        if isinstance(label, ElidedLabel) or label.wordWrap() or not label.text():
            continue
        if label.fontMetrics().horizontalAdvance(label.text()) > label.contentsRect().width() + 1:
            cut.append(label.objectName())
    buttons = visible(root, QAbstractButton)
    return cut + [each.objectName() for each in buttons if each.width() < each.minimumSizeHint().width()]


def test_qts_own_file_dialog_speaks_chinese(dressed: QApplication, qtbot: QtBot) -> None:
    translation.set_language("zh_CN")
    dialog = QFileDialog(None, "", "")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    translation.set_language("en")

    assert len(words) >= 3
    assert not [word for word in words if "look" in word.lower() or "type" in word.lower()]
