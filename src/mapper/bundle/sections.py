"""One language of a bundle as HTML: everything that the pages tell of the chosen rows."""

from __future__ import annotations

import html
from collections.abc import Iterator

from mapper import breakdown, cards, describe, telling, totals
from mapper.bundle import rows
from mapper.bundle.data import credit
from mapper.bundle.edition import Edition
from mapper.describe.words import REASONS
from mapper.markup import table, tag
from mapper.settings import Folders
from mapper.telling import marches, steps


def title(one: Edition) -> str:
    """What the page is called."""
    return f"Walkout Mapper: {one.t.window(one.window)}"


def edition(one: Edition, where: Folders) -> str:
    """The whole page in one language.

    Raises:
        DataError: a card cannot be read.
    """
    t, id_ = one.t, one.id
    parts = [
        _head(one),
        rows.listed(one),
        rows.left_out(one),
        _section(id_("marches"), t("Marches"), "".join(_marches(one))),
        _section(id_("cities"), t("Cities"), _cities(one)),
        _section(id_("method"), t("How it is done"), _paragraphs(telling.METHOD, one)),
        _section(id_("never"), t("What is never stored"), _never(one)),
        _section(id_("sources"), t("The documents"), "".join(_documents(one))),
        _section(id_("files"), t("The files behind the map"), _files(one, where)),
        _foot(one),
    ]
    body = "\n".join(part for part in parts if part)
    return f'<article class="edition" lang="{t.lang}" id="{t.lang}">\n{body}\n</article>\n'


def _section(identifier: str, heading: str, content: str) -> str:
    """A heading with what belongs to it; nothing where there is nothing."""
    if not content:
        return ""
    return f'<section id="{identifier}">{tag("h2", heading)}\n{content}\n</section>'


def _head(one: Edition) -> str:
    """Title, sentence, the place of the map, and whose it is."""
    t = one.t
    skip = f'<p class="skip"><a href="#{one.id("events")}">{html.escape(t("To the list"))}</a></p>'
    none = t("The map needs a browser with scripts. Everything it shows is in the lists below.")
    return (
        f"{tag('h1', title(one))}\n{skip}\n{tag('p', sentence(one), 'sentence')}\n"
        f'<div class="stage"><aside class="opened-event" aria-live="polite" hidden></aside></div>\n'
        f"{tag('p', credit(t), 'credit')}\n{tag('p', none, 'no-map')}"
    )


def sentence(one: Edition) -> str:
    """What is in the bundle, in one sentence."""
    t, area = one.t, one.wanted.area
    said = describe.sentence(totals.of(one.project.events), one.wanted.filters, t)
    return f"{said} {t('Only {city}.', city=area.name)}" if area else said


def _marches(one: Edition) -> Iterator[str]:
    """Each march with its steps; then those that gave no line, with the reason."""
    t, project = one.t, one.project
    found = marches.with_line(project, t)
    for march in found:
        name = marches.names(found)[march.route_id]
        words = tag("p", t("“{words}”", words=march.words))
        told = steps.facts(march, (), t) + steps.numbered(march, t)
        identifier = html.escape(one.id(f"march-{march.route_id}"))
        yield f'<section id="{identifier}">{tag("h3", name)}{words}{told}</section>'
    for row in marches.without_line(project):
        head = f"{describe.title(row, t)}, {describe.when(row, t)}"
        reason = t(REASONS.get(str(row["reason"]), ""))
        yield tag("h3", head) + tag("p", t("“{words}”", words=row["words"])) + tag("p", reason)


def _cities(one: Edition) -> str:
    """The cities with their ranges; a narrow screen moves the table sideways."""
    found = breakdown.cities(one.project.events, one.window)
    if found.empty:
        return ""
    name = html.escape(one.t("Cities"), quote=True)
    shown = table(describe.areas(found, one.t))
    return f'<div class="wide" role="region" tabindex="0" aria-label="{name}">{shown}</div>'


def _paragraphs(texts: tuple[str, ...], one: Edition) -> str:
    """Texts as paragraphs."""
    return "".join(tag("p", one.t(text)) for text in texts)


def _never(one: Edition) -> str:
    """What is never stored."""
    return f"<ul>{''.join(tag('li', one.t(text)) for text in telling.NEVER)}</ul>"


def _documents(one: Edition) -> Iterator[str]:
    """The documents that the rows rest on, with their stance."""
    for source in one.project.sources.sort_values("published").to_dict("records"):
        yield telling.document(source, one.t)


def _files(one: Edition, where: Folders) -> str:
    """The files, with origin and licence."""
    found = describe.files(cards.read_all(where.data, where.geo), one.t)
    rows = (
        tag("dt", str(file))
        + "".join(
            tag("dd", f"{name}: {text}") for name, text in zip(found.columns[1:], told, strict=True)
        )
        for file, *told in found.itertuples(index=False)
    )
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _foot(one: Edition) -> str:
    """Licence, credit, dates and the name of the data."""
    t = one.t
    told = (
        t("Code: MIT. Tables: CC BY 4.0 unless the list of files says otherwise."),
        t("Credit: Walkout Mapper contributors; © OpenStreetMap contributors; GeoNames."),
        t("Dates: {window}", window=t.window(one.window)),
        t("Data: {hash}", hash=one.pin.name),
    )
    return f"<footer>{''.join(tag('p', text) for text in told)}</footer>"
