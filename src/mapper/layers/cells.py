"""Places by cell of Uber's H3 grid, at each resolution that the map may count by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import h3
import numpy as np
import numpy.typing as npt
from h3.api import numpy_int

Ints = npt.NDArray[np.uint64]
# From cells of 183 km on a side to some of 3.7 km; nearer, there are few enough events for dots.
RESOLUTIONS = (2, 3, 4, 5, 6)
# Fewer events than these are always drawn one by one.
MOST_SINGLE = 100_000
# Where an H3 index holds its resolution, and three bits a step below it; 7 is "no step".
RESOLUTION_BIT, STEP_BITS, FINEST = 52, 3, 15


def cells(lon: Sequence[float], lat: Sequence[float]) -> list[dict[str, Any]]:
    """The cells that hold some places.

    Args:
        lon: degrees, WGS 84.
        lat: degrees.

    Returns:
        One table a resolution: ``resolution``, ``of`` (the row of each place's cell), ``lon`` and
        ``lat`` (degrees, each cell's centre) and ``ring`` (each cell's corners, lon and lat in
        turn).
    """
    index = numpy_int.latlng_to_cell
    places = zip(lat, lon, strict=True)
    fine = np.array([index(*place, RESOLUTIONS[-1]) for place in places], dtype=np.uint64)
    return [_table(parents(fine, resolution), resolution) for resolution in RESOLUTIONS]


def parents(fine: Ints, resolution: int) -> Ints:
    """The coarser cells that hold cells: what H3's ``cell_to_parent`` gives, for many at once."""
    blank = np.uint64((1 << (STEP_BITS * (FINEST - resolution))) - 1)
    kept = fine & ~np.uint64(0b1111 << RESOLUTION_BIT)
    found: Ints = kept | np.uint64(resolution << RESOLUTION_BIT) | blank
    return found


def _table(found: Ints, resolution: int) -> dict[str, Any]:
    """The cells of one resolution."""
    every, of = np.unique(found, return_inverse=True)
    names = [h3.int_to_str(int(cell)) for cell in every]
    centres = [h3.cell_to_latlng(name) for name in names]
    rings = [h3.cell_to_boundary(name) for name in names]
    return {
        "resolution": resolution,
        "of": of.tolist(),
        "lon": [round(lon, 5) for _, lon in centres],
        "lat": [round(lat, 5) for lat, _ in centres],
        "ring": [[round(x, 5) for lat, lon in ring for x in (lon, lat)] for ring in rings],
    }
