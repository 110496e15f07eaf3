"""What pages ask for that is no page: the import wizard, and the export of all customers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from cims_desktop.gui.dialogs.import_wizard import ImportWizard

IMPORT_PAGE = "import"
"""The name under which pages ask for the wizard as if it were a page."""


class Errands(QObject):
    """Listens to the desk's routes and opens dialogs over `window`."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        desk.routes.import_requested.connect(self.open_import)
        desk.routes.export_requested.connect(self.export_customers)
        desk.routes.page_requested.connect(self._page_asked)

    def open_import(self) -> None:
        """Opens the import wizard for those who may import."""
        if self._desk.may(Permission.IMPORT):
            self._open_wizard()

    def resume_import(self, payload: Mapping[str, Any]) -> bool:
        """Opens the wizard with the file and choices of a draft."""
        from cims_desktop.gui.dialogs import import_wizard

        import_wizard.resume_import(self._open_wizard(), payload)
        return True

    def _open_wizard(self) -> ImportWizard:
        from cims_desktop.gui.dialogs.import_wizard import ImportWizard

        wizard = ImportWizard(self._desk, self._window)
        wizard.finished.connect(wizard.deleteLater)
        wizard.open()
        return wizard

    def export_customers(self) -> None:
        """Asks for columns and a file, then writes every customer."""
        office, user, everybody = self._desk.office, self._desk.user, CustomerQuery()
        if self._desk.may(Permission.EXPORT):
            self._desk.read(
                lambda: office.customers.count(everybody, by=user), self._begin_export, owner=self
            )

    def _begin_export(self, count: int) -> None:
        from cims_desktop.gui.models.customer_columns import Column
        from cims_desktop.gui.pages.customers.list_export import ListExport

        export = ListExport(self._desk, self._window)
        export.begin(CustomerQuery(), count, tuple(Column))

    def _page_asked(self, page: str) -> None:
        if page == IMPORT_PAGE:
            self.open_import()
