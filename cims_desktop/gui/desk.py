"""The desk: what every page is handed. Office, job runner, bus, settings, questions and notices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.drafting import DraftRegistry
from cims_desktop.gui.jobs import Failed, Job, JobRunner, Lane
from cims_desktop.gui.questions import Questions
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.services.office import OpenOffice

T = TypeVar("T")


class Notices(Protocol):
    """Where a page puts its notices: the main window's message bar, or a list in tests."""

    def inform(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Something worth knowing."""

    def succeed(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Something was done; `act` may undo it. Goes away by itself."""

    def warn(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Something wants attention."""

    def fail(
        self, text: str, way_out: str = "", act_label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Something went wrong; `way_out` says what to do. Stays until it is closed."""

    def clear(self) -> None:
        """Takes the notice away."""


class Unheard:
    """Takes notices while there is no window yet."""

    def inform(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Dropped."""

    succeed = warn = inform

    def fail(
        self, text: str, way_out: str = "", act_label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Dropped."""

    def clear(self) -> None:
        """Nothing to take away."""


class Routes(QObject):
    """Ways between pages; the main window follows them.

    `customer_requested(int)`: show this customer. `new_customer_requested(str)`: open the form, with a
    name or number typed already. `page_requested(str)`: go to the page with this id.
    `import_requested()`: open the import wizard. `export_requested()`: export the customer list.
    `look_requested(Role)`: show the program as this role sees it. `back_requested()`: no longer.
    `office_requested(Path)`: sign out and offer to sign in to this office.
    `section_requested(str)`: go to this section of the Administration page.
    """

    customer_requested = Signal(int)
    new_customer_requested = Signal(str)
    page_requested = Signal(str)
    import_requested = Signal()
    export_requested = Signal()
    look_requested = Signal(object)
    back_requested = Signal()
    office_requested = Signal(object)
    section_requested = Signal(str)


@dataclass
class Desk:
    """Handed to every page. Blocking calls of `office` are made inside `read` and `write` only."""

    office: OpenOffice
    jobs: JobRunner
    bus: ChangeBus
    settings: Settings
    questions: Questions
    notices: Notices = field(default_factory=Unheard)
    routes: Routes = field(default_factory=Routes)
    drafts: DraftRegistry = field(default_factory=DraftRegistry)
    looking: User | None = None

    @property
    def user(self) -> User:
        """Who is signed in; an administrator who looks at the program as another role has that one (`looking`)."""
        return self.looking or self.office.user

    @property
    def currency(self) -> str:
        """The office's currency, ISO 4217."""
        return self.office.profile.currency

    @property
    def time_zone(self) -> str:
        """The office's time zone, IANA name."""
        return self.office.profile.time_zone

    def today(self) -> date:
        """The office's civil date."""
        return self.office.today()

    def may(self, permission: Permission) -> bool:
        """Whether the signed-in user has `permission`; actions without it are disabled."""
        return self.user.may(permission)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> Job:
        """Runs a query off the GUI thread; faults that `failed` doesn't take show in the message bar."""
        return self.jobs.submit(
            work, done=done, failed=failed or self.show_fault, lane=Lane.READ, owner=owner
        )

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> Job:
        """Runs a use case that returns Changes (or has `.changes`); they go on the bus, then to `done`."""

        def publish(result: T) -> None:
            self.publish(result)
            if done is not None and shiboken6.isValid(owner):
                done(result)

        def refused(error: CimsError) -> None:
            handler = failed if failed is not None and shiboken6.isValid(owner) else self.show_fault
            handler(error)

        # Owned by the bus: the change is told even when the page that made it is gone.
        return self.jobs.submit(work, done=publish, failed=refused, lane=Lane.WRITE, owner=self.bus)

    def publish(self, result: Any) -> None:
        """Puts the changes of a finished use case on the bus."""
        changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
        if changes:
            self.bus.changed.emit(changes)

    def show_fault(self, error: CimsError) -> None:
        """One clear sentence and a way out, in the message bar."""
        sentence, way_out = fault_sentence(error)
        self.notices.fail(sentence, way_out)
