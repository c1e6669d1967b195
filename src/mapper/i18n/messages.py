"""What is said of each error, in English: the key of the catalogue."""

from __future__ import annotations

from mapper.i18n.mark import N_
from mapper.i18n.messages_online import MESSAGES_ONLINE

# What is said of an error. The keys are the codes of MapperError and of Fault.
MESSAGES = MESSAGES_ONLINE | {
    "file_missing": N_("{file} is missing. Put it back, or start with --data and --geo."),
    "file_unreadable": N_("{file} could not be read: {reason}"),
    "file_not_utf8": N_(
        "{file} is not UTF-8 at line {row}: {value}. Save it again with UTF-8 encoding."
    ),
    "file_not_csv": N_("{file} is not a well-formed CSV: {reason}"),
    "row_too_long": N_(
        "{file}, row {row}: more cells than columns ({value}). Quote cells that hold commas."
    ),
    "number_wrong": N_("{file} has no number where one must be: {reason}"),
    "kind_unknown": N_("{file} has a kind {value!r} that is not known."),
    "column_missing": N_("{file} has no column {column!r}. Add it to the header line."),
    "column_twice": N_("{file} has the column {column!r} twice. Keep one."),
    "column_unknown": N_("{file} has a column {column!r} that docs/codebook.md does not know."),
    "table_empty": N_("{file} has a header but no rows."),
    "card_missing": N_("{file} has no card. Write one: docs/codebook.md says what it holds."),
    "card_broken": N_("{file} is not a well-formed card: {reason}"),
    "card_stale": N_("{file} has changed since its card was written. Set sha256 to {value}."),
    "card_columns": N_("The card of {file} does not describe the column {column!r}."),
    "ledger_stale": N_("{file} is not what the geocoding step would write. Run: mapper geocode"),
    "snapshot_broken": N_("{file} is not a text of the data, one event a line: {reason}"),
    "release_form": N_("is no name of a release. It has 16 hexadecimal digits."),
    "release_missing": N_(
        "{file} is listed in releases.csv and is missing. Put it back, or remove its row."
    ),
    "release_altered": N_(
        "{file} is not what was released: its name would be {value}. Put the released file back."
    ),
    "release_unlisted": N_(
        "{file} is not listed in releases.csv. Add its row, or remove the file."
    ),
    "release_unknown": N_(
        "{value!r} names no release, or several. Give at least 6 of its digits. There are:"
        " {options}"
    ),
    "release_behind": N_(
        "{file} was made from the data {value}, which are not among the releases. What became of"
        " the events of a figure is told by: mapper figure --verify {file}"
    ),
    "release_same": N_("Nothing has changed since the release {value}."),
    "release_note": N_("The note {value!r} is empty, or holds what is never stored ({column})."),
    "release_faults": N_("The project has {value} faults. Mend them first: mapper check"),
    "contact_wrong": N_(
        "MAPPER_CONTACT is {value!r}. Set an e-mail address, or an address that starts with"
        " https://"
    ),
    "required": N_("must not be empty. Fill it in."),
    "id_form": N_("is not an id. Use lower-case letters, digits and hyphens."),
    "id_twice": N_("stands more than once. Give each row an id of its own."),
    "vocabulary": N_("is not in the vocabulary of docs/codebook.md. Use one of its words."),
    "date_form": N_("is not a date. Write a day that exists, as YYYY-MM-DD."),
    "time_form": N_("is not a time. Write HH:MM, 24 hours."),
    "number_form": N_("is not a whole number of 0 or more. Write digits only, or leave it empty."),
    "edtf_form": N_("is not the EDTF form of the window. Write one day, a year, or first/last."),
    "url_form": N_("is not a web address. Start it with https:// or leave it empty."),
    "state_form": N_("is not the two letters of a US state. Write CA, not California."),
    "words_over": N_("has more words than may be stored. Shorten it."),
    "window_order": N_("ends before it starts. Swap date_start and date_end."),
    "size_order": N_("has a low end above its high end. Swap them."),
    "size_rule": N_("does not follow from the rule that size_rule names. Mend one of them."),
    "weekday": N_("names a weekday that the date is not. Check the calendar."),
    "no_such_event": N_("names an event that is not in events.csv. Mend the id."),
    "no_such_source": N_("names a source that is not in sources.csv. Mend the id."),
    "own_link": N_("links the row to itself. Leave it empty."),
    "link_chain": N_("points at a row that itself is a duplicate. Point at the row that stays."),
    "parent_kind": N_("names a parent that is not a series. Make that row a series."),
    "report_twice": N_("stands twice for one event and source. Remove one, or mend the paragraph."),
    "no_report": N_("has no row in reports.csv. Say which source reports it, and where."),
    "unsafe_email": N_("looks like an e-mail address, which is never stored. Remove it."),
    "unsafe_phone": N_("looks like a telephone number, which is never stored. Remove it."),
    "unsafe_handle": N_("looks like a personal handle, which is never stored. Remove it."),
    "unsafe_person": N_(
        "looks like a person with an age or a school, which is never stored. Remove it."
    ),
    "not_in_us": N_("lies outside the United States. Are lon and lat swapped? Longitude is first."),
    "radius": N_("is not a radius above 0 metres. A position without a radius is not kept."),
    "no_such_page_value": N_(
        "The address asks for {name}={value!r}, which is not available. The default is shown."
    ),
    "no_such_state": N_("{value!r} is not a US state. Write it as: Los Angeles, CA"),
    "near_unclear": N_("{value!r} is a city and a state. Write both, as in: Los Angeles, CA"),
    "area_unknown": N_(
        "No event is in {value!r}, or several areas have that name. Write it with its state, as in:"
        " Los Angeles, CA"
    ),
    "rules_unknown": N_("There are no rules {value!r}. Choose one of: {options}"),
    "format_unknown": N_("There is no format {value!r}. Choose one of: {options}"),
    "not_text": N_("{value} is no text. Name a file for it: -o FILE"),
    "export_unsafe": N_(
        "Nothing was written: the row {row} holds in {column} what must never be published (an"
        " e-mail address, a telephone number, a handle, or a name or a school beside an age)."
        " Remove it from the tables."
    ),
    "word_unknown": N_("There is no {name} {value!r}. Choose one of: {options}"),
    "level_unknown": N_("{value!r} is no kind of area. Choose one of: {options}"),
    "day_wrong": N_("{value!r} is not a day. Write it as: 2026-02-04"),
    "days_order": N_("The first day is after the last: {value}. Exchange them."),
    "figure_format": N_("{value!r} is no file that a figure can be written to. Use: {options}"),
    "figure_unknown": N_("{file} is no figure. Give a PNG, SVG or PDF that mapper figure wrote."),
    "figure_broken": N_("{file} is broken, or is not as mapper figure writes it. Get it again."),
    "figure_without_stamp": N_(
        "{file} does not say what it was made from. Programs that save a picture again take that"
        " away: get the file as mapper figure wrote it."
    ),
    "figure_stamp_unknown": N_(
        "{file} says what it was made from in a way that this version does not know. Try a newer"
        " version."
    ),
    "figure_option": N_("There is no {name} {value!r}. Choose one of: {options}"),
    "figure_march": N_("No march with a line is called {value!r}. Choose one of: {options}"),
    "figure_days_many": N_(
        "{value} days are too many for small maps on the size {name}. Choose fewer dates, or a"
        " larger size."
    ),
    "figure_nowhere": N_("Say where the figure is to be written, as in: -o FILE.svg"),
    "claim_empty": N_(
        "No number with a unit was found in {value!r}. Write it as: 12,500 students from 85 schools"
    ),
    "text_empty": N_("There is no place text to look up."),
    "port_taken": N_(
        "No free port was found from {value} on. Close another program and try again."
    ),
    "port_used": N_("Port {value} is in use. Name another one."),
    "base_path": N_(
        "{value!r} is no path of an address. Use letters, digits, slashes and the signs - _ . ~"
    ),
    "no_network": N_(
        "This computer is in no network that others could use. Join one, or leave --lan out."
    ),
    "not_started": N_("The app did not answer within {value} seconds."),
    "batch_files": N_("--batch takes two files, IN.csv and OUT.csv; {value} given."),
    "same_file": N_("{file} is both the input and the output. Name another output."),
    "lang_unknown": N_("{value!r} is no language of this project. Use one of: {options}."),
    "cannot_write": N_("{file} could not be written: {reason}"),
    "file_is_folder": N_("{file} is a folder. Name one file in it."),
    "file_empty": N_("{file} is empty. Get it again from its publisher."),
    "file_html": N_(
        "{file} is a web page and no table. Open its address in a browser and save the table "
        "itself."
    ),
    "file_spreadsheet": N_("{file} is a spreadsheet. Save it as CSV and name that file."),
    "file_binary": N_(
        "{file} is neither text nor a known file of points. Use CSV, TSV, GeoJSON, a "
        "shapefile, GeoPackage or GeoParquet."
    ),
    "file_truncated": N_("{file} breaks off before its end. Get it again from its publisher."),
    "file_too_large": N_("{file} holds more than 2 GB unpacked. Take the part that is needed."),
    "file_not_geo": N_(
        "{file} is not a well-formed file of points, or a part of it is missing. Get it "
        "again, a shapefile with its .shx and .dbf."
    ),
    "shapes_not_points": N_(
        "{file} holds shapes ({value}) and not points. Take their centers first."
    ),
    "zip_without_table": N_(
        "{file} holds no table and no shapefile. Unpack it and name the file with the places."
    ),
    "zip_closed": N_(
        "{file} has a password or is packed in a rare way. Unpack it and name the file with "
        "the places."
    ),
    "columns_missing": N_(
        "{file} has no column for: {column}. It has: {value}. Say which is which: --map "
        "name=COLUMN --map lat=COLUMN --map lon=COLUMN"
    ),
    "map_absent": N_("{file} has no column {column!r}, which --map names. It has: {value}"),
    "map_unknown": N_("--map names {value!r}, which is no column of ours. Ours are: {reason}"),
    "map_not_here": N_(
        "{file} is a GeoNames dump, whose columns are known. Leave --map away ({value})."
    ),
    "kind_needed": N_(
        "{file} does not say what its places are. Say it with --kind, one of: {reason}; or "
        "name its column with --map kind=COLUMN."
    ),
    "kind_option": N_("--kind {value!r} is not known. Use one of: {reason}"),
    "crs_unknown": N_("{value!r} is not a known coordinate system. Write it as in --crs EPSG:2229"),
    "coordinates_swapped": N_(
        "{file}: latitude and longitude are exchanged, first in row {row} ({column}: "
        "{value}). Exchange them: --map lat=COLUMN --map lon=COLUMN. Nothing was kept."
    ),
    "coordinates_projected": N_(
        "{file}: the coordinates are no degrees, first in row {row} ({column}: {value}). Name"
        " their system, as in --crs EPSG:2229. Nothing was kept."
    ),
    "mostly_no_numbers": N_(
        "{file}: more than half of the rows cannot be used. The first is row {row}: {column} "
        "is {value!r}, no number of degrees. Name other columns with --map. Nothing was kept."
    ),
    "mostly_outside": N_(
        "{file}: more than half of the rows cannot be used. The first is row {row}: {column} "
        "is {value!r}, outside the United States. Check --map, and the minus sign of the "
        "longitude. Nothing was kept."
    ),
    "mostly_no_kind": N_(
        "{file}: more than half of the rows cannot be used. The first is row {row}: {column} "
        "is {value!r}, no kind of place. Use --kind, one of: {reason}. Nothing was kept."
    ),
    "mostly_faulty": N_(
        "{file}: more than half of the rows cannot be used. The first is row {row}: {column} "
        "is {value!r}. Mend the file, or name other columns with --map. Nothing was kept."
    ),
    "nothing_kept": N_("{file} has no row that is an open place with coordinates."),
    "degrees_form": N_("is not a number of degrees. Write it as 34.0537 or -118.2427."),
    "position_zero": N_(
        "is 0, which stands for an unknown position. Fill it in, or leave it empty."
    ),
    "name_long": N_("is longer than 200 characters, so it is no name. Shorten it."),
    "route_empty": N_("There are no words of a march."),
    "route_long": N_("{value} words are too many for one march. Name its streets alone."),
    "text_long": N_("{value} signs are too many for a place. Name the place alone."),
    "local_broken": N_(
        "{file} cannot be read and is left out ({reason}). Remove it, and add its file again."
    ),
    "no_such_file": N_("Nothing named {value!r} was added. There is: {reason}"),
    "no_such_place": N_("names a place that is not known. Use a place_id that a listing shows."),
    "map_form": N_("--map {value!r} is not of the form ours=THEIRS, as in: --map name=TITLE"),
    "file_not_found": N_("{file} was not found. Check the name and the folder."),
    "file_not_json": N_("{file} is not complete JSON: {reason}. Download it again."),
    "file_too_big": N_("{file} unpacks to more than {value} GB. Cut out your city first."),
    "zip_without_streets": N_(
        "{file} holds no street file; it holds: {value}. Add the street file itself."
    ),
    "streets_unknown": N_(
        "{file} is of no kind that is known. Give OpenStreetMap (.osm, Overpass JSON), street"
        " centerlines (GeoJSON, shapefile, GeoPackage, GeoParquet, FlatGeobuf), GTFS "
        "stops.txt, or a CSV of two streets with lon and lat."
    ),
    "streets_none": N_("{file} can be read, but has no streets in it."),
    "corners_none": N_(
        "{file} can be read, but no row of it names two streets and has a position in the "
        "United States."
    ),
    "geometry_missing": N_(
        "{file} is a table without geometry. Give the file that holds the lines."
    ),
    "geometry_wrong": N_(
        "{file} holds {value}, not lines. Give street centerlines, or points with two columns"
        " of street names (--map street_a=COLUMN --map street_b=COLUMN)."
    ),
    "name_column_missing": N_(
        "{file} has no column of street names that is known. Its columns: {value}. Name one "
        "with --map name=COLUMN."
    ),
    "names_few": N_(
        "{file}: fewer than 1 row in 10 has a street name in the column {column!r}. Its "
        "columns: {value}. Name another with --map name=COLUMN."
    ),
    "map_names": N_("--map knows no {column!r}. It knows: {value}."),
    "map_column_missing": N_("{file} has no column {column!r}. Its columns: {value}."),
    "coordinates_missing": N_(
        "{file} has street names but no coordinates. Its columns: {value}. Name them with "
        "--map lon=COLUMN --map lat=COLUMN."
    ),
    "lines_swapped": N_(
        "{file}, row {row}: {value} has the latitude first, as all rows have. Swap longitude "
        "and latitude in the file, longitude first."
    ),
    "crs_missing": N_(
        "{file}, row {row}: {value} are no degrees, and the file does not say what they are. "
        "Name its CRS with --crs EPSG:…"
    ),
    "distance_form": N_("{value!r} is not a distance. Write it as 800m, 2km or 1mi."),
    "crs_wrong": N_(
        "{file}, row {row}: {value} lies beyond the earth in the CRS that the file or --crs "
        "gives. Name its CRS with --crs EPSG:…"
    ),
}
