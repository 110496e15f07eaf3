"""The log: one JSON object a line, rotated, private, without anything a customer or user typed."""

from __future__ import annotations

import json
import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.services import logs
from cims_desktop.services.logs import PrivateRotatingHandler, configure, error_fields, timed

SECRET = "李雷 +8613800138000"
own = logging.getLogger("cims_desktop.services.something")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root, package = logging.getLogger(), logging.getLogger("cims_desktop")
    levels = root.level, package.level
    yield configure(tmp_path / "logs")
    for handler in [each for each in root.handlers if isinstance(each, PrivateRotatingHandler)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(levels[0])
    package.setLevel(levels[1])


def lines(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_a_line_has_the_schemas_fields(log: Path) -> None:
    own.info("office opened", extra={"rows": 12})
    (line,) = lines(log)
    assert line["message"] == "office opened"
    assert line["log.level"] == "info"
    assert line["log.logger"] == own.name
    assert line["cims.rows"] == 12
    assert str(line["@timestamp"]).endswith("+00:00")
    assert {"ecs.version", "service.name", "service.version", "process.pid"} <= set(line)


def test_values_of_a_message_are_never_put_in(log: Path) -> None:
    own.warning("customer %s could not be saved", SECRET)
    assert lines(log)[0]["message"] == "customer %s could not be saved"
    assert SECRET not in log.read_text(encoding="utf-8")


def test_extra_fields_pass_by_name_and_only_as_numbers_or_identifiers(log: Path) -> None:
    own.info(
        "saved", extra={"customer": SECRET, "event_action": SECRET, "rows": 3, "error_code": "disk_full"}
    )
    (line,) = lines(log)
    assert (line["event.action"], line["cims.rows"], line["error.code"]) == ("(withheld)", 3, "disk_full")
    assert "customer" not in line


def test_other_libraries_say_only_where(log: Path) -> None:
    logging.getLogger("sqlalchemy.pool").warning(f"INSERT ('{SECRET}')")  # noqa: G004
    (line,) = lines(log)
    assert (line["message"], line["log.logger"]) == ("(withheld)", "sqlalchemy.pool")
    assert "customer" not in log.read_text(encoding="utf-8")
    assert "INSERT" not in log.read_text(encoding="utf-8")


def test_other_libraries_chatter_is_left_out(log: Path) -> None:
    logging.getLogger("matplotlib").info("found 300 fonts")
    own.info("one line")
    assert len(lines(log)) == 1


def fail_with(text: str) -> None:
    local = text
    raise ValueError(f"could not parse {local}")


def test_an_exception_is_logged_with_its_places_but_not_its_text(log: Path) -> None:
    try:
        try:
            fail_with(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        own.error("a job failed", exc_info=error)
    (line,) = lines(log)
    trace = str(line["error.stack_trace"])
    assert line["error.type"] == "builtins.KeyError"
    assert "ValueError" in trace
    assert "fail_with" in trace
    written = log.read_text(encoding="utf-8")
    assert "李雷" not in written
    assert "\\u674e" not in written
    assert "13800138000" not in written


def test_logging_an_exception_the_ordinary_way_hides_its_text_too(log: Path) -> None:
    try:
        fail_with(SECRET)
    except ValueError:
        own.exception("a job failed")
    assert "13800138000" not in log.read_text(encoding="utf-8")
    assert lines(log)[0]["error.type"] == "builtins.ValueError"


def test_a_known_fault_is_logged_by_its_code() -> None:
    fields = error_fields(OfficeFault("disk_full", path="/home/ada/李雷.cims"))
    assert fields["error.code"] == "disk_full"
    assert "ada" not in json.dumps(fields)


def test_an_exception_that_caused_itself_ends() -> None:
    error = ValueError()
    error.__context__ = KeyError()
    error.__context__.__context__ = error
    assert str(error_fields(error)["error.stack_trace"]).count("ValueError") == 1


def test_no_path_of_this_computer_is_logged() -> None:
    with pytest.raises(ValueError, match="null") as caught:
        configure(Path("\0"))
    trace = str(error_fields(caught.value)["error.stack_trace"])
    assert str(Path(logs.__file__).parents[2]) not in trace
    assert "cims_desktop/services/logs.py" in trace


def test_a_newline_cannot_forge_a_line(log: Path) -> None:
    own.info('done\n{"message": "forged"}\u2028x')
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1


def clock(*instants: int) -> object:
    values = iter(instants)
    return lambda: next(values)


def test_a_timed_call_tells_how_long_and_that_it_went_well(log: Path) -> None:
    with timed("customers.amend", clock(0, 2_500_000)):  # type: ignore[arg-type]
        pass
    (line,) = lines(log)
    assert (line["event.action"], line["event.outcome"]) == ("customers.amend", "success")
    assert (line["event.duration"], line["cims.duration_ms"]) == (2_500_000, 2.5)


def test_a_timed_call_that_fails_tells_its_kind_and_lets_the_error_through(log: Path) -> None:
    with pytest.raises(OfficeFault), timed("office.open"):
        raise OfficeFault("damaged", path=SECRET)
    (line,) = lines(log)
    assert (line["event.outcome"], line["error.type"], line["error.code"]) == (
        "failure",
        "OfficeFault",
        "damaged",
    )
    assert "13800138000" not in log.read_text(encoding="utf-8")


def test_a_function_can_be_timed_again_and_again(log: Path) -> None:
    @timed("search.find")
    def find(number: int) -> int:
        return find(number - 1) + 1 if number else 0

    assert (find(2), find(0)) == (2, 0)
    assert [line["event.action"] for line in lines(log)] == ["search.find"] * 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_log_and_folder_are_for_the_owner_alone_after_rotation_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: Path
) -> None:
    monkeypatch.setattr(logs, "FILE_BYTES", 2_000)
    log = configure(tmp_path / "small")
    for _ in range(60):
        own.info("a line that says little")
    files = sorted(log.parent.iterdir())
    assert [path.name for path in files] == [logs.LOG_FILE, *(f"{logs.LOG_FILE}.{n}" for n in range(1, 5))]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
    assert all(path.stat().st_size <= 2_000 for path in files)


def test_configuring_again_moves_the_log(log: Path, tmp_path: Path) -> None:
    moved = configure(tmp_path / "elsewhere")
    own.info("where am I")
    assert (log.exists(), len(lines(moved))) == (False, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows doesn't let an open file be renamed")
def test_a_log_rotated_by_another_process_is_followed(log: Path) -> None:
    own.info("first")
    log.rename(log.with_name("taken"))
    own.info("second")
    assert [line["message"] for line in lines(log)] == ["second"]


def test_a_log_that_cannot_be_written_stops_nobody(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: PrivateRotatingHandler) -> object:
        raise OSError(28, "no space")

    monkeypatch.setattr(PrivateRotatingHandler, "_open", full)
    own.error("lost")
    assert capsys.readouterr().err == ""
