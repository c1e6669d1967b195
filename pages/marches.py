"""Where the marches went: each as a line and as steps; one of your own; those without a line."""

from mapper.ui import frame, marches

with frame.page("pages/marches.py") as page:
    march = marches.chosen(page)
    marches.show(page, march)
    marches.try_out(page)
    marches.without_line(page)
