"""Which campuses walked out, and when."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from mapper import spread
from mapper.i18n import Words
from mapper.layers.style import COLOURS
from mapper.ui import panels
from mapper.ui.frame import Page
from mapper.ui.safe import tag

ROW_PX = 26


def sentence(page: Page) -> None:
    """How many campuses, in one sentence."""
    t, found = page.t, _campuses(page)
    window = page.choice.filters.window or page.data.span
    said = t.n(
        "{count} campus where students walked out, {window}.",
        "{count} campuses where students walked out, {window}.",
        len(found),
        window=t.window(window),
    )
    posts = int(found["named_only"].sum())
    if posts:
        said += " " + t.n(
            "{count} of them is known only from social media posts.",
            "{count} of them are known only from social media posts.",
            posts,
        )
    st.html(tag("p", said, "sentence"))


def _campuses(page: Page) -> pd.DataFrame:
    """The campuses of the reader's choice."""
    return spread.campuses(panels.chosen(page), page.data.places)


def grid(page: Page) -> None:
    """Days across, campuses down in order of their first day."""
    t = page.t
    found = spread.grid(panels.chosen(page), page.data.places)
    if found.empty:
        st.text(t("No campus walked out on these dates. Widen the dates."))
        return
    st.subheader(t("Walkouts by campus and day"), anchor=False)
    order = _campuses(page)["name"].tolist()
    days = sorted(found["day"].unique())
    cells = pd.DataFrame(
        {
            "campus": found["name"],
            "day": [t.short_day(day.date()) for day in found["day"]],
            "known": [_known(named, t) for named in found["named_only"]],
        }
    )
    chart = _grid(cells, order, [t.short_day(pd.Timestamp(day).date()) for day in days], t)
    told = "; ".join(f"{cell.day}: {cell.campus} ({cell.known})" for cell in cells.itertuples())
    st.altair_chart(chart, height=ROW_PX * len(order) + 90, alt=told)


def _known(named_only: bool, t: Words) -> str:
    """How the walkout is known."""
    return t("named from social media posts") if named_only else t("described")


def _grid(cells: pd.DataFrame, order: list[str], days: list[str], t: Words) -> alt.Chart:
    """The grid as a chart: filled where described, open where only named."""
    known = [_known(named_only, t) for named_only in (False, True)]
    colour = COLOURS["walkout"]
    chart: alt.Chart = (
        alt.Chart(cells)
        .mark_point(size=150, filled=True, stroke=colour, strokeWidth=2, opacity=1)
        .encode(
            x=alt.X("day:O", sort=days, title=None, axis=alt.Axis(orient="top", labelAngle=0)),
            y=alt.Y("campus:N", sort=order, title=None, axis=alt.Axis(labelLimit=330)),
            fill=alt.Fill(
                "known:N",
                scale=alt.Scale(domain=known, range=[colour, "transparent"]),
                legend=alt.Legend(title=None, orient="bottom", symbolStrokeColor=colour),
            ),
            tooltip=[
                alt.Tooltip("campus:N", title=t("Campus")),
                alt.Tooltip("day:N", title=t("Day")),
                alt.Tooltip("known:N", title=t("How it is known")),
            ],
        )
    )
    return chart


def table(page: Page) -> None:
    """The campuses as rows, in order of their first day."""
    t, found = page.t, _campuses(page)
    if found.empty:
        return
    rows = found.to_dict("records")
    st.subheader(t("In order of the first day"), anchor=False)
    st.dataframe(
        pd.DataFrame(
            {
                t("Campus"): found["name"],
                t("Neighborhood"): found["neighborhood"],
                t("City"): found["area"],
                t("First day"): [t.short_day(row["first"].date()) for row in rows],
                t("Walkouts"): found["walkouts"],
                t("Days"): [", ".join(map(t.short_day, row["days"])) for row in rows],
                t("How it is known"): [_known(row["named_only"], t) for row in rows],
            }
        ),
        hide_index=True,
        height="content",
    )


def share(page: Page) -> None:
    """How many of the known public high schools that is."""
    t = page.t
    found = spread.share(_campuses(page), page.data.places)
    if found.empty:
        return
    st.subheader(t("Share of the public high schools"), anchor=False)
    st.dataframe(
        pd.DataFrame(
            {
                t("City"): found["area"],
                t("Campuses that walked out"): found["walked_out"],
                t("Public high school campuses known"): found["known"],
                t("Share"): (found["walked_out"] / found["known"]).map(t.percent),
            }
        ),
        hide_index=True,
        height="content",
    )
    st.caption(
        t(
            "Campuses are those of the state's school directory of 2022, read by the rule in"
            " docs/method.md. A campus that is not in the documents may have walked out too."
        )
    )
