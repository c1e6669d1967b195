"""Find out which columns of a publisher's file hold what, from their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapper.streets.loaders.result import RANGES

# Shapefiles cut the names of columns off after ten letters.
CUT = 10
# Columns that hold a whole name. What stands in the second list may lack direction and type.
FULL_NAMES = (
    "fullname", "fullstreetname", "streetfullname", "stfullname", "fullstname", "streetnamefull",
    "roadnamefull", "fullroadname", "fullrdname", "fullstreet", "namefull", "stnamefull",
    "completestreetname", "roadfullname", "rdfullname", "fulladdrname",
)  # fmt: skip
NAMES = (
    "streetname", "stname", "street", "roadname", "rdname", "road", "stnam", "strname", "strnam",
    "streetnam", "streetlabel", "stlabel", "roadlabel", "name", "nam", "label", "lstname", "base",
    "basename", "namebase", "stbase", "nombre", "calle", "linearname", "primaryname", "featname",
)  # fmt: skip
# The parts of a name in the order in which they are written, with the base name in the middle.
PARTS: dict[str, tuple[str, ...]] = {
    "pre_mod": ("stpremod", "premod", "premodifier", "premodifi"),
    "pre_dir": (
        "predir", "predirection", "predirect", "stpredir", "lstpredir", "tdir", "dir", "dirpre",
        "prefix", "prefixdir", "predirprefix", "stdir", "streetdir", "streetdirection", "stprefix",
        "prefixdirection", "fedirp", "preddir", "direction", "streetpred", "strpredir", "dirprefix",
    ),
    "pre_type": ("pretype", "stpretyp", "stpretype", "lstpretyp", "fetypep", "prefixtype"),
    "base": (),
    "type": (
        "stposttyp", "stpostyp", "stposttype", "posttype", "lsttyp", "lsttype", "sttype", "sttyp",
        "stsfx", "streettype", "streettyp", "type", "suftype", "suffixtype", "ftype", "roadtype",
        "rdtype", "rdtyp", "suffix", "sfx", "stsuffix", "streetsuffix", "streetsuf", "fetypes",
        "posttyp", "strtype", "stsuf", "suf",
    ),
    "post_dir": (
        "postdir", "postdirection", "postdirect", "stposdir", "stpostdir", "lstposdir", "sufdir",
        "suffixdir", "suffixdirection", "stsfxdir", "sfxdir", "fedirs", "dirsuf", "dirsuffix",
        "sufdirection", "sufdirect", "postd",
    ),
    "post_mod": ("stposmod", "stpostmod", "postmod", "postmodifier", "postmodifi"),
}  # fmt: skip
CITIES = (
    "city", "cityname", "muni", "municipality", "municipal", "municname", "place", "placename",
    "town", "incmuni", "juris", "jurisdiction", "postcomm", "msagcomm", "addrcity", "community",
)  # fmt: skip
IDS = (
    "tlid", "linearid", "segmentid", "segid", "physicalid", "assetid", "cnn", "cnntext", "nguid",
    "rclnguid", "fulltlid", "osmid", "osmwayid", "id", "globalid", "localid", "streetid",
    "centerlineid", "centerlinei", "objectid", "fid", "gid",
)  # fmt: skip
CLASSES = ("highway", "fclass", "mtfcc")
# A file of OpenStreetMap's data in another dress: Geofabrik, overpass turbo, QuickOSM, osmnx.
OSM_IDS = frozenset({"osmid", "osmwayid", "fullid"})

_NOUN = r"(?:street|str|st|road|rd|way)?"
_OTHER = (
    r"(?:alt|alternate|alternative|alias|aka|old|former|other|second|secondary|official|short|loc)"
)
_ALIAS = re.compile(
    rf"(?:full)?{_NOUN}{_OTHER}{_NOUN}(?:fullname|name|nam)\d?|{_NOUN}(?:alias|altname|aka)\d?"
    rf"|(?:full)?{_NOUN}(?:name|nam)(?:es|en|[1-9])|(?:full)?{_NOUN}(?:name|nam)(?:alias|alt)\d?"
)
_SIDE = r"(?P<side>left|lft|lf|l|right|rgt|rt|r)"
_END = r"(?P<end>nref|ref|from|fr|f|low|lo|min|1|to|t|high|hi|max|2)"
_FILL = r"(?:address|addr|add|adr|ad|housenumber|house|hnum|hn|number|num|no|range|rng|a)*"
_RANGE = [
    re.compile(rf"{_FILL}{first}{_FILL}{second}{_FILL}")
    for first, second in ((_SIDE, _END), (_END, _SIDE))
]
_FROM = frozenset({"ref", "from", "fr", "f", "low", "lo", "min", "1"})


@dataclass(frozen=True)
class Found:
    """Which columns hold what; () and {} for what the file does not have.

    ``full`` are columns that may hold a whole name, best first; ``parts`` the columns beside the
    base name, in the order of writing, with "" where the base name goes.
    """

    full: tuple[str, ...]
    base: tuple[str, ...]
    parts: tuple[str, ...]
    aliases: tuple[str, ...]
    ranges: dict[str, str]
    cities: tuple[str, ...]
    source_id: str
    class_: str
    is_osm: bool


def find(columns: Sequence[str]) -> Found:
    """What the columns of a street file are, as far as their names tell."""
    parts = {part: _first(columns, known) for part, known in PARTS.items()}
    held = [parts[part] for part in PARTS if parts[part]]
    return Found(
        # "STREETNAME" is a name in itself, and not what was left of "STREETNAMEFULL"
        full=tuple(name for name in _among(columns, FULL_NAMES) if plain(name) not in NAMES),
        base=tuple(_among(columns, NAMES)),
        parts=tuple(parts[part] for part in PARTS if parts[part] or part == "base") if held else (),
        aliases=tuple(column for column in columns if _ALIAS.fullmatch(plain(column))),
        ranges=ranges(columns),
        cities=_cities(columns),
        source_id=_first(columns, IDS),
        class_=_first(columns, CLASSES),
        is_osm=any(plain(column) in OSM_IDS for column in columns) or "@id" in columns,
    )


def plain(column: str) -> str:
    """A column's name without case and signs: ``"Full_Name"`` is ``"fullname"``."""
    return re.sub(r"[^a-z0-9]", "", column.casefold())


def _among(columns: Iterable[str], known: Sequence[str]) -> list[str]:
    """The columns that are known, in the order of what is known."""
    columns = list(columns)
    found = [column for name in known for column in columns if _is(column, name)]
    return list(dict.fromkeys(found))


def _first(columns: Iterable[str], known: Sequence[str]) -> str:
    """The first known column, or ""."""
    return next(iter(_among(columns, known)), "")


def _is(column: str, name: str) -> bool:
    """Whether a column has this name, or is what a shapefile left of it."""
    found = plain(column)
    return found == name or (
        len(column) == CUT and name.startswith(found) and len(found) > CUT // 2
    )


def _cities(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns of a city: one for both sides, else the left and the right."""
    both = _first(columns, CITIES)
    sides = [
        _first(columns, [form for name in CITIES for form in _sided(name, side)])
        for side in (("l", "left"), ("r", "right"))
    ]
    return (both,) if both else tuple(column for column in sides if column)


def _sided(name: str, words: tuple[str, ...]) -> list[str]:
    """The ways to say a name of one side: ``cityl``, ``lcity``, ``leftcity``."""
    return [form for word in words for form in (f"{name}{word}", f"{word}{name}")]


def ranges(columns: Iterable[str]) -> dict[str, str]:
    """The four columns of house numbers, by ``left_from`` and the like; all four or none.

    A name is read as a side, an end and filling words in any order (``L_F_ADD``, ``FromAddr_R``,
    ``RGTADD2``). The four belong together if they differ in side and end only.
    """
    sets: dict[str, dict[str, str]] = {}
    for column in columns:
        for pattern in _RANGE:
            if match := pattern.fullmatch(plain(column)):
                side = "left" if match["side"].startswith("l") else "right"
                end = "from" if match["end"] in _FROM else "to"
                found = sets.setdefault(_shape(match), {})
                found.setdefault(f"{side}_{end}", column)
                break
    return next((found for found in sets.values() if len(found) == len(RANGES)), {})


def _shape(match: re.Match[str]) -> str:
    """What is left of a column's name without its side and end."""
    marks = sorted([(match.span("side"), "S"), (match.span("end"), "E")])
    text, at = "", 0
    for (start, end), mark in marks:
        text, at = text + match.string[at:start] + mark, end
    return text + match.string[at:]
