"""A customer that is being typed as a draft's payload (plain JSON values) and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState, Preferences, PreferredTime

if TYPE_CHECKING:
    from cims_desktop.gui.widgets.sensitive_section import Typed

FORM = "customer"
PREFERENCES = "preferences"
TEXTS = (
    "name", "organisation", "family_name", "given_name", "job_title", "source", "language", "note",
    "number", "external_id",
)  # fmt: skip


def payload_of(
    customer: Customer,
    typed: Sequence[Typed] = (),
    preferences: Preferences | None = None,
    *,
    changed: bool = True,
) -> dict[str, object]:
    """What the form holds; `typed` values of sensitive fields are sealed by `Drafts` before they are stored.

    `preferences`: as chosen, None when unchanged. `changed`: whether anything is typed in the form itself.
    """
    payload: dict[str, object] = {name: getattr(customer, name) for name in TEXTS}
    payload |= {
        "kind": customer.kind.value,
        "status": customer.status.value,
        "tier": customer.tier.value,
        "version": customer.version,
        "owner_id": customer.owner_id,
        "birthday": asdict(customer.birthday) if customer.birthday else None,
        "contacts": [asdict(point) for point in customer.contacts],
        "addresses": [asdict(address) for address in customer.addresses],
    }
    if typed:
        payload["sensitive"] = {one.field: one.value for one in typed}
    if preferences is not None:
        payload[PREFERENCES] = _plain_preferences(preferences)
    return payload | {"changed": changed}


def _plain_preferences(preferences: Preferences) -> dict[str, object]:
    consents = [
        asdict(one) | {"given_on": one.given_on.isoformat() if one.given_on else ""}
        for one in preferences.consents
    ]
    return {
        "channel": preferences.channel, "time": preferences.time.value, "interests": list(preferences.interests),
        "consents": consents, "version": preferences.version,
    }  # fmt: skip


def preferences_of(payload: Mapping[str, Any], stored: Preferences) -> Preferences | None:
    """The preferences of a draft on top of the stored ones; None without any, or when they can't be read."""
    values = payload.get(PREFERENCES)
    if not values:
        return None
    try:
        return replace(
            stored,
            channel=str(values["channel"]),
            time=PreferredTime(values["time"]),
            interests=tuple(str(each) for each in values["interests"]),
            version=int(values["version"]),
            consents=tuple(
                Consent(**each | {
                    "channel": ConsentChannel(each["channel"]), "state": ConsentState(each["state"]),
                    "given_on": date.fromisoformat(each["given_on"]) if each["given_on"] else None,
                }) for each in values["consents"]
            ),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return None


def customer_of(payload: Mapping[str, Any], stored: Customer) -> Customer:
    """The draft on top of the stored customer (or of an empty one). Raises ValueError when it can't be read."""
    try:
        birthday = payload["birthday"]
        texts: dict[str, Any] = {name: str(payload[name]) for name in TEXTS}
        return replace(
            stored,
            **texts,
            kind=CustomerKind(payload["kind"]),
            status=CustomerStatus(payload["status"]),
            tier=Tier(payload["tier"]),
            version=int(payload["version"]),
            owner_id=payload.get("owner_id", stored.owner_id),
            birthday=birthday and PartialDate(**birthday | {"calendar": CalendarKind(birthday["calendar"])}),
            contacts=tuple(
                ContactPoint(**each | {"kind": ContactKind(each["kind"])}) for each in payload["contacts"]
            ),
            addresses=tuple(Address(**each) for each in payload["addresses"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("not a draft of a customer") from error
