"""Survey answers as rows: who answered what, and how good that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.dates import office_day
from cims_desktop.domain.figures import NamedResponse
from cims_desktop.domain.satisfaction import RANGES, Metric, SurveyResponse, nps_group
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.delegates.two_line import Face
from cims_desktop.gui.format import day
from cims_desktop.gui.widgets.pill import PillKind

_NPS_COLOURS: dict[str, PillKind] = {"promoter": "ok", "passive": "warn", "detractor": "bad"}
_SHORT = {Metric.NPS: "NPS", Metric.CSAT: "CSAT", Metric.CES: "CES"}


def goodness(response: SurveyResponse) -> float:
    """Where the score lies on its own scale, 0 (worst) to 1 (best), so that metrics can be ordered together."""
    low, high = RANGES[response.metric]
    return (response.score - low) / (high - low)


def response_colour(response: SurveyResponse) -> PillKind:
    """Green, amber or red by the metric's usual reading."""
    if response.metric is Metric.NPS:
        return _NPS_COLOURS[nps_group(response.score)]
    share = goodness(response)
    return "ok" if share >= 0.7 else "warn" if share >= 0.45 else "bad"


def response_face(named: NamedResponse, time_zone: str) -> Face:
    """The row of one answer."""
    response = named.response
    score = QCoreApplication.translate("responses", "%1 of %2")
    score = score.replace("%1", str(response.score)).replace("%2", str(RANGES[response.metric][1]))
    return Face(
        named.customer_name,
        covered(response.comment) or QCoreApplication.translate("responses", "No comment"),
        middle=_SHORT[response.metric],
        right=day(office_day(response.answered_at, time_zone)),
        chip_text=score,
        chip=response_colour(response),
    )


def lowest_first(responses: Sequence[NamedResponse]) -> list[NamedResponse]:
    """The worst scores first, and among equals the newest (the order given)."""
    return sorted(responses, key=lambda named: goodness(named.response))
