"""The Dockerfile, step by step, in an empty folder with a Python of its own; without Docker."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from mapper import serve
from mapper.settings import BASE_PATH, ROOT

NOBODY = 10001
TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LEFT_OUT = re.findall(r"^[^*!\s].*|(?<=\*\*/).*", (ROOT / ".dockerignore").read_text(), re.M)


class Step(NamedTuple):
    """One instruction of a Dockerfile."""

    verb: str
    rest: str


def steps() -> list[Step]:
    """The instructions, without comments, each on one line."""
    lines = re.sub(r"^#.*\n", "", TEXT, flags=re.M).replace("\\\n", " ").splitlines()
    return [Step(*line.split(" ", 1)) for line in lines if line]


def only(verb: str) -> str:
    """The instruction of which there is one."""
    (found,) = [rest for name, rest in steps() if name == verb]
    return found


def test_it_is_slim_and_nobodys_and_opens_one_port() -> None:
    assert only("FROM") == "python:3.11-slim"
    assert only("USER") == f"{NOBODY}:{NOBODY}"
    assert only("EXPOSE") == "8501"
    verbs = [verb for verb, _ in steps()]
    assert verbs.index("USER") > max(at for at, verb in enumerate(verbs) if verb in ("RUN", "COPY"))


def test_nothing_private_or_local_goes_into_the_image() -> None:
    patterns = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert patterns[0] == "*", "what is not named stays out"
    named = {pattern[1:] for pattern in patterns if pattern.startswith("!")}
    copied = {name for verb, rest in steps() if verb == "COPY" for name in rest.split()[:-1]}
    assert named == copied
    assert {"geo/local", "static/layers"} <= set(patterns)


# ---- the steps, run


@pytest.fixture(scope="module")
def index() -> None:
    """The package index of this machine's pip, or a reason why the steps cannot run."""
    if not os.environ.get("MAPPER_IMAGE"):
        pytest.skip("the steps of the Dockerfile take a minute or two: make image")
    with TemporaryDirectory() as place:
        asked = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", place]
        limits = ["-c", "constraints.txt", "--retries", "0", "--timeout", "10", "segno"]
        found = subprocess.run([*asked, *limits], cwd=ROOT, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("no package index can be reached: the steps of the Dockerfile were not run")


class Image(NamedTuple):
    """What the steps made."""

    folder: Path
    variables: dict[str, str]


@pytest.fixture(scope="module")
def image(index: None) -> Iterator[Image]:
    """The folder of the app as the steps leave it."""
    with TemporaryDirectory() as made:
        place = Path(made)
        place.chmod(0o755)
        (folder := place / "app").mkdir()
        subprocess.run([sys.executable, "-m", "venv", place / "python"], check=True)
        path = f"{place / 'python' / 'bin'}{os.pathsep}{os.environ['PATH']}"
        variables = {"PATH": path}
        for verb, rest in steps():
            if verb == "COPY":
                copy(folder, *rest.split())
            elif verb == "RUN":
                subprocess.run(["sh", "-c", rest], cwd=folder, env=building(path), check=True)
            elif verb == "ENV":
                variables |= dict(pair.split("=", 1) for pair in shlex.split(rest))
        yield Image(folder, variables)


def building(path: str) -> dict[str, str]:
    """This machine's variables with the new Python before the others; compiling takes a minute."""
    ours = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return ours | {"PATH": path, "PIP_NO_COMPILE": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def copy(folder: Path, *names: str) -> None:
    """Copy as Docker does: files into a folder, a folder as the one that is named."""
    *sources, target = names
    for source in sources:
        if (ROOT / source).is_file():
            shutil.copy(ROOT / source, folder / target)
        else:
            shutil.copytree(ROOT / source, folder / target, ignore=left_out)


def left_out(folder: str, names: list[str]) -> set[str]:
    """What .dockerignore keeps out of a folder."""
    here = Path(folder).relative_to(ROOT)
    return {
        name
        for name in names
        if any(Path(name).match(one) or here / name == Path(one) for one in LEFT_OUT)
    }


@pytest.mark.slow
def test_the_steps_make_an_app_that_answers_and_writes_only_its_cache(image: Image) -> None:
    port = serve.free_port()
    address = f"http://127.0.0.1:{port}/walkouts"
    # as `docker run -e` gives them
    given = {"STREAMLIT_SERVER_PORT": str(port), BASE_PATH: "/walkouts"}
    given |= {"STREAMLIT_SERVER_SCRIPT_HEALTH_CHECK_ENABLED": "true"}  # for serve.warm
    variables = image.variables | given | {"PYTHONDONTWRITEBYTECODE": "1"}
    before, health = written(image.folder), json.loads(only("HEALTHCHECK").split("CMD ")[1])
    with subprocess.Popen(json.loads(only("CMD")), cwd=image.folder, env=variables) as app:
        try:
            assert exit_code(health, image.folder, variables) == 1, "nobody is there yet"
            serve.wait(address + serve.HEALTH, app)
            assert exit_code(health, image.folder, variables) == 0
            serve.warm(address)
        finally:
            app.terminate()
    new = {path for path, _ in written(image.folder) - before}
    assert new, "the page ran, and wrote what browsers fetch"
    assert {path.parts[:2] for path in new} == {("static", "layers")}


def written(folder: Path) -> set[tuple[Path, int]]:
    """Each file of a folder with the time of its last change."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {(path.relative_to(folder), path.stat().st_mtime_ns) for path in files}


def exit_code(command: list[str], folder: Path, variables: dict[str, str]) -> int:
    """How a command ends."""
    return subprocess.run(command, cwd=folder, env=variables, check=False).returncode
