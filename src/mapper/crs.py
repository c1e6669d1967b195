"""The only module that names a coordinate reference system."""

from __future__ import annotations

WGS84 = "EPSG:4326"
