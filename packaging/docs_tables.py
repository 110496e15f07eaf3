"""The generated part of docs/data-model.md: every table, column, index and rule, from the schema itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from cims_desktop.storage.tables import CustomerRule, metadata
from cims_desktop.storage.tables.base import Instant, Rank, StorableText, Word
from docs_words import INDEXES, TABLES

GROUPS = (
    ("The office and its users", ("office", "role", "role_permission", "role_mask", "user")),
    (
        "Customers",
        (
            "customer", "former_number", "contact_point", "address", "relationship", "tag", "customer_tag",
            "custom_field", "custom_value", "recent", "not_duplicate",
        ),
    ),
    ("Sales", ("product", "purchase", "purchase_line", "summary_day", "summary_buyers")),
    (
        "History",
        (
            "interaction", "task", "handover_note", "survey_response", "survey_invitation", "preference", "consent",
            "consent_event",
        ),
    ),
    ("Journal and ledgers", ("act", "change", "checkpoint", "import_run", "export_entry", "backup_entry", "erasure")),
    (
        "Kept work",
        (
            "draft", "saved_view", "report", "dashboard", "export_layout", "import_mapping", "letter_template",
        ),
    ),
    ("Files and sealed values", ("attachment", "attachment_part", "sensitive_field", "secret_value")),
    ("Search", ("customer_search",)),
)  # fmt: skip


_PLAIN_TYPES: tuple[tuple[type[sa.types.TypeEngine[Any]], str], ...] = (
    (Instant, "instant (ms since 1970, UTC)"),
    (StorableText, "text"),
    (sa.String, "text"),
    (sa.Boolean, "yes/no"),
    (sa.Date, "civil date"),
    (sa.LargeBinary, "bytes"),
    (sa.BigInteger, "whole number, 64 bits"),
    (sa.Integer, "whole number"),
)


class Undescribed(Exception):
    """A table or index has no words in packaging/docs_words.py, or words there have no table."""


def tables() -> str:
    """All tables by group."""
    _require_words()
    lines: list[str] = []
    for title, names in GROUPS:
        lines += [f"### {title}", ""]
        for name in names:
            lines += _table(metadata.tables[name])
    return "\n".join(lines)


def rules() -> str:
    """What becomes of each table's rows with their customer."""
    lines = ["| table | merge | in a person's export | erase | undo |", "|---|---|---|---|---|"]
    for name in sorted(metadata.tables):
        rule = metadata.tables[name].info.get("customer_rule")
        if isinstance(rule, CustomerRule):
            export = "yes" if rule.export else "no"
            lines.append(f"| `{name}` | {rule.merge} | {export} | {rule.erase} | {rule.undo} |")
    return "\n".join(lines) + "\n"


def indexes() -> str:
    """Every index with the question that it answers; those of UNIQUE constraints stand with their table."""
    _require_words()
    lines = ["| index | columns | answers |", "|---|---|---|"]
    for index in _all_indexes():
        columns = ", ".join(f"`{column.name}`" for column in index.columns)
        lines.append(f"| `{index.name}` | {columns} | {_purpose(index)} |")
    return "\n".join(lines) + "\n"


def _table(table: sa.Table) -> list[str]:
    lines = [f"#### {table.name}", "", TABLES[table.name], ""]
    lines += ["| column | type | empty | refers to |", "|---|---|---|---|"]
    lines += [_column(column) for column in table.columns]
    unique = [_names(one.columns) for one in table.constraints if isinstance(one, sa.UniqueConstraint)]
    checks = [str(one.sqltext) for one in table.constraints if isinstance(one, sa.CheckConstraint)]
    told = [check for check in checks if " IN (" not in check]
    lines.append("")
    notes = []
    if unique:
        notes.append("Unique: " + "; ".join(sorted(set(unique))) + ".")
    if told:
        notes.append("Checked: " + "; ".join(f"`{check}`" for check in sorted(told)) + ".")
    return [*lines, " ".join(notes), ""] if notes else lines


def _column(column: sa.Column[Any]) -> str:
    key = " **key**" if column.primary_key else ""
    target = ", ".join(f"`{key.target_fullname}`" for key in column.foreign_keys)
    empty = "yes" if column.nullable else "no"
    return f"| `{column.name}`{key} | {_type(column.type)} | {empty} | {target} |"


def _type(kind: sa.types.TypeEngine[Any]) -> str:
    """A column's type in plain words; the first kind of `_PLAIN_TYPES` that fits, after those with details."""
    match kind:
        case Rank():
            return "rank: " + ", ".join(f"{i} {one.value or 'none'}" for i, one in enumerate(kind.kind))
        case Word():
            return "word: " + ", ".join(one.value or "(empty)" for one in kind.kind)
        case StorableText(length=int(length)) | sa.String(length=int(length)):
            return f"text, at most {length}"
        case sa.LargeBinary(length=int(length)):
            return f"bytes, {length}"
        case _:
            return next(words for one, words in _PLAIN_TYPES if isinstance(kind, one))


def _names(columns: Iterable[Any]) -> str:
    return ", ".join(f"`{column.name}`" for column in columns)


def _all_indexes() -> Iterator[sa.Index]:
    for name in sorted(metadata.tables):
        yield from sorted(metadata.tables[name].indexes, key=lambda one: str(one.name))


def _purpose(index: sa.Index) -> str:
    """A written purpose, else that of a plain foreign-key index."""
    if str(index.name) in INDEXES:
        return INDEXES[str(index.name)]
    (column,) = index.columns
    (target,) = column.foreign_keys
    return f"the rows of one `{target.column.table.name}` (`{column.name}`)"


def _needs_words(index: sa.Index) -> bool:
    columns = list(index.columns)
    return len(columns) != 1 or not columns[0].foreign_keys


def _require_words() -> None:
    grouped = {name for _title, names in GROUPS for name in names}
    named = {str(index.name) for index in _all_indexes()}
    needed = {str(index.name) for index in _all_indexes() if _needs_words(index)}
    wrong = [
        *(f"table {name}" for name in sorted(grouped ^ set(metadata.tables))),
        *(f"words of table {name}" for name in sorted(set(TABLES) ^ set(metadata.tables))),
        *(f"words of index {name}" for name in sorted(needed - set(INDEXES))),
        *(f"index {name} of docs_words" for name in sorted(set(INDEXES) - named)),
    ]
    if wrong:
        raise Undescribed("; ".join(wrong))
