"""Read a public street file of any known kind as segments or as corners.

What a file is, its content decides and not its name. The formats are OSM XML (also gzip and
bzip2), Overpass JSON, street centrelines in any vector format that GDAL reads (GeoJSON,
shapefile, GeoPackage, FlatGeobuf, file geodatabase in a zip), GeoParquet, a CSV with lines as
WKT, GTFS stops, and a table of street pairs with coordinates.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mapper.errors import DataError
from mapper.streets.loaders import centrelines, overpass, sniff, tabular
from mapper.streets.loaders.result import MAPPED, Given, Loaded, Options

__all__ = ["Loaded", "Options", "read"]

Loader = Callable[[Given], Loaded]


def read(path: Path, options: Options, progress: Callable[[str], None] | None = None) -> Loaded:
    """Read a street file; ``progress`` is told each step by a word (see :class:`Given`).

    Raises:
        DataError: the file is missing, is not what it claims, or holds no streets that can be
            told by name.
    """
    for name in options.columns:
        if name not in MAPPED:
            raise DataError("map_names", file=path.name, column=name, value=", ".join(MAPPED))
    given = Given(path, path.name, options, progress or _silent)
    given.say("reading")
    with tempfile.TemporaryDirectory(prefix="mapper-streets-") as folder:
        return _read(given, Path(folder))


def _silent(_: str) -> None:
    """Tell nobody."""


def _read(given: Given, folder: Path) -> Loaded:
    """Unpack, look, and hand over. A zip inside a zip is not opened."""
    given = sniff.unpacked(given, folder)
    kind = sniff.kind(given)
    if kind == "zip":
        given = sniff.member(given, folder / "zip")
        kind = "geo" if given.path.is_dir() else sniff.kind(given)
    if kind == "osm":
        # osmnx calls the parser by the file's ending, and understands only its own
        return _osm_loader()(_plain_name(given, folder))
    loaders: dict[str, Loader] = {
        "overpass": overpass.read,
        "geo": centrelines.read,
        "parquet": centrelines.read,
        "csv": tabular.read,
    }
    if kind not in loaders:
        raise DataError("streets_unknown", file=given.file)
    return loaders[kind](given)


def _plain_name(given: Given, folder: Path) -> Given:
    """The file under a name whose ending does not claim compression."""
    if given.path.suffix.lower() not in {".gz", ".bz2"}:
        return given
    copy = folder / "streets.osm"
    shutil.copyfile(given.path, copy)
    return replace(given, path=copy)


def _osm_loader() -> Loader:
    """The loader of OSM XML."""
    # osmnx takes more than a second to import: the other formats do not wait for it.
    from mapper.streets.loaders import osm_xml  # noqa: PLC0415 - see above

    return osm_xml.read
