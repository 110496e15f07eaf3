"""The wizard's item models, and what choosing a field does to the mapping."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.applying import RowProblems
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.exchange.reading import ColumnFacts, ReadOptions, SourceRow, TableDescription, TableFormat
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.findings import COLUMNS, Findings, records_line
from cims_desktop.gui.importing.mapping_model import MappingColumn, MappingModel, group_for
from cims_desktop.gui.importing.mapping_view import MappingView
from cims_desktop.gui.importing.preview_model import PreviewModel
from cims_desktop.gui.importing.problem_model import ProblemModel, titles_of, wording_of
from cims_desktop.services.importing import ImportOutcome

TITLES = ("Name", "Phone 1", "Phone 2", "Town", "Colour")


def described(*titles: str, rows: int = 3) -> TableDescription:
    columns = tuple(ColumnFacts(title, filled=rows) for title in titles)
    sample = tuple(SourceRow(at + 2, tuple(f"{title} {at}" for title in titles)) for at in range(rows))
    return TableDescription(TableFormat.CSV, ReadOptions(header=True), columns, rows, sample)


def drafted(*titles: str) -> ImportDraft:
    draft = ImportDraft(path=Path("table.csv"))
    draft.take_description(described(*titles))
    return draft


def shown(draft: ImportDraft) -> MappingModel:
    assert draft.description is not None
    assert draft.mapping is not None
    model = MappingModel()
    model.show_mapping(draft.description, draft.mapping)
    return model


def test_the_models_keep_qts_rules(qapp: QApplication, qtmodeltester: ModelTester) -> None:
    preview, problems = PreviewModel(), ProblemModel()
    preview.show_description(described(*TITLES))
    problems.show_refused(ImportKind.CUSTOMERS, [RowProblems(7, (Problem("Town", "required"),))])

    for model in (preview, problems, shown(drafted(*TITLES))):
        qtmodeltester.check(model)


def test_the_preview_shows_the_rows_under_the_numbers_of_a_spreadsheet(qapp: QApplication) -> None:
    model = PreviewModel()
    model.show_description(described("Name", ""))

    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)] == ["Name", "Column 2"]
    assert model.headerData(0, Qt.Orientation.Vertical) == "2"
    assert model.index(1, 0).data() == "Name 1"


def test_each_column_shows_three_different_examples(qapp: QApplication) -> None:
    model = shown(drafted(*TITLES))

    assert model.index(0, MappingColumn.SAMPLES).data() == "Name 0  ·  Name 1  ·  Name 2"


def test_a_field_for_one_column_leaves_the_column_that_had_it(qapp: QApplication, qtbot: QtBot) -> None:
    model = shown(drafted(*TITLES))
    assert model.target(0) == "name"

    with qtbot.waitSignal(model.mapping_changed):
        model.setData(model.index(4, MappingColumn.TARGET), "name")

    assert (model.target(0), model.target(4)) == ("", "name")
    assert model.index(0, MappingColumn.TARGET).data() == "Ignore this column"


def test_a_second_phone_is_a_phone_of_its_own(qapp: QApplication) -> None:
    model = shown(drafted("Name", "Phone", "Colour"))

    model.setData(model.index(2, MappingColumn.TARGET), "phone")

    groups = [each.group for each in model.mapping().columns if each.field == "phone"]
    assert len(set(groups)) == 2


@pytest.mark.parametrize(
    ("field", "group"), [("address_street", 5), ("address_city", 6), ("phone_label", 6), ("name", 0)]
)
def test_parts_of_an_address_join_the_address_that_lacks_them(field: str, group: int) -> None:
    mapping = Mapping(ImportKind.CUSTOMERS, (ColumnMapping(0, "Town", "address_city", 5),))

    assert group_for(mapping, 1, field) == group


def test_a_problem_stands_under_the_title_that_the_file_gives_its_column(qapp: QApplication) -> None:
    mapping = Mapping(ImportKind.PURCHASES, (ColumnMapping(0, "Client", "customer_number"),))
    missing = Problem("customer_number", "customer_missing", "", {"field": "customer_number"})
    model = ProblemModel()

    model.show_refused(ImportKind.PURCHASES, [RowProblems(7, (missing,), sheet="May")], titles_of(mapping))

    assert [model.index(0, column).data() for column in range(2)] == ["May · 7", "Client"]
    assert wording_of(mapping)(missing) == "Client: The row does not say whose purchase it is."


def test_markup_in_a_file_is_shown_as_it_is(qapp: QApplication) -> None:
    model = ProblemModel()
    model.show_refused(ImportKind.CUSTOMERS, [RowProblems(2, (Problem("Town", "too_long", "<b>x</b>"),))])

    assert model.index(0, 2).data() == "<b>x</b>"
    assert "&lt;b&gt;" in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_ignored_columns_are_named_and_what_is_missing_is_known(qapp: QApplication) -> None:
    draft = drafted("SKU", "Price", "Colour")
    draft.choose_kind(ImportKind.PRODUCTS)

    assert draft.ignored() == ("Colour",)
    assert draft.missing == ("name",)
    assert not draft.ready


def test_typing_in_the_table_searches_the_fields_and_enter_chooses(qapp: QApplication, qtbot: QtBot) -> None:
    view = MappingView()
    qtbot.addWidget(view)
    model = shown(drafted(*TITLES))
    view.setModel(model)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.setCurrentIndex(model.index(4, MappingColumn.TARGET))

    qtbot.keyClick(view, Qt.Key.Key_J)
    picker = view.picker()
    assert picker is not None
    qtbot.keyClicks(picker.search_edit, "ob")
    assert picker.field_list.currentItem().text() == "Job title"
    qtbot.keyClick(picker.search_edit, Qt.Key.Key_Return)

    assert model.target(4) == "job_title"
    assert not picker.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert model.target(4) == ""


def test_what_arrives_names_untitled_columns_and_the_product_that_stands_in(
    qtbot: QtBot, dressed: QApplication
) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    columns = (ColumnMapping(0, "", "customer_number"), ColumnMapping(2, "", "quantity"))
    draft = ImportDraft(path=Path("cdnow.txt"), kind=ImportKind.PURCHASES)
    draft.mapping = Mapping(ImportKind.PURCHASES, columns, (("product_name", "CD"),))
    outcome = ImportOutcome(columns={"1": 5, "3": 4}, records={"purchases": 3, "products": 1})

    findings = Findings(table)
    findings.show_outcome(draft, outcome)
    findings.choose(COLUMNS)
    model = table.model()

    assert [model.index(row, 0).data() for row in range(2)] == ["Column 1", "Column 3"]
    assert "the product “CD”" in records_line(draft, outcome)
    draft.mapping = Mapping(ImportKind.PURCHASES, (*columns, ColumnMapping(3, "What", "product_name")))
    assert "1 product" in records_line(draft, outcome)
