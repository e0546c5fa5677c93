"""Hand-written pages of site_src: front matter and body, and the insertions that stand in a body.

Whether an insertion names something that exists, and whether the words are safe, is checked elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import PageHead
from generator.problems import Place, Problem
from generator.records.collected import Collected, Unusable
from generator.records.fields import declare
from generator.records.files import clean_text, lines_with_unsafe_characters
from generator.records.layout import WORDS
from generator.records.observation import HandWrittenPage
from generator.records.suggest import listed
from generator.records.tangles import tangles_in
from generator.records.yaml_read import read_yaml

FENCE = "---"
INSERTION_KINDS = (
    "figure",
    "sentence",
    "chart",
    "reported",
    "cite",
    "contact",
    "confirm",
    "constant",
    "page",
)
CONSTANTS = ("threshold", "keep", "quiet-months")
"""Rules' constants that a page can name."""
SECTIONS = ("fostering", "help", "about")
"""The folders of site_src that pages stand in, each a section of the site."""
_PATH = re.compile(rf"{WORDS}/({'|'.join(SECTIONS)})/[a-z0-9]+(-[a-z0-9]+)*\.md")
_ORDER_NUMBER = re.compile(r"^[0-9]+-")
_MARK = re.compile(r"\[\[[^\[\]\n]{0,400}\]\]")
_INSIDE = re.compile(r"\[\[([a-z]+):\s*([^\[\]\s]+)(?:\s+([^\[\]]*?))?\s*\]\]")
RESERVED_PAGES = frozenset({"how-we-work-it-out", "protection-examples", "questions-for-the-council", "corrections"})
"""Pages of the section about that the site makes itself."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """`[[kind:name rest]]` in a page; kind and name are empty when the brackets hold something else."""

    kind: str
    name: str
    rest: str
    line: int
    start: int
    end: int


def read_page(file: str, content: bytes, collected: Collected) -> HandWrittenPage | None:
    """One page, or None with its problems noted."""
    try:
        text = _text(file, content, collected)
    except Unusable as stopped:
        collected.add(stopped.problem)
        return None
    if text is None:
        return None
    lines = text.split("\n")
    closing = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if lines[0].rstrip() != FENCE or closing is None:
        collected.add(_no_front_matter(file))
        return None
    front = read_yaml(file, "\n".join(lines[1:closing]).encode(), collected, first_line=2)
    located = front and declare(PageHead, front.tree, Place(file, 2), front.lines, collected)
    if not located:
        return None
    tangles = [_tangled(file, closing + 2 + at, what) for at, what in tangles_in(lines[closing + 1 :])]
    if tangles:
        collected.extend(tangles)
        return None
    body = "\n".join(lines[closing + 1 :])
    return HandWrittenPage(file.removeprefix(f"{WORDS}/"), located.entry, body, Place(file, closing + 2))


def _text(file: str, content: bytes, collected: Collected) -> str | None:
    """The text of a page; None with problems noted, or Unusable raised, when it is not to be read."""
    name_fault = _name_fault(file)
    if name_fault:
        raise Unusable(name_fault)
    cleaned, unsafe = clean_text(file, content)
    text = cleaned.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if unsafe:
        collected.extend(lines_with_unsafe_characters(file, text))
        return None
    return text


def insertions_in(page: HandWrittenPage) -> Iterator[Insertion]:
    """Every pair of double square brackets of a page, with its line in the file."""
    first = page.place.row or 1
    line, counted = first, 0
    for mark in _MARK.finditer(page.body):
        line, counted = line + page.body.count("\n", counted, mark.start()), mark.start()
        inside = _INSIDE.fullmatch(mark.group())
        kind, name, rest = (
            (inside.group(1), inside.group(2), inside.group(3) or "") if inside else ("", "", "")
        )
        yield Insertion(kind, name, rest, line, mark.start(), mark.end())


def without_insertions(body: str, keep: str = " ") -> str:
    """The body with each insertion blanked by signs of the same number, so that places stay the same."""
    return _MARK.sub(lambda mark: keep * len(mark.group()), body)


def page_address(page: HandWrittenPage) -> str:
    """The page's path on the site: its section and its name without number and ending, such as `about/privacy`."""
    section, _, name = page.path.removesuffix(".md").partition("/")
    return f"{section}/{_ORDER_NUMBER.sub('', name)}"


def _name_fault(file: str) -> Problem | None:
    """A page's path becomes its address, so it is as plain as an id."""
    name = _ORDER_NUMBER.sub("", file.rpartition("/")[2].removesuffix(".md"))
    if _PATH.fullmatch(file) and name and name not in RESERVED_PAGES:
        return None
    folders = listed(f"{WORDS}/{section}" for section in SECTIONS)
    fix = (
        f"Pages stand in {folders}. Use small letters, digits and single hyphens, such as 01-first-steps.md; "
        f"the site itself makes {listed(sorted(RESERVED_PAGES), 'and')}."
    )
    return Problem(Place(file), "bad-file-name", "The file's name cannot become a page's address.", fix)


def _tangled(file: str, line: int, what: str) -> Problem:
    fix = "Split it: empty lines between paragraphs, and a page of its own for each subject."
    return Problem(Place(file, line), "tangled-page", what, fix)


def _no_front_matter(file: str) -> Problem:
    return Problem(
        Place(file, 1),
        "no-front-matter",
        "The page does not start with its title and dates between two lines of three hyphens.",
        "Copy the first lines of another page: " + ", ".join(PageHead.model_fields) + ".",
    )
