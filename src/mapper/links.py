"""What a reader chose, as the address of the page, and back. A bad value falls back and is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from mapper.i18n import LOCALES
from mapper.model import FIGURES, PRESETS, Camera, Choice, Filters, Position, Window

# The format of the addresses that are written. One without a number is of the first format, in
# which there were no "mode", "at", "with" and "present"; what it has still means the same.
VERSION = "2"
VERSIONS = ("1", VERSION)
VIEWS = ("la", "us", "fit")
TILES = ("", "usgs", "osm")
# How the dates move: as they are, one day, seven days, or everything so far.
MODES = ("", "day", "week", "sofar")
WEEK = timedelta(days=6)  # from its first day to its last
# What the browser itself writes into the address while the reader moves the map.
OF_BROWSER = ("at", "present")
MOST_TOGETHER = 40
MOST_LAT, HALF_TURN = 85.0, 180.0
MOST_ZOOM, LEAST_ZOOM = 16.0, 2.0
SORTS = ("", "area", "walkouts", "first")


@dataclass(frozen=True)
class Options:
    """What an address may ask for: the span of the data, and the words of its columns."""

    span: Window
    kinds: Collection[str]
    confidences: Collection[str]
    cities: Collection[str]
    events: Collection[str]
    marches: Collection[str] = ()


class Complaint(NamedTuple):
    """A value of the address that is not to be had."""

    name: str
    value: str


def parse(params: Mapping[str, str], options: Options) -> tuple[Choice, list[Complaint]]:
    """Read an address.

    Args:
        params: its query parameters.
        options: what there is to choose from.

    Returns:
        The choice, with the default wherever a value cannot be had, and those values.
    """
    told: list[Complaint] = []

    def one_of(name: str, allowed: Collection[str], default: str = "") -> str:
        value = params.get(name, default)
        if value in allowed or value == default:
            return value
        told.append(Complaint(name, value))
        return default

    def some_of(name: str, allowed: Collection[str]) -> tuple[str, ...]:
        values = [value for value in params.get(name, "").split(",") if value]
        told.extend(Complaint(name, value) for value in values if value not in allowed)
        return tuple(word for word in allowed if word in values)

    mode = one_of("mode", MODES)
    filters = Filters(
        window=fitted(_window(params, options.span, told), mode, options.span),
        kinds=some_of("kinds", options.kinds),
        confidences=some_of("sure", options.confidences),
        city=one_of("city", options.cities),
        historical=one_of("earlier", ("1",)) == "1",
    )
    one_of("v", VERSIONS, VERSION)
    choice = Choice(
        filters=filters,
        lang=one_of("lang", LOCALES, "en"),
        event=one_of("event", options.events),
        view=one_of("view", VIEWS, "la"),
        tiles=one_of("tiles", TILES),
        sort=one_of("sort", SORTS),
        march=one_of("march", options.marches),
        mode=mode,
        together=some_of("with", options.events)[:MOST_TOGETHER],
        camera=_camera(params, told),
        is_presented=one_of("present", ("1",)) == "1",
        figure=one_of("figure", FIGURES, "map"),
        preset=one_of("preset", PRESETS, "wide"),
    )
    return choice, told


def fitted(window: Window, mode: str, span: Window) -> Window:
    """The window that a mode shows, ending on the last day of a window."""
    last = window.last
    firsts = {"day": last, "week": max(span.first, last - WEEK), "sofar": span.first}
    return Window(firsts.get(mode, window.first), last)


def _camera(params: Mapping[str, str], told: list[Complaint]) -> Camera | None:
    """Where the map looks: "lat,lon,zoom" as maps on the web write it; else as ``view`` says."""
    value = params.get("at", "")
    if not value:
        return None
    try:
        lat, lon, zoom = map(float, value.split(","))
    except ValueError:
        told.append(Complaint("at", value))
        return None
    if not (abs(lat) <= MOST_LAT and abs(lon) <= HALF_TURN and LEAST_ZOOM <= zoom <= MOST_ZOOM):
        told.append(Complaint("at", value))
        return None
    return Camera(Position(lon, lat), zoom)


def at(camera: Camera | None) -> str:
    """A camera as the address has it: degrees to a metre, and the zoom to a hundredth."""
    if camera is None:
        return ""
    lon, lat = camera.centre
    return f"{lat:.5f},{lon:.5f},{camera.zoom:.2f}"


def _window(params: Mapping[str, str], span: Window, told: list[Complaint]) -> Window:
    """The dates asked for, inside the span of the data."""
    first = _day(params, "from", span.first, told)
    last = _day(params, "to", span.last, told)
    if first > last:
        told.append(Complaint("from", first.isoformat()))
        return span
    for name, day in (("from", first), ("to", last)):
        if not span.first <= day <= span.last:
            told.append(Complaint(name, day.isoformat()))
    inside = Window(min(max(first, span.first), span.last), max(min(last, span.last), span.first))
    return inside if inside.first <= inside.last else span


def _day(params: Mapping[str, str], name: str, default: date, told: list[Complaint]) -> date:
    """One day of the address."""
    value = params.get(name, "")
    try:
        return date.fromisoformat(value) if value else default
    except ValueError:
        told.append(Complaint(name, value))
        return default


def without_browsers(params: Mapping[str, str]) -> dict[str, str]:
    """An address without what the browser itself writes into it."""
    return {name: text for name, text in params.items() if name not in (*OF_BROWSER, "v")}


def with_browsers(choice: Choice, params: Mapping[str, str]) -> Choice:
    """The choice with what the browser wrote into the address since."""
    presented = params.get("present", "") == "1"
    return replace(choice, camera=_camera(params, []), is_presented=presented)


def params(choice: Choice, span: Window) -> dict[str, str]:
    """A choice as query parameters; what is left at its default is left out."""
    filters = choice.filters
    window = filters.window or span
    every = {
        "lang": choice.lang if choice.lang != "en" else "",
        "from": window.first.isoformat() if window.first != span.first else "",
        "to": window.last.isoformat() if window.last != span.last else "",
        "kinds": ",".join(filters.kinds),
        "sure": ",".join(filters.confidences),
        "city": filters.city,
        "earlier": "1" if filters.historical else "",
        "event": choice.event,
        "view": choice.view if choice.view != "la" else "",
        "tiles": choice.tiles,
        "sort": choice.sort,
        "march": choice.march,
        "mode": choice.mode,
        "with": ",".join(choice.together),
        "at": at(choice.camera),
        "present": "1" if choice.is_presented else "",
        "figure": choice.figure if choice.figure != "map" else "",
        "preset": choice.preset if choice.preset != "wide" else "",
    }
    found = {name: value for name, value in every.items() if value}
    return {"v": VERSION, **found} if found else {}
