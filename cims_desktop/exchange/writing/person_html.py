"""One person's data as a page to read and print: a single file without scripts, pictures or links to elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any, Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

Record = Mapping[str, Any]
Words = Mapping[str, str]

_ENGLISH: Final = {
    "title": "What this office holds about one person",
    "section.processing": "Who did what with it",
}
INTERNAL: Final = frozenset(
    {
        "id", "version", "position", "hidden", "import_run", "sort_name", "normal", "photo_id", "customer", "act",
        "sha256", "key_generation", "created_by", "updated_by", "updated_at", "merged_into",
    }
)  # fmt: skip
"""Columns that mean nothing to a reader; the JSON beside the page has them."""

_ORDER: Final = (
    "customer", "contact_point", "address", "relationship", "preference", "consent", "consent_event", "secret_value",
    "custom_value", "customer_tag", "purchase", "interaction", "survey_response", "task", "attachment",
)  # fmt: skip
"""What a reader looks for first; other sections follow as they come."""

_UPRIGHT: Final = ("customer", "preference")
_OWN: Final = {
    "purchase_line": ("purchase",),
    "interaction": ("by", "created_at"),
    "purchase": ("created_at",),
}
"""Columns that say nothing new in their section."""

_ZONE: Final = "time_zone"
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d")
_NOTHING: Final[tuple[object, ...]] = (None, "", [], {})
_STYLE: Final = """
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1c2128;
       background: #fff; max-width: 62em; margin: 2.5em auto; padding: 0 1.5em; }
h1 { font-size: 1.7em; margin: 0 0 .2em; } h2 { font-size: 1.15em; margin: 2.2em 0 .5em; }
.about { color: #57606a; margin: 0 0 2em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35em .8em .35em 0; border-bottom: 1px solid #d8dee4;
         overflow-wrap: anywhere; white-space: pre-wrap; }
th { color: #57606a; font-weight: 600; white-space: normal; }
table table { margin: 0; } table table th, table table td { border: 0; padding: .1em .6em .1em 0; }
td.empty { color: #57606a; } nav { color: #57606a; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } thead { display: table-header-group; }
  tr, h2 { break-inside: avoid; } h2 { break-after: avoid; } @page { margin: 16mm; } }
"""


def page(document: Mapping[str, Any], words: Words) -> str:
    """The whole page. `words` by key: "title", "lang", "section.NAME", "column.NAME", "value.COLUMN.WORD", "yes".

    Points in time are shown in the document's "time_zone".
    """
    tables: Mapping[str, Sequence[Record]] = document["data"]
    words = {**words, _ZONE: str(document.get("time_zone") or "UTC")}
    name = str(tables["customer"][0].get("name", "")) if tables.get("customer") else ""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(words.get("lang", "en"))}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{_word(words, 'title')}: {escape(name)}</title><style>{_STYLE}</style></head>",
            f"<body><h1>{escape(name)}</h1><p class='about'>{_about(document, words)}</p>",
            *(_section(title, tables[title], words) for title in _sections(tables)),
            "</body></html>",
        )
    )


def _sections(tables: Mapping[str, Sequence[Record]]) -> list[str]:
    return [title for title in dict.fromkeys((*_ORDER, *tables)) if tables.get(title)]


def _about(document: Mapping[str, Any], words: Words) -> str:
    told = [str(document[name]) for name in ("office", "exported_at", "exported_by")]
    shown = [_in_zone(text, words) for text in told if text]
    return " · ".join((_word(words, "title"), *map(escape, shown)))


def _section(title: str, rows: Sequence[Record], words: Words) -> str:
    head = f"<h2>{_word(words, f'section.{title}')}</h2>"
    if title in _UPRIGHT:
        return head + "".join(_upright(row, words) for row in rows)
    return head + _table(title, rows, words)


def _upright(row: Record, words: Words) -> str:
    """One record with its fields below each other."""
    lines = (
        f"<tr><th>{_word(words, f'column.{name}')}</th><td>{_cell(name, row[name], words)}</td></tr>"
        for name in _filled([row])
    )
    return f"<table>{''.join(lines)}</table>"


def _table(title: str, rows: Sequence[Record], words: Words) -> str:
    names = [name for name in _filled(rows) if name not in _OWN.get(title, ())]
    head = "".join(f"<th>{_word(words, f'column.{name}')}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{_cell(name, row.get(name), words)}</td>" for name in names) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _filled(rows: Sequence[Record]) -> list[str]:
    """Columns that say something in at least one row."""
    names = dict.fromkeys(name for row in rows for name in row if name not in INTERNAL)
    return [name for name in names if any(row.get(name) not in _NOTHING for row in rows)]


def _cell(name: str, value: Any, words: Words) -> str:
    if value in _NOTHING:
        return ""
    if isinstance(value, bool):
        return _word(words, "yes" if value else "no")
    if isinstance(value, list):
        return (
            _table(name, value, words)
            if isinstance(value[0], Mapping)
            else escape("; ".join(map(_one, value)))
        )
    if isinstance(value, Mapping):
        return escape("; ".join(f"{key}: {one}" for key, one in value.items()))
    if name == "file":
        return f'<a href="{escape(quote(str(value)), quote=True)}">{escape(str(value))}</a>'
    return escape(_in_zone(words.get(f"value.{name}.{value}") or str(value), words))


def _in_zone(text: str, words: Words) -> str:
    """A point in time to the minute by the office's clock; any other text as it is."""
    if not _INSTANT.fullmatch(text):
        return text
    return datetime.fromisoformat(text).astimezone(ZoneInfo(words[_ZONE])).strftime("%Y-%m-%d %H:%M")


def _one(value: Any) -> str:
    return ": ".join(map(str, value)) if isinstance(value, list) else str(value)


def _word(words: Words, key: str) -> str:
    return escape(words.get(key) or _ENGLISH.get(key) or readable(key))


def readable(key: str) -> str:
    """What stands for a key without a word: its last part in plain letters."""
    return key.rpartition(".")[2].replace("_", " ").capitalize()
