"""Long moves to the bin and back: how far they are, stopping them, and what is said afterwards."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Progress
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers import bulk_acts
from cims_desktop.gui.pages.customers.bulk_acts import BulkActs
from cims_desktop.gui.pages.customers.move_progress import MoveProgress
from cims_desktop.services import customers_bin
from cims_desktop.services.pace import Pace
from cims_desktop.storage import customers as stored
from tests.gui.conftest import Answers, HeardNotices
from tests.offices import add_customer

Settle = Callable[[], None]
IN_BIN = CustomerQuery(filter=CustomerFilter(in_bin=True))


class Gate:
    """Pieces of two customers; the second one waits until it may go on."""

    def __init__(self) -> None:
        self.reached, self.open, self.pieces = threading.Event(), threading.Event(), 0

    def pace(self, **_given: int) -> Pace:
        """The pace of a move through this gate."""
        gate, made = self, Pace()
        made.size = 2

        @contextmanager
        def transaction(_count: int) -> Iterator[None]:
            gate.pieces += 1
            if gate.pieces == 2:
                gate.reached.set()
                assert gate.open.wait(10)
            yield

        made.transaction = transaction  # type: ignore[method-assign]
        return made


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Every move of more than one customer counts as a long one, and goes through the gate."""
    made = Gate()
    monkeypatch.setattr(customers_bin, "Pace", made.pace)
    monkeypatch.setattr(bulk_acts, "FEW", 1)
    yield made
    made.open.set()


@pytest.fixture
def ids(desk: Desk) -> tuple[int, ...]:
    """Five customers."""
    return tuple(add_customer(desk.office, f"Customer {index}") for index in range(5))


@pytest.fixture
def acts(desk: Desk, qtbot: QtBot) -> BulkActs:
    """The acts of a window of their own."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return BulkActs(desk, window)


@dataclass(frozen=True)
class Scene:
    """What stands ready for a long move."""

    desk: Desk
    acts: BulkActs
    ids: tuple[int, ...]
    gate: Gate
    settle: Settle
    notices: HeardNotices


@pytest.fixture
def scene(
    desk: Desk, acts: BulkActs, ids: tuple[int, ...], gate: Gate, settle: Settle, notices: HeardNotices
) -> Scene:
    """Five customers, and acts that move two at a time."""
    return Scene(desk, acts, ids, gate, settle, notices)


def dialogs(acts: BulkActs) -> list[MoveProgress]:
    window = acts.parent()
    assert isinstance(window, QWidget)
    return window.findChildren(MoveProgress)


def stop(shown: MoveProgress) -> None:
    (button,) = shown.findChildren(QPushButton)
    button.click()


def plural(said: list[str]) -> list[str]:
    """What was said, whether or not the English plurals are among the translations yet."""
    return [text.replace("customer(s)", "customers") for text in said]


def in_bin(desk: Desk) -> set[int]:
    return set(desk.office.customers.ids(IN_BIN, by=desk.user))


def test_a_long_deletion_shows_how_far_it_is_and_stops_where_it_is_wanted(scene: Scene, qtbot: QtBot) -> None:
    heard: list[Changes] = []
    scene.desk.bus.changed.connect(heard.append)
    scene.acts.delete(scene.ids)
    assert scene.gate.reached.wait(10)
    (shown,) = dialogs(scene.acts)
    qtbot.waitUntil(lambda: shown.value() == 2)
    assert (shown.maximum(), shown.labelText()) == (5, "2 of 5")

    stop(shown)
    scene.gate.open.set()
    scene.settle()

    assert plural(scene.notices.said) == ["Stopped: 4 of 5 customers moved to the bin."]
    assert in_bin(scene.desk) == set(scene.ids[:4])
    assert [changes.customers for changes in heard] == [frozenset(scene.ids[:4])]
    qtbot.waitUntil(lambda: dialogs(scene.acts) == [])


def test_a_stopped_deletion_is_undone_with_progress(scene: Scene) -> None:
    scene.acts.delete(scene.ids)
    assert scene.gate.reached.wait(10)
    stop(dialogs(scene.acts)[0])
    scene.gate.open.set()
    scene.settle()

    assert scene.notices.act is not None
    scene.notices.act()
    scene.settle()

    assert plural(scene.notices.said)[-1] == "4 customers restored."
    assert in_bin(scene.desk) == set()


def test_a_customer_is_saved_and_another_one_deleted_while_many_are_moved(scene: Scene, qtbot: QtBot) -> None:
    last, others = scene.ids[-1], scene.ids[:-1]
    scene.acts.delete(others)
    assert scene.gate.reached.wait(10)

    with qtbot.waitSignals([scene.desk.bus.changed, scene.desk.bus.changed], timeout=5000):
        scene.desk.write(
            lambda: Changes(customers=frozenset({add_customer(scene.desk.office)})), owner=scene.acts
        )
        scene.acts.delete([last])
    scene.acts.restore(others)

    assert scene.notices.said[-1] == "Customers are being moved already. Wait for it, or stop it."
    assert in_bin(scene.desk) == {*scene.ids[:2], last}
    scene.gate.open.set()
    scene.settle()
    assert in_bin(scene.desk) == set(scene.ids)


def test_a_fault_in_the_middle_is_told_with_what_was_moved(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> list[int]:
        raise OfficeFault("disk_full")

    scene.acts.delete(scene.ids)
    assert scene.gate.reached.wait(10)
    monkeypatch.setattr(stored, "set_hidden", full)
    scene.gate.open.set()
    scene.settle()

    (said,) = plural(scene.notices.said)
    assert said.startswith("Stopped: 2 of 5 customers moved to the bin. The rest failed: ")
    assert "disk" in said
    assert scene.notices.act is not None
    assert in_bin(scene.desk) == set(scene.ids[:2])


def test_few_are_moved_without_a_dialog_and_only_those_that_were_there_are_counted(
    desk: Desk, acts: BulkActs, ids: tuple[int, ...], settle: Settle, notices: HeardNotices, answers: Answers
) -> None:
    desk.office.customers.delete(ids[:2], by=desk.user)

    acts.delete(ids)
    assert dialogs(acts) == []
    settle()
    acts.delete(ids)
    settle()

    assert notices.said == ["3 customers moved to the bin.", "Nothing was left to delete."]
    assert len(answers.asked) == 2


def test_the_progress_tells_the_rate_when_it_can(qtbot: QtBot, dressed: QApplication) -> None:
    now = [0.0]
    window = QWidget()
    qtbot.addWidget(window)
    shown = MoveProgress("Moving customers to the bin", 200_000, window, clock=lambda: now[0])

    for seconds in range(1, 5):
        now[0] = float(seconds)
        shown.show_step(Progress("moving", 2000 * seconds, 200_000))

    assert shown.labelText() == "8,000 of 200,000  ·  2,000 per second"
