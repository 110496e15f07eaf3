"""The Administration page: its sections in a quiet list at the left, the chosen one beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_administration_page import Ui_AdministrationPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.page_host import PageHost
from cims_desktop.gui.pages.administration.sections import sections_for
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.navigation_bar import NavigationEntry

NARROW_BELOW = 900
WIDE, NARROW = 168, 44


class AdministrationPage(Translated, QWidget):
    """Shows the sections that the user may use; the one of the last visit is in front."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ui = Ui_AdministrationPage()
        self.ui.setupUi(self)
        self.sections = PageHost(self.ui.stack, desk, sections_for(desk.user))
        self.ui.sections_bar.chosen.connect(self._chosen)
        self.sections.shown.connect(self.ui.sections_bar.set_current)
        theme.notifier().changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def title(self) -> str:
        """The page's name in the window's title bar and navigation."""
        return self.tr("Administration")

    def retranslate(self) -> None:
        self.ui.sections_bar.set_entries(
            [
                NavigationEntry(entry.id, entry.icon, QCoreApplication.translate("pages", entry.name))
                for entry in self.sections.entries
            ]
        )

    def activate(self) -> None:
        """Shows the section in front; the first one at the first visit."""
        entries = self.sections.entries
        if entries:
            self.sections.show(self.sections.current or entries[0].id)

    def reload(self) -> None:
        """Reloads the section in front."""
        self.sections.tell("reload")

    def save(self) -> None:
        """Saves what the section in front holds."""
        self.sections.tell("save")

    def may_leave(self) -> bool:
        """Whether the section in front lets go; it asks the person about unsaved changes."""
        return self.sections.may_leave()

    def show_section(self, section: str) -> bool:
        """Brings a section to the front; False when there is none such or the one in front holds on."""
        shown = self.sections.show(section)
        self.ui.sections_bar.set_current(self.sections.current)
        return shown

    def tell_section(self, method: str, *values: Any) -> Any:
        """Calls a method of the section in front, if it has it."""
        return self.sections.tell(method, *values)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _chosen(self, section: str) -> None:
        self.show_section(section)

    def _fit(self) -> None:
        narrow = self.width() < theme.px(NARROW_BELOW)
        self.ui.sections_bar.set_narrow(narrow=narrow)
        self.ui.sections_panel.setFixedWidth(theme.px(NARROW if narrow else WIDE))
