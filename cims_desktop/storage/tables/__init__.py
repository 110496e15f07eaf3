"""The one schema, as SQLAlchemy Core tables: one module per group of nouns."""

from cims_desktop.storage.tables import customers, history, people, sales, work
from cims_desktop.storage.tables.base import CustomerRule, metadata

__all__ = ["CustomerRule", "customers", "history", "metadata", "people", "sales", "work"]
