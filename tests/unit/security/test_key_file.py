"""The key file's form: canonical, private, versioned, and any changed byte refused."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cims_desktop.domain.errors import CimsError, OfficeFault
from cims_desktop.security.encoding import canonical
from cims_desktop.security.key_file import _checksum, parse, read_key_file, serialise
from cims_desktop.security.key_ring import list_users
from tests.unit.security.support import ADMIN_PASSWORD, TwoPeople, make_two_people

Content = dict[str, object]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> TwoPeople:
    return make_two_people(tmp_path_factory.mktemp("office"))


def code_of_opening(office: TwoPeople, data: bytes, folder: Path) -> str:
    path = folder / "tampered.keys"
    path.write_bytes(data)
    with pytest.raises(CimsError) as caught:
        TwoPeople(path, office.ada, office.bo_slot).open()
    return caught.value.code


def rechecked(content: Content) -> bytes:
    """The bytes of `content` with a checksum that fits, as somebody without the data key would write them."""
    body = {name: value for name, value in content.items() if name != "checksum"}
    return canonical({**body, "checksum": _checksum(body)})


def test_bytes_and_values_turn_into_each_other(office: TwoPeople) -> None:
    data = office.path.read_bytes()
    assert serialise(parse(data), office.ada.data_key) == data


def test_the_file_holds_no_key_and_no_password(office: TwoPeople) -> None:
    data = office.path.read_bytes()
    for key in (office.ada.data_key, office.ada.audit_key, office.ada.administrator_key or b""):
        assert key not in data
        assert key.hex().encode() not in data
    assert ADMIN_PASSWORD.encode() not in data


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_for_its_owner_alone(office: TwoPeople) -> None:
    assert stat.S_IMODE(office.path.stat().st_mode) == 0o600


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_changed_byte_is_refused(office: TwoPeople, tmp_path: Path, data: st.DataObject) -> None:
    changed = bytearray(office.path.read_bytes())
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    assert code_of_opening(office, bytes(changed), tmp_path) in {"key_file_damaged", "key_file_newer"}


def texts_in(value: object, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The way to every non-empty text in the file but its checksum."""
    if isinstance(value, dict):
        return [each for key, inner in value.items() for each in texts_in(inner, (*way, key))]
    return [way] if isinstance(value, str) and value and way != ("checksum",) else []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_changed_text_is_refused_even_when_the_checksum_fits(
    office: TwoPeople, tmp_path: Path, data: st.DataObject
) -> None:
    content = json.loads(office.path.read_bytes())
    *way, last = data.draw(st.sampled_from(texts_in(content)))
    place = content
    for key in way:
        place = place[key]
    at = data.draw(st.integers(0, len(place[last]) - 1))
    replacement = data.draw(st.sampled_from("ABCxyz019+/").filter(lambda char: char != place[last][at]))
    place[last] = place[last][:at] + replacement + place[last][at + 1 :]
    assert code_of_opening(office, rechecked(content), tmp_path) in {
        "key_file_damaged",
        "wrong_name_or_password",
    }


@pytest.mark.parametrize("kept", [0, 1, 100, -1])
def test_a_cut_file_is_refused(office: TwoPeople, tmp_path: Path, kept: int) -> None:
    assert code_of_opening(office, office.path.read_bytes()[:kept], tmp_path) == "key_file_damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b"\xff\xfe{}",
        b"[" * 100_000,
        b"1" * 10_000,
        b'{"a":NaN}',
    ],
)
def test_a_file_of_another_kind_is_refused(office: TwoPeople, tmp_path: Path, data: bytes) -> None:
    assert code_of_opening(office, data, tmp_path) == "key_file_damaged"


def test_the_same_content_in_another_spelling_is_refused(office: TwoPeople, tmp_path: Path) -> None:
    spelled = json.dumps(json.loads(office.path.read_bytes()), indent=1).encode()
    assert code_of_opening(office, spelled, tmp_path) == "key_file_damaged"


def test_a_newer_format_says_so(office: TwoPeople, tmp_path: Path) -> None:
    content = json.loads(office.path.read_bytes()) | {"format": 2, "unheard_of": []}
    assert code_of_opening(office, rechecked(content), tmp_path) == "key_file_newer"


def test_no_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(OfficeFault) as caught:
        read_key_file(tmp_path / "none.keys")
    assert caught.value.code == "key_file_missing"


def test_a_folder_in_its_place_has_no_access(tmp_path: Path) -> None:
    with pytest.raises(OfficeFault) as caught:
        read_key_file(tmp_path)
    assert caught.value.code == "no_access"


@pytest.mark.parametrize("name", ["epoch", "current", "pending", "public_keys", "checks", "kdf", "office"])
def test_a_deliberate_change_with_a_fitting_checksum_is_refused(
    office: TwoPeople, tmp_path: Path, name: str
) -> None:
    content = json.loads(office.path.read_bytes())
    changes: Content = {
        "epoch": 99,
        "current": content["current"] | {"audit": 2},
        "pending": {"data": 2},
        "public_keys": {"sensitive:1": "A" * 43 + "="},
        "checks": content["checks"] | {"data:2": "A" * 43 + "="},
        "kdf": content["kdf"] | {"t": 2},
        "office": "uid-2",
    }
    changed = rechecked(content | {name: changes[name]})
    # Sealed under another office's name the password can't open the slot; all else falls to the MAC.
    expected = "wrong_name_or_password" if name == "office" else "key_file_damaged"
    assert code_of_opening(office, changed, tmp_path) == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "manager"),
        ("sign_in_name", "Eve"),
        ("enabled", False),
        ("factors", ["unknown"]),
        ("kind", "ghost"),
        ("kdf", {"algorithm": "argon2id", "t": 1, "m": 1 << 30, "p": 1}),
        ("generation", 0),
        ("public_key", "AAAA"),
    ],
)
def test_a_colleagues_changed_entry_is_refused(
    office: TwoPeople, tmp_path: Path, field: str, value: object
) -> None:
    content = json.loads(office.path.read_bytes())
    content["slots"][office.bo_slot][field] = value
    assert code_of_opening(office, rechecked(content), tmp_path) == "key_file_damaged"


def test_listing_users_needs_no_key_and_shows_names_only(office: TwoPeople) -> None:
    listed = [(user.sign_in_name, user.role, user.enabled) for user in list_users(office.path)]
    assert listed == [("Ada", "administrator", True), ("Bo", "front_desk", True)]


def test_a_recovery_slot_is_read_but_is_no_user(office: TwoPeople, tmp_path: Path) -> None:
    file = parse(office.path.read_bytes())
    content = json.loads(serialise(file, office.ada.data_key))
    content["slots"][office.bo_slot]["kind"] = "recovery"
    path = tmp_path / "recovery.keys"
    path.write_bytes(rechecked(content))
    assert [user.sign_in_name for user in list_users(path)] == ["Ada"]
    assert read_key_file(path).named("Bo") is None
