"""A purchase or refund that is being typed as a draft's payload (plain JSON values) and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit

from cims_desktop.domain.purchases import Purchase, PurchaseLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from cims_desktop.gui.dialogs.purchase import PurchaseDialog
    from cims_desktop.gui.dialogs.refund import RefundDialog

PURCHASE, REFUND = "purchase", "refund"
_LINE = ("description", "quantity", "unit_price", "product_id")


def purchase_payload(dialog: PurchaseDialog) -> dict[str, object] | None:
    """What is typed in the dialog, the open cell too; None: nothing."""
    typed = dialog.purchase()
    lines = dialog.lines.lines_with(*_open_cell(dialog.ui.lines_table))
    if not (lines or typed.external_ref or typed.note):
        return None
    return {
        "purchased_on": typed.purchased_on.isoformat(), "currency": typed.currency, "channel": typed.channel,
        "external_ref": typed.external_ref, "note": typed.note,
        "lines": [{name: getattr(line, name) for name in _LINE} for line in lines],
    }  # fmt: skip


def purchase_of(payload: Mapping[str, Any], customer_id: int) -> Purchase:
    """The purchase of a draft. Raises ValueError when it can't be read."""
    try:
        texts = {name: str(payload[name]) for name in ("currency", "channel", "external_ref", "note")}
        lines = tuple(PurchaseLine(**{name: each[name] for name in _LINE}) for each in payload["lines"])
        purchase = Purchase(
            customer_id, date.fromisoformat(payload["purchased_on"]), texts.pop("currency"), lines
        )
        return replace(purchase, **texts)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("not a draft of a purchase") from error


def refund_payload(dialog: RefundDialog, purchase: Purchase) -> dict[str, object] | None:
    """How much of which line is to be paid back, the open cell too; None: nothing."""
    quantities = dialog.lines.quantities_with(*_open_cell(dialog.ui.lines_table))
    if not quantities:
        return None
    return {"purchase": purchase.id, "quantities": {str(at): each for at, each in quantities.items()}}


def quantities_of(payload: Mapping[str, Any]) -> dict[int, int]:
    """Thousandths per line of a refund's draft."""
    return {int(at): int(each) for at, each in payload["quantities"].items()}


def _open_cell(table: QTableView) -> tuple[int, int, str]:
    """Row, column and text of the cell that is being edited; row -1: none is."""
    at = table.currentIndex()
    editors = [one for one in table.viewport().findChildren(QLineEdit) if one.isModified()]
    return (at.row(), at.column(), editors[0].text()) if editors and at.isValid() else (-1, 0, "x")
