"""Every dialog of the pages with sample contents, for the screenshots. Nothing is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.contacts import ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, Tier
from cims_desktop.domain.purchases import Product, Purchase, PurchaseLine, priced
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.domain.timeline import FollowUp

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk

Sample = tuple[str, QWidget]
TABLE = """Name,Mobile,E-mail,City,Birthday
Ada Lovelace,+86 138 0013 8000,ada@example.com,Shanghai,1985-12-10
王小明,13900139000,wang@example.com,上海市,1990-04-03
Grace Hopper,12,grace@example.com,Hangzhou,1978-02-31
"""


def samples(page: str, desk: Desk, window: QWidget, folder: Path) -> Iterator[Sample]:
    """The dialogs that belong to the page with this id, one after the other; each is the caller's to show."""
    from cims_desktop.gui import sample_safety

    makers: dict[str, tuple[Callable[[Desk, QWidget], Iterator[Sample]], ...]] = {
        "customers": (_customers, sample_safety.person_samples),
        "follow_ups": (_follow_ups,),
        "products": (_products,),
        "dashboard": (_dashboard,),
        "settings": (sample_safety.own_samples,),
        "administration-users": (sample_safety.user_samples,),
        "administration-rules": (sample_safety.rule_samples,),
        "administration-journal": (sample_safety.journal_samples,),
        "administration-keys": (sample_safety.key_samples,),
    }
    for maker in makers.get(page, ()):
        yield from maker(desk, window)
    if page == "reports":
        yield from _import_steps(desk, window, folder)
    if page == "administration-backups":
        yield from sample_safety.backup_samples(desk, window, folder)


def _customers(desk: Desk, window: QWidget) -> Iterator[Sample]:
    from cims_desktop.gui.dialogs.columns import ColumnsPopover
    from cims_desktop.gui.dialogs.export_list import ExportListDialog
    from cims_desktop.gui.dialogs.filter import FilterPopover
    from cims_desktop.gui.dialogs.new_customer import NewCustomerDialog
    from cims_desktop.gui.dialogs.purchase import PurchaseDialog
    from cims_desktop.gui.dialogs.refund import RefundDialog
    from cims_desktop.gui.widgets.column_layout import ColumnLayout

    new = Customer("Ada Lovelace", contacts=(ContactPoint(ContactKind.MOBILE, "12", primary=True),))
    form = NewCustomerDialog(new, desk.office.profile.country, desk.office.customers.examine, window)
    yield "new-customer", form
    sold = _purchase(desk)
    buying = PurchaseDialog(1, desk.currency, desk.today(), lambda _text, answer: answer(()), window)
    buying.fill(sold)
    yield "purchase", buying
    yield "refund", RefundDialog(sold, {0: 1000}, window)
    yield "export", ExportListDialog(1234, ColumnLayout().shown, window)
    columns = ColumnsPopover(window)
    columns.show_layout(ColumnLayout())
    yield "columns", columns
    narrowing = FilterPopover(desk.currency, desk.today, window)
    narrowing.show_query(CustomerQuery(), ())
    yield "filter", narrowing


def _purchase(desk: Desk) -> Purchase:
    lines = (PurchaseLine("Jasmine tea 100 g", 2000, 4800), PurchaseLine("Porcelain tea set", 1000, 68300))
    return priced(
        Purchase(1, desk.today(), desk.currency, lines, number="P000042", note="Wrapped as a present", id=1)
    )


def _follow_ups(desk: Desk, window: QWidget) -> Iterator[Sample]:
    from cims_desktop.gui.dialogs.log_call import LogCallDialog
    from cims_desktop.gui.dialogs.pick_day import PickDayDialog

    waiting = FollowUp(1, "C000042", "Ada Lovelace", "+8613800138000", Tier.GOLD, desk.today())
    yield "log-call", LogCallDialog(desk, waiting, window)
    yield "pick-day", PickDayDialog(desk.today(), window)


def _products(desk: Desk, window: QWidget) -> Iterator[Sample]:
    from cims_desktop.gui.dialogs.product import ProductDialog

    tea = Product("Jasmine tea 100 g", sku="TEA-001", category="Tea", price=4800, id=1)
    yield "product", ProductDialog(desk.currency, ("Tea", "Books"), tea, window)


def _dashboard(desk: Desk, window: QWidget) -> Iterator[Sample]:
    from cims_desktop.gui.dialogs.activity import ActivityDialog

    yield "activity", ActivityDialog(desk, window)


def _import_steps(desk: Desk, window: QWidget, folder: Path) -> Iterator[Sample]:
    """The wizard up to the last step that writes nothing; each step rests before the next one begins."""
    from cims_desktop.gui.dialogs.import_wizard import CHECK, FILE, ImportWizard
    from cims_desktop.gui.importing.file_page import FilePage

    table = folder / "sample-import.csv"
    table.write_text(TABLE, encoding="utf-8")
    wizard = ImportWizard(desk, window, ask_file=lambda _parent, _folder: table)
    yield "import-1", wizard
    first = wizard.pages[FILE]
    if isinstance(first, FilePage):
        first.choose()
    yield "import-2", wizard
    for step in range(FILE + 1, CHECK + 1):
        wizard.ui.next_button.click()
        yield f"import-{step + 2}", wizard
    wizard.draft.path = None  # There is nothing to lose, so closing doesn't ask.
    wizard.close()
    table.unlink(missing_ok=True)
