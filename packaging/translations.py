"""Refreshes the translation sources from the code and the forms, or checks that they are complete.

python packaging/translations.py           rewrite resources/translations/*.ts from tr() calls and ui/*.ui
python packaging/translations.py --check   change nothing; exit 1 and list what is unfinished or vanished
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from generate import OUTPUT, ROOT, BuildError, run_tool

FOLDER = Path("resources", "translations")
# The source text is English, so the English file only holds the plural forms.
LANGUAGES = {"zh_CN": (), "en": ("-pluralonly",)}
# Without line numbers and in a fixed order, a change of code changes only its own messages.
LAYOUT = ("-locations", "none", "-sort-messages")
GONE = {"vanished", "obsolete"}


@dataclass(frozen=True)
class Message:
    """One message of a .ts file: where it is used, its source text, its state and its translated forms."""

    context: str
    source: str
    comment: str
    state: str
    forms: tuple[str, ...]
    plural: bool = False

    @property
    def identity(self) -> tuple[str, str, str]:
        """What lupdate tells messages apart by."""
        return self.context, self.source, self.comment


def source_files(root: Path) -> list[Path]:
    """Every Python module and form that may hold text for people, relative to root, in a stable order."""
    modules = (root / "cims_desktop").rglob("*.py")
    forms = (root / "ui").rglob("*.ui")
    generated = root / OUTPUT
    return sorted(path.relative_to(root) for path in (*modules, *forms) if generated not in path.parents)


def translation_file(folder: Path, language: str) -> Path:
    """Path of one language's .ts file."""
    return folder / f"cims_{language}.ts"


def refresh(root: Path, folder: Path, *common: str) -> None:
    """Let lupdate merge the current text of root into the .ts files of folder; common: further options."""
    with tempfile.TemporaryDirectory(prefix="cims-lupdate-") as scratch:
        # A list file keeps the command line short enough for Windows.
        listing = Path(scratch, "sources.lst")
        listing.write_text("\n".join(path.as_posix() for path in source_files(root)), encoding="utf-8")
        for language, options in LANGUAGES.items():
            target = translation_file(folder, language)
            languages = ("-source-language", "en", "-target-language", language)
            run_tool(
                "lupdate", *LAYOUT, *languages, *options, *common, f"@{listing}", "-ts", target, cwd=root
            )


def read_messages(path: Path) -> Iterator[Message]:
    """The messages of one .ts file."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            yield Message(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                comment=message.findtext("comment", ""),
                state="" if translation is None else translation.get("type", ""),
                forms=() if translation is None else translated_forms(translation),
                plural=message.get("numerus") == "yes",
            )


def translated_forms(translation: ET.Element) -> tuple[str, ...]:
    """The plural forms of a translation, or its single text."""
    plurals = translation.findall("numerusform")
    return tuple(form.text or "" for form in plurals) if plurals else (translation.text or "",)


def problems(messages: list[Message]) -> list[str]:
    """One line for each message that a person would see untranslated, or that nobody uses any more."""
    found = []
    for message in messages:
        where = f"{message.context}: {message.source!r}"
        if not message.context:
            found.append(f"no context (tr() was called under another name): {message.source!r}")
        elif message.state in GONE:
            found.append(f"vanished: {where}")
        elif re.search(r"%L?n", message.source) and not message.plural:
            found.append(f"no plural forms (use self.tr with a plain number): {where}")
        elif message.state == "unfinished" or not all(form.strip() for form in message.forms):
            found.append(f"unfinished: {where}")
        elif any(placeholders(form) != placeholders(message.source) for form in message.forms):
            found.append(f"placeholders differ: {where}")
    return found


def placeholders(text: str) -> set[str]:
    """The %1 and {name} marks of a text. A plural form may spell its number out, so %n is left aside."""
    return set(re.findall(r"%L?\d|\{\w*\}", text))


def check(root: Path = ROOT) -> list[str]:
    """Problems of root's .ts files against its code and forms, without changing them; empty when complete."""
    with tempfile.TemporaryDirectory(prefix="cims-check-") as scratch:
        folder = Path(scratch)
        for language in LANGUAGES:
            stored = translation_file(root / FOLDER, language)
            if stored.exists():
                shutil.copy(stored, folder)
        refresh(root, folder)
        return [
            f"{path.name}: {problem}"
            for path in (translation_file(folder, language) for language in LANGUAGES)
            for problem in problems(list(read_messages(path)))
        ]


def summary(root: Path = ROOT) -> list[str]:
    """One line per .ts file with the number of its messages and of those that are not finished."""
    lines = []
    for language in LANGUAGES:
        path = translation_file(root / FOLDER, language)
        states = Counter(message.state or "finished" for message in read_messages(path))
        counts = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        lines.append(f"{path.name}: {counts or 'no messages'}")
    return lines


def main(arguments: list[str]) -> int:
    """Command line; returns the exit status."""
    try:
        if arguments == ["--check"]:
            found = check()
            print("\n".join(found) or "translations are complete")
            return 1 if found else 0
        if arguments:
            print(__doc__, file=sys.stderr)
            return 2
        (ROOT / FOLDER).mkdir(parents=True, exist_ok=True)
        refresh(ROOT, ROOT / FOLDER, "-no-obsolete")
        print("\n".join(summary()))
    except BuildError as error:
        print(f"translations.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
