"""Read a file of points: GeoJSON, shapefile, GeoPackage, GeoParquet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pyproj.exceptions
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

from mapper.crs import WGS84
from mapper.errors import DataError
from mapper.gazetteer.loaders.content import Content
from mapper.model import Fault

# What the positions of the shapes are called among the columns of the file.
LON, LAT = "geometry: lon", "geometry: lat"
PARQUET = b"PAR1"
# GDAL goes by names too, and would read a broken file called .csv as a table.
DRIVERS = ("GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "ESRI Shapefile", "GPKG")
BROKEN = (DataLayerError, DataSourceError, FeatureError, GeometryError, pa.ArrowException, OSError)


@dataclass(frozen=True)
class Shapes:
    """A file of points: the names of its columns, the system that the user gives ("" if none)."""

    content: Content
    header: tuple[str, ...]
    crs: str
    faults: tuple[Fault, ...] = ()

    def take(self, columns: Sequence[str]) -> pd.DataFrame:
        """The columns asked for and no others, all cells ``str``, index the number from 1.

        The columns ``LON`` and ``LAT`` are in WGS 84 degrees if the file or ``crs`` names a
        system, else as they stand; both are "" where there is no point.

        Raises:
            DataError: the file breaks off, its shapes are no points, or the system is not known.
        """
        own = [name for name in columns if name not in {LON, LAT}]
        points = _in_degrees(self.content.path.name, self._read(own), self.crs)
        shape = points.geometry
        is_point = (shape.geom_type == "Point") & ~shape.is_empty
        others = shape[shape.notna() & ~shape.is_empty & ~is_point].geom_type
        if len(others) > is_point.sum():
            raise DataError("shapes_not_points", file=self.content.path.name, value=others.iloc[0])
        cells = pd.DataFrame(points[own]).astype("string").fillna("").astype(str)
        cells[LON] = shape.where(is_point).x.astype(str).fillna("")
        cells[LAT] = shape.where(is_point).y.astype(str).fillna("")
        return cells.set_axis(range(1, len(cells) + 1))[[*columns]]

    def _read(self, own: list[str]) -> gpd.GeoDataFrame:
        """The file, as far as it is needed."""
        try:
            if self.content.head.startswith(PARQUET):
                return gpd.read_parquet(self.content.path, columns=[*own, *_geometry(self.content)])
            return gpd.read_file(self.content.address, columns=own)
        except (*BROKEN, ValueError) as error:
            raise DataError("file_not_geo", file=self.content.path.name) from error


def read(content: Content, crs: str) -> Shapes:
    """Read the names of the columns of a file of points.

    Raises:
        DataError: the file is no file of points, or breaks off.
    """
    try:
        if content.head.startswith(PARQUET):
            names = pq.read_schema(content.path).names
        else:
            told = pyogrio.read_info(content.address)
            names = list(told["fields"]) if told["driver"] in DRIVERS else []
    except BROKEN as error:
        raise DataError("file_not_geo", file=content.path.name) from error
    if not names:
        raise DataError("file_not_geo", file=content.path.name)
    return Shapes(content, (*map(str, names), LON, LAT), crs)


def _geometry(content: Content) -> list[str]:
    """The columns of a GeoParquet that hold shapes: binary ones."""
    schema = pq.read_schema(content.path)
    return [field.name for field in schema if pa.types.is_binary(field.type)]


def _in_degrees(file: str, points: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    """The points in WGS 84. What the user says of the system wins over what the file says."""
    try:
        told = points.set_crs(crs, allow_override=True) if crs else points
    except pyproj.exceptions.CRSError as error:
        raise DataError("crs_unknown", file=file, value=crs) from error
    return told.to_crs(WGS84) if told.crs else told
