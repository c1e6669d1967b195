"""A chart as a page of a newspaper has it: title, unit, picture, source, table, download."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from mapper import sheets
from mapper.charts import Layered
from mapper.i18n import Words
from mapper.ui.frame import Page
from mapper.ui.panels import html_table
from mapper.ui.safe import md, tag


@dataclass(frozen=True)
class Plate:
    """What stands around a chart.

    ``title`` says the subject and the dates, ``unit`` what is counted; ``alt`` tells the same
    numbers in words; ``table`` is for reading, ``values`` for the file of that name.
    """

    name: str
    title: str
    unit: str
    alt: str
    table: pd.DataFrame
    values: pd.DataFrame


def show(page: Page, plate: Plate, chart: Layered) -> None:
    """Draw a chart with all that belongs to it."""
    heading(plate)
    st.altair_chart(chart, width="stretch", alt=plate.alt, key=f"chart-{plate.name}")
    below(page, plate)


def heading(plate: Plate) -> None:
    """Title and unit."""
    st.subheader(md(plate.title), anchor=False)
    st.html(tag("p", plate.unit, "credit"))


def below(page: Page, plate: Plate) -> None:
    """The source, the table behind the picture and its file."""
    t = page.t
    st.html(tag("p", source(page), "credit"))
    with st.expander(t("The numbers as a table")):
        st.html(f'<div class="wide">{html_table(plate.table)}</div>')
        download(plate.name, plate.values, t)


def download(name: str, values: pd.DataFrame, t: Words) -> None:
    """A table as a file."""
    st.download_button(
        t("Download as CSV"),
        sheets.csv(values),
        f"{name}.csv",
        "text/csv",
        key=f"csv-{name}",
        on_click="ignore",
    )


def source(page: Page) -> str:
    """Whose numbers these are."""
    t = page.t
    return t.n(
        "Source: {count} document, named on the Sources page; counted by Walkout Mapper.",
        "Source: {count} documents, named on the Sources page; counted by Walkout Mapper.",
        len(page.data.sources),
    )


def told(parts: Iterable[str]) -> str:
    """Sentences in a row, for an alternative text."""
    return " ".join(parts)
