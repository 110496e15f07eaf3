"""Made-up customers: valid, coherent, believable, and the same for the same seed."""

from __future__ import annotations

from collections import Counter

from cims_desktop.domain.contacts import ContactKind, normalise
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier, errors_in, prepared
from cims_desktop.services.demo.customers.contacts import card_number
from cims_desktop.services.demo.customers.records import Portrait
from cims_desktop.services.demo.lists import chinese_places, western_places

RESERVED = ("example.com", "example.org", "example.net")


def test_every_contact_point_is_stored_as_the_domain_would_normalise_it(portraits: list[Portrait]) -> None:
    points = [point for one in portraits for point in one.customer.contacts]

    wrong = [(point, normalise(point, "CN")) for point in points if normalise(point, "CN") != (point, None)]

    assert len(points) > 6000
    assert wrong == []


def test_every_customer_passes_the_rules_of_the_form_unchanged(portraits: list[Portrait]) -> None:
    for one in portraits:
        ready, problems = prepared(one.customer, "CN")

        assert errors_in(problems) == ()
        assert problems == ()
        assert ready == one.customer


def test_mail_addresses_are_under_reserved_domains(portraits: list[Portrait]) -> None:
    mails = [p.value for one in portraits for p in one.customer.contacts if p.kind is ContactKind.EMAIL]

    assert len(mails) > 1500
    assert all(mail.endswith(RESERVED) for mail in mails)
    assert all(
        mail.rpartition("@")[2].endswith(tuple(f".{d}" for d in RESERVED) + RESERVED) for mail in mails
    )


def test_chinese_addresses_have_districts_of_their_city_and_its_postal_code(
    portraits: list[Portrait],
) -> None:
    known = {}
    for city in chinese_places.CITIES:
        for language in (0, 1):
            for *names, postal in city.districts:
                known[city.province[language], city.name[language], names[language]] = postal
    addresses = [a for one in portraits for a in one.customer.addresses if a.country == "CN"]

    assert len(addresses) > 1500
    for address in addresses:
        postal = known[address.province, address.city, address.district]
        assert len(address.postal_code) == 6
        assert address.postal_code.startswith(postal)


def test_addresses_abroad_have_districts_of_their_city_and_its_postal_code(portraits: list[Portrait]) -> None:
    known = {
        (city.country, city.province, city.name, district): postal
        for city in western_places.CITIES
        for district, postal in city.districts
    }
    addresses = [a for one in portraits for a in one.customer.addresses if a.country != "CN"]

    assert len(addresses) > 200
    for address in addresses:
        pattern = known[address.country, address.province, address.city, address.district]
        assert len(address.postal_code) == len(pattern)
        fixed = pattern.replace("@", "#").split("#")[0]
        assert address.postal_code.startswith(fixed)
        assert "#" not in address.postal_code
        assert "@" not in address.postal_code


def test_landlines_carry_the_area_code_of_the_organisation_s_city(portraits: list[Portrait]) -> None:
    codes = {name: city.area_code for city in chinese_places.CITIES for name in city.name}
    seen = 0
    for one in portraits:
        home, phone = one.customer.address, one.customer.phone
        if home is None or home.country != "CN" or phone is None or phone.kind is not ContactKind.PHONE:
            continue
        seen += 1
        assert phone.value.startswith(f"0{codes[home.city]}-")
    assert seen > 100


def test_people_of_an_organisation_share_its_mail_domain(portraits: list[Portrait]) -> None:
    domains = {}
    for one in portraits:
        if one.customer.kind is CustomerKind.ORGANISATION and one.customer.email:
            domains.setdefault(one.customer.name, set()).add(one.customer.email.value.rpartition("@")[2])
    employees = [one.customer for one in portraits if one.customer.organisation]

    at_work = [
        (customer.organisation, point.value.rpartition("@")[2])
        for customer in employees
        for point in customer.contacts
        if point.label == "work"
    ]

    assert len(employees) > 500
    assert {customer.organisation for customer in employees} <= set(domains)
    assert all(domain in domains[name] for name, domain in at_work)


def test_the_mixture_of_people_is_the_one_that_was_asked_for(portraits: list[Portrait]) -> None:
    languages = Counter(one.customer.language for one in portraits)
    kinds = Counter(one.customer.kind for one in portraits)
    birthdays = [one.customer.birthday for one in portraits if one.customer.birthday]

    assert 0.57 < languages["zh_CN"] / 3000 < 0.63
    assert 0.10 < kinds[CustomerKind.ORGANISATION] / 3000 < 0.14
    assert 0.10 < sum(day.year is None for day in birthdays) / len(birthdays) < 0.20
    assert all(day.is_valid() for day in birthdays)


def test_tiers_follow_spending_and_statuses_follow_the_last_purchase(portraits: list[Portrait]) -> None:
    spent = {
        tier: [one.customer.summary.total_spent for one in portraits if one.customer.tier is tier]
        for tier in Tier
    }

    assert max(spent[Tier.NONE]) < min(spent[Tier.BRONZE])
    assert max(spent[Tier.BRONZE]) < min(spent[Tier.SILVER])
    assert max(spent[Tier.SILVER]) < min(spent[Tier.GOLD])
    assert 40 < len(spent[Tier.GOLD]) < len(spent[Tier.SILVER]) < len(spent[Tier.BRONZE])
    for one in portraits:
        if one.customer.status is CustomerStatus.PROSPECT:
            assert one.customer.summary.last_purchase is None
        if one.customer.status is CustomerStatus.ACTIVE:
            assert one.customer.summary.last_purchase is not None


def test_names_are_varied_and_numbers_unique(portraits: list[Portrait]) -> None:
    names = Counter(one.customer.name for one in portraits)

    assert len(names) > 2500
    assert names.most_common(1)[0][1] <= 8
    assert len({one.customer.number for one in portraits}) == 3000
    assert [one.customer.id for one in portraits] == list(range(1, 3001))


def test_membership_cards_carry_luhn_s_check_digit() -> None:
    digits = [int(letter) for letter in card_number(12_480)]

    doubled = [
        digit * 2 - 9 * (digit > 4) if place % 2 else digit for place, digit in enumerate(reversed(digits))
    ]

    assert sum(doubled) % 10 == 0


def test_half_of_the_customers_told_preferences_in_their_own_language(portraits: list[Portrait]) -> None:
    told = [one.preferences for one in portraits if one.preferences is not None]

    assert 1300 < len(told) < 1700
    for one in portraits:
        if one.preferences is not None:
            assert one.preferences.customer_id == one.customer.id
            assert one.preferences.language == one.customer.language
            assert one.preferences.interests
            channels = [consent.channel for consent in one.preferences.consents]
            assert len(channels) == len(set(channels))
