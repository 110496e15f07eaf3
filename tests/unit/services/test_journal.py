"""The journal: every act is there, and no row can be changed, taken out or moved unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cims_desktop.services.office import OpenOffice
from tests.offices import add_customer


def test_each_use_case_writes_one_act_with_its_changed_fields(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)

    office.customers.amend(replace(seen, name="Ada King", organisation="Analytical"), by=office.user)

    newest = office.reports.activity(1, by=office.user)[0]
    assert (newest.kind, newest.subject, newest.by_name) == ("amend", "Ada King", "Mei Chen")
    assert newest.detail == "name,organisation"


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE act SET detail = 'x' WHERE id = 3",
        "UPDATE act SET user_id = NULL WHERE id = 2",
        "DELETE FROM act WHERE id = 1",
        "UPDATE act SET digest = (SELECT digest FROM act WHERE id = 2) WHERE id = 3",
        "UPDATE act SET id = 0 WHERE id = 1",
        "UPDATE change SET after = 'nobody' WHERE field = 'name'",
        "DELETE FROM change WHERE field = 'name'",
    ],
)
def test_a_tampered_journal_is_found(office: OpenOffice, tampering: str) -> None:
    customer_id = add_customer(office)
    seen = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(seen, name="Ada King"), by=office.user)
    assert office.health.check(by=office.user).ok

    with office._database.write() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(tampering)

    assert [finding.kind for finding in office.health.check(by=office.user).findings] == ["journal"]
