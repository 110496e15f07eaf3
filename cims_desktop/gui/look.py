"""Language, theme and text size as chosen at this desk: read from the settings and put in force."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cims_desktop.gui import theme, translation
from cims_desktop.gui.settings import LANGUAGE, SCHEME, TEXT_SCALE, Settings

SCHEMES: tuple[theme.Scheme, ...] = ("system", "light", "dark")


def put_in_force(app: QApplication, settings: Settings) -> None:
    """Applies what the settings say."""
    translation.set_language(translation.known_language(settings.get(LANGUAGE)))
    theme.apply(app, known_scheme(settings.get(SCHEME)), settings.get(TEXT_SCALE))


def known_scheme(value: str) -> theme.Scheme:
    """`value` if it is a scheme, else "system"."""
    return next((scheme for scheme in SCHEMES if scheme == value), "system")


def choose_language(settings: Settings, code: translation.Language) -> None:
    """Switches the language and remembers it."""
    settings.set(LANGUAGE, code)
    translation.set_language(code)


def choose_scheme(settings: Settings, scheme: theme.Scheme) -> None:
    """Switches between system, light and dark and remembers it."""
    settings.set(SCHEME, scheme)
    theme.apply(_application(), scheme, theme.scale())


def choose_scale(settings: Settings, scale: float) -> None:
    """Sets the text size (1.0 to 2.0) and remembers it."""
    settings.set(TEXT_SCALE, scale)
    theme.apply(_application(), theme.scheme(), scale)


def toggle_dark(settings: Settings) -> None:
    """Light becomes dark and dark light, whatever it came from."""
    choose_scheme(settings, "light" if theme.tokens().dark else "dark")


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application to dress")
    return app
