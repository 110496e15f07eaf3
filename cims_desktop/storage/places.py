"""Where a path lies: on this computer's disk, on a network share, or in a folder that a program copies
elsewhere.

A live office works on a local disk only: over a share or a synced folder two computers lose each other's
commits while every integrity check says ok.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Final


class PlaceKind(StrEnum):
    """What kind of place a path is in."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Place:
    """The kind, and what showed it: the file system and its mount point, or the synced folder."""

    kind: PlaceKind
    detail: str


@dataclass(frozen=True)
class Mount:
    """One line of /proc/self/mountinfo: where it is mounted, the file system, and what is mounted."""

    point: str
    file_system: str
    source: str


_NETWORK_SYSTEMS: Final = """
nfs nfs4 cifs smb3 smbfs smb2 9p afs ncpfs ncp ceph glusterfs lustre gpfs beegfs davfs webdav afpfs vboxsf
vmhgfs prl_fs drvfs ocfs2 gfs2 orangefs coda pvfs2 panfs
"""
_NETWORK: Final = frozenset(_NETWORK_SYSTEMS.split())
_LOCAL_FUSE: Final = frozenset(
    {"fuseblk", "fuse.lxcfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.encfs", "fuse.gocryptfs"}
)
"""FUSE file systems on a local disk; any other FUSE mount may be anything, mostly a cloud (sshfs, rclone)."""

_SYNC_MARKS: Final = (
    ".dropbox", ".dropbox.cache", ".stfolder", ".sync", ".owncloudsync.log", ".nextcloudsync.log",
    ".tmp.drivedownload", ".tmp.driveupload", ".SeafileData",
)  # fmt: skip
_SYNC_NAMES: Final = frozenset(
    {
        "onedrive",
        "dropbox",
        "google drive",
        "googledrive",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "com~apple~clouddocs",
        "nextcloud",
        "owncloud",
        "seafile",
        "syncthing",
        "box sync",
        "pclouddrive",
        "pcloud drive",
        "jianguoyun",
        "nutstore",
        "nutstore files",
        "baidunetdisk",
        "baidunetdiskworkspace",
        "baidusyncdisk",
        "坚果云",
        "我的坚果云",
        "百度网盘",
        "百度网盘同步空间",
        "wps云盘",
        "wpsdrive",
        "腾讯微云",
        "阿里云盘",
    }
)
_SYNC_PARENT: Final = "CloudStorage"  # macOS keeps every provider's folder in ~/Library/CloudStorage
_SYNC_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_DRIVE_REMOTE: Final = 4
_MNT_LOCAL: Final = 0x1000


def classify(path: Path) -> Place:
    """The place of `path`, which need not exist yet; links are followed. UNKNOWN when the system doesn't
    tell.
    """
    folder = Path(os.path.realpath(path))
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    synced = synced_folder(folder, os.environ)
    if synced is not None:
        return Place(PlaceKind.SYNCED, str(synced))
    try:
        if sys.platform == "win32":
            return _windows(str(folder))
        if sys.platform == "darwin":
            return _macos(str(folder))
        text = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        return Place(PlaceKind.UNKNOWN, type(error).__name__)
    return place_on(mount_of(str(folder), text))


def synced_folder(folder: Path, environment: Mapping[str, str]) -> Path | None:
    """The folder at or above `folder` that a synchronising program watches, by its name or the marks it
    leaves.
    """
    roots = {PurePath(environment[name]) for name in _SYNC_VARIABLES if environment.get(name)}
    for each in (folder, *folder.parents):
        if each in roots or each.parent.name == _SYNC_PARENT or has_sync_name(each.name):
            return each
        if any(os.path.lexists(each / mark) for mark in _SYNC_MARKS):
            return each
    return None


def has_sync_name(name: str) -> bool:
    """Whether a folder is named as synchronising programs name theirs: "Dropbox", "OneDrive - Contoso"."""
    bare = re.split(r" - | \(", name.casefold(), maxsplit=1)[0].strip()
    return bare in _SYNC_NAMES


def mount_of(folder: str, mountinfo: str) -> Mount | None:
    """The mount that holds the absolute path `folder`, from the text of /proc/self/mountinfo.

    The longest mount point wins; of two mounts on one point the later, which hides the earlier.
    """
    best: Mount | None = None
    for line in mountinfo.splitlines():
        left, separator, right = line.partition(" - ")
        places, kinds = left.split(), right.split()
        if not separator or len(places) < 5 or len(kinds) < 2:
            continue
        point = _unescaped(places[4])
        holds = folder == point or folder.startswith(point.rstrip("/") + "/")
        if holds and (best is None or len(point) >= len(best.point)):
            best = Mount(point, kinds[0], _unescaped(kinds[1]))
    return best


def place_on(mount: Mount | None) -> Place:
    """The place that a mount makes."""
    if mount is None:
        return Place(PlaceKind.UNKNOWN, "no mount")
    kind = mount.file_system
    remote = kind in _NETWORK or (kind.startswith("fuse") and kind not in _LOCAL_FUSE)
    return Place(PlaceKind.NETWORK if remote else PlaceKind.LOCAL, f"{kind} on {mount.point}")


def _unescaped(field: str) -> str:
    """The kernel writes space, tab, newline and backslash as octal."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def is_unc(folder: str) -> bool:
    r"""Whether a Windows path names a server: \\server\share or \\?\UNC\server\share."""
    if folder.upper().startswith("\\\\?\\UNC\\"):
        return True
    return folder.startswith("\\\\") and not folder.startswith(("\\\\?\\", "\\\\.\\"))


def _windows(folder: str) -> Place:
    if is_unc(folder):
        return Place(PlaceKind.NETWORK, "UNC path")
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        volume = ctypes.create_unicode_buffer(1024)
        if kernel.GetVolumePathNameW(folder, volume, len(volume)):
            remote = kernel.GetDriveTypeW(volume.value) == _DRIVE_REMOTE  # a mapped drive letter as well
            return Place(PlaceKind.NETWORK if remote else PlaceKind.LOCAL, volume.value)
    raise OSError("no volume")


def _macos(folder: str) -> Place:
    import ctypes

    class StatFs(ctypes.Structure):
        """struct statfs of <sys/mount.h>, 64-bit inodes."""

        _fields_ = (
            ("bsize", ctypes.c_uint32), ("iosize", ctypes.c_int32), ("counts", ctypes.c_uint64 * 5),
            ("fsid", ctypes.c_int32 * 2), ("owner", ctypes.c_uint32), ("type", ctypes.c_uint32),
            ("flags", ctypes.c_uint32), ("subtype", ctypes.c_uint32), ("fstype", ctypes.c_char * 16),
            ("on", ctypes.c_char * 1024), ("source", ctypes.c_char * 1024), ("reserved", ctypes.c_uint32 * 8),
        )  # fmt: skip

    found = StatFs()
    library = ctypes.CDLL(None, use_errno=True)
    statfs = (
        getattr(library, "statfs$INODE64", None) or library.statfs
    )  # Intel: the plain name is an older struct
    if statfs(os.fsencode(folder), ctypes.byref(found)) != 0:
        raise OSError(ctypes.get_errno(), "statfs")
    local = bool(found.flags & _MNT_LOCAL)
    return Place(PlaceKind.LOCAL if local else PlaceKind.NETWORK, found.fstype.decode("ascii", "replace"))
