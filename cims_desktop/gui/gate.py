"""The way into an office from the start window. Slow modules are imported inside the calls, which run in jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.progress import Task

if TYPE_CHECKING:
    import tempfile

    from cims_desktop.services.backups import Restorer
    from cims_desktop.services.entrance import Entrance
    from cims_desktop.services.new_passwords import PasswordStrength
    from cims_desktop.services.office import OpenOffice

DEMO_CUSTOMERS = 12_480
DEMO_NAME = "Riverside"


@dataclass(frozen=True)
class NewOffice:
    """What the new-office form gives."""

    path: Path
    profile: OfficeProfile
    display_name: str
    sign_in_name: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class DemoWish:
    """Which demo office is wanted."""

    customers: int = DEMO_CUSTOMERS
    seed: int = 1
    language: str = "en"


def _entrance() -> Entrance:
    from cims_desktop.services.entrance import Entrance

    return Entrance()


class Gate:
    """Makes and opens offices. Every method may take seconds: call them in jobs."""

    def __init__(self, entrance: Callable[[], Entrance] = _entrance) -> None:
        self._entrance = entrance
        self._demo_folder: tempfile.TemporaryDirectory[str] | None = None

    def sign_in(self, path: Path, name: str, password: str, code: str = "") -> OpenOffice:
        """Opens an office; `code` is of the second factor. Raises SignInRefused, OfficeFault."""
        return self._entrance().sign_in(path, name, password, code)

    def recover(self, path: Path, code: str, name: str, password: str) -> OpenOffice:
        """Opens an office by its printed recovery code; `password` is new, for the administrator `name`.

        Raises Invalid, SignInRefused, OfficeFault.
        """
        return self._entrance().recover(path, code, name, password)

    def recovery_code_problems(self, typed: str) -> tuple[Problem, ...]:
        """What was mistyped in a recovery code, while it is typed."""
        from cims_desktop.services.new_passwords import recovery_code_problems

        return recovery_code_problems(typed)

    def restorer(self) -> Restorer:
        """Looks into backups and restores them; its calls raise SignInRefused, Invalid, OfficeFault."""
        return self._entrance().restorer()

    def create(self, wanted: NewOffice) -> OpenOffice:
        """Makes an office and signs its administrator in. Raises Invalid, OfficeFault."""
        return self._entrance().create(
            wanted.path,
            wanted.profile,
            sign_in_name=wanted.sign_in_name,
            display_name=wanted.display_name,
            password=wanted.password,
        )

    def password_strength(self, password: str, names: tuple[str, ...]) -> PasswordStrength:
        """What is wrong with a new password, and how long guessing it would take."""
        from cims_desktop.services.new_passwords import password_strength

        return password_strength(password, names)

    def suggest_passphrase(self, language: str) -> tuple[str, str]:
        """A fresh passphrase, and the characters to remember it by where it is pinyin."""
        from cims_desktop.services.new_passwords import suggest_passphrase

        return suggest_passphrase(language)

    def demo(self, wish: DemoWish, task: Task) -> OpenOffice:
        """Makes a throw-away office with made-up data and opens it. Raises Cancelled."""
        import tempfile

        from cims_desktop.services.demo.office import make_demo

        self.forget_demo()
        self._demo_folder = tempfile.TemporaryDirectory(prefix="cims-demo-", ignore_cleanup_errors=True)
        path = Path(self._demo_folder.name, f"{DEMO_NAME}.cims")
        made = make_demo(path, customers=wish.customers, seed=wish.seed, language=wish.language, task=task)
        return self.sign_in(made.path, made.sign_in_name, made.password)

    def forget_demo(self) -> None:
        """Removes the demo office's folder."""
        folder, self._demo_folder = self._demo_folder, None
        if folder is not None:
            folder.cleanup()
