"""The words of claims in English and Spanish, as patterns over lower-case text without accents."""

from __future__ import annotations

from babel.dates import get_month_names

from mapper.claims import Unit
from mapper.names import plain


def _months() -> dict[str, int]:
    """Names of months and their short forms, without dots, to their numbers."""
    found: dict[str, int] = {}
    for locale in ("en", "es"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                found[plain(name).rstrip(".")] = number
    return found


MONTHS = _months()

ONES = (
    "zero|cero one|un|uno|una two|dos three|tres four|cuatro five|cinco six|seis seven|siete"
    " eight|ocho nine|nueve ten|diez eleven|once twelve|doce thirteen|trece fourteen|catorce"
    " fifteen|quince sixteen|dieciseis seventeen|diecisiete eighteen|dieciocho nineteen|diecinueve"
).split()
TENS = (
    "twenty|veinte thirty|treinta forty|cuarenta fifty|cincuenta sixty|sesenta seventy|setenta"
    " eighty|ochenta ninety|noventa"
).split()
SPANISH_HUNDREDS = (
    "cien|ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
    " ochocientos novecientos"
).split()
NUMBERS = (
    {word: at for at, words in enumerate(ONES) for word in words.split("|")}
    | {word: 10 * at for at, words in enumerate(TENS, 2) for word in words.split("|")}
    | {word: 100 * at for at, words in enumerate(SPANISH_HUNDREDS, 1) for word in words.split("|")}
    | {f"{word[:-2]}as": 100 * at for at, word in enumerate(SPANISH_HUNDREDS[1:], 2)}
    | {f"veinti{word}": 20 + at for at, word in enumerate("un dos tres cuatro cinco".split(), 1)}
)
SCALES = {"hundred": 100, "thousand": 1000, "mil": 1000, "dozen": 12, "docena": 12}
ORDINALS = {
    word: at
    for at, words in enumerate(
        (
            "second|segundo third|tercer|tercero fourth|cuarto fifth|quinto sixth|sexto"
            " seventh|septimo eighth|octavo ninth|noveno tenth|decimo"
        ).split(),
        2,
    )
    for word in words.split("|")
}
# A size word and the size rule of docs/codebook.md that reads it.
VAGUE = {
    "several hundred": "several_hundred",
    "varios cientos": "several_hundred",
    "various hundreds": "several_hundred",
    "dozens": "dozens",
    "docenas": "dozens",
    "decenas": "dozens",
    "hundreds": "hundreds",
    "cientos": "hundreds",
    "centenares": "hundreds",
    "thousands": "thousands",
    "miles": "thousands",
}
# Words before a number and the size rule that they mean; "" is the number itself.
HEDGES = {
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "some": "about",
    "unos": "about",
    "unas": "about",
    "alrededor de": "about",
    "cerca de": "about",
    "aproximadamente": "about",
    "an estimated": "estimated",
    "estimated": "estimated",
    "se calcula que": "estimated",
    "nearly": "nearly",
    "almost": "nearly",
    "casi": "nearly",
    "at least": "at_least",
    "al menos": "at_least",
    "por lo menos": "at_least",
    "mas de": "more_than",
    "more than": "more_than",
    "over": "more_than",
    "at most": "at_most",
    "up to": "at_most",
    "as many as": "at_most",
    "only": "at_most",
    "just": "at_most",
    "no more than": "at_most",
    "como maximo": "at_most",
    "hasta": "at_most",
    "solo": "at_most",
    "solamente": "at_most",
    "exactly": "exactly",
    "exactamente": "exactly",
}
_UNITS: dict[Unit, str] = {
    "students": "students? pupils? estudiantes? alumnos? alumnas?",
    "people": (
        "people persons protesters protestors demonstrators marchers participants"
        " personas? manifestantes participantes"
    ),
    "campuses": "schools? campus campuses escuelas? planteles preparatorias secundarias",
    "walkouts": "walkouts? walk-outs? salidas?",
    "marches": "march marches marchas?",
    "rallies": "rally rallies mitin mitines concentracion concentraciones",
    "events": (
        "events? protests? demonstrations? actions? eventos? protestas? manifestacion"
        " manifestaciones acciones"
    ),
    "cities": "city cities towns? ciudad ciudades",
    "arrests": "arrests? arrested arrestos? arrestad[oa]s? detenid[oa]s? detencion detenciones",
    "days": "days? dias?",
}
UNITS = [(form, unit) for unit, forms in _UNITS.items() for form in forms.split()]
IN_A_ROW = "in a row|straight|consecutive|running|seguidos?|consecutivos?|de corrido|al hilo"
# Between a number and its noun: who they were does not change what is counted.
BETWEEN = "(?:(?:of|de|the|los|las|high school|middle school|school|public|local|different|de) )*"
SEIZED = "arrest|detain|deten|detuv"
# Words that carry nothing that is checked.
SMALL = frozenset(
    "a an the of from in at on and or to by for with that were was who there took place walked out"
    " left joined marched marching protested protesting rallied class classes school schools high"
    " during between through until over held had have has been be is are their more than one day"
    " students people public protests protest demonstrations across row straight consecutive it"
    " arrested detained they walkout walkouts march marches city police staged saw happened some"
    " un una el la los las de del en y o a al por para con que fueron fue hubo se salieron dia dias"
    " marcharon protestaron participaron clase clases escuela escuelas durante entre hasta desde"
    " seguidos consecutivos estudiantes personas protestas salida salidas ciudad policia".split()
)
