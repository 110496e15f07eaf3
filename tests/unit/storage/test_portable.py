"""What is not SQLite's own says the same to other engines."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import mysql, postgresql

from cims_desktop.storage import import_sales, summaries

STATEMENTS: dict[str, sa.ClauseElement] = {
    "contacts": summaries.contacts_statement(),
    "satisfaction": summaries.satisfaction_statement(),
    "days": summaries.days_statement(),
    "wrong days": summaries.wrong_days(),
    "wrong customers": summaries.wrong_customers(10),
    "adding sales": import_sales.adding_statement(),
}
DIALECTS = {"postgresql": postgresql.dialect(), "mysql": mysql.dialect()}  # type: ignore[no-untyped-call]
SQLITE_WORDS = ("sqlite_", " IS NOT s.", "sum(purchase.total >= 0", "max(coalesce", "min(coalesce")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_of_the_sums_compiles_for_another_engine(name: str, dialect: str) -> None:
    text = str(STATEMENTS[name].compile(dialect=DIALECTS[dialect]))

    assert text.split(maxsplit=1)[0] in {"UPDATE", "INSERT", "SELECT"}
    assert not [word for word in SQLITE_WORDS if word in text]


@pytest.mark.parametrize(("dialect", "words"), [("postgresql", "IS DISTINCT FROM"), ("mysql", "<=>")])
def test_a_missing_sum_is_compared_as_each_engine_does(dialect: str, words: str) -> None:
    assert words in str(summaries.wrong_days().compile(dialect=DIALECTS[dialect]))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_truth_is_counted_by_a_case(dialect: str) -> None:
    text = str(summaries.days_statement().compile(dialect=DIALECTS[dialect]))

    assert "sum(CASE WHEN (purchase.total >= " in text
