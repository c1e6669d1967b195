"""The data have a name: the same facts the same one, and any other fact another."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from mapper import project, snapshots
from mapper.project import Project
from mapper.snapshots import Snapshot, changes
from tests.conftest import REAL

WALKOUT = "2025-02-02-los-angeles-101-shutdown"


@pytest.fixture(scope="module")
def found() -> Project:
    """The committed project."""
    return project.read(REAL)


def of(found: Project) -> Snapshot:
    """The snapshot of a project."""
    return snapshots.of(found.events, found.reports, found.legs)


def told(found: Project, **cells: object) -> Snapshot:
    """The snapshot where one event says something else."""
    events = found.events.copy()
    events.loc[events["event_id"] == WALKOUT, list(cells)] = list(cells.values())
    return of(replace(found, events=events))


def test_a_text_has_the_name_of_the_snapshot_it_was_written_from(found: Project) -> None:
    assert snapshots.parse(of(found).text) == of(found)
    assert snapshots.parse(of(found).text).name == of(found).name


def test_the_order_of_rows_does_not_matter(found: Project) -> None:
    turned = replace(found, events=found.events[::-1], reports=found.reports[::-1])
    assert of(turned).name == of(found).name


def test_a_hidden_event_is_not_in_it(found: Project) -> None:
    before, after = of(found), told(found, off_map="hidden")
    assert set(before.entries) - set(after.entries) == {WALKOUT}


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ({"title_en": "Another title"}, "corrected"),
        ({"size_low": 7}, "corrected"),
        ({"lon": -118.0}, "moved"),
        ({"off_map": "hidden"}, "withdrawn"),
    ],
)
def test_a_changed_event_is_told_by_what_changed(
    found: Project, cells: dict[str, object], what: str
) -> None:
    before, after = of(found), told(found, **cells)
    told_of = changes.between(before.digests(before.entries), after.digests(after.entries))
    assert vars(told_of) == dict.fromkeys(vars(told_of), ()) | {what: (WALKOUT,)}
    assert before.name != after.name


def test_a_line_that_goes_elsewhere_moves_its_event(found: Project) -> None:
    legs = [leg | {"line": [[-118.2, 34.0], [-118.3, 34.1]]} for leg in found.legs]
    after = snapshots.of(found.events, found.reports, legs)
    before = of(found)
    moved = changes.between(before.digests(before.entries), after.digests(after.entries)).moved
    assert set(moved) == {leg["event_id"] for leg in legs}


def test_a_difference_names_the_field_and_both_values(found: Project) -> None:
    before, after = of(found), told(found, title_en="Another title")
    (field,) = changes.fields(before.entries[WALKOUT], after.entries[WALKOUT])
    assert (field.name, field.after) == ("title_en", "Another title")
    assert field.before == found.events.set_index("event_id").at[WALKOUT, "title_en"]


@pytest.mark.parametrize("text", ["{}", "[]", "no JSON", '{"event_id":"a","facts":{}}'])
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        snapshots.parse(text)


def test_the_same_events_are_no_change() -> None:
    frame = pd.Series({"a": "1-2"})
    assert not changes.between(dict(frame), dict(frame))
