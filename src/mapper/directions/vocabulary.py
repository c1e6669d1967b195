"""The words of names: what makes one a street, a place, or neither."""

from __future__ import annotations

import re

from mapper.directions import english, spanish
from mapper.names.lexicon import LEADING_TYPES, ORDINALS, SPANISH_HEADS, TYPE_WORDS

STOPS = english.STOPS | spanish.STOPS
ARTICLES = frozenset("the la el los las".split())
INDEFINITE = frozenset("a an un una unas another any every each".split())
# Kinds that are as often squares, bridges, paths: "Pershing Square".
_PLACE_TYPES = frozenset("square sq bridge brg puente row walk court crescent circle".split())
TYPES = frozenset(TYPE_WORDS) - _PLACE_TYPES
PLURALS = frozenset("streets avenues boulevards sts aves blvds calles avenidas".split())
LEADING = (LEADING_TYPES - _PLACE_TYPES) | {"calles", "avenidas"}
FREEWAYS = frozenset("us i interstate route highway sr".split())
# No street of its own: "down the street", "on the sidewalk".
ROADS = frozenset(
    "street streets road roads sidewalk sidewalks way lane lanes route calle calles camino acera"
    " banqueta ruta avenue avenues boulevard freeway avenida avenidas path alley alleys"
    " callejon".split()
)
# What stands before such a word and makes it no name.
ROADSIDE = frozenset(
    "the side next same city various several surrounding nearby downtown different residential"
    " local"
    " busy many public whole entire first-available varias diferentes distintas misma".split()
)
LIGHTS = frozenset(
    "light lights stoplight stoplights signal corner intersection traffic stop sign semaforo"
    " esquina"
    " interseccion cruce next alto proximo proxima".split()
)
MEASURES = frozenset(
    "block blocks mile miles km kilometer kilometers hour hours minute minutes yards feet meters"
    " cuadra cuadras milla millas hora horas minutos metros kilometros pm am people time times days"
    " weeks personas least".split()
)
COUNTED = MEASURES | frozenset(
    "two three four five six seven eight nine ten few several couple half dozen other more some"
    " dos tres cuatro cinco seis siete ocho nueve diez varias pocas unas par medio media otras otra"
    " un una a another".split()
)
# Names that an article belongs to, in Spanish sentences too: "por la Brea".
WITH_ARTICLE = frozenset("brea cienega tijera mirada habra crescenta canada".split()) | {
    "pueblo", "sereno"
}  # fmt: skip
# The last word (in Spanish the first) of what is a place and no street.
HEADS = (SPANISH_HEADS - LEADING_TYPES - {"highway", "freeway"}) | frozenset(
    "hall park plaza station school schools high hotel center centre building courthouse church"
    " library museum campus city downtown neighborhood neighborhoods district bridge river hills"
    " steps mall market square garden gardens cathedral hospital college university office offices"
    " headquarters jail prison theater theatre stadium statue monument memorial fountain heights"
    " village county town tunnel underpass overpass viaduct tracks field gate store mosque temple"
    " synagogue elementary preparatory academy capitol embassy consulate department facility area"
    " zone side edge beach pier harbor port airport crowd line checkpoint lot hs house apartments"
    " tower towers arena gym pool playground cemetery camp complex statehouse lawn community"
    " communities alcaldia ayuntamiento centro plazuela catedral carcel ciudad barrio barrios zona"
    " rio tribunal tribunales corte palacio mercado museo colegio consulado embajada kiosko"
    " monumento estatua teatro estadio oficina oficinas gradas escalinatas capitolio jardin lago"
    " colonia vecindario glorieta cabildo placita comunidad comunidades templo pueblo tunel"
    " corredor secundaria colinas puente hill ramp stairs staircase embankment riverbank trail"
    " aisle"
    " hallway hallways block line crosswalk middle sides islet grounds yard entrance".split()
)
# Places that need neither article nor name.
KNOWN = frozenset("downtown campus usc ucla".split())
# "La Hill" is a street in Spanish: no Spanish word for a place.
ENGLISH_HEADS = frozenset("hill park market court college field gate tower county".split())
# Names that end as Spanish infinitives do.
LIKE_INFINITIVES = frozenset(
    "cesar omar oscar edgar lamar mar bolivar aguilar escobar salazar altar bazar hoover spencer"
    " baker walker river center miller carter wheeler flower parker turner tower alexander".split()
)
SQUARES = frozenset({"square", "sq"})
CARRIERS = frozenset("bridge viaduct tunnel overpass underpass puente viaducto tunel".split())
# What students leave, and no place on a map.
ROOMS = frozenset("aulas salones clases salon class classes classrooms desks pupitres".split())
GOES_ON = HEADS | TYPES | {"bridge", "viaduct"}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|ra|da|ta|ma|va|na|a)")
_VERBISH = re.compile(r"\w{2,}(?:[^e]ed|ing|aron|ieron|ando|iendo)")
# Names that look like verbs.
_NAMES = frozenset(
    "united unified sacred alfred mildred winifred hundred king spring sterling fleming browning"
    " harding building landing crossing wing ring reading flushing aaron sharon baron fernando"
    " hernando orlando armando rolando parking pershing".split()
)


def is_ordinal(key: str) -> bool:
    """Whether a word numbers a street: "4th", "fourth", "cuarta"."""
    return key in ORDINALS or bool(_ORDINAL.fullmatch(key))


def is_verbish(key: str) -> bool:
    """Whether a word has the look of a verb: "chanting", "gritaron"."""
    return bool(_VERBISH.fullmatch(key)) and key not in _NAMES


def kind_of(keys: list[str], *, article: bool) -> str:
    """What the words of a noun name: ``street``, ``place``, ``road``, ``light``, ``bare`` or "".

    ``road`` is a street without a name, ``bare`` a name that says not what it is, "" nothing.
    """
    last = keys[-1]
    if last in MEASURES or (len(keys) == 1 and last in INDEFINITE):
        return ""
    if LIGHTS.issuperset(keys):
        return "light"
    if _is_road(keys):
        return "road"
    if _is_street(keys, article=article):
        return "street"
    numbered = keys[0][0].isdigit() and not (last in HEADS and is_ordinal(keys[0]))
    if numbered or is_verbish(keys[0]):
        return ""
    return _kind_of_name(keys, article=article)


def _is_road(keys: list[str]) -> bool:
    """Whether the words speak of streets and name none: "various streets", "streets of Dallas"."""
    of = next((at for at, key in enumerate(keys) if key in ("of", "de", "del")), len(keys))
    leading = keys[0] in LEADING and keys[0] not in PLURALS  # "Avenue of the Stars"
    head = keys[:of]
    return (
        bool(head)
        and (head[-1] in ROADS)
        and not (of < len(keys) and leading)
        and (ROADSIDE | ROADS | INDEFINITE).issuperset(head)
    )


def _is_street(keys: list[str], *, article: bool) -> bool:
    """Whether the words say themselves that they name a street."""
    first, last = keys[0], keys[-1]
    if len(keys) == len(("calle", "temple")) and first in LEADING:
        return True
    if last in HEADS or (first in HEADS and len(keys) > 1 and last not in TYPES):
        return False
    typed = len(keys) > 1 and (last in TYPES | PLURALS or first in LEADING or keys[-2] in TYPES)
    if typed or (first in FREEWAYS and len(keys) > 1 and any(key[0].isdigit() for key in keys)):
        return True
    number = last.isdecimal() and len(keys) == 1 and article
    return number or (is_ordinal(last) and (len(keys) == 1 or not is_verbish(first)))


def _kind_of_name(keys: list[str], *, article: bool) -> str:
    """``place`` or ``bare``, "" where no name is as long."""
    headed = keys[-1] in HEADS or (keys[0] in HEADS and len(keys) > 1)
    if headed and (article or len(keys) > 1 or keys[0] in KNOWN):
        return "place"
    if keys[0] in ("downtown", "little") or keys[-1].endswith("town"):
        return "place"
    return "bare" if len(keys) <= len("name") else ""
