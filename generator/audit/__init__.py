"""The second pair of eyes: opens only the built folder, as an outsider would, and tries to break the promises."""

from pathlib import Path

from generator.audit.built_site import BuiltSite, read_site
from generator.audit.links import broken_links
from generator.audit.requests import foreign_requests
from generator.audit.security import unsafe_markup
from generator.audit.wholeness import unfinished_pages
from generator.problems import Problem

AUDITS = (broken_links, foreign_requests, unfinished_pages, unsafe_markup)


def audit(folder: Path) -> tuple[Problem, ...]:
    """Every broken promise found in a built folder."""
    site: BuiltSite = read_site(folder)
    return tuple(problem for one in AUDITS for problem in one(site))
