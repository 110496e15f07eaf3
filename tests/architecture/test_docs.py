"""The documents: generated parts are up to date, links lead somewhere, nothing tells of one machine."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

import make_docs
from tests.architecture.tree import ROOT, place

DOCS = ROOT / "docs"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
MACHINE = re.compile(r"(?<![\w.~%$/-])/(home|Users|root|tmp|work|mnt|srv)/\w|[A-Z]:\\Users\\")
LARGEST_PICTURES = 2_000_000


def pages() -> list[Path]:
    return sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])


def prose(page: Path) -> str:
    """The page's text without code."""
    return CODE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The names that headings get: lower case, spaces as hyphens, punctuation gone."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    found: set[str] = set()
    for heading in HEADING.findall(text):
        kept = [c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LN"]
        found.add("".join(kept).replace(" ", "-"))
    return found


def fault_of(page: Path, target: str) -> str:
    """What is wrong with a link from `page`; empty when it leads somewhere."""
    if "://" in target or target.startswith("mailto:"):
        return ""
    path, _, anchor = unquote(target).partition("#")
    goal = (page.parent / path).resolve() if path else page
    if not goal.exists():
        return f"{place(page)}: {target} is not there"
    if anchor and goal.suffix == ".md" and anchor not in anchors(goal):
        return f"{place(page)}: {target} has no such heading"
    return ""


@pytest.mark.parametrize("page", make_docs.PAGES)
def test_the_generated_parts_are_up_to_date(page: str) -> None:
    assert make_docs.renewed(page, make_docs.parts()) == (ROOT / page).read_text(encoding="utf-8"), (
        f"{page} is behind: run python packaging/make_docs.py"
    )


def test_every_generated_part_is_on_a_page() -> None:
    text = "".join((ROOT / page).read_text(encoding="utf-8") for page in make_docs.PAGES)

    assert set(re.findall(r"<!-- generated: ([a-z ]+) -->", text)) == set(make_docs.parts())


def test_every_link_leads_somewhere() -> None:
    faults = [fault_of(page, target) for page in pages() for target in LINK.findall(prose(page))]

    assert [fault for fault in faults if fault] == []


def test_no_page_tells_of_a_folder_of_one_machine() -> None:
    found = [
        f"{place(page)}: {match[0]}"
        for page in pages()
        for match in MACHINE.finditer(page.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_every_picture_is_shown_and_all_of_them_are_small() -> None:
    shown = {
        (page.parent / target).resolve()
        for page in pages()
        for target in LINK.findall(prose(page))
        if target.endswith(".png")
    }
    pictures = sorted((DOCS / "images").glob("*.png"))

    assert [place(path) for path in pictures if path.resolve() not in shown] == []
    assert sum(path.stat().st_size for path in pictures) <= LARGEST_PICTURES


def test_both_manuals_have_the_same_chapters_and_pictures() -> None:
    english, chinese = (DOCS / "manual" / f"{code}.md" for code in ("en", "zh_CN"))
    levels = [
        re.findall(r"^(#{1,6}) ", page.read_text(encoding="utf-8"), re.MULTILINE)
        for page in (english, chinese)
    ]
    pictures = [
        [
            target.replace("-zh-light", "-light")
            for target in LINK.findall(prose(page))
            if target.endswith(".png")
        ]
        for page in (english, chinese)
    ]

    assert levels[0] == levels[1]
    assert pictures[0] == pictures[1]


def test_the_performance_page_tells_of_exactly_the_benchmarks_there_are() -> None:
    scripts = {path.name for path in (ROOT / "benchmarks").glob("*_*.py") if path.name[0] != "_"}
    text = (DOCS / "performance.md").read_text(encoding="utf-8")

    assert set(re.findall(r"benchmarks/(\w+\.py)", text)) == scripts


def test_each_decision_says_why_and_what_was_refused() -> None:
    decisions = sorted((DOCS / "adr").glob("[0-9]*.md"))
    parts = ("**Decision.**", "**Why.**", "**Refused.**", "**Price.**")

    lacking = [
        place(page)
        for page in decisions
        if not all(part in page.read_text(encoding="utf-8") for part in parts)
    ]

    assert [page.name[:4] for page in decisions] == [
        f"{number:04d}" for number in range(1, len(decisions) + 1)
    ]
    assert lacking == []
