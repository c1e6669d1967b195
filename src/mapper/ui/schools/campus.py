"""The list of campuses, what is near a place, the share of schools, and one campus opened."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from mapper import describe, links, names, spread
from mapper.i18n import Words
from mapper.model import Position
from mapper.spread import near
from mapper.telling import source
from mapper.ui import plate
from mapper.ui.frame import Page
from mapper.ui.panels import html_table
from mapper.ui.safe import tag
from mapper.ui.schools.arrival import known

KILOMETRES = (1, 2, 3, 5, 10, 20)
USUAL_KM, MILE_KM = 3, 1.609344
MOST_ROWS = 30


def table(page: Page, found: pd.DataFrame) -> None:
    """The campuses as rows, in order of their first day, by any name that people use."""
    t = page.t
    if found.empty:
        return
    st.subheader(t("In order of the first day"), anchor=False)
    asked = st.text_input(
        t("Search a school"), key="schools_search", placeholder=t("Any name that people use")
    )
    rows = _named(found, asked, page.data.places)
    shown = _shown(rows, near.earlier(found), t)
    st.dataframe(shown, hide_index=True, height="content" if len(shown) < MOST_ROWS else 420)
    plate.download("schools", rows.drop(columns=["lon", "lat"]), t)


def _named(found: pd.DataFrame, asked: str, places: pd.DataFrame) -> pd.DataFrame:
    """The campuses of which a name holds all the words that were asked for."""
    words = names.fold(asked).split() if asked.strip() else []
    if not words:
        return found
    own = places.set_index("place_id").loc[found["place_id"]]
    spelled = (own["name"] + " " + own["aliases"].str.replace("|", " ")).map(names.fold)
    return found[[all(word in name for word in words) for name in spelled]]


def _shown(rows: pd.DataFrame, before: pd.DataFrame, t: Words) -> pd.DataFrame:
    """The campuses as a reader sees them."""
    nearest = before.set_index("place_id").to_dict("index")
    records = rows.to_dict("records")
    return pd.DataFrame(
        {
            t("Campus"): rows["name"],
            t("First day"): [_first(row, t) for row in records],
            t("Nearest school that was earlier"): [
                _earlier(nearest.get(row["place_id"]), t) for row in records
            ],
            t("Walkouts"): rows["walkouts"],
            t("Days"): [", ".join(map(t.short_day, row["days"])) for row in records],
            t("Days between"): [", ".join(map(t.number, row["gaps"])) for row in records],
            t("City"): rows["area"],
            t("Neighborhood"): rows["neighborhood"],
            t("How it is known"): [known(row["named_only"], t) for row in records],
        }
    )


def _first(row: describe.Row, t: Words) -> str:
    """The first day, or that it is not known."""
    return t.short_day(row["first"].date()) if row["is_dated"] else t("unknown")


def _earlier(found: describe.Row | None, t: Words) -> str:
    """The nearest campus that walked out on an earlier day."""
    if not found:
        return ""
    days = t.n("{count} day earlier", "{count} days earlier", int(found["days"]))
    name, away = found["nearest"], _distance(float(found["distance_km"]), t)
    return t("{name}, {distance}, {days}", name=name, distance=away, days=days)


def _distance(km: float, t: Words) -> str:
    """A distance in kilometres and miles."""
    ends = t.number(round(km, 1)), t.number(round(km / MILE_KM, 1))
    return t("{km} km ({miles} mi)", km=ends[0], miles=ends[1])


def around(page: Page, found: pd.DataFrame) -> None:
    """The known high schools near a place, those that walked out and those that did not."""
    t, places = page.t, page.data.places
    st.subheader(t("Near a place"), anchor=False)
    named = dict(zip(places["place_id"], places["name"], strict=True))
    left, right = st.columns([2, 1])
    with left:
        chosen = st.selectbox(
            t("Place"),
            list(named),
            format_func=named.__getitem__,
            index=None,
            placeholder=t("A school, neighborhood, landmark or street"),
            key="schools_place",
        )
    with right:
        km = st.select_slider(t("Distance in km"), KILOMETRES, value=USUAL_KM, key="schools_km")
    if chosen is None:
        return
    row = places.set_index("place_id").loc[chosen]
    schools = near.around(Position(float(row["lon"]), float(row["lat"])), km, places)
    schools = schools[schools["place_id"] != chosen]
    first = dict(zip(found["place_id"], found["first"], strict=True))
    walked = schools["place_id"].isin(list(first))
    st.html(tag("p", _said(named[chosen], km, int(walked.sum()), len(schools), t)))
    if schools.empty:
        return
    days = [t.short_day(first[key].date()) if key in first else "" for key in schools["place_id"]]
    shown = {
        t("School"): schools["name"],
        t("Distance"): [_distance(km, t) for km in schools["distance_km"]],
        t("First walkout"): [day or t("none recorded") for day in days],
    }
    st.dataframe(pd.DataFrame(shown), hide_index=True)


def _said(name: str, km: int, walked: int, every: int, t: Words) -> str:
    """How many of the schools near a place walked out."""
    return t.n(
        "Of {count} known public high school within {km} km of {name}, {walked} walked out.",
        "Of {count} known public high schools within {km} km of {name}, {walked} walked out.",
        every,
        km=t.number(km),
        name=name,
        walked=t.number(walked),
    )


def one(page: Page, found: pd.DataFrame) -> None:
    """One campus: its walkouts and marches with their sources."""
    t = page.t
    if found.empty:
        return
    st.subheader(t("One campus"), anchor=False)
    named = dict(zip(found["place_id"], found["name"], strict=True))
    chosen = st.selectbox(
        t("Campus"),
        list(named),
        format_func=named.__getitem__,
        index=None,
        placeholder=t("Choose a campus"),
        key="schools_campus",
    )
    if chosen is None:
        return
    for row in _events(page, chosen, named[chosen]).to_dict("records"):
        st.html(_entry(page, row))
        carried = links.params(page.choice, page.data.span) | {"event": row["event_id"]}
        st.page_link("app.py", label=t("Open the event on the map"), query_params=carried)


def _events(page: Page, place_id: str, name: str) -> pd.DataFrame:
    """The events at a campus, and the marches that set out from it."""
    events, routes = page.data.events, page.data.routes
    marched = set(routes.loc[routes["start_place"] == name, "event_id"])
    here = (events["place_id"] == place_id) | events["event_id"].isin(marched)
    return events[here & ~events["off_map"].isin(["hidden", "duplicate"])]


def _entry(page: Page, row: describe.Row) -> str:
    """One event in words, with its sources."""
    t, reports = page.t, page.data.reports
    told = reports[reports["event_id"] == row["event_id"]].merge(page.data.sources, on="source_id")
    head = f"<b>{html.escape(describe.title(row, t))}</b>, {html.escape(describe.when(row, t))}"
    size = html.escape(t("How many: {size}", size=describe.size(row, t)))
    cited = "<br>".join(source(report, page.t) for report in told.to_dict("records"))
    return f"<p>{head}<br>{size}<br>{cited}</p>"


def share(page: Page, found: pd.DataFrame) -> None:
    """How many of the known public high schools that is."""
    t = page.t
    shares = spread.share(found, page.data.places)
    if shares.empty:
        return
    st.subheader(t("Share of the public high schools"), anchor=False)
    st.html(
        html_table(
            pd.DataFrame(
                {
                    t("City"): shares["area"],
                    t("Campuses that walked out"): shares["walked_out"],
                    t("Public high school campuses known"): shares["known"],
                    t("Share"): (shares["walked_out"] / shares["known"]).map(t.percent),
                }
            )
        )
    )
    said = t(
        "Campuses are those of the state's school directory of 2022, read by the rule in"
        " docs/method.md. A campus that is not in the documents may have walked out too."
    )
    st.html(tag("p", said, "credit"))
