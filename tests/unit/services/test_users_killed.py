"""Changing users may be killed at any step: whoever should gets in, key file and rows agree, nothing is half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("killed_user_acts.py")
ACTS = {"add", "disable", "enable", "change password", "reset password", "recovery code"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is a fork of the signed-in program")
@pytest.mark.slow
def test_a_change_of_users_killed_at_any_step_has_happened_or_has_not() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT)],
        capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told) == ACTS
    assert {name: one["failures"] for name, one in told.items() if one["failures"]} == {}
    for one in told.values():
        assert 2 <= one["happened"] <= one["killed"] - 2
