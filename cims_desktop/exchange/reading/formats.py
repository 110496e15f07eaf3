"""Judges by its content what kind of file it is, and refuses what is not a table."""

from __future__ import annotations

import zipfile
from pathlib import Path

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading.model import TableFormat

_HEAD = 8192
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TABLES = (
    (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
    (b"\x1f\x8b", "archive"), (b"7z\xbc\xaf", "archive"), (b"Rar!", "archive"), (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "database"), (b"{\\rtf", "document"),
)  # fmt: skip
_TEXT_KINDS = ((b"begin:vcard", "vcard"), (b"begin:vcalendar", "calendar"))


def judge_format(path: Path) -> TableFormat:
    """The format of the file at `path`.

    Raises UnreadableFile: file_missing, not_a_file, no_access, empty, damaged, html_not_spreadsheet,
    not_a_table (what), not_supported_yet (what).
    """
    head = _head(path)
    if not head.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile("empty")
    if head.startswith(b"PK"):
        return _inside_zip(path)
    if head.startswith(_COMPOUND):
        return TableFormat.XLS
    for magic, what in _NOT_TABLES:
        if head.startswith(magic):
            raise UnreadableFile("not_a_table", what=what)
    _refuse_text_kinds(head)
    return TableFormat.CSV


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile("not_a_file")
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if not head.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe") and len(head) == _HEAD:
                head += file.read(1024 * 1024)
            return head
    except FileNotFoundError as error:
        raise UnreadableFile("file_missing") from error
    except PermissionError as error:
        raise UnreadableFile("no_access") from error
    except OSError as error:
        raise UnreadableFile("unreadable", reason=error.strerror or "") from error


def _inside_zip(path: Path) -> TableFormat:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            declared = archive.read("mimetype")[:80] if "mimetype" in names and _small(archive) else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
        raise UnreadableFile("damaged") from error
    folded = {name.replace("\\", "/").lower() for name in names}
    if b"opendocument.spreadsheet" in declared:
        return TableFormat.ODS
    if "xl/workbook.bin" in folded:
        return TableFormat.XLSB
    if any(name.startswith("xl/") for name in folded) or "[content_types].xml" in folded:
        if any(name.startswith(("word/", "ppt/")) for name in folded):
            raise UnreadableFile("not_a_table", what="document")
        return TableFormat.XLSX
    if declared:
        raise UnreadableFile("not_a_table", what="document")
    raise UnreadableFile("not_a_table", what="archive")


def _small(archive: zipfile.ZipFile) -> bool:
    return archive.getinfo("mimetype").file_size < 1024


def _refuse_text_kinds(head: bytes) -> None:
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    for magic, what in _TEXT_KINDS:
        if text.startswith(magic):
            raise UnreadableFile("not_supported_yet", what=what)
    if text.startswith((b"dn:", b"version: 1\ndn:", b"version: 1\r\ndn:")):
        raise UnreadableFile("not_supported_yet", what="ldif")
    if text.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")):
        raise UnreadableFile("html_not_spreadsheet")
    if text.startswith(b"<?xml"):
        raise UnreadableFile("html_not_spreadsheet" if b"<html" in text else "not_supported_yet", what="xml")
