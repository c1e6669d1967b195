"""Write whole files, or nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pandas as pd

from mapper.errors import DataError


def replace(path: Path, content: bytes) -> None:
    """Write a whole file or nothing.

    Raises:
        DataError: the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise DataError("cannot_write", file=str(path), reason=error.strerror) from error


def as_csv(table: pd.DataFrame) -> bytes:
    """A table as UTF-8 CSV with Unix line ends."""
    return table.to_csv(index=False, lineterminator="\n").encode()
