"""Where an office lives: its files' names, and which places are refused for a live office."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.places import PlaceKind, classify

SUFFIX = ".cims"


@dataclass(frozen=True)
class OfficePlace:
    """The files of one office: `NAME.cims` and, beside it, `NAME.keys`."""

    file: Path

    @classmethod
    def of(cls, path: Path) -> OfficePlace:
        """The place of an office file; the suffix is added when it was left out."""
        return cls(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    @property
    def key_file(self) -> Path:
        """The key file beside the office file."""
        return self.file.with_suffix(".keys")

    @property
    def attempts_file(self) -> Path:
        """The failed sign-ins since the last good one, beside the office file."""
        return self.file.with_suffix(".attempts")

    def require_local(self) -> None:
        """Two PCs on a share or in a synced folder silently lose each other's work: refused.

        Raises OfficeFault: network_place, synced_place.
        """
        place = classify(self.file)
        if place.kind is PlaceKind.NETWORK:
            raise OfficeFault("network_place", path=str(self.file), detail=place.detail)
        if place.kind is PlaceKind.SYNCED:
            raise OfficeFault("synced_place", path=str(self.file), detail=place.detail)
