"""The way of a march as moments: evenly, ends of legs among them, and never a length not said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper import i18n, playback
from mapper.model import Position, distance_m
from mapper.ui.marches import player

CORNER = [-118.20, 34.04]


def leg(length: float, line: list[list[float]], *, is_open: bool = False) -> dict[str, Any]:
    """A leg as the ledger gives it, as far as it is needed."""
    return {"length_m": length, "line": line, "open_end": is_open}


WAY = [
    leg(900, [[-118.21, 34.04], [-118.205, 34.04], CORNER]),
    leg(1100, [CORNER, [-118.20, 34.05]]),
    leg(100, [[-118.20, 34.05], [-118.20, 34.051]], is_open=True),
]
MIDDLE, NORTH = [-118.205, 34.04], [-118.20, 34.05]


def piece(start: list[float], end: list[float]) -> dict[str, Any]:
    """A drawn piece."""
    return {"start": start, "end": end}


PIECES = [
    [piece([-118.21, 34.04], MIDDLE), piece(MIDDLE, CORNER)],
    [piece(CORNER, [-118.20, 34.043]), piece([-118.20, 34.047], NORTH)],
    [piece(NORTH, [-118.20, 34.051])],
]


def test_the_way_begins_at_nothing_and_ends_at_its_length() -> None:
    found = playback.moments(WAY)
    assert (found[0].leg, found[0].share, found[0].walked_m) == (0, 0.0, 0.0)
    assert (found[-1].leg, found[-1].share, found[-1].walked_m) == (2, 1.0, 2000.0)


def test_a_block_of_an_open_end_adds_no_length_and_says_so() -> None:
    found = [moment for moment in playback.moments(WAY) if moment.leg == 2]
    assert found
    assert all(moment.is_open and moment.walked_m == 2000.0 for moment in found)


@given(st.lists(st.floats(0, 20_000), min_size=1, max_size=30))
def test_moments_never_go_back_and_every_leg_is_walked_to_its_end(lengths: list[float]) -> None:
    found = playback.moments([leg(length, WAY[1]["line"]) for length in lengths])
    walked = [moment.walked_m for moment in found]
    assert walked == sorted(walked)
    assert [moment.leg for moment in found if moment.share == 1.0] == list(range(len(lengths)))
    assert len(found) <= playback.MOMENTS + 2 * len(lengths) + 1


@given(st.lists(st.tuples(st.floats(0, 20_000), st.booleans()), min_size=1, max_size=30))
def test_no_two_moments_are_called_the_same(lengths: list[tuple[float, bool]]) -> None:
    way = [leg(length, WAY[1]["line"], is_open=is_open) for length, is_open in lengths]
    found = playback.moments(way)
    called = [player._far(found, at, i18n.words("en")) for at in range(len(found))]
    assert len(set(called)) == len(called)


def test_a_step_goes_to_the_end_of_a_leg_and_stops_at_both_ends() -> None:
    found = playback.moments(WAY)
    on = [at := 0, *(at := playback.turned(found, at, 1) for _ in range(4))]
    assert [found[i].leg for i in on[1:]] == [0, 1, 2, 2]
    back = [at := playback.turned(found, at, -1) for _ in range(4)]
    assert back == [on[2], on[1], 0, 0]


def test_a_step_from_inside_a_leg_goes_to_its_own_ends() -> None:
    found = playback.moments(WAY)
    first_end = playback.turned(found, 0, 1)
    assert playback.turned(found, 3, 1) == first_end
    assert playback.turned(found, 3, -1) == 0


def test_the_head_is_on_the_line() -> None:
    middle = playback.Moment(0, 0.5, 450, is_open=False)
    assert distance_m(playback.head(WAY, middle), Position(-118.205, 34.04)) < 1
    start = playback.moments(WAY)[0]
    assert distance_m(playback.head(WAY, start), Position(-118.21, 34.04)) < 1


def test_nothing_is_walked_at_the_beginning_and_everything_at_the_end() -> None:
    found = playback.moments(WAY)
    assert playback.walked(PIECES, found[0]) == []
    assert playback.walked(PIECES, found[-1]) == [piece for leg in PIECES for piece in leg]


@pytest.mark.parametrize(
    ("share", "ends"), [(0.15, [34.0415]), (0.5, [34.043]), (0.85, [34.043, 34.0485])]
)
def test_the_last_piece_is_cut_and_gaps_are_walked_too(share: float, ends: list[float]) -> None:
    moment = playback.Moment(1, share, 0, is_open=False)
    cut = playback.walked(PIECES, moment)[len(PIECES[0]) :]
    assert [piece["end"][1] for piece in cut] == pytest.approx(ends, abs=2e-5)
