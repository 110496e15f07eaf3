"""What a backup says of itself: in the open when it was made and of which office, sealed what is in it.

Canonical JSON. The open part tells nothing of customers; the MAC under a key derived from the data key finds whatever
was changed or exchanged, and only holders of that key can read the summary.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from cims_desktop import __version__
from cims_desktop.domain.backups import BackupContents, BackupLabel, BackupReason
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.encoding import canonical, from_text, to_text
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.security.wrapping import CannotUnseal, mac, same, seal, subkey, unseal
from cims_desktop.storage.backup import Facts
from cims_desktop.storage.backup_archive import KEYS, MANIFEST, OFFICE, Measured

FORMAT: Final = 1
_MARK: Final = "cims backup"
_FIELDS: Final = frozenset(
    ("mark", "format", "office", "made_at", "reason", "program", "revision", "check", "files", "summary", "mac")
)  # fmt: skip


@dataclass(frozen=True)
class Manifest:
    """A manifest as it was found: `body` is what the MAC covers. Believe it after `proven`."""

    label: BackupLabel
    check: bytes
    files: Mapping[str, Measured]
    summary: bytes
    body: Mapping[str, Any] = field(repr=False)
    mac: bytes = field(repr=False)

    def fits(self, keys: OpenedKeys) -> bool:
        """Whether it was made under this data key."""
        return same(self.check, keys.data_check)

    def proven(self, keys: OpenedKeys) -> BackupContents:
        """What is in the backup. OfficeFault: backup_other_keys; backup_damaged when it was not written so."""
        if not self.fits(keys) or self.label.office_uid != keys.office_uid:
            raise OfficeFault("backup_other_keys")
        if not same(self.mac, mac(_key(keys, "manifest"), canonical(self.body))):
            raise OfficeFault("backup_damaged", part=MANIFEST)
        try:
            summary = json.loads(unseal(_key(keys, "summary"), self.summary, _bound(self.label.office_uid)))
        except CannotUnseal:
            raise OfficeFault("backup_damaged", part=MANIFEST) from None
        newest = summary["newest_act"]
        return BackupContents(
            self.label,
            summary["office_name"],
            tuple(summary["users"]),
            summary["counts"],
            datetime.fromisoformat(newest) if newest else None,
        )

    def content_mark(self, keys: OpenedKeys) -> str:
        """The fingerprint of the facts that the summary was made from."""
        return str(
            json.loads(unseal(_key(keys, "summary"), self.summary, _bound(self.label.office_uid)))["content"]
        )


def written(
    facts: Facts, files: Mapping[str, Measured], keys: OpenedKeys, made_at: datetime, reason: BackupReason
) -> bytes:
    """The manifest's bytes."""
    summary = canonical(
        {
            "office_name": facts.office_name,
            "users": list(facts.users),
            "counts": facts.counts,
            "newest_act": facts.newest_act.isoformat() if facts.newest_act else "",
            "content": content_mark(facts),
        }
    )
    body = {
        "mark": _MARK,
        "format": FORMAT,
        "office": facts.office_uid,
        "made_at": made_at.astimezone(UTC).isoformat(),
        "reason": reason.value,
        "program": __version__,
        "revision": facts.revision,
        "check": to_text(keys.data_check),
        "files": {name: {"size": one.size, "sha256": one.digest} for name, one in files.items()},
        "summary": to_text(seal(_key(keys, "summary"), summary, _bound(facts.office_uid))),
    }
    return canonical({**body, "mac": to_text(mac(_key(keys, "manifest"), canonical(body)))})


def read(data: bytes, size: int) -> Manifest:
    """The manifest in `data`; `size` is the archive's. OfficeFault: not_a_backup, backup_newer, backup_damaged."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise OfficeFault("backup_damaged", part=MANIFEST) from None
    if not isinstance(content, dict) or content.get("mark") != _MARK:
        raise OfficeFault("not_a_backup")
    if not isinstance(content.get("format"), int) or content["format"] > FORMAT:
        raise OfficeFault("backup_newer")
    try:
        return _parsed(content, size)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, OfficeFault):
        raise OfficeFault("backup_damaged", part=MANIFEST) from None


def content_mark(facts: Facts) -> str:
    """A fingerprint of what a file holds: two files with the same one have the same journal and as many rows."""
    told = [facts.revision, facts.office_uid, facts.epoch, facts.counts, (facts.head or b"").hex()]
    return hashlib.sha256(canonical(told)).hexdigest()


def _parsed(content: dict[str, Any], size: int) -> Manifest:
    if set(content) != _FIELDS or set(content["files"]) != {OFFICE, KEYS}:
        raise ValueError("other fields")
    made_at = datetime.fromisoformat(content["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("no zone")
    files = {
        name: Measured(int(one["size"]), bytes.fromhex(one["sha256"]).hex())
        for name, one in content["files"].items()
    }
    label = BackupLabel(
        office_uid=str(content["office"]),
        made_at=made_at,
        reason=BackupReason(content["reason"]),
        revision=str(content["revision"]),
        program=str(content["program"]),
        size=size,
    )
    body = {name: value for name, value in content.items() if name != "mac"}
    return Manifest(
        label,
        from_text(content["check"]),
        files,
        from_text(content["summary"]),
        body,
        from_text(content["mac"]),
    )


def _key(keys: OpenedKeys, purpose: str) -> bytes:
    return subkey(keys.data_key, f"cims backup {purpose}")


def _bound(office_uid: str) -> bytes:
    return canonical(["cims backup summary", FORMAT, office_uid])
