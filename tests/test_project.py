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


def test_links_to_a_row_that_is_not_shown_are_gone_and_one_crowd_stays_one(
    project: Folders,
) -> None:
    events = read_table(project.data / "events.csv")
    same = events["same_crowd_as"] != ""
    target = events.loc[same, "same_crowd_as"].iloc[0]
    others = events["event_id"].isin(["2026-02-04-lincoln-walkout", "2026-02-04-bravo-walkout"])
    events.loc[others, "same_crowd_as"] = target
    events.loc[events["event_id"] == target, "shown"] = "no"
    events.to_csv(project.data / "events.csv", index=False)
    found = read(project)
    links = found.events[["parent_id", "same_crowd_as", "duplicate_of"]].to_numpy().ravel()
    assert target not in links
    crowd = events.loc[events["same_crowd_as"] == target, "event_id"]
    told = found.events.set_index("event_id")["same_crowd_as"].loc[crowd.tolist()]
    assert (told == "").sum() == 1
    assert set(told[told != ""]) == set(told.index[told == ""])
    assert set(found.reports["event_id"]) <= set(found.events["event_id"])
