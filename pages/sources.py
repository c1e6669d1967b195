"""Where every number and every mark comes from, and what is never stored."""

from mapper.ui import changes, frame, sources

with frame.page("pages/sources.py") as page:
    sources.documents(page)
    sources.method(page)
    sources.never(page)
    changes.log(page)
    sources.cards(page)
