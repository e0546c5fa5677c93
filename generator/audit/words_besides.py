"""Bookkeeping of what a page says besides its text: attributes, meta descriptions, comments, scripts, the search index.

A number there must stand in the page's own words as well, with the words around it, or in words that people typed.
"""

import gzip
import json
from collections.abc import Iterator, Mapping

from generator.audit.evidence import FEWEST_AROUND, Evidence, indicators_of
from generator.audit.numbers import contexts, holds, numbers, plain
from generator.audit.page_text import PageText
from generator.problems import Place, Problem

FRAGMENTS = "pagefind/fragment"
FRAGMENT_MARK = b"pagefind_dcd"
SIZES = frozenset(
    {"contentSize", "bytes", "rows", "version", "position", "order", "size", "numberOfItems", "identifier", "keywords", "@id", "url"}
)
"""Names of numbers in structured data that count no people."""
META = ("description", "og:", "twitter:")
_SAYS = "Say only what the page says: take the number out of the template."


def spoken_attributes(evidence: Evidence) -> Iterator[Problem]:
    """Numbers in alternative texts, titles, labels and descriptions that the page does not say."""
    indexed = _descriptions(evidence)
    for page in evidence.pages.values():
        visible = page.visible
        for tag, name, text in page.attributes:
            if name == "style" or not numbers(text) or text.startswith(("http://", "https://")) or "{" in text:
                fault = name == "style" and any(sign.isdigit() for sign in text)
            elif tag == "meta" and not indicators_of(page.name) & evidence.table.with_hidden:
                fault = _unlike_index(page, name, text, indexed)
            else:
                fault = _unsaid(evidence, page, visible, text)
            if fault:
                found = f"The attribute {name} of <{tag}> holds a number that the page does not say."
                yield Problem(Place(page.name), "untied-number", found, _SAYS)


def _unlike_index(page: PageText, name: str, text: str, indexed: Mapping[str, str]) -> bool:
    """Whether a description that people typed, or one made for other sites, is not the one that the search index has."""
    if not name.startswith(META) or page.name not in indexed:
        return False
    clean = plain(text)
    return clean not in plain(indexed[page.name]) and clean not in page.visible and not _in_title(page, clean)


def _in_title(page: PageText, text: str) -> bool:
    return any(block.tag == "title" and text in plain(block.text) for block in page.blocks)


def _descriptions(evidence: Evidence) -> dict[str, str]:
    """What the search index says at the head of each page."""
    found = {}
    for path in sorted((evidence.folder / FRAGMENTS).glob("*.pf_fragment")):
        entry = _fragment(path.read_bytes())
        meta = entry.get("meta")
        if isinstance(meta, Mapping):
            found[_page_of(entry)] = " ".join(str(text) for text in meta.values())
    return found


def _unsaid(evidence: Evidence, page: PageText, visible: str, text: str) -> bool:
    """Whether a number of a text stands neither in the page's words, nor in words that people typed."""
    clean = plain(text)
    if len(clean.split(" ")) > FEWEST_AROUND and holds(visible, clean.rstrip("….")):
        return False
    left = evidence.untyped(clean)
    loose = set(evidence.untied(left, indicators_of(page.name), ()))
    return any(
        number in loose and (not holds(visible, phrase) or len(phrase.split(" ")) < FEWEST_AROUND)
        for number, phrase in contexts(left)
    )


def comments_and_scripts(evidence: Evidence) -> Iterator[Problem]:
    """Comments, styles and scripts inside pages that hold a number; structured data that says more than the page."""
    for page in evidence.pages.values():
        if any(sign.isdigit() for comment in page.comments for sign in comment):
            found = "A comment in the page holds a number."
            yield Problem(Place(page.name), "untied-number", found, "Take the comment out of the template.")
        for kind, text in page.scripts:
            if kind == "style" or not text.strip():
                continue
            yield from _script(evidence, page, text)


def _script(evidence: Evidence, page: PageText, text: str) -> Iterator[Problem]:
    try:
        document = json.loads(text)
    except ValueError:
        return
    visible = page.visible
    for name, leaf in leaves(document):
        number = isinstance(leaf, (int, float)) and not isinstance(leaf, bool) and name not in SIZES
        words = isinstance(leaf, str) and not leaf.startswith(("http", "/")) and numbers(leaf)
        if number or (words and name not in SIZES and _unsaid(evidence, page, visible, str(leaf))):
            found = f"Structured data inside the page holds a number, under {name}, that the page does not say."
            yield Problem(Place(page.name), "untied-number", found, _SAYS)


def leaves(document: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Every value of a document with the name that it stands under."""
    if isinstance(document, Mapping):
        for key, value in document.items():
            yield from leaves(value, str(key))
    elif isinstance(document, list):
        for value in document:
            yield from leaves(value, name)
    else:
        yield name, document


def search_index(evidence: Evidence) -> Iterator[Problem]:
    """Entries of the search index that say other numbers than their page does, or belong to no page."""
    folder = evidence.folder / FRAGMENTS
    for path in sorted(folder.glob("*.pf_fragment")):
        place = f"{FRAGMENTS}/{path.name}"
        entry = _fragment(path.read_bytes())
        page = evidence.pages.get(_page_of(entry))
        if page is None:
            found = "An entry of the search index belongs to no page of the site."
            yield Problem(Place(place), "leftover-file", found, "Make the search index from an empty folder.")
            continue
        meta = entry.get("meta")
        said = [str(text) for text in meta.values()] if isinstance(meta, Mapping) else []
        heads = " ".join((page.visible, *(text for _, _, text in page.attributes)))
        if _digits(str(entry.get("content", ""))) != _digits(page.visible) or any(
            not holds(plain(heads), phrase) for text in said for _, phrase in contexts(text)
        ):
            found = f"The search index says other numbers than the page {page.name} does."
            yield Problem(Place(place), "figure-differs", found, "Make the search index again from the finished pages.")


def _page_of(entry: Mapping[str, object]) -> str:
    name = str(entry.get("url", "")).lstrip("/")
    return name if name.endswith(".html") else f"{name}index.html"


def _fragment(content: bytes) -> dict[str, object]:
    try:
        raw = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
        found = json.loads(raw.removeprefix(FRAGMENT_MARK))
    except (OSError, ValueError, EOFError):
        return {}
    return found if isinstance(found, dict) else {}


def _digits(text: str) -> str:
    """The digits of a text in order: the index joins and parts words in its own way."""
    return "".join(sign for sign in text if sign.isdigit())
