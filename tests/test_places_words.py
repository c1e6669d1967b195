"""The words around a place, English and Spanish: each text with what it must come to.

The texts are said of Los Angeles, CA, and are not those of the tables that the code was made with.
"""

from __future__ import annotations

import pytest

from mapper import places
from mapper.errors import UsageError
from mapper.model import LADDER, Context, Placement

LA = Context("Los Angeles", "CA")
FIRST_SOTO = "crossing-first-street-soto-street"
CITY = "geonames-5368361"

# How something stood to a place: the place stays the same.
LEADS = [
    ("in front of Union Station", "Union Station"),
    ("frente a Union Station", "Union Station"),
    ("outside Dodger Stadium", "Dodger Stadium"),
    ("inside the Coliseum", "Los Angeles Memorial Coliseum"),
    ("steps of the Hall of Justice", "Hall of Justice"),
    ("afuera de Crypto.com Arena", "Crypto.com Arena"),
    ("frente al Ayuntamiento", "Los Angeles City Hall"),
    ("en las escalinatas del Ayuntamiento", "Los Angeles City Hall"),
    ("enfrente del Ayuntamiento", "Los Angeles City Hall"),
    ("afuera del Ayuntamiento", "Los Angeles City Hall"),
    ("en las gradas del Music Center", "Music Center"),
    ("in the parking lot of Dodger Stadium", "Dodger Stadium"),
    ("Roosevelt High School walkout", "Theodore Roosevelt Senior High School"),
    ("Secundaria Garfield", "James A. Garfield Senior High School"),
    ("City Hall, LA", "Los Angeles City Hall"),
    ("City Hall; )", "Los Angeles City Hall"),
    ("along Whittier", "Whittier Boulevard"),
    ("down Crenshaw", "Crenshaw Boulevard"),
    ("por la Soto", "Soto Street"),
    ("Wilshire Boulevard in Koreatown", "Wilshire Boulevard"),
    ("the lawn of City Hall", "Los Angeles City Hall"),
    ("city hall parking lot", "Los Angeles City Hall"),
    ("el consulado mexicano", "Consulate General of Mexico in Los Angeles"),
    ("the 1st Street Bridge", "First Street Bridge"),
    ("puente de la calle Primera", "First Street Bridge"),
    ("6th St Viaduct", "Sixth Street Viaduct"),
    ("estación Soto", "Soto Station"),
    ("parque Lincoln", "Lincoln Park"),
    ("plaza Mariachi", "Mariachi Plaza"),
    ("students from Garfield High", "James A. Garfield Senior High School"),
    ("students at Lincoln High", "Abraham Lincoln Senior High School"),
    ("escuela preparatoria Lincoln", "Abraham Lincoln Senior High School"),
    ("Roosevelt H.S.", "Theodore Roosevelt Senior High School"),
    ("student walkout in Van Nuys", "Van Nuys"),
    ("centro de Los Ángeles", "Downtown"),
    ("DTLA", "Downtown"),
    ("condado de Los Ángeles", "Los Angeles County"),
]
# Ways to write a corner: its id.
CORNERS = [
    ("Wilshire & Vermont", "crossing-vermont-avenue-wilshire-boulevard"),
    ("Wilshire/Vermont", "crossing-vermont-avenue-wilshire-boulevard"),
    ("Wilshire and Vermont", "crossing-vermont-avenue-wilshire-boulevard"),
    ("Wilshire at Vermont", "crossing-vermont-avenue-wilshire-boulevard"),
    ("Wilshire y Vermont Ave.", "crossing-vermont-avenue-wilshire-boulevard"),
    ("Wilshire con Vermont", "crossing-vermont-avenue-wilshire-boulevard"),
    ("Wilshire @ Vermont", "crossing-vermont-avenue-wilshire-boulevard"),
    ("esquina de Vermont y Wilshire", "crossing-vermont-avenue-wilshire-boulevard"),
    ("la esquina de la calle Soto y la calle Primera", FIRST_SOTO),
    ("en el cruce de Soto y Primera", FIRST_SOTO),
    ("Soto y Primera, Boyle Heights, Los Ángeles, California", FIRST_SOTO),
    ("7th and Broadway", "crossing-broadway-seventh-street"),
    ("Séptima y Broadway", "crossing-broadway-seventh-street"),
    ("7a y Broadway", "crossing-broadway-seventh-street"),
    ("calle 7 con Broadway", "crossing-broadway-seventh-street"),
    ("Twelfth and Broadway", "crossing-broadway-twelfth-street"),
    ("Decimocuarta y Broadway", "crossing-14th-street-broadway"),
    ("14th St @ Broadway", "crossing-14th-street-broadway"),
    ("Vigésima quinta y Santa Fe", "crossing-25th-santa-fe-avenue"),
    ("Avenida 54 y Figueroa", "crossing-avenue-54-figueroa-street"),
    ("Ave. 64 & York", "crossing-avenue-64-york-boulevard"),
    ("César Chávez y Soto", "crossing-cesar-e-chavez-avenue-soto-street"),
    ("MLK and Crenshaw", "crossing-crenshaw-boulevard-martin-luther-king-jr-boulevard"),
    ("fourth & anderson", "crossing-anderson-street-fourth-street"),
    ("Bulevar Olympic y Avenida Boyle", "crossing-boyle-avenue-olympic-boulevard"),
    ("Blvd. Whittier con Boyle", "crossing-boyle-avenue-whittier-boulevard"),
    ("Alvarado Street and Wilshire Blvd, 90057", "crossing-alvarado-street-wilshire-boulevard"),
]
STRETCHES = [
    ("Wilshire between Vermont and Western", 866),
    ("Wilshire entre Western y Vermont", 866),
    ("Broadway from 3rd to 7th", 475),
    ("between 3rd and 7th on Broadway", 475),
    ("marcha por Broadway desde la 3ra hasta la 7ma", 475),
    ("marched down Broadway from 3rd to 7th", 475),
    ("entre la Primera y la Tercera sobre Broadway", 242),
    ("Figueroa St., from Avenue 50 to Avenue 57", 566),
]
NEAR = [
    ("near Pershing Square", "landmark-pershing-square"),
    ("cerca del parque MacArthur", "landmark-macarthur-park"),
    ("next to the Roybal Federal Building", "landmark-roybal-federal-building"),
    ("al lado de Union Station", "landmark-union-station"),
    ("a una cuadra de Pershing Square", "landmark-pershing-square"),
    ("across the street from Roosevelt High", "school-roosevelt-los-angeles"),
    ("cerca de Soto y Primera", FIRST_SOTO),
    ("two blocks from Lincoln Park", "landmark-lincoln-park"),
    ("near Los Feliz", "neighborhood-los-feliz"),
    ("cerca de El Sereno", "neighborhood-el-sereno"),
]
SEVERAL = [
    ("City Hall and Grand Park", ["City Hall", "Grand Park"]),
    ("Union Station; Pershing Square", ["Union Station", "Pershing Square"]),
    ("Fairfax High; Hollywood High; Venice High", ["Fairfax", "Hollywood", "Venice"]),
    ("Fairfax High, Hollywood High and Venice High", ["Fairfax", "Hollywood", "Venice"]),
    ("Garfield High, Roosevelt High, and Lincoln High", ["Garfield", "Roosevelt", "Lincoln"]),
    ("Garfield, Roosevelt and Lincoln High Schools", ["Garfield", "Roosevelt", "Lincoln"]),
    ("Grand Park, Pershing Square and Union Station", ["Grand", "Pershing", "Union"]),
    ("City Hall to Pershing Square", ["City Hall", "Pershing Square"]),
    ("Boyle Heights, then Lincoln Heights", ["Boyle Heights", "Lincoln Heights"]),
    ("from MacArthur Park to City Hall", ["MacArthur Park", "City Hall"]),
    ("desde Mariachi Plaza hasta City Hall", ["Mariachi Plaza", "City Hall"]),
    ("City Hall, 7th and Alvarado", ["City Hall", "Alvarado Street & Seventh Street"]),
]
DESCRIBED = [
    ("City Hall, 1st and Spring", "First Street & Spring Street"),
    ("Pershing Square - 5th and Hill", "Fifth Street & Hill Street"),
    ("Union Station (Alameda and Cesar Chavez)", "Alameda Street & Cesar E. Chavez Avenue"),
    ("LAPD headquarters, 100 W 1st St", "LAPD Headquarters"),
    ("Evergreen Cemetery, 1st St", "Evergreen Cemetery"),
]
CONTAINED = [
    ("a taco stand in Highland Park", "Highland Park", "a taco stand"),
    ("un restaurante en Koreatown", "Koreatown", "un restaurante"),
    ("Invented Diner, Echo Park", "Echo Park", "Invented Diner"),
    ("Home Depot in Cypress Park", "Cypress Park", "Home Depot"),
    ("House of Blues, Hollywood", "Hollywood", "House of Blues"),
    ("marcha estudiantil en Boyle Heights", "Boyle Heights", "marcha estudiantil"),
]
HOMES = [
    ("outside her house at 1st and Soto", "neighborhood-boyle-heights"),
    ("frente a su casa en Soto y Primera", "neighborhood-boyle-heights"),
    ("the Garcia residence, 1st and Soto", "neighborhood-boyle-heights"),
    ("outside the Garcia home at 1st and Soto", "neighborhood-boyle-heights"),
    ("the house at 1st and Soto", "neighborhood-boyle-heights"),
    ("casa de Juan, Soto y Primera", "neighborhood-boyle-heights"),
    ("where she lives, 1st and Soto", "neighborhood-boyle-heights"),
    ("his place near 1st and Soto", "neighborhood-boyle-heights"),
    ("a house near Mariachi Plaza", "neighborhood-boyle-heights"),
    ("her apartment near MacArthur Park", "neighborhood-westlake"),
    ("his mother’s driveway in Pacoima", "neighborhood-pacoima"),
    ("la casa de una familia en Pacoima", "neighborhood-pacoima"),
    ("the home of a student in Sylmar", "neighborhood-sylmar"),
    ("casa particular en Watts", "neighborhood-watts"),
    ("apartamento 4B, 2000 E 1st St", CITY),
    ("200 N Spring St Apt 3", CITY),
    ("2000 E 1st St #4", CITY),
]
NO_HOMES = [
    ("Home Depot near MacArthur Park", "landmark-macarthur-park"),
    ("Residence Inn at L.A. Live", "landmark-la-live"),
    ("home plate at Dodger Stadium", "landmark-dodger-stadium"),
    ("Homeboy Industries, Chinatown", "neighborhood-chinatown"),
]
POINTS = [
    ("34.0537, -118.2427", "coordinates", "address"),
    ("34.0537° N, 118.2427° W", "coordinates", "address"),
    ("lat 34.0537 lon -118.2427", "coordinates", "address"),
    ("-118.2427, 34.0537", "coordinates_swapped", "address"),
    ("118.2427 W, 34.0537 N", "coordinates_swapped", "address"),
    ("(34.05, -118.24)", "coordinates", "street"),
    ("34.1, -118.2", "coordinates", "city"),
]
REFUSED = [
    ("51.5, -0.12", "coordinates_outside"),
    ("95.0, -118.2", "coordinates_outside"),
    ("37.7749, -122.4194", "contradiction"),
    ("40.7128, -74.0060", "contradiction"),
    ("Pershing Square, Chicago", "contradiction"),
    ("MacArthur Park, New York, NY", "contradiction"),
    ("Boyle Heights, Texas", "contradiction"),
    ("San Pedro High School, San Diego, CA", "contradiction"),
    ("Mariachi Plaza, Westwood", "elsewhere"),
    ("Spring and Hill", "no_corner"),
    ("Soto Street and Vermont Avenue", "no_corner"),
    ("1st and Nowhere Ave", "street_unknown"),
    ("Home Depot", "unknown"),
]  # fmt: skip


def located(text: str, known: places.Known) -> Placement:
    """The answer to a text of Los Angeles."""
    return places.locate(text, LA, known)


@pytest.mark.parametrize(("text", "name"), LEADS, ids=[text for text, _ in LEADS])
def test_the_words_before_a_name_name_no_place(known: places.Known, text: str, name: str) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.status, found.place.name) == ("placed", name)


@pytest.mark.parametrize(("text", "place_id"), CORNERS, ids=[text for text, _ in CORNERS])
def test_a_corner_is_the_same_however_it_is_written(
    known: places.Known, text: str, place_id: str
) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.place_id) == ("corner", place_id)
    assert found.place.rung == "intersection"


@pytest.mark.parametrize(("text", "radius_m"), STRETCHES, ids=[text for text, _ in STRETCHES])
def test_a_stretch_is_as_wide_as_the_way_between_its_ends(
    known: places.Known, text: str, radius_m: float
) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.rung) == ("stretch", "street")
    assert found.place.uncertainty_m == pytest.approx(radius_m, abs=5)


@pytest.mark.parametrize(("text", "place_id"), NEAR, ids=[text for text, _ in NEAR])
def test_near_a_place_is_wider_than_at_it(known: places.Known, text: str, place_id: str) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.place_id) == ("near", place_id)
    assert found.place.uncertainty_m >= places.VICINITY_M


@pytest.mark.parametrize(("text", "names"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_places_are_told_in_order_and_none_is_taken(
    known: places.Known, text: str, names: list[str]
) -> None:
    found = located(text, known)
    assert (found.status, found.rule, found.place) == ("ambiguous", "several", None)
    told = [part.place.name for part in found.parts if part.place]
    assert len(told) == len(names)
    assert all(name in own for name, own in zip(names, told, strict=True))
    assert [candidate.name for candidate in found.candidates] == told


@pytest.mark.parametrize(("text", "name"), DESCRIBED, ids=[text for text, _ in DESCRIBED])
def test_of_two_descriptions_that_agree_the_finer_answers(
    known: places.Known, text: str, name: str
) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.name) == ("described", name)


@pytest.mark.parametrize(("text", "name", "left"), CONTAINED, ids=[text for text, *_ in CONTAINED])
def test_an_unknown_place_is_as_coarse_as_what_holds_it(
    known: places.Known, text: str, name: str, left: str
) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.name) == ("container", name)
    assert (found.place.rung, found.used, found.left) == ("neighborhood", name, left)


@pytest.mark.parametrize(("text", "place_id"), HOMES, ids=[text for text, _ in HOMES])
def test_a_home_is_no_finer_than_its_neighborhood(
    known: places.Known, text: str, place_id: str
) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.place_id) == ("home", place_id)
    assert LADDER.index(found.place.rung) >= LADDER.index("neighborhood")
    assert (found.candidates, found.parts) == ((), ())


@pytest.mark.parametrize(
    "text", ["Soto y Primera, donde vive", "her house, her house", "su casa (", "home"]
)
def test_a_home_has_no_fine_place_nor_candidate(known: places.Known, text: str) -> None:
    found = located(text, known)
    assert found.place is None or LADDER.index(found.place.rung) >= LADDER.index("neighborhood")
    assert (found.rule, found.candidates, found.parts) == ("home", (), ())


@pytest.mark.parametrize(("text", "place_id"), NO_HOMES, ids=[text for text, _ in NO_HOMES])
def test_a_name_with_home_or_house_in_it_is_no_home(
    known: places.Known, text: str, place_id: str
) -> None:
    found = located(text, known)
    assert found.place, found
    assert found.place.place_id == place_id
    assert found.rule != "home"


@pytest.mark.parametrize(("text", "rule", "rung"), POINTS, ids=[text for text, *_ in POINTS])
def test_coordinates_are_as_fine_as_their_last_digit(
    known: places.Known, text: str, rule: str, rung: str
) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.rung) == (rule, rung)
    assert found.place.position.lon == pytest.approx(-118.2427, abs=0.06)
    assert found.place.position.lat == pytest.approx(34.0537, abs=0.06)


@pytest.mark.parametrize(("text", "rule"), REFUSED, ids=[text for text, _ in REFUSED])
def test_what_contradicts_or_is_not_known_is_not_placed(
    known: places.Known, text: str, rule: str
) -> None:
    found = located(text, known)
    assert (found.status, found.place, found.rule) == ("not_found", None, rule)


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("Vermnot and Wilshire", "crossing-vermont-avenue-wilshire-boulevard"),
        ("Garfeild High", "school-garfield-east-los-angeles"),
        ("Boile Heights", "neighborhood-boyle-heights"),
        ("Pershnig Square", "landmark-pershing-square"),
    ],
)
def test_a_slip_of_the_pen_is_told_as_one(known: places.Known, text: str, place_id: str) -> None:
    found = located(text, known)
    assert found.place, found
    assert (found.rule, found.place.place_id) == ("spelling", place_id)


@pytest.mark.parametrize(
    ("text", "used", "left"),
    [
        ("Frente a UNION Station", "UNION Station", ""),
        ("en el barrio de Boyle Heights", "Boyle Heights", ""),
        ("Café Olé, Koreatown", "Koreatown", "Café Olé"),
        ("UN RESTAURANTE en Echo Park", "Echo Park", "UN RESTAURANTE"),
        ("Séptima y Broadway", "Séptima y Broadway", ""),
        ("200 N. Spring St.", "200 N. Spring St", "200"),
        ("1st and Nowhere Ave", "", "Nowhere Ave"),
    ],
)
def test_used_and_left_words_are_as_they_were_written(
    known: places.Known, text: str, used: str, left: str
) -> None:
    found = located(text, known)
    assert (found.query, found.used, found.left) == (text, used, left)


@pytest.mark.parametrize("text", ["nan", "N/A", "unknown", "desconocido", "?", " - ", "''"])
def test_a_word_for_nothing_is_refused_as_empty(known: places.Known, text: str) -> None:
    with pytest.raises(UsageError, match="text_empty"):
        located(text, known)


@pytest.mark.parametrize("text", ["…", "東京", "Москва", "🎉"])
def test_a_text_without_a_latin_letter_is_told_so(known: places.Known, text: str) -> None:
    assert located(text, known).rule == "script"


def test_a_house_number_without_ranges_is_the_street(known: places.Known) -> None:
    found = located("300 N Los Angeles St", known)
    assert found.place
    assert (found.place.name, found.place.rung, found.left) == (
        "Los Angeles Street", "street", "300",
    )  # fmt: skip
