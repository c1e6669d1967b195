"""Random walks on a grid, put into words and read back: the streets, the corners and the turns."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from mapper import directions
from mapper.model import Place, Placement, Position, distance_m
from mapper.routes.bearings import turn_of
from mapper.routes.stops import Finder
from mapper.routes.trace import trace
from mapper.routes.values import Traced
from mapper.streets.walks import Walks, from_crossings

pytestmark = pytest.mark.slow
SIZE, STEP, WEST, SOUTH = 9, 0.002, -118.0, 34.0
WALKS = 1_000
ENGLISH = {"": "marched along {street}", "left": "turned left onto {street}",
           "right": "turned right onto {street}"}  # fmt: skip
SPANISH = {"": "marcharon por la {street}", "left": "doblaron a la izquierda en la {street}",
           "right": "doblaron a la derecha en la {street}"}  # fmt: skip
NUMBERS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth".split()
TREES = "Oak Pine Elm Ash Cedar Maple Birch Willow Laurel".split()

Corner = tuple[int, int]  # column, row


def at(corner: Corner) -> Position:
    """Where a corner of the grid lies."""
    return Position(WEST + STEP * corner[0], SOUTH + STEP * corner[1])


@pytest.fixture(scope="module")
def walks() -> Walks:
    """A grid of numbered streets (east to west) and avenues named after trees."""
    rows = [
        {"street_a": f"{number} Street", "street_b": f"{tree} Avenue", "lon": at((x, y)).lon,
         "lat": at((x, y)).lat}
        for y, number in enumerate(NUMBERS)
        for x, tree in enumerate(TREES)
    ]  # fmt: skip
    return from_crossings(pd.DataFrame(rows))


def random_walk(chance: np.random.Generator) -> list[Corner]:
    """Corners of a walk that changes between streets and avenues, and never stands still."""
    x, y = map(int, chance.integers(SIZE, size=2))
    found, along_street = [(x, y)], chance.random() < 0.5
    for _ in range(int(chance.integers(2, 6))):
        if along_street:
            x = int(chance.choice([other for other in range(SIZE) if other != x]))
        else:
            y = int(chance.choice([other for other in range(SIZE) if other != y]))
        found.append((x, y))
        along_street = not along_street
    return found


def street_of(one: Corner, other: Corner, words: dict[str, str]) -> str:
    """The street that two corners share, as a language writes it."""
    spanish = words is SPANISH
    if one[1] == other[1]:
        number = NUMBERS[one[1]]
        return f"calle {number}" if spanish else f"{number} Street"
    return f"avenida {TREES[one[0]]}" if spanish else f"{TREES[one[0]]} Ave"


def told(walk: list[Corner], words: dict[str, str]) -> str:
    """A walk in words."""
    said = []
    for step, (one, other) in enumerate(pairwise(walk)):
        lines = [np.array([at(a), at(b)]) for a, b in ((walk[step - 1], one), (one, other))]
        angle = turn_of(*lines) if step else 0.0
        turn = "" if not step else "right" if angle > 0 else "left"
        said.append(words[turn].format(street=street_of(one, other, words)))
    return ", ".join(said)


def traced(walk: list[Corner], words: dict[str, str], walks: Walks) -> Traced:
    """What is made of the words of a walk, between its ends."""
    corners = dict(zip(("start", "end"), (walk[0], walk[-1]), strict=True))

    def locate(text: str) -> Placement:
        place = Place("a", "A", "landmark", at(corners[text]), 20.0)
        return Placement(text, "placed", "name", place)

    (branch,) = directions.read(told(walk, words)).branches
    return trace(branch.legs, ("start", "end"), Finder(locate, walks))


@pytest.mark.parametrize("words", [ENGLISH, SPANISH], ids=["en", "es"])
def test_random_walks_in_words_are_walked_again(words: dict[str, str], walks: Walks) -> None:
    chance = np.random.default_rng(4)
    lost = []
    for _ in range(WALKS):
        walk = random_walk(chance)
        found = traced(walk, words, walks)
        corners = [part.line[-1] for part in found.parts]
        wanted = [at(corner) for corner in walk[1:]]
        same = len(corners) == len(wanted) and all(
            distance_m(*pair) < 15 for pair in zip(corners, wanted, strict=True)
        )
        if not same:
            lost.append((told(walk, words), found.reason))
    assert len(lost) <= WALKS // 100, lost[:5]


def test_a_swapped_turn_in_the_words_is_never_drawn(walks: Walks) -> None:
    chance = np.random.default_rng(5)
    swapped = {"": ENGLISH[""], "left": ENGLISH["right"], "right": ENGLISH["left"]}
    for _ in range(200):
        assert traced(random_walk(chance), swapped, walks).parts == ()
