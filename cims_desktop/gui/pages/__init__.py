"""The pages of the main window, in the order of the navigation. Each is imported when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.icons import IconName
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cims_desktop.gui.desk import Desk


@dataclass(frozen=True)
class PageEntry:
    """A page: its id, icon and name in the navigation, and where its class is.

    A page is made with the desk and has `title() -> str` and `activate()`, called when it is shown. It may also
    have `reload()` (F5), `save()` (Ctrl+S), `may_leave() -> bool` (asked before another page, a lock or the end),
    `show_customer(int)` and `new_customer(str)`. `needs`: rights of which one is enough to see it; none for everybody.
    """

    id: str
    icon: IconName
    name: str
    module: str
    cls: str
    at_foot: bool = False
    needs: tuple[Permission, ...] = ()

    def is_for(self, user: User) -> bool:
        """Whether `user` may use something of the page."""
        return not self.needs or any(user.may(permission) for permission in self.needs)

    def is_built(self) -> bool:
        """A page that isn't built isn't shown."""
        try:
            spec = find_spec(self.module)
        except ModuleNotFoundError:
            return False
        # A folder without __init__.py has a spec, but no origin.
        return spec is not None and spec.origin is not None

    def make(self, desk: Desk) -> QWidget:
        """The page, made now."""
        factory: Any = getattr(import_module(self.module), self.cls)
        page: QWidget = factory(desk)
        return page


_HERE = "cims_desktop.gui.pages"

PAGES = (
    PageEntry(
        "dashboard",
        "dashboard",
        QT_TRANSLATE_NOOP("pages", "Dashboard"),
        f"{_HERE}.dashboard",
        "DashboardPage",
        needs=(Permission.VIEW_REPORTS,),
    ),
    PageEntry(
        "customers",
        "customers",
        QT_TRANSLATE_NOOP("pages", "Customers"),
        f"{_HERE}.customers",
        "CustomersPage",
        needs=(Permission.VIEW_CUSTOMERS,),
    ),
    PageEntry(
        "follow_ups",
        "calendar",
        QT_TRANSLATE_NOOP("pages", "Follow-ups"),
        f"{_HERE}.follow_ups",
        "FollowUpsPage",
        needs=(Permission.VIEW_CUSTOMERS,),
    ),
    PageEntry(
        "satisfaction",
        "smile",
        QT_TRANSLATE_NOOP("pages", "Satisfaction"),
        f"{_HERE}.satisfaction",
        "SatisfactionPage",
        needs=(Permission.VIEW_REPORTS,),
    ),
    PageEntry(
        "products",
        "products",
        QT_TRANSLATE_NOOP("pages", "Products"),
        f"{_HERE}.products",
        "ProductsPage",
        needs=(Permission.VIEW_CUSTOMERS,),
    ),
    PageEntry(
        "reports",
        "report",
        QT_TRANSLATE_NOOP("pages", "Reports"),
        f"{_HERE}.reports",
        "ReportsPage",
        needs=(Permission.VIEW_REPORTS,),
    ),
    PageEntry(
        "administration",
        "shield",
        QT_TRANSLATE_NOOP("pages", "Administration"),
        f"{_HERE}.administration.page",
        "AdministrationPage",
        needs=(
            Permission.MANAGE_USERS,
            Permission.MANAGE_OFFICE,
            Permission.VIEW_AUDIT,
            Permission.BACK_UP,
            Permission.MANAGE_KEYS,
        ),
    ),
    PageEntry(
        "settings",
        "settings",
        QT_TRANSLATE_NOOP("pages", "Settings"),
        f"{_HERE}.settings",
        "SettingsPage",
        at_foot=True,
    ),
)
"""Settings stand at the foot of the navigation."""


def pages_for(user: User) -> tuple[PageEntry, ...]:
    """The pages of this program that `user` may use, in order."""
    return tuple(page for page in PAGES if page.is_built() and page.is_for(user))
