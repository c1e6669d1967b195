"""What the app reads once. Each function caches one call and does nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
import streamlit as st

from mapper import (
    areas,
    basemap,
    cards,
    disagree,
    i18n,
    local,
    project,
    snapshots,
)
from mapper.areas import Area
from mapper.catalog.schema import CONFIDENCES, KINDS
from mapper.charts import small
from mapper.claims import Finding
from mapper.knowledge import Knowledge, with_local
from mapper.layers import columns as layer_columns
from mapper.layers import stretches
from mapper.links import Options
from mapper.model import Card, Filters, Window
from mapper.project import Project
from mapper.settings import ROOT, Folders, Stamp, folders, stamp
from mapper.snapshots import Snapshot, releases
from mapper.spread import knox as spread_test
from mapper.spread.knox import Knox
from mapper.totals import Totals, report
from mapper.totals.codebooks import OURS
from mapper.totals.report import Selection
from mapper.ui import published

STATIC = ROOT / "static"


@dataclass(frozen=True)
class Data(Project):
    """Everything that the pages show, and what an address may ask for."""

    options: Options


def data() -> Data:
    """The project's data as it now is on disk.

    Raises:
        DataError: a table cannot be read.
    """
    where = folders()
    return _data(where, stamp(where.data, where.geo))


@st.cache_resource(show_spinner=False, max_entries=4)
def _data(where: Folders, as_of: Stamp) -> Data:
    """Read and join the tables of the folders."""
    found = project.read(where)
    options = _options(found.events, found.legs, found.span)
    names = tuple(release.name for release in releases.every(where.data))
    return Data(**vars(found), options=replace(options, releases=names))


def snapshot() -> Snapshot:
    """The data as one text with a name."""
    where = folders()
    return _snapshot(where, stamp(where.data, where.geo))


@st.cache_resource(show_spinner=False, max_entries=2)
def _snapshot(where: Folders, as_of: Stamp) -> Snapshot:
    """Write it once: most pages only need its name."""
    return snapshots.of(_data(where, as_of))


def _options(events: pd.DataFrame, legs: Sequence[dict[str, Any]], span: Window) -> Options:
    """What an address may ask for."""
    return Options(
        span=span,
        kinds=tuple(kind for kind in KINDS if kind in set(events["kind"])),
        confidences=CONFIDENCES,
        cities=tuple(sorted(set(events["area"]) - {""})),
        events=tuple(events["event_id"]),
        marches=frozenset(leg["route_id"] for leg in legs),
    )


def knowledge() -> Knowledge:
    """What this machine knows of places and streets, as it now is on disk.

    Raises:
        DataError: a table cannot be read.
    """
    geo = folders().geo
    return _knowledge(geo, stamp(geo, *(local.folder(geo, topic) for topic in local.TOPICS)))


@st.cache_resource(show_spinner=False, max_entries=2)
def _knowledge(geo: Path, as_of: Stamp) -> Knowledge:
    """Read the tables of ``geo`` and what was added under ``local``."""
    return with_local(geo)


def cards_of() -> list[Card]:
    """The provenance of every file."""
    where = folders()
    return cards.read_all(where.data, where.geo)


def styles() -> dict[str, str]:
    """The address of each style of the basemap, as :func:`mapper.basemap.publish` gives them."""
    geo = folders().geo
    return _styles(geo, stamp(geo))


@st.cache_resource(show_spinner=False)
def _styles(geo: Path, as_of: Stamp) -> dict[str, str]:
    """Write what the browser fetches."""
    return basemap.publish(geo, STATIC)


def ground() -> shapely.STRtree:
    """The ground of the small maps."""
    geo = folders().geo
    return _ground(geo, stamp(geo))


@st.cache_resource(show_spinner=False)
def _ground(geo: Path, as_of: Stamp) -> shapely.STRtree:
    """Read the lines of the basemap."""
    return small.ground_of(basemap.ground(geo))


def numbers(filters: Filters, rules: str = OURS) -> Totals:
    """The totals of a selection."""
    where = folders()
    return _numbers(filters, rules, where, stamp(where.data, where.geo))


@st.cache_data(show_spinner=False, max_entries=512)
def _numbers(filters: Filters, rules: str, where: Folders, as_of: Stamp) -> Totals:
    """Count once what a page says twice, and what does not change when something else does."""
    return report.of(_data(where, as_of).events, Selection(filters, None, rules))


def every_area() -> dict[str, Area]:
    """The areas that events are in, by the names that people use."""
    where = folders()
    return _every_area(where, stamp(where.data, where.geo))


@st.cache_resource(show_spinner=False, max_entries=4)
def _every_area(where: Folders, as_of: Stamp) -> dict[str, Area]:
    """Look once: the names do not depend on what a reader chose."""
    return areas.every(_data(where, as_of).events)


def disputes() -> tuple[dict[str, Finding], list[pd.DataFrame]]:
    """Where the documents disagree, as :mod:`mapper.disagree` finds it in all of the data."""
    where = folders()
    return _disputes(where, stamp(where.data, where.geo))


@st.cache_resource(show_spinner=False, max_entries=4)
def _disputes(where: Folders, as_of: Stamp) -> tuple[dict[str, Finding], list[pd.DataFrame]]:
    """Look once: it does not depend on what a reader chose."""
    found = _data(where, as_of)
    in_time = found.events[found.events["record_type"] != "historical"]
    return disagree.streaks(in_time, found.reports), disagree.namesakes(in_time)


@st.cache_data(show_spinner=False, max_entries=64)
def knox(points: tuple[tuple[float, ...], ...], days: tuple[float, ...]) -> Knox:
    """The answer of :func:`mapper.spread.knox.run`."""
    return spread_test.run(np.array(points), np.array(days))


def ground_files() -> dict[str, str]:
    """The address of each source of the basemap, for the map that draws it itself."""
    geo = folders().geo
    return _ground_files(geo, stamp(geo))


@st.cache_resource(show_spinner=False)
def _ground_files(geo: Path, as_of: Stamp) -> dict[str, str]:
    """Write what the browser fetches."""
    found = basemap.texts(geo)
    return {name: published.text(STATIC, text.decode()) for name, text in found}


def columns(lang: str) -> str:
    """The address of the columns of the map (:mod:`mapper.layers.columns`) in one language."""
    where = folders()
    return _columns(where, stamp(where.data, where.geo), lang)


@st.cache_resource(show_spinner=False, max_entries=8)
def _columns(where: Folders, as_of: Stamp, lang: str) -> str:
    """Write them."""
    found = _data(where, as_of)
    table = layer_columns.columns(
        found.events, found.legs, i18n.words(lang), stretches.known(where.geo)
    )
    return published.text(STATIC, json.dumps(table, ensure_ascii=False, separators=(",", ":")))


@st.cache_resource(show_spinner=False)
def modules(folder: Path) -> str:
    """The address of a copy of a folder's modules (.js), with a slash at its end."""
    return published.folder(STATIC, folder)
