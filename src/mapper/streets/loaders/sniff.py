"""Tell what a file holds by its first bytes, and unpack what is compressed."""

from __future__ import annotations

import bz2
import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from mapper.errors import DataError
from mapper.streets.loaders.result import Given

HEAD_BYTES = 65_536
# A street file of a whole state unpacks to less; a bomb unpacks to more.
MOST_BYTES = 16 * 1024**3
CHUNK_BYTES = 1 << 20
COMPRESSED: dict[bytes, Callable[[Path], gzip.GzipFile | bz2.BZ2File]] = {
    b"\x1f\x8b": gzip.GzipFile,
    b"BZh": bz2.BZ2File,
}
MAGIC = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"SQLite format 3\x00": "geo",
    b"PAR1": "parquet",
    b"fgb\x03": "geo",
    b"\x00\x00\x27\x0a": "geo",
}
# Wanted inside a zip, best first: a feed also holds shapes.txt, a download also a .csv.
WANTED = ("stops.txt", ".shp", ".gdb", ".gpkg", ".parquet", ".fgb", ".osm", ".geojson", ".json")
WANTED_LAST = (".xml", ".csv")


def kind(given: Given) -> str:
    """What a file holds: "osm", "overpass", "geo", "parquet", "zip" or "csv".

    Raises:
        DataError: it is missing, empty, a folder, a web page, or nothing that is known.
    """
    head = first_bytes(given)
    for magic, found in MAGIC.items():
        if head.startswith(magic):
            return found
    text = _text(given, head).lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return _kind_of_xml(given, text)
    if text.startswith(("{", "[")):
        return _kind_of_json(text)
    return "csv"


def first_bytes(given: Given) -> bytes:
    """The head of a file.

    Raises:
        DataError: it is missing, a folder, empty, or may not be read.
    """
    try:
        with given.path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise DataError("file_not_found", file=given.file) from error
    except IsADirectoryError as error:
        raise DataError("file_is_folder", file=given.file) from error
    except OSError as error:
        raise DataError("file_unreadable", file=given.file, reason=error.strerror) from error
    if not head.strip():
        raise DataError("file_empty", file=given.file)
    return head


def _text(given: Given, head: bytes) -> str:
    """The head as text: anything that holds a zero byte is no text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataError("file_not_utf8", file=given.file, row=1, value="UTF-16")
    if b"\x00" in head:
        raise DataError("streets_unknown", file=given.file)
    return head.decode("utf-8", errors="replace")


def _kind_of_xml(given: Given, text: str) -> str:
    """OSM XML, or a refusal that says what it is instead."""
    if re.search(r"<osm[\s>]", text):
        return "osm"
    if re.search(r"<!doctype html|<html|<head|<body", text, re.IGNORECASE):
        raise DataError("file_html", file=given.file)
    raise DataError("streets_unknown", file=given.file)


def _kind_of_json(text: str) -> str:
    """Overpass has ``elements``; all other JSON is left to GDAL."""
    if re.search(r'"type"\s*:\s*"FeatureCollection"', text):
        return "geo"
    is_overpass = re.search(r'"elements"\s*:\s*\[|"osm3s"\s*:|"generator"\s*:\s*"Overpass', text)
    return "overpass" if is_overpass else "geo"


def unpacked(given: Given, folder: Path) -> Given:
    """The same file, or a copy in ``folder`` without the layers of gzip and bzip2 around it.

    Raises:
        DataError: it cannot be unpacked.
    """
    head = first_bytes(given)
    opener = next((opens for magic, opens in COMPRESSED.items() if head.startswith(magic)), None)
    if opener is None:
        return given
    target = folder / (Path(given.file).stem or "unpacked")
    try:
        with opener(given.path) as packed:
            _copy(given, packed, target)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError("file_unreadable", file=given.file, reason=str(error)) from error
    return replace(given, path=target)


def _copy(given: Given, packed: gzip.GzipFile | bz2.BZ2File, target: Path) -> None:
    """Copy a stream to disk, and stop where it grows out of all reason."""
    written = 0
    with target.open("wb") as file:
        while chunk := packed.read(CHUNK_BYTES):
            written += len(chunk)
            if written > MOST_BYTES:
                raise DataError("file_too_big", file=given.file, value=MOST_BYTES // 1024**3)
            file.write(chunk)


def member(given: Given, folder: Path) -> Given:
    """The street file inside a zip, taken out into ``folder``.

    Raises:
        DataError: the zip is broken, too big, or holds no street file.
    """
    try:
        with zipfile.ZipFile(given.path) as packed:
            entries = [entry for entry in packed.infolist() if not _is_litter(entry.filename)]
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise DataError("file_too_big", file=given.file, value=MOST_BYTES // 1024**3)
            packed.extractall(folder, entries)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, zlib.error) as error:
        # a RuntimeError is how zipfile says "encrypted"
        raise DataError("file_unreadable", file=given.file, reason=str(error)) from error
    found = next(_wanted(folder), None)
    if found is None:
        names = ", ".join(entry.filename for entry in entries[:6])
        raise DataError("zip_without_streets", file=given.file, value=names)
    return replace(given, path=found)


def _is_litter(name: str) -> bool:
    """Files that macOS and others add to every zip."""
    return name.startswith("__MACOSX/") or Path(name).name.startswith("._")


def _wanted(folder: Path) -> Iterator[Path]:
    """The files that may hold streets, best first; of several shapefiles the largest."""
    every = sorted(folder.rglob("*"), key=lambda path: (-path.stat().st_size, str(path)))
    for ending in (*WANTED, *WANTED_LAST):
        yield from (path for path in every if path.name.lower().endswith(ending))
