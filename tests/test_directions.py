"""Descriptions of marches, English and Spanish, and what is read of them.

The legs were written down from the reader and then checked by eye: they guard against change, and
are no measure of how well it reads texts that it was not built on.
"""

from __future__ import annotations

import csv

import pytest

from mapper import directions
from mapper.directions import Leg
from mapper.settings import ROOT

ENGLISH = [
    (
        "Students left City Hall, turned right on Soto, left on First, and ended at Mariachi "
        "Plaza.",
        [
            "right [Soto] from City Hall (stated)",
            "left [First] to Mariachi Plaza (stated)",
        ],
    ),
    (
        "They marched east on First Street from Mission to Soto.",
        ["east [First Street] from Mission to Soto (stated)"],
    ),
    (
        "gathered at Mariachi Plaza and marched to City Hall along First Street",
        ["[First Street] from Mariachi Plaza to City Hall (stated)"],
    ),
    (
        "Starting at Grand Park, the march headed north up Soto to Cesar Chavez before "
        "turning left on Evergreen",
        [
            "north [Soto] from Grand Park to Cesar Chavez (stated)",
            "left [Evergreen] (stated)",
        ],
    ),
    (
        "made a left at the light at Main and continued past City Hall to Temple",
        ["left [Main] to Temple via City Hall (stated)"],
    ),
    (
        "marched from City Hall to Union Station",
        ["- from City Hall to Union Station (inferred)"],
    ),
    (
        "walked between Main and Spring on First Street",
        ["[First Street] from Main to Spring (stated)"],
    ),
    (
        "crossed the Sixth Street Bridge and walked to City Hall",
        [
            "- via Sixth Street Bridge (unknown)",
            "- to City Hall (unknown)",
        ],
    ),
    (
        "The students split into two groups: one headed down Vermont Avenue to Washington "
        "Boulevard, the other turned left on Hoover Street.",
        [
            "one: [Vermont Avenue] to Washington Boulevard (stated)",
            "the other: left [Hoover Street] (stated)",
        ],
    ),
    (
        "Police closed Temple Street. Students marched down Main Street.",
        ["[Main Street] (stated)"],
    ),
    (
        "They walked down Main Street until they reached First Street, then turned around and"
        " returned to City Hall.",
        [
            "[Main Street] to First Street (stated)",
            "u_turn - from First Street to City Hall (inferred)",
        ],
    ),
    (
        "marched through Little Tokyo, Chinatown and Boyle Heights",
        ["- via Little Tokyo + Chinatown + Boyle Heights (unknown)"],
    ),
    (
        "They arrived at City Hall after marching down Broadway from Olympic Boulevard.",
        ["[Broadway] from Olympic Boulevard to City Hall (stated)"],
    ),
    (
        "Before marching down Main Street, they gathered at Pershing Square.",
        ["[Main Street] from Pershing Square (stated)"],
    ),
    (
        "They did not turn right on Soto; instead of turning they went straight on First Street.",
        ["straight [First Street] (stated)"],
    ),
    (
        "marched down Fourth, Soto and First streets",
        [
            "[Fourth] (stated)",
            "[Soto] (stated)",
            "[First] (stated)",
        ],
    ),
    (
        "From City Hall, the march went west on 1st St. to Grand Ave., south on Grand to 5th "
        "St. and east on 5th to Pershing Square.",
        [
            "west [1st St] from City Hall to Grand Ave (stated)",
            "south [Grand] to 5th St (stated)",
            "east [5th] to Pershing Square (stated)",
        ],
    ),
    (
        "Right on Soto, left on First",
        [
            "right [Soto] (stated)",
            "left [First] (stated)",
        ],
    ),
    (
        "took Figueroa to Olympic",
        ["[Figueroa] to Olympic (stated)"],
    ),
    (
        "They headed for City Hall",
        ["- toward City Hall (unknown)"],
    ),
    (
        "Turn right onto N. Soto St. Continue straight on Soto to E. 1st St. Turn left.",
        [
            "right [N. Soto St] to E. 1st St (stated)",
            "left - from E. 1st St (unknown)",
        ],
    ),
    (
        "The crowd walked 1st Street to Broadway",
        ["[1st Street] to Broadway (stated)"],
    ),
    (
        "marched on City Hall",
        ["- to City Hall (unknown)"],
    ),
    (
        "They marched down Main while police stood on Spring Street",
        ["[Main] (stated)"],
    ),
    (
        "At Soto Street they turned right. At First, they turned left onto Boyle.",
        [
            "right [Soto Street] (stated)",
            "left [Boyle] from First (stated)",
        ],
    ),
    (
        "walked down the hill and along the river",
        ["- via hill + river (unknown)"],
    ),
    (
        "The march began at Olympic and Broadway and ended at City Hall",
        ["- from Olympic and Broadway to City Hall (inferred)"],
    ),
    (
        "Students walked out of Roosevelt High School and marched west on Cesar E. Chavez "
        "Ave. to Alameda St., then south to City Hall.",
        [
            "west [Cesar E. Chavez Ave] from Roosevelt High School to Alameda St (stated)",
            "south - from Alameda St to City Hall (inferred)",
        ],
    ),
    (
        "The group proceeded along Wilshire Blvd past MacArthur Park, took a right at "
        "Alvarado and ended up at Third Street.",
        [
            "[Wilshire Blvd] via MacArthur Park (stated)",
            "right [Alvarado] to Third Street (stated)",
        ],
    ),
    (
        "Hundreds marched from Pershing Square up Hill Street to First Street, where they "
        "turned right and rallied in front of City Hall.",
        [
            "[Hill Street] from Pershing Square to First Street (stated)",
            "right - from First Street to City Hall (inferred)",
        ],
    ),
    (
        "They hung a left onto Broadway and kept going until Temple Street",
        ["left [Broadway] to Temple Street (stated)"],
    ),
    (
        "The protesters, chanting and waving flags, moved north on Figueroa Street toward "
        "Sunset Boulevard before heading back down Grand Avenue.",
        [
            "north [Figueroa Street] toward Sunset Boulevard (stated)",
            "[Grand Avenue] (stated)",
        ],
    ),
    (
        "The march looped back along Spring Street, returning to Grand Park.",
        [
            "[Spring Street] (stated)",
            "- to Grand Park (unknown)",
        ],
    ),
    (
        "marched five blocks down Main Street with signs to the federal building",
        ["[Main Street] to federal building (stated)"],
    ),
    (
        "One group went to City Hall while another headed to the Metropolitan Detention Center.",
        [
            "One group: - to City Hall (unknown)",
            "another: - to Metropolitan Detention Center (unknown)",
        ],
    ),
    (
        "walked northbound on Vermont, made a U-turn at Sunset and came back down Vermont to "
        "Santa Monica Boulevard",
        [
            "north [Vermont] (stated)",
            "u_turn [Vermont] from Sunset to Santa Monica Boulevard (stated)",
        ],
    ),
    (
        "MARCHED DOWN FOURTH STREET, TURNED RIGHT ONTO SOTO STREET AND LEFT ONTO FIRST STREET",
        [
            "[FOURTH STREET] (stated)",
            "right [SOTO STREET] (stated)",
            "left [FIRST STREET] (stated)",
        ],
    ),
    (
        "Fourth Street to Soto, right on Soto to First, left on First",
        [
            "[Fourth Street] to Soto (stated)",
            "right [Soto] to First (stated)",
            "left [First] (stated)",
        ],
    ),
    (
        "Students left school at noon. They walked down Atlantic Boulevard.",
        ["[Atlantic Boulevard] (stated)"],
    ),
    (
        "After leaving campus, students walked along Whittier Boulevard, stopped at Ruben "
        "Salazar Park, then continued east to Atlantic.",
        [
            "[Whittier Boulevard] from campus to Ruben Salazar Park (stated)",
            "east - from Ruben Salazar Park to Atlantic (inferred)",
        ],
    ),
    (
        "Some students turned left on Main Street; others went right on Spring Street.",
        [
            "Some students: left [Main Street] (stated)",
            "others: right [Spring Street] (stated)",
        ],
    ),
    (
        "Police closed Main Street between First and Second. Protesters avoided Main Street "
        "and marched on Spring Street instead.",
        ["[Spring Street] (stated)"],
    ),
    (
        "Spring Street was closed to traffic as the march moved down Broadway.",
        ["[Broadway] (stated)"],
    ),
    (
        "marched down Martin Luther King Jr. Blvd. to Crenshaw",
        ["[Martin Luther King Jr. Blvd] to Crenshaw (stated)"],
    ),
    (
        "turned onto a side street and walked to the park",
        ["- to park (unknown)"],
    ),
    (
        "They marched from Grand Park to Pershing Square via Broadway",
        ["[Broadway] from Grand Park to Pershing Square (stated)"],
    ),
    (
        "The march went past City Hall, over the bridge, and down Alameda Street",
        ["[Alameda Street] via City Hall + bridge (stated)"],
    ),
    (
        "Walk south on Broadway, then east on Third Street",
        [
            "south [Broadway] (stated)",
            "east [Third Street] (stated)",
        ],
    ),
    (
        "Protesters marched west along Sunset Blvd toward Echo Park Ave",
        ["west [Sunset Blvd] toward Echo Park Ave (stated)"],
    ),
    (
        "The students marched in the street in Boyle Heights",
        ["- in Boyle Heights (unknown)"],
    ),
    (
        "Students marched along the sidewalk on Whittier Blvd.",
        ["[Whittier Blvd] (stated)"],
    ),
    (
        "They continued straight on Main through Second Street to Third",
        ["straight [Main] to Third via Second Street (stated)"],
    ),
    (
        "students returned to Roosevelt High along Fourth Street",
        ["[Fourth Street] to Roosevelt High (stated)"],
    ),
    (
        "They left from Belmont High and walked up Beverly Boulevard to downtown",
        ["[Beverly Boulevard] from Belmont High to downtown (stated)"],
    ),
    (
        "The march, which started at MacArthur Park, went east on Seventh Street and ended at"
        " Figueroa",
        ["east [Seventh Street] from MacArthur Park to Figueroa (stated)"],
    ),
    (
        "marched from 1st and Soto to 4th and Soto",
        ["- from 1st and Soto to 4th and Soto (inferred)"],
    ),
    (
        "They marched from Olympic to Pico on Hope Street",
        ["[Hope Street] from Olympic to Pico (stated)"],
    ),
    (
        "Turn left at City Hall onto Temple Street",
        ["left [Temple Street] from City Hall (stated)"],
    ),
    (
        "The procession snaked through downtown before reaching the federal building",
        ["- to federal building via downtown (unknown)"],
    ),
    (
        "Two groups formed. Both marched to City Hall.",
        ["- to City Hall (unknown)"],
    ),
    (
        "After splitting into two groups, one group took Spring Street and the other took "
        "Main Street; both groups met at First Street.",
        [
            "one group: [Spring Street] (stated)",
            "one group: - to First Street (unknown)",
            "the other: [Main Street] (stated)",
            "the other: - to First Street (unknown)",
        ],
    ),
    (
        "The crowd marched down Main Street. It then turned left onto 5th St. and right onto "
        "Hill St.",
        [
            "[Main Street] (stated)",
            "left [5th St] (stated)",
            "right [Hill St] (stated)",
        ],
    ),
    (
        "they marched four blocks north on Grand, east on 2nd and south on Spring",
        [
            "north [Grand] (stated)",
            "east [2nd] (stated)",
            "south [Spring] (stated)",
        ],
    ),
    (
        "Students at Lincoln High School walked out at 10 a.m., marching down Broadway to "
        "Avenue 18 before looping back to campus.",
        [
            "[Broadway] from Lincoln High School to Avenue 18 (stated)",
            "- from Avenue 18 to campus (inferred)",
        ],
    ),
    (
        "The march will start at Olympic and Broadway, head north on Broadway, and end at "
        "City Hall.",
        ["north [Broadway] from Olympic and Broadway to City Hall (stated)"],
    ),
    (
        "They left campus, crossed Soto Street and walked along Fourth Street until Evergreen"
        " Avenue, where they turned left.",
        [
            "- from campus via Soto Street (unknown)",
            "[Fourth Street] to Evergreen Avenue (stated)",
            "left - from Evergreen Avenue (unknown)",
        ],
    ),
    (
        "From Grand Park they went to Temple, turned left, then went to Figueroa.",
        ["- from Grand Park to Temple (inferred)", "left - from Temple to Figueroa (inferred)"],
    ),
    (
        "Demonstrators marched from Pershing Square down Fifth Street, made a left on Hill, a"
        " right on Third, and a final left on Broadway.",
        [
            "[Fifth Street] from Pershing Square (stated)",
            "left [Hill] (stated)",
            "right [Third] (stated)",
            "left [Broadway] (stated)",
        ],
    ),
    (
        "The students then proceeded to walk along Main Street toward downtown.",
        ["[Main Street] toward downtown (stated)"],
    ),
    (
        "marched north on Spring Street, west on Temple Street, and south on Grand Avenue to "
        "First Street",
        [
            "north [Spring Street] (stated)",
            "west [Temple Street] (stated)",
            "south [Grand Avenue] to First Street (stated)",
        ],
    ),
    (
        "A crowd of 300 people walked from Mariachi Plaza to Boyle Heights City Hall, about "
        "two miles.",
        ["- from Mariachi Plaza to Boyle Heights City Hall (inferred)"],
    ),
    (
        "marched in a loop around City Hall",
        ["- via City Hall (unknown)"],
    ),
    (
        "They walked down Whittier Boulevard, blocking traffic, and turned onto Atlantic.",
        ["[Whittier Boulevard] (stated)", "[Atlantic] (stated)"],
    ),
    (
        "Students poured out of Garfield High and onto Sixth Street.",
        ["[Sixth Street] from Garfield High (stated)"],
    ),
    (
        "Head east on 1st St toward S Main St, turn right onto S Main St, continue onto W 3rd St",
        [
            "east [1st St] toward S Main St (stated)",
            "right [S Main St] (stated)",
            "[W 3rd St] (stated)",
        ],
    ),
    (
        "The march moved from First Street onto Broadway.",
        ["[Broadway] from First Street (stated)"],
    ),
    (
        "turned from Main onto Second",
        ["[Second] from Main (stated)"],
    ),
    (
        "They walked from Soto and First to Soto and Fourth, then to Evergreen",
        [
            "- from Soto and First to Soto and Fourth (inferred)",
            "- from Soto and Fourth to Evergreen (inferred)",
        ],
    ),
]
SPANISH = [
    (
        "Marcharon por la calle Cuarta, doblaron a la derecha en Soto y a la izquierda en la "
        "Primera hasta Mariachi Plaza.",
        [
            "[calle Cuarta] (stated)",
            "right [Soto] (stated)",
            "left [Primera] to Mariachi Plaza (stated)",
        ],
    ),
    (
        "Los estudiantes salieron de la Preparatoria Roosevelt, caminaron hacia el norte por "
        "la calle Soto y giraron a la izquierda en la avenida César Chávez.",
        [
            "north [calle Soto] from Preparatoria Roosevelt (stated)",
            "left [avenida César Chávez] (stated)",
        ],
    ),
    (
        "Desde la Plaza Mariachi hasta el Ayuntamiento por la calle Primera",
        ["[calle Primera] from Plaza Mariachi to Ayuntamiento (stated)"],
    ),
    (
        "Caminaron por la Primera entre Soto y State",
        ["[Primera] from Soto to State (stated)"],
    ),
    (
        "Se reunieron en el Parque MacArthur y marcharon a la Alcaldía por Wilshire",
        ["[Wilshire] from Parque MacArthur to Alcaldía (stated)"],
    ),
    (
        "marcharon de Soto a Evergreen por la Cuarta, luego siguieron recto por la Primera",
        [
            "[Cuarta] from Soto to Evergreen (stated)",
            "straight [Primera] (stated)",
        ],
    ),
    (
        "La marcha terminó frente al Hotel Miyako",
        ["- to Hotel Miyako (unknown)"],
    ),
    (
        "cruzaron el puente de la calle Sexta, pasaron frente a la Alcaldía y llegaron a "
        "Grand Park",
        ["- to Grand Park via puente de la calle Sexta + Alcaldía (unknown)"],
    ),
    (
        "Se dividieron en dos grupos: uno siguió por Vermont y el otro dobló a la derecha en "
        "Hoover",
        [
            "uno: [Vermont] (stated)",
            "el otro: right [Hoover] (stated)",
        ],
    ),
    (
        "La policía cerró la calle Temple; los estudiantes tomaron la Primera hasta Broadway",
        ["[Primera] to Broadway (stated)"],
    ),
    (
        "Los manifestantes partieron del Parque MacArthur rumbo al Ayuntamiento por la "
        "avenida Wilshire.",
        ["[avenida Wilshire] from Parque MacArthur toward Ayuntamiento (stated)"],
    ),
    (
        "Iniciaron la marcha en Olympic y Broadway, avanzaron al norte por Broadway y "
        "terminaron en la Placita Olvera.",
        ["north [Broadway] from Olympic y Broadway to Placita Olvera (stated)"],
    ),
    (
        "Tomaron la calle Hill hacia el norte, dieron vuelta a la izquierda en la Segunda, "
        "cruzaron la Main y siguieron hasta Los Angeles Street.",
        [
            "north [calle Hill] (stated)",
            "left [Segunda] to Los Angeles Street via Main (stated)",
        ],
    ),
    (
        "Marcharon desde la Plaza México a la Preparatoria Lynwood.",
        ["- from Plaza México to Preparatoria Lynwood (inferred)"],
    ),
    (
        "bajaron por la Sexta, subieron por Alvarado hasta llegar al Parque Echo",
        [
            "[Sexta] (stated)",
            "[Alvarado] to Parque Echo (stated)",
        ],
    ),
    (
        "Los alumnos no marcharon por la calle Soto sino por la avenida Evergreen",
        ["[avenida Evergreen] (stated)"],
    ),
    (
        "caminaron por el centro de la ciudad",
        ["- via centro de la ciudad (unknown)"],
    ),
    (
        "The students marched two miles to Lincoln Park, crossing Main Street and the LA River.",
        ["- to Lincoln Park via Main Street + LA River (unknown)"],
    ),
    (
        "The crowd spilled onto Los Angeles Street and marched around the block",
        ["[Los Angeles Street] (stated)"],
    ),
    (
        "Doblaron en la calle Soto a la izquierda",
        ["left [calle Soto] (stated)"],
    ),
    (
        "Salieron de City Hall, tomaron la calle Spring y llegaron al Ayuntamiento",
        ["[calle Spring] from City Hall to Ayuntamiento (stated)"],
    ),
    (
        "Los jóvenes caminaron por la avenida Whittier hacia el este hasta Atlantic",
        ["east [avenida Whittier] to Atlantic (stated)"],
    ),
    (
        "la marcha pasó por el túnel de la calle Segunda y terminó en Pershing Square",
        ["- to Pershing Square via túnel de la calle Segunda (unknown)"],
    ),
    (
        "Giraron a la derecha en Alvarado, luego a la izquierda en la Sexta, y siguieron "
        "derecho hasta el parque",
        [
            "right [Alvarado] (stated)",
            "left [Sexta] to parque (stated)",
        ],
    ),
    (
        "marcharon rumbo al norte por Figueroa, desde Exposition hasta Adams",
        ["north [Figueroa] from Exposition to Adams (stated)"],
    ),
    (
        "La caravana recorrió la avenida César Chávez entre Soto y Evergreen",
        ["[avenida César Chávez] from Soto to Evergreen (stated)"],
    ),
    (
        "dieron media vuelta y regresaron al parque por la misma calle",
        ["u_turn - to parque via misma calle (unknown)"],
    ),
    (
        "marcharon al sur por Broadway y después al este por la Tercera",
        [
            "south [Broadway] (stated)",
            "east [Tercera] (stated)",
        ],
    ),
    (
        "Se encontraron con estudiantes de la Preparatoria Mendez en la Primera y caminaron a"
        " City Hall",
        [
            "- to Primera meeting Preparatoria Mendez (unknown)",
            "- from Primera to City Hall (inferred)",
        ],
    ),
    (
        "La policía bloqueó la calle Alameda, así que los manifestantes giraron a la "
        "izquierda en Temple",
        ["left [Temple] (stated)"],
    ),
    (
        "Partieron de la Placita Olvera, pasaron frente a Union Station y bajaron por Alameda"
        " hasta la Primera",
        [
            "- from Placita Olvera via Union Station (unknown)",
            "[Alameda] to Primera (stated)",
        ],
    ),
    (
        "Unos cien estudiantes marcharon el viernes por las calles de Los Ángeles",
        ["- via calles de Los Ángeles (unknown)"],
    ),
    (
        "Marcharon por las calles Cuarta, Soto y Primera",
        [
            "[Cuarta] (stated)",
            "[Soto] (stated)",
            "[Primera] (stated)",
        ],
    ),
    (
        "caminaron de la Primera a la Cuarta por Soto",
        ["[Soto] from Primera to Cuarta (stated)"],
    ),
    (
        "Avanzaron por Broadway con dirección al norte y concluyeron frente a la corte federal",
        ["north [Broadway] to corte federal (stated)"],
    ),
    (
        "Follow Main Street to 2nd, make a right, go two blocks to Los Angeles Street, and "
        "turn left.",
        [
            "[Main Street] to 2nd (stated)",
            "right - from 2nd to Los Angeles Street (inferred)",
            "left - from Los Angeles Street (unknown)",
        ],
    ),
    (
        "La marcha salió del Parque Lincoln, siguió por Mission Road, dobló a la derecha en "
        "Main y terminó en City Hall.",
        ["[Mission Road] from Parque Lincoln (stated)", "right [Main] to City Hall (stated)"],
    ),
    (
        "Caminaron desde la escuela hasta la plaza, pasando por el mercado y cruzando el río.",
        ["- from escuela to plaza via mercado + río (inferred)"],
    ),
    (
        "marcharon por la avenida Broadway desde Olympic hasta la Primera, donde giraron a la"
        " izquierda hacia Hope",
        [
            "[avenida Broadway] from Olympic to Primera (stated)",
            "left - from Primera toward Hope (inferred)",
        ],
    ),
    (
        "Subieron por la Calle Hill, voltearon a la derecha en la Quinta y se detuvieron en "
        "Pershing Square",
        ["[Calle Hill] (stated)", "right [Quinta] to Pershing Square (stated)"],
    ),
    (
        "Los estudiantes tomaron las calles del centro",
        ["- via calles del centro (unknown)"],
    ),
    (
        "de la Plaza Olvera al Ayuntamiento",
        ["- from Plaza Olvera to Ayuntamiento (inferred)"],
    ),
    (
        "marchando por Sunset hacia el oeste, luego dieron vuelta en Alvarado",
        ["west [Sunset] (stated)", "[Alvarado] (stated)"],
    ),
]
# Nobody is said to have moved along anything.
NO_MOTION = [
    "The rally was held at City Hall on Main Street.",
    "police blocked traffic on Main Street",
    "The mayor said on First Street that he supports the students",
    "Los estudiantes se reunieron en City Hall.",
    "They have the right to march on Main Street, he said.",
    "The left on Main Street is a bakery.",
    "We want justice for the families. They march for their rights. We will march until we win.",
    "The walkout ended at noon at City Hall",
    "Los estudiantes no salieron de la escuela",
    "The school is on Soto Street near First Street.",
    "A vigil will be held Friday in front of City Hall.",
    "Students made signs, sang songs and held a rally on the front lawn.",
    "Traffic moved slowly down Main Street.",
    "Officers marched down Broadway.",
    "",
    "  \n ",
    "...",
    "Right on, students!",
]
# The words column of data/routes.csv: what the reader gave, each then checked against the words.
ROUTES = {
    "2025-01-28-overfelt": ["- via city + immigrant neighborhoods (unknown)"],
    "2025-01-31-charlotte": ["- via streets of Charlotte (unknown)"],
    "2025-02-01-chicago": ["- to downtown Chicago (unknown)"],
    "2025-02-02-city-hall-101": ["- to US Highway 101 (unknown)"],
    "2025-02-02-dallas": ["- in downtown (unknown)"],
    "2025-02-02-houston": ["- via Houston (unknown)"],
    "2025-02-02-olvera-city-hall": ["- from Calle Olvera toward City Hall (inferred)"],
    "2025-02-05-grand-arts-join": ["- via downtown L.A. (unknown)"],
    "2025-02-05-los-angeles-students": [
        "- from downtown Los Angeles via various streets (unknown)"
    ],
    "2025-03-03-mariachi-plaza": ["- via city of Los Angeles (unknown)"],
    "2025-03-03-usc": ["- (unknown)"],
    "2026-02-04-away-from-cordon": [],
    "2026-02-04-city-hall-mdc": [
        "- from City Hall toward Metropolitan Detention Center (inferred)"
    ],
    "2026-02-04-first-street": ["[1st Street] toward LA City Hall (stated)"],
    "2026-02-04-little-tokyo": ["- to Miyako Hotel in Little Tokyo (unknown)"],
    "2026-02-04-rfk-city-hall": ["- toward City Hall (unknown)"],
    "2026-02-04-roosevelt-mendez": [
        "[Fourth Street] (stated)",
        "right [Soto Street] (stated)",
        "left [First Street] meeting Felicitas and Gonzalo Mendez High School (stated)",
    ],
    "2026-02-04-west-adams-hoover": ["the other: - toward Washington and Hoover Street (unknown)"],
    "2026-02-04-west-adams-joined": [],
    "2026-02-04-west-adams-vermont": [
        "One group: - toward Washington Boulevard and Vermont Avenue (unknown)"
    ],
}


def said(leg: Leg) -> str:
    """A leg in one line: turn, heading, [street], ends, what it passed, (certainty)."""
    parts = [leg.turn, leg.heading, f"[{leg.street}]" if leg.street else "-"]
    parts += [f"from {leg.start}" if leg.start else ""]
    parts += [f"{'toward' if leg.toward else 'to'} {leg.end}" if leg.end else ""]
    parts += [f"via {' + '.join(leg.via)}" if leg.via else ""]
    parts += [f"meeting {leg.meeting}" if leg.meeting else ""]
    parts += [f"in {leg.area}" if leg.area else "", f"({leg.certainty})"]
    return " ".join(part for part in parts if part)


def ways(text: str) -> list[str]:
    """All legs of a text, with the label of their branch."""
    return [
        f"{branch.label}: {said(leg)}" if branch.label else said(leg)
        for branch in directions.read(text).branches
        for leg in branch.legs
    ]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=lambda value: str(value)[:40])
def test_english_descriptions_are_read(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH, ids=lambda value: str(value)[:40])
def test_spanish_descriptions_are_read(text: str, expected: list[str]) -> None:
    assert ways(text) == expected


@pytest.mark.parametrize("text", NO_MOTION)
def test_words_without_motion_give_no_legs_and_all_is_unread(text: str) -> None:
    found = directions.read(text)
    assert found.branches == ()
    assert {role.kind for role in found.roles} <= {"unread"}
    assert found.unread == tuple(role.span for role in found.roles)


def test_the_routes_of_the_documents_are_read_as_they_were_checked() -> None:
    with (ROOT / "data" / "routes.csv").open(encoding="utf-8", newline="") as lines:
        found = {row["route_id"]: ways(row["words"]) for row in csv.DictReader(lines)}
    assert found == ROUTES


def test_the_march_of_the_issue_has_three_stated_legs() -> None:
    text = (
        "Marched down Fourth Street, turned right onto Soto Street and left onto First Street"
        " to meet students from Mendez High"
    )
    (branch,) = directions.read(text).branches
    assert [(leg.turn, leg.street, leg.certainty) for leg in branch.legs] == [
        ("", "Fourth Street", "stated"),
        ("right", "Soto Street", "stated"),
        ("left", "First Street", "stated"),
    ]
    assert (branch.legs[-1].meeting, branch.legs[-1].end) == ("Mendez High", "")
    assert branch.legs[1].words == "turned right onto Soto Street"


def test_a_way_that_all_groups_share_is_repeated_in_each_branch() -> None:
    text = (
        "They marched down Main Street and split into two groups: one turned left on First Street,"
        " the other turned right on Second Street."
    )
    branches = directions.read(text).branches
    assert [branch.label for branch in branches] == ["one", "the other"]
    assert [leg.street for leg in branches[0].legs] == ["Main Street", "First Street"]
    assert [leg.street for leg in branches[1].legs] == ["Main Street", "Second Street"]
    assert [leg.order for leg in branches[1].legs] == [1, 2]


CLOSED = {
    "Police closed Temple and Spring Street. They marched down Main.": ("Temple", "Spring Street"),
    "They marched down Main because Temple Street was closed.": ("Temple Street",),
    "La policía cerró la calle Temple.": ("calle Temple",),
    "La calle Temple estaba cerrada, marcharon por Main.": ("calle Temple",),
    "Police blocked Alameda as students marched down First Street.": ("Alameda",),
    "Students blocked First Street.": (),
    "They closed their rally.": (),
}


@pytest.mark.parametrize(("text", "expected"), CLOSED.items())
def test_closed_streets_are_named_and_not_walked(text: str, expected: tuple[str, ...]) -> None:
    found = directions.read(text)
    assert found.closed == expected
    walked = {leg.street for branch in found.branches for leg in branch.legs}
    assert not walked & set(expected)


def test_each_word_has_its_role() -> None:
    text = "They marched, singing, down Fourth Street past City Hall and turned right on Soto."
    found = directions.read(text)
    roles = [(text[slice(*role.span)], role.kind) for role in found.roles]
    assert roles == [
        ("They", "link"), ("marched", "verb"), ("singing", "unread"), ("down", "link"),
        ("Fourth Street", "street"), ("past", "link"), ("City Hall", "place"), ("and", "link"),
        ("turned", "verb"), ("right", "turn"), ("on", "link"), ("Soto", "street"),
    ]  # fmt: skip
    assert [text[slice(*span)] for span in found.unread] == ["singing"]
