"""Rule: each hand-written page stands in the folder of its section, alone at its address, and none that is linked is missing."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.layout import WORDS
from generator.records.observation import HandWrittenPage, Records
from generator.records.pages import page_address

NEEDED = (
    "fostering/index",
    "help/index",
    "about/index",
    "about/accessibility",
    "about/protecting-identities",
    "about/privacy",
    "about/contact",
)
"""Pages that every page of the site links to; the law asks for the statements on accessibility and privacy."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Pages in the wrong folder, two at one address, and missing pages."""
    seen: dict[str, HandWrittenPage] = {}
    for page in records.pages:
        folder = page.path.partition("/")[0]
        if page.front.section != folder:
            found = f"The page says that its section is not {folder}, in whose folder it stands."
            fix = f"Write 'section: {folder}', or move the file."
            yield Problem(Place(page.place.file, 1, "section"), "wrong-section", found, fix)
        address = page_address(page)
        first = seen.setdefault(address, page)
        if first is not page:
            found = f"The page would have the same address as {first.place.file}: numbers before the name do not count."
            yield Problem(Place(page.place.file), "twin-page", found, "Rename or delete one of them.")
    if "pages" in records.register.unread:
        return
    for address in NEEDED:
        if address not in seen:
            found = "Every page of the site links to this page, and it is not here."
            fix = "Write it. `transparency new` makes a folder in which it can be copied from."
            yield Problem(Place(f"{WORDS}/{address}.md"), "missing-page", found, fix)
