"""The words for the codes of the tables, marked for the catalogue."""

from __future__ import annotations

from mapper.i18n import N_

KINDS = {
    "walkout": N_("walkout"),
    "march": N_("march"),
    "rally": N_("rally"),
    "shutdown": N_("shutdown"),
    "strike": N_("strike"),
    "day_of_action": N_("day of action"),
    "police_action": N_("police action"),
    "other": N_("other protest"),
}
KIND_PLURALS = {
    "walkout": N_("walkouts"),
    "march": N_("marches"),
    "rally": N_("rallies"),
    "shutdown": N_("shutdowns"),
    "strike": N_("strikes"),
    "day_of_action": N_("days of action"),
    "police_action": N_("police actions"),
    "other": N_("other protests"),
}
CONFIDENCES = {"high": N_("high"), "medium": N_("medium"), "low": N_("low")}
PRECISIONS = {
    "campus": N_("the campus"),
    "address": N_("the address"),
    "intersection": N_("the street corner"),
    "landmark": N_("the landmark"),
    "street": N_("a stretch of street"),
    "neighborhood": N_("only the neighborhood"),
    "city": N_("only the city"),
    "county": N_("only the county"),
    "state": N_("only the state"),
    "country": N_("only the country"),
}
RECORD_TYPES = {
    "event": N_("described"),
    "series": N_("several together"),
    "named_only": N_("named from social media posts"),
    "listed": N_("named in a list"),
    "implied": N_("follows from a count of days"),
    "historical": N_("earlier protest, recalled"),
}
STANCES = {"news": N_("news"), "advocacy": N_("advocacy"), "official": N_("official")}
# Who took part: the words that the tables use. Others are shown as they stand.
PEOPLE = {
    word: word
    for word in (
        N_("students"),
        N_("students among others"),
        N_("immigrants"),
        N_("families"),
        N_("teachers"),
        N_("workers"),
        N_("custodial workers"),
        N_("neighbors"),
        N_("residents"),
        N_("community members"),
        N_("businesses"),
    )
}
# Why a row has no mark on the map: the values of off_map in mapper.select.
OFF_MAP = {
    "hidden": N_("Kept in the table, not shown."),
    "duplicate": N_("Another entry already covers it."),
    "implied": N_("Follows only from a count of days; no document describes it."),
    "parent": N_("Several events together; those that are described have marks of their own."),
    "not_placed": N_("Not placed yet: the geocoding step has not run since it was added."),
    "ambiguous": N_("Several places have this name, and the document does not decide."),
    "not_found": N_("The place is not known."),
    "coarse": N_("Only the state or the country is known."),
}
# Why a route has no line: the values of reason in geo/placed_routes.csv.
REASONS = {
    "no_ends": N_("Neither its start nor its end is named."),
    "no_start": N_("Where it began is not said."),
    "no_end": N_("Where it went is not said."),
    "start_unplaced": N_("Its start is not a known place."),
    "end_unplaced": N_("Its end is not a known place."),
    "start_coarse": N_("Its start is known only as an area."),
    "end_coarse": N_("Its end is known only as an area."),
    "same_place": N_("It began and ended at the same place."),
}
# How a position was reached: the values of rule in geo/placed_events.csv.
RULES = {
    "name": N_("One known place has this name."),
    "context": N_("Of several places of this name, the city and state decide."),
    "corner": N_("Two streets that meet there."),
    "near": N_("Said to be near it: the radius is widened."),
    "locality": N_("The words name no known place; the city is what is known."),
    "state": N_("The words name no known place; the state is what is known."),
    "country": N_("The words name no known place; the country is what is known."),
    "homonym": N_("Several places have this name."),
    "elsewhere": N_("The name is known only in other places."),
    "unknown": N_("The name is not known."),
}
SIZE_RULES = {
    "none": N_("no size is reported"),
    "vague": N_("no number can be read from these words"),
    "dozens": N_("“dozens” is read as 24–99"),
    "hundreds": N_("“hundreds” is read as 200–999"),
    "several_hundred": N_("“several hundred” is read as 300–900"),
    "thousands": N_("“thousands” is read as 2,000–9,999"),
    "nearly": N_("“nearly N” is read as nine tenths of N, to N"),
    "about": N_("“about N” is read as N, plus or minus 10 %"),
    "estimated": N_("“estimated N” is read as N, plus or minus 10 %"),
    "exactly": N_("an exact number"),
    "at_least": N_("“at least N” has no upper end"),
    "more_than": N_("“more than N” has no upper end"),
    "at_most": N_("“at most N” has no lower end"),
}
