"""The Mapbox style: land, water, boundaries, lines and words; or somebody else's tiles."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.basemap.lettering import GLYPHS, layers
from mapper.basemap.palette import PALETTES, Palette, Theme
from mapper.settings import static_url

Json = dict[str, object]

# Tiles that a newsroom may print, asked for only if the reader switches them on.
TILES: dict[str, Json] = {
    "usgs": {
        "tiles": [
            "https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo/MapServer/tile/{z}/{y}/{x}"
        ],
        "maxzoom": 16,
        "attribution": "USGS The National Map",
    },
    "osm": {
        "tiles": ["https://tile.openstreetmap.org/{z}/{x}/{y}.png"],
        "maxzoom": 19,
        "attribution": "© OpenStreetMap contributors",
    },
}

# Widths in pixels by zoom, growing between zooms by GROWTH; the map in the browser has them too.
GROWTH = 1.4
WIDTHS: dict[str, dict[float, float]] = {
    "border": {3: 0.6, 7: 1.1, 12: 1.6},
    "county": {6: 0.4, 9: 0.8, 13: 1.2},
    "street": {11.5: 0.6, 13: 1.4, 15: 4},
    "river": {8: 0.8, 11: 2, 14: 5},
    "casing": {7: 1, 10: 2.8, 14: 8},
    "road": {7: 0.4, 10: 1.6, 14: 5.6},
}


def style(sources: Mapping[str, str], theme: Theme, lang: str) -> Json:
    """A Mapbox style (version 8) that asks nobody but the app itself.

    Args:
        sources: the URL of the GeoJSON of ``land``, ``states``, ``counties``, ``lines``,
            ``streets`` and ``labels``.
        theme: which palette.
        lang: which language the words are in, "en" or "es".
    """
    colours = PALETTES[theme]
    return {
        "version": 8,
        "name": f"Walkout Mapper, {theme}, {lang}",
        "glyphs": static_url(GLYPHS),
        "sources": {name: {"type": "geojson", "data": url} for name, url in sources.items()},
        "layers": [*areas(colours), *strokes(colours), *layers(colours, lang)],
    }


def tiles(name: str) -> Json:
    """A style of somebody else's tiles, one of :data:`TILES`."""
    source: Json = {"type": "raster", "tileSize": 256} | TILES[name]
    return {
        "version": 8,
        "sources": {name: source},
        "layers": [{"id": name, "type": "raster", "source": name}],
    }


def areas(colours: Palette) -> list[Json]:
    """Water everywhere, then the neighbours, and over their border strip the USA.

    Two layers: within one, Mapbox draws every edge over every fill.
    """
    home: list[object] = ["==", ["get", "country"], "United States"]
    return [
        {"id": "water", "type": "background", "paint": {"background-color": colours.water}},
        fill("abroad", colours.abroad, ["!", home]),
        fill("land", colours.land, home),
    ]


def fill(name: str, colour: str, which: list[object]) -> Json:
    """The land that passes a filter, in one colour."""
    paint = {"fill-color": colour}
    return {"id": name, "type": "fill", "source": "land", "filter": which, "paint": paint}


def strokes(colours: Palette) -> list[Json]:
    """Boundaries, streets, the river and freeways, in the order in which they lie."""
    freeway, river = (["==", ["get", "kind"], kind] for kind in ("freeway", "river"))
    border, dashes = line(colours.line, "border"), line(colours.line, "county")
    thin, wet = line(colours.street, "street"), line(colours.river, "river")
    under, over = line(colours.casing, "casing"), line(colours.road, "road")
    return [
        stroke("counties", "counties", dashes, minzoom=6),
        stroke("states", "states", border),
        stroke("river", "lines", wet, minzoom=8, filter=river),
        stroke("streets", "streets", thin, minzoom=11.5),
        stroke("freeway-casing", "lines", under, minzoom=7, filter=freeway),
        stroke("freeway", "lines", over, minzoom=7, filter=freeway),
    ]


def stroke(name: str, source: str, paint: Json, **rest: object) -> Json:
    """One line layer with round joins."""
    layout = {"line-join": "round", "line-cap": "round"}
    return {"id": name, "type": "line", "source": source, "layout": layout, "paint": paint, **rest}


def line(colour: str, name: str) -> Json:
    """The colour of a line, and its width of :data:`WIDTHS`."""
    return {"line-color": colour, "line-width": by_zoom(WIDTHS[name])}


def by_zoom(stops: Mapping[float, float]) -> list[object]:
    """A width in pixels that grows smoothly between the zooms given."""
    flat = [value for stop in stops.items() for value in stop]
    return ["interpolate", ["exponential", GROWTH], ["zoom"], *flat]
