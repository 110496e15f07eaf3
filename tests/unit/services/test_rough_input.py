"""Strings that break programs, folders that can't be written, processes that are killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.purchases import Product
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, NOON, PASSWORD, add_customer, entrance

ROUGH = [
    "'; DROP TABLE customer; --", '"quoted" \\ back\\slash', "<script>alert(1)</script>", "%s %d %n {0} {name}",
    "\u202eright to left", "e\u0301 combining", "👩‍👩‍👧‍👦 family", "ｶﾀｶﾅ half width", "tab\tand\nnewline",
    "NULL", "None",
    "=1+1", "\ufeffbom", "a\u0000b", "𠜎𠜱", "0", "-1", "1e309", "ﷺ", "Ṱ̺̺̕o͞ ̷i̲̬n", "\u200b", "　",
]  # fmt: skip


def round_trip(office: OpenOffice, text: str) -> None:
    """Stores `text` in every text field there is and reads it back."""
    field = text.strip() or "x"
    given = Customer(
        name=field, organisation=text, job_title=text, source=text, note=text, family_name=text, given_name=text,
        external_id=text, contacts=(ContactPoint(ContactKind.OTHER, field, label=text[:40]),),
        addresses=(Address(street=field, city=field[:200], district=field[:200], province=field[:200]),),
    )  # fmt: skip
    (customer_id,) = office.customers.add(given, by=office.user).customers
    stored = office.customers.get(customer_id, by=office.user)
    for name in (
        "name",
        "organisation",
        "job_title",
        "source",
        "note",
        "family_name",
        "given_name",
        "external_id",
    ):
        assert getattr(stored, name) == getattr(given, name), name
    assert stored.contacts[0].value == field
    assert stored.addresses[0].street == field.strip()
    office.timeline.record(
        Interaction(customer_id, InteractionKind.NOTE, NOON, field, outcome=text), by=office.user
    )
    assert office.timeline.entries(customer_id, by=office.user)[0].text == field
    changes = office.products.add(Product(field, category=text), by=office.user)
    assert changes.products
    office.search.find(text, by=office.user)
    office.customers.amend(replace(stored, note=text + "!"), by=office.user)


@pytest.mark.parametrize("text", ROUGH)
def test_rough_strings_come_back_unchanged_from_every_field(office: OpenOffice, text: str) -> None:
    round_trip(office, text)
    assert office.health.check(by=office.user, deep=True).ok


@pytest.mark.shared_data
def test_the_naughty_strings_come_back_unchanged_from_every_field(
    office: OpenOffice, shared_data: Path
) -> None:
    strings = json.loads((shared_data / "tables/naughty_strings/blns.json").read_text(encoding="utf-8"))
    for text in strings:
        round_trip(office, text[:500])
    assert office.health.check(by=office.user, deep=True).ok


def test_half_of_a_surrogate_pair_is_stored_readably(office: OpenOffice) -> None:
    customer_id = add_customer(office, "bad \ud83d half")
    stored = office.customers.get(customer_id, by=office.user)
    office.customers.amend(replace(stored, name="worse \udc00"), by=office.user)

    assert (stored.name, office.search.find("bad", by=office.user)) == ("bad \ufffd half", ())
    assert office.customers.get(customer_id, by=office.user).name == "worse \ufffd"
    assert office.health.check(by=office.user, deep=True).ok


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_without_write_access_is_a_known_fault(tmp_path: Path) -> None:
    from tests.offices import make_office

    tmp_path.chmod(0o500)
    with pytest.raises(OfficeFault):
        make_office(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_a_killed_writer_loses_nothing_that_was_acknowledged(office: OpenOffice) -> None:
    office.close()
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from tests.offices import NAME, PASSWORD, add_customer, entrance, make_purchase
        office = entrance().sign_in(Path(sys.argv[1]), NAME, PASSWORD)
        for index in range(10_000):
            customer_id = add_customer(office, f"Customer {index}")
            office.purchases.record(make_purchase(customer_id), by=office.user)
            print(index, flush=True)
        """
    )
    command = [sys.executable, "-c", script, str(office.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= 40:
                os.kill(process.pid, signal.SIGKILL)
                break
        acknowledged = max([40, *(int(line) for line in process.stdout if line.strip().isdigit())])

    again = entrance().sign_in(office.path, NAME, PASSWORD)
    result = again.health.check(by=again.user, deep=True)
    again.close()

    assert result.ok, result.findings
    assert result.counts["customer"] >= acknowledged + 1
