"""Every page is finished: one title, no two places of one name, nothing that still waits or shows its template."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit.built_site import BuiltPage, BuiltSite
from generator.problems import Place, Problem

LEFTOVER = re.compile(r"\{% |\[\[(?:figure|cite|contact|chart|confirm|sentence|reported|page|constant):(?!ID\b)")
"""A live insertion or template mark; a page for officers may show the form of one, with ID for the name.

It is looked for in the source of the page: text that comes from the council's tables has its brackets written as
character references there, so that what somebody typed into a cell is not taken for a mark of ours.
"""

MAIN, FOOT = 'id="main"', "<footer"
"""Between these stand the words of a page, without its head, its way from the home page and its foot."""
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


def unfinished_pages(site: BuiltSite) -> Iterator[Problem]:
    """Pages with a fragment that was never put in, no heading or two, an id that stands twice, or a live insertion."""
    for page in site.pages.values():
        for fault in _faults(site, page):
            yield Problem(
                Place(page.name), "unfinished-page", f"The built page {fault}.", "Mend the page in site_src, or the template that makes it."
            )


def _faults(site: BuiltSite, page: BuiltPage) -> Iterator[str]:
    if page.waiting:
        yield f"still waits for {', '.join(sorted(set(page.waiting)))}"
    if page.headings != 1:
        yield f"has {page.headings} first-level headings instead of one"
    for name, times in sorted(Counter(page.ids).items()):
        if times > 1:
            yield f"uses the id {name} {times} times"
    source = (site.folder / page.name).read_text(encoding="utf-8")
    live = _DRAWING.sub("", (source.partition(MAIN)[2] or source).partition(FOOT)[0])
    for leftover in sorted({found.group().strip() for found in LEFTOVER.finditer(live)}):
        yield f"shows an insertion that was not made: {leftover}"
