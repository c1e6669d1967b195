"""The gold set of place texts: what is promised of accuracy, held (table in docs/method.md)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests import gold_score
from tests.gold_score import Score

pytestmark = pytest.mark.slow
MOST_WRONG, LEAST_HELD, LEAST_AS_FINE = 0.01, 0.95, 0.90


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    """Every row that needs no file from outside."""
    return gold_score.scores()


def share(part: Sequence[object], whole: Sequence[object]) -> float:
    """One as a share of the other."""
    return len(part) / len(whole)


def test_the_set_is_large_enough_to_promise_anything(scores: list[Score]) -> None:
    assert len(scores) > 600
    assert len({score.kind for score in scores}) > 10


def test_at_most_one_text_in_a_hundred_is_placed_wrong(scores: list[Score]) -> None:
    wrong = [(score.gold_id, score.text) for score in scores if score.outcome == "wrong"]
    assert share(wrong, scores) <= MOST_WRONG, wrong


def test_the_radius_holds_the_truth(scores: list[Score]) -> None:
    off = [score for score in scores if score.error_m is not None]
    held = [s for s in off if s.found.place and s.error_m <= s.found.place.uncertainty_m]
    assert share(held, off) >= LEAST_HELD


def test_most_texts_are_placed_as_finely_as_they_say(scores: list[Score]) -> None:
    placeable = [score for score in scores if score.expected == {"placed"}]
    right = [score for score in placeable if score.outcome == "right"]
    assert share(right, placeable) >= LEAST_AS_FINE


def test_no_text_of_a_home_is_finer_than_its_neighborhood(scores: list[Score]) -> None:
    homes = [score for score in scores if score.kind == "home"]
    assert homes
    assert [score.text for score in homes if score.outcome == "wrong"] == []
