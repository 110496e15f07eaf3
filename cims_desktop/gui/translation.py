"""The language of the window: switched while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QWidget

Language = Literal["en", "zh_CN"]

LANGUAGES: dict[Language, str] = {"en": "English", "zh_CN": "简体中文"}
"""Each language in its own words: a person finds it whatever the window speaks now."""


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Marks text in a table for lupdate, which knows this name; Qt's own returns an untyped object."""
    return source


LACKING = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Text of Qt's own dialogs that its translation lacks, so that ours has it: Qt changed the English text."""


class _State:
    language: Language = "en"
    translators: list[QTranslator] = []


def language() -> Language:
    """The language in force."""
    return _State.language


def system_language() -> Language:
    """Chinese on a desktop that speaks any Chinese first, else English."""
    first = next(iter(QLocale.system().uiLanguages()), "en")
    return "zh_CN" if first.lower().startswith("zh") else "en"


def known_language(code: str) -> Language:
    """`code` if the program speaks it, else the desktop's language."""
    return next((known for known in LANGUAGES if known == code), system_language())


def set_language(code: Language) -> None:
    """Swaps the translators; Qt then tells every widget, which retranslates itself."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("the language is set before there is an application")
    for translator in _State.translators:
        app.removeTranslator(translator)
    _State.translators.clear()
    _State.language = code
    QLocale.setDefault(QLocale("zh_CN" if code == "zh_CN" else "en_GB"))
    for base in ("qtbase", "cims"):
        translator = QTranslator(app)
        if translator.load(f":/translations/{base}_{code}.qm"):
            app.installTranslator(translator)
            _State.translators.append(translator)


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Translated(_Widget):
    """Mixin before QWidget: translates the form again when the language changes.

    The widget keeps its form in `ui`; `retranslate` sets the text that the form does not know.
    """

    ui: Any = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            if self.ui is not None:
                self.ui.retranslateUi(self)
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Sets text that is made in code. Called after every change of language, not at construction."""
