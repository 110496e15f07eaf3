"""Item roles of our own."""

from __future__ import annotations

from PySide6.QtCore import Qt

RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The plain row (a domain value) behind an item, or None while it is being read."""
