"""Interactions, tasks, satisfaction, preferences and consents."""

from __future__ import annotations

import sqlalchemy as sa

from cims_desktop.domain.interactions import Direction, InteractionKind
from cims_desktop.domain.preferences import ConsentChannel, ConsentState
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.storage.tables.base import (
    CustomerRule,
    Instant,
    customer_table,
    edited,
    one_of,
    reference,
    table,
    text,
    word,
)

_history = CustomerRule(merge="move", export=True, erase="delete", undo="journal")

interaction = customer_table(
    "interaction",
    reference("customer_id", "customer"),
    word("kind", InteractionKind),
    word("direction", Direction, Direction.NONE),
    sa.Column("occurred_at", Instant, nullable=False),
    text("subject", 500),
    text("text"),
    text("outcome"),
    reference("by_id", "user", nullable=True),
    text("by_name", 200),
    sa.Column("pinned", sa.Boolean(name="pinned"), nullable=False, default=False),
    sa.Column("next_contact", sa.Date),
    sa.Column("import_run_id", sa.ForeignKey("import_run.id"), nullable=True),
    *edited(),
    one_of("kind", InteractionKind),
    one_of("direction", Direction),
    rule=_history,
)
sa.Index("ix_interaction_of_customer", interaction.c.customer_id, interaction.c.occurred_at)
sa.Index("ix_interaction_import_run_id", interaction.c.import_run_id)

task = customer_table(
    "task",
    reference("customer_id", "customer", nullable=True, index=True),
    text("title", 500),
    text("text"),
    sa.Column("due_on", sa.Date),
    sa.Column("due_at", Instant),
    sa.Column("remind_at", Instant),
    reference("assignee_id", "user", nullable=True, index=True),
    text("state", 20),
    text("repeat", 100),
    *edited(),
    rule=_history,
)

handover_note = table("handover_note", sa.Column("day", sa.Date, nullable=False), text("text"), *edited())

survey_response = customer_table(
    "survey_response",
    reference("customer_id", "customer"),
    word("metric", Metric),
    sa.Column("score", sa.SmallInteger, nullable=False),
    sa.Column("answered_at", Instant, nullable=False),
    text("comment"),
    text("channel", 40),
    reference("by_id", "user", nullable=True),
    reference("purchase_id", "purchase", nullable=True),
    sa.Column("import_run_id", sa.ForeignKey("import_run.id"), nullable=True),
    sa.Column("created_at", Instant, nullable=False),
    one_of("metric", Metric),
    sa.CheckConstraint(
        "(metric = 'nps' AND score BETWEEN 0 AND 10) OR (metric = 'csat' AND score BETWEEN 1 AND 5)"
        " OR (metric = 'ces' AND score BETWEEN 1 AND 7)",
        name="score",
    ),
    rule=_history,
)
sa.Index("ix_survey_response_of_customer", survey_response.c.customer_id, survey_response.c.answered_at)
sa.Index(
    "ix_survey_response_by_day",
    survey_response.c.metric,
    survey_response.c.answered_at,
    survey_response.c.score,
)

survey_invitation = customer_table(
    "survey_invitation",
    reference("customer_id", "customer", index=True),
    word("metric", Metric),
    text("channel", 40),
    sa.Column("asked_at", Instant, nullable=False),
    reference("by_id", "user", nullable=True),
    one_of("metric", Metric),
    rule=_history,
)

preference = customer_table(
    "preference",
    sa.Column("customer_id", sa.ForeignKey("customer.id"), nullable=False, unique=True),
    text("channel", 20),
    text("time", 20),
    text("language", 10),
    text("interests"),
    text("pairs"),
    *edited(),
    rule=CustomerRule(merge="combine", export=True, erase="delete", undo="journal"),
)

consent = customer_table(
    "consent",
    reference("customer_id", "customer"),
    text("purpose", 40),
    word("channel", ConsentChannel),
    word("state", ConsentState, ConsentState.UNKNOWN),
    text("lawful_basis", 40),
    text("source", 500),
    sa.Column("given_on", sa.Date),
    sa.Column("review_on", sa.Date),
    *edited(),
    sa.UniqueConstraint("customer_id", "purpose", "channel"),
    one_of("channel", ConsentChannel),
    one_of("state", ConsentState),
    rule=CustomerRule(merge="strictest", export=True, erase="keep", undo="journal"),
)

# Every word that a customer gave or took back; `consent` holds only the newest.
consent_event = customer_table(
    "consent_event",
    reference("customer_id", "customer", index=True),
    text("purpose", 40),
    word("channel", ConsentChannel),
    word("state", ConsentState, ConsentState.UNKNOWN),
    text("lawful_basis", 40),
    text("source", 500),
    sa.Column("happened_at", Instant, nullable=False),
    reference("by_id", "user", nullable=True),
    one_of("channel", ConsentChannel),
    one_of("state", ConsentState),
    rule=CustomerRule(merge="move", export=True, erase="keep", undo="none"),
)
