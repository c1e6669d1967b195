"""Which campuses walked out, when first, what was near them, and one campus opened."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from mapper import select, spread
from mapper.ui.frame import Page
from mapper.ui.safe import tag

# What the page looks at: a frame of all columns takes five times as long to filter.
COLUMNS = sorted({*spread.COLUMNS, "confidence"})


def chosen(page: Page) -> pd.DataFrame:
    """The rows that the reader's filters leave."""
    return select.matching(page.data.events[COLUMNS], page.choice.filters)


def campuses(page: Page, rows: pd.DataFrame) -> pd.DataFrame:
    """The campuses of the reader's choice, as :func:`mapper.spread.campuses` gives them."""
    return spread.campuses(rows, page.data.places)


def sentence(page: Page, found: pd.DataFrame) -> None:
    """How many campuses, in one sentence."""
    t = page.t
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
