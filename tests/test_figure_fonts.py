"""The letters of the figures come from our own files, and say whose they are."""

from __future__ import annotations

import warnings

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont
from matplotlib import font_manager
from matplotlib.figure import Figure

from mapper.figure import fonts, rc

SPANISH = "ÁÉÍÓÚÜÑáéíóúüñ¿¡«»–—“”…"
OFL = "SIL Open Font License, Version 1.1"


@pytest.mark.parametrize("path", fonts.OWN, ids=lambda path: path.stem)
def test_a_font_has_a_name_of_its_own_and_keeps_its_licence(path: fonts.Path) -> None:
    names = {row.nameID: str(row) for row in TTFont(path)["name"].names}
    assert names[1] in ("Mapper Sans", "Mapper Serif")
    assert not any("Source" in names[number] for number in (1, 3, 4, 6))
    assert "Adobe" in names[0]
    assert OFL in names[13]


@pytest.mark.parametrize("path", fonts.OWN, ids=lambda path: path.stem)
def test_a_font_has_spanish_letters_and_arrows(path: fonts.Path) -> None:
    assert {ord(letter) for letter in SPANISH + "→←↑↓×−≤"} <= fonts.letters(path)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", [fonts.sans, fonts.serif])
def test_matplotlib_takes_our_file_and_then_its_own(
    family: type[fonts.FontProperties], bold: bool
) -> None:
    font = family(9, bold=bold)
    found = font_manager.fontManager._find_fonts_by_props(font)
    assert tuple(fonts.Path(each.path) for each in found) == fonts.files(font)


def test_letters_that_no_font_has_are_shown_as_missing() -> None:
    assert fonts.drawable("a中b\n→ñ") == "a□b\n→ñ"


def test_other_scripts_are_drawn_without_a_warning() -> None:
    figure = Figure()
    figure.text(0, 0, "Ñandú Привет שלום مرحبا $x^2$", font=fonts.serif(12, bold=True))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure.draw_without_rendering()


def test_settings_of_the_machine_do_not_reach_a_figure() -> None:
    before = mpl.rcParams["font.size"]
    mpl.rcParams["font.size"] = 33
    try:
        with rc.fixed():
            assert mpl.rcParams["font.size"] == mpl.rcParamsDefault["font.size"]
            assert not mpl.rcParams["text.parse_math"]
        assert mpl.rcParams["font.size"] == 33
    finally:
        mpl.rcParams["font.size"] = before
