"""Which campuses walked out, and when."""

from __future__ import annotations

import html
from datetime import date

import pandas as pd
import streamlit as st

from mapper import spread
from mapper.i18n import Words
from mapper.ui import panels
from mapper.ui.frame import Page
from mapper.ui.safe import tag


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
    days = sorted({day.date() for day in found["day"]})
    head = "".join(f"<th scope='col'>{_day(day, t)}</th>" for day in days)
    rows = "".join(
        f"<tr>{tag('th', name)}{_cells(found[found['name'] == name], days, t)}</tr>"
        for name in _campuses(page)["name"]
    )
    legend = "".join(
        f'<span><i class="dot {css}"></i>{html.escape(_known(named, t))}</span>'
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
    return f'<i class="{css}"></i>{tag("span", _known(named_only, t), "unseen")}'


def _known(named_only: bool, t: Words) -> str:
    """How the walkout is known."""
    return t("named from social media posts") if named_only else t("described")


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
    said = t(
        "Campuses are those of the state's school directory of 2022, read by the rule in"
        " docs/method.md. A campus that is not in the documents may have walked out too."
    )
    st.html(tag("p", said, "credit"))
