"""Which campuses walked out, when first, what was near them, and one campus opened."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from mapper import spread
from mapper.ui import panels
from mapper.ui.frame import Page
from mapper.ui.safe import tag


def campuses(page: Page) -> pd.DataFrame:
    """The campuses of the reader's choice, as :func:`mapper.spread.campuses` gives them."""
    return spread.campuses(panels.chosen(page), page.data.places)


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
