"""Totals of six selections, worked out by hand from data/events.csv."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from mapper import areas
from mapper.model import Filters, SizeRange, Window
from mapper.totals import Crowd, Totals, report
from mapper.totals.codebooks import CODEBOOKS
from mapper.totals.report import Selection

UNKNOWN = SizeRange(None, None)


def found(
    frame: pd.DataFrame, area: str = "", first: date | None = None, last: date | None = None
) -> Totals:
    """The totals of an area and some days."""
    window = Window(first, last or first) if first else None
    where = areas.find(area, frame) if area else None
    return report.of(frame, Selection(Filters(window=window), where))


def test_dallas_on_three_days(frame: pd.DataFrame) -> None:
    # Rows: rally and walkout of Friday 31 January, march of Sunday 2 February (200–999): events.
    # The series of three days is their parent, the second day is implied, the list row a duplicate.
    # Crowds: three, of which the march has a size. Nothing is known finer than the city.
    told = found(frame, "Dallas", date(2025, 1, 31), date(2025, 2, 2))
    assert (told.events, told.walkouts, told.campuses, told.places) == (3, 1, 0, 0)
    assert told.days == 2
    assert told.crowd == Crowd(SizeRange(200, 999), 1, 3)
    assert told.arrests == Crowd(UNKNOWN, 0, 3)


def test_chamblee_and_its_four_arrests(frame: pd.DataFrame) -> None:
    # The protest (200–999, four arrests), the road that the same people blocked, and the police:
    # three events, one crowd. Arrests: the protest and the road are one crowd, the police another
    # row that could report some: 4, 1 of 2.
    told = found(frame, "Chamblee, GA")
    assert (told.events, told.days) == (3, 1)
    assert told.crowd == Crowd(SizeRange(200, 999), 1, 1)
    assert told.arrests == Crowd(SizeRange(4, 4), 1, 2)


def test_june_2025_has_arrests_and_no_size(frame: pd.DataFrame) -> None:
    # Windows that touch June: mass protests in California and Los Angeles, the states named in a
    # list (Florida, Louisiana, Massachusetts; California's row is a duplicate), and police twice.
    # Seven events, five of them crowds, none with a size. Dozens arrested: 24–99. One day is known
    # to the day, 8 June.
    told = found(frame, "", date(2025, 6, 1), date(2025, 6, 30))
    assert (told.events, told.days, told.coarse) == (7, 1, 4)
    assert told.crowd == Crowd(UNKNOWN, 0, 5)
    assert told.arrests == Crowd(SizeRange(24, 99), 1, 7)


def test_los_angeles_county_is_not_the_city(frame: pd.DataFrame) -> None:
    # 4 February 2026: 15 events, 14 of them in the city; Garfield is in East Los Angeles, which is
    # in the county and in no city. Santa Monica's walkout of 6 February 2025 is in the county too.
    day = date(2026, 2, 4)
    assert found(frame, "Los Angeles", day).events == 14
    assert found(frame, "Los Angeles County", day).events == 15
    assert found(frame, "East Los Angeles", day).events == 1
    earlier = date(2025, 2, 6)
    assert found(frame, "Los Angeles County", earlier).campuses == 2
    assert found(frame, "Los Angeles", earlier).campuses == 1


def test_everything(frame: pd.DataFrame) -> None:
    # Ten times "hundreds" (Charlotte, Overfelt, Chamblee, Chicago, Dallas, the walkouts of
    # 6 February, Mariachi Plaza, the custodial workers, City Hall and West Adams in 2026):
    # 2,000–9,990. Dozens in Little Rock 24–99; thousands in Houston and from Olvera Street
    # 4,000–19,998; City Hall on 5 February 300–900; the students' march 900–1,000; Contreras 23–27;
    # RFK 270–330; Roosevelt 36–44. Low 7,553, high 32,388, 18 crowds.
    # Arrests: 4 in Chamblee and 24–99 in Los Angeles.
    told = found(frame)
    assert told.crowd.size == SizeRange(7553, 32388)
    assert told.crowd.sized == 18
    assert told.arrests.size == SizeRange(28, 103)
    assert told.arrests.sized == 2


@pytest.mark.parametrize(
    ("rules", "low", "high", "sized"),
    [
        # City Hall and West Adams "hundreds", RFK 300, Roosevelt 40, Contreras 25
        ("ours", 200 + 200 + 270 + 36 + 23, 999 + 999 + 330 + 44 + 27, 5),
        ("ccc", 200 + 200 + 300 + 40 + 25, 200 + 200 + 300 + 40 + 25, 5),
        ("count-love", 100 + 100 + 300 + 40 + 25, 100 + 100 + 300 + 40 + 25, 5),
        ("mpeds", 150 + 150 + 300 + 40 + 25, 150 + 150 + 300 + 40 + 25, 5),
        ("mpeds-coder", 100 + 100 + 300 + 40 + 25, 100 + 100 + 300 + 40 + 25, 5),
    ],
)
def test_the_walkouts_of_4_february_2026_by_each_codebook(
    frame: pd.DataFrame, rules: str, low: int, high: int, sized: int
) -> None:
    day = Window(date(2026, 2, 4), date(2026, 2, 4))
    told = report.by_rules(frame, Selection(Filters(window=day)))
    assert told[rules] == Crowd(SizeRange(low, high), sized, 11)


def test_a_word_that_a_codebook_does_not_know_is_unknown(frame: pd.DataFrame) -> None:
    # City Hall, 5 February 2025: "several hundred protesters"; Little Rock: "dozens of protesters"
    for name in ("ccc", "count-love", "mpeds"):
        day = Window(date(2025, 2, 5), date(2025, 2, 5))
        rally = report.rows(frame, Selection(Filters(window=day, kinds=("rally",)), None, name))
        assert rally["size_low"].isna().all()
    day = Window(date(2025, 1, 31), date(2025, 1, 31))
    little_rock = areas.find("Little Rock", frame)
    told = report.by_rules(frame, Selection(Filters(window=day), little_rock))
    assert told["ccc"].sized == 0
    assert told["count-love"].size == SizeRange(20, 20)
    assert told["mpeds"].size == SizeRange(36, 36)


def test_every_codebook_but_ours_says_where_it_is_published() -> None:
    for name, book in CODEBOOKS.items():
        assert book.url.startswith("https://") or name == "ours"
        assert book.note
