"""Descriptions in many more words: other verbs, no verbs, ends named apart, and who went there.

Each sentence was written for the class that it stands in, before the grammar could read it.
"""

from __future__ import annotations

import pytest
from test_directions_ways import short, ways

MOTIONS = {
    "They trudged along Olive from Pico to 6th.": ["[Olive] from Pico to 6th"],
    "The students tramped up Hope from Eleventh and peeled off onto Eighth.": [
        "[Hope] from Eleventh", "[Eighth]",
    ],
    "The crowd surged west on Third to Flower, jogged left to Fourth and pressed on to Hill.": [
        "west [Third] to Flower", "left - from Flower to Fourth", "- from Fourth to Hill",
    ],
    "They set off from Second and Main, made for Broadway, and hung a right there.": [
        "- from Second and Main toward Broadway", "right -",
    ],
    "We filed down Grand to Ninth, then hooked right on Ninth until Hope.": [
        "[Grand] to Ninth", "right [Ninth] to Hope",
    ],
    "The column bent left on Temple and plodded on as far as Alameda.": [
        "left [Temple] to Alameda",
    ],
    "Students funneled into Spring Street, swept past City Hall and came to rest at Second.": [
        "[Spring Street] to Second via City Hall",
    ],
    "They cut across Fifth from Olive to Main and wound up at Seventh.": [
        "[Fifth] from Olive to Main", "- from Main to Seventh",
    ],
    "Los alumnos enfilaron por la Séptima desde Alameda, viraron a la derecha en Spring y pararon "
    "en la Cuarta.": ["[Séptima] from Alameda", "right [Spring] to Cuarta"],
    "Arrancaron en Pico y Hope, se fueron por Hope y remataron en la Sexta.": [
        "[Hope] from Pico y Hope to Sexta",
    ],
    "Transitaban por Olive en sentido sur, desde la Cuarta; en la Novena torcieron a la "
    "izquierda.": ["south [Olive] from Cuarta", "left [Novena]"],
    "Ingresaron a Hill en la Primera y le siguieron hasta desembocar en la Quinta.": [
        "[Hill] from Primera to Quinta",
    ],
    "Se encaminaron por Main hacia el poniente hasta topar con Grand.": ["west [Main] to Grand"],
    "Le dimos por la Octava desde San Pedro hasta Hope.": ["[Octava] from San Pedro to Hope"],
    "Recorrieron a pie la calle Temple, de Alameda a Hope.": [
        "[calle Temple] from Alameda to Hope",
    ],
}  # fmt: skip
NO_VERB = {
    "Hope, from Ninth to Second.": ["[Hope] from Ninth to Second"],
    "Walked Olive St., Pico to 5th.": ["[Olive St] from Pico to 5th"],
    "It was Grand to Third, Third to Main, Main to Aliso.": [
        "[Grand] to Third", "[Third] to Main", "[Main] to Aliso",
    ],
    "Hill was a river of people from Temple to Olympic as the march crawled south.": [
        "south [Hill] from Temple to Olympic",
    ],
    "They used Spring the whole way, Ninth to Second.": ["[Spring] from Ninth to Second"],
    "Flower/8th, Flower to 4th, R on 4th, L on Hill, done at 1st/Hill.": [
        "[Flower] from Flower/8th to 4th", "right [4th]", "left [Hill] to 1st/Hill",
    ],
    "The march's movement was: N/B Main St. from 9th St. to 3rd St.; W/B 3rd St. to Hope St.": [
        "north [Main St] from 9th St to 3rd St", "west [3rd St] to Hope St",
    ],
    "Por la Hope, de Olympic a la Tercera.": ["[Hope] from Olympic to Tercera"],
    "Toda la Main hasta la 3, a mano derecha en la 3 y paramos en alameda": [
        "[Main] to 3", "right [3] to alameda",
    ],
    "Primero Hill, de la Cuarta a la Octava; después la Octava, de Hill a Main.": [
        "[Hill] from Cuarta to Octava", "[Octava] from Hill to Main",
    ],
    "La vuelta fue así: Olive de la Sexta a la Quinta, Quinta de Olive a Hill.": [
        "[Olive] from Sexta to Quinta", "[Quinta] from Olive to Hill",
    ],
    "They walked, in the rain, arms linked, singing, along Aliso Street from Alameda to Main.": [
        "[Aliso Street] from Alameda to Main",
    ],
}  # fmt: skip
MORE = {
    "Around noon the kids bolted from Belmont High, hoofed it down Beverly to Glendale, and swung "
    "onto Second until they reached Hill.": [
        "[Beverly] from Belmont High to Glendale", "[Second] to Hill",
    ],
    "The throng lumbered along Whittier, Atlantic to Eastern, then doubled up Eastern to Third.": [
        "[Whittier] from Atlantic to Eastern", "[Eastern] to Third",
    ],
    "Starting point: Mariachi Plaza. From there it's 1st St. west to Alameda, then right to Union "
    "Station.": [
        "west [1st St] from Mariachi Plaza to Alameda", "right - from Alameda to Union Station",
    ],
    "It took them an hour to cover Figueroa from Exposition to Olympic.": [
        "[Figueroa] from Exposition to Olympic",
    ],
    "Grand Avenue was theirs from Fifth to Temple.": ["[Grand Avenue] from Fifth to Temple"],
    "Salimos de la prepa, le pegamos por Vermont rumbo al norte y no paramos hasta Wilshire.": [
        "north [Vermont] from prepa to Wilshire",
    ],
    "Ni por Main ni por Spring: la marcha entró por Los Ángeles, de la Séptima a Temple.": [
        "[Los Ángeles] from Séptima to Temple",
    ],
    "El punto de salida fue la Placita; el destino, el edificio federal; el camino, la calle Los "
    "Ángeles.": ["[calle Los Ángeles] from Placita to edificio federal"],
}  # fmt: skip
PRONOUNS = {
    "They went up Olive to Fifth, where it meets the park, and turned right there.": [
        "[Olive] to Fifth", "right - from Fifth",
    ],
    "They marched to Alameda, took a left there and stopped at Second.": [
        "- to Alameda", "left - from Alameda to Second",
    ],
    "The march took Hill to Third. There it turned right, and Third brought it to Main.": [
        "[Hill] to Third", "right [Third] to Main",
    ],
    "They followed Main to Eighth, where they veered left and ended at Olive.": [
        "[Main] to Eighth", "left - from Eighth to Olive",
    ],
    "Subieron por Grand hasta la Cuarta, donde doblaron a la derecha; ahí se acabó la marcha.": [
        "[Grand] to Cuarta", "right - from Cuarta",
    ],
    "El puente de la Cuarta lo cruzaron a pie, de Santa Fe a Mission.": [
        "[Cuarta] from Santa Fe to Mission",
    ],
}  # fmt: skip
APART = {
    "The start was Ninth and Hill; Temple, the end; Hill, the way there.": [
        "[Hill] from Ninth and Hill to Temple",
    ],
    "Grand Park was the destination. Pico and Broadway was the starting point. Broadway was the "
    "route.": ["[Broadway] from Pico and Broadway to Grand Park"],
    "The crowd got as far as Temple on Spring, having come from Seventh.": [
        "[Spring] from Seventh to Temple",
    ],
    "Al llegar a Main, la marcha, que venía por la Sexta desde Hope, dobló a la derecha.": [
        "[Sexta] from Hope", "right [Main]",
    ],
    "Salida: Hope y la Octava. Llegada: Hope y la Tercera. Todo por Hope.": [
        "[Hope] from Hope y la Octava to Hope y la Tercera",
    ],
    "Desde la esquina de Olive y la Quinta caminaron por Olive y no pararon hasta la Novena.": [
        "[Olive] from Olive y la Quinta to Novena",
    ],
}  # fmt: skip
GROUPS = {
    "At Fourth and Main the march broke apart. Some kept on along Main to First. The others "
    "turned onto Fourth and went to Hill.": [
        "Some: [Main] from Fourth and Main to First",
        "The others: [Fourth] from Fourth and Main to Hill",
    ],
    "Students from Roosevelt took 4th from Soto to Main while a second group came down Main from "
    "Temple to 2nd.": [
        "[4th] from Soto to Main", "a second group: [Main] from Temple to 2nd",
    ],
    "There were two columns: one walked Olive from Pico to 8th; the other, Hill from 9th to 5th.": [
        "one: [Olive] from Pico to 8th", "the other: [Hill] from 9th to 5th",
    ],
    "Unos tomaron Main de la Octava a la Quinta; otros, Hope de la Octava a la Cuarta.": [
        "Unos: [Main] from Octava to Quinta", "otros: [Hope] from Octava to Cuarta",
    ],
    "La mitad siguió por Hill hasta la Primera; el resto se fue por la Tercera hasta Main.": [
        "La mitad: [Hill] to Primera", "el resto: [Tercera] to Main",
    ],
}  # fmt: skip
NOT_THEIRS: dict[str, list[str]] = {
    "Nobody walked on Spring. They used Hill, Sixth to First.": ["[Hill] from Sixth to First"],
    "Buses were sent down Main from Temple to Ninth during the sit-in.": [],
    "Vendors lined Broadway from Third to Ninth as students gathered in the park.": [],
    "A mural runs along Third from Main to Spring; students painted it.": [],
    "Los jóvenes pidieron un carril para bicicletas en Spring, de la Primera a la Novena.": [],
    "La escuela está en la calle Soto, entre la Cuarta y la Sexta; hubo un mitin de alumnos.": [],
    "The 720 bus takes Wilshire from Vermont to Grand; students ride it daily.": [],
    "Un grupo de policías avanzó por Temple desde Main hasta Hill.": [],
    "A convoy of police vans rolled up Broadway from 9th to 3rd.": [],
    "Los camiones circularon por Hill, de la Primera a la Novena, durante el plantón.": [],
    "Motorists were told to take Figueroa from Pico to Temple.": [],
    "No one ever set foot on Olive.": [],
    "Students sit on the steps at Main and First. Photo by R. Diaz": [],
    "El desfile por Main, de la Sexta a la Primera, fue aplazado.": [],
    "El tráfico se desvió por Olive, de Pico a la Quinta.": [],
    "A helicopter followed Main from 9th to 1st while students stayed in class.": [],
    "No bajaron por Grand sino por Hope: desde la Primera hasta la Sexta.": [
        "[Hope] from Primera to Sexta",
    ],
    "With Hill closed between 4th and 6th, they went down Olive, 4th to 7th.": [
        "[Olive] from 4th to 7th",
    ],
    "Un helicóptero sobrevolaba Spring mientras bajaban por Main de la Primera a la Quinta.": [
        "[Main] from Primera to Quinta",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MOTIONS.items(), ids=short)
def test_motions_are_said_in_many_verbs(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), NO_VERB.items(), ids=short)
def test_a_street_with_its_ends_needs_no_verb(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), MORE.items(), ids=short)
def test_words_nobody_listed_leave_the_way_readable(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), PRONOUNS.items(), ids=short)
def test_there_and_it_are_what_was_named_before(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), APART.items(), ids=short)
def test_ends_named_apart_belong_to_the_way(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS.items(), ids=short)
def test_each_group_has_its_way(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOT_THEIRS.items(), ids=short)
def test_ways_of_others_and_denied_ones_are_no_legs(text: str, expected: list[str]) -> None:
    assert ways(text) == expected
