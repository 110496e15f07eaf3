"""Follow-ups as rows: when each is due, in words and in colour."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.contacts import display_phone
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.delegates.two_line import Face
from cims_desktop.gui.format import day
from cims_desktop.gui.widgets.pill import PillKind

SOON_DAYS = 7


class Due(Enum):
    """When a contact is due, seen from today."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


_COLOURS: dict[Due, PillKind] = {
    Due.OVERDUE: "bad",
    Due.TODAY: "warn",
    Due.SOON: "silver",
    Due.LATER: "silver",
}


def due(next_contact: date, today: date) -> Due:
    """OVERDUE before today, TODAY, SOON within the next seven days, else LATER."""
    if next_contact < today:
        return Due.OVERDUE
    if next_contact == today:
        return Due.TODAY
    return Due.SOON if next_contact <= today + timedelta(days=SOON_DAYS) else Due.LATER


def due_words(next_contact: date, today: date) -> str:
    """Overdue, Today, Tomorrow, or the date."""
    if next_contact < today:
        return QCoreApplication.translate("follow_ups", "Overdue")
    if next_contact == today:
        return QCoreApplication.translate("follow_ups", "Today")
    if next_contact == today + timedelta(days=1):
        return QCoreApplication.translate("follow_ups", "Tomorrow")
    return day(next_contact)


def short_face(follow_up: FollowUp, today: date) -> Face:
    """The row on the dashboard."""
    text = covered(follow_up.text or display_phone(follow_up.phone)) or follow_up.number
    return Face(
        follow_up.name,
        text,
        chip_text=due_words(follow_up.next_contact, today),
        chip=_COLOURS[due(follow_up.next_contact, today)],
    )


def full_face(follow_up: FollowUp, today: date) -> Face:
    """The row on the follow-ups page: with the phone, and the date wherever the chip doesn't name it."""
    words = due_words(follow_up.next_contact, today)
    shown = day(follow_up.next_contact)
    return Face(
        follow_up.name, covered(follow_up.text) or follow_up.number, middle=covered(display_phone(follow_up.phone)),
        right="" if words == shown else shown, chip_text=words, chip=_COLOURS[due(follow_up.next_contact, today)],
    )  # fmt: skip
