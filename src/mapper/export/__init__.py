"""Marches and events as files, with credit and terms: exactly what is shown, never more."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mapper.errors import UsageError
from mapper.export import archive, ccc, places, routes, sheet, table, workbook
from mapper.export.march import March, geojson, gpx
from mapper.export.shown import Shown
from mapper.i18n import N_

__all__ = ["FORMATS", "LEDGER", "March", "Shown", "check", "file_name", "geojson", "gpx", "write"]


# The file of geo/ whose card has the terms and the day of what is written.
LEDGER = "placed_routes.geojson"


class Format(NamedTuple):
    """A kind of file: what a reader is told it is, its ending, its type, and how it is written."""

    title: str
    ending: str
    mime: str
    write: Callable[[Shown], bytes]
    is_text: bool = True


FORMATS = {
    "csv": Format(
        N_("Table (CSV)"), ".csv", "text/csv", lambda shown: sheet.csv(table.events(shown))
    ),
    "xlsx": Format(
        N_("Excel workbook, columns explained"),
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.xlsx,
        is_text=False,
    ),
    "geojson": Format(
        N_("Points for maps (GeoJSON)"), ".geojson", "application/geo+json", places.geojson
    ),
    "geoparquet": Format(
        N_("Points for analysis (GeoParquet)"),
        ".parquet",
        "application/vnd.apache.parquet",
        places.geoparquet,
        is_text=False,
    ),
    "kml": Format(
        N_("Points for Google Earth (KML)"),
        ".kml",
        "application/vnd.google-earth.kml+xml",
        places.kml,
    ),
    "gpx": Format(N_("Lines of the marches (GPX)"), ".gpx", "application/gpx+xml", archive.gpx),
    "ccc": Format(
        N_("Table like the Crowd Counting Consortium's (CSV)"),
        "_ccc.csv",
        "text/csv",
        lambda shown: sheet.csv(ccc.events(shown)),
    ),
    "zip": Format(
        N_("Everything with method, sources and checksums (ZIP)"),
        ".zip",
        "application/zip",
        archive.archive,
        is_text=False,
    ),
}


def write(name: str, shown: Shown) -> bytes:
    """A file in a format of :data:`FORMATS`. The same data and choice give the same bytes.

    Raises:
        UsageError: there is no such format.
        DataError: a cell holds what is never exported.
    """
    if name not in FORMATS:
        raise UsageError("format_unknown", value=name, options=", ".join(FORMATS))
    check(shown)
    return FORMATS[name].write(shown)


def check(shown: Shown) -> None:
    """Nothing, where all of it may go out.

    Raises:
        DataError: a cell holds what is never exported.
    """
    table.events(shown)
    routes.legs(shown)


def file_name(name: str, shown: Shown) -> str:
    """What the file is called: it carries the days and the name of the data."""
    return shown.stem + FORMATS[name].ending
