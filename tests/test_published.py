"""What the map in time fetches: compressed once, named by its content, below the proxy's path."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from mapper.settings import BASE_PATH
from mapper.ui import published

TEXT = json.dumps({"title": ["Salida de clases en Peñón"] * 50}, ensure_ascii=False)


def test_a_text_is_compressed_and_named_by_its_content(tmp_path: Path) -> None:
    first, again, other = (published.text(tmp_path, text) for text in (TEXT, TEXT, TEXT + " "))
    (file,) = tmp_path.rglob(Path(first).name)
    assert first == again != other
    assert first.endswith(".json.gz")
    assert gzip.decompress(file.read_bytes()).decode() == TEXT
    assert file.stat().st_size < len(TEXT) / 4


def test_the_same_text_is_the_same_file_on_another_day(tmp_path: Path) -> None:
    published.text(tmp_path / "one", TEXT)
    published.text(tmp_path / "two", TEXT)
    one, two = (path.read_bytes() for path in sorted(tmp_path.rglob("*.gz")))
    assert one == two
    assert one[4:8] == bytes(4), "no time stamp"


def test_every_address_begins_with_the_path_of_the_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / "main.js").write_text("export {};", encoding="utf-8")
    monkeypatch.setenv(BASE_PATH, "walkouts")
    address = published.text(tmp_path, TEXT)
    modules = published.folder(tmp_path, tmp_path / "from")
    assert {address.split("layers/")[0], modules.split("layers/")[0]} == {"/walkouts/app/static/"}
