"""Which campuses walked out, on which days, and how many of those there are."""

from mapper.ui import controls, frame, schools

with frame.page("pages/schools.py") as page:
    controls.city(page)
    schools.sentence(page)
    controls.dates(page)
    schools.grid(page)
    schools.table(page)
    schools.share(page)
