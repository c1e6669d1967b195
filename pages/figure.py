"""A figure for print or post, of the reader's choice, with its words, its files and its origin."""

from mapper.ui import controls, figures, frame

with frame.page("pages/figure.py") as page:
    controls.filters(page)
    controls.city(page)
    figures.intro(page)
    controls.dates(page)
    spec = figures.asked(page)
    shown = figures.preview(page, spec)
    figures.files(page, spec, shown)
    figures.origin(page, spec, shown)
    figures.words(page, spec, shown)
