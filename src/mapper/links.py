"""What a reader chose, as the address of the page, and back. A bad value falls back and is told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mapper.i18n import LOCALES
from mapper.model import Choice, Filters, Window

VIEWS = ("la", "us", "fit")
TILES = ("", "usgs", "osm")
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

    filters = Filters(
        window=_window(params, options.span, told),
        kinds=some_of("kinds", options.kinds),
        confidences=some_of("sure", options.confidences),
        city=one_of("city", options.cities),
        historical=one_of("earlier", ("1",)) == "1",
    )
    choice = Choice(
        filters=filters,
        lang=one_of("lang", LOCALES, "en"),
        event=one_of("event", options.events),
        view=one_of("view", VIEWS, "la"),
        tiles=one_of("tiles", TILES),
        sort=one_of("sort", SORTS),
        march=one_of("march", options.marches),
    )
    return choice, told


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
    }
    return {name: value for name, value in every.items() if value}
