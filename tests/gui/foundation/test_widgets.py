"""The small painted widgets: what they say, and that they paint in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.avatar import AvatarLabel, initials
from cims_desktop.gui.widgets.chip import ChipRow
from cims_desktop.gui.widgets.donut import Donut, Slice
from cims_desktop.gui.widgets.elided_label import ElidedLabel
from cims_desktop.gui.widgets.empty_state import EmptyState
from cims_desktop.gui.widgets.message_bar import MessageBar
from cims_desktop.gui.widgets.pill import Pill
from cims_desktop.gui.widgets.search_popup import marked_parts
from cims_desktop.gui.widgets.skeleton import SkeletonRows
from cims_desktop.gui.widgets.sparkline import Sparkline
from cims_desktop.gui.widgets.stat_card import StatCard


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Chloe Johnson", "CJ"), ("ada", "A"), ("马晓霞", "马"), ("青岛 贸易", "青"), ("", "?"), ("  ", "?"),
        ("<b>", "?"), ("Ada 'Countess' Lovelace", "AL"), ("4711 Shop", "4S"), ("Ada 李", "A"),
    ],
)  # fmt: skip
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def samples() -> list[QWidget]:
    avatar, pill, donut, card, spark = AvatarLabel(name="Ada"), Pill(), Donut(), StatCard(), Sparkline()
    pill.set_pill("gold", "Gold")
    donut.set_slices([Slice("Very satisfied", 0.6, "d1"), Slice("Unhappy", 0.4, "d4")], "4.6", "642 replies")
    card.set_figure("Sales", "¥1,132", delta="+8.4%", note="vs last month", trend=(1, 2, 3))
    spark.set_values((3, 3, 3))
    return [avatar, pill, donut, card, spark, SkeletonRows()]


def image(widget: QWidget) -> QImage:
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def test_painted_widgets_follow_the_theme(dressed: QApplication, qtbot: QtBot) -> None:
    for widget in samples():
        qtbot.addWidget(widget)
        theme.apply(dressed, "light")
        light = image(widget)
        theme.apply(dressed, "dark")

        assert image(widget) != light, type(widget).__name__


def test_painted_widgets_grow_with_the_text(dressed: QApplication, qtbot: QtBot) -> None:
    for widget in samples():
        qtbot.addWidget(widget)
        small = widget.sizeHint().height()
        theme.apply(dressed, "light", 2.0)
        large = widget.sizeHint().height()
        theme.apply(dressed, "light", 1.0)

        assert large > small, type(widget).__name__


def test_a_figure_is_read_out_as_one_sentence(dressed: QApplication, qtbot: QtBot) -> None:
    card = StatCard()
    qtbot.addWidget(card)

    card.set_figure("Sales", "¥1,132", delta="−1.1 pt", note="vs last quarter", rising=False, good=False)

    assert card.accessibleName() == "Sales: ¥1,132 −1.1 pt vs last quarter"


def test_a_long_name_ends_in_an_ellipsis_and_keeps_its_markup_as_text(
    dressed: QApplication, qtbot: QtBot
) -> None:
    label = ElidedLabel(text="<b>" + "long name " * 400)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()

    assert label.is_elided()
    assert label.minimumSizeHint().width() < 40
    assert label.toolTip().startswith("<qt>&lt;b&gt;long name")


def test_a_notice_acts_once_and_goes(dressed: QApplication, qtbot: QtBot) -> None:
    bar, done = MessageBar(), []
    qtbot.addWidget(bar)

    bar.succeed("Customer deleted.", "Undo", lambda: done.append("undone"))
    shown = (bar.text(), bar.act_button.text())
    bar.act_button.click()

    assert shown == ("Customer deleted.", "Undo")
    assert (done, bar.text()) == (["undone"], "")


def test_an_empty_state_without_labels_has_no_buttons(dressed: QApplication, qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)

    state.set_state("customers", "No customers yet", "Import a file.", "New customer")

    assert not state.act_button.isHidden()
    assert state.other_button.isHidden()


def test_chips_are_exclusive_and_tell_their_key(dressed: QApplication, qtbot: QtBot) -> None:
    row = ChipRow()
    qtbot.addWidget(row)
    row.set_chips([("all", "All"), ("gold", "Gold")])

    with qtbot.waitSignal(row.chosen) as chosen:
        row._chips["gold"].click()
    row.set_chips([("all", "全部"), ("gold", "金")])

    assert chosen.args == ["gold"]
    assert (row.current(), row._chips["gold"].text()) == ("gold", "金")


@pytest.mark.parametrize(
    ("text", "wanted", "marked"),
    [
        ("Grace Hopper", "hop", ["Hop"]),
        ("+86 138 0013 8000", "86138", ["86 138"]),
        ("王芳", "王", ["王"]),
        ("a.b (c", "b (", ["b", "("]),
        ("Ada", "", []),
        ("İstanbul", "i", []),
    ],
)
def test_what_was_typed_is_marked(text: str, wanted: str, marked: list[str]) -> None:
    parts = marked_parts(text, wanted)

    assert "".join(part for part, _marked in parts) == text
    assert [part for part, is_marked in parts if is_marked] == marked
