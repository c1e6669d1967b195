"""A breakdown by area as a reader sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mapper import totals
from mapper.describe.rows import crowd, size_range
from mapper.i18n import Words


def areas(found: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The rows of :func:`mapper.breakdown.by` in words, in their order, without ``months``."""
    rows = found.to_dict("records")
    return pd.DataFrame(
        {
            t("Area"): found["area"],
            t("Events"): found["events"],
            t("Walkouts"): found["walkouts"],
            t("Schools"): found["campuses"],
            t("Crowd"): [crowd(totals.crowd_of(row), t) for row in rows],
            t("Arrests"): [_arrests(row, t) for row in rows],
            t("First day"): [t.short_day(row["first"]) for row in rows],
            t("Last day"): [t.short_day(row["last"]) for row in rows],
        }
    )


def _arrests(row: Mapping[Any, Any], t: Words) -> str:
    """The arrests of an area; empty where no number is known."""
    size = size_range({"size_low": row["arrests_low"], "size_high": row["arrests_high"]})
    return "" if size == (None, None) else t.size(size)
