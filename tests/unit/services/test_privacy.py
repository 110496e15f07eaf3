"""Everything about one person in a folder, what may be asked for, and the history of consents."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cims_desktop.domain.errors import CimsError, NotFound, PermissionDenied
from cims_desktop.domain.permissions import Permission, Scope
from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState, Preferences
from cims_desktop.domain.progress import Task
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.privacy import person_word_keys
from cims_desktop.storage.person_rows import exported_tables
from tests.offices import add_customer
from tests.unit.services.persons import CONTENT, IDENTITY, MARKS, empty_tables, make_person

GERMAN = {"title": "Auskunft", "lang": "de", "section.contact_point": "Kontakt", "value.kind.mobile": "Handy"}


class Page(HTMLParser):
    """A page's tags and text, and what stands in its heads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.heads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data + "\n"
        if self.tags and self.tags[-1][0] in ("h2", "th") and data.strip():
            self.heads.append(data.strip())


@pytest.fixture
def person(office: OpenOffice) -> int:
    return make_person(office)


def test_the_example_fills_every_exported_table_but_those_that_a_use_case_must_fill(
    office: OpenOffice, person: int
) -> None:
    assert empty_tables(office, person) == []


def test_everything_stands_in_the_json_by_table(office: OpenOffice, person: int, tmp_path: Path) -> None:
    done = office.privacy.export_person(person, tmp_path, {}, by=office.user)

    told = json.loads(done.json.read_text("utf-8"))
    data = told["data"]
    assert (told["format"], told["office"], told["exported_by"]) == ("cims person", "Riverside", "Mei Chen")
    assert set(data) == {table.name for table in exported_tables()} | {"processing", "exports"}
    assert all(data[table.name] for table in exported_tables())
    text = json.dumps(data, ensure_ascii=False)
    assert [mark for mark in MARKS if mark not in text] == []
    (purchase,) = data["purchase"]
    assert (purchase["total"], purchase["customer"]) == ("44.99", "C000001")
    assert [line["quantity"] for line in purchase["purchase_line"]] == ["2", "1", "1"]
    assert data["preference"][0]["interests"] == [MARKS[9]]
    assert data["customer_tag"][0]["tag"] == "VIP" and data["custom_value"][0]["field"] == "hobby"
    assert data["consent_event"][0]["state"] == "granted"
    kinds = {act["kind"] for act in data["processing"]}
    assert {"create", "amend", "record"} <= kinds
    assert any(c["before"] == MARKS[19] for act in data["processing"] for c in act["changes"])


def test_attachments_are_files_and_the_page_leads_to_them(
    office: OpenOffice, person: int, tmp_path: Path
) -> None:
    done = office.privacy.export_person(person, tmp_path, {}, by=office.user)

    assert [path.read_bytes() for path in done.files] == [CONTENT]
    links = [attrs["href"] for tag, attrs in Page(done.html.read_text("utf-8")).tags if tag == "a"]
    assert links == ["files/1-amate%20paper.png"]
    assert done.files[0] == done.folder / "files" / "1-amate paper.png"


def test_the_page_is_one_file_in_the_given_words(office: OpenOffice, person: int, tmp_path: Path) -> None:
    done = office.privacy.export_person(person, tmp_path, GERMAN, by=office.user)

    text = done.html.read_text("utf-8")
    page = Page(text)
    assert {"Auskunft", "Kontakt", "Handy"} <= {line.split(" · ")[0] for line in page.words.splitlines()}
    assert [mark for mark in MARKS if mark not in page.words and mark != MARKS[15]] == []
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "form"}
    assert "http" not in text.replace("http-equiv", "") and '<html lang="de">' in text


def test_times_are_those_of_the_office_s_clock(office: OpenOffice, person: int, tmp_path: Path) -> None:
    done = office.privacy.export_person(person, tmp_path, {}, by=office.user)

    words = Page(done.html.read_text("utf-8")).words
    assert "2026-11-21 12:00" in words and "T04:00" not in words
    assert '"occurred_at": "2026-11-21T04:00:00+00:00"' in done.json.read_text("utf-8")


def test_what_somebody_typed_cannot_become_part_of_the_page(office: OpenOffice, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=y>\"'"
    customer_id = add_customer(office, hostile, note=hostile)

    done = office.privacy.export_person(customer_id, tmp_path, {"title": hostile}, by=office.user)

    page = Page(done.html.read_text("utf-8"))
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert page.words.count(hostile) >= 3


def test_every_word_of_the_page_can_be_given(office: OpenOffice, person: int, tmp_path: Path) -> None:
    """A key that is missing in the list would stay English for ever."""
    keys = person_word_keys()
    words = {key: f"«{key}»" for key in keys} | {"lang": "en"}

    page = Page(office.privacy.export_person(person, tmp_path, words, by=office.user).html.read_text("utf-8"))

    assert len(set(keys)) == len(keys)
    assert len(page.heads) > 50
    assert [head for head in page.heads if not head.startswith("«")] == []


def test_sensitive_values_are_left_out_unless_asked_for(
    office: OpenOffice, person: int, tmp_path: Path
) -> None:
    plain = office.privacy.export_person(person, tmp_path, {}, by=office.user)
    full = office.privacy.export_person(person, tmp_path, {}, by=office.user, sensitive=True)

    for path in (plain.html, plain.json):
        assert IDENTITY not in path.read_text("utf-8") and "002X" in path.read_text("utf-8")
    assert json.loads(full.json.read_text("utf-8"))["data"]["secret_value"][0]["value"] == IDENTITY
    assert IDENTITY in full.html.read_text("utf-8")
    assert plain.folder != full.folder
    revealed = [row for row in office.audit.who_saw(person, by=office.user) if row.how == "revealed"]
    assert len(revealed) == 1


def test_an_export_is_in_the_ledger_and_in_the_journal(
    office: OpenOffice, person: int, tmp_path: Path
) -> None:
    import hashlib

    done = office.privacy.export_person(person, tmp_path, {}, by=office.user)

    with office._database.read() as connection:
        entry = connection.exec_driver_sql(
            "SELECT kind, file_name, file_digest, written FROM export_entry WHERE id = ?", (done.ledger,)
        ).one()
    digest = hashlib.sha256(done.json.read_bytes()).hexdigest()
    assert tuple(entry) == ("person", done.folder.name, digest, 1)
    assert MARKS[0] not in str(done.folder.relative_to(tmp_path))
    again = json.loads(
        office.privacy.export_person(person, tmp_path, {}, by=office.user).json.read_text("utf-8")
    )
    assert [one["file"] for one in again["data"]["exports"]] == [done.folder.name]
    assert any(one.how == "exported" for one in office.audit.who_saw(person, by=office.user))


@pytest.mark.parametrize("stage", ["reading", "files", "journal"])
def test_a_cancelled_export_leaves_nothing_behind(
    office: OpenOffice, person: int, tmp_path: Path, stage: str
) -> None:
    from cims_desktop.domain.errors import Cancelled

    out = tmp_path / "out"
    out.mkdir()
    seen: list[str] = []

    def cancelled() -> bool:
        seen.append("asked")
        return len(seen) > ["reading", "files", "journal"].index(stage)

    with pytest.raises(Cancelled):
        office.privacy.export_person(person, out, {}, Task(cancelled=cancelled), by=office.user)

    assert list(out.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(office: OpenOffice, person: int, tmp_path: Path) -> None:
    with pytest.raises(CimsError) as fault:
        office.privacy.export_person(person, tmp_path / "nowhere", {}, by=office.user)

    assert fault.value.code == "folder_missing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_an_export_is_for_its_owner_alone(office: OpenOffice, person: int, tmp_path: Path) -> None:
    done = office.privacy.export_person(person, tmp_path, {}, by=office.user)

    for path in (done.folder, *done.folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_who_lacks_a_right_gets_nothing(office: OpenOffice, person: int, tmp_path: Path) -> None:
    manager = replace(office.user, role=READY_ROLES[RoleName.MANAGER])
    seller = replace(
        office.user,
        role=Role("own", {Permission.VIEW_CUSTOMERS: Scope.OWN, Permission.EXPORT_PERSON: Scope.OWN}),
    )

    with pytest.raises(PermissionDenied) as sensitive:
        office.privacy.export_person(person, tmp_path, {}, by=manager, sensitive=True)
    with pytest.raises(PermissionDenied) as foreign:
        office.privacy.export_person(person, tmp_path, {}, by=seller)
    with pytest.raises(NotFound):
        office.privacy.export_person(4711, tmp_path, {}, by=office.user)

    assert sensitive.value.params["permission"] == Permission.EXPORT_SENSITIVE.value
    assert foreign.value.params["reason"] == "not_yours"
    assert not list(tmp_path.glob("*-2026*"))


def test_a_merged_record_belongs_to_the_person(office: OpenOffice, person: int, tmp_path: Path) -> None:
    other = add_customer(office, "Kukulkan", contacts=())
    office.sensitive.put(other, "tax_id", IDENTITY, by=office.user)
    with office._database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE customer SET hidden = 2, merged_into = ? WHERE id = ?", (person, other)
        )

    done = office.privacy.export_person(person, tmp_path, {}, by=office.user, sensitive=True)

    data = json.loads(done.json.read_text("utf-8"))["data"]
    assert [one["name"] for one in data["customer"]] == [MARKS[0], "Kukulkan"]
    assert {one["field"] for one in data["secret_value"]} == {"national_id", "tax_id"}


def test_each_word_about_consent_is_kept_with_its_day_and_source(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    book, by = office.preferences, office.user

    def say(state: ConsentState, source: str) -> None:
        version = book.get(customer_id, by=by).version
        said = (
            Consent(ConsentChannel.EMAIL, state, source=source),
            Consent(ConsentChannel.POST, ConsentState.UNKNOWN),
        )
        book.save(Preferences(customer_id, consents=said, version=version), by=by)

    say(ConsentState.UNKNOWN, "")
    say(ConsentState.GRANTED, "form")
    say(ConsentState.GRANTED, "form")
    say(ConsentState.REFUSED, "phone")

    history = office.privacy.consent_history(customer_id, by=by)
    assert [(one.state, one.source, one.by_name) for one in history] == [
        (ConsentState.REFUSED, "phone", "Mei Chen"),
        (ConsentState.GRANTED, "form", "Mei Chen"),
    ]
