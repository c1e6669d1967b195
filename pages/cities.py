"""City by city: what is known for the chosen dates, as ranges, as maps, and side by side."""

from mapper.ui import cities, controls, downloads, frame
from mapper.ui.cities import disputed, pictures

with frame.page("pages/cities.py") as page:
    controls.filters(page)
    rows = cities.everywhere(page)
    cities.sentence(page)
    controls.dates(page)
    cities.rules(page)
    kind = cities.level(page)
    found = cities.by_area(page, rows, kind)
    cities.table(page, found, kind)
    cities.one(page)
    pictures.ranges(page, found)
    pictures.maps(page, rows)
    pictures.compare(page)
    disputed.disputed(page)
    downloads.of_cities(page)
