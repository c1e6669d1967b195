"""A claim in words beside what is recorded: supported, within the range, above it, or unknown."""

from mapper.ui import claims, frame

with frame.page("pages/claims.py") as page:
    claims.intro(page)
    claim = claims.asked(page)
    claims.answer(page, claim)
