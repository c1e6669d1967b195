"""A figure says what it leaves out: the reader's filters, and what its kind has no place for."""

from __future__ import annotations

from datetime import date

import pytest
from figures import drawn, real, texts

from mapper.figure import sheet
from mapper.figure.presets import SIZES
from mapper.figure.sheet import Around
from mapper.figure.spec import KINDS, Drawn
from mapper.model import Filters, Window

FILTERED = [kind for kind in KINDS if kind != "march"]
TWICE = "West Adams"  # walked out on February 2 and on February 4, 2026
MARCH = "2026-02-04-roosevelt-mendez"
LOS_ANGELES = "Los Angeles, CA"


def face(found: Drawn) -> str:
    """All words on the sheet."""
    return " ".join(text.get_text() for text in texts(found.figure))


def day(number: int) -> Filters:
    """One day of February 2026."""
    return Filters(window=Window(date(2026, 2, number), date(2026, 2, number)))


@pytest.mark.parametrize("kind", FILTERED)
def test_face_alternative_text_and_caption_say_the_filters(kind: str) -> None:
    asked = Filters(
        window=Window(date(2026, 2, 1), date(2026, 2, 6)),
        kinds=("march", "walkout"),
        confidences=("high", "medium"),
        city=LOS_ANGELES,
    )
    found = drawn(kind, "page", filters=asked)
    for told in (face(found), found.alt, found.caption):
        assert "Only marches and walkouts." in told
        assert "Only reports of high and medium confidence." in told
        assert "Los Angeles" in told.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", FILTERED)
def test_words_of_the_readers_own_hide_no_filter(kind: str) -> None:
    asked = Filters(kinds=("walkout",))
    assert "Only walkouts." in face(drawn(kind, "page", filters=asked, standfirst="Mine"))


@pytest.mark.parametrize("kind", ["cities", "map"])
def test_an_area_hides_no_city_that_was_chosen_with_it(kind: str) -> None:
    found = drawn(kind, "page", filters=Filters(city=LOS_ANGELES), area="CA")
    assert f"Only {LOS_ANGELES}." in face(found)
    assert f"Only {LOS_ANGELES}." in found.alt


def test_a_first_day_is_looked_for_outside_the_chosen_dates() -> None:
    assert TWICE in drawn("arrival", filters=day(2)).alt
    later = drawn("arrival", filters=day(4))
    assert TWICE not in later.alt
    assert not [name for name in later.events if "west-adams" in name]
    said = "1 campus that walked out then is not shown"
    assert said in face(later)
    assert said in later.alt
    assert said not in drawn("arrival").alt


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("grid", "3 walkouts at no known campus are not shown."),
        ("arrival", "3 walkouts at no known campus are not shown."),
        ("cities", "{count} events in no known city are not shown."),
    ],
)
def test_what_a_kind_cannot_show_is_counted(kind: str, said: str) -> None:
    found = drawn(kind, "page")
    told = said.format(count=_without_city())
    assert told in face(found)
    assert told in found.alt


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("preset", SIZES)
@pytest.mark.parametrize("kind", ["cities", "grid", "timeline"])
def test_nothing_of_our_own_words_is_cut(kind: str, preset: str, lang: str) -> None:
    assert drawn(kind, preset, lang).notices == ()


def test_a_sentence_of_ours_that_has_no_room_is_said_whole_below_the_picture() -> None:
    said = "A long sentence of ours. " * 40
    page = sheet.lay(Around("Kicker", "Headline", said.strip(), is_ours=True), SIZES["square"])
    notes = [text.get_text() for text in texts(page.figure) if text.get_gid() == "note"]
    assert " ".join(notes) == said.strip()
    assert page.notices == ()


def test_a_standfirst_of_the_readers_own_is_cut_and_that_is_told() -> None:
    page = sheet.lay(Around("Kicker", "Headline", "My own words. " * 50), SIZES["wide"])
    assert page.notices == ("standfirst",)


def _without_city() -> int:
    """How many of the events on a map of all are in no city."""
    events = real().events.set_index("event_id").loc[list(drawn("map").events)]
    return int((events["area"] == "").sum())
