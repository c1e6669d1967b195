"""What holds of every place text, whatever it says: tried with many made-up ones."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mapper import contract, names, places
from mapper.errors import UsageError
from mapper.model import LADDER, Context, Placement
from mapper.places.readings import tidy

LA = Context("Los Angeles", "CA")
FEW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
COARSE = LADDER[LADDER.index("neighborhood") :]
# Streets of one corner each way, with the forms in which people write them.
SOTO = ["Soto", "Soto St", "Soto Street", "S. Soto St.", "calle Soto", "SOTO", "la Soto", "sóto"]
FIRST = ["1st", "First", "1st Street", "E. 1st St", "Primera", "calle 1", "la calle Primera", "1ra"]
JOINS = [" and ", " & ", "/", " y ", " con ", " at ", " @ ", " AND ", "  &  "]
LEADS = ["", "corner of ", "at ", "esquina de ", "en la esquina de ", "in front of ", "frente a "]
# A name, and the same name as it is written elsewhere.
SAME = [
    ("Roosevelt High School", "Preparatoria Roosevelt"),
    ("Roosevelt High", "Roosevelt HS"),
    ("MacArthur Park", "parque MacArthur"),
    ("City Hall", "L.A. City Hall"),
    ("Soto Station", "estación Soto"),
    ("Mariachi Plaza", "Mariachi Pláza"),
    ("Los Angeles County", "condado de Los Ángeles"),
    ("Wilshire Boulevard", "Wilshire Blvd."),
    ("Cesar E. Chavez Avenue", "César E. Chávez Av."),
    ("Hall of Justice", "HALL OF JUSTICE"),
    ("First Street between Soto and Boyle", "calle Primera entre Boyle y Soto"),
]
AREAS = ["Boyle Heights", "Koreatown", "Watts", "El Sereno", "Pacoima", "Lincoln Heights"]
CITIES = [("Fresno", "CA"), ("Long Beach", "CA"), ("Chicago", "IL"), ("Lincoln", "NE")]
AROUND = ["", "in ", "near ", "through ", "en ", "students in ", "el barrio de ", "the "]
HOMES = [
    "her house", "a family home", "su casa", "the home of a student", "residencia privada",
    "his apartment", "Apt 4", "domicilio particular", "la casa de un alumno", "our driveway",
]  # fmt: skip
SPOTS = [
    "1st and Soto",
    "City Hall",
    "Roosevelt High",
    "200 N Spring St",
    "Mariachi Plaza",
    "Watts",
]
WORDS = st.sampled_from(
    [*SOTO, *FIRST, *JOINS, *LEADS, *AROUND, *AREAS, *SPOTS, *HOMES, ", ", "; ", "between", "block",
     "100", "CA", "Texas", "from", "to", "#", "(", ")", "34.05", "-118.2", "90012", "\n"]
)  # fmt: skip
ANY = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=9).map(" ".join))


def place_id(text: str, known: places.Known, context: Context = LA) -> str:
    """The place of a text, "" if it has none."""
    place = places.locate(text, context, known).place
    return place.place_id if place else ""


@FEW
@given(st.tuples(*map(st.sampled_from, (LEADS, SOTO, JOINS, FIRST))), st.booleans())
def test_a_corner_is_one_place_in_any_form_order_and_language(
    known: places.Known, words: tuple[str, str, str, str], turned: bool
) -> None:
    lead, one, join, other = words
    text = lead + (other + join + one if turned else one + join + other)
    assert place_id(text, known) == "crossing-first-street-soto-street"


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_name_is_one_place_in_any_form_and_language(
    known: places.Known, one: str, other: str
) -> None:
    found, again = (places.locate(text, LA, known).place for text in (one, other))
    assert found
    assert again
    assert (found.name, found.rung) == (again.name, again.rung) or found.rung == "street"
    assert found.uncertainty_m == again.uncertainty_m


@FEW
@given(st.data())
def test_case_and_spaces_and_accents_do_not_matter(
    known: places.Known, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([text for pair in SAME for text in pair]))
    change = data.draw(st.sampled_from([str.upper, str.lower, str.title, names.plain]))
    gap = data.draw(st.sampled_from([" ", "  ", "\t", " "]))
    assert place_id(change(text).replace(" ", gap), known) == place_id(text, known)


@FEW
@given(st.sampled_from(AROUND), st.sampled_from(AREAS))
def test_a_neighborhood_is_never_finer_than_one(known: places.Known, lead: str, area: str) -> None:
    place = places.locate(lead + area, LA, known).place
    assert place
    assert place.rung in COARSE


@FEW
@given(st.sampled_from(AROUND[:5]), st.sampled_from(CITIES))
def test_a_city_is_never_a_campus(known: places.Known, lead: str, city: tuple[str, str]) -> None:
    place = places.locate(lead + city[0], Context(*city), known).place
    assert place
    assert (place.rung, place.name) == ("city", city[0])


@FEW
@given(st.sampled_from(SOTO), st.sampled_from(JOINS), st.sampled_from(FIRST))
def test_the_form_of_two_streets_is_a_corner_and_the_place_is_none_finer(
    known: places.Known, one: str, join: str, other: str
) -> None:
    place = places.locate(one + join + other, LA, known).place
    assert place
    assert LADDER.index(place.rung) >= LADDER.index(places.finest(one + join + other))


@FEW
@given(*map(st.sampled_from, (HOMES, [" at ", " near ", ", ", " en ", " (", " "], SPOTS)))
@example("su casa", " en ", "Soto y Primera")
def test_a_home_is_never_finer_than_a_neighborhood(
    known: places.Known, home: str, join: str, rest: str
) -> None:
    found = places.locate(home + join + rest, LA, known)
    assert found.place is None or found.place.rung in COARSE
    assert (found.candidates, found.parts) == ((), ()) or found.place is None
    assert places.finest(home + join + rest) == "neighborhood"


@FEW
@given(st.sampled_from(HOMES), st.sampled_from(SPOTS), st.sampled_from([" at ", ", ", " near "]))
def test_a_home_leaves_no_finer_place_beside_it(
    known: places.Known, home: str, spot: str, join: str
) -> None:
    found = places.locate(spot + join + home, LA, known)
    assert (found.rule, found.candidates, found.parts) == ("home", (), ())


def answer(text: str, known: places.Known, context: Context = LA) -> Placement | None:
    """The answer to a text; ``None`` if it has no words, or too many."""
    try:
        return places.locate(text, context, known)
    except UsageError as error:
        if error.code not in ("text_empty", "text_long"):
            raise
        return None


def whole(found: Placement, text: str) -> bool:
    """Whether an answer is well formed: a place in the US with a radius, or none."""
    place = found.place
    west, east, south, north = contract.UNITED_STATES
    inside = place is None or (
        place.uncertainty_m > 0
        and place.rung in LADDER
        and west <= place.position.lon <= east
        and south <= place.position.lat <= north
    )
    return inside and found.query == text and (found.status == "placed") == bool(place)


@settings(FEW, max_examples=80)
@given(ANY, st.sampled_from([LA, Context(), Context(state="TX"), Context("Nowhere", "CA")]))
def test_any_text_at_all_is_answered_or_refused(
    known: places.Known, text: str, context: Context
) -> None:
    found = answer(text, known, context)
    assert found is None or whole(found, text)


@FEW
@given(ANY)
@example("  Frente a   UNION\tStation ")
def test_the_words_that_gave_an_answer_stand_in_the_text(known: places.Known, text: str) -> None:
    found = answer(text, known)
    assert not (found and found.place) or found.used in tidy(text) or found.rule == "spelling"


@FEW
@given(ANY)
def test_the_same_text_is_answered_the_same_again(known: places.Known, text: str) -> None:
    assert answer(text, known) == answer(text, known)
