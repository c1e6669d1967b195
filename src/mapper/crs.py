"""The only module that names a coordinate reference system."""

from __future__ import annotations

WGS84 = "EPSG:4326"
# Contiguous United States: Albers, equal areas (NAD 83; within 1 m of WGS 84).
COUNTRY = "EPSG:5070"


def local(lon: float, lat: float) -> str:
    """A transverse Mercator of a place's own, true to scale and north up in its middle, metres."""
    return f"+proj=tmerc +lat_0={lat:.4f} +lon_0={lon:.4f} +k=1 +ellps=WGS84 +units=m +no_defs"
