"""The pages that people wrote: fostering, getting help, about; and the page that opens each section."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.figures import Publication
from generator.model import HandWrittenPage
from generator.release.analyse.areas import Analysis
from generator.release.page import Crumb, Page
from generator.release.pages.insertions import Inserter, contact_card
from generator.release.render import Marks

JOURNEYS = frozenset({"fostering"})
"""Sections that are read in order, a step a page."""
SECTIONS = ("fostering", "help", "about")


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbouring page of a journey."""

    title: str
    address: str


def prose_pages(
    publication: Publication,
    analysis: Analysis,
    marks: Marks,
    written: Sequence[HandWrittenPage],
    taken: set[str],
) -> list[Page]:
    """A page for each hand-written one, in order; the section's own page lists the others."""
    pages: list[Page] = []
    for section in SECTIONS:
        inside = sorted(
            (page for page in written if page.head.section == section), key=lambda page: (page.head.order, page.name)
        )
        opening = [page for page in inside if page.name == "index"]
        steps = [page for page in inside if page.name != "index" and address_of(page) not in taken]
        pages += [_opening(publication, analysis, marks, page, steps) for page in opening]
        crumb = Crumb(opening[0].head.title, f"{section}/") if opening else None
        pages += [_step(publication, analysis, marks, page, steps, crumb) for page in steps]
    return pages


def address_of(page: HandWrittenPage) -> str:
    """Where a hand-written page stands."""
    return f"{page.head.section}/" if page.name == "index" else f"{page.head.section}/{page.name}/"


def _contact(publication: Publication, marks: Marks, address: str, section: str) -> Markup | str:
    """The section's own contact: the first whose name begins with the section's."""
    found = [
        contact
        for contact in publication.content.council.contacts
        if contact.id == section or contact.id.startswith(f"{section}-")
    ]
    return contact_card(marks, address, found[0]) if found else ""


def _opening(
    publication: Publication, analysis: Analysis, marks: Marks, page: HandWrittenPage, steps: Sequence[HandWrittenPage]
) -> Page:
    section = page.head.section
    address = address_of(page)
    children = [Page(address_of(step), step.head.title, step.head.description, "") for step in steps]
    if section == "about":
        children += [
            Page("about/protection-examples/", "How hidden numbers are found, and protected", "Worked examples of how a hidden number can be worked out, and what this site does about it.", ""),
            Page("about/how-we-work-it-out/", "How we work it out", "The rules behind every verdict, with their numbers.", ""),
            Page("about/questions-for-the-council/", "Questions for the council", "What this site cannot say yet.", ""),
            Page("about/corrections/", "Corrections", "What was wrong and has been put right.", ""),
            Page("sources/", "Sources", "Where everything comes from.", ""),
            Page("data/", "Download the data", "Every figure as open data.", ""),
        ]
    return Page(
        address=address,
        title=page.head.title,
        description=page.head.description,
        template="section.md.j2",
        section=section,
        crumbs=(),
        context={
            "body": Inserter(publication, analysis, marks, address).fill(page.body),
            "children": children,
            "numbered": section in JOURNEYS,
            "contact": _contact(publication, marks, address, section) if section in JOURNEYS else "",
        },
        letters=page.head.synonyms,
    )


def _step(
    publication: Publication,
    analysis: Analysis,
    marks: Marks,
    page: HandWrittenPage,
    steps: Sequence[HandWrittenPage],
    crumb: Crumb | None,
) -> Page:
    section, address = page.head.section, address_of(page)
    at = list(steps).index(page)
    journey = section in JOURNEYS
    previous = _neighbour(steps, at - 1) if journey else None
    following = _neighbour(steps, at + 1) if journey else None
    return Page(
        address=address,
        title=page.head.title,
        description=page.head.description,
        template="prose.md.j2",
        section=section,
        crumbs=(crumb,) if crumb else (),
        context={
            "kicker": "",
            "body": Inserter(publication, analysis, marks, address).fill(page.body),
            "step": at + 1 if journey else 0,
            "steps": len(steps),
            "previous": previous,
            "following": following,
            "contact": _contact(publication, marks, address, section) if journey else "",
            "reviewed": page.head.reviewed,
            "review_by": page.head.review_by,
            "overdue": page.head.review_by < analysis.as_at,
        },
        letters=page.head.synonyms,
    )


def _neighbour(steps: Sequence[HandWrittenPage], at: int) -> Step | None:
    if not 0 <= at < len(steps):
        return None
    return Step(steps[at].head.title, address_of(steps[at]))
