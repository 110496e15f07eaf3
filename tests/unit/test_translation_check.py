"""The translation check: it lists what a person would see untranslated, and what nobody uses any more."""

from __future__ import annotations

from pathlib import Path

import pytest

import translations

CODE = '''"""A page."""
class Page(QWidget):
    def words(self, n):
        return self.tr("Sign in"), self.tr("%n customer(s)", "", n)
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one translated page."""
    (tmp_path / "cims_desktop").mkdir()
    (tmp_path / "cims_desktop" / "page.py").write_text(CODE, encoding="utf-8")
    (tmp_path / translations.FOLDER).mkdir(parents=True)
    translations.refresh(tmp_path, tmp_path / translations.FOLDER)
    fill(tmp_path, "zh_CN", "登录", "%n 位客户")
    fill(tmp_path, "en", "Sign in", "%n customers")
    return tmp_path


def fill(root: Path, language: str, text: str, plural: str) -> None:
    """Translate everything of one file, as a translator would."""
    path = translations.translation_file(root / translations.FOLDER, language)
    content = path.read_text(encoding="utf-8")
    content = content.replace(
        '<translation type="unfinished"></translation>', f"<translation>{text}</translation>"
    )
    content = content.replace('<translation type="unfinished">', "<translation>")
    content = content.replace("<numerusform></numerusform>", f"<numerusform>{plural}</numerusform>")
    path.write_text(content, encoding="utf-8")


def change(root: Path, old: str, new: str) -> None:
    path = root / "cims_desktop" / "page.py"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def message(source: str, *forms: str, state: str = "", context: str = "Page") -> translations.Message:
    return translations.Message(context, source, "", state, forms, plural="%n" in source)


def test_a_complete_translation_has_no_problems(root: Path) -> None:
    assert translations.check(root) == []


def test_english_holds_plural_forms_only(root: Path) -> None:
    english = translations.translation_file(root / translations.FOLDER, "en")

    assert [found.source for found in translations.read_messages(english)] == ["%n customer(s)"]


def test_a_new_text_is_unfinished_and_the_old_one_vanished(root: Path) -> None:
    change(root, "Sign in", "Completely different words")

    assert translations.check(root) == [
        "cims_zh_CN.ts: unfinished: Page: 'Completely different words'",
        "cims_zh_CN.ts: vanished: Page: 'Sign in'",
    ]


def test_checking_changes_no_file(root: Path) -> None:
    files = list((root / translations.FOLDER).iterdir())
    before = [path.read_bytes() for path in files]
    change(root, "Sign in", "Completely different words")

    translations.check(root)

    assert [path.read_bytes() for path in files] == before


def test_refreshing_twice_gives_the_same_bytes(root: Path) -> None:
    path = translations.translation_file(root / translations.FOLDER, "zh_CN")
    before = path.read_bytes()

    translations.refresh(root, root / translations.FOLDER, "-no-obsolete")

    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (message("Sign in", "登录", context=""), "no context"),
        (message("Sign in", ""), "unfinished"),
        (message("Sign in", "登录", state="unfinished"), "unfinished"),
        (message("%n item(s)", "%n item", ""), "unfinished"),
        (message("Delete %1?", "删除?"), "placeholders differ"),
        (message("{name} is taken", "{nom} is taken"), "placeholders differ"),
    ],
)
def test_each_fault_of_a_message_is_named(found: translations.Message, problem: str) -> None:
    (line,) = translations.problems([found])

    assert line.startswith(problem)


def test_a_plural_form_may_spell_its_number_out() -> None:
    assert translations.problems([message("%n item(s)", "One item", "%n items")]) == []


def test_a_number_without_plural_forms_is_named(root: Path) -> None:
    change(root, 'self.tr("%n customer(s)", "", n)', 'translate("Page", "%n chosen", "", n)')

    assert any("no plural forms" in line and "%n chosen" in line for line in translations.check(root))
