"""Whoever sees everything pays nothing for roles that don't: the SQL of every read is what it was without them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from cims_desktop.domain.customers import CustomerKind, Tier
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.services.office import OpenOffice
from tests.offices import NOON, TODAY, add_customer, make_office, make_purchase

BEFORE_ROLES = Path(__file__).with_name("reads_before_roles.sql")
STANDING = "SELECT user.active, user.must_change_password"
FILTERS = (
    CustomerFilter(),
    CustomerFilter(in_bin=True),
    CustomerFilter(tiers=(Tier.GOLD,)),
    CustomerFilter(kinds=(CustomerKind.PERSON,), cities=("上海市",), has_phone=True, has_email=False),
    CustomerFilter(due_by=TODAY, spent_at_least=1, not_bought_since=TODAY),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """An office in which every read has something to tell."""
    made = make_office(tmp_path)
    ada = add_customer(made)
    made.purchases.record(make_purchase(ada), by=made.user)
    made.timeline.record(Interaction(ada, InteractionKind.NOTE, NOON, "Likes tea"), by=made.user)
    yield made
    made.close()


def read_all(office: OpenOffice) -> None:
    """Every read whose query a role may narrow, as the administrator."""
    by, customers = office.user, office.customers
    for sort in (CustomerSort.NAME, CustomerSort.CREATED, CustomerSort.CITY):
        for wanted in FILTERS:
            for text in ("", "ada 138", "-"):
                query = CustomerQuery(text, wanted, sort)
                customers.count(query, by=by)
                customers.first_rows(query, 10, by=by)
                customers.ids(query, by=by)
    customers.rows((1,), by=by)
    customers.cities(by=by)
    office.search.find("ada 138", by=by)
    office.search.find("-", by=by)
    office.timeline.follow_ups(TODAY, by=by)


@contextlib.contextmanager
def heard(office: OpenOffice) -> Iterator[dict[str, None]]:
    """The different statements that are executed inside, in one line each."""
    statements: dict[str, None] = {}

    def hear(_c: object, _cursor: object, sql: str, *_more: object) -> None:
        if sql.startswith(
            STANDING
        ):  # whether the session still stands: one look-up by id, however much one sees
            return
        statements.setdefault(re.sub(r"\s+", " ", sql).strip())

    with office.acting.read() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def test_reads_of_who_sees_everything_are_those_from_before_there_were_roles(office: OpenOffice) -> None:
    with heard(office) as statements:
        read_all(office)

    before = BEFORE_ROLES.read_text(encoding="utf-8").splitlines()
    assert [one for one in statements if one not in before] == []
    assert len(statements) == len(before)
