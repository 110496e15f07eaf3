"""The matrix of a role: each right with how far it reaches, each field with where it is hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.permissions import SCOPED, MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import Role, role_problems
from cims_desktop.gui import theme
from cims_desktop.gui.right_words import (
    PERMISSION_GROUPS,
    group_word,
    mask_field_word,
    mask_level_word,
    permission_word,
    scope_word,
)
from cims_desktop.gui.words import problem_sentence

COLUMN = 60
ADMINISTRATORS_ONLY = frozenset(
    permission
    for permission in Permission
    for problem in role_problems(Role("own", {permission: Scope.ALL}, {}, "Own"))
    if problem.code == "administrators_only"
)
"""Rights that no own role can have."""
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class ChoiceRow(QObject):
    """One line: a name, a radio button per value that can be chosen, and a place for what is wrong with it.

    `chosen()`: the person picked another value.
    """

    chosen = Signal()

    def __init__(
        self, grid: QGridLayout, line: int, values: Sequence[StrEnum | None], holder: QWidget
    ) -> None:
        super().__init__(holder)
        self.label = QLabel(holder)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.problem_label = QLabel(holder)
        self.problem_label.setProperty("role", "error")
        self.problem_label.setWordWrap(True)
        self.problem_label.hide()
        self._group = QButtonGroup(self)
        self._radios: dict[StrEnum, QRadioButton] = {}
        grid.addWidget(self.label, line, 0)
        for column, value in enumerate(values, 1):
            if value is None:
                continue
            radio = self._radios[value] = QRadioButton(holder)
            radio.setProperty("bare", True)
            self._group.addButton(radio)
            radio.clicked.connect(self.chosen)
            grid.addWidget(radio, line, column, MIDDLE)
        grid.addWidget(self.problem_label, line + 1, 0, 1, len(values) + 1)

    @property
    def value(self) -> StrEnum:
        """What is chosen."""
        return next(value for value, radio in self._radios.items() if radio.isChecked())

    @property
    def top(self) -> int:
        """Where the line begins, in pixels of the holder."""
        return min(one.y() for one in (self.label, *self._radios.values()))

    def show_value(self, value: StrEnum, *, editable: bool, why_not: str = "") -> None:
        """Shows a value; without `editable` it can be read, as clearly as before, and not changed.

        `why_not` says why nothing but this value can be chosen.
        """
        self._radios.get(value, next(iter(self._radios.values()))).setChecked(True)
        for radio in self._radios.values():
            radio.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not editable)
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.NoFocus)
            radio.setEnabled(not why_not)
            if why_not:
                radio.setToolTip(why_not)

    def name(self, name: str, values: Mapping[StrEnum, str]) -> None:
        """Names the line and every choice in it."""
        self.label.setText(name)
        for value, radio in self._radios.items():
            radio.setAccessibleName(f"{name}: {values[value]}")
            radio.setToolTip(values[value])

    def say(self, sentence: str) -> None:
        """What is wrong with the line; empty takes it away."""
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))
        for radio in self._radios.values():
            radio.setAccessibleDescription(sentence)


class RightsGrid(QWidget):
    """`changed()`: the person chose something else; `edited(role)` is the role as the grid has it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(0, 1)
        self._heads: list[tuple[QLabel, str, tuple[StrEnum, ...], list[QLabel]]] = []
        self._rights: dict[Permission, ChoiceRow] = {}
        self._masks: dict[MaskField, ChoiceRow] = {}
        for heading, permissions in PERMISSION_GROUPS.items():
            self._head(heading, tuple(Scope))
            for permission in permissions:
                own = Scope.OWN if permission in SCOPED else None
                self._rights[permission] = self._row((Scope.NONE, own, Scope.ALL))
        self._head("", tuple(MaskLevel))
        for field in MaskField:
            self._masks[field] = self._row(tuple(MaskLevel))
        theme.notifier().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Names everything in the language of the window; the form that holds the grid calls it."""
        for label, heading, values, columns in self._heads:
            hidden = QCoreApplication.translate("RightsGrid", "What the role doesn't see")
            label.setText(group_word(heading) if heading else hidden)
            for column, value in zip(columns, values, strict=True):
                column.setText(_value_word(value))
        scopes: dict[StrEnum, str] = {scope: scope_word(scope) for scope in Scope}
        levels: dict[StrEnum, str] = {level: mask_level_word(level) for level in MaskLevel}
        for permission, row in self._rights.items():
            row.name(permission_word(permission), scopes)
        for field, row in self._masks.items():
            row.name(mask_field_word(field), levels)

    def show_role(self, role: Role, *, editable: bool) -> None:
        """Shows a role."""
        for permission, row in self._rights.items():
            fixed = editable and permission in ADMINISTRATORS_ONLY
            why_not = _problem_words(permission) if fixed else ""
            value = role.rights.get(permission, Scope.NONE)
            row.show_value(value, editable=editable, why_not=why_not)
        for field, row in self._masks.items():
            row.show_value(role.masks.get(field, MaskLevel.NONE), editable=editable)
        self.show_problems(())

    def rights(self) -> dict[Permission, Scope]:
        """The rights that are chosen; those that the role hasn't are left out."""
        chosen = {permission: Scope(row.value) for permission, row in self._rights.items()}
        return {permission: scope for permission, scope in chosen.items() if scope is not Scope.NONE}

    def masks(self) -> dict[MaskField, MaskLevel]:
        """What is hidden; fields that are shown are left out."""
        chosen = {field: MaskLevel(row.value) for field, row in self._masks.items()}
        return {field: level for field, level in chosen.items() if level is not MaskLevel.NONE}

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says beside each right what is wrong with it; problems of other fields are not for the grid."""
        sentences = {problem.field: problem_sentence(problem) for problem in reversed(problems)}
        for permission, row in self._rights.items():
            row.say(sentences.get(f"rights.{permission.value}", ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet line over each right, which leads the eye to its choices."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.tokens().line))
        for row in (*self._rights.values(), *self._masks.values()):
            top = row.top - self._grid.verticalSpacing() // 2 - 1
            painter.drawLine(0, top, self.width(), top)
        painter.end()

    def _head(self, heading: str, values: tuple[StrEnum, ...]) -> None:
        line, label = self._grid.rowCount(), QLabel(self)
        label.setProperty("role", "strong")
        label.setWordWrap(True)
        self._grid.setRowMinimumHeight(line, theme.px(34))
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignBottom)
        columns = []
        for column in range(1, len(values) + 1):
            title = QLabel(self)
            title.setProperty("role", "small")
            title.setAlignment(MIDDLE)
            title.setWordWrap(True)
            self._grid.addWidget(title, line, column, Qt.AlignmentFlag.AlignBottom)
            columns.append(title)
        self._heads.append((label, heading, values, columns))

    def _row(self, values: Sequence[StrEnum | None]) -> ChoiceRow:
        row = ChoiceRow(self._grid, self._grid.rowCount(), values, self)
        row.chosen.connect(self.changed)
        return row

    def _fit(self) -> None:
        for column in range(1, len(Scope) + 1):
            self._grid.setColumnMinimumWidth(column, theme.px(COLUMN))


def _value_word(value: StrEnum) -> str:
    return mask_level_word(value) if isinstance(value, MaskLevel) else scope_word(Scope(value))


def _problem_words(permission: Permission) -> str:
    return problem_sentence(Problem(f"rights.{permission.value}", "administrators_only"))
