"""`--demo` opens a throw-away office that looks lived in, and leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest

from tests.end2end.conftest import Start
from tests.end2end.person import CONTROL, Key, Person

pytestmark = [pytest.mark.end2end, pytest.mark.slow]


def test_the_demo_opens_on_its_dashboard_and_every_page_can_be_shown(start: Start, person: Person) -> None:
    program = start("--demo", "--customers", "200", "--seed", "3", "--language", "en")

    person.wait(lambda: program.session is not None)

    assert program.session is not None
    window = program.session.window
    person.sees(window)
    board: Any = window.pages.page("dashboard")
    person.wait(lambda: board.ui.follow_ups_list.model().rowCount() > 0)
    person.wait(board.ui.sales_chart.isVisible)
    assert board.ui.active_card.value_label.text() not in {"", "0"}
    pages = [entry.id for entry in window.pages.entries if not entry.at_foot]
    for number, page in enumerate(pages, 1):
        person.presses(Key(Key.Key_0 + number), CONTROL)
        person.wait(lambda page=page: window.pages.current == page)  # type: ignore[misc]
        person.wait(lambda: not window.desk.jobs.busy)
    rows: Any = window.pages.page("customers")
    person.wait(lambda: rows.list.model.rowCount() == 200)


def test_the_demo_office_is_gone_after_the_program_ends(start: Start, person: Person) -> None:
    program = start("--demo", "--customers", "20", "--language", "zh_CN")
    person.wait(lambda: program.session is not None)
    assert program.session is not None
    path = program.session.office.path
    assert path.exists()

    program.__exit__(None, None, None)

    assert not path.parent.exists()
    assert program.settings.recent_offices() == []
