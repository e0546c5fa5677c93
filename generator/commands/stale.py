"""`transparency stale`: figures, pages, commitments, events and contacts that have gone out of date, and dead sources if asked."""

from datetime import date
from pathlib import Path

from generator.commands.links import dead
from generator.commands.outcome import Exit, complain, show
from generator.disclosure.door import protect
from generator.problems import Refused, errors
from generator.records.assemble import read_council
from generator.release.analyse.areas import analyse
from generator.release.staleness import as_markdown, as_text, stale


def say_stale(folder: Path, as_at: date, form: str, *, links: bool = False) -> Exit:
    """Print what is out of date; that something is, is no failure. Markdown is empty when nothing is.

    With `links` every source's address is asked for, which takes a minute or two.
    """
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        show(errors(problems), "text")
        return Exit.REFUSED
    try:
        publication = protect(records)
    except Refused:
        complain("Something would point at a child. Run `transparency check`.")
        return Exit.UNSAFE
    gone = dead(source.url for source in publication.content.sources if source.url) if links else {}
    found = stale(publication, analyse(publication, as_at), gone)
    print(as_markdown(found) if form == "markdown" else as_text(found), end="")
    return Exit.FINE
