"""The words around a place's name, English and Spanish, as patterns of levelled text.

Levelled: lower case without accents (:func:`mapper.places.readings.level`).
"""

from __future__ import annotations

import re

# What happened, who was there: no part of a place. A closed list.
_EVENTS = (
    "walk-?outs?|march(?:es)?|rall(?:y|ies)|protests?|demonstrations?|vigils?|gatherings?|students?"
    "|crowds?|protesters?|marchers?|demonstrators?|people|pickets?|strikes?|sit-ins?|caravans?"
    "|processions?|press conference|marchas?|protestas?|manifestacion(?:es)?|huelgas?|vigilias?"
    "|(?:they |we |students )?(?:marched|marching|walked(?: out)?|rallied|gathered|protested|met)"
    "|marcharon|caminaron|se reunieron|protestaron|mitin|concentracion"
    "|estudiantes|alumnos|manifestantes|salida|planton|caravana|paro"
)
_WHOSE = "(?:(?:a|an|the|una?|el|la|los|las|student|students'|youth|immigrant[- ]rights) )*"
# How something stood to a place. They name no place.
_LEADS = (
    "on the (?:front )?(?:steps|lawn) of|(?:front )?(?:steps|lawn|entrance) of|steps|in front of"
    "|outside of|outside|at the intersection of|intersection of|at the corner of|corner of|corner"
    "|(?:the )?(?:[ns][ew]|(?:north|south)(?:east|west)) corner(?: of)?|(?:the )?junction of"
    "|(?:por )?las calles del?|on|at|in|inside|through|across|to|from|towards?|now"
    "|the streets of"
    "|streets of|the entire|entire|the city of|city of|an|a|the|by|before"
    "|en las escalinatas del?|(?:las )?escalinatas del?|(?:en )?(?:las )?gradas del?|enfrente del?"
    "|en frente del?"
    "|frente al?|delante del?|a las puertas del?|afuera del?|fuera del?|en la interseccion de"
    "|(?:la )?interseccion de|en la esquina de|(?:la )?esquina de|en el cruce de|(?:el )?cruce de"
    "|ante|en|desde|hasta|hacia|del?|al?|el|la|los|las|(?:el )?barrio(?: de)?|la ciudad de"
    "|ciudad de|el centro de la ciudad de|la zona de|el campus del?|campus of"
    "|(?:the )?parking lot (?:of|at)"
    "|(?:el )?estacionamiento del?"
    "|(?:la )?escuela(?: superior)?|(?:el )?colegio"
)
# The same, and what follows may be a street by its bare name: "along Soto", "por la Soto".
_STREET_LEADS = "along|all along|down|up|on|the length of|a lo largo de|por|sobre|por toda"
# Not at it, but close.
_NEAR = (
    "(?:the )?streets around|around|near|close to|next to"
    "|(?:(?:a|one|two) )?blocks? "
    "(?:(?:north|south|east|west) )?(?:from|of)"
    "|across (?:the street )?from"
    "|(?:the )?area around|cerca del?|alrededor del?|(?:las )?calles alrededor del?|junto al?"
    "|al lado del?|a (?:una|dos|tres|unas) cuadras? del?|cruzando la calle del?"
)
# When it was: no part of a place.
_DAYS = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
    "|today|tomorrow|yesterday|tonight|hoy|manana|ayer|noon|midday|midnight|mediodia"
    "|(?:this |last |next )?(?:morning|afternoon|evening|night|week|weekend)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?"
    r"(?:,? \d{4})?"
    r"|\d{1,2} de [a-z]+(?: de \d{4})?|\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:19|20)\d\d"
    r"|(?:a las |at |around |about )?\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?|hrs?)"
    r"|a las \d{1,2}(?::\d\d)?"
    r"|at \d{1,2}:\d\d|\d{1,2}:\d\d"
)
TIME = re.compile(rf"^(?:on |at |el |la |este |esta )?(?:{_DAYS})(?:[\s,:-]+|$)")
LAST_TIME = re.compile(rf"[\s,;–-]+(?:on |at |el |this |esta? )?(?:{_DAYS})$")
# The text says that it was not there, or how far from it.
NEGATED = re.compile(
    r"(?:^|, )no (?:en|fue|era|es|estaba)\b|\bno fue\b|\bsin llegar\b|\b(?:aren|weren|didn)'t\b"
    r"|\b(?:tampoco|ningun\w*|postponed|pospuest\w*|no (?:walkout|march|rally|protest))\b"
    r"|\b(?:not|isn't|wasn't|no longer|never|cancel\w*|nowhere near|instead of|except|other than"
    r"|nunca|cancelad\w*|lejos de|far from|miles? (?:from|of|away|north|south|east|west)|millas?"
    r"|km|kilomet\w+|halfway|a medio camino|ya no|en vez de|excepto)\b"
)
OUTSIDE = re.compile(r"\b(?:outside|fuera|afuera|away from)\b")
NEAR_BEFORE = re.compile(r"\b(?:near|cerca del?)\s*$")
SCHOOL = re.compile(r"\b(?:school|escuela|colegio)\b")
EVENT = re.compile(rf"^{_WHOSE}(?:{_EVENTS})(?:\s+(?:of|de|del)(?=\s))?(?:\s+|$)")
LEAD = re.compile(rf"^(?:{_LEADS})\s+(?=\S)")
STREET_LEAD = re.compile(rf"^(?:{_STREET_LEADS})\s+(?=\S)")
NEAR = re.compile(rf"^(?:{_NEAR})\s+(?=\S)")
# What may follow a name and leaves it the same place.
TAIL = re.compile(
    r"[\s,(–-]+(?:area|zona|campus|plantel|parking lot|estacionamiento|main entrance|front entrance"
    r"|entrance|entrada|front steps|steps|escalinatas|front lawn|intersection|interseccion"
    r"|walk-?outs?|march|rally|protest|vigil|demonstration|marcha|protesta|huelga|students|estudiantes"
    r"|neighborhood|neighbourhood|barrio|school|school grounds|city limits"
    r"|\(?[a-z]{0,4}usd\)?|\(?[a-z]{1,3}isd\)?"
    r"|(?<=[,(–-] )(?:[a-z ]+ )?unified(?: school district)?)\)?$"
)
# Places inside places: what follows holds or describes what stands before.
INSIDE = re.compile(
    r"\s*,\s*|\s+[-–—]\s+|\s*\(\s*|\s*\)\s*"
    r"|\s+(?:in|en|at|on|along|near|cerca del?|frente al?|in front of|outside of|outside)\s+(?=\S)"
)
SEVERAL = re.compile(r"\s*[;|\n]\s*|\s+(?:and then|then|luego|despues)\s+")
# Two streets, or two places.
CORNER = re.compile(
    r"\s+(?:and|at|with|y|e(?= h?i)|con|x"
    r"|meets|crosses|se cruza con|cruce con|esquina con|esq\.?)\s+|\s*[&/@+]\s*"
)
# Large parts of the country that have no one extent: a small town of that name is not meant.
REGIONS = frozenset(
    "bay area|new england|midwest|twin cities|inland empire|rio grande valley|southern california"
    "|northern california|socal|norcal|central valley|pacific northwest|deep south|east coast"
    "|west coast|south|north|southwest|northeast|southeast|northwest|central coast|high desert"
    "|south bay|east bay|tri-state area|delta|area de la bahia|nueva inglaterra"
    "|sur de california|norte de california".split("|")
)
JOINED = re.compile(r"\s+(?:and|y|e|to|hasta|hacia)\s+|\s*[&/]\s*")
WAY = re.compile(
    r"^(?:.*\b)?(?:from|desde|de|del)\s+(.+?)\s+(?:to|towards?|hasta|hacia|al?)\s+(.+)$"
)
# Words that many names share: a slip in one of them hides no name.
GENERIC = (
    "learning complex community magnet charter academy library hospital museum square bridge"
    " courthouse building stadium theater cemetery district gardens"
    " school high senior middle elementary heights street avenue boulevard highway freeway plaza"
    " center college university county station corner escuela preparatoria avenida bulevar esquina"
    " parque universidad estacion condado first second third fourth fifth sixth seventh eighth"
    " ninth tenth eleventh twelfth"
).split()
STRETCH = re.compile(
    r"^(?P<street>.+?)\s*,?\s+(?:between|btwn|bet\.?|b/w|b/t|entre|from|de|desde)\s+(?P<one>.+?)"
    r"\s+(?:and|&|to|y|e|a|hasta)\s+(?P<other>.+)$"
)
STRETCH_FIRST = re.compile(
    r"^(?:between|entre)\s+(?P<one>.+?)\s+(?:and|&|y|e)\s+(?P<other>.+?)"
    r"\s*,?\s+(?:on|along|en|por|sobre)\s+(?P<street>.+)$"
)
ADDRESS = re.compile(
    r"^(?:no\.?\s*|#\s*)?(?P<number>\d{1,5})(?:\s*1/2|[a-d])?\s+(?P<street>\D.*|\d+(?:st|nd|rd|th)\b.*)$"
)
SPANISH_ADDRESS = re.compile(
    r"^(?P<street>(?:calle|avenida|av\.?|ave\.?|bulevar|blvd\.?)\s.+?)"
    r"\s*,?\s*(?:#|no\.?|num\.?|numero)?\s*(?P<number>\d{2,5})$"
)
BLOCK = re.compile(
    r"^(?:the )?(?P<number>\d{1,3}00)(?:-| )block (?:of )?(?P<street>.+)$"
    r"|^(?:la )?cuadra (?:de |del )?(?P<numero>\d{1,3}00) (?:de |del )?(?:la )?(?P<calle>.+)$"
)
# The middle of a city: of no known extent unless the gazetteer has it.
DOWNTOWN = re.compile(r"^(?:downtown|central|el centro del?|centro del?|uptown|midtown)\s+(.+)$")
# Words behind a place that name no other: "Roosevelt High, front gate", "City Hall, with signs".
BEHIND = re.compile(
    r"^(?:with|where|rain or|bring|by|donde|para|for|then|the former|former|formerly|front|main"
    r"|north|south|east|west|event|upper|lower|inside|antes|con|near|alongside)\b"
    r"|\b(?:gates?|lawn|side|entrance|kiosk|kiosko|stage|steps|lobby|stairs|level|floor|room|lot"
    r"|entrada|escalinatas|lado)$"
)
# One noun for several names: "Garfield and Lincoln high schools".
SHARED = re.compile(r"^(.*\S) (high schools|schools|parks|preparatorias|escuelas)$")
# What a trailing part may be that says nothing of where: a ZIP code, the country, a district.
NOISE = re.compile(
    r"(?:\d{5}(?:-\d{4})?|u\.?s\.?a?\.?|united states(?: of america)?|estados unidos|ee\.? ?uu\.?"
    r"|[a-z]{0,4}usd|[a-z]{1,3}isd|cps|(?:[a-z ]+ )?(?:unified|independent)(?: school district)?"
    r"|(?:[a-z ]+ )?school district|distrito escolar.*|public schools)"
)
ZIP = re.compile(r"\s+\d{5}(?:-\d{4})?$")
EMPTY = frozenset(("nan", "null", "none", "n/a", "na", "-", "--", "?", "unknown", "desconocido"))
