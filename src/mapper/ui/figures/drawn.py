"""Figures as the page needs them: each is drawn once for all readers, as bytes and words."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from mapper import cards, export, i18n, totals
from mapper.export.archive import archive
from mapper.figure import files, ground, make, stamp
from mapper.figure.ground import Ground
from mapper.figure.spec import Spec
from mapper.model import Filters
from mapper.settings import Folders, Stamp
from mapper.settings import folders as settings_folders
from mapper.settings import stamp as stamp_of
from mapper.ui import cache

KEPT = "10m"  # a headline that a reader typed is in the key
MIMES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


@dataclass(frozen=True)
class Shown:
    """A figure on the page: its picture at the size of a screen, and its words."""

    png: bytes
    size: tuple[int, int]
    alt: str
    caption: str
    notices: tuple[str, ...]
    events: tuple[str, ...]


def shown(spec: Spec) -> Shown:
    """A figure at the size of a screen.

    Raises:
        UsageError: there is no such figure of these data.
    """
    where = settings_folders()
    return _shown(spec, where, stamp_of(where.data, where.geo))


@st.cache_data(show_spinner=False, max_entries=128, ttl=KEPT)
def _shown(spec: Spec, where: Folders, as_of: Stamp) -> Shown:
    """Draw it."""
    drawn = make(spec, cache.data(), _ground(where, as_of), cache.snapshot().name)
    png, size = files.preview(drawn)
    return Shown(png, size, drawn.alt, drawn.caption, drawn.notices, drawn.events)


def written(spec: Spec, fmt: str) -> bytes:
    """A figure as a file.

    Raises:
        UsageError: there is no such figure of these data, or no such format.
    """
    where = settings_folders()
    return _written(spec, fmt, where, stamp_of(where.data, where.geo))


@st.cache_data(show_spinner=False, max_entries=32, ttl=KEPT)
def _written(spec: Spec, fmt: str, where: Folders, as_of: Stamp) -> bytes:
    """Draw it again, at its true size."""
    today = cache.snapshot()
    drawn = make(spec, cache.data(), _ground(where, as_of), today.name)
    return files.write(drawn, fmt, stamp.of(spec, drawn, today, stamp.versions(where.geo)))


def package(spec: Spec, name: str) -> bytes:
    """A figure in every format, with its words and all that it was drawn from, as a ZIP.

    Args:
        spec: the figure.
        name: what its files are called, without their ending.

    Raises:
        UsageError: there is no such figure of these data.
        DataError: the data hold what is never exported.
    """
    told, t = shown(spec), i18n.words(spec.lang)
    files = {f"figure/{name}.{fmt}": written(spec, fmt) for fmt in MIMES}
    files["figure/words.txt"] = f"{told.caption}\n\n{told.alt}\n".encode()
    card = cards.read(cards.card_of(settings_folders().geo / export.LEDGER))
    found = export.Shown(
        cache.data(),
        cache.snapshot(),
        card,
        _filters(spec, told),
        events=frozenset(told.events),
        only=t("Only the events of the figure."),
        lang=spec.lang,
    )
    export.check(found)
    return archive(found, files)


def _filters(spec: Spec, told: Shown) -> Filters:
    """What the figure was asked to show; a march is shown whatever was chosen beside it."""
    if spec.kind != "march":
        return spec.filters
    events = cache.data().events
    own = events[events["event_id"].isin(told.events)]
    return Filters(window=totals.window(own), historical=True)


@st.cache_resource(show_spinner=False, max_entries=2)
def _ground(where: Folders, as_of: Stamp) -> Ground:
    """Read the ground once."""
    return ground.read(where.geo)
