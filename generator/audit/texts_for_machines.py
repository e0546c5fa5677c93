"""Bookkeeping of what programs read: feeds, calendars, the sitemap, words in JSON, and page furniture.

A number there must stand on some page with the words around it, or in words that people typed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from generator.audit.evidence import Evidence
from generator.audit.numbers import holds, numbers, plain
from generator.audit.words_besides import SIZES
from generator.problems import Place, Problem

SITEMAP = "sitemap.xml"
A_TO_Z = "a-to-z/index.html"
"""A page of words that people look for, typed by people and found nowhere else: only counts of people are looked for."""
TOLD = ("title", "summary", "content", "description")
"""Elements of a feed that hold words."""
KNOWN_NUMBERS = SIZES | {
    "target",  # what the council aims at counts nobody
    "paragraph", "threshold", "rounded_to", "keep", "page_count", "minimum", "maximum", "minLength", "maxLength", "default", "format",
}  # fmt: skip
"""Names in JSON of numbers that count no people."""
NAMES = frozenset({"id", "name", "address", "hash", "encoding", "created", "version", "threads", "areas", "url", "path", "key", "period", "sha256"})
"""Names in JSON of ids, addresses and the like."""
LONGEST_LINE = 400
"""Longer lines of a script are packed code."""
FEWEST = 2
"""A text with fewer words is an id or a code."""
_OF_PEOPLE = re.compile(
    r"\b\d+\s+(?:\w+\s+)?(?:child(?:ren)?|young (?:people|person)|famil(?:y|ies)|carers?|boys?|girls?|bab(?:y|ies)|siblings?|people|person)\b",
    re.IGNORECASE,
)
_FOLD = re.compile(r"\r?\n[ \t]")
_SAYS = "Let files for programs say only what the pages say."


def feed_entries(evidence: Evidence) -> Iterator[Problem]:
    """Entries of feeds that hold a number which no page says."""
    for name in sorted(evidence.site.files):
        if not name.endswith((".xml", ".atom", ".rss")) or name == SITEMAP:
            continue
        try:
            root = ET.fromstring((evidence.folder / name).read_text(encoding="utf-8"))  # noqa: S314  the builder's own file
        except ET.ParseError:
            yield Problem(Place(name), "figure-differs", "The feed cannot be read.", _SAYS)
            continue
        told = [element.text or "" for element in root.iter() if element.tag.rsplit("}", 1)[-1] in TOLD]
        if any(evidence.unsaid(text) for text in told):
            found = "An entry of the feed holds a number that the site does not say."
            yield Problem(Place(name), "untied-number", found, _SAYS)


def calendar_entries(evidence: Evidence) -> Iterator[Problem]:
    """Entries of calendars that hold a number which no page says."""
    for name in sorted(evidence.site.files):
        if not name.endswith(".ics"):
            continue
        lines = _FOLD.sub("", (evidence.folder / name).read_text(encoding="utf-8")).splitlines()
        told = [re.sub(r"\\([;,\\])", r"\1", line.partition(":")[2]) for line in lines if line.startswith(("SUMMARY", "DESCRIPTION", "COMMENT"))]
        if any(evidence.unsaid(piece) for text in told for piece in evidence.untyped(text).split(";")):
            found = "An entry of the calendar holds a number that the site does not say."
            yield Problem(Place(name), "untied-number", found, _SAYS)


def listed_addresses(evidence: Evidence) -> Iterator[Problem]:
    """Addresses in the sitemap at which the site has no page."""
    path = evidence.folder / SITEMAP
    if not path.is_file():
        return
    listed = re.findall(r"<loc>([^<]*)</loc>", path.read_text(encoding="utf-8"))
    home = min(listed, key=len, default="")
    for address in listed:
        inside = address.removeprefix(home)
        page = inside if inside.endswith(".html") else f"{inside}index.html"
        if not address.startswith(home) or page not in evidence.pages:
            yield Problem(Place(SITEMAP), "broken-link", "The sitemap lists a page that the site does not have.", "Make the sitemap from the pages.")


def words_in_json(evidence: Evidence) -> Iterator[Problem]:
    """Words and loose numbers in JSON files that no page says, and counts of people in scripts and styles."""
    words = frozenset(evidence.table.sayings)
    for name in sorted(evidence.site.files):
        if name.startswith("assets/") and name.endswith((".json", ".js", ".css")):
            text = (evidence.folder / name).read_text(encoding="utf-8", errors="replace")
            if _OF_PEOPLE.search(text) or _names_an_indicator(evidence, text):
                yield Problem(Place(name), "untied-number", "This file holds a count of people.", _SAYS)
        elif name.startswith("data/") and name.endswith((".json", ".jsonld")) and "/schemas/" not in name:
            fault = next(_faults(evidence, words, name), "")
            if fault:
                found = f"This file holds a number, under {fault}, that no page says."
                yield Problem(Place(name), "untied-number", found, _SAYS)


def _names_an_indicator(evidence: Evidence, text: str) -> bool:
    """Whether a line of a script or style names an indicator and holds a number."""
    names = {name for name in evidence.table.titles if "-" in name} | set(evidence.table.titles.values()) - {""}
    return any(
        len(line) < LONGEST_LINE and numbers(line) and any(holds(line, name) for name in names) for line in text.splitlines()
    )


def _faults(evidence: Evidence, words: frozenset[str], name: str) -> Iterator[str]:
    try:
        document = json.loads((evidence.folder / name).read_text(encoding="utf-8"))
    except ValueError:
        return
    for under, leaf, given in _leaves(evidence, document):
        if isinstance(leaf, bool):
            continue
        if isinstance(leaf, (int, float)):
            if under not in KNOWN_NUMBERS and not given:
                yield under
        elif isinstance(leaf, str) and under not in KNOWN_NUMBERS | NAMES and leaf not in words and _loose(evidence, leaf):
            yield under


def _loose(evidence: Evidence, text: str) -> bool:
    """Whether a text of several words holds a number that nobody says."""
    clean = plain(text)
    if clean.startswith(("http://", "https://", "/")) or len(clean.split(" ")) < FEWEST or not numbers(clean):
        return False
    return evidence.unsaid(clean) and bool(evidence.untied(evidence.untyped(clean), evidence.table.titles, ()))


def _leaves(evidence: Evidence, document: object, under: str = "", *, given: bool = False) -> Iterator[tuple[str, object, bool]]:
    """Every value outside the figures of the table: the name it stands under, and whether a figure given once says it."""
    if isinstance(document, Mapping):
        if document.get("key") in evidence.table.figures:
            return
        told = document.get("id") in evidence.reported
        for key, value in document.items():
            yield from _leaves(evidence, value, str(key), given=told and key == "value")
    elif isinstance(document, list):
        for value in document:
            yield from _leaves(evidence, value, under)
    else:
        yield under, document, given


def words_outside(evidence: Evidence) -> Iterator[Problem]:
    """Numbers in menus, footers and pages without an entry in the search index that stand nowhere else."""
    pieces = {name: [plain(text) for text in page.outside if numbers(text)] for name, page in evidence.pages.items()}
    times = Counter(piece for listed in pieces.values() for piece in set(listed))
    for name, listed in pieces.items():
        loose = [part for piece in listed if times[piece] < FEWEST for part in piece.split(" – ") if evidence.unsaid(part)]
        if name == A_TO_Z:
            loose = [piece for piece in loose if _OF_PEOPLE.search(piece)]
        if loose:
            found = "Words outside the page's own part hold a number that stands nowhere else."
            yield Problem(Place(name), "untied-number", found, "Take the number out of the template.")
