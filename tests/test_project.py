"""A project as the app, the files and the figures have it: without what is kept and not shown."""

from __future__ import annotations

from mapper.project import read
from mapper.settings import Folders
from tests.conftest import read_table

MARCH = "2026-02-04-roosevelt-march"


def test_a_row_that_is_not_shown_is_counted_and_nothing_else_of_it_is_there(
    project: Folders,
) -> None:
    before = read(project)
    events = read_table(project.data / "events.csv")
    events.loc[events["event_id"] == MARCH, "shown"] = "no"
    events.to_csv(project.data / "events.csv", index=False)
    after = read(project)
    assert (before.hidden, after.hidden) == (0, 1)
    assert set(before.events["event_id"]) - set(after.events["event_id"]) == {MARCH}
    assert MARCH in set(before.routes["event_id"])
    assert MARCH not in set(after.routes["event_id"])
    assert MARCH in {leg["event_id"] for leg in before.legs}
    assert MARCH not in {leg["event_id"] for leg in after.legs}
    assert list(after.events.index) == list(range(len(after.events)))
