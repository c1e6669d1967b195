"""Which data a file was made from: a figure, or a bundle that was taken home."""

from __future__ import annotations

import json
import re

from mapper.errors import DataError
from mapper.figure import read

# The stamp stands near the beginning of a bundle; it holds no "<".
_STAMP = re.compile(rb'<script type="application/json" id="stamp">([^<]*)</script>')
_NAME = re.compile("[0-9a-f]{16}")
_HTML = b"<!doctype html>"


def data_of(held: bytes, file: str) -> str:
    """The name of the data that a file was made from.

    Args:
        held: what the file holds.
        file: its name, for the message.

    Raises:
        DataError: it is neither a figure nor a bundle of ours.
    """
    if held[: len(_HTML)].lower() == _HTML:
        return _of_bundle(held, file)
    return read.stamp_in(held, file).data


def _of_bundle(held: bytes, file: str) -> str:
    """The same of a bundle."""
    found = _STAMP.search(held)
    try:
        name = json.loads(found[1])["data"] if found else ""
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise DataError("figure_broken", file=file) from error
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise DataError("figure_without_stamp", file=file)
    return name
