"""`search`, `import`, `imports`, `export` and `report`."""

from __future__ import annotations

import time
from argparse import Namespace
from dataclasses import fields
from datetime import date
from typing import Any

from cims_desktop.cli.importing import bring_in, imports
from cims_desktop.cli.main import DONE, answer, progress, signed_in
from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.figures import SalesReport
from cims_desktop.domain.money import to_decimal
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.exchange.writing.sales_report import ReportWords
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.exporting import COLUMNS

__all__ = ["bring_in", "export", "imports", "report", "search"]


def search(options: Namespace, entrance: Entrance) -> int:
    """Prints the customers that the search box would show."""
    with signed_in(options, entrance) as office:
        started = time.perf_counter()
        hits = office.search.find(options.text, by=office.user, limit=options.limit)
        took = (time.perf_counter() - started) * 1000
    names = ("id", "number", "name", "phone", "email", "city", "matched")
    document = {
        "query": options.text,
        "took_ms": round(took, 2),
        "customers": [{name: getattr(hit, name) for name in names} for hit in hits],
    }
    lines = [f"{hit.number}  {hit.name}  {hit.phone}  {hit.email}  {hit.city}" for hit in hits]
    answer(options, document, "\n".join(lines) or "Nobody found.")
    return DONE


def export(options: Namespace, entrance: Entrance) -> int:
    """Writes the customer list as an Excel file."""
    columns = options.columns.split(",") if options.columns else list(COLUMNS)
    if unknown := [name for name in columns if name not in COLUMNS]:
        raise Invalid(
            [Problem("columns", "unknown", name, {"known": ", ".join(COLUMNS)}) for name in unknown]
        )
    if options.file.suffix.lower() != ".xlsx":
        raise Invalid([Problem("file", "ending_must_be_xlsx", options.file.name)])
    with signed_in(options, entrance) as office:
        words = {name: name.replace("_", " ").capitalize() for name in columns}
        query = CustomerQuery(text=options.text)
        done = office.exporting.customers(
            query, columns, words, options.file, progress(options), by=office.user
        )
    document = {
        "matched": done.matched,
        "written": done.written,
        "sha256": done.sha256,
        "ledger": done.ledger,
    }
    answer(options, document, f"Wrote {done.written:,} of {done.matched:,} customers to {done.path}.")
    return DONE


def report(options: Namespace, entrance: Entrance) -> int:
    """Computes the sales report; with a file name it writes the workbook too."""
    with signed_in(options, entrance) as office:
        this = Month.of(office.today())
        first, last = _month(options.first, this.plus(-11)), _month(options.last, this)
        if first > last:
            raise Invalid([Problem("from", "after_to", str(first))])
        result = office.reports.sales(first, last, by=office.user)
        document = _document(result)
        if options.file is not None:
            words = ReportWords(
                **{field.name: field.name.replace("_", " ").capitalize() for field in fields(ReportWords)}
            )
            done = office.exporting.sales_report(
                first, last, words, options.file, progress(options), by=office.user
            )
            document |= {"file": str(done.path), "sha256": done.sha256, "ledger": done.ledger}
    lines = [f"{m['month']}  {m['orders']:>8,}  {m['revenue']:>16}" for m in document["months"]]
    answer(options, document, "\n".join([*lines, f"Total {document['revenue']} {result.currency}"]))
    return DONE


def _document(result: SalesReport) -> dict[str, Any]:
    def amount(minor: int) -> str:
        return str(to_decimal(minor, result.currency))

    return {
        "report": "sales",
        "from": str(result.first),
        "to": str(result.last),
        "currency": result.currency,
        "revenue": amount(result.revenue),
        "customers": result.buyers,
        "other_currencies": list(result.other_currencies),
        "months": [
            {"month": str(m.month), "orders": m.orders, "revenue": amount(m.revenue), "refunds": amount(m.refunds),
             "customers": m.customers}
            for m in result.months
        ],
        "categories": [{"name": c.name, "revenue": amount(c.revenue)} for c in result.categories],
        "products": [{"name": p.name, "revenue": amount(p.revenue)} for p in result.products],
        "top_customers": [{"number": c.number, "name": c.name, "revenue": amount(c.revenue)} for c in result.customers],
    }  # fmt: skip


def _month(text: str | None, default: Month) -> Month:
    if not text:
        return default
    try:
        return Month.of(date.fromisoformat(text if len(text) > 7 else f"{text}-01"))
    except ValueError as error:
        raise Invalid([Problem("date", "not_a_date", text)]) from error
