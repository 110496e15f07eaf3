"""The value of the new-office form, and which field each problem stands beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from cims_desktop.domain.errors import OfficeFault, Problem
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.gui._gen.ui_new_office_page import Ui_NewOfficePage
from cims_desktop.gui.gate import NewOffice

SUFFIX = ".cims"
PLACE_CODES = frozenset(
    {"network_place", "synced_place", "exists", "read_only", "no_access", "path_too_long"}
)
UNSAFE = set('<>:"/\\|?*')


def default_path(office_name: str) -> Path:
    """Where an office of this name is kept unless the person chooses: never a folder that a cloud synchronises."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(base, "offices", file_name(office_name))


def file_name(office_name: str) -> str:
    """A file name that every system accepts."""
    kept = "".join("-" if letter in UNSAFE or ord(letter) < 32 else letter for letter in office_name.strip())
    return (kept.strip(". ")[:80] or "office") + SUFFIX


def read_form(ui: Ui_NewOfficePage) -> NewOffice:
    """What the form says now."""
    profile = OfficeProfile(
        name=ui.office_name_edit.text().strip(),
        currency=ui.currency_combo.currentData() or "",
        country=ui.country_combo.currentData() or "",
        language=ui.language_combo.currentData() or "en",
        time_zone=ui.time_zone_combo.currentText(),
    )
    return NewOffice(
        path=Path(ui.place_edit.text().strip()).expanduser(),
        profile=profile,
        display_name=ui.display_name_edit.text().strip(),
        sign_in_name=ui.sign_in_name_edit.text().strip(),
        password=ui.password_edit.text(),
    )


def missing(ui: Ui_NewOfficePage) -> list[Problem]:
    """What can be said at once: empty fields, and two passwords that differ."""
    texts = {
        "name": ui.office_name_edit.text(),
        "place": ui.place_edit.text(),
        "display_name": ui.display_name_edit.text(),
        "sign_in_name": ui.sign_in_name_edit.text(),
        "password": ui.password_edit.text(),
    }
    problems = [Problem(field, "required") for field, text in texts.items() if not text.strip()]
    if ui.password_edit.text() != ui.again_edit.text():
        problems.append(Problem("again", "not_the_same"))
    return problems


def is_about_place(error: Exception) -> bool:
    """Whether a fault is about where the office is kept."""
    return isinstance(error, OfficeFault) and error.code in PLACE_CODES
