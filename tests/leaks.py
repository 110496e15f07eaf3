"""Finds what a test left behind: threads, timers, windows, modal dialogs."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass

GRACE_SECONDS = 2.0


@dataclass(frozen=True)
class QtObjects:
    """Identities of the windows and timers that exist at one moment."""

    windows: frozenset[int]
    timers: frozenset[int]


NO_QT_OBJECTS = QtObjects(frozenset(), frozenset())


def qt_is_loaded() -> bool:
    """Whether a QApplication exists; asks without importing Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


def running_threads(before: set[threading.Thread]) -> list[str]:
    """Non-daemon threads that were started since and don't end within the grace time."""
    started = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in started:
        thread.join(GRACE_SECONDS)
    return [f"thread {thread.name}" for thread in started if thread.is_alive()]


def qt_objects() -> QtObjects:
    """The visible windows and the application's running timers."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    timers = application.findChildren(QTimer) if application is not None else []
    return QtObjects(
        frozenset(id_of(window) for window in QApplication.topLevelWidgets() if window.isVisible()),
        frozenset(id_of(timer) for timer in timers if timer.isActive()),
    )


def id_of(qt_object: object) -> int:
    """Address of the C++ object; Python's own wrapper may be made anew for each call."""
    import shiboken6

    return shiboken6.getCppPointer(qt_object)[0]


def left_behind_by_qt(before: QtObjects) -> list[str]:
    """What is there now and was not before; windows are closed and pool threads waited for."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    # What a test handed to deleteLater() goes now, as it would in a running event loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = []
    if not QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000)):
        found.append("a job on the global thread pool")
    modal = QApplication.activeModalWidget()
    if modal is not None and id_of(modal) not in before.windows:
        found.append(f"modal dialog {modal!r}")
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and id_of(window) not in before.windows:
            if window is not modal:
                found.append(f"window {window!r}")
            window.close()
            window.deleteLater()
    if qt_objects().timers - before.timers:
        found.append("a running timer of the application")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return found
