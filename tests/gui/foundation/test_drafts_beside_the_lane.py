"""Drafts are stored while a long write is under way, and go when their form is clean again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftKeeper, HeldDraft
from cims_desktop.gui.jobs import Lane
from cims_desktop.services.pace import Pace
from tests.offices import make_customer

LONGEST_SECONDS = 3.5
"""From the key to the file: the interval and one short transaction, with room for a slow machine."""


def keeper_of(desk: Desk) -> DraftKeeper:
    return DraftKeeper(desk.drafts, desk.office.drafts, desk.user, desk.jobs, desk.bus)


def test_a_draft_is_stored_in_time_while_the_write_lane_is_busy(
    desk: Desk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    keeper, stop, pace = keeper_of(desk), threading.Event(), Pace()

    def long_write() -> None:
        """As an import does: one short transaction after the other, in one job of the lane."""
        number = 0
        while not stop.is_set():
            with pace.transaction(1):
                desk.office.customers.add(make_customer(f"Imported {number}"), by=desk.user)
            number += 1

    desk.jobs.submit(long_write, lane=Lane.WRITE, owner=desk.bus)
    form = QObject(desk.bus)
    desk.drafts.register(form, lambda: ("product", None, {"name": "Oolong"}))
    began = time.monotonic()

    qtbot.waitUntil(
        lambda: desk.office.drafts.latest("product", None, by=desk.user) is not None, timeout=10_000
    )
    taken = time.monotonic() - began
    stop.set()
    settle()
    keeper.stop()

    assert taken < LONGEST_SECONDS


def test_the_draft_of_a_form_that_is_clean_again_goes(desk: Desk, settle: Callable[[], None]) -> None:
    keeper, typed = keeper_of(desk), {"name": "Oolong"}
    desk.drafts.register(desk.bus, lambda: ("product", None, dict(typed)) if typed else None)
    keeper.save_soon()
    settle()

    typed.clear()
    keeper.save_soon()
    settle()
    keeper.stop()

    assert desk.office.drafts.latest("product", None, by=desk.user) is None


def test_a_closed_dialog_keeps_its_draft_until_its_work_is_stored(desk: Desk, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    dialog = QDialog(page)
    held = HeldDraft(desk.drafts, ("purchase", 1), lambda: {"note": "Gift"}, dialog)

    dialog.accept()
    waiting = desk.drafts.collect()
    held.end()

    assert waiting == (("purchase", 1, {"note": "Gift"}),)
    assert desk.drafts.collect() == ()
