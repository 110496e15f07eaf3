"""The way back in by the printed code, and what a sign-in brings up to date in the key file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.security import key_ring
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.key_file import parse
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.files import update_file
from cims_desktop.storage.tables.work import act
from tests.offices import CHEAP, NAME, PASSWORD, entrance

NEW = "granite teapot orchard 8"


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(CimsError) as caught:
        work()
    error = caught.value
    return error.problems[0].code if isinstance(error, Invalid) else error.code


def test_the_printed_code_lets_an_administrator_in_with_a_new_password(office: OpenOffice) -> None:
    code = office.keys.recovery_code(by=office.user)

    with contextlib.closing(entrance().recover(office.path, code.lower(), NAME.upper(), NEW)) as back:
        assert back.user.sign_in_name == NAME and back.user.role.administers
        with back.acting.read() as connection:
            told = connection.execute(sa.select(act).where(act.c.kind == "keys")).all()
        assert '"what": "recovered"' in told[-1].detail
        assert back.health.check(by=back.user).ok

    entrance().sign_in(office.path, NAME, NEW).close()
    assert code_of(lambda: entrance().sign_in(office.path, NAME, PASSWORD)) == "wrong_name_or_password"


def test_the_printed_code_is_for_active_administrators_and_for_good_passwords(office: OpenOffice) -> None:
    office.users.add("bo", "Bo", READY_ROLES[RoleName.MANAGER], NEW, by=office.user)
    code = office.keys.recovery_code(by=office.user)
    before = office.path.with_suffix(".keys").read_bytes()

    recover = entrance().recover
    assert code_of(lambda: recover(office.path, code, "bo", "seven quiet lanterns 9")) == "no_administrator"
    assert (
        code_of(lambda: recover(office.path, code, "nobody", "seven quiet lanterns 9")) == "no_administrator"
    )
    assert code_of(lambda: recover(office.path, code, NAME, "short")) == "too_short"
    assert code_of(lambda: recover(office.path, code[:-1], NAME, NEW)) == "incomplete"
    assert office.path.with_suffix(".keys").read_bytes() == before


def test_a_wrong_code_is_refused_and_counted(office: OpenOffice) -> None:
    from cims_desktop.security.recovery_codes import new_recovery_code

    office.keys.recovery_code(by=office.user)
    wrong = lambda: entrance().recover(office.path, new_recovery_code(), NAME, NEW)  # noqa: E731
    assert code_of(wrong) == "wrong_recovery_code"
    assert [code_of(wrong) for _ in range(5)][-1] == "wait"


def slot(office: OpenOffice) -> object:
    file = parse(office.path.with_suffix(".keys").read_bytes())
    return next(iter(file.slots.values())).kdf


def test_a_dearer_derivation_is_taken_up_at_the_next_sign_in(office: OpenOffice) -> None:
    dearer = KdfParameters(2, 16, 1)
    assert office.users.raise_cost(dearer, by=office.user).act
    assert slot(office) == CHEAP
    assert office.users.raise_cost(dearer, by=office.user).act is None

    entrance().sign_in(office.path, NAME, PASSWORD).close()

    assert slot(office) == dearer
    entrance().sign_in(office.path, NAME, PASSWORD).close()


def test_a_key_file_that_cannot_be_written_keeps_nobody_out(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cims_desktop.domain.errors import OfficeFault
    from cims_desktop.services import arriving

    keys = key_ring.open_key_file(office.path.with_suffix(".keys"), NAME, PASSWORD, minimum=CHEAP)
    key_ring.raise_cost(office.path.with_suffix(".keys"), keys, KdfParameters(2, 16, 1), update=update_file)

    def full(*_given: object) -> None:
        raise OfficeFault("disk_full")

    monkeypatch.setattr(arriving, "update_file", full)
    entrance().sign_in(office.path, NAME, PASSWORD).close()
    assert slot(office) == CHEAP
