"""Place texts as people write them: where each is and how finely it is known, or why not."""

from mapper.ui import frame, places

with frame.page("pages/places.py") as page:
    places.intro(page)
    asked = places.form(page)
    places.answers(page, asked)
