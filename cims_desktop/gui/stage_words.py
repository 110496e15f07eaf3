"""What long work on the office file does now, by the code that it reports."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

_STAGES: dict[str, str] = {
    "copy": QT_TRANSLATE_NOOP("stages", "Copying the office…"),
    "archive": QT_TRANSLATE_NOOP("stages", "Packing the copy and its keys…"),
    "digest": QT_TRANSLATE_NOOP("stages", "Taking the fingerprint…"),
    "unpack": QT_TRANSLATE_NOOP("stages", "Unpacking the backup…"),
    "check": QT_TRANSLATE_NOOP("stages", "Checking every page and counting the records…"),
    "compare": QT_TRANSLATE_NOOP("stages", "Comparing the copy with the office…"),
    "begin": QT_TRANSLATE_NOOP("stages", "Preparing the new keys…"),
    "keys": QT_TRANSLATE_NOOP("stages", "Sealing sensitive values anew…"),
    "place": QT_TRANSLATE_NOOP("stages", "Putting the new file in its place…"),
    "journal": QT_TRANSLATE_NOOP("stages", "Walking through the journal…"),
    "write": QT_TRANSLATE_NOOP("stages", "Writing the file…"),
    "done": QT_TRANSLATE_NOOP("stages", "Done."),
}
_WORKING = QT_TRANSLATE_NOOP("stages", "Working…")


def stage_word(stage: str) -> str:
    """The stage as a sentence; a plain "Working" for one without words."""
    return QCoreApplication.translate("stages", _STAGES.get(stage, _WORKING))
