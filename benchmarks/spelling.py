"""Measure misspellings: how near names lie to each other, and how many slips are mended.

    python benchmarks/spelling.py

For the folded names of ``geo/gazetteer.csv`` and ``geo/us_places.csv``, state by state, it prints
by length the share of names that have another place's name within 1 and 2 slips, and what becomes
of a name with 1 or 2 random slips if 1 or 2 are forgiven (docs/method.md, section 2).
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from mapper import gazetteer, names

GEO = Path(__file__).parents[1] / "geo"
LENGTHS = ((1, 4), (5, 6), (7, 8), (9, 10), (11, 14), (15, 99))
SLIPS = (1, 2)
Table = npt.NDArray[np.int32]


def main() -> None:
    """Print the two tables."""
    pairs = pd.concat([_pairs(keys) for keys in _states()], ignore_index=True)
    band = pd.cut(pairs["length"], [0, *(most for _, most in LENGTHS)], labels=_labels())
    print(f"{'letters':>8}{'names':>8}" + "".join(f"{f'within {k}':>12}" for k in SLIPS))
    for label, rows in pairs.groupby(band, observed=True):
        told = "".join(f"{(rows['nearest'] <= slips).mean():>12.1%}" for slips in SLIPS)
        print(f"{label:>8}{len(rows):>8,}{told}")
    print(f"{'all':>8}{len(pairs):>8,}")
    chance = np.random.default_rng(1)
    for slips in SLIPS:
        made = pd.concat([_outcomes(keys, slips, chance) for keys in _states()], ignore_index=True)
        _print_outcomes(made, slips)


def _print_outcomes(made: pd.DataFrame, slips: int) -> None:
    """What became of names with some slips, by length."""
    heads = [f"{what} ({most})" for most in SLIPS for what in ("right", "unclear", "another")]
    print(f"\n{slips} random slip(s); if at most 1 or 2 are forgiven\n{'letters':>8}", end="")
    print("".join(f"{head:>13}" for head in heads))
    band = pd.cut(made["length"], [0, *(most for _, most in LENGTHS)], labels=_labels())
    for label, rows in made.groupby(band, observed=True):
        shares = [
            (rows[f"forgiven_{most}"] == what).mean()
            for most in SLIPS
            for what in ("right", "unclear", "another")
        ]
        print(f"{label:>8}" + "".join(f"{share:>13.1%}" for share in shares))


def _states() -> Iterator[dict[str, frozenset[str]]]:
    """The names of each state, each with the ids of its places."""
    own, _ = gazetteer.read(GEO / "gazetteer.csv")
    rows = pd.concat([own, gazetteer.read_us(GEO / "us_places.csv")], ignore_index=True)
    for _, table in rows[rows["state"] != ""].groupby("state"):
        found: dict[str, set[str]] = {}
        for row in table[["place_id", "name", "aliases"]].itertuples(index=False):
            for text in filter(None, [row.name, *row.aliases.split("|")]):
                found.setdefault(names.fold(text), set()).add(row.place_id)
        yield {key: frozenset(ids) for key, ids in sorted(found.items())}


def _pairs(keys: dict[str, frozenset[str]]) -> pd.DataFrame:
    """Each name with its length and the slips to the nearest name of another place."""
    every, apart = list(keys), _apart(list(keys), list(keys))
    for one, row in enumerate(apart):
        near = np.flatnonzero(row <= max(SLIPS))
        same = [other for other in near if keys[every[one]] & keys[every[other]]]
        apart[one, same] = max(SLIPS) + 1
    return pd.DataFrame({"length": list(map(len, every)), "nearest": apart.min(axis=1)})


def _outcomes(
    keys: dict[str, frozenset[str]], slips: int, chance: np.random.Generator
) -> pd.DataFrame:
    """Each name with random slips: found alone, among several, or another instead of it."""
    every = list(keys)
    texts = [_slipped(key, slips, chance) for key in every]
    apart = _apart(texts, every)
    rows = []
    for one, row in enumerate(apart):
        least = row.min()
        found = {place for other in np.flatnonzero(row == least) for place in keys[every[other]]}
        held = keys[every[one]]
        what = "right" if found <= held else "unclear" if found & held else "another"
        rows.append([len(texts[one]), *(what if least <= most else "none" for most in SLIPS)])
    return pd.DataFrame(rows, columns=["length", *(f"forgiven_{most}" for most in SLIPS)])


def _apart(texts: list[str], keys: list[str]) -> Table:
    """The slips between texts and names; those with other numbers in them are apart."""
    most = max(SLIPS)
    found = process.cdist(texts, keys, scorer=OSA.distance, score_cutoff=most, dtype=np.int32)
    for one, other in zip(*np.nonzero(found <= most), strict=True):
        if _numbers(texts[one]) != _numbers(keys[other]):
            found[one, other] = most + 1
    return found


def _numbers(key: str) -> list[str]:
    """The words of a name that are not letters alone."""
    return [word for word in key.split() if not word.isalpha()]


def _slipped(key: str, slips: int, chance: np.random.Generator) -> str:
    """A name exactly so many slips away; as it is where it has fewer letters than that."""
    spots = [spot for spot, sign in enumerate(key) if sign.isalpha()]
    while len(spots) > slips:
        text = key
        for _ in range(slips):
            text = _slip(text, int(chance.choice(spots)) % len(text), chance)
        if OSA.distance(key, text) == slips:
            return text
    return key


def _slip(text: str, spot: int, chance: np.random.Generator) -> str:
    """A text with one letter lost, added, changed, or swapped with the next."""
    letter = str(chance.choice(list(string.ascii_lowercase)))
    return [
        text[:spot] + text[spot + 1 :],
        text[:spot] + letter + text[spot:],
        text[:spot] + letter + text[spot + 1 :],
        text[:spot] + text[spot + 1 : spot + 2] + text[spot] + text[spot + 2 :],
    ][int(chance.integers(4))]


def _labels() -> list[str]:
    """The bands of length in words."""
    return [f"{least}+" if most == LENGTHS[-1][1] else f"{least}-{most}" for least, most in LENGTHS]


if __name__ == "__main__":
    main()
