"""Every table that points at customers is exported and erased as it says: a new one can't be forgotten."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from cims_desktop.storage import erasing, person_rows
from cims_desktop.storage.tables import metadata
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.work import attachment, attachment_part

POINTING = [
    table
    for table in metadata.sorted_tables
    if any(key.column.table is customer for column in table.c for key in column.foreign_keys)
    or table is customer
]


@pytest.mark.parametrize("table", POINTING, ids=lambda table: table.name)
def test_a_table_that_points_at_customers_declares_what_becomes_of_its_rows(table: sa.Table) -> None:
    rule = erasing.rule_of(table)

    assert rule is not None, f"{table.name} has no CustomerRule"
    assert rule.erase in {"delete", "blank", "keep"}
    assert erasing.pointers(table)


def test_only_the_customer_itself_is_blanked() -> None:
    blanked = [table.name for table in POINTING if erasing.rule_of(table).erase == "blank"]  # type: ignore[union-attr]

    assert blanked == ["customer"]


def test_exactly_the_tables_that_say_so_are_exported() -> None:
    declared = {table.name for table in POINTING if erasing.rule_of(table).export}  # type: ignore[union-attr]

    assert {table.name for table in person_rows.exported_tables()} == declared
    assert person_rows.exported_tables()[0] is customer


def test_text_of_kept_rows_is_either_cleared_or_a_word_of_the_office() -> None:
    """What stays for the books must not be a place where somebody writes about the person."""
    words_of_the_office = {
        "purchase": {"number", "external_ref", "channel", "currency"},
        "consent": {"purpose", "lawful_basis"},
        "consent_event": {"purpose", "lawful_basis"},
    }
    for table in POINTING:
        if erasing.rule_of(table).erase == "keep":  # type: ignore[union-attr]
            texts = {
                column.name
                for column in table.c
                if isinstance(column.type, sa.types.TypeDecorator)
                and "Storable" in type(column.type).__name__
            }
            cleared = set(erasing.TYPED_FREELY.get(table.name, ()))
            assert texts == cleared | words_of_the_office[table.name], table.name


def test_the_parts_of_exported_rows_come_along() -> None:
    parts = {part.name for table in person_rows.exported_tables() for part, _ in erasing.children(table)}

    assert parts == {"purchase_line", "attachment_part"}
    assert person_rows.parts_of(attachment) == [] and [p for p, _ in erasing.children(attachment)] == [
        attachment_part
    ]


def test_no_sealed_or_other_bytes_are_exported() -> None:
    for table in person_rows.exported_tables():
        binary = {column.name for column in table.c if isinstance(column.type, sa.LargeBinary)}
        assert not binary & set(person_rows.columns_of(table))
