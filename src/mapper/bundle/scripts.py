"""Our modules as one script: each becomes a function that gives what it exports.

No build tool is needed for it, because our own modules are written in one way: imports stand at
the top and name what they want, exports stand before a function or a constant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const) (\w+))", re.MULTILINE)
_REST = re.compile(r"^(?:import|export)\b|\bimport\(", re.MULTILINE)


def joined(start: str, *folders: Path) -> str:
    """One script that runs a module with all that it needs, each after what it imports.

    Args:
        start: the name of the module to begin with, without its ending.
        folders: where the modules are; of two of one name, the one of the first folder counts.

    Raises:
        ValueError: a module is written in a way that this does not know.
    """
    known = {path.stem: path for folder in reversed(folders) for path in folder.glob("*.js")}
    texts: dict[str, str] = {}
    _gather(start, known, texts)
    needs = {name: [found[2] for found in _IMPORT.finditer(text)] for name, text in texts.items()}
    order = TopologicalSorter(dict(sorted(needs.items()))).static_order()
    return "".join(_wrapped(name, texts[name]) for name in order)


def _gather(name: str, known: Mapping[str, Path], texts: dict[str, str]) -> None:
    """Read a module and all that it imports."""
    if name in texts:
        return
    texts[name] = known[name].read_text(encoding="utf-8")
    for found in _IMPORT.finditer(texts[name]):
        _gather(found[2], known, texts)


def _wrapped(name: str, text: str) -> str:
    """One module as a function that was called."""
    body = _EXPORT.sub(r"\1", _IMPORT.sub("", text))
    if _REST.search(body):
        raise ValueError(name)
    given = ", ".join(found[2] for found in _EXPORT.finditer(text))
    taken = "".join(_taken(text))
    return f"const ${name} = (() => {{\n{taken}{body}return {{ {given} }};\n}})();\n"


def _taken(text: str) -> Iterator[str]:
    """What a module takes from those before it."""
    for found in _IMPORT.finditer(text):
        names = " ".join(found[1].split()).replace(" as ", ": ")
        yield f"const {{ {names} }} = ${found[2]};\n"
