"""What the generated documents are made with: reading public names, describing JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

import make_docs
from docs_json import shape
from docs_source import read

SOURCE = '''"""What the module is for."""

class Kind(StrEnum):
    """Kinds."""

    ONE = "one"


@dataclass
class Value:
    """A value."""

    name: str
    parts: tuple[str, ...] = field(default_factory=tuple)
    _hidden: int = 0

    @property
    def short(self) -> str:
        """The short name."""

    @requires(Permission.VIEW)
    def find(self, text: str, *, by: User, limit: int = 50) -> None:
        """Finds."""

    def _inner(self) -> None: ...


def _private() -> None: ...
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A small module on the disk."""
    path = tmp_path / "house" / "room.py"
    path.parent.mkdir()
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_a_module_is_read_with_its_public_names_only(module: Path, tmp_path: Path) -> None:
    found = read(module, tmp_path)

    assert (found.name, found.text, found.functions) == ("house.room", "What the module is for.", ())
    assert [one.name for one in found.classes] == ["Kind", "Value"]


def test_an_enum_shows_members_and_a_dataclass_fields_with_defaults(module: Path, tmp_path: Path) -> None:
    kind, value = read(module, tmp_path).classes

    assert kind.members == ("ONE = 'one'",)
    assert value.fields == ("name: str", "parts: tuple[str, ...] = tuple()")


def test_a_method_shows_its_signature_without_self_and_the_right_it_needs(
    module: Path, tmp_path: Path
) -> None:
    short, find = read(module, tmp_path).classes[1].methods

    assert (short.signature, short.permission) == ("short -> str", "")
    assert find.signature == "find(text: str, *, by: User, limit: int=50) -> None"
    assert find.permission == "VIEW"


def test_a_document_is_described_by_its_keys_and_kinds() -> None:
    document = {"ok": True, "took": 1.5, "rows": [{"id": 1, "name": "Ada"}], "none": None, "day": "2026-11"}

    assert "\n".join(shape(document)) == (
        '{\n  "ok": true or false\n  "took": number\n  "rows": [{\n    "id": whole number\n    "name": text\n'
        '  }, ...]\n  "none": null or text\n  "day": month, yyyy-mm\n}'
    )


def test_objects_with_free_keys_show_one_key_for_all() -> None:
    assert list(shape({"counts": {"customer": 3, "user": 1}}))[1] == '  "counts": {TABLE: whole number, ...}'


def test_a_part_that_nobody_makes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.md").write_text(
        "<!-- generated: weather -->\n<!-- end of weather -->\n", encoding="utf-8"
    )
    monkeypatch.setattr(make_docs, "ROOT", tmp_path)

    with pytest.raises(make_docs.UnknownPart):
        make_docs.renewed("page.md", {})


def test_making_a_page_twice_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "Before\n<!-- generated: rules -->\nold\n<!-- end of rules -->\nAfter\n", encoding="utf-8"
    )
    monkeypatch.setattr(make_docs, "ROOT", tmp_path)

    once = make_docs.renewed("page.md", {"rules": lambda: "new"})
    page.write_text(once, encoding="utf-8")

    assert "\nnew\n" in once and "old" not in once
    assert make_docs.renewed("page.md", {"rules": lambda: "new"}) == once
