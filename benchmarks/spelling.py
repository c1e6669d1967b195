"""Measure misspellings: how near names lie to each other, and how many slips are mended.

    python benchmarks/spelling.py

For the names of ``geo/gazetteer.csv`` and ``geo/us_places.csv``, state by state, it prints by the
length of their distinctive words (``mapper.spelling.parted``) the share that has another place's
name within 1 and 2 slips, and what becomes of a name with 1 or 2 random slips if 1 or 2 are
forgiven (docs/method.md, section 2).
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
from mapper.spelling import parted

GEO = Path(__file__).parents[1] / "geo"
LENGTHS = ((1, 4), (5, 6), (7, 8), (9, 10), (11, 14), (15, 99))
SLIPS = (1, 2)
Names = dict[str, frozenset[str]]
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


def _states() -> Iterator[Names]:
    """The names of a state that share their common words: distinctive words and ids of places."""
    own, _ = gazetteer.read(GEO / "gazetteer.csv")
    rows = pd.concat([own, gazetteer.read_us(GEO / "us_places.csv")], ignore_index=True)
    for _, table in rows[rows["state"] != ""].groupby("state"):
        groups: dict[str, dict[str, set[str]]] = {}
        for row in table[["place_id", "name", "aliases"]].itertuples(index=False):
            for text in filter(None, [row.name, *row.aliases.split("|")]):
                words, shared = parted(names.fold(text))
                if words:
                    groups.setdefault(shared, {}).setdefault(words, set()).add(row.place_id)
        for _, group in sorted(groups.items()):
            yield {words: frozenset(ids) for words, ids in sorted(group.items())}


def _pairs(group: Names) -> pd.DataFrame:
    """Each name with its length and the slips to the nearest name of another place."""
    every, apart = list(group), _apart(list(group), list(group))
    for one, row in enumerate(apart):
        near = np.flatnonzero(row <= max(SLIPS))
        same = [other for other in near if group[every[one]] & group[every[other]]]
        apart[one, same] = max(SLIPS) + 1
    return pd.DataFrame({"length": list(map(len, every)), "nearest": apart.min(axis=1)})


def _outcomes(group: Names, slips: int, chance: np.random.Generator) -> pd.DataFrame:
    """Each name with random slips: found alone, among several, or another instead of it."""
    every = list(group)
    texts = [_slipped(key, slips, chance) for key in every]
    rows = []
    for one, row in enumerate(_apart(texts, every)):
        least = row.min()
        found = {place for other in np.flatnonzero(row == least) for place in group[every[other]]}
        held = group[every[one]]
        what = "right" if found <= held else "unclear" if found & held else "another"
        rows.append([len(texts[one]), *(what if least <= most else "none" for most in SLIPS)])
    return pd.DataFrame(rows, columns=["length", *(f"forgiven_{most}" for most in SLIPS)])


def _apart(texts: list[str], keys: list[str]) -> Table:
    """The slips between texts and names, up to one more than are forgiven."""
    return process.cdist(texts, keys, scorer=OSA.distance, score_cutoff=max(SLIPS), dtype=np.int32)


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
