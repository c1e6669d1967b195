"""Charts of numbers as Vega-Lite: ranges as ranges, dates as people say them.

Each function takes a frame and gives a specification with its data, as plain dictionaries: a chart
object of a library costs 40 ms to build and check, a dictionary nothing. Title, unit, source and
alternative text are written around it by the page, from the same frame.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from babel.dates import get_month_names

from mapper.i18n import N_, Words

Spec = dict[str, Any]

# One colour for numbers that are of no kind, and the colour of walkouts (mapper.layers.style).
RANGE, WALKOUT = "#0b5d8a", "#d55e00"
ROW_PX, BAR_PX, CURVE_PX, LABEL_PX = 26, 12, 220, 240
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


def curve(found: pd.DataFrame, t: Words) -> Spec:
    """Campuses that had walked out by each day.

    Args:
        found: what :func:`mapper.spread.curve` gives.
        t: the words.
    """
    rows = [
        {"day": f"{day:%Y-%m-%d}T12:00", "said": t.day(day), "new": int(new), "total": int(total)}
        for day, new, total in zip(found["day"], found["new"], found["total"], strict=True)
    ]
    axis = {"labelExpr": months(t), "tickCount": 6, "labelOverlap": True}
    encoding = {
        "x": _field("day", "temporal", title=None, scale={"padding": 12}, axis=axis),
        "y": _field("total", "quantitative", title=t("Schools"), axis={"tickMinStep": 1}),
        "tooltip": [
            _field("said", "nominal", title=t("Day")),
            _field("new", "quantitative", title=t("New")),
            _field("total", "quantitative", title=t("In all")),
        ],
    }
    line = {"mark": {"type": "line", "interpolate": "step-after", "color": WALKOUT}}
    points = {"mark": {"type": "point", "filled": True, "size": 60, "color": WALKOUT}}
    return _layers(rows, encoding, [line, points]) | {"height": CURVE_PX}


def ranges(found: pd.DataFrame, t: Words) -> Spec:
    """People as bars from the low end to the high end; an open end has an arrow.

    Args:
        found: ``label`` (str), ``low`` and ``high`` (nullable), ``said`` (the range in words).
        t: the words.
    """
    rows = [
        _range(label, low, high) | {"said": said}
        for label, low, high, said in zip(
            found["label"], found["low"], found["high"], found["said"], strict=True
        )
        if not (pd.isna(low) and pd.isna(high))
    ]
    encoding = {
        "y": _label("label"),
        "tooltip": [
            _field("label", "nominal", title=t("Place")),
            _field("said", "nominal", title=t("People")),
        ],
    }
    people = _field("low", "quantitative", title=t("People"), axis={"format": ",d"})
    bars = {
        "mark": {"type": "bar", "color": RANGE, "height": BAR_PX},
        "encoding": {"x": people, "x2": {"field": "high"}},
    }
    ends = [
        {
            "mark": {"type": "tick", "color": RANGE, "thickness": 3, "size": 16},
            "encoding": {"x": _field(end, "quantitative")},
        }
        for end in ("low", "high")
    ]
    arrow = {
        "transform": [{"filter": "datum.open"}],
        # an arrow repeats what its bar says; without one, its empty group would be without a name
        "mark": {"type": "point", "shape": "triangle-right", "filled": True, "size": 90}
        | {"color": RANGE, "aria": False},
        "encoding": {"x": _field("high", "quantitative")},
    }
    return _layers(rows, encoding, [bars, *ends, arrow]) | {"height": {"step": ROW_PX}}


def _range(label: str, low: float | None, high: float | None) -> dict[str, Any]:
    """One bar; a missing low end starts at nothing, a missing high end is open."""
    start = 0 if pd.isna(low) else int(low or 0)
    is_open = bool(pd.isna(high))
    return {
        "label": label,
        "low": start,
        "high": start if is_open else int(high or 0),
        "open": is_open,
    }


def counts(found: pd.DataFrame, t: Words) -> Spec:
    """Two selections beside each other, all counts on one scale.

    Args:
        found: ``label`` and the columns of COUNTS (int), one row a selection.
        t: the words.
    """
    names = {name: t(COUNTS[str(name)]) for name in COUNTS}
    rows = [
        {
            "label": row["label"],
            "count": word,
            "number": int(row[name]),
            "said": t.number(row[name]),
        }
        for row in found.to_dict("records")
        for name, word in names.items()
    ]
    labels = found["label"].tolist()
    encoding = {
        "y": _label("count") | {"sort": list(names.values())},
        "yOffset": {"field": "label", "sort": labels},
        "x": _field("number", "quantitative", title=None, axis={"tickMinStep": 1}),
    }
    colour = {
        "field": "label",
        "sort": labels,
        "title": None,
        "scale": {"domain": labels, "range": [RANGE, WALKOUT]},
        "legend": {"orient": "top"},
    }
    bars = {"mark": {"type": "bar"}, "encoding": {"color": colour}}
    words = {
        "mark": {"type": "text", "align": "left", "dx": 4},
        "encoding": {"text": {"field": "said"}},
    }
    return _layers(rows, encoding, [bars, words]) | {"height": {"step": ROW_PX / 2}}


def _layers(rows: list[dict[str, Any]], encoding: Spec, layer: list[Spec]) -> Spec:
    """Marks over each other, of the same rows."""
    return {"data": {"values": rows}, "encoding": encoding, "layer": layer}


def _field(name: str, kind: str, **settings: object) -> Spec:
    """One channel."""
    return {"field": name, "type": kind, **settings}


def _label(name: str) -> Spec:
    """The words beside each row, in the order of the rows."""
    return _field(name, "nominal", title=None, sort=None, axis={"labelLimit": LABEL_PX})
