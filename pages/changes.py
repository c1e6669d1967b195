"""What changed between two states of the data: added, corrected, moved, withdrawn."""

from mapper.ui import changes, frame

with frame.page("pages/changes.py") as page:
    states = changes.asked(page)
    changes.show(page, states)
