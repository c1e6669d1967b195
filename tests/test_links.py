"""What a reader chose is in the address, comes back from it, and a bad value is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper import links
from mapper.links import Complaint
from mapper.model import FIGURES, PRESETS, Camera, Choice, Filters, Position, Window

SPAN = Window(date(2025, 1, 20), date(2026, 2, 4))
OPTIONS = links.Options(
    span=SPAN,
    kinds=("walkout", "march", "rally"),
    confidences=("high", "medium", "low"),
    cities=("Los Angeles, CA", "San Jose, CA", "Washington, DC"),
    events=("2026-02-04-rfk-walkout", "2025-01-28-san-jose-march"),
    marches=("2026-02-04-rfk-city-hall",),
    releases=("0123456789abcdef", "fedcba9876543210"),
)
DEFAULT = Choice(filters=Filters(window=SPAN))
# Each: a parameter, and a value that cannot be had.
BAD = [
    ("lang", "fr"),
    ("from", "yesterday"),
    ("from", "2025-02-31"),
    ("from", "1999-01-01"),
    ("to", "2031-01-01"),
    ("to", "<script>"),
    ("kinds", "riot"),
    ("sure", "very"),
    ("city", "Atlantis"),
    ("city", "los angeles"),
    ("earlier", "yes"),
    ("event", "nothing"),
    ("event", "' OR 1=1"),
    ("view", "mars"),
    ("view", "clean,mars"),
    ("view", "clean,"),
    ("view", "us,clean"),
    ("tiles", "https://example.org"),
    ("sort", "random"),
    ("march", "2026-02-04-rfk-walkout"),
    ("v", "99"),
    ("figure", "poster"),
    ("preset", "../wide"),
    ("mode", "hour"),
    ("with", "nothing"),
    ("at", "here"),
    ("at", "34.05,-118.24"),
    ("at", "95,-118.24,10"),
    ("at", "nan,-118.24,10"),
    ("at", "34.05,-118.24,40"),
    ("present", "yes"),
    ("data", "latest"),
    ("data", "0123456789ABCDEF"),
    ("since", "0000000000000000"),
    ("until", "../events"),
]

DAYS = st.dates(SPAN.first, SPAN.last)
WINDOWS = st.tuples(DAYS, DAYS).map(lambda days: Window(min(days), max(days)))


def tenth(number: int) -> float:
    """A number with one decimal, as an address can hold it."""
    return number / 10


def some_of(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the words, in their own order: that of an address is not kept."""
    return st.sets(st.sampled_from(words)).map(
        lambda chosen: tuple(w for w in words if w in chosen)
    )


def consistent(choice: Choice) -> Choice:
    """The choice with the window that its mode shows."""
    window = choice.filters.window
    assert window
    shown = links.fitted(window, choice.mode, SPAN)
    return replace(choice, filters=replace(choice.filters, window=shown))


CHOICES = st.builds(
    Choice,
    filters=st.builds(
        Filters,
        window=WINDOWS,
        kinds=some_of(("walkout", "march", "rally")),
        confidences=some_of(("high", "medium", "low")),
        city=st.sampled_from(("", *OPTIONS.cities)),
        historical=st.booleans(),
    ),
    lang=st.sampled_from(("en", "es")),
    event=st.sampled_from(("", *OPTIONS.events)),
    view=st.sampled_from(links.VIEWS),
    tiles=st.sampled_from(links.TILES),
    sort=st.sampled_from(links.SORTS),
    march=st.sampled_from(("", *OPTIONS.marches)),
    mode=st.sampled_from(links.MODES),
    together=some_of(OPTIONS.events),
    camera=st.none()
    | st.builds(
        Camera,
        st.builds(Position, st.integers(-1800, 1800).map(tenth), st.integers(-800, 800).map(tenth)),
        st.integers(20, 160).map(tenth),
    ),
    is_presented=st.booleans(),
    is_clean=st.booleans(),
    data=st.sampled_from(("", "0000000000000000")),
    since=st.sampled_from(("", *OPTIONS.releases)),
    until=st.sampled_from(("", *OPTIONS.releases)),
    figure=st.sampled_from(FIGURES),
    preset=st.sampled_from(PRESETS),
).map(consistent)


@settings(deadline=None, max_examples=100)
@given(CHOICES)
def test_a_choice_comes_back_from_its_own_address(choice: Choice) -> None:
    params = links.params(choice, SPAN)
    assert links.parse(params, OPTIONS) == (choice, [])
    assert all(value and value.isprintable() for value in params.values())


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.sampled_from([name for name, _ in BAD]), st.text(max_size=20)))
def test_any_address_at_all_gives_a_choice_that_can_be_had(params: dict[str, str]) -> None:
    choice, told = links.parse(params, OPTIONS)
    assert links.parse(links.params(choice, SPAN), OPTIONS) == (choice, [])
    assert {complaint.name for complaint in told} <= set(params)


def test_defaults_give_an_empty_address() -> None:
    assert links.params(Choice(), SPAN) == {}
    assert links.params(DEFAULT, SPAN) == {}
    assert links.parse({}, OPTIONS) == (DEFAULT, [])


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_bad_value_falls_back_and_is_told(name: str, value: str) -> None:
    choice, told = links.parse({name: value}, OPTIONS)
    assert choice == DEFAULT
    assert told == [Complaint(name, value)]


def test_a_bad_value_among_good_ones_costs_itself_alone() -> None:
    choice, told = links.parse({"kinds": "march,riot,walkout", "lang": "es"}, OPTIONS)
    assert choice.filters.kinds == ("walkout", "march")
    assert choice.lang == "es"
    assert told == [Complaint("kinds", "riot")]


def test_a_first_day_after_the_last_falls_back_and_is_told() -> None:
    choice, told = links.parse({"from": "2025-03-01", "to": "2025-02-01"}, OPTIONS)
    assert choice.filters.window == SPAN
    assert [complaint.name for complaint in told] == ["from"]


def test_days_half_outside_the_data_are_cut_to_it_and_told() -> None:
    choice, told = links.parse({"from": "2024-01-01", "to": "2025-02-01"}, OPTIONS)
    assert choice.filters.window == Window(SPAN.first, date(2025, 2, 1))
    assert told == [Complaint("from", "2024-01-01")]


@pytest.mark.parametrize("years", [-10, 10])
def test_days_wholly_outside_the_data_are_told(years: int) -> None:
    first = SPAN.first + timedelta(days=365 * years)
    params = {"from": first.isoformat(), "to": (first + timedelta(days=5)).isoformat()}
    choice, told = links.parse(params, OPTIONS)
    assert {complaint.name for complaint in told} == {"from", "to"}
    assert choice.filters.window
    assert SPAN.first <= choice.filters.window.first <= choice.filters.window.last <= SPAN.last


def test_an_address_of_one_day_keeps_that_day() -> None:
    choice, told = links.parse({"from": "2026-02-04", "to": "2026-02-04"}, OPTIONS)
    assert (choice.filters.window, told) == (Window(SPAN.last, SPAN.last), [])


def test_an_address_says_its_format_and_the_first_one_had_none() -> None:
    choice = Choice(filters=Filters(window=SPAN, kinds=("march",)), view="fit")
    assert links.params(choice, SPAN) == {"v": "2", "kinds": "march", "view": "fit"}
    assert links.parse({"kinds": "march", "view": "fit"}, OPTIONS) == (choice, [])
    assert links.parse({"v": "1", "kinds": "march", "view": "fit"}, OPTIONS) == (choice, [])


def test_a_clean_view_goes_with_a_camera_by_name() -> None:
    for value, view in (("clean", "la"), ("clean,us", "us"), ("clean,fit", "fit")):
        choice, told = links.parse({"view": value}, OPTIONS)
        assert (choice.is_clean, choice.view, told) == (True, view, [])
        assert links.params(choice, SPAN) == {"v": "2", "view": value}


def test_what_the_browser_wrote_is_taken_over_and_makes_no_link() -> None:
    written = {"v": "2", "kinds": "march"}
    now = {"v": "2", "kinds": "march", "at": "34.05000,-118.20000,12.00", "present": "1"}
    assert links.without_browsers(now) == links.without_browsers(written)
    choice = links.with_browsers(Choice(), now)
    assert choice == Choice(camera=Camera(Position(-118.2, 34.05), 12.0), is_presented=True)


def test_a_mode_shows_the_window_that_ends_on_the_last_day() -> None:
    window = Window(date(2025, 3, 1), date(2025, 3, 9))
    shown = {mode: links.fitted(window, mode, SPAN).first for mode in links.MODES}
    assert shown == {
        "": date(2025, 3, 1),
        "day": date(2025, 3, 9),
        "week": date(2025, 3, 3),
        "sofar": SPAN.first,
    }
    assert links.fitted(Window(SPAN.first, SPAN.first), "week", SPAN).first == SPAN.first


def test_the_state_of_a_link_need_not_be_known() -> None:
    choice, told = links.parse({"data": "0000000000000000"}, OPTIONS)
    assert (choice.data, told) == ("0000000000000000", [])


@pytest.mark.parametrize(
    ("base", "written"),
    [
        ("https://example.org", "https://example.org/?v=2"),
        ("https://example.org/", "https://example.org/?v=2"),
        ("https://example.org/map", "https://example.org/map?v=2"),
        ("", "?v=2"),
    ],
)
def test_a_whole_address_keeps_its_path(base: str, written: str) -> None:
    assert links.url(base, {"v": "2"}) == written


def test_a_whole_address_is_percent_encoded_and_reads_back() -> None:
    choice = replace(DEFAULT, filters=replace(DEFAULT.filters, city="San Jose, CA"))
    written = links.url("https://example.org/map/", links.params(choice, SPAN))
    assert written == "https://example.org/map/?v=2&city=San+Jose,+CA"
    asked = dict(parse_qsl(urlsplit(written).query))
    assert links.parse(asked, OPTIONS) == (choice, [])
