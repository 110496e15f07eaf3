"""Faults nobody foresaw: every way they can arrive ends in the log and in one signal for the crash dialog."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger("cims_desktop.crash")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashWatch(QObject):
    """`failed(str)`: something failed that nobody foresaw; the text has type and places, never values.

    While a failure is not acknowledged further ones are only logged: a paintEvent that fails would else open a
    dialog per frame.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending = False
        self._native: TextIOWrapper | None = None

    def install(self, folder: Path) -> None:
        """Takes over all hooks; native crashes are written to ``crash.log`` in `folder`."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "crash.log"
        path.touch(mode=0o600)
        with contextlib.suppress(OSError):  # of an older version, open to others
            path.chmod(0o600)
        self._native = path.open("a", encoding="utf-8", buffering=1)
        faulthandler.enable(self._native, all_threads=True)
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread
        sys.unraisablehook = self._unraisable
        qInstallMessageHandler(_qt_message)

    def uninstall(self) -> None:
        """Gives the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        # The stub does not say that None restores Qt's own handler.
        restore: Callable[[None], object] = qInstallMessageHandler
        restore(None)
        faulthandler.disable()
        if self._native is not None:
            self._native.close()

    def acknowledge(self) -> None:
        """The person has seen it: the next failure may be shown."""
        self._pending = False

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The exception hook: slots, overrides of virtual methods and jobs end here, in any thread."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unhandled", exc_info=(kind, error, trace))
        if not self._pending:
            self._pending = True
            self.failed.emit(places_of(kind, trace))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        error = args.exc_value
        if error is not None:
            _log.error("unraisable", exc_info=(type(error), error, args.exc_traceback))


def places_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The exception's type and the places it went through; no message, which may hold what somebody typed."""
    lines = [
        f"{Path(frame.f_code.co_filename).name}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]
    return "\n".join([kind.__name__, *lines])


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own messages go to the log; the formatter withholds foreign text that may hold values."""
    category = str(getattr(context, "category", None) or "default")
    logging.getLogger(f"qt.{category}").log(LEVELS.get(kind, logging.WARNING), "%s", message)
