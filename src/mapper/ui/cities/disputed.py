"""Where the documents disagree, as they disagree."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from mapper import describe, disagree
from mapper.describe import claims
from mapper.i18n import Words
from mapper.ui import cities
from mapper.ui.frame import Page
from mapper.ui.safe import tag


def disputed(page: Page) -> None:
    """Days in a row that the documents count differently; days that share a name."""
    t = page.t
    rows = cities.everywhere(page)
    said = [
        *_streaks(page),
        *(_names(group, t) for group in disagree.namesakes(rows)),
    ]
    if not said:
        return
    st.subheader(t("Where the documents disagree"), anchor=False)
    st.html("".join(f"<p>{text}</p>" for text in said))


def _streaks(page: Page) -> list[str]:
    """For each city the days in a row of each document."""
    t = page.t
    sources = page.data.sources
    titles = dict(zip(sources["source_id"], sources["title"], strict=True))
    told = []
    rows = cities.everywhere(page)
    for area, finding in disagree.streaks(rows, page.data.reports).items():
        head = tag("b", t("{area}, days in a row", area=area))
        runs = "".join(tag("li", claims.run(run, titles, t)) for run in finding.runs)
        told.append(f"{head}<ul>{runs}</ul>")
    return told


def _names(group: pd.DataFrame, t: Words) -> str:
    """Days of one name."""
    head = tag("b", t("One name, two events"))
    rows = group.to_dict("records")
    told = (f"{describe.title(row, t)} ({describe.when(row, t)})" for row in rows)
    return f"{head}<ul>{''.join(tag('li', text) for text in told)}</ul>"
