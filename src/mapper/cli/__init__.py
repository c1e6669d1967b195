"""The same package without a browser: each command is one sentence over the package."""

from __future__ import annotations

import typer

from mapper.cli import fetch, files, lookup, project
from mapper.cli.bundle import bundle
from mapper.cli.claim import claim
from mapper.cli.export import export
from mapper.cli.figure import figure
from mapper.cli.numbers import totals
from mapper.cli.releases import compare, release
from mapper.cli.route import route

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(project.check)
app.command()(project.geocode)
app.command()(lookup.place)
# "-118.24,34.05" is a place and no option
files.streets.command("fetch", context_settings={"ignore_unknown_options": True})(fetch.streets)
app.add_typer(files.gazetteer, name="gazetteer")
app.add_typer(files.streets, name="streets")
app.command()(route)
app.command()(totals)
app.command()(claim)
app.command()(release)
app.command("changes")(compare)
app.command()(bundle)
app.command()(export)
app.command()(figure)
app.command()(project.run)


def main() -> None:
    """Run the command line."""
    app()
