"""The columns of the public tables, by the field's own terms where it has one, each explained."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mapper.i18n import N_

Kind = Literal["text", "integer", "degrees", "day"]
DWC, DCTERMS = "http://rs.tdwg.org/dwc/terms/", "http://purl.org/dc/terms/"
CCC = (
    "https://github.com/nonviolent-action-lab/crowd-counting-consortium/blob/"
    "8d0f1ab9a286eea916e6be331729e3de88b9617f/ccc_data_dictionary.md"
)

VOCABULARIES = {DWC: "Darwin Core", DCTERMS: "Dublin Core", CCC: "Crowd Counting Consortium"}


class Column(NamedTuple):
    """A column: its name, what it means, what its cells hold, and whose term it is ("" ours)."""

    name: str
    meaning: str
    kind: Kind = "text"
    term: str = ""

    @property
    def url(self) -> str:
        """Where the term is defined; "" for a column of our own."""
        return f"{self.term}{self.name}" if self.term.endswith("/") else self.term


COLUMNS = (
    Column("eventID", N_("Identifier of the event; it stays when the row is corrected."), term=DWC),
    Column(
        "eventType",
        N_(
            "What it was: walkout, march, rally, shutdown, strike, day_of_action, police_action or"
            " other."
        ),
        term=DWC,
    ),
    Column("title_en", N_("Title in English, in our own words.")),
    Column("title_es", N_("Title in Spanish, in our own words.")),
    Column(
        "eventDate",
        N_(
            "When it was: a day, a year, or first/last day of the window that the documents allow"
            " (ISO 8601, EDTF)."
        ),
        term=DWC,
    ),
    Column("date_start", N_("First day on which it can have been, local to the place."), "day"),
    Column("date_end", N_("Last day on which it can have been; included."), "day"),
    Column(
        "date_precision",
        N_("How finely it is dated: hour, day, weekend, week, month or year."),
    ),
    Column("date_confidence", N_("How sure the window is: high, medium or low.")),
    Column("date_basis", N_("How the window was read from the document.")),
    Column("eventTime", N_("Hour at which it began, HH:MM, local time; empty: unknown."), term=DWC),
    Column("timezone", N_("IANA time zone of the place; empty where it has no one place.")),
    Column(
        "verbatimLocality",
        N_("The words of the document that name the place."),
        term=DWC,
    ),
    Column("stated_city", N_("City or community that the documents say it is in.")),
    Column("locality", N_("Name of the place that the words were read as."), term=DWC),
    Column("neighborhood", N_("Neighborhood or unincorporated community.")),
    Column("municipality", N_("Legal city; empty where unincorporated or not known."), term=DWC),
    Column("county", N_("County; empty where not known."), term=DWC),
    Column("stateProvince", N_("State, two letters; empty where there is no one state."), term=DWC),
    Column("countryCode", N_("Country, two letters (ISO 3166-1)."), term=DWC),
    Column(
        "decimalLatitude",
        N_("Latitude in degrees; empty where the event has no point on the map (see no_mark)."),
        "degrees",
        DWC,
    ),
    Column("decimalLongitude", N_("Longitude in degrees; likewise."), "degrees", DWC),
    Column("geodeticDatum", N_("Coordinate system of both: EPSG:4326 is WGS 84."), term=DWC),
    Column(
        "coordinateUncertaintyInMeters",
        N_("Radius around the point, in metres, that holds the true place."),
        "integer",
        DWC,
    ),
    Column(
        "place_precision",
        N_(
            "How finely the place is known: campus, address, intersection, landmark, street,"
            " neighborhood, city, county, state or country."
        ),
    ),
    Column("georeferenceProtocol", N_("Rule that placed it (docs/method.md)."), term=DWC),
    Column(
        "georeferenceRemarks", N_("Who decided and why, where a person chose the place."), term=DWC
    ),
    Column(
        "no_mark",
        N_(
            "Why it has no point: duplicate, implied, parent, not_placed, ambiguous, not_found or"
            " coarse; empty where it has one."
        ),
    ),
    Column(
        "is_counted",
        N_("yes: an event of its own; no: a duplicate, a series or an implied day, never counted."),
    ),
    Column(
        "record_type",
        N_("How it is known: event, series, named_only, listed, implied or historical."),
    ),
    Column("confidence", N_("How sure the report is: high, medium or low.")),
    Column(
        "size_low",
        N_("Fewest people that the words allow; empty: unknown, never 0."),
        "integer",
        CCC,
    ),
    Column("size_high", N_("Most people that the words allow; empty: unknown."), "integer", CCC),
    Column("size_text", N_("The words that give the number of people."), term=CCC),
    Column("size_rule", N_("Rule that read those words (docs/codebook.md).")),
    Column("participants", N_("Groups who took part, joined by a semicolon."), term=CCC),
    Column("organizations", N_("Organizations named, joined by a semicolon."), term=CCC),
    Column("arrests_low", N_("Fewest people arrested; empty: no number is reported."), "integer"),
    Column("arrests_high", N_("Most people arrested; empty: no number is reported."), "integer"),
    Column("parentEventID", N_("The series that it belongs to: an eventID."), term=DWC),
    Column(
        "same_crowd_as",
        N_("The event whose people these are; count the crowd once."),
    ),
    Column("duplicate_of", N_("The event that already covers this row; do not count it.")),
    Column("source_ids", N_("Documents that speak of it, joined by a semicolon.")),
    Column(
        "references",
        N_("The same as title, publisher, day and address, joined by a vertical bar."),
        term=DCTERMS,
    ),
    Column(
        "eventRemarks",
        N_("What a reader should know, and what two readings disputed."),
        term=DWC,
    ),
    Column(
        "license", N_("Terms of the row, and of its position if they are others."), term=DCTERMS
    ),
    Column("rightsHolder", N_("Whom to credit for the row and its position."), term=DCTERMS),
    Column(
        "digest",
        N_("Fingerprint of the facts and of the place: it changes when the row is corrected."),
    ),
    Column("data_hash", N_("Name of the data that the row was taken from.")),
    Column("date_window", N_("The days that were asked for, first/last.")),
)
NAMES = [column.name for column in COLUMNS]
# One row a leg of a march; a march without a line has one row, with the reason.
LEGS = (
    Column("route_id", N_("Identifier of the march.")),
    Column("eventID", N_("The event that it belongs to."), term=DWC),
    Column("title", N_("Title of the event.")),
    Column("date", N_("When it was, in words.")),
    Column("route_words", N_("The words of the document that tell the way.")),
    Column("start", N_("Place that its start was read as.")),
    Column("end", N_("Place that its end was read as.")),
    Column("no_line", N_("Why there is no line; empty where there is one.")),
    Column("leg", N_("Number of the leg, from 1."), "integer"),
    Column("certainty", N_("stated: the words name the street; inferred: between known points.")),
    Column("street", N_("Street of the leg; empty where the words name none.")),
    Column("leg_words", N_("The words that tell the leg.")),
    Column("length_m", N_("Length of the drawn leg in metres."), "integer"),
    Column("uncertainty_m", N_("How far from it the way may have been, in metres."), "integer"),
    Column("wkt", N_("The leg as well-known text, longitude first, WGS 84.")),
    Column("license", N_("Terms of the line."), term=DCTERMS),
    Column("rightsHolder", N_("Whom to credit for it."), term=DCTERMS),
)
