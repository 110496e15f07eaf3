"""Collects what of the customer list goes into an Excel file. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.gui._gen.ui_customers_export import Ui_CustomersExport
from cims_desktop.gui.dialogs.columns import fill_columns, ticked_columns
from cims_desktop.gui.forms import size_dialog
from cims_desktop.gui.models.customer_columns import SORT, Column, title
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import kind_word, status_word, tier_word


def export_words() -> dict[str, str]:
    """The export's column titles, sheet name and words for codes, in the language of the window."""
    words = {SORT[column].value: title(column) for column in Column}
    words["sheet"] = QCoreApplication.translate("ExportListDialog", "Customers")
    words["kind"] = QCoreApplication.translate("ExportListDialog", "Kind")
    words |= {f"kind.{kind.value}": kind_word(kind) for kind in CustomerKind}
    words |= {f"status.{status.value}": status_word(status) for status in CustomerStatus}
    words |= {f"tier.{tier.value}": tier_word(tier) for tier in Tier}
    return words


class ExportListDialog(Translated, QDialog):
    """`columns()` are the export's column names in order, once the dialog was accepted; none of `withheld`."""

    def __init__(
        self,
        count: int,
        shown: tuple[Column, ...],
        parent: QWidget | None = None,
        withheld: frozenset[Column] = frozenset(),
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._offered = tuple(column for column in Column if column not in withheld)
        self._shown = tuple(column for column in shown if column in self._offered)
        self.ui = Ui_CustomersExport()
        self.ui.setupUi(self)
        size_dialog(self, 420, 520)
        self.ui.shown_button.clicked.connect(lambda: self._tick(self._shown))
        self.ui.all_button.clicked.connect(lambda: self._tick(self._offered))
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.save_button.clicked.connect(self.accept)
        self._tick((Column.NUMBER, *(column for column in self._shown if column is not Column.NUMBER)))
        self.retranslate()

    def columns(self) -> tuple[str, ...]:
        """Names of the chosen columns."""
        return tuple(SORT[column].value for column in ticked_columns(self.ui.columns_list))

    def retranslate(self) -> None:
        text = self.tr("%Ln customer(s) of the list, with its filter and order", "", self._count)
        self.ui.what_label.setText(text)

    def _tick(self, columns: tuple[Column, ...]) -> None:
        others = [column for column in self._offered if column not in columns]
        fill_columns(self.ui.columns_list, [*columns, *others], columns)
