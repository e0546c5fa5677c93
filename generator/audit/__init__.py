"""The second pair of eyes: opens only the built folder, as an outsider would, and tries to break the promises."""

from pathlib import Path

from generator.audit.built_site import BuiltSite, read_site
from generator.audit.dated import dated_snapshots
from generator.audit.downloads_agree import copies_of_figures, table_of_figures
from generator.audit.evidence import read_evidence
from generator.audit.figures_shown import marked_figures, numbers_beside_hidden_figures
from generator.audit.framing import framed_pages
from generator.audit.inference import earlier_release, given_away_earlier, worked_out
from generator.audit.leftovers import leftover_files, telling_files
from generator.audit.links import broken_links
from generator.audit.pictures import drawn_figures
from generator.audit.requests import foreign_requests
from generator.audit.security import unsafe_markup
from generator.audit.texts_for_machines import (
    calendar_entries,
    feed_entries,
    listed_addresses,
    words_in_json,
    words_outside,
)
from generator.audit.wholeness import unfinished_pages
from generator.audit.words_besides import comments_and_scripts, search_index, spoken_attributes
from generator.problems import Problem

AUDITS = (broken_links, foreign_requests, unfinished_pages, unsafe_markup, framed_pages, leftover_files, telling_files)
"""What is looked at in pages and files as such."""
FIGURE_AUDITS = (
    table_of_figures,
    copies_of_figures,
    marked_figures,
    numbers_beside_hidden_figures,
    spoken_attributes,
    comments_and_scripts,
    search_index,
    words_outside,
    words_in_json,
    feed_entries,
    calendar_entries,
    listed_addresses,
    drawn_figures,
    worked_out,
    dated_snapshots,
)
"""What is looked at in every number."""


def audit(folder: Path, earlier: Path | None = None) -> tuple[Problem, ...]:
    """Every broken promise found in a built folder, together with an earlier release of it if one is given."""
    return audit_of(read_site(folder), earlier)


def audit_of(site: BuiltSite, earlier: Path | None = None) -> tuple[Problem, ...]:
    """The same of a site that has been read."""
    found = [problem for one in AUDITS for problem in one(site)]
    evidence = read_evidence(site)
    found += [problem for look in FIGURE_AUDITS for problem in look(evidence)]
    if earlier is not None:
        now = list(evidence.table.figures.values())
        found += given_away_earlier(now, earlier_release(earlier), evidence.table.rules)
    return tuple(dict.fromkeys(found))
