"""What is said of services that answer over the network, and of what they give."""

from __future__ import annotations

from mapper.i18n.mark import N_

MESSAGES_ONLINE = {
    "service_unknown": N_("There is no service {value!r}. Choose one of: {options}"),
    "service_server": N_("{value!r} is not the address of a server. Write it as: geo.example.org"),
    "service_agent": N_(
        "{service} asks who is asking: set MAPPER_USER_AGENT to an application and an email "
        "address, in plain letters. {value!r} is not one."
    ),
    "service_key": N_(
        "{service} needs a key. Set the environment variable {value} and start again."
    ),
    "service_key_plain": N_(
        "The key for {service} is not sent to {value} without TLS, where anyone could read "
        "it. Use https://."
    ),
    "service_down": N_(
        "{service} was not reached ({value}). Check the connection and try again later."
    ),
    "service_slow": N_("{service} gave no whole answer within {value} seconds. Try again later."),
    "service_limit": N_("{service} asks to wait {value} seconds. Try again after that."),
    "service_quota": N_(
        "{service} answers no more for now: too many requests. Try again tomorrow, or ask "
        "another service."
    ),
    "service_refused": N_(
        "{service} refused the request {value}. Check the key, the user agent and its terms of use."
    ),
    "service_failed": N_("{service} failed with the status {value}. Try again later."),
    "service_broken": N_(
        "{service} sent something that is not an answer. Check the server, or that no sign-in"
        " page stands in between."
    ),
    "service_large": N_("{service} sent an answer that is too long to be true. Check the server."),
    "service_moved": N_(
        "{service} sends its callers to another address, which was not followed. Check the server."
    ),
    "answers_dropped": N_(
        "{value} answers of {service} were left out: they had no usable position."
    ),
    "cache_broken": N_("{file} could not be read and was kept as {value}. A new one was begun."),
    "service_terms": N_(
        "The terms of {service} forbid to keep its answers: use it with mapper place only."
    ),
    "osm_broken": N_("{file} is not complete OSM XML: {reason}. Download it again."),
    "osm_incomplete": N_(
        "{file} has ways whose nodes are missing. Make the extract again with complete ways, "
        "or ask Overpass for `out geom` as JSON."
    ),
    "osm_too_big": N_(
        "{file} has {value} MB, too much to read as XML. Keep the streets only (osmium tags-"
        "filter FILE w/highway) or a smaller area, or ask Overpass for `out geom` as JSON."
    ),
    "overpass_broken": N_(
        "{file} is not what Overpass answers: {reason}. Ask Overpass again with `[out:json]` "
        "and `out geom`."
    ),
    "overpass_no_geometry": N_("{file} has ways without coordinates. Ask Overpass for `out geom`."),
    "overpass_remark": N_(
        "{file} is incomplete, for Overpass says: {reason}. Ask for a smaller area or a "
        "longer timeout."
    ),
    "fetch_state": N_(
        "{value!r} is a whole state or country, too much to ask a public server for. Name a city "
        "or a neighborhood, as in: Boyle Heights, Los Angeles, CA"
    ),
    "fetch_large": N_(
        "{value!r} would be {reason} km², and at most {options} km² are asked for at once. Name a "
        "part of it, or take a circle around its middle: --around 5km"
    ),
    "fetch_outside": N_(
        "{value!r} lies outside the United States. Check the two numbers and the minus sign: "
        "lon,lat as in -118.2437,34.0522"
    ),
    "fetch_point": N_("{value!r} is known as a point only. Say how far around it: --around 2km"),
    "fetch_unknown": N_(
        "Nominatim knows no place {value!r} in the United States. Check the spelling, add the city "
        "and the state, or give lon,lat with --around."
    ),
    "fetch_ambiguous": N_(
        "{value!r} can be: {reason}. Add the city or the state, or give lon,lat with --around."
    ),
    "fetch_empty": N_(
        "OpenStreetMap has no streets in {value!r}. Check the place, or take more: --around 2km"
    ),
    "fetch_cut": N_(
        "The streets of {value!r} did not come whole, for Overpass says: {reason!r}. Ask for a "
        "smaller area or with a longer --timeout."
    ),
    "fetch_no_osmnx": N_(
        "osmnx, which asks OpenStreetMap, could not be loaded ({reason}). Install it: python -m "
        "pip install osmnx"
    ),
    "service_busy": N_(
        "{service} is busy, or had too many requests from here (status {value}). Try again in a "
        "few minutes, or name another server."
    ),
}
