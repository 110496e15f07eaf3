"""Drafts: asked of every open form, saved when new, and at once when something breaks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftKeeper, DraftRegistry


class Form(QObject):
    """A form with one field; None when nothing is unsaved."""

    def __init__(self, registry: DraftRegistry) -> None:
        super().__init__()
        self.text: str | None = None
        registry.register(self, self.draft)

    def draft(self) -> tuple[str, int | None, dict[str, object]] | None:
        return None if self.text is None else ("customer", None, {"name": self.text})


def keeper_of(desk: Desk) -> DraftKeeper:
    return DraftKeeper(desk.drafts, desk.office.drafts, desk.user, desk.jobs, desk.bus)


def test_a_draft_is_kept_when_it_is_new(desk: Desk, settle: Callable[[], None]) -> None:
    keeper, form = keeper_of(desk), Form(desk.drafts)
    form.text = "Ada"

    keeper.save_soon()
    settle()
    keeper.stop()

    assert desk.office.drafts.latest("customer", None, by=desk.user) == {"name": "Ada"}


def test_what_has_not_changed_is_not_saved_again(desk: Desk, settle: Callable[[], None]) -> None:
    keeper, form = keeper_of(desk), Form(desk.drafts)
    form.text = "Ada"
    keeper.save_soon()
    settle()

    keeper.save_soon()
    idle = not desk.jobs.busy
    keeper.stop()

    assert idle


def test_everything_is_kept_at_once_after_a_crash(desk: Desk) -> None:
    keeper, form, clean = keeper_of(desk), Form(desk.drafts), Form(desk.drafts)
    form.text = "Ada & <b>Co</b>"

    kept = keeper.save_now()
    keeper.stop()

    assert (kept, clean.text) == (1, None)
    assert desk.office.drafts.latest("customer", None, by=desk.user) == {"name": "Ada & <b>Co</b>"}


def test_a_form_that_is_gone_is_not_asked(desk: Desk) -> None:
    import shiboken6

    form = Form(desk.drafts)
    form.text = "Ada"

    shiboken6.delete(form)

    assert desk.drafts.collect() == ()
