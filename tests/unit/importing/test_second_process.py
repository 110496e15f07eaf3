"""Two processes judge what one would have judged, in the same order, also when one of them dies."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.exchange.reading import SourceRow
from cims_desktop.services.importing import second_process
from cims_desktop.services.importing.judging import JudgeSettings, judge_customers
from cims_desktop.services.importing.rows import Chunk
from tests.unit.importing.support import Desk

FIELDS = ("number", "name", "phone", "email", "birthday")
MAPPING = Mapping(
    ImportKind.CUSTOMERS,
    tuple(ColumnMapping(at, name, name) for at, name in enumerate(FIELDS)),
    width=len(FIELDS),
)
SETTINGS = JudgeSettings(MAPPING, "CN", "Asia/Shanghai", datetime(2026, 3, 2, tzinfo=UTC))


def chunks(count: int) -> Iterator[Chunk]:
    for start in range(0, count * 3, 3):
        yield [
            SourceRow(
                start + 2,
                (f"K{start}", f"王{start}", f"138{start:08d}", f"k{start}@example.com", "1985-01-02"),
            ),
            SourceRow(start + 3, ("", f"Ada {start}", "123", "not a mail", "")),
            SourceRow(start + 4, ("", "", "", "", "never")),
        ]


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 9, 20])
def test_help_changes_nothing_about_the_answer(count: int) -> None:
    alone = [(chunk, judge_customers(SETTINGS, chunk)) for chunk in chunks(count)]

    helped = list(second_process.judge_with_help(SETTINGS, chunks(count)))

    assert [(chunk, list(records)) for chunk, records in helped] == alone


def test_a_helper_that_dies_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_process, "_BOOTSTRAP", "raise SystemExit(3)")
    alone = [(chunk, judge_customers(SETTINGS, chunk)) for chunk in chunks(12)]

    helped = list(second_process.judge_with_help(SETTINGS, chunks(12)))

    assert [(chunk, list(records)) for chunk, records in helped] == alone


def test_a_reader_that_stops_early_ends_the_helper() -> None:
    answers = second_process.judge_with_help(SETTINGS, chunks(40))

    first = list(itertools.islice(answers, 9))
    answers.close()  # type: ignore[attr-defined]

    assert len(first) == 9  # and the fixture of all tests finds no process or thread left behind


def test_a_long_file_lands_whole_and_in_order(desk: Desk) -> None:
    rows = [f"K{at:05d},Name {at},138{at:08d}" for at in range(5200)]

    outcome = desk.customers("number,name,phone", *rows)

    with desk.office.acting.read() as connection:
        numbers = [row[0] for row in connection.exec_driver_sql("SELECT number FROM customer ORDER BY id")]
    assert outcome.created == 5200
    assert numbers == [f"K{at:05d}" for at in range(5200)]
    assert desk.healthy()
