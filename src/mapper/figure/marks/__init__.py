"""Events as marks on a map, and how they are drawn."""

from mapper.figure.marks.groups import Mark, Places, of, places
from mapper.figure.marks.look import LAYERS, draw, draw_bodies, draw_plain, number, shade, stretch

__all__ = [
    "LAYERS",
    "Mark",
    "Places",
    "draw",
    "draw_bodies",
    "draw_plain",
    "number",
    "of",
    "places",
    "shade",
    "stretch",
]
