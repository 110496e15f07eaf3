"""What the dashboard asks the office for, off the GUI thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cims_desktop.domain.dates import Month
from cims_desktop.domain.figures import Dashboard
from cims_desktop.domain.queries import CustomerQuery, CustomerSort
from cims_desktop.domain.users import User

if TYPE_CHECKING:
    from cims_desktop.services.office import OpenOffice


def dashboard_with_sales(office: OpenOffice, months: int, by: User) -> Dashboard:
    """The dashboard; when all its months are empty because the purchases are older (an import of old files), the
    chart covers the `months` months up to the newest purchase instead.
    """
    board = office.reports.dashboard(months, by=by)
    if any(one.orders or one.revenue for one in board.sales):
        return board
    newest_first = CustomerQuery(sort=CustomerSort.LAST_PURCHASE, descending=True)
    rows = office.customers.first_rows(newest_first, 1, by=by)
    if not rows or rows[0].last_purchase is None:
        return board
    last = Month.of(rows[0].last_purchase)
    return replace(board, sales=office.reports.months(last.plus(1 - months), last, by=by))
