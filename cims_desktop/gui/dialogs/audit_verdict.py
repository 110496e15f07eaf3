"""Verifies the journal: progress, then a plain verdict with the head that one prints and keeps."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.auditing import Verdict
from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.progress import Progress
from cims_desktop.gui._gen.ui_audit_verdict_dialog import Ui_AuditVerdictDialog
from cims_desktop.gui.audit_words import fault_of_journal
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant, number
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.paper import print_paper
from cims_desktop.gui.stage_words import stage_word
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import fault_sentence

WIDTH = 640
GROUP = 8


class AuditVerdictDialog(Translated, QDialog):
    """Begins at once; closing stops it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.verdict: Verdict | None = None
        self.ui = Ui_AuditVerdictDialog()
        self.ui.setupUi(self)
        apply_icons(self)
        for later in (self.ui.verdict_frame, self.ui.fault_label, self.ui.print_button, self.ui.copy_button):
            later.hide()
        self.ui.progress_bar.setRange(0, 0)
        self.ui.buttons.rejected.connect(self.reject)
        self.ui.copy_button.clicked.connect(self._copy)
        self.ui.print_button.clicked.connect(self._print)
        self.retranslate()
        keep_fitted(self, WIDTH)
        office, by = desk.office, desk.user
        self._job: Job | None = desk.jobs.submit_long(
            lambda task: office.audit.verify(throttled(task), by=by),
            progress=self._step, done=self._show, failed=self._failed, owner=self, lane=Lane.READ,
        )  # fmt: skip

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Verify the journal"))
        if self.verdict is not None:
            self._word(self.verdict)
        else:
            self.ui.progress_label.setText(stage_word("journal"))

    def reject(self) -> None:
        """Closes; a walk under way stops."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)

    def _step(self, step: Progress) -> None:
        self.ui.progress_bar.setRange(0, step.total or 0)
        self.ui.progress_bar.setValue(step.done)
        done = (
            self.tr("%1 of %2 acts").replace("%1", number(step.done)).replace("%2", number(step.total or 0))
        )
        self.ui.progress_label.setText(done if step.total else stage_word("journal"))

    def _show(self, verdict: Verdict) -> None:
        self._job, self.verdict = None, verdict
        for over in (self.ui.progress_bar, self.ui.progress_label):
            over.hide()
        for now in (self.ui.verdict_frame, self.ui.print_button, self.ui.copy_button):
            now.show()
        self._word(verdict)
        self.ui.digest_edit.setCursorPosition(0)

    def _failed(self, error: CimsError) -> None:
        self._job = None
        for over in (self.ui.progress_bar, self.ui.progress_label):
            over.hide()
        if not isinstance(error, Cancelled):
            self.ui.fault_label.setText(" ".join(fault_sentence(error)).strip())
            self.ui.fault_label.show()

    def _word(self, verdict: Verdict) -> None:
        ui, head = self.ui, verdict.head
        ui.verdict_label.setText(self._headline(verdict))
        ui.text_label.setText(self._sentences(verdict))
        for part in (ui.head_label, ui.digest_edit, ui.head_note_label):
            part.setVisible(head is not None)
        if head is not None:
            digest = head.digest.hex()
            ui.digest_edit.setText(" ".join(digest[at : at + GROUP] for at in range(0, len(digest), GROUP)))
            note = self.tr(
                "Act %1 of %2. Print or copy it and keep it outside of this PC: whoever compares it later sees"
                " whether anything before was changed."
            )
            when = instant(head.at, self._desk.time_zone)
            ui.head_note_label.setText(note.replace("%1", number(head.act)).replace("%2", when))

    def _headline(self, verdict: Verdict) -> str:
        if verdict.ok:
            return self.tr("All well: nothing was changed, left out or added.")
        return self.tr("The journal is not as it was written.")

    def _sentences(self, verdict: Verdict) -> str:
        acts, changes = number(verdict.acts), number(verdict.changes)
        counts = self.tr("%1 acts with %2 changed fields were checked.")
        lines = [counts.replace("%1", acts).replace("%2", changes)]
        if verdict.fault is not None:
            lines = [
                fault_of_journal(verdict.fault, verdict.first_bad),
                self.tr(
                    "Don't work on in this file. Keep a copy of it, look who could reach it, and compare with the"
                    " last backup from before."
                ),
            ]
        if verdict.vouched_until is not None:
            lines.append(
                self.tr("An administrator's checkpoint vouches for everything up to act %1.").replace(
                    "%1", number(verdict.vouched_until)
                )
            )
        elif verdict.sound_until:
            lines.append(
                self.tr("Checkpoints and what this PC remembers agree up to act %1.").replace(
                    "%1", number(verdict.sound_until)
                )
            )
        elif verdict.ok:
            lines.append(
                self.tr("No checkpoint vouches for it yet; an administrator's next sign-in makes one.")
            )
        return "\n".join(lines)

    def _as_text(self) -> str:
        ui = self.ui
        made = instant(self._desk.office.now(), self._desk.time_zone)
        parts = [f"{self._desk.office.profile.name} · {made}", ui.verdict_label.text(), ui.text_label.text()]
        if ui.digest_edit.text():
            parts.append(f"{self.tr('Head of the journal')}: {ui.digest_edit.text()}")
            parts.append(ui.head_note_label.text())
        return "\n".join(parts)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._as_text())
        self._desk.notices.inform(self.tr("The verdict is copied."))

    def _print(self) -> None:
        first, *others = self._as_text().split("\n")
        body = "".join(f"<p>{escape(line)}</p>" for line in others)
        page = f"<h2>{escape(first)}</h2>{body}"
        print_paper(self._desk, "journal_verdict", self, self.tr("Verify the journal"), page)
