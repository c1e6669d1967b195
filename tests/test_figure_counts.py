"""Figures of counts say what the tables say: cities as ranges, campuses by day, events in time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import figures
import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from mapper import breakdown, describe, i18n, project, select, snapshots, spread, totals
from mapper.figure import colours, ground, make
from mapper.figure.ground import Ground
from mapper.figure.spec import PRESETS, Drawn, Spec
from mapper.model import Filters, Window
from mapper.project import Project
from tests.conftest import REAL

FEBRUARY = Filters(window=Window(date(2026, 2, 1), date(2026, 2, 28)))
LONG = Filters(historical=True)
NEVER = Filters(window=Window(date(2025, 8, 1), date(2025, 8, 2)))
# Every sheet of all events; of few days and of very many, those with the least room.
SHEETS = [
    *((preset, lang, Filters()) for preset in PRESETS for lang in ("en", "es")),
    *((preset, "es", asked) for preset in ("wide", "column") for asked in (FEBRUARY, LONG)),
]
COUNTS = ("cities", "grid", "timeline")


@pytest.fixture(scope="module")
def found() -> Project:
    """The committed project."""
    return project.read(REAL)


@pytest.fixture(scope="module")
def earth() -> Ground:
    """The committed ground."""
    return ground.read(REAL.geo)


def texts(drawn: Drawn, gid: str) -> list[str]:
    """The texts of a figure that have one meaning."""
    return [each.get_text() for each in drawn.figure.findobj(Text) if each.get_gid() == gid]


def test_the_cities_say_what_the_cities_page_says(found: Project, earth: Ground) -> None:
    drawn = make(Spec("cities", "page", filters=Filters(window=found.span)), found, earth)
    t = i18n.words("en")
    rows = select.matching(found.events, Filters(window=found.span))
    for row in breakdown.cities(rows, found.span).to_dict("records"):
        assert f"{row['area']}: {describe.crowd(totals.crowd_of(row), t)}." in drawn.alt
    assert "4,529–17,295, 11 of 22 with a size" in texts(drawn, "people")


def test_the_bars_are_as_long_as_their_numbers(found: Project, earth: Ground) -> None:
    drawn = make(Spec("cities", "wide", filters=Filters(window=found.span)), found, earth)
    every = drawn.figure.findobj(Rectangle)
    bars = [one.get_bbox() for one in every if one.get_facecolor() == to_rgba(colours.ACCENT)]
    _, houston, chicago, *_ = sorted(bars, key=lambda bar: -bar.width)
    assert houston.width / chicago.width == pytest.approx((9_999 - 2_000) / (999 - 200), rel=1e-6)


def test_the_grid_has_a_dot_for_each_campus_and_day(found: Project, earth: Ground) -> None:
    drawn = make(Spec("grid", "page", filters=Filters(window=found.span)), found, earth)
    rows = select.matching(found.events, Filters(window=found.span))
    cells = spread.grid(rows, found.places).drop_duplicates(["name", "day"])
    dots = [one for one in drawn.figure.findobj(PathCollection) if one.get_zorder() == 4]
    in_legend = cells["named_only"].nunique()
    assert len(dots) - in_legend == len(cells)
    assert set(drawn.events) == set(spread.walkouts(rows, found.places)["event_id"])


def test_the_line_of_time_counts_every_event(found: Project, earth: Ground) -> None:
    drawn = make(Spec("timeline", "page", filters=Filters(window=found.span)), found, earth)
    rows = select.counted(select.matching(found.events, Filters(window=found.span)))
    said = sum(int(text.rpartition(": ")[2]) for text in texts(drawn, "kind"))
    assert said == len(rows) == len(drawn.events)
    assert "11" in texts(drawn, "count")  # listed for one fortnight, no day known


@pytest.mark.parametrize("kind", COUNTS)
def test_nothing_to_show_is_said(kind: str, found: Project, earth: Ground) -> None:
    drawn = make(Spec(kind, "square", "es", NEVER), found, earth)
    assert texts(drawn, "empty")
    assert drawn.events == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", COUNTS)
@pytest.mark.parametrize(("preset", "lang", "filters"), SHEETS)
def test_no_text_leaves_the_sheet_or_lies_on_another(
    kind: str, preset: str, lang: str, filters: Filters
) -> None:
    drawn = figures.drawn(kind, preset, lang, filters=filters)
    drawn.figure.draw_without_rendering()
    boxes = [
        (each.get_text(), each.get_window_extent())
        for each in drawn.figure.findobj(Text)
        if each.get_text()
    ]
    sheet = drawn.figure.bbox.padded(0.5)
    for at, (text, box) in enumerate(boxes):
        assert sheet.x0 <= box.x0, text
        assert box.x1 <= sheet.x1, text
        assert sheet.y0 <= box.y0, text
        assert box.y1 <= sheet.y1, text
        near = [other for other, held in boxes[at + 1 :] if _touch(box, held)]
        assert not near, text


def _touch(one: Bbox, other: Bbox) -> bool:
    """Whether two boxes share more than their leading: letters touch from a third of a line on."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    tall = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(wide > 1 and tall > min(one.height, other.height) * 0.35)


@pytest.fixture(scope="module")
def scene(found: Project, earth: Ground) -> tuple[Project, Ground]:
    """What a figure is drawn from."""
    return found, earth


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("kind", COUNTS)
def test_ten_thousand_events_are_drawn_in_the_frame(
    kind: str, scene: tuple[Project, Ground]
) -> None:
    found, earth = scene
    copies = -(-10_000 // len(found.events))
    events = pd.concat([found.events] * copies, ignore_index=True).head(10_000)
    shift = pd.to_timedelta(events.index % 300, unit="D")
    events = events.assign(
        event_id=[f"e{at}" for at in events.index],
        date_start=events["date_start"] + shift,
        date_end=events["date_end"] + shift,
        parent_id="",
        same_crowd_as="",
    )
    many = replace(found, events=events)
    drawn = make(Spec(kind, "column"), many, earth, snapshots.of(replace(many, legs=())).name)
    drawn.figure.draw_without_rendering()
    if kind == "timeline":
        assert set(texts(drawn, "count")) <= set(re.findall(r": ([\d,]+)[;.]", drawn.alt))
    sheet = drawn.figure.bbox.padded(0.5)
    held = [one.get_window_extent() for one in drawn.figure.findobj(Text) if one.get_text()]
    assert all(sheet.x0 <= box.x0 and box.x1 <= sheet.x1 for box in held)
    assert all(sheet.y0 <= box.y0 and box.y1 <= sheet.y1 for box in held)
