"""The welcome page: make an office, open one, or look around."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from cims_desktop.gui import look, theme
from cims_desktop.gui._gen.ui_welcome_page import Ui_WelcomePage
from cims_desktop.gui.forms import app_pixmap, fill_languages, fit_card
from cims_desktop.gui.icons import icon
from cims_desktop.gui.pages.sign_in import note_text
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.translation import Translated

CARD_WIDTH = 520
MOST_SHOWN = 4


class WelcomePage(Translated, QWidget):
    """`new_requested()`, `demo_requested()`, `restore_requested()`, `office_chosen(Path)`: what the person wants."""

    new_requested = Signal()
    demo_requested = Signal()
    restore_requested = Signal()
    office_chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._recent: list[QPushButton] = []
        self.ui = Ui_WelcomePage()
        self.ui.setupUi(self)
        self.ui.app_icon_label.setPixmap(app_pixmap(self, 44))
        self.ui.error_label.hide()
        fit_card(self.ui.card_frame, CARD_WIDTH)
        fill_languages(self.ui.language_combo)
        self.ui.language_combo.activated.connect(self._choose_language)
        self.ui.theme_button.clicked.connect(self._toggle_theme)
        self.ui.new_button.clicked.connect(self.new_requested)
        self.ui.open_button.clicked.connect(self._choose_file)
        self.ui.demo_button.clicked.connect(self.demo_requested)
        self.ui.restore_button.clicked.connect(self.restore_requested)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.refresh()
        self.retranslate()

    def refresh(self) -> None:
        """Shows the recent offices that are still there."""
        for button in self._recent:
            button.deleteLater()
        paths = [Path(text) for text in self._settings.recent_offices()]
        self._recent = [self._recent_button(path) for path in paths if path.is_file()][:MOST_SHOWN]
        self.ui.recent_area.setVisible(bool(self._recent))

    def show_error(self, sentence: str) -> None:
        """Says what went wrong with the office that was chosen."""
        self.ui.error_label.setText(sentence)
        self.ui.error_label.setVisible(bool(sentence))

    def retranslate(self) -> None:
        self.refresh()
        self.ui.note_label.setText(note_text())
        fill_languages(self.ui.language_combo)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.stem, self.ui.recent_area)
        button.setProperty("link", True)
        button.setIcon(icon("history", "accent"))
        button.setToolTip(str(path))
        button.setAccessibleName(path.stem)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked=False, chosen=path: self.office_chosen.emit(chosen))
        self._offer_to_forget(button, path)
        self.ui.recent_list_layout.addWidget(button)
        return button

    def _offer_to_forget(self, button: QPushButton, path: Path) -> None:
        """Del, or the context menu."""
        forget = QAction(self.tr("Remove from this list"), button)
        forget.setShortcut(QKeySequence.StandardKey.Delete)
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forget.triggered.connect(lambda: self._forget(path))
        button.addAction(forget)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _forget(self, path: Path) -> None:
        """The file stays; the next office, or else the first button, gets the cursor."""
        shown = [button.toolTip() for button in self._recent]
        position = shown.index(str(path)) if str(path) in shown else 0
        self._settings.forget_office(str(path))
        self.refresh()
        following = self._recent[min(position, len(self._recent) - 1)] if self._recent else self.ui.new_button
        following.setFocus()

    def _choose_file(self) -> None:
        title, kinds = self.tr("Open an office"), self.tr("Offices (*.cims)")
        name, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.office_chosen.emit(Path(name))

    def _choose_language(self) -> None:
        look.choose_language(self._settings, self.ui.language_combo.currentData())

    def _toggle_theme(self) -> None:
        look.toggle_dark(self._settings)

    def _dress(self) -> None:
        side = theme.px(18)
        self.ui.theme_button.setIcon(icon("sun" if theme.tokens().dark else "moon"))
        self.ui.theme_button.setIconSize(QSize(side, side))
