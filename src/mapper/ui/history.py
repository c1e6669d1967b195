"""The releases of the data as the pages need them, and what a link says of the data behind it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from mapper import links
from mapper.describe import changes as in_words
from mapper.describe.citation import Pin
from mapper.errors import DataError
from mapper.i18n import Words, message
from mapper.model import Choice, Window
from mapper.settings import Stamp, folders, stamp
from mapper.snapshots import Snapshot, changes, releases
from mapper.snapshots.changes import Changes
from mapper.snapshots.releases import Release
from mapper.ui import cache
from mapper.ui.safe import md, tag

PAGE = "pages/changes.py"


def every() -> list[Release]:
    """The releases, the oldest first.

    Raises:
        DataError: their table cannot be read.
    """
    data = folders().data
    return _every(data, stamp(data))


@st.cache_resource(show_spinner=False, max_entries=4)
def _every(data: Path, as_of: Stamp) -> list[Release]:
    """Read the table once."""
    return releases.every(data)


def state(name: str) -> Snapshot:
    """A release; the data as they now are where no name is given.

    Raises:
        DataError: the release is missing or was altered.
    """
    if not name:
        return cache.snapshot()
    data = folders().data
    return _state(data, name, stamp(data / releases.FOLDER))


@st.cache_resource(show_spinner=False, max_entries=8)
def _state(data: Path, name: str, as_of: Stamp) -> Snapshot:
    """Read a release once."""
    return releases.read(data, name)


def tell(choice: Choice, span: Window, t: Words) -> None:
    """One quiet line, where the data are no longer those that the reader's link was made from."""
    if not choice.data or choice.data == cache.snapshot().name:
        return
    if choice.data not in {release.name for release in every()}:
        said = t(
            "The data have changed since this link was made. The state that it names is not among"
            " the releases."
        )
        st.html(tag("p", said, "credit"))
        return
    try:
        found = since(choice.data)
    except DataError as error:
        st.warning(md(message(error, t)))
        return
    if not found:
        return
    said = t(
        "The data have changed since this link was made: {changes}. See what changed",
        changes=in_words.summary(found, t),
    )
    carried = links.params(replace(choice, since=choice.data, until=""), span)
    with st.container(key="pinned"):
        st.page_link(PAGE, label=md(said), query_params=carried)


def since(name: str, until: str = "") -> Changes:
    """What is different between a release and another, or the data as they now are."""
    return changes.of(state(name), state(until))


def pin(choice: Choice, span: Window) -> Pin:
    """What leads back to exactly this: the state of the data, and the whole address with it."""
    name = cache.snapshot().name
    days = {release.name: release.day for release in every()}
    found = links.params(replace(choice, data=name, since="", until=""), span)
    return Pin(name, days.get(name), links.url(st.context.url or "", found))
