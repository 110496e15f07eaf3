"""The recovery sheet: one page to print and lock away, in the window's language and below it in the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from html import escape

from PySide6.QtCore import QTranslator

from cims_desktop.gui.translation import LANGUAGES, QT_TRANSLATE_NOOP, Language, language

TITLE = QT_TRANSLATE_NOOP("recovery", "Recovery sheet")
CODE = QT_TRANSLATE_NOOP("recovery", "Recovery code")
OFFICE = QT_TRANSLATE_NOOP("recovery", "Office")
FILE = QT_TRANSLATE_NOOP("recovery", "File")
MADE = QT_TRANSLATE_NOOP("recovery", "Made on %1 by %2")
KEPT = QT_TRANSLATE_NOOP("recovery", "Where this sheet is kept, and who has the key:")
STEPS = (
    QT_TRANSLATE_NOOP("recovery", "This code opens the office when nobody knows an administrator's password any more."),
    QT_TRANSLATE_NOOP("recovery", "Start the program, choose the office, then “Forgot the password?”."),
    QT_TRANSLATE_NOOP("recovery", "Type the code; small and capital letters and the dashes don't matter."),
    QT_TRANSLATE_NOOP("recovery", "Choose a new password for an administrator, then make a new code and sheet."),
    QT_TRANSLATE_NOOP(
        "recovery", "Whoever holds this sheet and the office file can read everything: lock it away from the PC."
    ),
    QT_TRANSLATE_NOOP("recovery", "A newer sheet makes this one void, but it still opens the backups of its day."),
)  # fmt: skip


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on it."""

    office: str
    file: str
    code: str = field(repr=False)
    made_on: date
    made_by: str

    def html(self) -> str:
        """The page."""
        first = language()
        others = [code for code in LANGUAGES if code != first]
        words = {code: _Words(code) for code in (first, *others)}
        head = " · ".join(words[code](TITLE) for code in words)
        rows = "".join(
            f"<tr><td><b>{_both(words, name)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>"
            for name, text in ((OFFICE, self.office), (FILE, self.file))
        )
        box = (
            '<table width="100%" border="1" cellspacing="0" cellpadding="14"><tr><td align="center">'
            f'<span style="font-size:20pt; font-family:monospace">{escape(self.code)}</span></td></tr></table>'
        )
        made = "<br/>".join(self._made(words[code]) for code in words)
        kept = (
            f"<p>{_both(words, KEPT)}</p>"
            '<table width="100%" border="1" cellspacing="0" cellpadding="26"><tr><td>&nbsp;</td></tr></table>'
        )
        parts = "".join(_steps(words[code]) for code in words)
        return (
            f"<h1>{head}</h1><table>{rows}</table><p>{_both(words, CODE)}</p>{box}<p>{made}</p>{parts}{kept}"
        )

    def _made(self, said: _Words) -> str:
        day, name = self.made_on.isoformat(), escape(self.made_by)
        return said(MADE).replace("%1", day).replace("%2", name)


class _Words:
    """The sheet's texts in one language, whatever the window speaks."""

    def __init__(self, code: Language) -> None:
        self._translator = QTranslator()
        self._translator.load(f":/translations/cims_{code}.qm")

    def __call__(self, source: str) -> str:
        return self._translator.translate("recovery", source) or source


def _both(words: dict[Language, _Words], source: str) -> str:
    texts = dict.fromkeys(escape(said(source)) for said in words.values())
    return " · ".join(texts)


def _steps(said: _Words) -> str:
    return "<ul>" + "".join(f"<li>{escape(said(step))}</li>" for step in STEPS) + "</ul>"
