"""What travels in the file of a figure: what was asked, which data, and which programs made it."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from mapper.catalog import schema
from mapper.figure import fonts
from mapper.figure.spec import KINDS, PRESETS, Drawn, Spec
from mapper.i18n import LOCALES
from mapper.model import Window
from mapper.snapshots import Snapshot

FORMAT = 1
PACKAGE = Path(__file__).parents[1]
# What can make other bytes of the same facts: libraries, our own code, letters and ground.
LIBRARIES = (
    "mapper", "matplotlib", "numpy", "shapely", "pyproj", "pillow", "fonttools", "pypdf", "Babel",
)  # fmt: skip
NO_PART = ("ui", "cli")  # of the package: they ask for a figure and draw nothing of it
GROUND = ("basemap_*", "gazetteer.csv", "us_places.csv", "crossings.csv")
DIGITS = 12  # of a checksum that is only compared
# Above so many events, a file carries only the name of the data.
MOST_ROWS = 2_000


@dataclass(frozen=True)
class Stamp:
    """The origin of one file.

    ``made_by``: as :func:`versions` gives it; ``data``: the name of the snapshot; ``rows``: event
    to digest for what is drawn or counted, ``None`` where there are more than :data:`MOST_ROWS`.
    """

    format: int
    made_by: dict[str, str]
    data: str
    spec: Spec
    rows: dict[str, str] | None
    alt: str
    caption: str

    @property
    def title(self) -> str:
        """The title of the file: the reader's headline, else the caption."""
        return self.spec.headline or self.caption


def of(spec: Spec, drawn: Drawn, snapshot: Snapshot, made_by: Mapping[str, str]) -> Stamp:
    """The stamp of a figure that was drawn from a snapshot."""
    rows = snapshot.digests(sorted(drawn.events)) if len(drawn.events) <= MOST_ROWS else None
    return Stamp(FORMAT, dict(made_by), snapshot.name, spec, rows, drawn.alt, drawn.caption)


def versions(geo: Path) -> dict[str, str]:
    """What made a figure: libraries with their version, the rest with a checksum."""
    libraries = {name.lower(): version(name) for name in LIBRARIES}
    ground = sorted({path for form in GROUND for path in geo.glob(form)})
    return {
        **libraries,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "code": CODE,
        "letters": LETTERS,
        "ground": _checksum([path for path in ground if path.suffix != ".toml"]),
    }


def _checksum(files: list[Path]) -> str:
    """The checksum of some files, by their names and what they hold."""
    found = hashlib.sha256()
    for path in files:
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:DIGITS]


def _code() -> str:
    """The checksum of the code and the words behind a figure."""
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.po")]
    own = [path for path in files if path.relative_to(PACKAGE).parts[0] not in NO_PART]
    return _checksum(sorted(own))


# Taken when the code is loaded: a server may run on after its files were changed.
CODE = _code()
LETTERS = _checksum(sorted(fonts.OWN))


def dumps(stamp: Stamp) -> str:
    """A stamp as JSON, always in the same order."""
    return json.dumps(
        _converter().unstructure(stamp), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def loads(text: str) -> Stamp:
    """A stamp from its JSON.

    Raises:
        ValueError: it is no stamp of a format that is known.
    """
    raw = json.loads(text)
    if not isinstance(raw, dict):
        raise ValueError(FORMAT)  # noqa: TRY004 - a file's fault, not the caller's
    try:
        found = _converter().structure(raw, Stamp)
    except BaseValidationError as error:
        raise ValueError(str(error)) from error
    # A number where a text must be is turned into one in silence: it does not come back the same.
    if _converter().unstructure(found) != raw or not _is_known(found):
        raise ValueError(FORMAT)
    return found


def _is_known(stamp: Stamp) -> bool:
    """Whether the stamp asks for something that there is."""
    spec = stamp.spec
    known = spec.kind in KINDS and spec.preset in PRESETS and spec.lang in LOCALES
    known &= set(spec.filters.kinds) <= set(schema.KINDS)
    known &= set(spec.filters.confidences) <= set(schema.CONFIDENCES)
    return known and stamp.format == FORMAT


@cache
def _converter() -> Converter:
    """Stamps to plain values and back; nothing that is not in the class is let in."""
    made = make_converter(forbid_extra_keys=True)
    made.register_unstructure_hook(Window, lambda days: [day.isoformat() for day in days])
    made.register_structure_hook(Window, _window)
    return made


def _window(raw: Any, _: type) -> Window:  # noqa: ANN401 - whatever a file holds
    """Two days, as ISO 8601 writes them, in order."""
    first, last = map(date.fromisoformat, raw)
    if first > last:
        raise ValueError(raw)
    return Window(first, last)
