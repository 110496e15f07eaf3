"""A page that shows what the office holds now: reloads when shown or when something was written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import Job
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.skeleton import mark_failed
from cims_desktop.gui.words import fault_sentence

COALESCE_MS = 60


class LivePage(Translated, QWidget):
    """Sub-classes give `fetch`, which starts one job and keeps it in `running`; a newer one replaces it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.running: Job | None = None
        self._stale = True
        self._loaded_on: date | None = None
        # An import or a form may write several times in a row; one reload answers all.
        self._later = QTimer(self, singleShot=True, interval=COALESCE_MS)
        self._later.timeout.connect(self.reload)
        desk.bus.changed.connect(self._written)

    def activate(self) -> None:
        """The page is in front now; reloads what is stale, also because a new day began."""
        if self._stale or self._loaded_on != self.desk.today():
            self.reload()

    def reload(self) -> None:
        """Reloads; the answer to an earlier question is dropped."""
        self._later.stop()
        self._stale, self._loaded_on = False, self.desk.today()
        if self.running is not None:
            self.running.cancel()
        mark_failed(self, failed=False)
        self.fetch()

    def fetch(self) -> None:
        """Asks the office for what the page shows."""

    def failed(self, error: CimsError) -> None:
        """Says why nothing came and offers to try again; what was shown stays, and the next visit asks again."""
        self._stale = True
        mark_failed(self, failed=True)
        sentence, way_out = fault_sentence(error)
        # self.tr would look under the name of the sub-class.
        again = QCoreApplication.translate("LivePage", "Try again")
        self.desk.notices.fail(sentence, way_out, again, self.reload)

    def concerns(self, changes: Changes) -> bool:
        """Whether `changes` may alter what the page shows."""
        return bool(changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.activate()

    def _written(self, changes: Changes) -> None:
        if not self.concerns(changes):
            return
        if self.isVisible():
            self._later.start()
        else:
            self._stale = True
