"""The head of the detail pane: who it is, and four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind
from cims_desktop.domain.customers import Customer
from cims_desktop.gui import format as text_format
from cims_desktop.gui import theme
from cims_desktop.gui.counter_mode import covered, is_on
from cims_desktop.gui.delegates.row_style import one_line
from cims_desktop.gui.models.customer_columns import score_text
from cims_desktop.gui.widgets.pill import TIER_PILLS
from cims_desktop.gui.words import erased_word, tier_word

if TYPE_CHECKING:
    from cims_desktop.domain.contacts import ContactPoint

NOTHING = "—"


def show_head(ui: Any, customer: Customer, currency: str) -> None:
    """Fills name, number, company, city, tier, the buttons and the figures."""
    show_figures(ui, customer, currency)
    name = one_line(customer.name) or erased_word()
    ui.avatar.set_name(name)
    ui.name_label.setText(name)
    city = customer.address.city if customer.address else ""
    parts = (customer.number, customer.organisation, covered(city))
    ui.subtitle_label.setText(" · ".join(one_line(part) for part in parts if part))
    ui.tier_pill.set_pill(TIER_PILLS.get(customer.tier, "silver"), tier_word(customer.tier))
    for button, point in ((ui.call_button, customer.phone), (ui.mail_button, customer.email)):
        button.setEnabled(point is not None and not is_on())  # another program would show what is hidden here


def show_figures(ui: Any, customer: Customer, currency: str) -> None:
    """Fills lifetime spend, purchases, last purchase and satisfaction."""
    summary = customer.summary
    ui.spent_value.setText(covered(text_format.money(summary.total_spent, currency, cents=False)))
    ui.purchases_value.setText(text_format.number(summary.purchases))
    ui.last_value.setText(text_format.day(summary.last_purchase) or NOTHING)
    ui.satisfaction_value.setText(score_text(summary.last_satisfaction) or NOTHING)
    for value in (ui.spent_value, ui.last_value):
        # A figure that is cut short is worse than a narrow gap; very large amounts still end in an ellipsis.
        wide = value.fontMetrics().horizontalAdvance(value.text()) + 2
        value.setMinimumWidth(min(wide, theme.px(130)))


def call(customer: Customer | None) -> None:
    """Hands the first phone number to the desktop's telephone program."""
    _open("tel", customer.primary(*PHONE_KINDS) if customer else None)


def write_mail(customer: Customer | None) -> None:
    """Hands the first mail address to the desktop's mail program."""
    _open("mailto", customer.primary(ContactKind.EMAIL) if customer else None)


def _open(scheme: str, point: ContactPoint | None) -> None:
    if point is not None:
        url = QUrl()
        url.setScheme(scheme)
        url.setPath(point.normal or point.value)
        QDesktopServices.openUrl(url)
