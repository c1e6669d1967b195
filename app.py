"""The map: what happened, where and when, and how sure that is."""

from mapper.ui import controls, downloads, exactly, frame, panels, share

with frame.page("app.py") as page:
    shown = panels.chosen(page)
    panels.sentence(page, shown, page.choice.filters)
    if page.bare:
        share.alone(page, shown)
    else:
        controls.filters(page)
        controls.city(page)
        controls.tiles(page)
        exactly.link(page)
        share.ways(page)
        panels.map_and_event(page, shown)
        controls.dates(page)
        panels.table(page, shown)
        panels.off_map(page, shown)
        downloads.of_map(page)
