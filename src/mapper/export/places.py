"""The public table with its points, as files for maps: GeoJSON, GeoParquet and KML."""

from __future__ import annotations

import html
import io
import json
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio

from mapper import crs, describe
from mapper.export import about, guard, table
from mapper.export.march import CREDIT
from mapper.export.shown import Shown

LAYER = "events"
# Where the words about a KML file belong, by its schema: before everything else.
DOCUMENT = b'<Document id="root_doc">\n'


def geojson(shown: Shown) -> bytes:
    """RFC 7946, one feature a line. A row without a point has the geometry ``null``."""
    found = table.events(shown)
    days = {name: found[name].dt.strftime("%Y-%m-%d") for name in ("date_start", "date_end")}
    rows = found.assign(**days).astype(object).where(found.notna(), None).to_dict("records")
    body = ",\n".join(
        json.dumps(_feature(row), ensure_ascii=False, allow_nan=False) for row in rows
    )
    head = json.dumps({"type": "FeatureCollection", **foreign(shown)}, ensure_ascii=False)
    return f'{head[:-1]}, "features": [\n{body}\n]}}\n'.encode()


def _json(value: object) -> str:
    """JSON as the standard has it: no NaN."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def foreign(shown: Shown) -> dict[str, Any]:
    """What the collection says of itself, as foreign members (RFC 7946, section 6.1)."""
    return {
        "name": shown.stem,
        "data_hash": shown.hash,
        "date_window": shown.days,
        "licence": shown.card.licence,
        "credit": CREDIT,
        "about": about.text(shown),
    }


def _feature(row: dict[Any, Any]) -> dict[str, Any]:
    """One row; longitude first."""
    spot = [row["decimalLongitude"], row["decimalLatitude"]]
    geometry = None if None in spot else {"type": "Point", "coordinates": spot}
    return {"type": "Feature", "id": row["eventID"], "geometry": geometry, "properties": row}


def frame(shown: Shown) -> gpd.GeoDataFrame:
    """The public table with a geometry, ``None`` where a row has no point."""
    found = table.events(shown)
    spots = gpd.points_from_xy(found["decimalLongitude"], found["decimalLatitude"], crs=crs.WGS84)
    geometry = gpd.GeoSeries(spots, index=found.index).where(found["decimalLongitude"].notna())
    return gpd.GeoDataFrame(found, geometry=geometry)


def geoparquet(shown: Shown) -> bytes:
    """GeoParquet; licence, dates and data are in the metadata of the file."""
    found = frame(shown)
    days = {name: found[name].dt.date for name in ("date_start", "date_end")}
    held = io.BytesIO()
    found.assign(**days).to_parquet(held, index=False)
    columns = pq.read_table(held)
    said = {key.encode(): value.encode() for key, value in foreign(shown).items()}
    final = io.BytesIO()
    pq.write_table(columns.replace_schema_metadata(columns.schema.metadata | said), final)
    return final.getvalue()


def kml(shown: Shown) -> bytes:
    """KML 2.2, every column as extended data; the document tells what has no point and why.

    GDAL's driver KML: the other one, LIBKML, writes a file that cannot be read where a text holds
    the end of a CDATA section. It has no place for words about the file: they are put in.
    """
    found = frame(shown)
    told = _paragraphs(f"{about.text(shown)}\n\n{about.without_point(shown)}")
    held = io.BytesIO()
    pyogrio.write_dataframe(
        gpd.GeoDataFrame(_balloons(shown).join(_texts(found)), geometry=found.geometry),
        held,
        driver="KML",
        layer=LAYER,
        geometry_type="Point",
    )
    said = f"<name>{shown.stem}</name>\n<description>{html.escape(told)}</description>\n"
    return held.getvalue().replace(DOCUMENT, DOCUMENT + said.encode(), 1)


def _balloons(shown: Shown) -> pd.DataFrame:
    """Name and description of each row, under the names that the driver knows them by."""
    t = shown.words
    rows = shown.rows.to_dict("records")
    told = [
        f"{describe.when(row, t)}; {describe.where(row, t)}; {describe.size(row, t)}\n"
        + t(describe.OFF_MAP.get(row["off_map"], ""))
        for row in rows
    ]
    names = [guard.NO_XML.sub("", describe.title(row, t)) for row in rows]
    return pd.DataFrame({"Name": names, "description": list(map(_paragraphs, told))}, dtype=str)


def _paragraphs(text: str) -> str:
    """A text for a description, which programs show as HTML."""
    return "<br/>".join(html.escape(line) for line in guard.NO_XML.sub("", text).splitlines())


def _texts(found: pd.DataFrame) -> pd.DataFrame:
    """The columns as text, ``None`` where unknown."""
    columns = found.drop(columns="geometry")
    days = columns.select_dtypes(include="datetime").columns
    plain = columns.assign(**{name: columns[name].dt.strftime("%Y-%m-%d") for name in days})
    known = plain.notna() & (plain != "")
    return plain.astype(object).where(known, None).map(str, na_action="ignore")
