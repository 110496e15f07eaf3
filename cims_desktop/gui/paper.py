"""Puts a page of rich text on paper, or into a PDF file for whoever prints elsewhere; the journal is told."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk

MARGIN_MM = 20
POINTS = 11


def print_paper(desk: Desk, what: str, parent: QWidget, title: str, html: str) -> bool:
    """Asks for a printer, prints and journals `what`; False when the person thought better of it."""
    if not _printed(parent, title, html):
        return False
    note_print(desk, what)
    return True


def note_print(desk: Desk, what: str) -> None:
    """Writes into the journal that `what` was put on paper, and says so."""
    office, by = desk.office, desk.user
    said = QCoreApplication.translate("paper", "Printed; the journal tells what, when and by whom.")
    desk.write(
        lambda: office.audit.printed(what, by=by), lambda _changes: desk.notices.inform(said), owner=desk.bus
    )


def _printed(parent: QWidget, title: str, html: str) -> bool:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if not dialog.exec():
        return False
    _document(title, html).print_(printer)
    return True


def write_pdf(path: Path, title: str, html: str) -> None:
    """Writes an A4 page; nothing half-written is left. Raises OfficeFault(cannot_write). `note_print` follows."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.touch(mode=0o600)
        writer = QPdfWriter(str(unfinished))
        writer.setTitle(title)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(_margins(), QPageLayout.Unit.Millimeter)
        _document(title, html).print_(writer)
        unfinished.replace(path)
    except OSError as error:
        raise OfficeFault("cannot_write", path=str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _document(title: str, html: str) -> QTextDocument:
    document = QTextDocument()
    font = QFont()
    font.setFamilies(theme.families())
    font.setPointSize(POINTS)
    document.setDefaultFont(font)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    document.setHtml(html)
    document.setPageSize(QSizeF())  # the printer's own
    return document


def _margins() -> QMarginsF:
    return QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
