"""Reads and writes survey responses, preferences and consents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.figures import NamedResponse
from cims_desktop.domain.preferences import Consent, Preferences, PreferredTime
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.storage import summaries
from cims_desktop.storage.records import from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.history import consent, preference, survey_response


def insert_response(connection: sa.Connection, new: SurveyResponse, now: datetime) -> int:
    """Stores an answer; the customer's newest satisfaction follows. Returns its id."""
    values = to_row(new, survey_response) | {"created_at": now}
    record = insert_row(connection, survey_response, values)
    if new.metric is Metric.CSAT:
        summaries.customer_satisfaction(connection, new.customer_id)
    return record


def responses_of(connection: sa.Connection, customer_id: int, limit: int = 500) -> tuple[SurveyResponse, ...]:
    """A customer's answers, newest first."""
    rows = connection.execute(
        sa.select(survey_response)
        .where(survey_response.c.customer_id == customer_id)
        .order_by(survey_response.c.answered_at.desc(), survey_response.c.id.desc())
        .limit(limit)
    )
    return tuple(from_row(SurveyResponse, row) for row in rows)


def newest_responses(connection: sa.Connection, since: datetime, limit: int) -> tuple[NamedResponse, ...]:
    """The newest answers of shown customers, with their names."""
    rows = connection.execute(
        sa.select(survey_response, customer.c.name, customer.c.number)
        .join(customer, customer.c.id == survey_response.c.customer_id)
        .where(survey_response.c.answered_at >= since, customer.c.hidden == 0)
        .order_by(survey_response.c.answered_at.desc())
        .limit(limit)
    )
    return tuple(NamedResponse(from_row(SurveyResponse, row), row.name[:300], row.number) for row in rows)


def score_counts(
    connection: sa.Connection, metric: Metric, since: datetime, until: datetime
) -> dict[int, int]:
    """How often each score was given in [since, until)."""
    rows = connection.execute(
        sa.select(survey_response.c.score, sa.func.count().label("n"))
        .where(
            survey_response.c.metric == metric,
            survey_response.c.answered_at >= since,
            survey_response.c.answered_at < until,
        )
        .group_by(survey_response.c.score)
    )
    return {row.score: row.n for row in rows}


def score_counts_between(
    connection: sa.Connection, bounds: Sequence[datetime]
) -> dict[tuple[Metric, int], dict[int, int]]:
    """How often each score was given, by metric and period: period i is [bounds[i], bounds[i + 1]); in one pass."""
    at = survey_response.c.answered_at
    period = sa.case(*((at < end, index) for index, end in enumerate(bounds[1:])))
    rows = connection.execute(
        sa.select(
            survey_response.c.metric, survey_response.c.score, period.label("period"), sa.func.count().label("n")
        )
        .where(at >= bounds[0], at < bounds[-1])
        .group_by(survey_response.c.metric, survey_response.c.score, sa.text("period"))
    )  # fmt: skip
    found: defaultdict[tuple[Metric, int], dict[int, int]] = defaultdict(dict)
    for row in rows:
        found[Metric(row.metric), row.period][row.score] = row.n
    return dict(found)


def preferences_of(connection: sa.Connection, customer_id: int) -> Preferences:
    """A customer's preferences and consents; empty ones (version 0) when nothing was said yet."""
    consents = tuple(
        from_row(Consent, row)
        for row in connection.execute(
            sa.select(consent).where(consent.c.customer_id == customer_id).order_by(consent.c.channel)
        )
    )
    row = connection.execute(sa.select(preference).where(preference.c.customer_id == customer_id)).first()
    if row is None:
        return Preferences(customer_id, consents=consents)
    return from_row(
        Preferences, row, time=PreferredTime(row.time), interests=tuple(json.loads(row.interests or "[]")),
        pairs=tuple((str(a), str(b)) for a, b in json.loads(row.pairs or "[]")), consents=consents,
    )  # fmt: skip


def put_preferences(connection: sa.Connection, new: Preferences, now: datetime, user_id: int | None) -> bool:
    """Stores preferences and consents if the version is still the stored one; False when it is stale."""
    values: dict[str, Any] = {
        "channel": new.channel, "time": new.time.value, "language": new.language,
        "interests": json.dumps(new.interests, ensure_ascii=False),
        "pairs": json.dumps(new.pairs, ensure_ascii=False), "updated_at": now, "updated_by": user_id,
    }  # fmt: skip
    there = connection.execute(
        sa.select(preference.c.version).where(preference.c.customer_id == new.customer_id)
    )
    stored = there.scalar()
    if (stored or 0) != new.version:
        return False
    if stored is None:
        made = {"customer_id": new.customer_id, "created_at": now, "created_by": user_id, "version": 1}
        connection.execute(sa.insert(preference).values(**values, **made))
    else:
        mine = preference.c.customer_id == new.customer_id
        connection.execute(sa.update(preference).where(mine).values(**values, version=stored + 1))
    _put_consents(connection, new, now, user_id)
    return True


def _put_consents(connection: sa.Connection, new: Preferences, now: datetime, user_id: int | None) -> None:
    stamps = {"updated_at": now, "updated_by": user_id}
    for one in new.consents:
        mine = (
            (consent.c.customer_id == new.customer_id)
            & (consent.c.purpose == one.purpose)
            & (consent.c.channel == one.channel)
        )
        done = connection.execute(sa.update(consent).where(mine).values(**to_row(one, consent), **stamps))
        if not done.rowcount:
            made = {"customer_id": new.customer_id, "created_at": now, "created_by": user_id, "version": 1}
            connection.execute(sa.insert(consent).values(**to_row(one, consent), **stamps, **made))


def day_start(day: date, time_zone: str) -> datetime:
    """The instant at which an office day begins."""
    from zoneinfo import ZoneInfo

    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(time_zone))
