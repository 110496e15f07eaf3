"""Writing files for people: lists, reports and refused rows. Each appears complete or not at all."""

from cims_desktop.exchange.writing.files import WrittenFile
from cims_desktop.exchange.writing.list_xlsx import Column, ColumnType, write_list_xlsx
from cims_desktop.exchange.writing.rejects import reject_headers, write_rejects_csv
from cims_desktop.exchange.writing.sales_report import (
    ReportWords,
    write_sales_report,
)

__all__ = [
    "Column",
    "ColumnType",
    "ReportWords",
    "WrittenFile",
    "reject_headers",
    "write_list_xlsx",
    "write_rejects_csv",
    "write_sales_report",
]
