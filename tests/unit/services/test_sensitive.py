"""Sensitive fields: who edits may enter one, who may reveal reads it, and nothing else ever holds the value."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import Invalid, NotFound, OfficeFault, PermissionDenied, StaleRecord
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.sensitive import SensitiveField, SensitiveKind
from cims_desktop.services.office import OpenOffice
from tests.offices import add_customer, entrance
from tests.pages import hits, plain_pages

IDENTITY, OTHER = "11010519491231002X", "110105199003078510"
DESK_PASSWORD = "quiet copper meadow 17"


@pytest.fixture
def desk(office: OpenOffice) -> Iterator[OpenOffice]:
    """The same office at the front desk, without the private half of the sensitive key."""
    office.users.add("desk", "Desk", READY_ROLES[RoleName.FRONT_DESK], DESK_PASSWORD, by=office.user)
    with contextlib.closing(entrance().sign_in(office.path, "desk", DESK_PASSWORD)) as opened:
        yield opened


def journal_of(office: OpenOffice, kind: ActKind) -> list[tuple[str, str | None, str | None]]:
    with office._database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT c.field, c.before, c.after FROM change c JOIN act a ON a.id = c.act_id"
            " WHERE a.kind = ? AND c.table_name = 'secret_value' ORDER BY c.id",
            (kind.value,),
        )
        return [tuple(row) for row in rows]


def test_the_desk_enters_a_number_and_cannot_read_it_back(office: OpenOffice, desk: OpenOffice) -> None:
    customer_id = add_customer(office)

    desk.sensitive.put(customer_id, "national_id", IDENTITY, by=desk.user)

    (shown,) = desk.sensitive.of_customer(customer_id, by=desk.user)
    assert (shown.field, shown.last_four, shown.by_name, shown.version) == ("national_id", "002X", "Desk", 1)
    for read in (
        lambda: desk.sensitive.reveal(customer_id, "national_id", by=desk.user),
        lambda: desk.sensitive.reveal(
            customer_id, "national_id", by=office.user
        ),  # the right, but not the key
        lambda: desk.sensitive.find("national_id", IDENTITY, by=desk.user),
    ):
        with pytest.raises(PermissionDenied):
            read()
    assert office.sensitive.reveal(customer_id, "national_id", by=office.user) == IDENTITY


def test_a_reveal_is_in_the_journal_before_the_value_is_out(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer_id = add_customer(office)
    office.sensitive.put(customer_id, "national_id", IDENTITY, by=office.user)

    def full(*_args: object) -> int:
        raise OfficeFault("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr("cims_desktop.storage.journal.append", full)
        with pytest.raises(OfficeFault):
            office.sensitive.reveal(customer_id, "national_id", by=office.user)
    office.sensitive.reveal(customer_id, "national_id", by=office.user)

    assert journal_of(office, ActKind.REVEAL) == [("national_id", None, "revealed")]


def test_the_value_is_nowhere_in_the_deciphered_file(office: OpenOffice, desk: OpenOffice) -> None:
    customer_id = add_customer(office)
    for opened in (office, desk):
        opened.sensitive.put(customer_id, "national_id", IDENTITY, by=opened.user)
        opened.sensitive.put(customer_id, "bank_account", "4111111111111111", by=opened.user)
        opened.drafts.save(
            "customer", customer_id, {"note": "seen", "sensitive": {"tax_id": OTHER}}, by=opened.user
        )
    office.sensitive.reveal(customer_id, "national_id", by=office.user)
    office.sensitive.find("national_id", IDENTITY, by=office.user)
    office.sensitive.clear(customer_id, "national_id", by=office.user)

    key = office._keys.opened.data_key

    assert hits(plain_pages(office.path, key), ["national_id", "seen"]) != {}
    assert hits(plain_pages(office.path, key), [IDENTITY, "4111111111111111", OTHER, IDENTITY.lower()]) == {}
    assert office.health.check(by=office.user, deep=True).ok


def test_the_journal_says_that_it_was_changed_or_cleared_and_no_more(office: OpenOffice) -> None:
    customer_id = add_customer(office)

    office.sensitive.put(customer_id, "national_id", IDENTITY, by=office.user)
    office.sensitive.put(customer_id, "national_id", OTHER, by=office.user)
    office.sensitive.clear(customer_id, "national_id", by=office.user)

    said = journal_of(office, ActKind.AMEND)
    assert said == [
        ("national_id", None, "changed"),
        ("national_id", None, "changed"),
        ("national_id", None, "cleared"),
    ]
    assert office.sensitive.of_customer(customer_id, by=office.user) == ()
    with pytest.raises(NotFound):
        office.sensitive.clear(customer_id, "national_id", by=office.user)


def test_what_the_desk_wrote_is_found_once_a_holder_has_worked(office: OpenOffice, desk: OpenOffice) -> None:
    first, second = add_customer(office), add_customer(office, "Grace Hopper")
    desk.sensitive.put(first, "national_id", IDENTITY, by=desk.user)
    office.sensitive.put(second, "national_id", OTHER, by=office.user)

    assert office.sensitive.fill_blind_indexes(by=office.user) == 1
    assert office.sensitive.fill_blind_indexes(by=office.user) == 0
    assert office.sensitive.find("national_id", "1101 0519 4912 31 002x", by=office.user) == (first,)
    assert office.sensitive.find("national_id", OTHER, by=office.user) == (second,)
    assert office.sensitive.find("tax_id", IDENTITY, by=office.user) == ()


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE secret_value SET sealed = (SELECT sealed FROM secret_value o WHERE o.id <> secret_value.id"
        " AND o.field = secret_value.field) WHERE field = 'national_id'",
        "UPDATE secret_value SET sealed = (SELECT sealed FROM secret_value o WHERE o.id <> secret_value.id"
        " AND o.customer_id = secret_value.customer_id) WHERE customer_id = 1",
        "UPDATE secret_value SET customer_id = 3 - customer_id WHERE field = 'tax_id'",
        "UPDATE secret_value SET sealed = x'00'",
    ],
)
def test_exchanged_values_are_found_and_the_row_is_named(office: OpenOffice, swap: str) -> None:
    first, second = add_customer(office), add_customer(office, "Grace Hopper")
    office.sensitive.put(first, "national_id", IDENTITY, by=office.user)
    office.sensitive.put(second, "national_id", OTHER, by=office.user)
    office.sensitive.put(first, "tax_id", OTHER, by=office.user)

    with office._database.write() as connection:
        connection.exec_driver_sql(swap)

    broken = []
    for customer_id, field in (
        (first, "national_id"),
        (second, "national_id"),
        (first, "tax_id"),
        (second, "tax_id"),
    ):
        try:
            office.sensitive.reveal(customer_id, field, by=office.user)
        except NotFound:
            continue
        except OfficeFault as fault:
            broken.append(fault)
    assert broken
    assert all(
        fault.code == "damaged" and fault.params["table"] == "secret_value" and fault.params["record"]
        for fault in broken
    )
    assert IDENTITY not in str(broken) and OTHER not in str(broken)


def test_a_doubt_is_refused_until_it_is_confirmed(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    doubtful = "110105194912310021"

    with pytest.raises(Invalid) as refused:
        office.sensitive.put(customer_id, "national_id", doubtful, by=office.user)
    office.sensitive.put(customer_id, "national_id", doubtful, by=office.user, confirmed=True)
    with pytest.raises(Invalid) as wrong:
        office.sensitive.put(customer_id, "national_id", "123", by=office.user, confirmed=True)

    assert [problem.code for problem in refused.value.problems] == ["check_digit"]
    assert [problem.code for problem in wrong.value.problems] == ["wrong_length"]
    assert office.sensitive.reveal(customer_id, "national_id", by=office.user) == doubtful


def test_who_saw_an_older_value_does_not_overwrite_the_newer(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.sensitive.put(customer_id, "national_id", IDENTITY, 0, by=office.user)

    for version in (0, 2):
        with pytest.raises(StaleRecord):
            office.sensitive.put(customer_id, "national_id", OTHER, version, by=office.user)
    office.sensitive.put(customer_id, "national_id", OTHER, 1, by=office.user)

    assert office.sensitive.of_customer(customer_id, by=office.user)[0].version == 2


def test_a_typed_value_in_a_draft_comes_back_to_its_reader_and_is_named_to_the_desk(
    office: OpenOffice, desk: OpenOffice
) -> None:
    customer_id = add_customer(office)
    typed = {"name": "Ada", "sensitive": {"national_id": IDENTITY, "tax_id": ""}}
    for opened in (office, desk):
        opened.drafts.save("customer", customer_id, typed, by=opened.user)

    mine = office.drafts.latest("customer", customer_id, by=office.user)
    theirs = desk.drafts.latest("customer", customer_id, by=desk.user)

    assert mine == {"name": "Ada", "sensitive": {"national_id": IDENTITY}, "sensitive_unreadable": []}
    assert theirs == {"name": "Ada", "sensitive": {}, "sensitive_unreadable": ["national_id"]}

    desk.sensitive.put_draft(customer_id, "national_id", by=desk.user)
    assert office.sensitive.reveal(customer_id, "national_id", by=office.user) == IDENTITY
    with pytest.raises(NotFound):
        desk.sensitive.put_draft(customer_id, "tax_id", by=desk.user)


def test_a_new_set_of_keys_takes_every_value_and_draft_along(office: OpenOffice) -> None:
    from cims_desktop.security.field_cipher import FieldCipher
    from cims_desktop.security.wrapping import new_key_pair
    from cims_desktop.storage.sensitive import reseal_all, secret_of

    ids = [add_customer(office, f"Customer {index}") for index in range(3)]
    for one in ids:
        office.sensitive.put(one, "national_id", IDENTITY, by=office.user)
    office.drafts.save("customer", ids[0], {"sensitive": {"tax_id": OTHER}}, by=office.user)
    old, pair = office.sensitive._sealing, new_key_pair()
    fresh = FieldCipher(old.cipher.office_uid, pair.public, 2, pair.private, bytes(32))

    with office._database.write() as connection:
        count = reseal_all(connection, old.open, fresh.seal)

    assert count == 3
    with office._database.read() as connection:
        found = [secret_of(connection, one, "national_id") for one in ids]
        draft = connection.exec_driver_sql("SELECT payload FROM draft").scalar_one()
    for one in found:
        assert one is not None and one.value.generation == 2
        opened = fresh.open(one.customer_id, one.field, 2, one.value.sealed)
        assert opened == IDENTITY and one.value.blind_index == fresh.blind_index("national_id", IDENTITY)
    typed = json.loads(draft)["sensitive"]["tax_id"]
    assert fresh.open(ids[0], "tax_id", 2, bytes.fromhex(typed["sealed"])) == OTHER


def test_a_merged_record_keeps_its_value_and_the_survivor_shows_it(office: OpenOffice) -> None:
    winner, loser = add_customer(office), add_customer(office, "A. Lovelace")
    office.sensitive.put(loser, "national_id", IDENTITY, by=office.user)
    with office._database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE customer SET hidden = 2, merged_into = ? WHERE id = ?", (winner, loser)
        )

    (shown,) = office.sensitive.of_customer(winner, by=office.user)

    assert (shown.last_four, shown.customer_id) == ("002X", loser)
    assert office.sensitive.reveal(winner, "national_id", by=office.user) == IDENTITY
    assert office.sensitive.find("national_id", IDENTITY, by=office.user) == (winner,)
    office.sensitive.put(winner, "national_id", OTHER, 0, by=office.user)
    assert office.sensitive.reveal(winner, "national_id", by=office.user) == OTHER
    office.sensitive.clear(winner, "national_id", by=office.user)
    assert office.sensitive.of_customer(winner, by=office.user) == ()


def test_an_administrator_adds_renames_and_retires_fields(office: OpenOffice) -> None:
    visa = SensitiveField("visa_number", " Visa number ", SensitiveKind.TEXT)

    office.sensitive.define(visa, by=office.user)
    with pytest.raises(Invalid):
        office.sensitive.define(visa, by=office.user)
    office.sensitive.amend(replace(visa, title="Visa", active=False), by=office.user)
    with pytest.raises(NotFound):
        office.sensitive.amend(SensitiveField("nothing", "Nothing"), by=office.user)

    listed = office.sensitive.fields(by=office.user)
    assert [one.name for one in listed] == ["national_id", "tax_id", "bank_account", "visa_number"]
    assert (listed[-1].title, listed[-1].active, listed[-1].built_in) == ("Visa", False, False)


def test_who_sells_to_his_own_customers_enters_values_for_those_only(
    office: OpenOffice, tmp_path: Path
) -> None:
    office.users.add("sam", "Sam", READY_ROLES[RoleName.SALES], DESK_PASSWORD, by=office.user)
    sam = next(user for user in office.users.listing(by=office.user) if user.sign_in_name == "sam")
    mine, foreign = add_customer(office, owner_id=sam.id), add_customer(office, "Grace Hopper")

    office.sensitive.put(mine, "national_id", IDENTITY, by=sam)
    for refused in (
        lambda: office.sensitive.put(foreign, "national_id", IDENTITY, by=sam),
        lambda: office.sensitive.clear(foreign, "national_id", by=sam),
        lambda: office.sensitive.of_customer(foreign, by=sam),
    ):
        with pytest.raises(PermissionDenied) as denied:
            refused()
        assert denied.value.params["reason"] == "not_yours"
