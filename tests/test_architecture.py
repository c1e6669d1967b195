"""The import rules of docs/architecture.md, as a test."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/mapper"
LAYERS = [
    {"errors", "model"},
    {
        "settings",
        "crs",
        "cards",
        "contact",
        "disk",
        "geometry",
        "i18n",
        "markup",
        "names",
        "safety",
        "sheets",
        "spelling",
        "tables",
    },
    {"contract"},
    {"catalog", "gazetteer", "streets"},
    {"places", "providers", "local", "decisions"},
    {"answers", "online", "directions", "fetch"},
    {"routes"},
    {"knowledge"},
    {"ledger"},
    {"select"},
    {"areas"},
    {"totals"},
    {"project"},
    {"breakdown", "claims", "spread", "passed", "playback", "snapshots"},
    {"describe", "disagree"},
    {"links", "export", "layers", "view", "basemap", "batch", "serve"},
    {"charts", "figure", "player", "telling"},
    {"bundle", "origin"},
    {"ui", "cli"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
MOST_LINES = 200
MOST_PAGE_LINES = 25


@cache
def parsed(path: Path) -> ast.Module:
    """A file as a syntax tree, read once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> set[str]:
    """Every dotted name a file imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def own_name(path: Path) -> str:
    """The module or folder of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def code_lines(path: Path) -> int:
    """Lines that hold code: not blank, not comment, not docstring."""
    held: set[int] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.stmt | ast.expr | ast.keyword | ast.alias | ast.arg):
            held |= {node.lineno}
    return len(held)


def test_every_module_has_a_layer() -> None:
    assert {own_name(path) for path in MODULES} - {"__init__"} <= set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_import_only_from_below(path: Path) -> None:
    own = own_name(path)
    for name in imports(path):
        if name.startswith("mapper.") and own != "__init__":
            below = name.split(".")[1]
            assert below == own or RANK[below] < RANK[own], f"{own} may not import {below}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_streamlit_stays_in_ui(path: Path) -> None:
    uses = any(name.split(".")[0] == "streamlit" for name in imports(path))
    assert not uses or own_name(path) == "ui"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_has_one_job(path: Path) -> None:
    assert code_lines(path) <= MOST_LINES, "make it a folder of the same name"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_pages_only_wire(path: Path) -> None:
    assert {name.split(".")[0] for name in imports(path)} == {"mapper"}
    tree = parsed(path)
    assert not any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(tree))
    assert code_lines(path) <= MOST_PAGE_LINES
