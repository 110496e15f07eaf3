"""A tripwire for PySide6: release 6.12.0 loses references to None and soon aborts Python 3.11."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_without_a_result_give_none_back_whole() -> None:
    qt_object = QObject()
    before = sys.getrefcount(None)

    for _ in range(1000):
        qt_object.blockSignals(False)
        qt_object.setObjectName("")

    assert sys.getrefcount(None) > before - 50
