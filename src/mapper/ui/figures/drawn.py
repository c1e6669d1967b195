"""Figures as the page needs them: each is drawn once for all readers, as bytes and words."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from mapper.figure import files, ground, make, stamp
from mapper.figure.ground import Ground
from mapper.figure.spec import Spec
from mapper.settings import Folders, Stamp
from mapper.settings import folders as settings_folders
from mapper.settings import stamp as stamp_of
from mapper.ui import cache


@dataclass(frozen=True)
class Shown:
    """A figure on the page: its picture at the size of a screen, and its words."""

    png: bytes
    size: tuple[int, int]
    alt: str
    caption: str
    notices: tuple[str, ...]


def shown(spec: Spec) -> Shown:
    """A figure at the size of a screen.

    Raises:
        UsageError: there is no such figure of these data.
    """
    where = settings_folders()
    return _shown(spec, where, stamp_of(where.data, where.geo))


@st.cache_data(show_spinner=False, max_entries=128)
def _shown(spec: Spec, where: Folders, as_of: Stamp) -> Shown:
    """Draw it."""
    drawn = make(spec, cache.data(), _ground(where, as_of), cache.snapshot().name)
    png, size = files.preview(drawn)
    return Shown(png, size, drawn.alt, drawn.caption, drawn.notices)


def written(spec: Spec, fmt: str) -> bytes:
    """A figure as a file.

    Raises:
        UsageError: there is no such figure of these data, or no such format.
    """
    where = settings_folders()
    return _written(spec, fmt, where, stamp_of(where.data, where.geo))


@st.cache_data(show_spinner=False, max_entries=32)
def _written(spec: Spec, fmt: str, where: Folders, as_of: Stamp) -> bytes:
    """Draw it again, at its true size."""
    today = cache.snapshot()
    drawn = make(spec, cache.data(), _ground(where, as_of), today.name)
    return files.write(drawn, fmt, stamp.of(spec, drawn, today, stamp.versions(where.geo)))


@st.cache_resource(show_spinner=False, max_entries=2)
def _ground(where: Folders, as_of: Stamp) -> Ground:
    """Read the ground once."""
    return ground.read(where.geo)
