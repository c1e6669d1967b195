"""The short forms and the Spanish words of place names, as tables."""

from __future__ import annotations

# Kinds of streets, the full word first: USPS Publication 28, appendix C1, the kinds that street
# files use most, and their Spanish words.
STREET_TYPES = {
    "street": "st str sts streets calle calles",
    "avenue": "ave av aven aves avenues avenida avenidas avda",
    "boulevard": "blvd bl blv boul blvds boulevards bulevar bulevard",
    "road": "rd carretera",
    "drive": "dr drv",
    "lane": "ln",
    "place": "pl",
    "court": "ct",
    "terrace": "ter terr",
    "circle": "cir",
    "parkway": "pkwy pky",
    "highway": "hwy hiway",
    "freeway": "fwy autopista",
    "expressway": "expy expwy",
    "square": "sq",
    "trail": "trl",
    "alley": "aly callejon",
    "way": "wy",
    "walk": "",
    "row": "",
    "crescent": "cres",
    "bridge": "brg puente",
}
DIRECTIONS = {
    "north": "n norte",
    "south": "s sur",
    "east": "e este",
    "west": "w oeste",
    "northeast": "ne noreste nordeste",
    "northwest": "nw noroeste",
    "southeast": "se sureste sudeste",
    "southwest": "sw suroeste sudoeste",
}
# Short forms and Spanish words in any place name.
COMMON = {
    "and": "&",
    "high": "hs shs highschool preparatoria prepa",
    "elementary": "elem",
    "middle": "ms",
    "university": "univ universidad",
    "park": "parque pk",
    "county": "cnty condado",
    "station": "sta estacion",
    "library": "biblioteca",
    "church": "iglesia",
    "center": "ctr centre",
    "square": "sq",
    "heights": "hts hgts",
    "junction": "jct",
    "fort": "ft",
    "mount": "mt",
    "building": "bldg edificio",
    "school": "sch escuela",
    "courthouse": "juzgado",
}
# Where a Spanish name begins with its kind, English puts it last: Parque X, X Park.
SPANISH_HEADS = frozenset(
    "parque preparatoria prepa secundaria escuela universidad condado estacion biblioteca iglesia"
    " calle avenida avda bulevar bulevard autopista freeway highway puente edificio juzgado".split()
)
# The kinds of streets that may stand before the name: Avenue 26, Calle Soto. Not "St. Andrews".
LEADING_TYPES = frozenset(
    "avenue ave av avenida avenidas avda calle calles callejon bulevar bulevard blvd boulevard"
    " carretera highway hwy autopista puente".split()
)
# Words between a Spanish head and the name that it governs.
LINKS = frozenset(("de", "del"))

ENGLISH_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SPANISH_ONES = (
    "primer segund tercer cuart quint sext septim octav noven decim undecim duodecim decimotercer"
    " decimocuart decimoquint decimosext decimoseptim decimooctav decimonoven"
).split()
SPANISH_TENS = (
    "vigesim trigesim cuadragesim quincuagesim sexagesim septuagesim octogesim nonagesim"
).split()


def ordinal(number: int) -> str:
    """The number as English writes it in a street's name: 1st, 2nd, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def _ordinals() -> dict[str, str]:
    """Each single word for an ordinal from 1st to 99th, English and Spanish (no accents).

    In Spanish only the feminine, as a calle or avenida has it: El Segundo is a town and a street.
    """
    found = {word: ordinal(number) for number, word in enumerate(ENGLISH_ONES, 1)}
    found |= {f"{stem}a": ordinal(number) for number, stem in enumerate(SPANISH_ONES, 1)}
    found |= {"decimoprimera": "11th", "decimosegunda": "12th"}
    for tens, (word, stem) in enumerate(zip(ENGLISH_TENS, SPANISH_TENS, strict=True), 2):
        found[word.removesuffix("y") + "ieth"] = ordinal(10 * tens)
        found[f"{stem}a"] = ordinal(10 * tens)
    return found


def _levelled(table: dict[str, str]) -> dict[str, str]:
    """Each short form to its full word."""
    return {short: full for full, shorts in table.items() for short in shorts.split()}


ORDINALS = _ordinals()
TYPES = frozenset(STREET_TYPES)
TYPE_WORDS = _levelled(STREET_TYPES) | {word: word for word in STREET_TYPES}
DIRECTION_WORDS = _levelled(DIRECTIONS) | {word: word for word in DIRECTIONS}
WORDS = _levelled(STREET_TYPES) | _levelled(COMMON) | ORDINALS
# The first word of a two-word ordinal: "twenty" of "twenty first", "vigesima" likewise.
TENS = {word: tens for tens, word in enumerate(ENGLISH_TENS, 2)} | {
    f"{stem}a": tens for tens, stem in enumerate(SPANISH_TENS, 2)
}
