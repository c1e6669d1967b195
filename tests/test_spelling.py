"""Slips of the pen: how many letters may be wrong, and what is never mended."""

from __future__ import annotations

import pytest

from mapper.spelling import Spellings, mended, most_slips


def nearest(key: str, *known: str) -> list[str]:
    """The known keys that a key can be a slip of."""
    return Spellings(known).nearest(key)


@pytest.mark.parametrize(("length", "slips"), [(0, 0), (4, 0), (5, 1), (8, 1), (9, 2), (40, 2)])
def test_a_longer_name_may_have_more_slips(length: int, slips: int) -> None:
    assert most_slips("x" * length) == slips


@pytest.mark.parametrize(
    "slip",
    ["fgueroa", "figuerroa", "figueroas", "fiqueroa", "figueora", "ifgueroa"],
)
def test_one_letter_may_be_missing_doubled_wrong_or_swapped(slip: str) -> None:
    assert nearest(slip, "figueroa", "flower", "florence") == ["figueroa"]


def test_two_wrong_letters_of_eight_are_another_name() -> None:
    assert nearest("figuarea", "figueroa") == []


@pytest.mark.parametrize(
    "slip", ["hollyywood", "hollywooood", "holiwwood", "hlolywodo", "hallywoods"]
)
def test_a_name_of_nine_letters_may_have_two_slips(slip: str) -> None:
    assert nearest(slip, "hollywood", "inglewood") == ["hollywood"]


def test_three_slips_are_another_name() -> None:
    assert nearest("hollliwwod", "hollywood") == []


@pytest.mark.parametrize("short", ["soto", "sota", "main", "vin", "la", ""])
def test_a_short_name_is_never_mended(short: str) -> None:
    assert nearest(short, "sotto", "maine", "vine", "lax") == []


def test_a_short_name_is_still_reached_from_a_longer_slip() -> None:
    assert nearest("sooto", "soto") == ["soto"]


@pytest.mark.parametrize(
    ("slip", "known"),
    [
        ("4th street", "5th street"),
        ("avenue 26", "avenue 36"),
        ("1st street bridge", "1st streets bridge 2"),
        ("district 7 headquarters", "district 8 headquarters"),
    ],
)
def test_a_number_is_never_a_slip(slip: str, known: str) -> None:
    assert nearest(slip, known) == []


@pytest.mark.parametrize("slip", ["wast adams", "west abams", "adams"])
def test_a_direction_is_never_a_slip(slip: str) -> None:
    assert "east adams" not in nearest(slip, "east adams")


def test_letters_beside_the_same_number_are_mended() -> None:
    assert nearest("magnolai 2", "magnolia 2", "magnolia 4") == ["magnolia 2"]


def test_two_names_equally_near_are_both_told() -> None:
    assert set(nearest("marlon", "marion", "marlow", "marianne")) == {"marion", "marlow"}


def test_the_nearer_of_two_names_is_the_only_one() -> None:
    assert nearest("montecitos", "montecito", "monticello") == ["montecito"]


def test_a_name_without_a_slip_is_itself() -> None:
    assert nearest("echo park", "echo park", "echo parks") == ["echo park"]


def test_nothing_known_is_nothing_near() -> None:
    assert nearest("figueroa") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("garfield hihg schol", "garfield hihg school"),
        ("soto stret", "soto street"),
        ("wilshire boulevrad", "wilshire boulevard"),
        ("figueroa", "figueroa"),
        ("", ""),
    ],
)
def test_only_generic_words_of_five_letters_are_mended(text: str, meant: str) -> None:
    assert mended(text, ["high", "school", "street", "boulevard"]) == meant
