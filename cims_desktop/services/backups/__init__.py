"""Backups of an office and restoring from them."""

from __future__ import annotations

from cims_desktop.services.backups.book import Backups, before_rotation
from cims_desktop.services.backups.migrating import BeforeMigration
from cims_desktop.services.backups.places import default_folder
from cims_desktop.services.backups.restoring import Restorer

__all__ = ["Backups", "BeforeMigration", "Restorer", "before_rotation", "default_folder"]
