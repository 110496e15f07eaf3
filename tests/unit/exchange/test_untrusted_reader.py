"""A reader process that was taken over may say anything: what it says is refused, it never surprises the program."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading.guard import _checked
from cims_desktop.exchange.reading.wire import BadMessage, decode, unpack_rows

ROWS: dict[str, Any] = {"kind": "rows", "sheet": "", "plain": True, "numbers": [2], "rows": [["a", "b"]]}


def received(**changed: object) -> Any:
    return unpack_rows(decode(json.dumps(ROWS | changed).encode()))


@pytest.mark.parametrize(
    "changed",
    [
        {"rows": [5]},
        {"rows": ["ab"]},
        {"rows": [None]},
        {"rows": [{"a": 1}]},
        {"rows": [["a", {"d": "2024-01-01"}]]},
        {"rows": [["a", ["nested"]]]},
        {"rows": [["a", 7]]},
        {"plain": False, "rows": [7]},
        {"plain": False, "rows": [[["nested"]]]},
        {"plain": False, "rows": [[float("nan")]]},
        {"plain": False, "rows": [[float("inf")]]},
        {"numbers": ["2"]},
        {"numbers": [True]},
        {"numbers": [2, 3]},
        {"sheet": 7},
    ],
)
def test_rows_of_another_shape_are_refused(changed: dict[str, object]) -> None:
    with pytest.raises(BadMessage):
        received(**changed)


def test_rows_of_the_right_shape_are_taken() -> None:
    assert received()[0].cells == ("a", "b")


def test_the_names_in_a_fault_cannot_clash_with_the_faults_own() -> None:
    message = {"kind": "fault", "code": "damaged", "params": {"code": "x", "self": 1, "row": 7, "deep": [1]}}

    with pytest.raises(UnreadableFile) as fault:
        _checked(message)

    assert (fault.value.code, fault.value.params) == ("damaged", {"row": 7})
