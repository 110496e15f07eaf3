"""The program from its start to its end: start window, sessions, crashes, other starts."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtWidgets import QApplication, QWidget

from cims_desktop.gui import look, theme, translation
from cims_desktop.gui.crash import CrashWatch
from cims_desktop.gui.gate import DEMO_CUSTOMERS, DemoWish, Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.places import data_folder, log_folder
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.single_instance import SingleInstance
from cims_desktop.gui.start_window import StartWindow

if TYPE_CHECKING:
    from cims_desktop.gui.session import Session
    from cims_desktop.services.office import OpenOffice


@dataclass(frozen=True)
class Options:
    """What the window was started with. `own_window`: beside a window that may be open already."""

    office: Path | None = None
    own_window: bool = False
    demo: bool = False
    customers: int = DEMO_CUSTOMERS
    seed: int = 1
    screenshots: Path | None = None
    language: str = ""
    scheme: str = ""


class Program(QObject):
    """Leads from window to window. A context manager, so that nothing is left behind however it ends."""

    def __init__(
        self, app: QApplication, options: Options, gate: Gate | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(app)
        self._app, self._options = app, options
        self.settings = settings or Settings()
        self.gate = gate or Gate()
        self.crash_watch = CrashWatch(self)
        self.jobs = JobRunner(parent=self)
        self.session: Session | None = None
        self.start_window: StartWindow | None = None
        self._instance = SingleInstance(data_folder(), self)

    def __enter__(self) -> Self:
        self.crash_watch.install(log_folder())
        self.crash_watch.failed.connect(self._crashed, Qt.ConnectionType.QueuedConnection)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_session()
        self.jobs.close()
        self.gate.forget_demo()
        self.settings.sync()
        self._instance.release()
        self.crash_watch.uninstall()

    def start(self) -> bool:
        """Shows the first window. False when a window is open already and was brought to the front."""
        if not self._options.own_window and not self._instance.acquire(str(self._options.office or "")):
            return False
        self._instance.called.connect(self._called)
        self._app.commitDataRequest.connect(self._session_of_computer_ends)
        self._dress()
        window = self.start_window = StartWindow(self.gate, self.jobs, self.settings)
        window.office_opened.connect(self.open_session)
        window.closed.connect(self._app.quit)
        window.painted.connect(self._painted, Qt.ConnectionType.QueuedConnection)
        if self._options.demo:
            wish = DemoWish(self._options.customers, self._options.seed, translation.language())
            window.show_demo(wish)
        else:
            window.begin(self._first_office())
        window.show()
        return True

    def open_session(self, office: OpenOffice) -> None:
        """Somebody is in: the main window takes over from the start window."""
        from cims_desktop.gui.session import Session

        if not office.profile.demo:
            self.settings.remember_office(str(office.path))
        self.session = Session(office, self.settings)
        self.session.signed_out.connect(self._signed_out)
        self.session.closed.connect(self._app.quit)
        other = self.session.desk.routes.office_requested
        other.connect(self._open_other, Qt.ConnectionType.QueuedConnection)
        self.session.begin("dashboard" if office.profile.demo else "")
        if self.start_window is not None:
            self.start_window.hide()
        if self._options.screenshots is not None:
            from cims_desktop.gui.screenshots import take_all

            take_all(self, self._options.screenshots, self._app.quit)

    def _dress(self) -> None:
        chosen = self._options
        look.put_in_force(self._app, self.settings)
        if chosen.language:
            translation.set_language(translation.known_language(chosen.language))
        if chosen.scheme:
            theme.apply(self._app, look.known_scheme(chosen.scheme), theme.scale())
        theme.follow_system(self._app)

    def _first_office(self) -> Path | None:
        if self._options.office is not None:
            return self._options.office
        recent = self.settings.recent_offices()
        return Path(recent[0]) if recent else None

    def _painted(self) -> None:
        """The window is on the screen: now there is time for what the next one needs."""
        from cims_desktop.gui.focus_ring import FocusRing
        from cims_desktop.services import logs

        FocusRing(self._app)
        if not self._options.own_window:
            self._instance.listen()
        logs.configure(log_folder())
        threading.Thread(target=_import_slow_modules, name="cims-warm-up", daemon=True).start()

    def _signed_out(self) -> None:
        session = self.session
        path = None if session is None or session.office.profile.demo else session.office.path
        farewell = "" if session is None else session.farewell
        self._end_session()
        if self.start_window is not None:
            self.start_window.begin(path)
            self.start_window.say(farewell)
            self.start_window.show()

    def _open_other(self, path: Path) -> None:
        """Another office is wanted, unless unsaved changes hold the person in this one."""
        if self.session is not None:
            self.session.window.sign_out()
        if self.session is None and self.start_window is not None:
            self.start_window.begin(path)

    def _end_session(self) -> None:
        session, self.session = self.session, None
        if session is not None:
            session.end()

    def _called(self, path: str) -> None:
        """The program was started again: this window comes to the front."""
        window = self._window()
        if path and self.session is None and self.start_window is not None:
            self.start_window.begin(Path(path))
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _window(self) -> QWidget:
        if self.session is not None:
            return self.session.front
        if self.start_window is None:
            raise RuntimeError("the program has not been started")
        return self.start_window

    def _session_of_computer_ends(self) -> None:
        if self.session is not None:
            self.session.keep_drafts()

    def _crashed(self, details: str) -> None:
        """Keeps what was typed, then lets the person go on or restart."""
        from cims_desktop.gui.dialogs.crash import CrashDialog

        if self._options.screenshots is not None:
            # Nobody is there to answer; whoever asked for the pictures learns it from the exit status.
            self._app.exit(1)
            return
        drafts = self.session.keep_drafts() if self.session is not None else 0
        dialog = CrashDialog(details, drafts, log_folder(), self._app.activeWindow())
        dialog.finished.connect(lambda: self._crash_seen(dialog))
        dialog.open()

    def _crash_seen(self, dialog: QWidget) -> None:
        restart = bool(getattr(dialog, "wants_restart", False))
        dialog.deleteLater()
        self.crash_watch.acknowledge()
        if restart:
            self._instance.release()
            QProcess.startDetached(sys.executable, restart_arguments())
            self._app.quit()


def restart_arguments() -> list[str]:
    """What starts this program again; a frozen program is its own executable."""
    return sys.argv[1:] if getattr(sys, "frozen", False) else ["-m", "cims_desktop", *sys.argv[1:]]


def _import_slow_modules() -> None:
    """On a thread of its own. Only modules without Qt: its classes belong to the GUI thread."""
    import importlib

    importlib.import_module("cims_desktop.services.entrance")
    importlib.import_module("matplotlib.figure")
