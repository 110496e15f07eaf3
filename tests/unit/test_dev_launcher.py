"""The launcher of a fresh machine: what it decides for each platform, given as values."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import dev
import machine


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder for the launcher to work on."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    (tmp_path / "pyproject.toml").write_text('[build-system]\nrequires = ["builder>=1", "toolkit==2"]\n')
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Records the commands that the launcher would run, in place of running them."""
    recorded: list[list[str]] = []

    def record(command: list[str | Path], failure: str, quiet: bool = False) -> None:
        recorded.append([str(part) for part in command])

    monkeypatch.setattr(dev, "run", record)
    monkeypatch.setattr(machine, "run", record)
    return recorded


@pytest.mark.parametrize(
    ("version", "supported"), [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False)]
)
def test_python_3_11_to_3_14_is_supported(version: tuple[int, int], supported: bool) -> None:
    assert dev.python_supported(version) is supported


def test_the_interpreter_of_a_venv_lies_elsewhere_on_windows() -> None:
    assert dev.venv_python(Path("v"), windows=True) == Path("v", "Scripts", "python.exe")
    assert dev.venv_python(Path("v"), windows=False) == Path("v", "bin", "python")


@pytest.mark.parametrize(
    ("system", "environment", "screen"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_linux_has_a_screen_only_in_a_graphical_session(
    system: str, environment: dict[str, str], screen: bool
) -> None:
    assert dev.has_screen(system, environment) is screen


def test_without_a_screen_qt_draws_into_memory() -> None:
    assert dev.run_environment(screen=False, environment={})["QT_QPA_PLATFORM"] == "offscreen"


def test_a_screen_or_the_persons_own_choice_of_platform_is_left_alone() -> None:
    chosen = {"QT_QPA_PLATFORM": "vnc"}

    assert "QT_QPA_PLATFORM" not in dev.run_environment(screen=True, environment={})
    assert dev.run_environment(screen=False, environment=chosen)["QT_QPA_PLATFORM"] == "vnc"


@pytest.mark.parametrize(
    ("processor", "glibc"), [("x86_64", (2, 34)), ("aarch64", (2, 39)), ("AMD64", None), ("arm64", None)]
)
def test_a_machine_with_a_wheel_of_qt_is_accepted(processor: str, glibc: tuple[int, int] | None) -> None:
    machine.check_platform(processor, glibc, pointer_bits=64)


@pytest.mark.parametrize(
    ("processor", "glibc", "bits", "reason"),
    [
        ("x86_64", (2, 31), 64, r"needs GNU C library 2\.34 .* has 2\.31"),
        ("aarch64", (2, 36), 64, r"needs GNU C library 2\.39 .* has 2\.36"),
        ("AMD64", None, 32, "32-bit Python"),
    ],
)
def test_a_machine_without_a_wheel_of_qt_is_refused_with_the_reason(
    processor: str, glibc: tuple[int, int] | None, bits: int, reason: str
) -> None:
    with pytest.raises(machine.SetupError, match=reason):
        machine.check_platform(processor, glibc, bits)


def test_only_libraries_that_the_loader_misses_are_wanted() -> None:
    missing = machine.missing_libraries(for_window=False, loadable=lambda library: library != "libEGL.so.1")

    assert missing == {"libEGL.so.1": "libegl1"}


def test_a_window_takes_more_libraries_than_the_tests() -> None:
    for_tests = machine.missing_libraries(for_window=False, loadable=lambda library: False)
    for_window = machine.missing_libraries(for_window=True, loadable=lambda library: False)

    assert for_window.keys() - for_tests.keys() == machine.WINDOW_LIBRARIES.keys()


def test_a_chinese_font_is_found_in_any_sub_folder(tmp_path: Path) -> None:
    absent, folder = tmp_path / "absent", tmp_path / "truetype" / "droid"
    folder.mkdir(parents=True)
    before = machine.has_chinese_font([absent, tmp_path])

    (folder / "DroidSansFallbackFull.ttf").touch()

    assert (before, machine.has_chinese_font([absent, tmp_path])) == (False, True)


@pytest.mark.parametrize(
    ("is_root", "has_sudo", "on_terminal", "prefix"),
    [
        (True, False, False, []),
        (False, True, True, ["sudo"]),
        (False, True, False, ["sudo", "-n"]),
        (False, False, True, None),
    ],
)
def test_packages_are_installed_as_root_or_through_sudo(
    is_root: bool, has_sudo: bool, on_terminal: bool, prefix: list[str] | None
) -> None:
    assert machine.apt_prefix(is_root, has_sudo, on_terminal) == prefix


def test_who_may_not_install_packages_is_told_the_command(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(machine, "apt_prefix", lambda *_: None)

    with pytest.raises(machine.SetupError, match="apt-get install libegl1"):
        machine.install_system_packages(["libegl1"])

    assert commands == []


def test_a_linux_without_apt_is_told_which_libraries_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    monkeypatch.setattr(machine, "is_loadable", lambda library: library != "libGL.so.1")

    with pytest.raises(machine.SetupError, match=r"package manager: libGL\.so\.1$"):
        machine.prepare_system(for_window=False)


def test_nothing_is_installed_on_windows_and_macos(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(machine, "is_loadable", lambda library: False)

    for system in ("win32", "darwin"):
        monkeypatch.setattr(machine.sys, "platform", system)
        machine.prepare_system(for_window=True)

    assert commands == []


def test_a_command_that_fails_or_is_missing_ends_in_one_sentence() -> None:
    with pytest.raises(machine.SetupError, match=r"^it failed$"):
        machine.run([sys.executable, "-c", "raise SystemExit(3)"], "it failed")
    with pytest.raises(machine.SetupError, match=r"it failed .*no-such-program"):
        machine.run(["no-such-program"], "it failed")


def test_an_unsupported_python_hands_over_to_a_supported_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "python_supported", lambda version: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: name)
    monkeypatch.setattr(dev, "succeeds", lambda command: command[0] == "python3.12")

    assert dev.find_interpreter() == ["python3.12"]


def test_without_a_supported_python_the_sentence_names_the_versions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "python_supported", lambda version: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)

    with pytest.raises(machine.SetupError, match=r"needs Python 3\.11 to 3\.14"):
        dev.find_interpreter()


def test_a_venv_of_this_python_is_kept(
    project: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "venv_version", lambda python: sys.version_info[:2])

    dev.ensure_venv()

    assert commands == []


@pytest.mark.parametrize("found", [None, (3, 9)], ids=["broken", "other version"])
def test_a_broken_venv_or_one_of_another_python_is_made_anew(
    project: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, found: tuple[int, int] | None
) -> None:
    monkeypatch.setattr(dev, "venv_version", lambda python: found)

    dev.ensure_venv()

    assert commands == [[sys.executable, "-m", "venv", "--clear", str(project / ".venv")]]


def test_a_venv_whose_python_is_gone_counts_as_missing(tmp_path: Path) -> None:
    dangling = tmp_path / "python"
    dangling.symlink_to(tmp_path / "uninstalled")

    assert dev.venv_version(dangling) is None


def test_the_version_of_a_venv_is_asked_from_its_own_python() -> None:
    assert dev.venv_version(Path(sys.executable)) == sys.version_info[:2]


def test_a_python_without_venv_and_without_apt_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)

    with pytest.raises(machine.SetupError, match="lacks the venv module"):
        dev.install_venv_module()


def test_the_project_is_installed_once(project: Path, commands: list[list[str]]) -> None:
    (project / ".venv").mkdir()

    dev.install_project(Path("python"))
    dev.install_project(Path("python"))

    assert [command[-2:] for command in commands] == [
        ["builder>=1", "toolkit==2"],
        ["--editable", f"{project}[test,lint]"],
    ]


def test_other_libraries_another_python_or_another_folder_install_anew(tmp_path: Path) -> None:
    stamps = {
        dev.install_stamp(b"a", tmp_path, "3.12.1"),
        dev.install_stamp(b"b", tmp_path, "3.12.1"),
        dev.install_stamp(b"a", tmp_path / "moved", "3.12.1"),
        dev.install_stamp(b"a", tmp_path, "3.13.0"),
    }

    assert len(stamps) == 4


@pytest.mark.parametrize("arguments", [[], ["fly"]])
def test_an_unknown_command_prints_the_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"^usage: .* run \| test"):
        dev.main(arguments)


def test_a_fault_of_the_machine_ends_with_its_sentence_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(for_window: bool) -> Path:
        raise machine.SetupError("the disk is on fire")

    monkeypatch.setattr(dev, "prepare", refuse)

    with pytest.raises(SystemExit, match=r"^dev\.py: the disk is on fire$"):
        dev.main(["setup"])
