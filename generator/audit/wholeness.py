"""Every page is finished: one title, no two places of one name, nothing that still waits or shows its template."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit.built_site import BuiltPage, BuiltSite
from generator.problems import Place, Problem

LEFTOVER = re.compile(r"\{% |\[\[(?:figure|cite|contact|chart|confirm|sentence|reported|page|constant):(?!ID\b)")
"""A live insertion or template mark; a page for officers may show the form of one, with ID for the name."""


def unfinished_pages(site: BuiltSite) -> Iterator[Problem]:
    """Pages with a fragment that was never put in, no heading or two, an id that stands twice, or a live insertion."""
    for page in site.pages.values():
        for fault in _faults(page):
            yield Problem(
                Place(page.name), "unfinished-page", f"The built page {fault}.", "Mend the page in site_src, or the template that makes it."
            )


def _faults(page: BuiltPage) -> Iterator[str]:
    if page.waiting:
        yield f"still waits for {', '.join(sorted(set(page.waiting)))}"
    if page.headings != 1:
        yield f"has {page.headings} first-level headings instead of one"
    for name, times in sorted(Counter(page.ids).items()):
        if times > 1:
            yield f"uses the id {name} {times} times"
    text = " ".join(page.text)
    for leftover in sorted({found.group().strip() for found in LEFTOVER.finditer(text)}):
        yield f"shows an insertion that was not made: {leftover}"
