"""`backup` and `restore`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from cims_desktop.cli.main import DONE, answer, password, progress, signed_in
from cims_desktop.domain.backups import BackupContents
from cims_desktop.services.entrance import Entrance


def backup(options: Namespace, entrance: Entrance) -> int:
    """Makes a backup, opens it again and counts; the target is a folder or a new file that ends in .cimsbak."""
    target: Path = options.target.absolute()
    with signed_in(options, entrance) as office:
        made = office.backups.make(target, progress(options), by=office.user)
    document = {
        "file": str(made.path),
        "size": made.size,
        "sha256": made.file_digest,
        "made_at": made.made_at,
        "verified": made.proven_at is not None,
        "counts": dict(made.counts),
    }
    text = f"Made {made.path}: {made.size:,} bytes, opened again and checked, {made.counts['customer']:,} customers."
    answer(options, document, text)
    return DONE


def restore(options: Namespace, entrance: Entrance) -> int:
    """Restores a backup into a new office file; without --to it only tells what is in the backup."""
    restorer, name, secret = entrance.restorer(), options.user or "", password(options)
    contents = restorer.preview(options.backup, name, secret)
    made = None
    if options.to is not None:
        made = restorer.restore(options.backup, options.to.absolute(), name, secret, progress(options))
    document = {
        "office": str(made) if made else None,
        "name": contents.office_name,
        "office_id": contents.label.office_uid,
        "made_at": contents.label.made_at,
        "newest_act": contents.newest_act,
        "users": list(contents.users),
        "counts": dict(contents.counts),
    }
    answer(options, document, _told(contents, made))
    return DONE


def _told(contents: BackupContents, made: Path | None) -> str:
    newest = f"{contents.newest_act:%Y-%m-%d %H:%M} UTC" if contents.newest_act else "none"
    counted = ", ".join(
        f"{contents.counts.get(table, 0):,} {words}"
        for table, words in (("customer", "customers"), ("purchase", "purchases"), ("user", "users"))
    )
    made_at = f"{contents.label.made_at:%Y-%m-%d %H:%M} UTC"
    about = f"{contents.office_name}, backed up {made_at}: {counted}; last act {newest}."
    return f"{about}\nRestored to {made}. The passwords are those of that day." if made else about
