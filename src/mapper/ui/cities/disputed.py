"""Where the documents disagree, as they disagree."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from mapper import describe
from mapper.claims import Finding
from mapper.describe import claims
from mapper.i18n import Words
from mapper.ui import cache, cities
from mapper.ui.frame import Page
from mapper.ui.safe import tag


def disputed(page: Page) -> None:
    """Days in a row that the documents count differently; days that share a name."""
    t = page.t
    first, last = cities.window(page)
    streaks, names = cache.disputes()
    said = [
        _streak(page, area, finding)
        for area, finding in streaks.items()
        if any(run.window.first <= last and run.window.last >= first for run in finding.runs)
    ]
    said += [_names(group, t) for group in names if _touches(group, first, last)]
    if not said:
        return
    st.subheader(t("Where the documents disagree"), anchor=False)
    st.html("".join(f"<p>{text}</p>" for text in said))


def _touches(group: pd.DataFrame, first: date, last: date) -> bool:
    """Whether one of the events is in the dates."""
    starts, ends = group["date_start"].dt.date, group["date_end"].dt.date
    return bool(((starts <= last) & (ends >= first)).any())


def _streak(page: Page, area: str, finding: Finding) -> str:
    """The days in a row of each document in a city."""
    t, sources = page.t, page.data.sources
    titles = dict(zip(sources["source_id"], sources["title"], strict=True))
    head = tag("b", t("{area}, days in a row", area=area))
    runs = "".join(tag("li", claims.run(run, titles, t)) for run in finding.runs)
    return f"{head}<ul>{runs}</ul>"


def _names(group: pd.DataFrame, t: Words) -> str:
    """Days of one name."""
    head = tag("b", t("One name, two events"))
    rows = group.to_dict("records")
    return f"{head}<ul>{''.join(tag('li', describe.title(row, t)) for row in rows)}</ul>"
