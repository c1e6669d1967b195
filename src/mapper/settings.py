"""Where the files of a project lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Folders:
    """The two folders of a project: what was said (``data``) and where it is (``geo``)."""

    data: Path = ROOT / "data"
    geo: Path = ROOT / "geo"


def folders() -> Folders:
    """The folders named by MAPPER_DATA and MAPPER_GEO, else those beside the app."""
    return Folders(
        Path(os.environ.get("MAPPER_DATA") or ROOT / "data"),
        Path(os.environ.get("MAPPER_GEO") or ROOT / "geo"),
    )


def user_agent() -> str:
    """How an online service is told who asks (MAPPER_USER_AGENT); "" where nobody said."""
    return os.environ.get("MAPPER_USER_AGENT", "")


def contact() -> str:
    """Where readers may report an error (MAPPER_CONTACT), as it was set; "" where nobody said."""
    return os.environ.get("MAPPER_CONTACT", "")


def wants_chart() -> bool:
    """Whether the built-in chart is to be drawn instead of the player (MAPPER_MAP=chart)."""
    return os.environ.get("MAPPER_MAP", "") == "chart"


# The name and the time of each file of some folders: what anything read from them depends on.
Stamp = tuple[tuple[str, int, int], ...]


def stamp(*places: Path) -> Stamp:
    """The stamp of the files that now lie in the folders."""
    files = (path for place in places for path in sorted(place.glob("*.*")) if path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)
