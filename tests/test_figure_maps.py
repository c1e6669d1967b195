"""Maps as figures: words that never overlap, honest marks, and the same facts as text."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from figures import drawn, invented, outside, overlaps, real, texts

from mapper import describe, i18n, select
from mapper.errors import UsageError
from mapper.figure import Drawn, colours, marks
from mapper.figure.pen import Box
from mapper.figure.presets import SIZES
from mapper.figure.view import fit
from mapper.layers.style import COLOURS
from mapper.model import Filters, Window

MAPS = ("map", "days", "arrival", "march")
MARCH = "2026-02-04-roosevelt-mendez"
DAY = Filters(window=Window(date(2026, 2, 4), date(2026, 2, 4)))
SELECTIONS = {"city": {"area": "Los Angeles"}, "day": {"filters": DAY}}
# The sheets with the least room, one beside its words and one between them.
TIGHT = (("wide", "es"), ("column", "es"))
HOSTILE = (
    r"$\frac{1}{2}$ \unknown{} $x^2",
    "<script>alert('x')</script> &amp; <b>",
    "\u202eright to left\u202c مرحبا שלום",
    "😀🏳️‍🌈 𓀀 zero\0 \x1b[31m",
    "long words and " * 133,
    "A" * 2000,
)
LONG = HOSTILE[-2:]


def figure(kind: str, preset: str, lang: str, **more: object) -> Drawn:
    return drawn(kind, preset, lang, march=MARCH if kind == "march" else "", **more)


def shown() -> pd.DataFrame:
    """The events that a figure without filters is of."""
    events = select.matching(real().events, Filters())
    return select.counted(events[events["off_map"] != "hidden"])


def assert_clear(found: Drawn) -> None:
    assert overlaps(found.figure) == []
    assert outside(found.figure) == []


@pytest.mark.parametrize("kind", MAPS)
def test_no_words_overlap_or_leave_the_sheet(kind: str) -> None:
    assert_clear(figure(kind, "wide", "en"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("preset", SIZES)
@pytest.mark.parametrize("kind", MAPS)
def test_no_words_overlap_in_any_kind_size_and_language(kind: str, preset: str, lang: str) -> None:
    found = figure(kind, preset, lang)
    assert_clear(found)
    assert found.notices == ()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize(("preset", "lang"), TIGHT)
@pytest.mark.parametrize("kind", [kind for kind in MAPS if kind != "march"])
def test_no_words_overlap_in_any_selection(
    kind: str, preset: str, lang: str, selection: str
) -> None:
    found = figure(kind, preset, lang, **SELECTIONS[selection])
    assert_clear(found)
    assert found.notices == ()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(
    ("preset", "headline"),
    [
        *((preset, headline) for preset in ("wide", "column") for headline in HOSTILE),
        *((preset, headline) for preset in ("square", "story", "page") for headline in LONG),
    ],
)
def test_any_headline_stays_inside_the_sheet(preset: str, headline: str) -> None:
    found = drawn("arrival", preset, headline=headline, standfirst=headline)
    assert_clear(found)


def test_a_headline_is_text_and_never_a_formula() -> None:
    found = drawn("arrival", headline=HOSTILE[0])
    assert " ".join(said(found, "headline")) == HOSTILE[0]


def said(found: Drawn, name: str) -> list[str]:
    """The lines of one block."""
    return [text.get_text() for text in texts(found.figure) if text.get_gid() == name]


def test_a_cut_headline_is_told() -> None:
    found = drawn("arrival", headline=HOSTILE[4])
    assert said(found, "headline")[-1].endswith("…")
    assert found.notices == ("The headline is too long for this size: it was cut.",)


def test_bytes_that_are_no_letters_are_shown_as_a_sign_and_told() -> None:
    found = drawn("arrival", headline="a\udce9b")
    assert said(found, "headline") == ["a\ufffdb"]
    assert found.notices == ("Some characters cannot be written: they are shown as \ufffd.",)


def test_signs_that_turn_a_text_round_are_taken_out() -> None:
    found = drawn("arrival", headline="a\u202eb\u2066c\u200f")
    assert said(found, "headline") == ["abc"]


@pytest.mark.slow
@pytest.mark.parametrize("preset", SIZES)
def test_a_sheet_has_exactly_the_size_of_its_preset(preset: str) -> None:
    size = SIZES[preset]
    found = figure("march", preset, "en").figure
    assert tuple(found.get_size_inches() * 72) == pytest.approx((size.width, size.height))
    assert found.dpi == size.dpi


@pytest.mark.slow
@pytest.mark.parametrize(
    ("preset", "least"), [("wide", 20), ("square", 20), ("story", 24), ("column", 7), ("page", 7)]
)
def test_no_type_is_smaller_than_can_be_read(preset: str, least: float) -> None:
    found = figure("map", preset, "es").figure
    assert min(text.get_fontsize() for text in texts(found)) >= least * 0.99


@pytest.mark.parametrize("kind", MAPS)
def test_the_alternative_text_tells_each_event_and_no_other(kind: str) -> None:
    found = figure(kind, "wide", "en")
    t = i18n.words("en")
    told = shown().set_index("event_id", drop=False)
    own = told.loc[list(found.events)].to_dict("records")
    for row in own:
        assert describe.title(row, t) in found.alt
        assert describe.where(row, t) in found.alt
        assert describe.when(row, t) in found.alt
    titles = {describe.title(row, t) for row in own}
    others = {describe.title(row, t) for row in real().events.to_dict("records")} - titles
    assert not [title for title in others if f"{title};" in found.alt]


def test_a_map_of_all_is_of_every_event_that_is_shown() -> None:
    assert set(drawn("map").events) == set(shown()["event_id"])


def test_what_has_no_mark_is_told_with_the_reason() -> None:
    found = drawn("map")
    coarse = int((shown()["off_map"] == "coarse").sum())
    note = " ".join(said(found, "note"))
    assert f"{coarse} events are not on the map. Only the state or the country is known." in note
    assert note in found.alt or f"{coarse} events are not on the map." in found.alt


@pytest.mark.slow
def test_hidden_rows_are_in_no_figure() -> None:
    rows = real().events.copy()
    rows.loc[rows["event_id"] == rows["event_id"].iloc[20], "off_map"] = "hidden"
    gone = rows.loc[rows["off_map"] == "hidden"].iloc[0]
    found = drawn("map", project=invented(rows))
    assert gone["event_id"] not in found.events
    assert f"{gone['title_en']};" not in found.alt


def test_nothing_to_draw_is_a_figure_that_says_so() -> None:
    nothing = Filters(window=Window(date(1999, 1, 1), date(1999, 1, 2)))
    for kind in ("map", "days", "arrival"):
        found = drawn(kind, filters=nothing)
        assert found.events == ()
        assert said(found, "standfirst") == ["No events match."]
        assert "No events match." in found.alt


@pytest.mark.slow
def test_one_event_is_a_map_around_it() -> None:
    row = shown()[shown()["precision"] == "campus"].iloc[[0]]
    found = drawn("map", project=invented(row))
    assert found.events == tuple(row["event_id"])
    assert row["matched_place"].iloc[0] in " ".join(said(found, "label"))


@pytest.mark.slow
def test_five_hundred_events_at_one_place_are_one_mark_with_their_number() -> None:
    row = shown()[shown()["precision"] == "campus"].iloc[[0]]
    rows = pd.concat([row.assign(event_id=f"e{at}") for at in range(500)])
    found = drawn("map", project=invented(rows))
    assert "500" in said(found, "count")
    assert len(found.events) == 500
    assert_clear(found)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("poster", {}),
        ("map", {"preset": "poster"}),
        ("map", {"lang": "fr"}),
        ("map", {"area": "Atlantis"}),
        ("march", {"march": "no-such-march"}),
        ("march", {}),
    ],
)
def test_what_is_not_known_is_said(kind: str, more: dict[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        drawn(kind, **more)
    assert i18n.message(caught.value, i18n.words("es"))


@pytest.mark.slow
def test_too_many_days_for_a_size_are_said() -> None:
    row = shown()[shown()["precision"] == "campus"].iloc[0]
    days = pd.date_range("2025-01-01", periods=150)
    rows = pd.DataFrame([row] * 150).assign(
        event_id=[f"e{at}" for at in range(150)], date_start=days, date_end=days
    )
    with pytest.raises(UsageError, match="figure_days_many"):
        drawn("days", "column", project=invented(rows))


@pytest.mark.slow
def test_every_day_has_its_own_small_map() -> None:
    found = drawn("days", area="Los Angeles")
    rows = shown()
    rows = rows[rows["area"] == "Los Angeles, CA"]
    days = rows.loc[rows["date_start"] == rows["date_end"], "date_start"].nunique()
    titles = [text for text in said(found, "cell") if text.endswith(("2025", "2026"))]
    assert len(titles) == days
    assert "Day not certain" in said(found, "cell")


def test_each_step_of_a_march_stands_beside_it_and_in_its_text() -> None:
    found = drawn("march", march=MARCH)
    legs = [leg for leg in real().legs if leg["route_id"] == MARCH]
    assert sorted(said(found, "count")) == sorted(2 * [str(at + 1) for at in range(len(legs))])
    for leg in legs:
        assert leg["street"] in found.alt
        assert leg["words"] in found.alt


def test_a_place_known_only_to_an_area_is_never_hidden_under_a_known_one() -> None:
    rows = shown()
    rows = select.on_map(rows[rows["area"] == "Los Angeles, CA"])
    view = fit(rows[["lon", "lat"]].to_numpy(float), Box(0, 0, 900, 700))
    found = marks.of(marks.places(rows), view, 15)
    wide = [m for m in found if m.is_area]
    assert sum(len(m.rows) for m in found) == len(rows)
    for mark in wide:
        away = np.hypot(*(np.array(mark.home) - (mark.x, mark.y)))
        assert away <= float(mark.rows[0]["uncertainty_m"]) / view.scale


def test_an_event_that_may_lie_outside_the_dates_is_pale() -> None:
    window = Window(date(2025, 2, 1), date(2025, 2, 1))
    rows = select.on_map(select.matching(shown(), Filters(window=window)))
    view = fit(rows[["lon", "lat"]].to_numpy(float), Box(0, 0, 900, 700))
    for mark in marks.of(marks.places(rows), view, 2, window):
        sure = [row for row in mark.rows if row["date_start"] == row["date_end"]]
        assert mark.is_pale == (not sure)


def test_words_and_numbers_are_read_on_what_is_under_them() -> None:
    own = colours.GROUND
    pairs = [(ink, colours.SHEET) for ink in (colours.TEXT, colours.FAINT, colours.ACCENT)]
    pairs += [
        (ink, land)
        for ink in (colours.TEXT, *map(colours.ground_ink, ("text", "faint")))
        for land in (own.land, own.abroad)
    ]
    pairs += [
        (colours.ground_ink("sea_text"), own.water),
        (colours.TEXT, own.water),
        (colours.SHEET, colours.ACCENT),
    ]
    pairs += [(colours.read_on(fill), fill) for fill in (*COLOURS.values(), *colours.RAMP)]
    pairs += [(colours.deep(fill, least=colours.READ), colours.PAPER) for fill in COLOURS.values()]
    assert [pair for pair in pairs if colours.contrast(*pair) < colours.READ] == []


def test_marks_are_seen_on_the_ground() -> None:
    own = colours.GROUND
    assert all(colours.contrast(colours.INK, under) >= 3 for under in (own.land, own.water))
    for fill in COLOURS.values():
        assert colours.contrast(colours.deep(fill), colours.PAPER) >= 3
        assert colours.contrast(colours.on(fill), fill) >= 3


def test_first_days_are_darker_one_by_one() -> None:
    bright = [colours.luminance(colour) for colour in colours.RAMP]
    assert bright == sorted(bright, reverse=True)


@pytest.mark.slow
def test_the_same_figure_has_the_same_words_at_the_same_spots() -> None:
    one, other = (
        [(text.get_text(), text.get_position()) for text in texts(drawn("map").figure)]
        for _ in range(2)
    )
    assert one == other
