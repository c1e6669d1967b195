"""Where the marches went: each as a line and as steps, and those that give no line."""

from mapper.ui import frame, marches

with frame.page("pages/marches.py") as page:
    march = marches.chosen(page)
    marches.show(page, march)
    marches.without_line(page)
