"""What is asked of the journal: period, person, kind, customer, text; one object reads all the fields."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter
from cims_desktop.domain.users import User
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_administration_audit import Ui_AuditSection
from cims_desktop.gui.audit_words import GROUPS, said
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.administration.audit_customer import AuditCustomer
from cims_desktop.gui.widgets.flow_layout import flow_acts
from cims_desktop.gui.words import act_word

TYPING_MS = 250
DAYS = (None, 0, 6, 29, 364)
"""Of each period in the box how many days it goes back; the last of the box has two days of its own."""
WIDTHS = {"customer_edit": 140, "text_edit": 140, "since_edit": 150, "until_edit": 150}


class AuditFilters(QObject):
    """`changed()`: another filter is wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, ui: Ui_AuditSection, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._ui = desk, ui
        self._people: tuple[User, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self._customer = AuditCustomer(desk, ui.customer_edit, self)
        self._customer.changed.connect(self.changed)
        self._connect()
        theme.notifier().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def wanted(self) -> AuditFilter:
        """The filter as the fields have it."""
        since, until = self._period()
        return AuditFilter(
            since=since, until=until, user_id=self._ui.user_combo.currentData(), kinds=self._kinds(),
            customer_id=self._customer.chosen, text=self._ui.text_edit.text().strip(),
        )  # fmt: skip

    def is_set(self) -> bool:
        """Whether anything narrows the journal."""
        return self.wanted() != AuditFilter()

    def show_people(self, people: Sequence[User]) -> None:
        """Offers these users, whoever they are now."""
        if tuple(people) != self._people:
            self._people = tuple(people)
            self._fill_people()

    def choose_customer(self, customer_id: int, name: str) -> None:
        """Asks for the acts on one customer."""
        self._customer.choose(customer_id, name)

    def choose_user(self, user_id: int) -> None:
        """Asks for the acts of one person."""
        self._ui.user_combo.setCurrentIndex(max(self._ui.user_combo.findData(user_id), 0))
        self._changed_now()

    def clear(self) -> None:
        """Asks for everything again."""
        ui = self._ui
        self._customer.clear()
        for combo in (ui.period_combo, ui.user_combo, ui.kind_combo):
            combo.setCurrentIndex(0)
        ui.text_edit.clear()
        self._period_chosen()

    def retranslate(self) -> None:
        """Words the boxes in the language of the window; what is chosen stays chosen."""
        periods = [
            self.tr("Any time"), self.tr("Today"), self.tr("Last 7 days"), self.tr("Last 30 days"),
            self.tr("Last 12 months"), self.tr("From … to …"),
        ]  # fmt: skip
        _fill(self._ui.period_combo, [(text, position) for position, text in enumerate(periods)])
        kinds: list[tuple[str, object]] = [(self.tr("Everything"), "")]
        kinds += [(said(heading), heading) for heading in GROUPS]
        kinds += [("    " + act_word(kind), kind.value) for kind in ActKind]
        _fill(self._ui.kind_combo, kinds)
        self._fill_people()
        self._show_days()

    def _fill_people(self) -> None:
        ordered = sorted(self._people, key=lambda one: one.display_name.casefold())
        _fill(
            self._ui.user_combo,
            [(self.tr("Everybody"), None), *((one.display_name, one.id) for one in ordered)],
        )

    def _connect(self) -> None:
        ui = self._ui
        ui.period_combo.activated.connect(self._period_chosen)
        ui.clear_button.clicked.connect(self.clear)
        for combo in (ui.user_combo, ui.kind_combo):
            combo.activated.connect(self._changed_now)
        for day in (ui.since_edit, ui.until_edit):
            day.looks_back = True
            day.use_clock(self._desk.today)
            day.edited.connect(self._typing.start)
        ui.text_edit.textEdited.connect(self._typing.start)
        ui.text_edit.textChanged.connect(lambda text: None if text else self._typing.start())

    def _period_chosen(self, _index: int = 0) -> None:
        self._show_days()
        self._changed_now()
        if self._own_days():
            self._ui.since_edit.setFocus()

    def _show_days(self) -> None:
        for day in (self._ui.since_edit, self._ui.until_edit):
            day.setVisible(self._own_days())

    def _own_days(self) -> bool:
        return self._ui.period_combo.currentIndex() == len(DAYS)

    def _period(self) -> tuple[date | None, date | None]:
        if self._own_days():
            return self._ui.since_edit.readable(), self._ui.until_edit.readable()
        back = DAYS[max(self._ui.period_combo.currentIndex(), 0)]
        return (None, None) if back is None else (self._desk.today() - timedelta(days=back), None)

    def _kinds(self) -> frozenset[ActKind]:
        chosen = str(self._ui.kind_combo.currentData() or "")
        if chosen in GROUPS:
            return frozenset(GROUPS[chosen])
        return frozenset({ActKind(chosen)}) if chosen else frozenset()

    def _changed_now(self, _index: int = 0) -> None:
        self._typing.stop()
        self.changed.emit()

    def _fit(self) -> None:
        for name, width in WIDTHS.items():
            getattr(self._ui, name).setFixedWidth(theme.px(width))


def flow(box: QWidget) -> None:
    """Lets what stands in `box`, in the order of its form, go on in the next line."""
    children = box.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    flow_acts(box, children)


def _fill(combo: QComboBox, rows: Sequence[tuple[str, object]]) -> None:
    chosen = combo.currentData()
    combo.clear()
    for text, data in rows:
        combo.addItem(text, data)
    found = next((at for at, (_text, data) in enumerate(rows) if data == chosen), 0)
    combo.setCurrentIndex(found)
