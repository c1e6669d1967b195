"""How the wave moved: the grid of days, the curve, the map of first days, and the test."""

from __future__ import annotations

import html
from datetime import date

import pandas as pd
import pydeck as pdk
import streamlit as st

from mapper import charts, describe, layers, spread, view
from mapper.i18n import Words
from mapper.layers.style import INK, rgba
from mapper.spread import near
from mapper.ui import cache, panels, plate
from mapper.ui.frame import Page
from mapper.ui.plate import Plate
from mapper.ui.safe import tag

HEIGHT, FIT_PX = 420, 300
# ColorBrewer "YlOrRd" from its second class, early to late: legible in print and to colour-blind
# readers, and each mark has its day in words.
RAMP = ("#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#b10026")
MARK_PX = 8
# Beyond so many days or campuses a grid is no picture any more: the curve and the list stay.
MOST_DAYS, MOST_CAMPUSES = 40, 200


def grid(page: Page, found: pd.DataFrame) -> None:
    """Days across, campuses down in order of their first day."""
    t = page.t
    cells = spread.grid(panels.chosen(page), page.data.places)
    if cells.empty:
        st.text(t("No campus walked out on these dates. Widen the dates."))
        return
    days = sorted({day.date() for day in cells["day"]})
    if len(days) > MOST_DAYS or len(found) > MOST_CAMPUSES:
        return
    st.subheader(t("Walkouts by campus and day"), anchor=False)
    head = "".join(f"<th scope='col'>{_day(day, t)}</th>" for day in days)
    rows = "".join(
        f"<tr>{tag('th', name)}{_cells(cells[cells['name'] == name], days, t)}</tr>"
        for name in found["name"]
    )
    legend = "".join(
        f'<span><i class="dot {css}"></i>{html.escape(known(named, t))}</span>'
        for css, named in (("described", False), ("named", True))
    )
    st.html(
        f'<div class="wide"><table class="grid"><thead><tr>{tag("th", t("Campus"))}{head}</tr>'
        f'</thead><tbody>{rows}</tbody></table></div><p class="legend">{legend}</p>'
    )


def _day(day: date, t: Words) -> str:
    """A day over its column: the year on a line of its own."""
    short = t.short_day(day)
    year = str(day.year)
    return html.escape(short.replace(f", {year}", "").replace(f" {year}", "")) + f"<br>{year}"


def _cells(found: pd.DataFrame, days: list[date], t: Words) -> str:
    """One campus: a dot on each day of a walkout, filled where described; in words for the ear."""
    named = dict(zip(found["day"].dt.date, found["named_only"], strict=True))
    dots = {day: _dot(bool(only), t) for day, only in named.items()}
    return "".join(f"<td>{dots.get(day, '')}</td>" for day in days)


def _dot(named_only: bool, t: Words) -> str:
    """A dot with the words that it stands for."""
    css = "named" if named_only else "described"
    return f'<i class="{css}"></i>{tag("span", known(named_only, t), "unseen")}'


def known(named_only: bool, t: Words) -> str:
    """How the walkout is known."""
    return t("named from social media posts") if named_only else t("described")


def curve(page: Page, found: pd.DataFrame) -> None:
    """How many campuses had walked out by each day."""
    t = page.t
    days = spread.curve(found)
    if days.empty:
        return
    window = page.choice.filters.window or page.data.span
    shown = pd.DataFrame(
        {
            t("Day"): [t.day(day) for day in days["day"]],
            t("New"): days["new"].map(t.number),
            t("In all"): days["total"].map(t.number),
        }
    )
    rows = zip(shown.iloc[:, 0], shown.iloc[:, 1], shown.iloc[:, 2], strict=True)
    told = (t("{day}: {new} new, {total} in all.", day=d, new=n, total=a) for d, n, a in rows)
    title = t("Schools that had walked out by each day, {window}", window=t.window(window))
    unit = t("Campuses, each on the day of its first walkout")
    plate.show(
        page,
        Plate("schools-curve", title, unit, plate.told(told), shown, days),
        charts.curve(days, t),
    )
    undated = int((~found["is_dated"]).sum())
    if undated:
        said = t.n(
            "{count} campus is not in the curve: its day is not known.",
            "{count} campuses are not in the curve: their day is not known.",
            undated,
        )
        st.html(tag("p", said, "credit"))


def map_(page: Page, found: pd.DataFrame) -> None:
    """The campuses, each in the colour of its first day."""
    t = page.t
    dated = found[found["is_dated"]]
    if dated.empty:
        return
    st.subheader(t("Where it began and where it went"), anchor=False)
    colours = _colours(dated)
    ink = rgba(INK[page.theme])
    rows = [
        {
            "lon": row["lon"],
            "lat": row["lat"],
            "fill": rgba(colours[row["first"]]),
            "edge": ink,
            "edge_px": 1,
            "px": MARK_PX,
            "tip": html.escape(f"{row['name']}: {t.day(row['first'])}"),
        }
        for row in dated.to_dict("records")
    ]
    marks = pdk.Layer(
        "ScatterplotLayer",
        id="first-days",
        data=rows,
        get_position="[lon, lat]",
        get_radius="px",
        **layers.SCREEN,
        pickable=True,
    )
    st.pydeck_chart(
        pdk.Deck(
            [marks],
            initial_view_state=view.fitted(_home(dated).assign(uncertainty_m=0.0), FIT_PX),
            map_provider="mapbox",
            map_style=cache.styles()[f"{page.theme}-{t.lang}"],
            tooltip=panels.TIP,
        ),
        height=HEIGHT,
        key=f"schools-map-{hash(tuple(dated['place_id']))}",
        alt=plate.told(
            f"{row['name']}: {t.day(row['first'])}." for row in dated.to_dict("records")
        ),
    )
    dot = "width:14px;height:14px;border-radius:50%;border:1px solid currentColor;background:"
    panels.own_legend(
        [(f'<i style="{dot}{colour}"></i>', label) for colour, label in _legend(colours, t)], t
    )


def _home(dated: pd.DataFrame) -> pd.DataFrame:
    """The campuses of the county with most of them: one far away would make all others one dot."""
    most = dated["area"].map(dated["area"].value_counts()).max()
    counts = dated["area"].value_counts()
    return dated[dated["area"].isin(counts[counts == most].index)]


def _colours(dated: pd.DataFrame) -> dict[pd.Timestamp, str]:
    """A colour for each first day, early to late."""
    days = sorted(set(dated["first"]))
    steps = max(1, len(days) - 1)
    return {day: RAMP[round(at * (len(RAMP) - 1) / steps)] for at, day in enumerate(days)}


def _legend(colours: dict[pd.Timestamp, str], t: Words) -> list[tuple[str, str]]:
    """Each colour with its first and last day."""
    held: dict[str, list[pd.Timestamp]] = {}
    for day, colour in colours.items():
        held.setdefault(colour, []).append(day)
    return [
        (colour, " – ".join(t.short_day(day) for day in dict.fromkeys([days[0], days[-1]])))
        for colour, days in held.items()
    ]


def chance(page: Page, found: pd.DataFrame) -> None:
    """Whether near campuses walked out near each other in time, more than by chance."""
    t = page.t
    dated = found[found["is_dated"]]
    if dated.empty:
        return
    points = tuple(map(tuple, dated[["lon", "lat"]].to_numpy(float)))
    answer = cache.knox(points, tuple(near.day_numbers(dated["first"])))
    st.html(tag("p", describe.knox(answer, t)))
