"""The customer's form gives back exactly what was put in, and what was typed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.gui import translation
from cims_desktop.gui.widgets.customer_form import CustomerForm

FULL = Customer(
    "Ada Lovelace",
    kind=CustomerKind.PERSON,
    id=7,
    family_name="Lovelace",
    given_name="Ada",
    organisation="Analytical Engines",
    job_title="Analyst",
    status=CustomerStatus.DORMANT,
    tier=Tier.SILVER,
    source="fair",
    birthday=PartialDate(12, 10, 1815),
    language="en",
    note="one\n\u00a0two \u2014 three",
    contacts=(
        ContactPoint(ContactKind.MOBILE, "138 0013 8000", "+8613800138000", "work", primary=True, id=1),
        ContactPoint(
            ContactKind.EMAIL, "ada@example.com", "ada@example.com", "my own label", primary=True, id=2
        ),
        ContactPoint(ContactKind.PHONE, "ask reception", "", "", invalid=True, id=3),
    ),
    addresses=(Address("72 Nanjing West Road", "Jing'an", "Shanghai", "", "200041", "CN", "home", True, 5),),
    version=3,
)


@pytest.fixture
def form(qtbot: QtBot, dressed: QApplication) -> CustomerForm:
    """An empty form."""
    made = CustomerForm()
    qtbot.addWidget(made)
    return made


def test_a_shown_customer_is_not_changed(form: CustomerForm) -> None:
    form.show_customer(FULL, "CN")

    assert form.customer() == FULL
    assert not form.is_changed()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_another_language_changes_nothing(form: CustomerForm, language: translation.Language) -> None:
    form.show_customer(FULL, "CN")

    translation.set_language(language)
    QApplication.sendPostedEvents()

    assert form.customer() == FULL


def test_a_lunar_birthday_stays_one(form: CustomerForm) -> None:
    lunar = replace(FULL, birthday=PartialDate(8, 15, 1980, CalendarKind.LUNAR))

    form.show_customer(lunar, "CN")

    assert form.customer() == lunar


def test_a_birthday_without_its_year_is_typed_and_taken_away(qtbot: QtBot, form: CustomerForm) -> None:
    form.show_customer(FULL, "CN")
    edit = form.ui.birthday_edit.line_edit

    edit.selectAll()
    qtbot.keyClicks(edit, "29 feb")
    assert form.customer().birthday == PartialDate(2, 29)
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)

    assert form.customer().birthday is None


def test_a_removed_row_is_gone_and_a_blank_one_never_there(form: CustomerForm) -> None:
    form.show_customer(FULL, "CN")

    form.ui.contacts_edit.row(1).ui.remove_button.click()
    form.ui.contacts_edit.email_button.click()
    form.ui.addresses_edit.add_button.click()

    assert [point.id for point in form.customer().contacts] == [1, 3]
    assert form.customer().addresses == FULL.addresses


def test_only_one_phone_is_the_first(form: CustomerForm) -> None:
    form.show_customer(FULL, "CN")

    form.ui.contacts_edit.row(2).ui.primary_button.click()

    assert [point.primary for point in form.customer().contacts] == [False, True, True]


def test_an_organisation_asks_for_no_birthday(form: CustomerForm) -> None:
    form.show_customer(Customer(""), "CN")

    form.ui.organisation_button.click()

    assert form.ui.birthday_edit.isHidden()
    assert form.customer().kind is CustomerKind.ORGANISATION


LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")
"""A text field of several lines knows one kind of line end."""


def naughty_strings(folder: Path) -> list[str]:
    found: list[str] = json.loads((folder / "blns.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.shared_data
def test_every_naughty_string_comes_back_unchanged(form: CustomerForm, shared_data: Path) -> None:
    for text in naughty_strings(shared_data / "tables" / "naughty_strings"):
        contact = ContactPoint(ContactKind.OTHER, text, label=text)
        given = replace(
            Customer(text, organisation=text, family_name=text, given_name=text, job_title=text),
            source=text,
            language=text,
            note=text,
            contacts=(contact,) if text.strip() else (),
            addresses=(Address(text, text, text, text, text, label=text),) if text else (),
        )

        form.show_customer(given, "CN")

        assert form.customer() == given, repr(text)


@pytest.mark.shared_data
def test_every_naughty_string_that_is_typed_is_given_back(
    qtbot: QtBot, form: CustomerForm, shared_data: Path
) -> None:
    form.show_customer(Customer("x"), "CN")
    for naughty in naughty_strings(shared_data / "tables" / "naughty_strings"):
        text = naughty.lstrip("\ufeff\ufffe")  # PySide reads a byte order mark at the start as no text.
        form.ui.name_edit.setText(text)
        form.ui.name_edit.setModified(True)
        form.ui.note_edit.setPlainText("")
        form.ui.note_edit.insertPlainText(text)

        assert form.customer().name == text, repr(text)
        assert form.customer().note == "\n".join(LINE_ENDS.split(text)), repr(text)
