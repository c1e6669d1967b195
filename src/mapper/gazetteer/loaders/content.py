"""Look into a file before it is read: what it is, by its bytes and never by its name."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from mapper.errors import DataError

Sort = Literal["text", "geo"]
# Enough for any header line and some rows of any of the formats.
HEAD_BYTES = 65_536
# GeoNames' dump of the United States has 0.3 GB unpacked: a far larger file is a mistake or a bomb.
MOST_BYTES = 2_000_000_000
# What a table in a zip may be called; GeoNames puts a short readme.txt beside its own.
TABLE_ENDS = (".csv", ".txt", ".tsv", ".tab", ".geojson", ".json", ".gpkg")
SHAPE_ENDS = (".shp",)
ZIP = b"PK\x03\x04"
# The first bit of a member's flags: a password. And the methods that the standard library unpacks.
LOCKED = 1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
# GeoPackage (SQLite), GeoParquet, shapefile: the first bytes that each format prescribes.
GEO_STARTS = (b"SQLite format 3\x00", b"PAR1", b"\x00\x00\x27\x0a")
# The old Excel container; the new one is a zip with a folder named xl.
EXCEL = b"\xd0\xcf\x11\xe0"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"
# A table of text has no other control signs than these three; a stray one is cleaned, and
# so many are no text: of random bytes, a ninth are control signs.
TEXT_CONTROLS = b"\t\r\n"
MOST_CONTROLS = 0.05


@dataclass(frozen=True)
class Content:
    """A file and, in a zip, the one file in it that holds the places."""

    path: Path
    inner: str
    head: bytes

    @property
    def sort(self) -> Sort:
        """Whether this is a table of text or a file of shapes."""
        is_json = self.head.removeprefix(UTF8_MARK).lstrip().startswith(b"{")
        is_geo = is_json or self.head.startswith(GEO_STARTS)
        return "geo" if is_geo else "text"

    @property
    def address(self) -> str:
        """Where GDAL finds the file, inside a zip too."""
        return f"/vsizip/{self.path}/{self.inner}" if self.inner else str(self.path)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """The bytes, unpacked.

        Raises:
            DataError: the file cannot be read, or ends before its end.
        """
        try:
            if self.inner:
                with zipfile.ZipFile(self.path) as packed, packed.open(self.inner) as stream:
                    yield stream
            else:
                with self.path.open("rb") as stream:
                    yield stream
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise DataError("file_truncated", file=self.path.name) from error
        except OSError as error:
            raise _unreadable(self.path, error) from error


def look(path: Path) -> Content:
    """Open a file as far as needed to say what it is.

    Raises:
        DataError: it is missing, a folder, empty, packed in a way that cannot be opened, or plainly
            no table of places: a web page, a spreadsheet, a picture.
    """
    if path.is_dir():
        raise DataError("file_is_folder", file=path.name or str(path))
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise DataError("file_not_found", file=path.name) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    found = _unpacked(path) if head.startswith(ZIP) else Content(path, "", head)
    _check(found)
    return found


def _unreadable(path: Path, error: OSError) -> DataError:
    """The system's reason, without its path."""
    return DataError("file_unreadable", file=path.name, reason=error.strerror or "")


def _unpacked(path: Path) -> Content:
    """The file of a zip that holds the places: its shapefile, or its largest table."""
    try:
        with zipfile.ZipFile(path) as packed:
            member = _member(path, packed.infolist())
    except zipfile.BadZipFile as error:
        raise DataError("file_truncated", file=path.name) from error
    found = Content(path, member.filename, b"")
    with found.opened() as stream:
        return Content(path, member.filename, stream.read(HEAD_BYTES))


def _member(path: Path, members: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    """The one to read."""
    if any(member.filename.startswith("xl/") for member in members):
        raise DataError("file_spreadsheet", file=path.name)
    files = _ending(members, SHAPE_ENDS) or _ending(members, TABLE_ENDS)
    if not files:
        raise DataError("zip_without_table", file=path.name)
    chosen = max(files, key=lambda member: member.file_size)
    if chosen.flag_bits & LOCKED or chosen.compress_type not in METHODS:
        raise DataError("zip_closed", file=path.name)
    if chosen.file_size > MOST_BYTES:
        raise DataError("file_too_large", file=path.name)
    return chosen


def _ending(members: list[zipfile.ZipInfo], ends: tuple[str, ...]) -> list[zipfile.ZipInfo]:
    """The files with such a name; those that macOS adds to a zip are shadows of others."""
    named = (member for member in members if member.filename.lower().endswith(ends))
    return [member for member in named if not member.filename.startswith("__MACOSX")]


def _check(found: Content) -> None:
    """Refuse what is no table of places."""
    start = found.head.removeprefix(UTF8_MARK).lstrip()
    if not start.strip(b"\x00"):
        raise DataError("file_empty", file=found.path.name)
    if start.startswith(b"<"):
        raise DataError("file_html", file=found.path.name)
    if start.startswith(EXCEL):
        raise DataError("file_spreadsheet", file=found.path.name)
    if found.sort == "text" and _is_binary(found.head):
        raise DataError("file_binary", file=found.path.name)


def _is_binary(head: bytes) -> bool:
    """Whether the bytes are no text in any of the encodings that are read."""
    if head.startswith(UTF16):
        return False
    controls = sum(byte < ord(" ") and byte not in TEXT_CONTROLS for byte in head)
    return controls > MOST_CONTROLS * len(head)
