"""The Customers page and its parts."""

from cims_desktop.gui.pages.customers.page import CustomersPage

__all__ = ["CustomersPage"]
