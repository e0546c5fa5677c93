"""A built page as blocks of text, marked figures, attributes and pictures: what bookkeeping looks at.

`built_site` reads links and wholeness from the same pages in the same run. Nothing is judged here.
"""

from dataclasses import dataclass, field
from functools import cached_property

from generator.audit.numbers import plain
from generator.markup import MarkupReader

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
BLOCKS = frozenset(
    {
        "p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "text", "desc", "title",
        "div", "section", "summary", "option", "label", "button", "legend", "blockquote", "pre", "a", "body", "main", "article",
    }
)  # fmt: skip
"""Elements whose text is read together."""
UNINDEXED = frozenset({"select", "script", "style", "noscript", "template", "svg"})
"""Elements whose words the search index leaves out."""
ROWS = frozenset({"tr", "li", "dl", "figure", "section", "p", "a"})
"""Elements that speak of one thing: a mark or a link in one says what its other words are about."""
SLASHES = 3
"""A figure's key is indicator/area/period/breakdown."""
SPOKEN = frozenset(
    {"alt", "title", "aria-label", "aria-description", "aria-valuetext", "aria-valuenow", "aria-roledescription", "placeholder",
     "data-label", "label", "summary", "data-title", "data-tooltip", "data-tip", "data-content", "style", "max", "min", "low", "high", "optimum"}
)  # fmt: skip
"""Attributes that a reader sees or hears."""
STRUCTURE = frozenset(
    {"data-figures", "data-figure", "data-fragment", "data-chart", "data-axis", "data-line", "data-level", "data-areas", "data-themes",
     "data-judgement", "data-kept", "data-section", "data-tone", "data-needs", "data-filters-for", "data-search", "data-md-component"}
)  # fmt: skip
"""Attributes of our own templates that hold keys and ids."""


@dataclass(slots=True)
class Mark:
    """An element that says which figures it shows."""

    keys: tuple[str, ...]
    tag: str
    number: bool
    """Whether it is the figure itself and not a sentence about figures."""
    text: str = ""


@dataclass(slots=True)
class Block:
    """The words of one block, without those inside a mark."""

    tag: str
    row: int
    """Number of the row, list entry or other element that speaks of one thing."""
    chart: str
    """The chart that it stands in, if any."""
    cell: bool
    """Whether it is a cell for a number in a table of figures."""
    cited: bool = False
    text: str = ""


@dataclass(slots=True)
class Row:
    """What the elements inside one row point at."""

    keys: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Shape:
    """One element inside a picture, with what it inherits."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass(slots=True)
class Picture:
    """One drawing on a page, or in a file of its own."""

    chart: str
    shapes: list[Shape] = field(default_factory=list)


@dataclass
class PageText:
    """What one page says."""

    name: str
    marks: list[Mark] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    """Tag, attribute and text of what is seen or heard besides the words."""
    comments: list[str] = field(default_factory=list)
    scripts: list[tuple[str, str]] = field(default_factory=list)
    """Kind and text of what stands inside script elements."""
    pictures: list[Picture] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    """The words that the search index has, in order."""
    outside: list[str] = field(default_factory=list)
    """The words that it leaves out: menus, footers, whole pages."""

    @cached_property
    def visible(self) -> str:
        """Every word of the page in order; asked for once all of it is read."""
        return plain(" ".join(self.body))


@dataclass(slots=True)
class _Open:
    """An element that has not been closed yet."""

    tag: str
    block: int
    row: int
    mark: int
    chart: str
    picture: int
    shape: int
    cited: bool
    indexed: bool


class WordReader(MarkupReader):
    """Collects what a page says."""

    def __init__(self, words: PageText) -> None:
        super().__init__()
        self.words = words
        self.stack: list[_Open] = [_Open("", -1, -1, -1, "", -1, -1, cited=False, indexed=False)]
        self._look: list[dict[str, str]] = []
        words.rows.append(Row())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element: what it is part of, what it says besides its text."""
        above, page = self.stack[-1], self.words
        present = {name: value or "" for name, value in attrs}
        classes = present.get("class", "").split()
        made = _Open(tag, above.block, above.row, above.mark, above.chart, above.picture, above.shape, above.cited, above.indexed)
        made.indexed = (above.indexed or "data-pagefind-body" in present) and "data-pagefind-ignore" not in present and tag not in UNINDEXED
        made.chart = present.get("data-chart", above.chart)
        made.cited = above.cited or "cite" in classes
        if tag in ROWS:
            page.rows.append(Row())
            made.row = len(page.rows) - 1
        if "href" in present and tag == "a":
            for number in {above.row, made.row}:
                page.rows[number].links.append(present["href"])
        self._attributes(tag, present)
        if tag == "svg":
            page.pictures.append(Picture(made.chart))
            made.picture = len(page.pictures) - 1
        if made.picture >= 0:
            self._shape(tag, present, made)
        else:
            self._words(tag, present, classes, made)
        if tag not in VOID:
            self.stack.append(made)

    def _words(self, tag: str, present: dict[str, str], classes: list[str], made: _Open) -> None:
        """An element with words: a mark of figures, a block, or part of one."""
        page = self.words
        if present.get("data-figures"):
            page.marks.append(Mark(keys_in(present["data-figures"]), tag, "num" in classes))
            made.mark = len(page.marks) - 1
            for row in {made.row, *(one.row for one in self.stack)}:
                page.rows[row].keys += page.marks[-1].keys
        if tag in BLOCKS:
            page.blocks.append(Block(tag, made.row, made.chart, tag == "td" and "r" in classes, made.cited))
            made.block = len(page.blocks) - 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that holds nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.stack.pop()

    def _attributes(self, tag: str, present: dict[str, str]) -> None:
        for name, text in present.items():
            ours = name.startswith("data-") and name not in STRUCTURE and not name.startswith("data-pagefind")
            if name in SPOKEN or ours or (name == "value" and tag not in ("li", "option", "param")):
                self.words.attributes.append((tag, name, text))
            elif name == "content" and tag == "meta" and not _technical(present):
                self.words.attributes.append((tag, present.get("name") or present.get("property", ""), text))

    def _shape(self, tag: str, present: dict[str, str], made: _Open) -> None:
        inherited = self._look[-1] if self._look and self.stack[-1].picture == made.picture else {}
        kept = {name: value for name, value in inherited.items() if name in ("data-axis", "text-anchor")}
        picture = self.words.pictures[made.picture]
        picture.shapes.append(Shape(tag, kept | present))
        made.shape = len(picture.shapes) - 1
        if tag == "g":
            self._look.append(kept | present)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those inside it that were left open."""
        while len(self.stack) > 1:
            closed = self.stack.pop()
            if closed.tag == "g" and self._look:
                self._look.pop()
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Add words to the mark or block that they stand in."""
        here = self.stack[-1]
        if here.tag in ("script", "style"):
            self.words.scripts.append((here.tag, data))
            return
        if here.picture >= 0:
            self.words.pictures[here.picture].shapes[here.shape].text += data
            return
        (self.words.body if here.indexed else self.words.outside).append(data)
        if here.mark >= 0:
            self.words.marks[here.mark].text += data
        elif here.block >= 0:
            self.words.blocks[here.block].text += data

    def handle_comment(self, data: str) -> None:
        """Keep a comment: readers of the source see it."""
        self.words.comments.append(data)


def keys_in(text: str) -> tuple[str, ...]:
    """The keys of figures that a mark lists with spaces between; a group's name may hold spaces itself."""
    found: list[str] = []
    for piece in text.split():
        if found and piece.count("/") < SLASHES and not piece.startswith("reported/"):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return tuple(found) or (text,)


def _technical(meta: dict[str, str]) -> bool:
    """Whether a meta element speaks to browsers alone."""
    return "http-equiv" in meta or meta.get("name", "") in (
        "viewport", "color-scheme", "theme-color", "referrer", "robots", "format-detection", "generator",
    )  # fmt: skip


def read_page(name: str, text: str) -> PageText:
    """Read one page."""
    page = PageText(name)
    reader = WordReader(page)
    reader.feed(text)
    reader.close()
    return page
