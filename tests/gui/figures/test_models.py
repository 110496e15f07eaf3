"""The item models of the figures' pages, and what their rows say."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.modeltest import ModelTester

from cims_desktop.domain.audit import ActivityRow, ActKind
from cims_desktop.domain.purchases import Product
from cims_desktop.gui.delegates.two_line import Face
from cims_desktop.gui.models.activity_model import activity_face
from cims_desktop.gui.models.face_list_model import FaceListModel
from cims_desktop.gui.models.product_model import ProductModel
from cims_desktop.gui.models.text_table_model import TextRow, TextTableModel

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_the_table_of_words_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = TextTableModel()
    model.show_rows(("Month", "Sales"), [TextRow(("Nov 26", "€10")), TextRow(("Oct 26", "€9"), record=7)])

    qtmodeltester.check(model)


def test_the_list_of_faces_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = FaceListModel[str](lambda name: Face(name, "text"))
    model.show_records(["Ada", "陈雨桐"])

    qtmodeltester.check(model)


def test_the_catalogue_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ProductModel("EUR")
    model.show_products([Product("Tea", price=100, id=1), Product("Cup", price=5, id=2)])

    qtmodeltester.check(model)


def test_a_row_is_spoken_as_one_sentence() -> None:
    face = Face("Ada", "Send the list", middle="+86 138", right="21 Nov 2026", chip_text="Today")

    assert face.spoken == "Ada, Send the list, +86 138, Today, 21 Nov 2026"


@pytest.mark.parametrize(
    ("kind", "table", "detail", "title", "icon"),
    [
        (ActKind.RECORD, "purchase", "P-7", "Purchase P-7", "cart"),
        (ActKind.REFUND, "purchase", "P-7", "Refund", "refund"),
        (ActKind.RECORD, "survey_response", "csat:4", "CSAT answer: 4", "smile"),
        (ActKind.RECORD, "interaction", "visit", "Visit", "visit"),
        (ActKind.AMEND, "customer", "next_contact", "Next contact planned", "calendar"),
        (ActKind.AMEND, "customer", "", "Details changed", "edit"),
        (ActKind.EXPORT, "export_entry", "customers", "Exported", "download"),
        (ActKind.SETTINGS, "something new", "", "Settings changed", "settings"),
    ],
)
def test_activity_says_what_was_done(kind: ActKind, table: str, detail: str, title: str, icon: str) -> None:
    row = ActivityRow(1, kind, table, NOW - timedelta(seconds=5), "Mei Chen", 3, "Ada", detail)

    face = activity_face(row, NOW, "EUR")

    assert (face.title, face.icon, face.text) == (title, icon, "Ada · by Mei Chen")
    assert face.right == "just now"


def test_activity_names_the_amount() -> None:
    row = ActivityRow(1, ActKind.REFUND, "purchase", NOW, "Mei", 3, "Ada", "P-1", amount=-12_50)

    assert activity_face(row, NOW, "EUR").text == "Ada · −€12.50 · by Mei"
    assert activity_face(replace(row, currency="USD"), NOW, "EUR").text == "Ada · −$12.50 · by Mei"


def test_pages_are_imported_without_the_drawing_library() -> None:
    program = (
        "import sys, cims_desktop.gui.pages.dashboard, cims_desktop.gui.pages.satisfaction;"
        "print('matplotlib' in sys.modules, 'openpyxl' in sys.modules)"
    )

    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)

    assert (result.stdout.strip(), result.stderr) == ("False False", "")
