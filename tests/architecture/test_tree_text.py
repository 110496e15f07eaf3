"""No file names this machine or the registry that packages happened to come from."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.tree import ROOT, place, texts

# Written in pieces, so that this file doesn't name them either.
REGISTRIES = ("pypi" + ".org", "files.python" + "hosted", "npmjs" + ".org", "deb.debian" + ".org")


def machine_paths() -> list[str]:
    """Folders of this machine that are too long to be part of an ordinary text."""
    folders = [ROOT, ROOT.parent, Path.home()]
    return [str(folder) for folder in folders if len(folder.parts) > 2]


def test_no_file_names_a_registry_or_a_folder_of_this_machine() -> None:
    unwanted = [*REGISTRIES, *machine_paths(), "/" + "root/"]

    found = {place(path): word for path, text in texts() for word in unwanted if word in text}

    assert found == {}
