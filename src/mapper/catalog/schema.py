"""The columns of the four tables and what each cell may hold (docs/codebook.md, section 1)."""

from __future__ import annotations

from mapper.contract import (
    COUNT,
    DAY,
    EDTF,
    FREE,
    ID,
    LINK,
    REQUIRED,
    STATE,
    TIME,
    URL,
    Columns,
    one_of,
)

RECORD_TYPES = ("event", "series", "named_only", "listed", "implied", "historical")
KINDS = (
    "walkout",
    "march",
    "rally",
    "shutdown",
    "strike",
    "day_of_action",
    "police_action",
    "other",
)
CONFIDENCES = ("high", "medium", "low")
PRECISIONS = ("hour", "day", "weekend", "week", "month", "year")
STANCES = ("news", "advocacy", "official")
SIZE_RULES = (
    "none",
    "vague",
    "dozens",
    "hundreds",
    "several_hundred",
    "thousands",
    "nearly",
    "about",
    "estimated",
    "exactly",
    "at_least",
    "more_than",
    "at_most",
)

SOURCES: Columns = {
    "source_id": (ID,),
    "publisher": FREE,
    "author": FREE,
    "title": (REQUIRED,),
    "published": (EDTF,),
    "published_basis": (REQUIRED,),
    "url": (URL,),
    "language": (one_of(("en", "es")),),
    "stance": (one_of(STANCES),),
    "wire_group": FREE,
}
EVENTS: Columns = {
    "event_id": (ID,),
    "record_type": (one_of(RECORD_TYPES),),
    "kind": (one_of(KINDS),),
    "title_en": (REQUIRED,),
    "title_es": (REQUIRED,),
    "date_start": (DAY,),
    "date_end": (DAY,),
    "date_precision": (one_of(PRECISIONS),),
    "edtf": (EDTF,),
    "date_basis": (REQUIRED,),
    "date_confidence": (one_of(CONFIDENCES),),
    "start_time": (TIME,),
    "timezone": FREE,
    "place_text": (REQUIRED,),
    "locality": FREE,
    "state": (STATE,),
    "country": (one_of(("US",)),),
    "size_text": FREE,
    "size_low": (COUNT,),
    "size_high": (COUNT,),
    "size_rule": (one_of(SIZE_RULES),),
    "participants": FREE,
    "organizations": FREE,
    "arrests_low": (COUNT,),
    "arrests_high": (COUNT,),
    "parent_id": (LINK,),
    "same_crowd_as": (LINK,),
    "duplicate_of": (LINK,),
    "confidence": (one_of(CONFIDENCES),),
    "shown": (one_of(("yes", "no")),),
    "note": FREE,
}
REPORTS: Columns = {
    "event_id": (ID,),
    "source_id": (ID,),
    "locator": (REQUIRED,),
    "supports": (REQUIRED,),
}
ROUTES: Columns = {
    "route_id": (ID,),
    "event_id": (ID,),
    "words": (REQUIRED,),
    "start_text": FREE,
    "end_text": FREE,
    "size_low": (COUNT,),
    "size_high": (COUNT,),
    "confidence": (one_of(CONFIDENCES),),
    "note": FREE,
}
TABLES = {
    "sources.csv": SOURCES,
    "events.csv": EVENTS,
    "reports.csv": REPORTS,
    "routes.csv": ROUTES,
}
KEYS = {"sources.csv": "source_id", "events.csv": "event_id", "routes.csv": "route_id"}
