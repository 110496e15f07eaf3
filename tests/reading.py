"""An office full of markers, and every use case that reads: whatever a role may not see must be in no answer."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.dates import Month, PartialDate
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.masking import COLUMN_FIELDS
from cims_desktop.domain.permissions import MaskField
from cims_desktop.domain.preferences import Preferences
from cims_desktop.domain.purchases import Purchase, PurchaseLine
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.domain.users import User
from cims_desktop.services.exporting import COLUMNS
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.privacy import person_word_keys
from tests.offices import NOON, TODAY, make_office

PASSWORD = "seven lilac otters 19"


@dataclass(frozen=True)
class Planted:
    """One customer of the office: `values` are markers by the mask that covers them (None: of the customer only)."""

    id: int
    owner: int | None
    values: Mapping[MaskField | None, tuple[str, ...]]
    secret: str
    purchase: int
    interactions: tuple[int, ...]


@dataclass(frozen=True)
class Marked:
    """The office, its customers and the user whose role is tried."""

    office: OpenOffice
    customers: tuple[Planted, ...]
    user: User
    folder: Path


def marked_office(folder: Path) -> Marked:
    """Two customers of the user's, two of another's, two of nobody's; one of each two is in the bin."""
    office = make_office(folder)
    office.users.add("lin.hao", "Lin Hao", READY_ROLES[RoleName.SALES], PASSWORD, by=office.user)
    user = next(one for one in office.users.listing(by=office.user) if one.sign_in_name == "lin.hao")
    owners = (user.id, user.id, office.user.id, office.user.id, None, None)
    customers = tuple(_plant(office, number, owner) for number, owner in enumerate(owners, 1))
    for number, planted in enumerate(customers):
        office.drafts.save("customer", planted.id, _draft(planted), by=user)
        if number % 2:
            office.customers.delete((planted.id,), by=office.user)
    return Marked(office, customers, user, folder)


def _plant(office: OpenOffice, number: int, owner: int | None) -> Planted:
    by = office.user
    customer = Customer(
        f"Naam{number}zq", organisation=f"Orgg{number}zq", owner_id=owner, note=f"Noot{number}zq",
        birthday=PartialDate(1, 1, 1900 + number), source=f"Sorc{number}zq",
        contacts=(
            ContactPoint(ContactKind.MOBILE, f"1380013{number}{number}77"),
            ContactPoint(ContactKind.EMAIL, f"mail{number}zq@example.com"),
            ContactPoint(ContactKind.WECHAT, f"wech{number}zq"),
        ),
        addresses=(Address(street=f"Stre{number}zq", city=f"City{number}zq"),),
    )  # fmt: skip
    (record,) = office.customers.add(customer, by=by).customers
    interactions: list[int] = []
    for kind, word in ((InteractionKind.CALL, "Call"), (InteractionKind.NOTE, "Memo")):
        told = Interaction(
            record,
            kind,
            NOON,
            f"{word}{number}zq",
            f"{word}{number}zq",
            f"{word}{number}zq",
            next_contact=TODAY,
        )
        interactions += office.timeline.record(told, by=by).interactions
    sold = Purchase(
        record, TODAY, "CNY", (PurchaseLine(f"Line{number}zq", 1000, 1000 + number),), note=f"Bnot{number}zq"
    )
    (purchase,) = office.purchases.record(sold, by=by).purchases
    secret = f"62220200112233{number}{number}5"
    office.sensitive.put(record, "bank_account", secret, by=by, confirmed=True)
    answer = SurveyResponse(record, Metric.CSAT, 5, NOON, f"Said{number}zq")
    office.satisfaction.record(answer, by=by)
    office.preferences.save(Preferences(record, interests=(f"Like{number}zq",)), by=by)
    values: dict[MaskField | None, tuple[str, ...]] = {
        None: tuple(
            f"{word}{number}zq"
            for word in ("Naam", "Orgg", "Sorc", "wech", "Call", "Line", "Said", "Like")
        ),
        MaskField.PHONE: (f"1380013{number}{number}77", f"138 0013 {number}{number}77"),
        MaskField.EMAIL: (f"mail{number}zq",),
        MaskField.ADDRESS: (f"Stre{number}zq", f"City{number}zq"),
        MaskField.BIRTHDAY: (f"{1900 + number}",),
        MaskField.NOTE: (f"Noot{number}zq", f"Memo{number}zq", f"Bnot{number}zq"),
    }  # fmt: skip
    return Planted(record, owner, values, secret, purchase, tuple(interactions))


def _draft(planted: Planted) -> dict[str, Any]:
    first = {field: values[0] for field, values in planted.values.items()}
    return {
        "name": first[None], "note": first[MaskField.NOTE], "birthday": [1, 1, int(first[MaskField.BIRTHDAY])],
        "addresses": [{"street": first[MaskField.ADDRESS]}],
        "contacts": [
            {"kind": "mobile", "value": first[MaskField.PHONE]}, {"kind": "email", "value": first[MaskField.EMAIL]},
        ],
    }  # fmt: skip


Read = Callable[[Marked, User], Iterator[Callable[[], object]]]


def _each(call: Callable[[OpenOffice, Planted, User], object]) -> Read:
    """The call for every customer."""

    def calls(marked: Marked, by: User) -> Iterator[Callable[[], object]]:
        for planted in marked.customers:
            yield lambda planted=planted: call(marked.office, planted, by)  # type: ignore[misc]

    return calls


def _once(call: Callable[[OpenOffice, User], object]) -> Read:
    """The call as it is."""

    def calls(marked: Marked, by: User) -> Iterator[Callable[[], object]]:
        yield lambda: call(marked.office, by)

    return calls


def queries() -> Iterator[CustomerQuery]:
    """Every sort, and every filter that names a field."""
    for sort in CustomerSort:
        for in_bin in (False, True):
            yield CustomerQuery(filter=CustomerFilter(in_bin=in_bin), sort=sort)
    yield CustomerQuery(filter=CustomerFilter(has_phone=True))
    yield CustomerQuery(filter=CustomerFilter(has_email=True))
    yield CustomerQuery(filter=CustomerFilter(cities=("City1zq", "City3zq")))


def _asked(call: Callable[[OpenOffice, CustomerQuery, User], object]) -> Read:
    """The call for every query."""

    def calls(marked: Marked, by: User) -> Iterator[Callable[[], object]]:
        for query in queries():
            yield lambda query=query: call(marked.office, query, by)  # type: ignore[misc]

    return calls


def _found(call: Callable[[OpenOffice, str, User], object]) -> Read:
    """The call for every planted word."""

    def calls(marked: Marked, by: User) -> Iterator[Callable[[], object]]:
        for planted in marked.customers:
            for words in planted.values.values():
                for word in words:
                    yield lambda word=word: call(marked.office, word, by)  # type: ignore[misc]

    return calls


def _exported(marked: Marked, by: User) -> Iterator[Callable[[], object]]:
    """Columns that may be hidden alone, all others together, and queries: the text of the finished workbook."""
    path = marked.folder / "out.xlsx"

    def export(query: CustomerQuery, *columns: str) -> str:
        marked.office.exporting.customers(query, columns, {}, path, by=by)
        with zipfile.ZipFile(path) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())

    others = [name for name in COLUMNS if name not in COLUMN_FIELDS]
    for columns in (others, *([name] for name in COLUMN_FIELDS)):
        yield lambda columns=columns: export(CustomerQuery(), *columns)  # type: ignore[misc]
    for sort in (CustomerSort.NAME, CustomerSort.PHONE, CustomerSort.EMAIL, CustomerSort.CITY):
        query = CustomerQuery(filter=CustomerFilter(in_bin=True), sort=sort)
        yield lambda query=query: export(query, "name")  # type: ignore[misc]


def _person(marked: Marked, by: User) -> Iterator[Callable[[], object]]:
    """Everything about each person, sealed values and all: the text of the files."""

    def export(record: int, sensitive: bool) -> str:
        with tempfile.TemporaryDirectory(dir=marked.folder) as folder:
            words = dict.fromkeys(person_word_keys(), "")
            done = marked.office.privacy.export_person(
                record, Path(folder), words, by=by, sensitive=sensitive
            )
            return done.html.read_text("utf-8") + done.json.read_text("utf-8")

    for planted in marked.customers:
        yield lambda record=planted.id: export(record, False)  # type: ignore[misc]
        yield lambda record=planted.id: export(record, True)  # type: ignore[misc]


_SINCE, _UNTIL = date(2026, 1, 1), TODAY + timedelta(days=1)

LISTS: Mapping[str, Read] = {
    "customers.count": _asked(lambda office, query, by: office.customers.count(query, by=by)),
    "customers.first_rows": _asked(lambda office, query, by: office.customers.first_rows(query, 50, by=by)),
    "customers.ids": _asked(lambda office, query, by: list(office.customers.ids(query, by=by))),
    "customers.rows": _once(lambda office, by: office.customers.rows(range(1, 9), by=by)),
    "customers.cities": _once(lambda office, by: office.customers.cities(by=by)),
    "search.find": _found(lambda office, word, by: office.search.find(word, by=by)),
    "timeline.follow_ups": _once(lambda office, by: office.timeline.follow_ups(_UNTIL, by=by)),
    "reports.dashboard": _once(lambda office, by: office.reports.dashboard(6, by=by)),
    "exporting.customers": _exported,
}
"""Reads whose answers are lists, by the use case: fields hidden in lists don't show in them."""

RECORDS: Mapping[str, Read] = {
    "customers.get": _each(lambda office, one, by: office.customers.get(one.id, by=by)),
    "timeline.entries": _each(lambda office, one, by: office.timeline.entries(one.id, by=by)),
    "timeline.get": _each(
        lambda office, one, by: [office.timeline.get(each, by=by) for each in one.interactions]
    ),
    "purchases.of_customer": _each(lambda office, one, by: office.purchases.of_customer(one.id, by=by)),
    "purchases.get": _each(lambda office, one, by: office.purchases.get(one.purchase, by=by)),
    "purchases.refunded": _each(lambda office, one, by: office.purchases.refunded(one.purchase, by=by)),
    "satisfaction.of_customer": _each(lambda office, one, by: office.satisfaction.of_customer(one.id, by=by)),
    "preferences.get": _each(lambda office, one, by: office.preferences.get(one.id, by=by)),
    "sensitive.of_customer": _each(lambda office, one, by: office.sensitive.of_customer(one.id, by=by)),
    "sensitive.reveal": _each(lambda office, one, by: office.sensitive.reveal(one.id, "bank_account", by=by)),
    "sensitive.find": _each(lambda office, one, by: office.sensitive.find("bank_account", one.secret, by=by)),
    "sensitive.fields": _once(lambda office, by: office.sensitive.fields(by=by)),
    "privacy.consent_history": _each(lambda office, one, by: office.privacy.consent_history(one.id, by=by)),
    "privacy.export_person": _person,
    "roles.listing": _once(lambda office, by: office.roles.listing(by=by)),
    "rules.get": _once(lambda office, by: office.rules.get(by=by)),
    "second_factor.state": _once(lambda office, by: office.second_factor.state(by=by)),
    "backups.due": _once(lambda office, by: office.backups.due(by=by)),
    "backups.listing": _once(lambda office, by: office.backups.listing(by=by)),
    "backups.state": _once(lambda office, by: office.backups.state(by=by)),
    "drafts.latest": _each(lambda office, one, by: office.drafts.latest("customer", one.id, by=by)),
    "drafts.offered": _each(lambda office, one, by: office.drafts.offered("customer", one.id, by=by)),
    "drafts.left": _once(lambda office, by: office.drafts.left(by=by)),
    "drafts.pending": _once(lambda office, by: office.drafts.pending(by=by)),
    "satisfaction.overview": _once(lambda office, by: office.satisfaction.overview(_SINCE, _UNTIL, by=by)),
    "reports.activity": _once(lambda office, by: office.reports.activity(500, by=by)),
    "reports.sales": _once(
        lambda office, by: office.reports.sales(Month.of(_SINCE), Month.of(_UNTIL), by=by)
    ),
    "reports.months": _once(
        lambda office, by: office.reports.months(Month.of(_SINCE), Month.of(_UNTIL), by=by)
    ),
    "products.listing": _once(lambda office, by: office.products.listing(by=by)),
    "products.find": _once(lambda office, by: office.products.find("zq", by=by)),
    "products.categories": _once(lambda office, by: office.products.categories(by=by)),
    "users.listing": _once(lambda office, by: office.users.listing(by=by)),
    "health.check": _once(lambda office, by: office.health.check(by=by)),
}
"""The other reads, by the use case."""


def as_user(marked: Marked, **more: Any) -> User:
    """The user of the office with another role, or looking."""
    return replace(marked.user, **more)
