"""What holds of every description, whatever it says: tried with many made-up ones."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper import directions, names
from mapper.directions import KINDS, Leg

FEW = settings(max_examples=40, deadline=None, derandomize=True)
GENERATED = 1_200
# Streets as English and as Spanish words name them; a bare name is a street too.
ENGLISH = [
    "Fourth Street", "Soto Street", "First St.", "E. 1st St", "Cesar E. Chavez Ave", "Broadway",
    "Wilshire Blvd", "Grand Avenue", "Olympic Boulevard", "Hill", "5th", "Main St",
    "South Figueroa Street", "Los Angeles Street", "San Pedro St", "Martin Luther King Jr. Blvd",
    "Avenue 26", "Whittier Boulevard", "Vermont", "La Brea Ave", "Spring Street", "Temple",
]  # fmt: skip
SPANISH = [
    "la calle Cuarta", "la Primera", "la avenida César Chávez", "Broadway", "la calle Soto",
    "Wilshire", "Figueroa", "la calle 5", "el bulevar Olympic", "la Séptima", "Main Street",
    "la calle Los Ángeles", "Alvarado", "la calle Temple", "la avenida Vermont",
]  # fmt: skip
STARTS = ["They marched down {}", "Students walked along {}", "marched on {}", "Head up {}"]
INICIOS = ["Marcharon por {}", "Los estudiantes caminaron por {}", "Salieron y avanzaron por {}"]
TURNS = [
    "turned {turn} onto {}", "turned {turn} on {}", "made a {turn} onto {}", "took a {turn} on {}",
    "{turn} on {}", "hung a {turn} at {}", "veered {turn} onto {}", "turning {turn} at {}",
    "made a {turn} at the light at {}",
]  # fmt: skip
VUELTAS = [
    "doblaron a la {turn} en {}", "giraron a la {turn} en {}", "dieron vuelta a la {turn} en {}",
    "a la {turn} por {}", "viraron a la {turn} en {}",
]  # fmt: skip
JOINTS = [", ", ", then ", " and ", ". Then they ", ", and then ", "; "]
UNIONES = [", ", ", luego ", " y ", ". Después ", " y después ", "; "]
SIDES = {"derecha": "right", "izquierda": "left"}
WORDS = st.sampled_from(
    "marched walked turned right left north onto down from to toward past between and then of"
    " the at split one other closed police marcharon por no not"
    " doblaron derecha izquierda en la calle de a"
    " hasta desde entre y luego Soto First Street St. City Hall 101 4th , . ; \n - ( after before"
    " meet students gathered ended while downtown streets & / a".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
RANK = {"unknown": 0, "inferred": 1, "stated": 2}
SAMPLES = [
    "Marched down Fourth Street, turned right onto Soto Street and left onto First Street",
    "They walked north on Grand Avenue from Third Street to Temple Street, then east on Second",
    "gathered at Pershing Square, headed up Hill Street, past City Hall and along Main Street",
    "Marcharon por la avenida César Chávez, giraron a la derecha en la calle Décima hasta Soto",
    "One group took Spring Street; the other turned left on Main Street to City Hall",
]


def legs(text: str) -> list[Leg]:
    """The legs of all branches."""
    return [leg for branch in directions.read(text).branches for leg in branch.legs]


def gist(text: str) -> list[tuple[str, str, str, str]]:
    """What abbreviations, case and accents may not change."""
    return [
        (names.street_key(leg.street), leg.turn, leg.heading, leg.certainty) for leg in legs(text)
    ]


def put_into_words(dice: random.Random, *, spanish: bool) -> tuple[str, list[tuple[str, str]]]:
    """A random way in words, and its turns and streets."""
    pool, sides = (SPANISH, [*SIDES]) if spanish else (ENGLISH, ["right", "left"])
    first, *rest = dice.sample(pool, dice.randint(1, 4))
    text = dice.choice(INICIOS if spanish else STARTS).format(first)
    way = [("", first)]
    for street in rest:
        turn = dice.choice(sides)
        said = dice.choice(VUELTAS if spanish else TURNS).format(street, turn=turn)
        joints = UNIONES if spanish else JOINTS
        # "They left on Main" is a departure
        text += dice.choice(joints[:3] if said.startswith(turn) else joints) + said
        way.append((SIDES.get(turn, turn), street))
    return text + dice.choice(["", "."]), way


@pytest.mark.parametrize("spanish", [False, True], ids=["english", "spanish"])
def test_ways_put_into_words_are_read_back(spanish: bool) -> None:
    dice = random.Random(7)  # noqa: S311
    for _ in range(GENERATED):
        text, way = put_into_words(dice, spanish=spanish)
        found = [(leg.turn, names.street(leg.street)) for leg in legs(text)]
        assert found == [(turn, names.street(_bare(street))) for turn, street in way], text


def _bare(street: str) -> str:
    """A street without the Spanish article that stands before it."""
    return street.removeprefix("la ").removeprefix("el ")


@pytest.mark.parametrize("text", SAMPLES)
def test_case_and_accents_do_not_change_what_is_read(text: str) -> None:
    for other in (text.upper(), text.lower(), text.title(), names.plain(text)):
        assert gist(other) == gist(text), other


@pytest.mark.parametrize("text", SAMPLES)
def test_abbreviations_do_not_change_what_is_read(text: str) -> None:
    for full, short in (
        ("Street", "St."), ("Street", "St"), ("Avenue", "Ave."), ("avenida", "Av."),
        ("Fourth", "4th"), ("First", "1st"), ("Décima", "10a"), ("Third", "3rd"),
    ):  # fmt: skip
        assert gist(text.replace(full, short)) == gist(text), short


@pytest.mark.parametrize("text", SAMPLES)
def test_dropping_a_street_can_only_lower_certainty(text: str) -> None:
    whole = legs(text)
    for street in {leg.street for leg in whole if leg.street}:
        less = [leg.certainty for leg in legs(text.replace(street, "", 1))]
        assert less.count("stated") <= [leg.certainty for leg in whole].count("stated") - 1
        assert sum(map(RANK.__getitem__, less)) < sum(RANK[leg.certainty] for leg in whole)


@FEW
@given(TEXTS)
def test_roles_cover_each_word_once_and_legs_are_words_of_the_text(text: str) -> None:
    found = directions.read(text)
    ends = [0, *(role.span[1] for role in found.roles)]
    starts = [*(role.span[0] for role in found.roles), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert not any(sign.isalnum() and sign.isascii() for gap in gaps for sign in gap)
    assert {role.kind for role in found.roles} <= set(KINDS)
    assert found.unread == tuple(r.span for r in found.roles if r.kind == "unread")
    for branch in found.branches:
        assert [leg.order for leg in branch.legs] == list(range(1, len(branch.legs) + 1))
        for leg in branch.legs:
            assert leg.words == text[slice(*leg.span)] != ""


@FEW
@given(TEXTS)
def test_certainty_follows_from_what_is_named(text: str) -> None:
    for leg in legs(text):
        inferred = "inferred" if leg.start and leg.end else "unknown"
        assert leg.certainty == ("stated" if leg.street else inferred)


@FEW
@given(TEXTS)
def test_case_never_matters(text: str) -> None:
    if text.isascii():
        assert gist(text.upper()) == gist(text.lower())


@pytest.mark.parametrize(
    "text",
    ["\x00", "\ud800", "²³ marched down ²", "İstanbul ﬁ", "\u0301" * 9, "🙂" * 9,
     "marched down", "(" * 99, "turned right" * 50, "a" * 5_000, "1." * 999, "a.b.c." * 99,
     "marched down 4\u0301th St"],
)  # fmt: skip
def test_hostile_text_is_read_or_returned(text: str) -> None:
    assert directions.read(text).words == text


@pytest.mark.parametrize(
    "piece",
    [SAMPLES[0] + ". ", "Soto, ", "Soto and ", "turned right ", "marched after ", "the "],
)  # fmt: skip
def test_five_thousand_words_take_a_moment(piece: str) -> None:
    text = "marched down " + piece * (5_000 // len(piece.split()))
    begun = time.process_time()
    directions.read(text)
    assert time.process_time() - begun < 1.5
