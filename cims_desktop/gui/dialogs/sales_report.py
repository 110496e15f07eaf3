"""Saving the sales report: where to, and in which words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from cims_desktop.domain.dates import Month
from cims_desktop.exchange.writing.sales_report import ReportWords
from cims_desktop.gui.settings import LAST_FOLDER, Settings


def ask_report_path(parent: QWidget, settings: Settings, first: Month, last: Month) -> Path | None:
    """Asks where to save the workbook, beginning in the folder used last; None when the person changed their mind."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(settings.get(LAST_FOLDER) or documents)
    name = QCoreApplication.translate("sales_report", "Sales report").replace(" ", "-")
    chosen, _filter = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("sales_report", "Save the sales report"),
        str(folder / f"{name}-{first}-{last}.xlsx"),
        QCoreApplication.translate("sales_report", "Excel workbook (*.xlsx)"),
    )
    if not chosen:
        return None
    path = Path(chosen)
    path = path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")
    settings.set(LAST_FOLDER, str(path.parent))
    return path


def report_words() -> ReportWords:
    """Every word of the workbook in the language of the window."""
    return ReportWords(
        title=QCoreApplication.translate("sales_report", "Sales report"),
        months=QCoreApplication.translate("sales_report", "Months"),
        month=QCoreApplication.translate("sales_report", "Month"),
        orders=QCoreApplication.translate("sales_report", "Purchases"),
        revenue=QCoreApplication.translate("sales_report", "Sales"),
        customers=QCoreApplication.translate("sales_report", "Customers"),
        refunds=QCoreApplication.translate("sales_report", "Refunds"),
        total=QCoreApplication.translate("sales_report", "Total"),
        categories=QCoreApplication.translate("sales_report", "Categories"),
        category=QCoreApplication.translate("sales_report", "Category"),
        products=QCoreApplication.translate("sales_report", "Top products"),
        product=QCoreApplication.translate("sales_report", "Product"),
        quantity=QCoreApplication.translate("sales_report", "Quantity"),
        best_customers=QCoreApplication.translate("sales_report", "Top customers"),
        customer=QCoreApplication.translate("sales_report", "Customer"),
        share=QCoreApplication.translate("sales_report", "Share"),
        without_a_category=QCoreApplication.translate("sales_report", "Without a category"),
    )
