"""A person of whom the office knows everything that it can know, for tests of export and erasure."""

from __future__ import annotations

from datetime import date

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState, Preferences
from cims_desktop.domain.purchases import Purchase, PurchaseLine
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.erasing import pointers
from cims_desktop.storage.person_rows import exported_tables
from tests.offices import NOON, TODAY, make_customer

MARKS = (
    "Quetzalcoatl", "羽蛇神", "13912345678", "quetzal@example.com", "Plumed Serpent Lane", "obsidian note",
    "jade interaction", "turquoise subject", "cacao comment", "maize interest", "feather source", "invoice for Quetzal",
    "silver thread", "old number 4711", "task of copper", "amate paper", "custom agave", "sister of moon",
    "XQ-EXTERNAL-9", "second spelling",
)  # fmt: skip
"""Texts of the person, each in a field of its own."""

BOUGHT = "Visit to the temple"
"""Stays: what was bought belongs to the books."""

IDENTITY = "11010519491231002X"
CONTENT = b"\x89amate content " * 5000


def make_person(office: OpenOffice) -> int:
    """Stores the person by the use cases, and straight into tables that have none yet; returns the id."""
    by = office.user
    points = (
        ContactPoint(ContactKind.MOBILE, MARKS[2]), ContactPoint(ContactKind.EMAIL, MARKS[3]),
        ContactPoint(ContactKind.WECHAT, MARKS[1]),
    )  # fmt: skip
    given = make_customer(
        MARKS[0], contacts=points, addresses=(Address(street=MARKS[4], city="上海市"),), note=MARKS[5],
        external_id=MARKS[18], birthday=PartialDate(5, 17, 1980), organisation=MARKS[12],
    )  # fmt: skip
    (person,) = office.customers.add(given, by=by).customers
    office.customers.amend(
        _with(office.customers.get(person, by=by), name=MARKS[19], note=MARKS[5] + " two"), by=by
    )
    office.customers.amend(_with(office.customers.get(person, by=by), name=MARKS[0]), by=by)
    office.timeline.record(Interaction(person, InteractionKind.CALL, NOON, MARKS[6], subject=MARKS[7]), by=by)
    office.satisfaction.record(SurveyResponse(person, Metric.CSAT, 5, NOON, comment=MARKS[8]), by=by)
    consents = (
        Consent(ConsentChannel.EMAIL, ConsentState.GRANTED, source=MARKS[10], given_on=date(2026, 1, 2)),
        Consent(ConsentChannel.PHONE, ConsentState.UNKNOWN),
    )
    office.preferences.save(Preferences(person, interests=(MARKS[9],), consents=consents), by=by)
    lines = (
        PurchaseLine("Tea", 2000, 1999),
        PurchaseLine(BOUGHT, 1000, 500),
        PurchaseLine(MARKS[0], 1000, 1),
    )
    office.purchases.record(Purchase(person, TODAY, "CNY", lines, note=MARKS[11]), by=by)
    office.sensitive.put(person, "national_id", IDENTITY, by=by)
    office.drafts.save("customer", person, {"note": MARKS[5]}, by=by)
    office.drafts.save("customer", None, {"name": MARKS[0]}, by=by)
    _into_tables_without_use_cases(office, person)
    return person


def empty_tables(office: OpenOffice, person: int) -> list[str]:
    """Exported tables in which the person has no row: the example must fill them all."""
    found = []
    with office._database.read() as connection:
        for table in exported_tables():
            where = " OR ".join(f'"{column.name}" = {person}' for column in pointers(table))
            count = connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}" WHERE {where}')
            if not count.scalar_one():
                found.append(table.name)
    return found


def _with(customer: object, **changes: object) -> object:
    from dataclasses import replace

    return replace(customer, **changes)  # type: ignore[type-var]


def _into_tables_without_use_cases(office: OpenOffice, person: int) -> None:
    stamps = "created_at, updated_at, version"
    other = office.customers.add(make_customer("Other", contacts=(), addresses=()), by=office.user)
    (second,) = other.customers
    with office._database.write() as connection:
        run = connection.exec_driver_sql
        run("INSERT INTO former_number(customer_id, number) VALUES(?, ?)", (person, MARKS[13]))
        run(f"INSERT INTO task(customer_id, title, text, state, repeat, {stamps}) VALUES(?, ?, '', '', '', 0, 0, 1)",
            (person, MARKS[14]))  # fmt: skip
        run(
            "INSERT INTO custom_field(name, kind, choices, required, position, active)"
            " VALUES('hobby', 'text', '', 0, 0, 1)"
        )
        run("INSERT INTO custom_value(customer_id, field_id, value) VALUES(?, 1, ?)", (person, MARKS[16]))
        run("INSERT INTO tag(name) VALUES('VIP')")
        run("INSERT INTO customer_tag(customer_id, tag_id) VALUES(?, 1)", (person,))
        run("INSERT INTO relationship(customer_id, other_id, kind, job_title, department, active)"
            " VALUES(?, ?, 'family', ?, '', 1)", (second, person, MARKS[17]))  # fmt: skip
        run(
            "INSERT INTO survey_invitation(customer_id, metric, channel, asked_at) VALUES(?, 'csat', 'email', 0)",
            (person,),
        )
        run("INSERT INTO recent(user_id, customer_id, opened_at) VALUES(1, ?, 0)", (person,))
        run("INSERT INTO not_duplicate(customer_id, other_id, said_at) VALUES(?, ?, 0)", (person, second))
        run(f"INSERT INTO attachment(customer_id, name, media_type, size, sha256, {stamps})"
            " VALUES(?, ?, 'image/png', ?, '', 0, 0, 1)", (person, f"{MARKS[15]}.png", len(CONTENT)))  # fmt: skip
        half = len(CONTENT) // 2
        for position, part in enumerate((CONTENT[:half], CONTENT[half:])):
            run(
                "INSERT INTO attachment_part(attachment_id, position, content) VALUES(1, ?, ?)",
                (position, part),
            )
        run("INSERT INTO export_entry(kind, file_name, file_digest, query, matched, written, exported_at, user_id)"
            " VALUES('customers', 'list.xlsx', '', ?, 1, 1, 0, 1)", (f'{{"text": "{MARKS[0]}"}}',))  # fmt: skip
