"""What an administrator does with users: add, edit, reset the password, disable, enable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError, Invalid
from cims_desktop.domain.roles import Role
from cims_desktop.domain.users import User
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.disable_user import DisableUserDialog, Farewell
from cims_desktop.gui.dialogs.reset_password import ResetPasswordDialog
from cims_desktop.gui.dialogs.user import UserDialog, UserForm
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.services.handing_over import Disabled, Owned


class UserActs(QObject):
    """Opens the dialogs over `page` and writes. `added(str)`: the sign-in name of a new user."""

    added = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def add(self, roles: Sequence[Role], draft: Mapping[str, Any] | None = None) -> None:
        """Asks for a new user, beginning with what a draft holds."""
        dialog = UserDialog(self._desk.jobs, roles, parent=self._page)
        self._keep(dialog, draft)
        dialog.submitted.connect(partial(self._add, dialog))
        _open(dialog)

    def edit(
        self, user: User, roles: Sequence[Role], why_same_role: str, draft: Mapping[str, Any] | None = None
    ) -> None:
        """Shows name and role of a user to be changed, or what a draft holds of them."""
        dialog = UserDialog(self._desk.jobs, roles, user, why_same_role, self._page)
        self._keep(dialog, draft)
        dialog.submitted.connect(partial(self._edit, dialog, user))
        _open(dialog)

    def reset(self, user: User) -> None:
        """Asks for a new password."""
        dialog = ResetPasswordDialog(self._desk.jobs, user, self._page)
        dialog.submitted.connect(partial(self._reset, dialog, user))
        _open(dialog)

    def disable(self, user: User, everybody: Sequence[User]) -> None:
        """Looks what the user owns, then asks what becomes of it."""
        office, by = self._desk.office, self._desk.user
        heirs = sorted(
            (one for one in everybody if one.active and one.id != user.id),
            key=lambda one: one.display_name.casefold(),
        )
        self._desk.read(
            lambda: office.users.owned(user.id, by=by), partial(self._ask_heir, user, heirs), owner=self
        )

    def enable(self, user: User) -> None:
        """Lets a user sign in again."""
        office, by = self._desk.office, self._desk.user
        said = self.tr("%1 can sign in again").replace("%1", user.display_name)
        self._desk.write(
            lambda: office.users.enable(user.id, by=by),
            lambda _changes: self._desk.notices.succeed(said),
            owner=self,
        )

    def _keep(self, dialog: UserDialog, draft: Mapping[str, Any] | None) -> None:
        if draft is not None:
            dialog.take_draft(draft)
        self._desk.drafts.register(dialog, dialog.draft)
        dialog.ask_before_losing(self._desk.questions, lambda: dialog.draft() is not None)

    def _add(self, dialog: UserDialog, form: UserForm) -> None:
        office, by = self._desk.office, self._desk.user

        def done() -> None:
            self.added.emit(form.sign_in_name)
            said = self.tr("%1 can sign in now as “%2”")
            self._desk.notices.succeed(said.replace("%1", form.display_name).replace("%2", form.sign_in_name))

        self._send(
            dialog,
            lambda: office.users.add(
                form.sign_in_name, form.display_name, form.role, form.password, by=by, must_change=True
            ),
            done,
        )

    def _edit(self, dialog: UserDialog, user: User, form: UserForm) -> None:
        office, by = self._desk.office, self._desk.user

        def work() -> Any:
            changes = None
            if form.display_name != user.display_name:
                changes = office.users.rename(user.id, form.display_name, by=by)
            if form.role.key != user.role.key:
                changes = office.users.set_role(user.id, form.role, by=by)
            return changes

        self._send(dialog, work)

    def _reset(self, dialog: ResetPasswordDialog, user: User, password: str) -> None:
        office, by = self._desk.office, self._desk.user
        said = self.tr("%1 has a new password and chooses a new one at the next sign-in")
        said = said.replace("%1", user.display_name)
        self._send(
            dialog,
            lambda: office.users.reset_password(user.id, password, by=by),
            lambda: self._desk.notices.succeed(said),
        )

    def _send(self, dialog: Any, work: Callable[[], Any], done: Callable[[], None] = lambda: None) -> None:
        """Runs `work` for a dialog that stays open until it succeeded."""

        def saved(_changes: object) -> None:
            dialog.accept()
            done()

        def refused(error: CimsError) -> None:
            if isinstance(error, Invalid):
                dialog.show_problems(error.problems)
            else:
                dialog.show_fault(" ".join(fault_sentence(error)).strip())

        self._desk.write(work, saved, owner=dialog, failed=refused)

    def _ask_heir(self, user: User, heirs: Sequence[User], owned: Owned) -> None:
        dialog = DisableUserDialog(user, owned, heirs, self._desk.user, self._page)
        dialog.submitted.connect(partial(self._disable, dialog, user))
        _open(dialog)

    def _disable(self, dialog: DisableUserDialog, user: User, farewell: Farewell) -> None:
        office, by = self._desk.office, self._desk.user
        job = self._desk.jobs.submit_long(
            lambda task: office.users.disable(user.id, farewell.heir_id, task, by=by),
            progress=dialog.show_step,
            done=partial(self._disabled, dialog, user, farewell),
            failed=lambda error: dialog.show_fault(" ".join(fault_sentence(error)).strip()),
            owner=dialog,
            lane=Lane.WRITE,
        )
        dialog.stop_asked.connect(job.cancel)

    def _disabled(self, dialog: DisableUserDialog, user: User, farewell: Farewell, done: Disabled) -> None:
        self._desk.publish(done)
        if done.stopped or not farewell.renew:
            dialog.accept()
            self._say_disabled(user, stopped=done.stopped)
        else:
            self._renew(dialog, user)

    def _renew(self, dialog: DisableUserDialog, user: User) -> None:
        office, by = self._desk.office, self._desk.user
        dialog.begin_renewing()

        def renewed(_result: object) -> None:
            dialog.accept()
            said = self.tr("%1 is disabled and the keys are renewed")
            self._desk.notices.succeed(said.replace("%1", user.display_name))

        job = self._desk.jobs.submit_long(
            lambda task: office.keys.rotate(task, by=by),
            progress=dialog.show_step,
            done=renewed,
            failed=partial(self._not_renewed, dialog, user),
            owner=dialog,
            lane=Lane.WRITE,
        )
        dialog.stop_asked.connect(job.cancel)

    def _not_renewed(self, dialog: DisableUserDialog, user: User, error: CimsError) -> None:
        """The user is disabled all the same; only the keys are as they were."""
        dialog.accept()
        why = "" if isinstance(error, Cancelled) else " ".join(fault_sentence(error)).strip()
        said = self.tr("%1 is disabled, but the keys were not renewed. %2")
        self._desk.notices.warn(said.replace("%1", user.display_name).replace("%2", why).strip())

    def _say_disabled(self, user: User, *, stopped: bool) -> None:
        if stopped:
            said = self.tr(
                "%1 is disabled. Not everything was handed over: enable and disable again for the rest."
            )
            self._desk.notices.warn(said.replace("%1", user.display_name))
        else:
            self._desk.notices.succeed(self.tr("%1 is disabled").replace("%1", user.display_name))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
