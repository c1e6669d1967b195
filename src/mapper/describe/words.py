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
# Why a row adds no event, or no people, to a total: the values of mapper.totals.account.
LEFT_OUT_OF_TOTALS = {
    "hidden": OFF_MAP["hidden"],
    "duplicate": OFF_MAP["duplicate"],
    "implied": OFF_MAP["implied"],
    "parent": N_("Several events together; its events are counted one by one."),
    "historical": N_("An earlier protest that a document recalls."),
    "other_dates": N_("On other dates."),
    "other_area": N_("In another area, or not known so finely."),
    "other_kind": N_("Of another kind."),
    "other_confidence": N_("Of another confidence."),
    "no_crowd": N_("Police, or a closure: no crowd."),
    "children_stand": N_("Several events together; their own crowds are counted."),
    "parent_stands": N_("Only the size of the group is known: it stands for its events."),
    "same_crowd": N_("The same people as at another event, counted there."),
    "no_size": N_("No size is reported."),
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
    "street_unknown": N_("A street that the words name is not known."),
    "no_crossing": N_(
        "Two streets that follow each other in the words do not meet as far as known."
    ),
    "turn_wrong": N_("A turn that the words report is none on the ground."),
    "two_readings": N_("The words fit two ways equally well."),
    "start_far": N_("The street that it set out on is not beside its start."),
    "end_far": N_("The last street does not reach its end."),
    "turn_unnamed": N_("A turn is told without the street that it led into."),
    "leg_silent": N_("The words name neither a street nor an end."),
    "no_network": N_("No streets are known there."),
    "same_place": N_("It began and ended at the same place."),
}
# How a position was reached: the values of rule in geo/placed_events.csv.
RULES = {
    "name": N_("One known place has this name."),
    "context": N_("Of several places of this name, the city and state decide."),
    "corner": N_("Two streets that meet there."),
    "address": N_("The address of a known place."),
    "address_range": N_("A house number, placed along its block."),
    "stretch": N_("A stretch of a street: the radius is half its length."),
    "street": N_("A whole street, as far as it is known."),
    "spelling": N_("No place has this very name; one differs from it by a letter or two."),
    "described": N_("The text says one place in several ways, and they agree."),
    "container": N_("The place itself is not known; what holds it is named in the text."),
    "home": N_("The text speaks of a home: never placed finer than the neighborhood."),
    "coordinates": N_("Coordinates, as wide as their last digit."),
    "coordinates_swapped": N_("Coordinates with longitude first, as wide as their last digit."),
    "decision": N_("A person chose this place."),
    "online": N_("An online service knows it; the answer was checked."),
    "near": N_("Said to be near it: the radius is widened."),
    "locality": N_("The words name no known place; the city is what is known."),
    "state": N_("The words name no known place; the state is what is known."),
    "country": N_("The words name no known place; the country is what is known."),
    "homonym": N_("Several places have this name."),
    "no_city": N_("Streets have namesakes everywhere: say in which city."),
    "several": N_("The text names several places."),
    "elsewhere": N_("The name is known only in other places."),
    "contradiction": N_("The text names a place that does not lie where the city and state say."),
    "unclear_part": N_("A part of the text is not known, and may mean another place."),
    "negated": N_("The text says that it was not there, or only how far from it."),
    "region": N_("A region without an extent of its own: name a city."),
    "no_corner": N_("Both streets are known, and no corner of them is."),
    "same_corner": N_("Both ends of the stretch are one corner."),
    "street_unknown": N_("One of the streets is not known."),
    "number_outside": N_("The street has no such house number."),
    "coordinates_outside": N_("These coordinates lie outside the United States."),
    "script": N_("No letter of this text is a Latin one."),
    "unknown": N_("The name is not known."),
}
# Why an online answer was not believed.
REFUSED = {
    "other_country": N_("In another country."),
    "other_state": N_("In another state."),
    "other_city": N_("In another city."),
    "too_fine": N_("More exact than the text."),
    "too_coarse": N_("Less exact than the text."),
    "wrong_type": N_("Not what the text names, or without an extent."),
    "too_far": N_("Too far from the city."),
}
# Why rows of an added file were left out that have no fault.
LEFT_OUT: dict[str, str] = {
    "not_active": N_("closed, merged or not yet open"),
    "district": N_("districts and offices, no schools"),
    "no_coordinates": N_("without coordinates"),
    "not_a_place": N_("rivers, mountains, roads and other features where nobody gathers"),
    "historical": N_("places of the past"),
    "not_us": N_("outside the United States"),
    "no_geometry": N_("without geometry"),
    "not_a_line": N_("points or areas, not lines"),
    "not_a_street": N_("not streets (buildings, areas, rails, rivers, planned or closed)"),
    "no_name": N_("ramps and freeways without a name"),
    "no_length": N_("lines without length"),
    "not_a_corner": N_("do not clearly name two streets"),
    "no_position": N_("without coordinates"),
}
# Why a candidate was not taken: the values of why_not.
WHY_NOT = {
    "rival": N_("fits as well"),
    "other_state": N_("in another state"),
    "other_city": N_("in another city"),
    "other_part": N_("in another part of the city"),
    "also_named": N_("named in the text"),
    "negated": N_("said not to be it"),
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
