"""Writes the generated parts of docs/api.md and docs/data-model.md, or checks that they are up to date.

python packaging/make_docs.py           rewrite what stands between the pages' marks
python packaging/make_docs.py --check   change nothing; exit 1 and name the pages that are behind

A generated part stands between ``<!-- generated: NAME -->`` and ``<!-- end of NAME -->``; the words around it
are written by hand. Run by the interpreter of the project's environment.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_FOLDER = Path(__file__).resolve().parent
PAGES = ("docs/data-model.md", "docs/api.md")
_PART = re.compile(r"(<!-- generated: ([a-z ]+) -->\n).*?(<!-- end of \2 -->)", re.DOTALL)


class UnknownPart(Exception):
    """A page asks for a part that nobody generates, or a part is on no page."""


def parts() -> dict[str, Callable[[], str]]:
    """Every generated part by the name in its mark."""
    import docs_api
    import docs_json
    import docs_tables

    return {
        "commands": docs_api.commands,
        "documents": docs_json.shapes,
        "permissions": docs_api.permissions,
        "services": docs_api.services,
        "domain": docs_api.domain,
        "tables": docs_tables.tables,
        "rules": docs_tables.rules,
        "indexes": docs_tables.indexes,
    }


def renewed(page: str, makers: dict[str, Callable[[], str]]) -> str:
    """The text of a page with its generated parts made anew."""

    def fill(found: re.Match[str]) -> str:
        if found[2] not in makers:
            raise UnknownPart(f"{page}: {found[2]}")
        return f"{found[1]}\n{makers[found[2]]().strip()}\n\n{found[3]}"

    return _PART.sub(fill, (ROOT / page).read_text(encoding="utf-8"))


def outdated() -> list[str]:
    """Pages whose text differs from what would be written now."""
    makers = parts()
    return [page for page in PAGES if renewed(page, makers) != (ROOT / page).read_text(encoding="utf-8")]


def main(arguments: list[str]) -> int:
    """Command line; returns the exit status."""
    sys.path[:0] = [str(ROOT), str(_FOLDER)]
    if arguments == ["--check"]:
        behind = outdated()
        print(
            "\n".join(f"{page} is behind: run python packaging/make_docs.py" for page in behind)
            or "up to date"
        )
        return 1 if behind else 0
    makers = parts()
    for page in PAGES:
        (ROOT / page).write_text(renewed(page, makers), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
