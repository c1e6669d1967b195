"""The forms of verbs, levelled, and the words of the compass, for the tables of phrases."""

from __future__ import annotations

from mapper.names.lexicon import DIRECTIONS

# {(kind, value): phrases parted by "|"}. What each kind does: mapper.directions.walk.
Table = dict[tuple[str, str], str]

_AR = "ar o aron a an aba aban amos abamos ando ado ara aran aremos e en arse".split()
_IR = "ir er io ieron e en ia ian imos iendo ido ira iran iremos a an".split()
_BOUND = ("north", "south", "east", "west")  # "NB Broadway"
_POLES = {"east": ["oriente"], "west": ["poniente", "occidente"]}


def english(stems: str) -> str:
    """The forms of regular verbs: "march", and "parade" given as "parad-"."""
    found = []
    for stem in stems.split():
        bare, mute = stem.removesuffix("-"), stem.endswith("-")
        ends = ("e", "es", "ed", "ing") if mute else ("", "s", "es", "ed", "ing")
        found += [bare + end for end in ends]
    return "|".join(found)


def spanish(ar_stems: str, ir_stems: str = "") -> str:
    """The forms of verbs in -ar, and of those in -er and -ir; "marchó" is levelled to "marcho"."""
    found = [stem + end for stem in ar_stems.split() for end in _AR]
    return "|".join(found + [stem + end for stem in ir_stems.split() for end in _IR])


def crossed(firsts: str, seconds: str) -> str:
    """Each first phrase with each second, both lists parted by "|"."""
    return "|".join(
        f"{first} {second}".strip() for first in firsts.split("|") for second in seconds.split("|")
    )


def compass(leads: str, endings: str, *, spanish_words: bool) -> Table:
    """Compass words: ``heading`` where they are nothing else, ``pole`` where a name may begin."""
    found: Table = {}
    for name, forms in DIRECTIONS.items():
        words = [form for form in forms.split() if len(form) > len("ne")] + _POLES.get(name, [])
        words = words if spanish_words else [name]
        full = crossed(leads, "|".join(words))
        ended = [word + end for word in words for end in endings.split("|") if end]
        bound = [f"{name[0]}b"] if name in _BOUND and not spanish_words else []
        found["heading", name] = "|".join([full, *ended, *bound])
        found["pole", name] = "|".join([*words, *(() if spanish_words else forms.split()[:1])])
    return found
