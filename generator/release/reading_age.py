"""How old a reader must be for a page: Flesch and Kincaid's measure of its sentences, and a limit for each kind of page.

Measured are the sentences that a page says: paragraphs, entries of lists and definitions. Left out are tables,
pictures, citations, dates, addresses, the shell, what is quoted from others, and names: an entry that is a link or
a definition and does not end as a sentence. The measure counts sentences, words and syllables, so
it sees long sentences and long words and nothing else; figures and the law's own terms count as any other word.
Not here: what a page says, or what happens when it is too hard.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.markup import MarkupReader
from generator.release.page import Page

YEARS_BEFORE_SCHOOL = 5.0
"""The measure gives a school year of the United States; the first begins at six."""
FEWEST_WORDS = 60
"""A shorter page has too few sentences to be measured."""
LIMITS: Mapping[str, float] = {
    "easy-read": 9, "help": 10, "fostering": 10, "about": 13, "home": 10.5,
    "indicator": 12, "area": 12, "areas": 13, "thread": 13, "inspection": 13, "dictionary": 16,
}  # fmt: skip
"""The oldest that a reader may have to be for each kind of page: youngest where someone needs help, oldest where the
formal words of an inspection are told."""
LISTS_OF_TITLES = frozenset({"sources"})
"""Kinds of page that say next to nothing but what others called their own works: not measured."""
LIMIT = 15.0
"""For every other kind."""
PROSE = "prose"

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SAID = frozenset({"p", "li", "dd"})
_PASSED_OVER = frozenset({"table", "svg", "nav", "header", "footer", "form", "script", "style", "noscript", "code", "sup", "q", "blockquote", "time"})
_SMALL_PRINT = frozenset({"cite", "src", "meta", "kicker", "progress", "downloads", "tag", "confirm", "vh", "crumbs", "when"})
_PICTURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ENDS = re.compile(r"[.!?][”’)]*$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Read:
    """One page and the age that it asks of its reader."""

    address: str
    kind: str
    age: float

    @property
    def limit(self) -> float:
        """The most that a page of its kind may ask."""
        return LIMITS.get(self.kind, LIMIT)

    @property
    def too_hard(self) -> bool:
        """Whether the page asks more than its kind may."""
        return round(self.age, 1) > self.limit


@dataclass(slots=True)
class _Text:
    """What one paragraph or entry says, and how much of it stands outside links."""

    tag: str
    words: str = ""
    unlinked: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it only names a thing."""
        linked = not _WORD.search(self.unlinked)
        return (linked or self.tag == "dd") and not _ENDS.search(self.words.strip())


class _Sentences(MarkupReader):
    """Collects what a page says, one text for each paragraph or entry."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[_Text] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note whether what follows is said or passed over."""
        if tag in _VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        quiet = bool(self._open and self._open[-1][1]) or tag in _PASSED_OVER or bool(classes & _SMALL_PRINT)
        self._open.append((tag, quiet))
        if tag in _SAID and not quiet:
            self.said.append(_Text(tag))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those in it that nothing closed."""
        at = next((place for place in range(len(self._open) - 1, -1, -1) if self._open[place][0] == tag), None)
        if at is not None:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Keep the words of a paragraph or an entry."""
        tags = [tag for tag, _ in self._open]
        if self._open and not self._open[-1][1] and _SAID & set(tags) and "body" in tags and self.said:
            self.said[-1].words += data
            self.said[-1].unlinked += "" if "a" in tags else data


def sentences_of(html: str) -> list[str]:
    """What a page says, sentence by sentence."""
    reader = _Sentences()
    reader.feed(_PICTURE.sub("", html))  # most of a page's elements are those of its charts
    whole = (" ".join(text.words.split()) for text in reader.said if not text.is_name)
    return [sentence for text in whole for sentence in _SENTENCE.split(text) if _WORD.search(sentence)]


def reading_age(sentences: Iterable[str]) -> float | None:
    """The age in years; None for a text that is too short to be measured."""
    listed = list(sentences)
    words = [word for sentence in listed for word in _WORD.findall(sentence)]
    if len(words) < FEWEST_WORDS:
        return None
    syllables = sum(map(syllables_of, words))
    school_year = 0.39 * len(words) / len(listed) + 11.8 * syllables / len(words) - 15.59
    return school_year + YEARS_BEFORE_SCHOOL


def syllables_of(word: str) -> int:
    """About how many syllables a word has: its groups of vowels, without the silent endings."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    short = re.sub(r"(?:[^laeiouycgsxz]es|[^laeiouy]e|[^aeiouytd]ed)$", lambda ending: ending.group()[0], plain)
    return max(1, len(_VOWELS.findall(short)))


def kind_of(page: Page) -> str:
    """The kind of a page: its template, and for words that people wrote the part of the site they stand in."""
    template = page.template.split(".")[0]
    return (page.section or "about") if template == PROSE else template


def reading_ages(site: Path, pages: Iterable[Page]) -> tuple[Read, ...]:
    """Every page of the built site that is long enough, the hardest first."""
    measured = []
    for page in (page for page in pages if kind_of(page) not in LISTS_OF_TITLES):
        age = reading_age(sentences_of((site / page.address / "index.html").read_text(encoding="utf-8")))
        if age is not None:
            measured.append(Read(page.address, kind_of(page), age))
    return tuple(sorted(measured, key=lambda read: (-read.age, read.address)))


def report(read: Iterable[Read]) -> str:
    """The reading age of each page as CSV, for whoever writes the pages."""
    rows = [f"{one.address or 'index.html'},{one.kind},{one.age:.1f},{one.limit:g},{'too hard' if one.too_hard else ''}" for one in read]
    return "\n".join(["page,kind,reading_age,limit,verdict", *rows]) + "\n"
