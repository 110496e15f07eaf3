"""An open office: who works, where, and the services on its database."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import OfficeWarning
from cims_desktop.domain.clock import Clock
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.users import User
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.opened_keys import OpenedKeys, open_key_file
from cims_desktop.services.acting import Acting
from cims_desktop.services.audit import Audit, JournalKeeper
from cims_desktop.services.backups import Backups, before_rotation
from cims_desktop.services.chaining import AuditChain
from cims_desktop.services.completing_users import complete_users
from cims_desktop.services.customers import Customers
from cims_desktop.services.drafts import Drafts
from cims_desktop.services.exporting import Exporting
from cims_desktop.services.heads import Heads
from cims_desktop.services.health import Health
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.services.importing import Importing
from cims_desktop.services.keys import Keys
from cims_desktop.services.office_rules import OfficeRules
from cims_desktop.services.places import OfficePlace
from cims_desktop.services.preferences import PreferenceBook
from cims_desktop.services.privacy import Privacy
from cims_desktop.services.products import Products
from cims_desktop.services.purchases import Purchases
from cims_desktop.services.reports import Reports
from cims_desktop.services.roles import Roles
from cims_desktop.services.satisfaction import Satisfaction
from cims_desktop.services.sealing import Sealing
from cims_desktop.services.search import Search
from cims_desktop.services.second_factor import SecondFactor
from cims_desktop.services.sensitive import Sensitive
from cims_desktop.services.session import Session
from cims_desktop.services.throttle import Throttle, report_failures
from cims_desktop.services.timeline import Timeline
from cims_desktop.services.users import Users
from cims_desktop.storage import office_rules, offices
from cims_desktop.storage.engine import Connection, OfficeDatabase
from cims_desktop.storage.roles import role_of


class OpenOffice:
    """A signed-in office: who works, where, and the services. Closed by `close`."""

    def __init__(
        self,
        place: OfficePlace,
        database: OfficeDatabase,
        keys: OpenedKeys,
        clock: Clock,
        minimum: KdfParameters,
        heads: Path | None = None,
    ) -> None:
        self._database = database
        self._place = place
        self._minimum = minimum
        self.path = place.file
        with database.read() as connection:
            self.profile = profile = offices.profile(connection)
        self._acting = acting = Acting(database, AuditChain(keys.audit_key), clock, profile.time_zone)
        complete_users(acting, keys)
        with database.read() as connection:
            self.user = _signed_in(connection, keys)
            acting.session = Session.of(connection, self.user.id)
        self.customers = Customers(acting, profile.country)
        self.timeline = Timeline(acting)
        self.purchases = Purchases(acting, profile.currency)
        self.products = Products(acting)
        self.satisfaction = Satisfaction(acting)
        self.preferences = PreferenceBook(acting)
        self.search = Search(acting)
        self.reports = Reports(acting, profile.name, profile.currency)
        self._throttle = Throttle(place.attempts_file, clock)
        self._keys = HeldKeys(keys, place, minimum, self._throttle.attempt)
        sealing = Sealing(self._keys)
        self.drafts = Drafts(acting, sealing)
        self.sensitive = Sensitive(acting, sealing, profile.country)
        self.users = Users(acting, self._keys)
        self.roles = Roles(acting, self._keys)
        self.second_factor = SecondFactor(acting, self._keys)
        self.backups = Backups(acting, self._keys, profile)
        self.keys = Keys(acting, self._keys, before_rotation(self.backups))
        self.rules = OfficeRules(acting)
        self._keeper = JournalKeeper(acting, self._keys, Heads(profile.uid, place.file, heads))
        self.audit = Audit(acting, self._keeper, profile.time_zone)
        self.warnings: tuple[OfficeWarning, ...] = ()
        self.health = Health(acting, self._keeper)
        self.exporting = Exporting(acting, self.reports, profile.currency)
        self.importing = Importing(acting, profile, database)
        self.privacy = Privacy(acting, self.sensitive, profile, self.importing.close)
        self._seen_version = database.data_version()

    @property
    def acting(self) -> Acting:
        """The way into this office's database past every right, for `services.demo` alone."""
        return self._acting

    @property
    def must_enrol(self) -> bool:
        """Whether the office asks for a second factor and this user has none yet."""
        with self._acting.read() as connection:
            policy, _retention_days = office_rules.rules(connection)
        return policy.require_code and not self._keys.opened.has_code

    def today(self) -> date:
        """The office's civil date."""
        return self._acting.today()

    def now(self) -> datetime:
        """The present instant by the office's clock, in whole milliseconds."""
        return self._acting.now()

    def unlock(self, password: str) -> None:
        """Proves that the signed-in user is at the keyboard. Raises SignInRefused, which counts as at a sign-in."""
        with self._throttle.attempt(self.user.sign_in_name):
            open_key_file(self._place.key_file, self.user.sign_in_name, password, minimum=self._minimum)
        with contextlib.suppress(CimsError):  # the failures wait for the next time
            report_failures(self._acting, self._throttle, self.user)

    def arrive(self, kind: ActKind = ActKind.SIGN_IN) -> None:
        """Writes the sign-in and the failures before it; `warnings` then tell what this PC misses in the journal."""
        self.warnings = self._keeper.compare()
        report_failures(self._acting, self._throttle, self.user)
        self.note(kind)
        self.warnings += self._keeper.secure(self.user)

    def note(self, kind: ActKind) -> None:
        """Writes that the user signed in or out, or locked the program."""
        with self._acting.act(kind, by=self.user):
            pass
        if kind is ActKind.SIGN_OUT:
            self._keeper.secure(self.user)

    def note_recovery(self) -> None:
        """Writes that the user signed in with a password that the printed recovery code has set."""
        with self._acting.act(ActKind.KEYS, by=self.user) as act:
            act.about("user", self.user.id, what="recovered")

    def hurry(self) -> None:
        """From now on nobody waits long for another process that writes: the office is about to close."""
        self._database.hurry()

    def foreign_changes(self) -> bool:
        """Whether another process has written to the file since this was last asked."""
        version = self._database.data_version()
        changed, self._seen_version = version != self._seen_version, version
        return changed

    def close(self) -> None:
        """Closes the file; the last process to close folds its WAL back in."""
        self.importing.close()
        self._keeper.remember()
        self._database.close()


def _signed_in(connection: Connection, keys: OpenedKeys) -> User:
    """The user of these keys. The role is the key file's, where it is authenticated, not the row's."""
    return replace(offices.user_of_slot(connection, keys.slot_id), role=role_of(connection, keys.role))
