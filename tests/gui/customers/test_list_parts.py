"""The parts of the list that need no office: page cache, column layout, conditions, typed dates, quick text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.gui import translation
from cims_desktop.gui.dialogs.new_customer import customer_from_text
from cims_desktop.gui.models.customer_columns import DEFAULT_COLUMNS, SORT, Column
from cims_desktop.gui.models.lines_model import parse_quantity, quantity_text
from cims_desktop.gui.models.page_cache import PageCache
from cims_desktop.gui.pages.customers import list_query
from cims_desktop.gui.pages.customers.draft_codec import customer_of, payload_of
from cims_desktop.gui.widgets.column_layout import ColumnLayout
from cims_desktop.gui.widgets.typed_dates import parse_date, parse_partial_date, partial_date_text

TODAY = date(2026, 11, 21)


def test_the_page_wanted_last_is_read_first_and_each_only_once() -> None:
    cache: PageCache[int] = PageCache(size=10)

    for position in (5, 25, 45, 26):
        assert cache.row(position) is None

    assert [cache.next_wanted(), cache.next_wanted(), cache.next_wanted()] == [2, 4, None]
    assert cache.row(21) is None
    cache.store(2, tuple(range(20, 30)))
    assert cache.row(21) == 21
    assert cache.next_wanted() == 0


def test_a_fast_drag_leaves_only_the_newest_wishes_and_pages() -> None:
    cache: PageCache[int] = PageCache(size=1, pages=3, waiting=2)

    for position in range(100):
        cache.row(position)
    for page in range(5):
        cache.store(page, (page,))

    assert [cache.next_wanted(9), cache.next_wanted(9), cache.next_wanted(9)] == [99, 98, None]
    assert cache.cached() == [2, 3, 4]


def test_a_page_that_could_not_be_read_may_be_wanted_again() -> None:
    cache: PageCache[int] = PageCache(size=10)
    cache.row(0)
    assert cache.next_wanted() == 0

    cache.give_up(0)
    cache.row(0)

    assert cache.next_wanted() == 0


def test_a_column_layout_comes_back_from_the_settings_as_it_was() -> None:
    layout = ColumnLayout((Column.NAME, Column.CITY, Column.EMAIL), {Column.CITY: 99}, chosen=True)

    assert ColumnLayout.loaded(layout.dumped()) == layout


@pytest.mark.parametrize(
    "stored",
    [b"", b"no json", b"[]", b'{"shown": ["CITY"], "widths": {}, "chosen": true}', b'{"shown": 3}', b"\xff"],
)
def test_an_unreadable_column_layout_is_the_default_one(stored: bytes) -> None:
    assert ColumnLayout.loaded(stored).shown == DEFAULT_COLUMNS


def test_every_column_sorts_by_something() -> None:
    assert set(SORT) == set(Column)
    assert set(SORT.values()) == set(CustomerSort)


def test_quick_chips_and_removable_chips_say_all_conditions_once(dressed: QApplication) -> None:
    query = CustomerQuery(
        text="ada",
        filter=CustomerFilter(
            kinds=(CustomerKind.PERSON,),
            statuses=(CustomerStatus.ACTIVE,),
            tiers=(Tier.GOLD, Tier.SILVER),
            cities=("Suzhou",),
            bought_since=TODAY,
            not_bought_since=TODAY,
            spent_at_least=100,
            spent_at_most=0,
            has_phone=True,
            has_email=False,
        ),
    )

    keys = [key for key, _text in list_query.conditions(query, "CNY")]
    for key in keys:
        query = list_query.without(query, key)

    assert len(keys) == len(set(keys)) == 11
    assert not list_query.is_narrowed(query)


@pytest.mark.parametrize("quick", list_query.QUICK)
def test_a_quick_chip_is_the_one_that_its_filter_shows(quick: str) -> None:
    wanted = list_query.with_quick(CustomerFilter(cities=("Suzhou",)), quick, TODAY)

    assert list_query.quick_of(wanted) == quick
    assert wanted.cities == ("Suzhou",)


def test_the_order_of_the_list_comes_back_from_the_settings() -> None:
    query = CustomerQuery(sort=CustomerSort.CITY, descending=False)

    assert list_query.sorted_by(CustomerQuery(), list_query.sort_text(query)) == query
    assert list_query.sorted_by(CustomerQuery(), "nonsense:up") == CustomerQuery()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-11-21", PartialDate(11, 21, 2026)),
        ("21.11.2026", PartialDate(11, 21, 2026)),
        ("20261121", PartialDate(11, 21, 2026)),
        ("21 Nov 2026", PartialDate(11, 21, 2026)),
        ("November 21, 2026", PartialDate(11, 21, 2026)),
        ("1982年5月5日", PartialDate(5, 5, 1982)),
        ("５月５日", PartialDate(5, 5)),
        ("5-5", PartialDate(5, 5)),
        ("29 feb", PartialDate(2, 29)),
    ],
)
def test_a_date_is_read_however_people_type_it(text: str, wanted: PartialDate) -> None:
    assert parse_partial_date(text) == wanted


@pytest.mark.parametrize(
    "text", ["", "soon", "2026", "31 Feb 2026", "2026-13-01", "1-2-3-4", "5 Mayor x 3 4"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day"):
        parse_partial_date(text)


def test_a_date_without_a_year_is_this_years() -> None:
    assert parse_date("5 Dec", TODAY) == date(2026, 12, 5)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("value", [PartialDate(5, 5, 1982), PartialDate(2, 29), PartialDate(12, 31, 1999)])
def test_a_shown_birthday_reads_back_the_same(
    qapp: QApplication, dressed: QApplication, language: translation.Language, value: PartialDate
) -> None:
    translation.set_language(language)

    assert parse_partial_date(partial_date_text(value)) == value


@given(st.integers(min_value=1, max_value=10**9))
def test_a_shown_quantity_reads_back_the_same(thousandths: int) -> None:
    assert parse_quantity(quantity_text(thousandths)) == thousandths


@pytest.mark.parametrize("text", ["", "0", "-1", "NaN", "1e30", "two", "0.0001"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|range"):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (" 马晓霞 ", Customer("马晓霞")),
        (
            "+86 138-0013",
            Customer("", contacts=(ContactPoint(ContactKind.MOBILE, "+86 138-0013", primary=True),)),
        ),
        ("a@b.org", Customer("", contacts=(ContactPoint(ContactKind.EMAIL, "a@b.org", primary=True),))),
        ("Studio 54321", Customer("Studio 54321")),
        ("", Customer("")),
    ],
)
def test_text_of_the_search_box_goes_where_it_belongs(text: str, wanted: Customer) -> None:
    assert customer_from_text(text) == wanted


def test_a_draft_comes_back_as_it_was_typed() -> None:
    typed = Customer(
        "Ada & <b>Co</b>",
        kind=CustomerKind.ORGANISATION,
        tier=Tier.GOLD,
        birthday=PartialDate(2, 29),
        contacts=(ContactPoint(ContactKind.EMAIL, "a@b.org", label="work", primary=True, id=7),),
        addresses=(Address(city="Suzhou", id=3),),
        note="one\ntwo",
        version=4,
    )

    assert customer_of(payload_of(typed), Customer("stored")) == typed


def test_a_draft_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="not a draft"):
        customer_of({"name": "Ada"}, replace(Customer(""), id=1))
