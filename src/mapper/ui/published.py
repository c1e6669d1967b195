"""Copies for the browser to fetch, each named by its content: none is ever stale."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mapper import basemap, disk
from mapper.settings import static_url

NAME = 16  # hex digits of the checksum


def text(static: Path, content: str) -> str:
    """The address of a text (JSON)."""
    layers = static / "layers"
    layers.mkdir(parents=True, exist_ok=True)
    return basemap.put(layers, content.encode())


def folder(static: Path, source: Path) -> str:
    """The address of a copy of a folder's JavaScript modules, which import each other by name."""
    files = {path.name: path.read_bytes() for path in sorted(source.glob("*.js"))}
    every = b"".join(name.encode() + content for name, content in files.items())
    name = hashlib.sha256(every).hexdigest()[:NAME]
    copies = static / "layers" / name
    copies.mkdir(parents=True, exist_ok=True)
    for file_name, content in files.items():
        if not (copies / file_name).exists():
            disk.replace(copies / file_name, content)
    return static_url(f"layers/{name}/")
