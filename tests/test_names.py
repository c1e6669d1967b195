"""The ways people write one name become one key, and different names stay apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper import names

ONE_KEY = [
    ("E. 1st St.", "e first street"),
    ("Fourth Street", "4th St"),
    ("Fourth Street", "4TH STREET"),
    ("Seventh St.", "7th street"),
    ("Washington Blvd.", "Washington Boulevard"),
    ("Cesar E. Chavez Ave", "César E. Chávez Avenue"),
    ("Buford Hwy", "Buford Highway"),
    ("101 Fwy", "101 Freeway"),
    ("autopista 101", "FREEWAY 101"),
    ("L.A. City Hall", "LA City Hall"),
    ("Washington, D.C.", "Washington DC"),
    ("U.S. 101", "US 101"),
    ("Venice HS", "Venice High School"),
    ("Venice Senior High School", "Venice High"),
    ("Venice Senior High", "Venice HS"),
    ("Felícitas y Gonzalo Méndez", "FELICITAS Y GONZALO MENDEZ"),
    ("O'Donovan", "O’Donovan"),
    ("Soto & First", "Soto and First"),
    ("Pico-Union", "Pico Union"),
    ("  City   Hall ", "City Hall"),
    ("Ramón C. Cortines", "Ramon C Cortines"),
    ("Parque MacArthur", "MacArthur Park"),
    ("Preparatoria Roosevelt", "Roosevelt High School"),
    ("Escuela Preparatoria Roosevelt", "Roosevelt HS"),
    ("Condado de Los Ángeles", "LA County"),
    ("East LA", "East Los Angeles"),
    ("St. Louis", "Saint Louis"),
    ("Port St. Lucie", "Port Saint Lucie"),
]
APART = [
    ("First Street", "Fourth Street"),
    ("First Street", "First Avenue"),
    ("East Los Angeles", "Los Angeles"),
    ("Venice High", "Venice"),
    ("Roosevelt High School", "Roosevelt Middle School"),
    ("Fourth Street", "Forty Street"),
    ("Washington Boulevard", "Washington"),
]
STREETS = [
    ("E. Washington Blvd", "washington"),
    ("St. Andrews Place", "saint andrews"),
    ("Cesar E. Chavez Ave", "cesar chavez"),
    ("Martin Luther King Jr. Blvd", "martin luther king"),
    ("MLK Blvd", "martin luther king"),
    ("Washington Avenue", "washington"),
    ("Soto Street", "soto"),
    ("Calle Soto", "soto"),
    ("calle Cuarta", "4th"),
    ("la calle 4", "4th"),
    ("Cuarta", "4th"),
    ("4th", "4th"),
    ("Avenida Vermont", "vermont"),
    ("1st St E", "1st"),
    # nothing but type and direction: a name is left all the same
    ("Broadway", "broadway"),
    ("The Boulevard", "the"),
    ("East Street", "east"),
]
# Letters of English and Spanish place names; other scripts do not fold by case alone.
TEXTS = st.text("abcdefghijklmnopqrstuvwxyzáéíóúñü0123456789 .,-'&", max_size=40)


def bare(text: str) -> str:
    """The text without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@pytest.mark.parametrize(("one", "other"), ONE_KEY)
def test_two_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert names.fold(one) == names.fold(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert names.fold(one) != names.fold(other)


@pytest.mark.parametrize(("text", "key"), STREETS)
def test_a_street_is_known_without_its_direction_and_type(text: str, key: str) -> None:
    assert names.street_key(text) == key


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        ("First|1st|1ST|Primera|1a|1ra|1era|1.ª|1", "1st"),
        ("Fourth|4th|Cuarta|4ta|4a", "4th"),
        ("Seventh|7th|Séptima|7ma", "7th"),
        ("Eleventh|11th|Undécima|Decimoprimera", "11th"),
        ("Twenty-First|21st|vigésima primera|21", "21st"),
        ("Fifty-second|52nd|quincuagésima segunda", "52nd"),
        ("Ninetieth|90th|Nonagésima", "90th"),
        ("103rd|103", "103rd"),
    ],
)
def test_an_ordinal_is_one_in_words_in_figures_and_in_spanish(forms: str, key: str) -> None:
    for form in forms.split("|"):
        assert names.street_key(f"{form} St") == key


def test_a_highway_keeps_its_number() -> None:
    assert names.street_key("Highway 101") == "101"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Washington Blvd", "boulevard"),
        ("Calle Olvera", "street"),
        ("Avenida Vermont", "avenue"),
        ("Hoover", ""),
        ("Highway 101", "highway"),
    ],
)
def test_the_type_of_a_street_is_said_only_where_it_is_given(text: str, kind: str) -> None:
    assert names.street(text).type == kind


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_case_accents_and_outer_spaces_never_change_a_key(text: str) -> None:
    key = names.fold(text)
    assert names.fold(text.upper()) == key
    assert names.fold(bare(text)) == key
    assert names.fold(f"  {text}\t") == key


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_any_text_at_all_has_a_key_of_letters_digits_and_single_spaces(text: str) -> None:
    key = names.fold(text)
    assert key.split(" ") == key.split() or key == ""
    assert all(word.isalnum() and word.isascii() for word in key.split())
