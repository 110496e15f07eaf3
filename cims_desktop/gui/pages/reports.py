"""Reports: the sales report between two months, on screen and as an Excel workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.dates import Month
from cims_desktop.domain.figures import SalesReport
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_reports_page import Ui_ReportsPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.sales_report import ask_report_path
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.models.text_table_model import TextTableModel
from cims_desktop.gui.pages.dashboard_figures import currencies_note, whole_money
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.pages.report_saving import ReportSaving
from cims_desktop.gui.pages.report_tables import all_tables
from cims_desktop.gui.pages.sales_readings import month_chart
from cims_desktop.gui.rights import explain
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.widgets.chart_canvas import dress_figure_table
from cims_desktop.gui.widgets.skeleton_cover import SkeletonCover

NARROW = 900
MARGINS = 100
"""Left and right of what stands in the bar, with the scroll bar."""
HEAD = 46
THROTTLE_MS = 250
Chooser = Callable[[QWidget, Settings, Month, Month], Path | None]


class ReportsPage(LivePage):
    """Sales by month, category, product and customer. `import_wanted()`, `export_wanted()`: so does the person."""

    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_ReportsPage()
        self.ui.setupUi(self)
        apply_icons(self)
        self.choose_file: Chooser = ask_report_path
        self._report: SalesReport | None = None
        self._typing = QTimer(self, singleShot=True, interval=THROTTLE_MS)
        self._typing.timeout.connect(self.reload)
        self.saving = ReportSaving(desk, self.ui, self)
        self._tables = (
            self.ui.months_table,
            self.ui.categories_table,
            self.ui.products_table,
            self.ui.customers_table,
        )
        self._cards = (
            self.ui.categories_card,
            self.ui.products_card,
            self.ui.customers_card,
            self.ui.months_card,
        )
        self._models = tuple(TextTableModel(self) for _table in self._tables)
        self._covers = [SkeletonCover(card, HEAD) for card in self._cards]
        self._set_up()
        theme.notifier().changed.connect(self._arrange_bar)
        self._choose_period(*self._last_year())
        self.ui.empty_state.hide()
        self.retranslate()

    def title(self) -> str:
        """The page's name in the window's title bar and navigation."""
        return self.tr("Reports")

    def fetch(self) -> None:
        office, user, (first, last) = self.desk.office, self.desk.user, self.period()
        self.running = self.desk.read(
            lambda: office.reports.sales(first, last, by=user), self._show, owner=self, failed=self.failed
        )

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or bool(changes.purchases or changes.products or changes.customers)

    def period(self) -> tuple[Month, Month]:
        """The first and the last month of the report."""
        return _month(self.ui.first_edit.date()), _month(self.ui.last_edit.date())

    def retranslate(self) -> None:
        self.ui.empty_state.set_state(
            "report", self.tr("No purchases in these months"),
            self.tr("Choose other months above, record a purchase, or import a file."),
            self.tr("Import a file…") if self.desk.may(Permission.IMPORT) else "",
        )  # fmt: skip
        self._arrange_bar()
        explain(self.ui.import_button, Permission.IMPORT, self.desk.user)
        explain(self.ui.export_button, Permission.EXPORT, self.desk.user)
        if self._report is not None:
            self._fill(self._report)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now do the buttons have their style, and with it their width.
        self._arrange_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_bar()
        narrow = event.size().width() < theme.px(NARROW)
        for index, card in enumerate(self._cards):
            self.ui.tables_layout.addWidget(card, index if narrow else index // 2, 0 if narrow else index % 2)
        self.ui.tables_layout.setColumnStretch(0, 1)
        self.ui.tables_layout.setColumnStretch(1, 0 if narrow else 1)

    def _arrange_bar(self) -> None:
        """Months and acts beside each other where their words fit, in this language and text size."""
        bar, needed = self.ui.bar_layout, 0
        for at in range(bar.count()):
            needed += bar.itemAt(at).minimumSize().width() + bar.spacing()
        tight = needed > self.width() - theme.px(MARGINS)
        bar.setDirection(QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight)

    def _set_up(self) -> None:
        for table, model in zip(self._tables, self._models, strict=True):
            table.setModel(model)
            dress_figure_table(table)
        self.ui.customers_table.activated.connect(self._open_customer)
        counter_mode.mark(self.ui.customers_table)
        self.ui.sales_chart.attach(self.desk.jobs)
        self.ui.table_button.toggled.connect(self.ui.sales_chart.set_as_table)
        for edit in (self.ui.first_edit, self.ui.last_edit):
            edit.dateChanged.connect(self._months_typed)
        self.ui.this_year_button.clicked.connect(lambda: self._choose(*self._this_year()))
        self.ui.last_year_button.clicked.connect(lambda: self._choose(*self._year_before()))
        self.ui.year_button.clicked.connect(lambda: self._choose(*self._last_year()))
        self.ui.save_button.clicked.connect(self._save)
        self.ui.import_button.clicked.connect(self.import_wanted)
        self.ui.export_button.clicked.connect(self.export_wanted)
        self.ui.empty_state.acted.connect(self.import_wanted)
        self.import_wanted.connect(self.desk.routes.import_requested)
        self.export_wanted.connect(self.desk.routes.export_requested)

    def _last_year(self) -> tuple[Month, Month]:
        now = Month.of(self.desk.today())
        return now.plus(-11), now

    def _this_year(self) -> tuple[Month, Month]:
        now = Month.of(self.desk.today())
        return Month(now.year, 1), now

    def _year_before(self) -> tuple[Month, Month]:
        year = self.desk.today().year - 1
        return Month(year, 1), Month(year, 12)

    def _choose(self, first: Month, last: Month) -> None:
        self._choose_period(first, last)
        self.reload()

    def _choose_period(self, first: Month, last: Month) -> None:
        for edit, month in ((self.ui.first_edit, first), (self.ui.last_edit, last)):
            edit.blockSignals(True)
            edit.setDate(QDate(month.year, month.month, 1))
            edit.blockSignals(False)

    def _months_typed(self) -> None:
        """Keeps the months in order: the one that was typed moves the other."""
        first, last = self.period()
        if first > last:
            typed = last if self.sender() is self.ui.last_edit else first
            self._choose_period(typed, typed)
        for button in (self.ui.this_year_button, self.ui.last_year_button, self.ui.year_button):
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
        self._typing.start()

    def _show(self, report: SalesReport) -> None:
        self._report = report
        for cover in self._covers:
            cover.hide()
        self._fill(report)

    def _fill(self, report: SalesReport) -> None:
        orders = sum(one.orders for one in report.months)
        something = bool(orders or report.revenue)
        self.ui.report_box.setVisible(something)
        self.ui.empty_state.setVisible(not something)
        savable = something and not self.saving.running
        explain(self.ui.save_button, Permission.EXPORT, self.desk.user, enabled=savable)
        total = whole_money(report.revenue, report.currency)
        purchases = self.tr("%Ln purchase(s)", "", orders)
        buyers = self.tr("%Ln customer(s)", "", report.buyers or 0)
        self.ui.total_label.setText(f"{total} · {purchases} · {buyers}")
        self.ui.currencies_label.setText(currencies_note(report.other_currencies))
        self.ui.currencies_label.setVisible(bool(report.other_currencies))
        self.ui.sales_chart.show_chart(
            month_chart(self.tr("Sales by month"), report.months, report.currency, customers=True)
        )
        for model, (headers, rows) in zip(self._models, all_tables(report), strict=True):
            model.show_rows(headers, rows)

    def _save(self) -> None:
        if counter_mode.is_on():
            self.desk.notices.inform(counter_mode.refusal())
            return
        first, last = self.period()
        path = self.choose_file(self, self.desk.settings, first, last)
        if path is not None:
            self.saving.start(first, last, path)

    def _open_customer(self, index: QModelIndex) -> None:
        customer = index.data(RECORD_ROLE)
        if isinstance(customer, int):
            self.desk.routes.customer_requested.emit(customer)


def _month(value: QDate) -> Month:
    return Month.of(date(value.year(), value.month(), 1))
