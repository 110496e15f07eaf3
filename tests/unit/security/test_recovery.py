"""The printed recovery code: how it is typed, what it opens, and when it is void."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.errors import CimsError, Invalid, SignInRefused
from cims_desktop.security.key_ring import (
    has_recovery_code,
    list_users,
    open_by_recovery_code,
    renew_administrator_key,
    reset_password,
    set_enabled,
    set_recovery_code,
)
from cims_desktop.security.recovery_codes import (
    ALPHABET,
    canonical_code,
    new_recovery_code,
    new_short_code,
    plain_short_code,
    recovery_code_problems,
)
from cims_desktop.storage.files import update_file
from tests.unit.security.support import CHEAP, TwoPeople, make_two_people

CODE = new_recovery_code()


@pytest.fixture
def office(tmp_path: Path) -> TwoPeople:
    return make_two_people(tmp_path)


def make_code(office: TwoPeople) -> str:
    return set_recovery_code(office.path, office.open(), update=update_file, minimum=CHEAP).code


def codes_of(typed: str) -> list[str]:
    return [problem.code for problem in recovery_code_problems(typed)]


def test_a_code_has_eight_groups_of_letters_that_are_not_mistaken_for_each_other() -> None:
    groups = CODE.split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert not set(CODE) & set("ILOU")
    assert new_recovery_code() != CODE


def test_a_code_is_known_however_it_is_typed() -> None:
    code = "0" * 5 + CODE[5:] if not codes_of("0" * 5 + CODE[5:]) else CODE
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"  {code}\n",
        code.replace("0", "o"),
        code.replace("1", "l"),
        code.replace("-", "–"),
        "".join(_wide(char) for char in code),
    ):
        assert canonical_code(typed) == code


def _wide(char: str) -> str:
    return chr(ord(char) + 0xFEE0)


@given(st.integers(0, 39), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found_in_its_group(at: int, letter: str) -> None:
    plain = CODE.replace("-", "")
    wrong = plain[:at] + letter + plain[at + 1 :]
    problems = recovery_code_problems(wrong)
    assert [(p.code, p.params["group"]) for p in problems] == (
        [] if wrong == plain else [("typing_mistake", at // 5 + 1)]
    )


@given(st.integers(0, 38))
def test_exchanged_neighbours_are_found(at: int) -> None:
    plain = CODE.replace("-", "")
    wrong = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
    assert bool(recovery_code_problems(wrong)) == (wrong != plain)


@given(st.permutations(range(8)))
def test_groups_in_another_order_are_found(order: list[int]) -> None:
    groups = CODE.split("-")
    wrong = "-".join(groups[index] for index in order)
    assert bool(recovery_code_problems(wrong)) == (order != list(range(8)))


def test_what_is_missing_or_cannot_be_is_named() -> None:
    assert codes_of("") == codes_of(CODE[:20]) == ["incomplete"]
    assert codes_of(CODE + "0") == ["too_long"]
    (unknown,) = recovery_code_problems("ABU")
    assert (unknown.code, unknown.value) == ("unknown_character", "U")
    with pytest.raises(Invalid):
        canonical_code("nonsense")


def test_short_codes_are_compared_without_their_looks() -> None:
    code = new_short_code()
    assert plain_short_code(code.lower().replace("-", " ")) == plain_short_code(code) == code.replace("-", "")


def test_the_recovery_code_opens_an_administrators_keys_but_is_no_user(office: TwoPeople) -> None:
    code = make_code(office)
    opened, ada = open_by_recovery_code(office.path, code.lower(), minimum=CHEAP), office.open()
    assert (opened.recovery, opened.role) == (True, "administrator")
    assert (opened.data_key, opened.administrator_key, opened.sensitive) == (
        ada.data_key,
        ada.administrator_key,
        ada.sensitive,
    )
    assert [user.sign_in_name for user in list_users(office.path)] == ["Ada", "Bo"]


def test_a_password_is_no_recovery_code_and_the_code_no_password(office: TwoPeople) -> None:
    code = make_code(office)
    with pytest.raises(SignInRefused):
        office.open("Ada", code)
    with pytest.raises(SignInRefused):
        office.open("", code)


def refusal(office: TwoPeople, code: str) -> str:
    with pytest.raises(CimsError) as caught:
        open_by_recovery_code(office.path, code, minimum=CHEAP)
    return caught.value.code


def test_a_mistyped_code_is_told_apart_from_a_wrong_one_and_from_none(office: TwoPeople) -> None:
    assert not has_recovery_code(office.path)
    assert refusal(office, CODE) == "no_recovery_code"
    make_code(office)
    assert has_recovery_code(office.path)
    assert refusal(office, CODE) == "wrong_recovery_code"
    assert refusal(office, CODE[:-1]) == "invalid"


def test_a_new_code_voids_the_old_one(office: TwoPeople) -> None:
    first, second = make_code(office), make_code(office)
    assert refusal(office, first) == "wrong_recovery_code"
    assert open_by_recovery_code(office.path, second, minimum=CHEAP).recovery


def test_a_forgotten_administrators_password_is_set_by_the_recovery_code(office: TwoPeople) -> None:
    opened = open_by_recovery_code(office.path, make_code(office), minimum=CHEAP)
    reset_password(
        office.path, opened, office.ada.slot_id, "found again at last", update=update_file, minimum=CHEAP
    )
    back = office.open("Ada", "found again at last")
    assert back.administrator_key
    assert opened.administrator_key in back.former_administrator_keys.values()


def test_the_code_still_opens_after_the_administrator_key_was_renewed(office: TwoPeople) -> None:
    code = make_code(office)
    renewed = renew_administrator_key(office.path, office.open(), update=update_file)
    assert (
        open_by_recovery_code(office.path, code, minimum=CHEAP).administrator_key == renewed.administrator_key
    )


def test_a_recovery_code_is_no_administrator_who_could_be_left_alone(office: TwoPeople) -> None:
    make_code(office)
    with pytest.raises(Invalid):
        set_enabled(office.path, office.open(), office.ada.slot_id, False, update=update_file)


def test_what_a_new_code_prints_does_not_show_it(office: TwoPeople) -> None:
    made = set_recovery_code(office.path, office.open(), update=update_file, minimum=CHEAP)
    assert made.code not in repr(made)
