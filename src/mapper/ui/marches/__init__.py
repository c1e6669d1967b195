"""The marches: one at a time as a line, as steps and as a file; and those that give no line."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from mapper import describe, export, links
from mapper.describe.words import REASONS
from mapper.export import March
from mapper.i18n import Words
from mapper.layers import marks
from mapper.ui.frame import Page
from mapper.ui.marches import picture
from mapper.ui.panels import html_table
from mapper.ui.safe import md, tag

KILOMETRE, MILE = 1000, 1609.344


def chosen(page: Page) -> March | None:
    """The march that the reader chose; ``None`` where no march has a line."""
    t = page.t
    st.html(tag("p", _intro(t), "sentence"))
    found = with_line(page)
    if not found:
        st.info(t("No march has a line yet."))
        return None
    names = _names(found)
    route_id = st.selectbox(
        t("March"), list(names), format_func=names.__getitem__, key="marches_chosen"
    )
    return next(march for march in found if march.route_id == route_id)


def _intro(t: Words) -> str:
    """What the page shows, and what it cannot know."""
    return t(
        "Where marches went, as far as the documents say. A street is drawn only where the words"
        " name it; elsewhere a dashed line joins the two ends."
    )


def with_line(page: Page) -> list[March]:
    """The marches that have a line, in time."""
    legs: dict[str, list[Mapping[str, Any]]] = {}
    for leg in sorted(page.data.legs, key=lambda leg: int(leg["order"])):
        legs.setdefault(leg["route_id"], []).append(leg)
    return [
        _march(row, legs[row["route_id"]], page.t)
        for row in _routes(page)
        if row["route_id"] in legs
    ]


def _routes(page: Page) -> list[dict[Any, Any]]:
    """The placed routes with their events, in time; without those of events that are not shown."""
    events = page.data.events
    kept = events[events["off_map"] != "hidden"]
    own = kept[[name for name in kept if name == "event_id" or name not in page.data.routes]]
    rows = page.data.routes.merge(own, on="event_id")
    return rows.sort_values(["date_start", "route_id"], kind="stable").to_dict("records")


def _march(row: describe.Row, legs: list[Mapping[str, Any]], t: Words) -> March:
    """One march in the reader's language."""
    return March(
        route_id=row["route_id"],
        event_id=row["event_id"],
        title=describe.title(row, t),
        when=describe.when(row, t),
        words=row["words"],
        certainty=row["certainty"],
        start=row["start_place"],
        end=row["end_place"],
        # the block that shows an open end is not said to have been walked
        length_m=sum(float(leg["length_m"]) for leg in legs if not leg["open_end"]),
        legs=legs,
    )


def _names(found: list[March]) -> dict[str, str]:
    """What each march is called; where an event has several, by its end too."""
    events = [march.event_id for march in found]
    return {
        march.route_id: f"{march.title}, {march.when}"
        + (f" ({march.end})" if events.count(march.event_id) > 1 else "")
        for march in found
    }


def show(page: Page, march: March | None) -> None:
    """The march on the map, beside it its steps; below each other on a phone."""
    if march is None:
        return
    left, right = st.columns([1.6, 1])
    with left:
        picture.map_(page, march)
    with right:
        st.html(_summary(march, page.t) + _steps(march, page.t))
        _ways_on(page, march)


def _summary(march: March, t: Words) -> str:
    """Start, end, length, and that no time is known."""
    told = [
        (t("Start"), march.start),
        (t("End"), march.end),
        (t("Length"), t("at least {length}", length=_length(march.length_m, t))),
    ]
    terms = "".join(tag("dt", label) + tag("dd", text) for label, text in told)
    order = t("Order only: the document gives no times.")
    return f'<dl class="facts">{terms}</dl>{tag("p", order, "credit")}'


def _steps(march: March, t: Words) -> str:
    """The legs as a numbered list."""
    items = "".join(_step(march, at, t) for at in range(len(march.legs)))
    return f'<ol class="steps">{items}</ol>'


def _step(march: March, at: int, t: Words) -> str:
    """One leg: the street or its two ends, how far, the words, how sure."""
    leg = march.legs[at]
    words = t("“{words}”", words=leg["words"] or march.words)
    note = t(marks.LEG_NOTES[str(leg["certainty"])])
    head = tag("b", _where(march, at, t))
    if leg["open_end"]:
        note += " " + t("How far is not said: one block is drawn.")
    else:
        head += f", {html.escape(_length(leg['length_m'], t))}"
    return f"<li>{head}{tag('p', words)}{tag('p', note, 'credit')}</li>"


def _where(march: March, at: int, t: Words) -> str:
    """The street of a leg; where none is named, what lies before and after it."""
    legs = march.legs
    if legs[at]["street"]:
        return str(legs[at]["street"])
    before = legs[at - 1]["street"] if at else ""
    after = legs[at + 1]["street"] if at + 1 < len(legs) else ""
    return t("between {start} and {end}", start=before or march.start, end=after or march.end)


def _length(metres: float, t: Words) -> str:
    """A length in metres or kilometres, and miles; rounded down: it was at least so long."""
    km, miles = (t.number(math.floor(metres / unit * 100) / 100) for unit in (KILOMETRE, MILE))
    if metres < KILOMETRE:
        return t("{metres} m ({miles} mi)", metres=t.number(math.floor(metres)), miles=miles)
    return t("{km} km ({miles} mi)", km=km, miles=miles)


def _ways_on(page: Page, march: March) -> None:
    """The event on the map, and the march as a file."""
    t = page.t
    carried = links.params(replace(page.choice, event=march.event_id), page.data.span)
    st.page_link("app.py", label=t("Open the event on the map"), query_params=carried)
    files = (
        (t("Download as GeoJSON"), export.geojson(march), "geojson", "application/geo+json"),
        (t("Download as GPX"), export.gpx(march), "gpx", "application/gpx+xml"),
    )
    with st.container(horizontal=True):
        for label, content, ending, mime in files:
            name = f"{march.route_id}.{ending}"
            st.download_button(label, content, name, mime, key=ending, on_click="ignore")


def without_line(page: Page) -> None:
    """The marches that give no line, with their words and the reason."""
    t = page.t
    drawn = {leg["route_id"] for leg in page.data.legs}
    rows = [row for row in _routes(page) if row["route_id"] not in drawn]
    if not rows:
        return
    heading = t.n("{count} march without a line", "{count} marches without a line", len(rows))
    st.subheader(md(heading), anchor=False)
    table = {
        t("Event"): [f"{describe.title(row, t)}, {describe.when(row, t)}" for row in rows],
        t("Words"): [t("“{words}”", words=row["words"]) for row in rows],
        t("Reason"): [t(REASONS.get(row["reason"], "")) for row in rows],
    }
    st.html(html_table(pd.DataFrame(table)))
