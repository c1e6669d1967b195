"""Charts of numbers as Vega-Lite, drawn by Streamlit: ranges as ranges, dates as people say them.

Each function takes a frame and gives a chart without a title: the page writes title, unit, source
and alternative text around it, from the same frame.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
from babel.dates import get_month_names

from mapper.i18n import N_, Words

# One colour for numbers that are of no kind, and the colour of walkouts (mapper.layers.style).
RANGE, WALKOUT = "#0b5d8a", "#d55e00"
ROW_PX, CURVE_PX, LABEL_PX = 26, 220, 240
COUNTS = {
    "events": N_("Events"),
    "walkouts": N_("Walkouts"),
    "campuses": N_("Schools"),
    "days": N_("Days with events"),
}


def months(t: Words) -> str:
    """A Vega expression that writes an axis of time in the reader's language."""
    found = get_month_names("abbreviated", locale=t.locale)
    names = ", ".join(f"'{found[number]}'" for number in range(1, 13))
    return (
        f"date(datum.value) == 1 ? [{names}][month(datum.value)] + ' ' + year(datum.value)"
        f" : date(datum.value) + ' ' + [{names}][month(datum.value)]"
    )


Layered = alt.LayerChart | alt.FacetChart


def curve(found: pd.DataFrame, t: Words) -> Layered:
    """Campuses that had walked out by each day.

    Args:
        found: what :func:`mapper.spread.curve` gives.
        t: the words.
    """
    rows = found.assign(said=[t.day(day) for day in found["day"]])
    axis = alt.Axis(labelExpr=months(t), tickCount=6, labelOverlap=True)
    base = alt.Chart(rows).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(padding=12), axis=axis),
        y=alt.Y("total:Q", title=t("Schools"), axis=alt.Axis(tickMinStep=1)),
        tooltip=[
            alt.Tooltip("said:N", title=t("Day")),
            alt.Tooltip("new:Q", title=t("New")),
            alt.Tooltip("total:Q", title=t("In all")),
        ],
    )
    line = base.mark_line(interpolate="step-after", color=WALKOUT)
    points = base.mark_point(filled=True, size=60, color=WALKOUT)
    return alt.layer(line, points).properties(height=CURVE_PX)


def ranges(found: pd.DataFrame, t: Words) -> Layered:
    """People as bars from the low end to the high end; an open end has an arrow.

    Args:
        found: ``label`` (str), ``low`` and ``high`` (nullable), ``said`` (the range in words).
        t: the words.
    """
    rows = found[found["low"].notna() | found["high"].notna()]
    low, high = (rows[end].astype("float64") for end in ("low", "high"))
    drawn = pd.DataFrame(
        {
            "label": rows["label"],
            "said": rows["said"],
            "low": low.fillna(0),
            "high": high.fillna(low),
            "open": high.isna(),
        }
    )
    base = alt.Chart(drawn).encode(
        y=alt.Y("label:N", title=None, sort=None, axis=alt.Axis(labelLimit=LABEL_PX)),
        tooltip=[
            alt.Tooltip("label:N", title=t("Place")),
            alt.Tooltip("said:N", title=t("People")),
        ],
    )
    x, to = alt.X("low:Q", title=t("People"), axis=alt.Axis(format=",d")), alt.X2("high:Q")
    bars = base.mark_bar(color=RANGE, height=12).encode(x=x, x2=to)
    ends = base.mark_tick(color=RANGE, thickness=3, size=16)
    arrow = base.transform_filter("datum.open").mark_point(
        shape="triangle-right", filled=True, size=90, color=RANGE
    )
    layers: list[Any] = [bars, ends.encode(x="low:Q"), ends.encode(x="high:Q")]
    chart = alt.layer(*layers, arrow.encode(x="high:Q"))
    return chart.properties(height=alt.Step(ROW_PX))


def counts(found: pd.DataFrame, t: Words) -> Layered:
    """Two selections beside each other, all counts on one scale.

    Args:
        found: ``label`` and the columns of COUNTS (int), one row a selection.
        t: the words.
    """
    names = {name: t(COUNTS[str(name)]) for name in COUNTS}
    long = found.melt("label", list(names), var_name="count", value_name="number")
    long = long.assign(count=long["count"].map(names), said=long["number"].map(t.number))
    labels = found["label"].tolist()
    base = alt.Chart(long).encode(
        y=alt.Y("count:N", title=None, sort=list(names.values())),
        yOffset=alt.YOffset("label:N", sort=labels),
        x=alt.X("number:Q", title=None, axis=alt.Axis(format=",d", tickMinStep=1)),
    )
    colour = alt.Color(
        "label:N",
        title=None,
        sort=labels,
        scale=alt.Scale(domain=labels, range=[RANGE, WALKOUT]),
        legend=alt.Legend(orient="top", labelLimit=LABEL_PX * 2, direction="vertical"),
    )
    bars = base.mark_bar().encode(color=colour)
    words = base.mark_text(align="left", dx=4).encode(text="said:N")
    return alt.layer(bars, words).properties(height=alt.Step(ROW_PX / 2))
