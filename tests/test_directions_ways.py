"""Descriptions as people write them: lists without verbs, plans, groups, beginnings told late.

Each sentence was written for the class that it stands in, and its legs checked by eye.
"""

from __future__ import annotations

import pytest

from mapper import directions
from mapper.directions import Leg

LISTS = {
    "Hill from 9th to 4th, 4th to Main, north on Main to Temple": [
        "[Hill] from 9th to 4th", "[4th] to Main", "north [Main] to Temple",
    ],
    "Grand between 5th and 9th, then left on 9th": ["[Grand] from 5th to 9th", "left [9th]"],
    "Hope to Main, left on Main to 5th": ["[Hope] to Main", "left [Main] to 5th"],
    "Down Olive from 6th to Pico": ["[Olive] from 6th to Pico"],
    "SB Main from Temple to 4th, WB 4th to Hill": [
        "south [Main] from Temple to 4th", "west [4th] to Hill",
    ],
    "They walked up Hill to 4th, 4th over to Main, Main back to 7th.": [
        "[Hill] to 4th", "[4th] to Main", "[Main] to 7th",
    ],
    "Our route: Olive from 8th to 3rd": ["[Olive] from 8th to 3rd"],
    "Recorrido: Olive y la Novena, Olive a la Quinta, izquierda en la Quinta": [
        "[Olive] from Olive y la Novena to Quinta", "left [Quinta]",
    ],
    "La ruta: Main de la Octava a la Cuarta": ["[Main] from Octava to Cuarta"],
    "Meeting point: Grand Park. Spring south to 5th, left on 5th to Main.": [
        "south [Spring] from Grand Park to 5th", "left [5th] to Main",
    ],
    "Punto de encuentro: Plaza Mariachi. Por la Primera al oeste hasta Alameda.": [
        "west [Primera] from Plaza Mariachi to Alameda",
    ],
    "Route today: 6th & Grand -> north on Grand -> right on 1st": [
        "north [Grand] from 6th & Grand", "right [1st]",
    ],
    "Hacia el sur en Soto, de la Primera a la Cuarta": ["south [Soto] from Primera to Cuarta"],
}  # fmt: skip
VERBS = {
    "They walked Figueroa between Pico and 7th before turning right on 7th.": [
        "[Figueroa] from Pico to 7th", "right [7th]",
    ],
    "Hope Street was filled from 9th to 4th.": ["[Hope Street] from 9th to 4th"],
    "Marchers took over Main Street from 1st to 6th.": ["[Main Street] from 1st to 6th"],
    "We shut down Olive! Started at 9th, marched all the way to 5th.": [
        "[Olive] from 9th to 5th",
    ],
    "The crowd came east along 3rd from Flower and then down Spring to 6th.": [
        "east [3rd] from Flower", "[Spring] to 6th",
    ],
    "Marching north on Hill! Started at 9th, going to Temple.": ["north [Hill] from 9th to Temple"],
    "They merged onto Spring and followed it south to 9th.": ["south [Spring] to 9th"],
    "They took the 4th Street bridge east from Alameda to Anderson.": [
        "east [4th Street] from Alameda to Anderson",
    ],
    "Caminaron Broadway desde Pico hasta la Octava": ["[Broadway] from Pico to Octava"],
    "Bajaron toda la Hill de la Segunda a la Novena": ["[Hill] from Segunda to Novena"],
    "La marcha se movió de la Olvera a la Alcaldía por la calle Main.": [
        "[calle Main] from Olvera to Alcaldía",
    ],
    "Caminaron por Spring, Temple y Main.": ["[Spring]", "[Temple]", "[Main]"],
    "agarraron la Octava a la izquierda hasta Main": ["left [Octava] to Main"],
    "salimos de la 9 y hill, subimos x hill pa'rriba hasta la 3 y le dimos a la izq hasta olive": [
        "[hill] from 9 y hill to 3", "left - from 3 to olive",
    ],
    "Marcharon por La Brea desde Wilshire hasta la Tercera": ["[La Brea] from Wilshire to Tercera"],
    "Marcharon hasta César Chávez por Soto": ["[Soto] to César Chávez"],
    "Siguieron por Main, dieron la vuelta en U y volvieron": ["[Main]", "u_turn -"],
    "They went two blocks to Olive and turned right again": ["- to Olive", "right - from Olive"],
    "main to first st then w to hill": ["[main] to first st", "west - from first st to hill"],
}  # fmt: skip
CORNERS = {
    "They walked up Hill; at 4th they turned right and at Main left, ending at Temple.": [
        "[Hill]", "right [4th]", "left [Main] to Temple",
    ],
    "At 7th, the march turned onto Broadway and at Olympic it swung right, ending at Grand.": [
        "[Broadway] from 7th", "right [Olympic] to Grand",
    ],
    "En la Novena giraron a la derecha, y en Main a la izquierda hasta la Séptima.": [
        "right [Novena]", "left [Main] to Séptima",
    ],
    "Caminaron por Soto y en la Cuarta doblaron hasta Evergreen": [
        "[Soto]", "[Cuarta] to Evergreen",
    ],
    "From the intersection of Olive and 8th, they marched up Olive to 4th.": [
        "[Olive] from Olive and 8th to 4th",
    ],
    "Salieron del cruce de Soto con la Cuarta y siguieron por Soto a la Primera": [
        "[Soto] from Soto con la Cuarta to Primera",
    ],
    "They went east on 5th Street. At Main Street they went north. At 1st they went west.": [
        "east [5th Street]", "north [Main Street]", "west [1st]",
    ],
    "On Aliso they walked east from Spring to Alameda": ["east [Aliso] from Spring to Alameda"],
    "From 2nd and Grand the crowd went down Grand to 6th": ["[Grand] from 2nd and Grand to 6th"],
    "They left City Hall, crossed Main and continued along 1st to Alameda.": [
        "[1st] from City Hall to Alameda via Main",
    ],
    "They crossed Main and continued along 1st to Alameda.": ["[1st] to Alameda via Main"],
    "After a rally at Grand Park they walked down Hill to 7th": ["[Hill] from Grand Park to 7th"],
}  # fmt: skip
TOLD_LATE = {
    "They headed down Main to 5th. The march had started at Temple.": ["[Main] from Temple to 5th"],
    "The march had set out from Pico and Flower; it moved up Flower to 8th.": [
        "[Flower] from Pico and Flower to 8th",
    ],
    "Bajaron por Hill hasta la Quinta; habían salido de la Primera.": [
        "[Hill] from Primera to Quinta",
    ],
    "The march ended at City Hall. It began at 9th and Main, and came up Main.": [
        "[Main] from 9th and Main to City Hall",
    ],
    "Frente al Ayuntamiento terminó la marcha, que había subido por Spring desde la Sexta.": [
        "[Spring] from Sexta to Ayuntamiento",
    ],
    "Giraron a la izquierda en Olive después de bajar por la Quinta, y siguieron a la Octava.": [
        "[Quinta]", "left [Olive] to Octava",
    ],
    "They turned left onto Olive coming down 5th from Hill, and continued to 8th.": [
        "[5th] from Hill", "left [Olive] to 8th",
    ],
    "They started at 2nd and Hill: down Hill to 5th, left on 5th and back to where they began.": [
        "[Hill] from 2nd and Hill to 5th", "left [5th] to 2nd and Hill",
    ],
    "Al llegar a la Cuarta dieron la vuelta y regresaron por Hill a la Octava, de donde habían "
    "salido.": ["[Hill] from Octava to Cuarta", "u_turn [Hill] from Cuarta to Octava"],
}  # fmt: skip
GROUPS = {
    "The march went up Hill and split at 4th: half turned right on 4th to Main, half continued on "
    "Hill to Temple.": [
        "half: [Hill] to 4th", "half: right [4th] from 4th to Main",
        "half: [Hill] to 4th", "half: [Hill] from 4th to Temple",
    ],
    "Two columns marched: one column went down Grand to 5th, the second took Hope to 6th.": [
        "one column: [Grand] to 5th", "the second: [Hope] to 6th",
    ],
    "Partieron de la Séptima y Hill; unos subieron por Hill y otros tomaron la Séptima a Main.": [
        "unos: [Hill] from Séptima y Hill", "otros: [Séptima] from Séptima y Hill to Main",
    ],
    "Se dividieron en la Quinta y Hill: unos tomaron la Quinta hasta Main, otros subieron por Hill "
    "hasta la Primera.": [
        "unos: [Quinta] from Quinta y Hill to Main", "otros: [Hill] from Quinta y Hill to Primera",
    ],
    "One group came up Olive from 9th and another came down Olive from 1st; they met at 5th and "
    "Olive.": [
        "One group: [Olive] from 9th to 5th and Olive",
        "another: [Olive] from 1st to 5th and Olive",
    ],
}  # fmt: skip
NOT_WALKED: dict[str, list[str]] = {
    "They had planned to march down Main, turn on 5th and rally in the park, but never did.": [],
    "They had hoped to march up Broadway to City Hall, but stayed in Pershing Square.": [],
    "Los alumnos quisieron marchar por Spring pero se quedaron en la escuela.": [],
    "Iban a marchar por Broadway, pero caminaron por Hill de la Quinta a la Primera.": [
        "[Hill] from Quinta to Primera",
    ],
    "The marchers wanted to turn left on 3rd but police stopped them, so they continued up Hill "
    "to 1st.": ["[Hill] to 1st"],
    "They tried to march on Broadway. Instead they walked on Hill from 4th to 7th.": [
        "[Hill] from 4th to 7th",
    ],
    "Rather than take Broadway they went up Spring from 5th to 1st.": ["[Spring] from 5th to 1st"],
    "They were planning to march up Broadway from 5th to 1st, but the permit was denied.": [],
    "La marcha debía ir por Spring de la Quinta a la Primera, pero la policía la detuvo.": [],
    "The planned route was Broadway from 1st to 9th, but they marched down Main from 1st to 5th.": [
        "[Main] from 1st to 5th",
    ],
    "If it does not rain, students will march down Main to 5th.": [],
    "Unless police object, we will walk down Grand to 5th.": [],
    "Si llueve, la marcha irá por Main hasta la Quinta.": [],
    "Marcharemos por Main de la Primera a la Quinta si nos dejan.": [],
    "The march up Hill from 5th to 1st was canceled.": [],
    "La marcha por Spring fue suspendida.": [],
    "Students will march down Main Street from 1st to 5th on Friday.": [
        "[Main Street] from 1st to 5th",
    ],
    "Marcharemos por Broadway de Olympic a la Primera": ["[Broadway] from Olympic to Primera"],
    "They marched down Main to see if anyone would join.": ["[Main]"],
    "More people came. Students filled First Street.": [],
    "Students blocked First Street. They marched to City Hall.": ["- to City Hall"],
    "Thousands packed Broadway. Police said it was peaceful.": [],
    "Doblaron a la izquierda y siguieron caminando hasta agotarse.": ["left -"],
    "The exhibit on Main between 5th and 6th is great.": [],
    "Police marched up Main from 5th to 1st.": [],
}
CLOSED = {
    "Main Street from 5th to 7th is closed.": ("Main Street",),
    "Police closed 5th Street between Hill and Olive and students walked down Main.": (
        "5th Street",
    ),
    "La calle Temple entre Main y Spring estaba cerrada.": ("calle Temple",),
}


def said(leg: Leg) -> str:
    """A leg in one line: turn, heading, [street], ends, what it passed."""
    parts = [leg.turn, leg.heading, f"[{leg.street}]" if leg.street else "-"]
    parts += [f"from {leg.start}" if leg.start else ""]
    parts += [f"{'toward' if leg.toward else 'to'} {leg.end}" if leg.end else ""]
    parts += [f"via {' + '.join(leg.via)}" if leg.via else ""]
    return " ".join(part for part in parts if part)


def ways(text: str) -> list[str]:
    """All legs of a text, with the label of their branch."""
    return [
        f"{branch.label}: {said(leg)}" if branch.label else said(leg)
        for branch in directions.read(text).branches
        for leg in branch.legs
    ]


def short(value: object) -> str:
    """The beginning of a text, as the name of a test."""
    return str(value)[:40]


@pytest.mark.parametrize(("text", "expected"), LISTS.items(), ids=short)
def test_lists_without_a_verb_are_ways(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), VERBS.items(), ids=short)
def test_streets_are_walked_taken_and_filled(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), CORNERS.items(), ids=short)
def test_corners_before_a_verb_belong_to_it(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD_LATE.items(), ids=short)
def test_what_came_first_and_is_told_later_is_put_first(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS.items(), ids=short)
def test_groups_begin_where_they_part(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOT_WALKED.items(), ids=short)
def test_what_was_only_planned_is_no_leg(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), CLOSED.items(), ids=short)
def test_a_closed_stretch_is_named_without_its_ends(text: str, expected: tuple[str, ...]) -> None:
    found = directions.read(text)
    assert found.closed == expected
    assert not any("5th" in way or "Temple" in way for way in ways(text))
    assert [text[slice(*span)] for span in found.unread] in ([], ["Police"])
