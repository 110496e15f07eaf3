"""Renders every page and dialog to PNG files: light and dark, English and Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cims_desktop.domain.users import User
from cims_desktop.gui import theme, translation
from cims_desktop.gui.pages.sign_in import SignInPage
from cims_desktop.gui.sample_dialogs import samples

if TYPE_CHECKING:
    from cims_desktop.gui.pages.administration.page import AdministrationPage
    from cims_desktop.gui.program import Program

TICK_MS = 60
# Charts and lists coalesce their reloads; a picture is taken when nothing has been under way for so long.
QUIET_TICKS = 6
LONGEST_TICKS = 500
SIZE = (1440, 900)
THEMES: tuple[theme.Scheme, ...] = ("light", "dark")

SECTION_NAMES = {"office_rules": "rules", "audit": "journal"}
"""What a section is called in the names of pictures, if not by its id."""

Shot = tuple[str, QWidget]


class Photographer(QObject):
    """Takes one picture after the other, each when its window has come to rest."""

    def __init__(self, program: Program, folder: Path, done: Callable[[], None]) -> None:
        super().__init__(program)
        self._program, self._folder, self._done = program, folder, done
        self._shots = self._all_shots()
        self._shot: Shot | None = None
        self._quiet = self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begins; `done` is called after the last picture."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._timer.start()

    def _tick(self) -> None:
        session = self._program.session
        busy = session is not None and session.desk.jobs.busy
        self._quiet = 0 if busy else self._quiet + 1
        self._waited += 1
        if self._quiet < QUIET_TICKS and self._waited < LONGEST_TICKS:
            return
        self._quiet = self._waited = 0
        if self._shot is not None:
            name, widget = self._shot
            widget.grab().save(str(self._folder / f"{name}.png"))
        self._shot = next(self._shots, None)
        if self._shot is None:
            self._timer.stop()
            self._done()

    def _all_shots(self) -> Iterator[Shot]:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        for code in translation.LANGUAGES:
            for scheme in THEMES:
                translation.set_language(code)
                app.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
                theme.apply(app, scheme, theme.scale())
                ending = f"{'zh' if code == 'zh_CN' else 'en'}-{scheme}"
                for name, widget in self._shots_in_one_look():
                    yield f"{name}_{ending}", widget

    def _shots_in_one_look(self) -> Iterator[Shot]:
        session = self._program.session
        if session is None:
            return
        window = session.window
        window.resize(*SIZE)
        for entry in window.pages.entries:
            window.pages.show(entry.id)
            for name in _faces_of(window.pages.page(entry.id), entry.id):
                yield name, window
                yield from _one_by_one(samples(name, session.desk, window, self._folder))
        yield from _one_by_one(_own_dialogs(session.desk.user, window, self._folder))
        window.lock_keeper.lock()
        yield "lock", window
        window.lock_keeper.unlock()
        yield from self._start_pages()

    def _start_pages(self) -> Iterator[Shot]:
        start = self._program.start_window
        session = self._program.session
        if start is None or session is None:
            return
        start.show_welcome()
        start.show()
        yield "welcome", start
        start.show_new_office()
        yield "new-office", start
        start.show_sign_in(session.office.path)
        yield "sign-in", start
        page = start.stack.currentWidget()
        if isinstance(page, SignInPage):
            page.ask_code(asked=True)
            yield "sign-in-code", start
        start.show_recovery()
        yield "recover", start
        start.hide()


def _faces_of(page: QWidget | None, page_id: str) -> Iterator[str]:
    """The page's name for the picture; of a page with sections each section's, when it is in front."""
    from cims_desktop.gui.pages.administration.page import AdministrationPage

    if not isinstance(page, AdministrationPage):
        yield page_id
        return
    for entry in page.sections.entries:
        page.show_section(entry.id)
        yield f"{page_id}-{SECTION_NAMES.get(entry.id, entry.id)}"
        if entry.id == "roles":
            yield from _copied_role(page, page_id)


def _copied_role(page: AdministrationPage, page_id: str) -> Iterator[str]:
    """The matrix of a role that is being edited; it is given up after the picture."""
    from cims_desktop.gui.pages.administration.roles import RolesSection

    section = page.sections.page("roles")
    if isinstance(section, RolesSection):
        section.ui.copy_button.click()
        yield f"{page_id}-role-edited"
        section.ui.discard_button.click()


def _one_by_one(dialogs: Iterable[Shot]) -> Iterator[Shot]:
    """Shows each dialog until its picture was taken; one that comes again keeps its contents."""
    last: QWidget | None = None
    for name, dialog in dialogs:
        if last is not None and last is not dialog:
            _put_away(last)
        last = dialog
        dialog.show()
        yield f"dialog-{name}", dialog
    if last is not None:
        _put_away(last)


def _put_away(dialog: QWidget) -> None:
    dialog.hide()
    dialog.deleteLater()


def _own_dialogs(user: User, window: QWidget, folder: Path) -> list[Shot]:
    from cims_desktop.gui.dialogs.about import AboutDialog
    from cims_desktop.gui.dialogs.crash import CrashDialog
    from cims_desktop.gui.dialogs.shortcuts import ShortcutsDialog

    return [
        ("shortcuts", ShortcutsDialog(user, window)),
        ("about", AboutDialog(window)),
        ("crash", CrashDialog("", 1, folder, window)),
    ]


def take_all(program: Program, folder: Path, done: Callable[[], None]) -> None:
    """Takes all pictures into `folder`; `sample_dialogs` makes the dialogs."""
    Photographer(program, folder, done).start()
