"""Where a path lies: local, on a share, or in a synced folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from cims_desktop.storage.places import (
    Mount,
    PlaceKind,
    classify,
    has_sync_name,
    is_unc,
    mount_of,
    place_on,
    synced_folder,
)

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 27 0:40 / /home/ada/share rw shared:2 master:1 - cifs //server/office rw,vers=3.0
31 27 0:41 / /mnt/my\040share rw - nfs4 server:/export rw
32 27 8:2 / /mnt/usb rw - fuseblk /dev/sdb1 rw
33 27 0:43 / /home/ada/cloud rw - fuse.rclone remote: rw
34 27 0:44 / /srv rw - ext4 /dev/sdc1 rw
35 27 0:45 / /srv rw - nfs server:/srv rw
36 27 0:46 / /mnt/\345\215\227 rw - smb3 //nas/x rw
broken line
37 27 - ext4
"""


@pytest.mark.parametrize(
    ("folder", "kind", "file_system"),
    [
        ("/", PlaceKind.LOCAL, "ext4"),
        ("/home/ada", PlaceKind.LOCAL, "ext4"),
        ("/home/ada/share", PlaceKind.NETWORK, "cifs"),
        ("/home/ada/share/deep/er", PlaceKind.NETWORK, "cifs"),
        ("/home/ada/shared", PlaceKind.LOCAL, "ext4"),
        ("/mnt/my share/office", PlaceKind.NETWORK, "nfs4"),
        ("/mnt/usb/office", PlaceKind.LOCAL, "fuseblk"),
        ("/home/ada/cloud", PlaceKind.NETWORK, "fuse.rclone"),
        ("/srv/office", PlaceKind.NETWORK, "nfs"),
    ],
)
def test_the_mount_decides(folder: str, kind: PlaceKind, file_system: str) -> None:
    mount = mount_of(folder, MOUNTS)
    assert mount is not None
    assert (place_on(mount).kind, mount.file_system) == (kind, file_system)


def test_a_mount_point_is_told_without_the_kernels_escapes() -> None:
    assert mount_of("/mnt/my share/x", MOUNTS) == Mount("/mnt/my share", "nfs4", "server:/export")


def test_no_mount_is_no_answer() -> None:
    assert place_on(mount_of("/x", "")).kind is PlaceKind.UNKNOWN


def test_a_temporary_folder_of_this_computer_is_local(tmp_path: Path) -> None:
    if classify(Path("/")).detail == "no mount":
        pytest.skip(
            "this root is a plain folder of another one (chroot), so nothing says where it is mounted"
        )
    assert classify(tmp_path / "not" / "yet" / "office.cims").kind is PlaceKind.LOCAL


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - Contoso Ltd",
        "Dropbox (Personal)",
        "Google Drive",
        "坚果云",
        "Nutstore Files",
        "Mobile Documents",
    ],
)
def test_a_folder_named_as_sync_programs_name_theirs_is_synced(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "work"
    folder.mkdir(parents=True)
    place = classify(folder / "office.cims")
    assert (place.kind, Path(place.detail).name) == (PlaceKind.SYNCED, name)


@pytest.mark.parametrize(
    "name", ["dropbox-exports", "my onedrive notes", "Drive", "nextcloudish", "OneDriver", ""]
)
def test_a_folder_that_only_sounds_like_one_is_not(name: str) -> None:
    assert not has_sync_name(name)


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".nextcloudsync.log", ".tmp.drivedownload"])
def test_the_marks_of_a_sync_program_are_seen(tmp_path: Path, mark: str) -> None:
    (tmp_path / "shared" / "office").mkdir(parents=True)
    (tmp_path / "shared" / mark).touch()
    assert synced_folder(tmp_path / "shared" / "office", {}) == tmp_path / "shared"


def test_windows_tells_its_onedrive_folder_in_the_environment(tmp_path: Path) -> None:
    folder = tmp_path / "renamed by the firm"
    assert synced_folder(folder / "Documents", {"OneDriveCommercial": str(folder)}) == folder
    assert synced_folder(tmp_path, {"OneDrive": str(folder), "OneDriveConsumer": ""}) is None


def test_every_provider_of_macos_is_known_by_its_parent_folder() -> None:
    folder = Path("/Users/ada/Library/CloudStorage/SomeNewProvider/office")
    assert synced_folder(folder, {}) == folder.parent


def test_a_link_into_a_synced_folder_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "work").mkdir(parents=True)
    (tmp_path / "innocent").symlink_to(tmp_path / "Dropbox" / "work")
    assert classify(tmp_path / "innocent" / "office.cims").kind is PlaceKind.SYNCED


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"\\server\share\x", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\unc\server\share", True),
        (r"C:\office", False),
        (r"\\?\C:\office", False),
        (r"\\.\C:\office", False),
    ],
)
def test_a_windows_path_to_a_server_is_told_by_its_form(path: str, remote: bool) -> None:
    assert is_unc(path) is remote
