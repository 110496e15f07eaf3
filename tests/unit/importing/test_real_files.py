"""Files of other programs, as people bring them."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from cims_desktop.domain.customers import Customer
from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.services.importing import ImportPlan
from tests.unit.importing.support import Desk, write_csv

pytestmark = pytest.mark.shared_data


def sums(desk: Desk) -> tuple[int, int, int]:
    """(customers, sales, money spent in minor units) by the figures of the customers."""
    people = [customer.summary for customer in desk.all()]
    return len(people), sum(one.purchases for one in people), sum(one.total_spent for one in people)


def test_the_cdnow_sample_lands_with_its_exact_amounts(desk: Desk, shared_data: Path) -> None:
    path = shared_data / "purchases" / "CDNOW_sample.txt"
    money = sum(Decimal(line.split()[-1]) for line in path.read_text().splitlines() if line.strip())

    outcome = desk.bring(path, ImportKind.PURCHASES, create_customers=True)

    assert (outcome.created, outcome.refused_count) == (6919, 0)
    assert sums(desk) == (2357, 6919, int(money * 100))
    assert desk.healthy()
    again = desk.bring(path, ImportKind.PURCHASES, create_customers=True)
    assert (again.created, again.unchanged, again.run) == (0, 6919, None)


def test_the_wholesalers_workbook_lands_with_cancellations(desk: Desk, shared_data: Path) -> None:
    path = shared_data / "purchases" / "online_retail_excerpt.xlsx"

    outcome = desk.bring(path, ImportKind.PURCHASES, create_customers=True)

    assert (outcome.read, outcome.created, outcome.refused_count) == (34766, 34165, 601)
    assert {problem.code for row in outcome.refused for problem in row.problems} == {"customer_missing"}
    assert dict(outcome.records) == {"purchases": 1720, "customers": 262, "products": 2896}
    assert desk.healthy()


def test_a_google_address_book_lands(desk: Desk, shared_data: Path) -> None:
    catalogue = json.loads((shared_data / "contacts" / "header_catalogue.json").read_text("utf-8"))
    header = catalogue["google_csv_new_2024"]
    values = {
        "First Name": "芳", "Last Name": "王", "Organization Name": "杭州茶业", "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "fang@example.com", "Phone 1 - Label": "Mobile", "Phone 1 - Value": "13800138000",
        "Birthday": "1985-11-03", "Labels": "vip ::: * myContacts", "Notes": "两行\n备注",
    }  # fmt: skip
    path = write_csv(desk.folder / "google.csv", header, [[values.get(title, "") for title in header]])

    outcome = desk.bring(path)

    (customer,) = desk.all()
    assert (outcome.created, outcome.refused_count) == (1, 0)
    assert (customer.name, customer.organisation, customer.note) == ("王芳", "杭州茶业", "两行\n备注")
    assert {point.normal for point in customer.contacts} == {"fang@example.com", "+8613800138000"}
    assert desk.healthy()


def test_naughty_strings_come_back_unchanged(desk: Desk, shared_data: Path) -> None:
    naughty = json.loads((shared_data / "tables" / "naughty_strings" / "blns.json").read_text("utf-8"))
    texts = [text for text in naughty if text.strip() and "\x00" not in text]
    fields = ("number", "name", "organisation", "job_title", "note")
    path = desk.folder / "naughty.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(fields)
        writer.writerows([f"N{at}", text, text, text, text] for at, text in enumerate(texts))
    columns = tuple(ColumnMapping(at, name, name) for at, name in enumerate(fields))
    options = replace(desk.office.importing.describe(path).options, encoding="utf-8", header=True)
    plan = ImportPlan(path, ImportKind.CUSTOMERS, Mapping(ImportKind.CUSTOMERS, columns), options)

    outcome = desk.office.importing.run(plan, by=desk.office.user)

    people: dict[str, Customer] = {customer.number: customer for customer in desk.all()}
    assert (outcome.created, outcome.refused_count) == (len(texts), 0)
    for at, text in enumerate(texts):
        customer = people[f"N{at}"]
        found = {customer.name, customer.organisation, customer.job_title, customer.note}
        assert found == {text.strip()}, repr(text)
    assert desk.healthy()
