"""The sheet of a figure: words around a picture, set from what the letters really measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from matplotlib.figure import Figure

from mapper.figure import colours, legend
from mapper.figure.legend import Key, Legend
from mapper.figure.pen import Box, Ink, Pen, blank
from mapper.figure.presets import Preset
from mapper.figure.text import ELLIPSIS, Face, balanced, cut, wrap
from mapper.i18n import N_, Words

# The least share of the sheet's height that is left to the picture, and of its width to words.
PICTURE, PANEL = 0.3, 0.335
SHRINK = 0.94
FOOT_LINES = 3
NOTICES = {
    "headline": N_("The headline is too long for this size: it was cut."),
    "standfirst": N_("The standfirst is too long for this size: it was cut."),
    "legend": N_("Some entries of the legend had no room on this size."),
    "sources": N_("The list of sources is too long for this size: it was cut."),
    "unread": N_("Some characters cannot be written: they are shown as �."),
    "letters": N_("Some characters are in no font of the figure: they are shown as □."),
}


@dataclass(frozen=True)
class Around:
    """The words around a picture. ``notes`` are below it, ``foot`` at the edge of the sheet.

    ``is_ours``: the standfirst is no reader's, and nothing of it may be cut.
    """

    kicker: str
    headline: str
    standfirst: str
    keys: Sequence[Key] = ()
    notes: Sequence[str] = ()
    foot: Sequence[str] = ()
    is_ours: bool = False


@dataclass(frozen=True)
class Block:
    """Lines of one face, and the space under them."""

    name: str
    lines: Sequence[str]
    face: Face
    colour: str
    after: float = 0.0

    @property
    def height(self) -> float:
        """With the space under it; 0 where there is no line."""
        return len(self.lines) * self.face.leading + self.after if self.lines else 0.0


@dataclass(frozen=True)
class Sheet:
    """A figure with its words set, and the room that is left for the picture.

    ``notices``: keys of :data:`NOTICES`: what was cut.
    """

    figure: Figure
    picture: Box
    notices: Sequence[str] = field(default=())

    @property
    def pen(self) -> Pen:
        """To draw the picture with."""
        return Pen(self.figure)

    def told(self, t: Words) -> tuple[str, ...]:
        """What was cut, in words."""
        return tuple(t(NOTICES[name]) for name in self.notices)


def lay(around: Around, preset: Preset) -> Sheet:
    """Set the words, and say what room the picture has.

    Where a standfirst of ours has no room, it is said whole below the picture.
    """
    page = _set(around, preset)
    if around.is_ours and "standfirst" in page.notices:
        notes = [" ".join([around.standfirst, *around.notes])]
        page = _set(replace(around, standfirst="", notes=notes), preset)
    return page


def _set(around: Around, preset: Preset) -> Sheet:
    """The same, whatever has no room."""
    figure = blank(preset, colours.SHEET)
    inner = Box(
        preset.margin,
        preset.margin + preset.foot_room,
        preset.width - preset.margin,
        preset.height - preset.margin - preset.head_room,
    )
    foot = _foot(around, preset, inner.width)
    rest = inner._replace(bottom=_up(Pen(figure), foot, inner))
    column = rest._replace(right=rest.left + inner.width * PANEL) if preset.is_side else rest
    keys, lost = _keys(around, preset, column)
    floor = 0.0 if preset.is_side else preset.height * PICTURE
    room = column.height - keys.height - floor - 2 * preset.gap
    head = _head(around, preset, column.width, room)
    top = _down(Pen(figure), head, column)
    picture = _picture(Pen(figure), keys, column._replace(top=top), rest, preset)
    blocks = [*head, *foot]
    return Sheet(figure, picture, _notices(around, blocks, lost=lost))


def _picture(pen: Pen, keys: Legend, column: Box, rest: Box, preset: Preset) -> Box:
    """Set the legend: under the words that stand beside the picture, or under the picture."""
    if preset.is_side:
        keys.draw(pen, column._replace(top=column.top - preset.gap))
        left = column.right + preset.margin * 0.8
        return Box(left, rest.bottom, preset.width - preset.margin, rest.top)
    floor = column.bottom + keys.height
    keys.draw(pen, column._replace(top=floor))
    return Box(
        column.left, floor + preset.gap * (1.4 if keys.height else 0), column.right, column.top
    )


def _keys(around: Around, preset: Preset, column: Box) -> tuple[Legend, bool]:
    """The legend, and whether entries at its end had no room."""
    face, icon = Face(preset.body), preset.mark
    most = column.height * (0.7 if preset.is_side else 0.4)
    keys = list(around.keys)
    while True:
        found = legend.of(keys, face, icon, column.width, preset.columns)
        if found.height <= most or len(keys) <= 1:
            return found, len(keys) < len(around.keys)
        keys.pop()


def _head(around: Around, preset: Preset, width: float, room: float) -> list[Block]:
    """Kicker, headline and standfirst in the room: smaller first, then cut."""
    found: list[Block] = []
    for found in _tries(around, preset, width):
        if sum(block.height for block in found) <= room:
            break
    return found


def _tries(around: Around, preset: Preset, width: float) -> Iterator[list[Block]]:
    """The head in ever less room."""
    gap = preset.gap
    small = Face(preset.body, is_bold=True)
    kicker = Block(
        "kicker",
        cut(balanced(around.kicker, small, width), 2, small, width),
        small,
        colours.ACCENT,
        gap * 0.5,
    )
    for face, text in _standfirsts(around, preset, width):
        under = Block("standfirst", text, face, colours.FAINT, gap * 1.4)
        yield from ([kicker, over, under] for over in _headlines(around, preset, width))


def _standfirsts(around: Around, preset: Preset, width: float) -> Iterator[tuple[Face, list[str]]]:
    """The standfirst in ever less room: ours first in smaller letters, then ever more of it cut."""
    most = preset.lines[1]
    face = Face(preset.standfirst)
    usual = wrap(around.standfirst, face, width)
    size = preset.standfirst
    while around.is_ours and size >= preset.body:
        small = Face(size)
        lines = wrap(around.standfirst, small, width, len(around.standfirst))
        if len(lines) <= most:
            yield small, list(lines)
        size *= SHRINK
    for count in range(min(len(usual), most), -1, -1):
        yield face, cut(usual, count, face, width) if count else []


def _headlines(around: Around, preset: Preset, width: float) -> Iterator[Block]:
    """The headline in ever smaller letters, cut where the smallest need too many lines."""
    size, most = preset.headline, preset.lines[0]
    while size >= preset.least:
        face = Face(size, is_bold=True, is_serif=True)
        lines = balanced(around.headline, face, width)
        if len(lines) <= most or size * SHRINK < preset.least:
            held = cut(lines, most, face, width)
            yield Block("headline", held, face, colours.TEXT, preset.gap)
        size *= SHRINK


def _foot(around: Around, preset: Preset, width: float) -> list[Block]:
    """Notes, then the small print, from above to below."""
    face = Face(preset.small)
    gap = preset.gap
    notes = [
        Block("note", wrap(note, face, width, len(note)), face, colours.TEXT, gap * 0.25)
        for note in around.notes
    ]
    print_ = [
        Block("sources", cut(wrap(line, face, width), FOOT_LINES, face, width), face, colours.FAINT)
        for line in around.foot
    ]
    return [Block("space", (), face, colours.TEXT), *notes, *print_]


def _down(pen: Pen, blocks: Sequence[Block], box: Box) -> float:
    """Set blocks from the top of a box; gives where the last ends."""
    top = box.top
    for block in blocks:
        for at, line in enumerate(block.lines):
            y = top - block.face.size * 0.98 - at * block.face.leading
            pen.text((box.left, y), line, block.face, block.colour, gid=block.name)
        top -= block.height
    return top


def _up(pen: Pen, blocks: Sequence[Block], box: Box) -> float:
    """Set blocks at the bottom of a box, under a rule; gives where the rest of the box ends."""
    tall = sum(block.height for block in blocks)
    if not tall:
        return box.bottom
    gap = blocks[0].face.size * 0.6
    top = box.bottom + tall
    _down(pen, blocks, box._replace(top=top))
    rule = Box(box.left, top + gap / 2, box.right, top + gap / 2 + gap / 10)
    pen.box(rule, Ink(colours.RULE))
    return top + gap * 1.5


def _notices(around: Around, blocks: Sequence[Block], *, lost: bool) -> tuple[str, ...]:
    """What was cut."""
    set_ = {name: " ".join(_lines(blocks, name)) for name in ("headline", "standfirst", "sources")}
    wanted = {
        "headline": around.headline,
        "standfirst": around.standfirst,
        "sources": " ".join(around.foot),
    }
    found = [name for name, text in wanted.items() if _is_cut(set_[name], text)]
    found += ["legend"] * lost
    given = "".join(wanted.values())
    strange = any("□" in text for text in set_.values()) and "□" not in given
    found += ["unread"] * any("�" in text for text in set_.values())
    return (*found, *["letters"] * strange)


def _lines(blocks: Sequence[Block], name: str) -> list[str]:
    """The lines of the blocks of a name."""
    return [line for block in blocks if block.name == name for line in block.lines]


def _is_cut(shown: str, wanted: str) -> bool:
    """Whether a text is not shown to its end."""
    return shown.count(ELLIPSIS) > wanted.count(ELLIPSIS) or (bool(wanted.strip()) and not shown)
