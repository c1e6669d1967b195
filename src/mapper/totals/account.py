"""What became of each row in a total: counted, or left out and why. Nothing is lost on the way."""

from __future__ import annotations

import pandas as pd

from mapper import areas, select, totals
from mapper.areas import Area
from mapper.model import Filters

# Why a row is outside a selection, in the order in which a reader would ask.
OUTSIDE = ("historical", "other_dates", "other_area", "other_kind", "other_confidence")


def outside(frame: pd.DataFrame, filters: Filters, area: Area | None = None) -> pd.Series:
    """The first reason why a row is not in the selection, "" where it is (one of OUTSIDE)."""
    inside = select.matching(frame, filters).index
    recalled = frame["record_type"] == "historical"
    reasons = {
        "historical": recalled & (not filters.historical),
        "other_dates": ~recalled & _other_dates(frame, filters),
        "other_area": _other_area(frame, filters, area),
        "other_kind": _not_one_of(frame["kind"], filters.kinds),
        "other_confidence": _not_one_of(frame["confidence"], filters.confidences),
    }
    found = pd.Series("", index=frame.index)
    for reason, holds in reversed(reasons.items()):
        found = found.mask(holds, reason)
    left = ~frame.index.isin(inside) & (found == "")
    return found.mask(left, "other_dates")


def _other_dates(frame: pd.DataFrame, filters: Filters) -> pd.Series:
    """Which windows lie outside the dates."""
    if not filters.window:
        return pd.Series(data=False, index=frame.index)
    first, last = map(pd.Timestamp, filters.window)
    return (frame["date_start"] > last) | (frame["date_end"] < first)


def _other_area(frame: pd.DataFrame, filters: Filters, area: Area | None) -> pd.Series:
    """Which rows are elsewhere."""
    other = pd.Series(data=False, index=frame.index)
    if filters.city:
        other |= frame["area"] != filters.city
    return other | (areas.named(frame, area.level) != area.name) if area else other


def _not_one_of(column: pd.Series, allowed: tuple[str, ...]) -> pd.Series:
    """Which cells are not among those asked for; none where nothing is asked for."""
    return ~column.isin(allowed) & bool(allowed)


def of(frame: pd.DataFrame, filters: Filters, area: Area | None = None) -> pd.DataFrame:
    """The account of every row.

    Args:
        frame: all rows of :func:`mapper.select.joined`.
        filters: the selection.
        area: where, if not everywhere.

    Returns:
        One row an event, in the order given: ``event_id``; ``event``, "" where it counts as an
        event, else the reason (of OUTSIDE or of :data:`mapper.select.NOT_COUNTED`); ``crowd``, ""
        where a size is summed here, else the reason: the same, or ``no_crowd`` (police, closures),
        ``children_stand``, ``parent_stands``, ``same_crowd``, ``no_size``; ``low`` and ``high``
        (nullable), what is summed; ``with``, the event that keeps the size of this crowd.
    """
    out = outside(frame, filters, area)
    inside = frame[out == ""]
    own = inside["off_map"].where(inside["off_map"].isin(select.NOT_COUNTED), "")
    table = pd.DataFrame({"event_id": frame["event_id"], "event": out.mask(out == "", own)})
    return table.join(_crowds(inside)).fillna({"with": ""}).assign(crowd=_filled)


def _filled(rows: pd.DataFrame) -> pd.Series:
    """The crowd's reason; that of the event where the row is outside the selection."""
    return rows["crowd"].where(rows["crowd"].notna(), rows["event"])


def _crowds(inside: pd.DataFrame) -> pd.DataFrame:
    """``crowd``, ``low``, ``high`` and ``with`` of the rows of a selection."""
    by = pd.Series("all", index=inside.index)
    kept = totals.units(totals.people(inside).assign(group=by))
    root = kept["same_crowd_as"].where(kept["same_crowd_as"] != "", kept["event_id"])
    keeper = _keepers(kept["event_id"], root)
    sums = totals.roots(inside, by).set_index("root")
    sized = sums["low"].notna() | sums["high"].notna()
    reason = pd.Series("same_crowd", index=kept.index)
    reason = reason.mask(keeper, root.map(sized).map({True: "", False: "no_size"}))
    summed = keeper & root.map(sized).astype(bool)
    high = sums["high"].mask(sums["open"])
    return pd.DataFrame(
        {
            "crowd": reason.reindex(inside.index).fillna(_not_kept(inside)),
            "low": root.map(sums["low"]).where(summed).astype("Int64"),
            "high": root.map(high).where(summed).astype("Int64"),
            "with": root,
        },
        index=inside.index,
    )


def _keepers(ids: pd.Series, root: pd.Series) -> pd.Series:
    """Which row of each crowd stands for it: its root, else its first."""
    order = pd.DataFrame({"root": root, "later": ids != root}, index=ids.index)
    return ~order.sort_values("later", kind="stable")["root"].duplicated().reindex(ids.index)


def _not_kept(inside: pd.DataFrame) -> pd.Series:
    """Why a row is no crowd of its own."""
    stands = pd.Series("parent_stands", index=inside.index)
    stands = stands.mask(inside["off_map"] == "parent", "children_stand")
    stands = stands.mask(inside["kind"].isin(totals.NO_CROWD), "no_crowd")
    return stands.mask(inside["off_map"].isin(totals.APART), inside["off_map"])
