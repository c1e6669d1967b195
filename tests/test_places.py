"""Any place text to a placement: never finer than the text, never a guess between homonyms."""

from __future__ import annotations

import pytest

from mapper import places
from mapper.errors import UsageError
from mapper.model import LADDER, Context, Place, Placement

LA = Context("Los Angeles", "CA")
NOWHERE = Context()
LASSEN_WESTWOOD = "geonames-5573576"
LA_WESTWOOD = "neighborhood-westwood"

# Text said of Los Angeles, CA: the place it is, and its rung.
NAMED = [
    ("Calle Olvera", "Olvera Street", "landmark"),
    ("Olvera St.", "Olvera Street", "landmark"),
    ("Grand Arts", "Ramón C. Cortines School of Visual and Performing Arts", "campus"),
    ("RFK", "Robert F. Kennedy Community Schools", "campus"),
    ("Mendez High", "Felicitas and Gonzalo Mendez High School", "campus"),
    ("Preparatoria Méndez", "Felicitas and Gonzalo Mendez High School", "campus"),
    ("James A. Garfield", "James A. Garfield Senior High School", "campus"),
    ("on the steps of City Hall", "Los Angeles City Hall", "landmark"),
    ("in front of Los Angeles City Hall", "Los Angeles City Hall", "landmark"),
    ("en las escalinatas de City Hall", "Los Angeles City Hall", "landmark"),
    ("frente a L.A. City Hall", "Los Angeles City Hall", "landmark"),
    ("in front of the Miyako Hotel in Little Tokyo", "Miyako Hotel", "landmark"),
    ("Los Angeles", "Los Angeles", "city"),
    ("through the city of Los Angeles", "Los Angeles", "city"),
    ("Boyle Heights", "Boyle Heights", "neighborhood"),
    ("West Adams", "West Adams", "neighborhood"),
    ("downtown Los Angeles", "Downtown", "neighborhood"),
    ("the 101 Freeway", "US Highway 101 at downtown Los Angeles", "street"),
]
# Ways to write the corner of Soto and First.
CORNERS = [
    "Soto Street and First Street",
    "First Street and Soto Street",
    "1st & Soto",
    "Soto St. / 1st St.",
    "corner of Soto and First",
    "at the corner of First and Soto",
    "esquina de Soto y Primera",
    "en la esquina de Primera con Soto",
    "E. 1st St. and S. Soto St.",
]


def ids(found: Placement) -> set[str]:
    """The candidates of a placement."""
    return {candidate.place_id for candidate in found.candidates}


def placed(text: str, context: Context, known: places.Known) -> Place:
    """The place of a text that must have one."""
    found = places.locate(text, context, known)
    assert (found.status, bool(found.place)) == ("placed", True), found
    return found.place or pytest.fail("a placed text has a place")


@pytest.mark.parametrize(("text", "name", "rung"), NAMED, ids=[text for text, *_ in NAMED])
def test_a_name_is_its_place_and_no_finer(
    known: places.Known, text: str, name: str, rung: str
) -> None:
    place = placed(text, LA, known)
    assert (place.name, place.rung, place.state) == (name, rung, "CA")
    assert place.uncertainty_m > 0


def test_westwood_of_los_angeles_is_the_neighborhood(known: places.Known) -> None:
    found = places.locate("Westwood", LA, known)
    assert found.place
    assert (found.place.place_id, found.place.rung) == (LA_WESTWOOD, "neighborhood")
    assert LASSEN_WESTWOOD in ids(found)


def test_westwood_of_california_may_be_the_neighborhood_or_the_town(known: places.Known) -> None:
    found = places.locate("Westwood", Context(state="CA"), known)
    rivals = {c.place_id for c in found.candidates if c.why_not == "rival"}
    assert found.status == "ambiguous"
    assert rivals == {LA_WESTWOOD, LASSEN_WESTWOOD}


def test_westwood_alone_is_ambiguous_and_names_its_candidates(known: places.Known) -> None:
    found = places.locate("Westwood", NOWHERE, known)
    assert (found.status, found.place) == ("ambiguous", None)
    assert {LA_WESTWOOD, LASSEN_WESTWOOD} <= ids(found)
    assert all(
        candidate.position.lon < 0 < candidate.position.lat for candidate in found.candidates
    )


@pytest.mark.parametrize(
    ("text", "context", "rung", "state"),
    [
        ("Washington", Context("Washington", "DC"), "city", "DC"),
        ("Washington", Context(state="DC"), "city", "DC"),
        ("Washington, D.C.", NOWHERE, "city", "DC"),
        ("Washington DC", NOWHERE, "city", "DC"),
        ("Washington", Context(state="WA"), "state", "WA"),
        ("state of Washington", NOWHERE, "state", "WA"),
        ("Washington Boulevard", LA, "street", "CA"),
    ],
)
def test_washington_is_the_city_the_state_or_the_boulevard(
    known: places.Known, text: str, context: Context, rung: str, state: str
) -> None:
    place = placed(text, context, known)
    assert (place.rung, place.state) == (rung, state)


@pytest.mark.parametrize("context", [LA, Context("Los Angeles"), Context(state="CA")])
def test_washington_of_los_angeles_is_never_the_city_or_the_state(
    known: places.Known, context: Context
) -> None:
    found = places.locate("Washington", context, known)
    assert found.place is None


def test_washington_alone_is_ambiguous(known: places.Known) -> None:
    assert places.locate("Washington", NOWHERE, known).status == "ambiguous"


def test_washington_at_a_corner_is_the_boulevard(known: places.Known) -> None:
    place = placed("Washington and Hoover Street", LA, known)
    assert (place.name, place.rung) == ("Hoover Street & Washington Boulevard", "intersection")


def test_a_corner_whose_type_contradicts_is_not_placed(known: places.Known) -> None:
    assert places.locate("Washington Avenue and Hoover", LA, known).place is None


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [("Seattle, Washington", "Seattle", "WA"), ("Portland, Oregon", "Portland", "OR")],
)
def test_a_state_after_the_comma_decides_and_is_not_the_place(
    known: places.Known, text: str, name: str, state: str
) -> None:
    place = placed(text, NOWHERE, known)
    assert (place.name, place.rung, place.state) == (name, "city", state)


@pytest.mark.parametrize(
    "text",
    [
        "Mariachi Plaza, Los Angeles",
        "Mariachi Plaza in Los Angeles",
        "Mariachi Plaza, Los Angeles, CA",
        "Mariachi Plaza, Los Angeles, California",
        "Soto and First, Los Angeles, CA",
    ],
)
def test_a_city_and_state_after_a_name_are_its_context(known: places.Known, text: str) -> None:
    assert placed(text, NOWHERE, known).rung in ("landmark", "intersection")


def test_garfield_lies_outside_the_city_and_keeps_its_postal_city(known: places.Known) -> None:
    place = placed("Garfield High", LA, known)
    assert (place.city, place.postal_city) == ("", "Los Angeles")
    assert place.neighborhood == "East Los Angeles"


@pytest.mark.parametrize("text", CORNERS)
def test_order_and_spelling_of_a_corner_do_not_matter(known: places.Known, text: str) -> None:
    place = placed(text, LA, known)
    assert place.place_id == "crossing-first-street-soto-street"


def test_a_corner_without_a_city_is_not_placed(known: places.Known) -> None:
    found = places.locate("Soto and First", NOWHERE, known)
    assert (found.status, found.place) == ("ambiguous", None)


def test_a_corner_is_not_taken_for_one_of_another_city(known: places.Known) -> None:
    assert places.locate("Soto and First", Context("Chicago", "IL"), known).place is None


@pytest.mark.parametrize(
    "text",
    [
        "near Mariachi Plaza",
        "around Mariachi Plaza",
        "streets around Mariachi Plaza",
        "close to Mariachi Plaza",
        "cerca de Mariachi Plaza",
        "alrededor de Mariachi Plaza",
        "near the corner of Soto and First",
    ],
)
def test_near_a_place_is_at_least_two_blocks_wide(known: places.Known, text: str) -> None:
    found = places.locate(text, LA, known)
    assert found.place
    assert (found.rule, found.place.uncertainty_m) == ("near", 400)


def test_near_a_wide_place_is_not_made_narrower(known: places.Known) -> None:
    plain, near = (placed(text, LA, known) for text in ("Boyle Heights", "near Boyle Heights"))
    assert near.uncertainty_m == plain.uncertainty_m > places.VICINITY_M


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Roosevelt High School", Context("Seattle", "WA")),
        ("Venice High", Context(state="OR")),
        ("City Hall", Context("Chicago", "IL")),
        ("downtown", Context("Dallas", "TX")),
        ("Olvera Street", Context(state="TX")),
        ("Westwood", Context("Boston", "MA")),
        ("Lincoln", Context("Seattle", "WA")),
    ],
)
def test_a_namesake_elsewhere_is_never_taken(
    known: places.Known, text: str, context: Context
) -> None:
    found = places.locate(text, context, known)
    assert (found.status, found.place) == ("not_found", None)
    assert {c.why_not for c in found.candidates} <= {"other_state", "other_city"}
    assert found.candidates


def test_a_text_that_contradicts_its_row_is_not_placed(known: places.Known) -> None:
    assert places.locate("Portland, Oregon", Context("Portland", "ME"), known).place is None


@pytest.mark.parametrize("text", ["", "   ", "\t\n"])
def test_an_empty_text_is_refused(known: places.Known, text: str) -> None:
    with pytest.raises(UsageError, match="text_empty"):
        places.locate(text, LA, known)


LONG = ["x" * 10_000, "at the " * 200, "near " * 200, "a, b in c and d " * 625]


@pytest.mark.parametrize("text", LONG, ids=lambda text: ascii(text[:12]))
def test_a_text_too_long_for_a_place_is_refused(known: places.Known, text: str) -> None:
    with pytest.raises(UsageError, match="text_long"):
        places.locate(text, LA, known)


@pytest.mark.parametrize(
    "text",
    [
        *(text[: places.MOST_SIGNS] for text in LONG),
        "\x00\x01\x1b[31m",
        "Москва",
        "東京",
        "!!!",
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "'; DROP TABLE",
        "\u202eteertS otoS",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_a_strange_text_is_not_found_and_no_error(known: places.Known, text: str) -> None:
    found = places.locate(text, LA, known)
    assert (found.status, found.query) == ("not_found", text)


def test_the_coarser_rungs_come_after_the_finer() -> None:
    order = ["campus", "intersection", "landmark", "street", "neighborhood", "city", "state"]
    assert sorted(order, key=LADDER.index) == order


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Los Angeles, CA", LA),
        ("Los Angeles, California", LA),
        ("Washington, DC", Context("Washington", "DC")),
        ("Los Angeles", Context("Los Angeles")),
        ("CA", Context(state="CA")),
    ],
)
def test_a_context_is_read_as_people_write_it(
    known: places.Known, text: str, context: Context
) -> None:
    assert places.context_of(text, known) == context


@pytest.mark.parametrize(
    ("text", "code"),
    [("Paris, France", "no_such_state"), ("LA", "near_unclear"), ("Washington", "near_unclear")],
)
def test_an_unclear_context_is_refused(known: places.Known, text: str, code: str) -> None:
    with pytest.raises(UsageError, match=code):
        places.context_of(text, known)
