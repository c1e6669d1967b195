"""Which campuses walked out, on which days, what was near them, and how many of those there are."""

from mapper.ui import controls, downloads, frame, schools
from mapper.ui.schools import arrival, campus

with frame.page("pages/schools.py") as page:
    controls.city(page)
    rows = schools.chosen(page)
    found = schools.campuses(page, rows)
    schools.sentence(page, found)
    controls.dates(page)
    arrival.grid(page, found, rows)
    arrival.curve(page, found)
    arrival.map_(page, found)
    arrival.chance(page, found)
    campus.table(page, found)
    campus.around(page, found)
    campus.one(page, found)
    campus.share(page, found)
    downloads.of_schools(page, rows)
