"""City by city: what is known for the chosen dates, as ranges, and the map and list of one."""

from mapper.ui import cities, controls, frame, panels

with frame.page("pages/cities.py") as page:
    controls.filters(page)
    panels.sentence(page, cities.everywhere(page), cities.any_city(page))
    controls.dates(page)
    cities.table(page)
    cities.one(page)
