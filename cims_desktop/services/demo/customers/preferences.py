"""What made-up customers prefer and have agreed to."""

from __future__ import annotations

from typing import Final

from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState, Preferences, PreferredTime
from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.history.population import Population
from cims_desktop.services.demo.lists.products import CATEGORIES

_TIMES: Final = (
    PreferredTime.NONE, PreferredTime.MORNING, PreferredTime.AFTERNOON, PreferredTime.AFTERNOON, PreferredTime.EVENING,
    PreferredTime.WEEKEND,
)  # fmt: skip
_PAIRS: Final = (
    ("包装", "简装", "Wrapping", "Plain"),
    ("包装", "礼盒", "Wrapping", "Gift box"),
    ("口味", "清淡", "Taste", "Light"),
    ("付款", "月结", "Payment", "Monthly"),
    ("送货", "门卫代收", "Delivery", "Leave at the gate"),
    ("糖", "不加糖", "Sugar", "None"),
)


def preferences(draws: Draws, population: Population, customer: int) -> Preferences | None:
    """The preferences of the customer with this index; None for the half who were never asked."""
    if not draws.chance(0.5):
        return None
    chinese, abroad = bool(population.chinese[customer]), bool(population.abroad[customer])
    language = 0 if chinese else 1
    favourite = int(population.favourite[customer])
    second = (favourite + draws.number(1, len(CATEGORIES) - 1)) % len(CATEGORIES)
    shelves = (favourite, second) if draws.chance(0.5) else (favourite,)
    pairs: tuple[tuple[str, str], ...] = ()
    if draws.chance(0.2):
        chosen = draws.pick(_PAIRS)
        pairs = ((chosen[0], chosen[1]) if chinese else (chosen[2], chosen[3]),)
    return Preferences(
        customer_id=customer + 1,
        channel=draws.pick(
            ("wechat", "wechat", "phone", "sms") if chinese else ("email", "email", "phone", "post")
        ),
        time=draws.pick(_TIMES),
        language="zh_CN" if chinese else "en",
        interests=tuple(CATEGORIES[shelf][language] for shelf in shelves),
        pairs=pairs,
        consents=_consents(draws, population, customer, abroad=abroad),
    )


def _consents(draws: Draws, population: Population, customer: int, *, abroad: bool) -> tuple[Consent, ...]:
    """Asked on the day of joining, in the shop, on the web site or on paper."""
    plan = population.plan
    given = plan.day(int(population.joined[customer]))
    channels = [ConsentChannel.EMAIL, ConsentChannel.POST if abroad else ConsentChannel.WECHAT]
    if draws.chance(0.4):
        channels.append(ConsentChannel.SMS)
    source = draws.pick(("shop", "website", "paper form"))
    return tuple(
        Consent(
            channel,
            ConsentState.GRANTED if draws.chance(0.72) else ConsentState.REFUSED,
            source=source,
            given_on=given,
        )
        for channel in channels
    )
