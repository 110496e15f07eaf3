"""The build step: forms and resources become modules, and nothing stale stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import generate

FORM = """<ui version="4.0"><class>{name}</class><widget class="QWidget" name="page">
<property name="windowTitle"><string>{title}</string></property></widget></ui>"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
TRANSLATION = """<!DOCTYPE TS><TS version="2.1" language="{language}"><context><name>Page</name>
<message><source>Sign in</source><translation>{text}</translation></message></context></TS>"""
LISTING = """import sys; sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QDirIterator
import resources_rc
found = QDirIterator(":/", QDirIterator.IteratorFlag.Subdirectories)
while found.hasNext():
    print(found.next())"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with one form, one icon, one style sheet and two languages."""
    write(tmp_path / "ui" / "sign_in.ui", FORM.format(name="SignIn", title="Sign in"))
    write(tmp_path / "resources" / "icons" / "sun.svg", ICON)
    write(tmp_path / "resources" / "styles" / "app.qss", "QLabel { color: red }")
    for language, text in (("zh_CN", "登录"), ("en", "Sign in")):
        file = tmp_path / "resources" / "translations" / f"cims_{language}.ts"
        write(file, TRANSLATION.format(language=language, text=text))
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def output(root: Path) -> Path:
    return root / generate.OUTPUT


def test_a_form_in_a_sub_folder_becomes_a_module_named_after_it(root: Path) -> None:
    write(root / "ui" / "pages" / "customers.ui", FORM.format(name="Customers", title="Customers"))

    generate.generate(root)

    assert "class Ui_Customers" in (output(root) / "ui_customers.py").read_text(encoding="utf-8")


def test_two_forms_of_one_name_are_refused(root: Path) -> None:
    write(root / "ui" / "pages" / "sign_in.ui", FORM.format(name="Other", title="Other"))

    with pytest.raises(generate.BuildError, match=r"two forms are called sign_in\.ui"):
        generate.generate(root)


def test_what_has_not_changed_is_not_made_again(root: Path) -> None:
    first = generate.generate(root)

    assert (sorted(first), generate.generate(root)) == (["resources_rc.py", "ui_sign_in.py"], [])


def test_a_changed_form_is_made_again_and_alone(root: Path) -> None:
    generate.generate(root)
    write(root / "ui" / "sign_in.ui", FORM.format(name="SignIn", title="Welcome"))

    assert generate.generate(root) == ["ui_sign_in.py"]
    assert "Welcome" in (output(root) / "ui_sign_in.py").read_text(encoding="utf-8")


def test_a_module_that_somebody_deleted_is_made_again(root: Path) -> None:
    generate.generate(root)
    (output(root) / "ui_sign_in.py").unlink()

    assert generate.generate(root) == ["ui_sign_in.py"]


def test_the_module_of_a_deleted_form_goes(root: Path) -> None:
    generate.generate(root)
    (root / "ui" / "sign_in.ui").unlink()

    generate.generate(root)

    assert not (output(root) / "ui_sign_in.py").exists()


def test_a_damaged_record_of_the_last_run_only_costs_time(root: Path) -> None:
    generate.generate(root)
    (output(root) / generate.MANIFEST).write_text("{", encoding="utf-8")

    assert sorted(generate.generate(root)) == ["resources_rc.py", "ui_sign_in.py"]


def test_a_broken_form_is_named_and_leaves_the_last_good_module(root: Path) -> None:
    generate.generate(root)
    write(root / "ui" / "sign_in.ui", "<ui version='4.0'><class>")

    with pytest.raises(generate.BuildError, match="uic failed"):
        generate.generate(root)

    assert "class Ui_SignIn" in (output(root) / "ui_sign_in.py").read_text(encoding="utf-8")


def test_nothing_half_written_is_left_in_the_package(root: Path) -> None:
    generate.generate(root)

    names = {path.name for path in output(root).iterdir()}

    assert names == {"__init__.py", "manifest.json", "resources_rc.py", "ui_sign_in.py"}


def test_the_same_sources_give_the_same_bytes(root: Path) -> None:
    generate.generate(root)
    first = (output(root) / "resources_rc.py").read_bytes()
    (output(root) / "resources_rc.py").unlink()

    generate.generate(root)

    assert (output(root) / "resources_rc.py").read_bytes() == first


def test_one_module_holds_icons_styles_and_translations_of_ours_and_qts(root: Path) -> None:
    generate.generate(root)

    command = [sys.executable, "-c", LISTING, output(root)]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.split()

    assert {path for path in listed if path.endswith((".svg", ".qss", ".qm"))} == {
        ":/icons/sun.svg",
        ":/styles/app.qss",
        ":/translations/cims_en.qm",
        ":/translations/cims_zh_CN.qm",
        ":/translations/qtbase_en.qm",
        ":/translations/qtbase_zh_CN.qm",
    }
