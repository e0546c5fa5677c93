"""A page as the passages that a reader sees, each with the keys of the figures that it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

BLOCKS = frozenset(
    {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "caption", "figcaption", "summary", "div", "section", "article", "ul", "ol", "dl", "table", "tr", "blockquote", "details", "figure"}
)
"""Elements that start and end a passage."""
SILENT = frozenset({"script", "style", "svg", "template", "button"})
"""Elements whose text is not the page's words."""
VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "col", "source"})
INSIDE_WORDS = frozenset({None, "num", "cite"})
"""Classes of elements that stand within a run of words; any other stands apart from what is before it."""
CELLS = frozenset({"td", "dd"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text inside one block of a page."""

    text: str
    keys: frozenset[str] = frozenset()
    cell: bool = False
    """Whether it stands in a cell of a table or of a list of figures."""


class _Reader(HTMLParser):
    """Collects passages, from the whole text or from the main part of a built page."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passage] = []
        self.text: list[str] = []
        self.keys: set[str] = set()
        self.block = ""
        self.silent = 0
        self.depth = 1 if whole else 0
        """How deep inside the main part; 0 outside it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._gap()
            return
        present = {name: value or "" for name, value in attrs}
        if not self.depth:
            self.depth = int(present.get("id") == "main")
            return
        self.depth += 1
        if self.silent or tag in SILENT or "data-pagefind-ignore" in present:
            self.silent += 1
            return
        if tag in BLOCKS:
            self.close_passage()
            self.block = tag
        if present.get("class") not in INSIDE_WORDS:
            self.text.append(" ")
        self.keys.update(present.get("data-figures", "").split())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the library's signature
        """Take an element that closes itself as a gap between words."""
        self._gap()

    def _gap(self) -> None:
        if self.depth and not self.silent:
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if not self.depth or tag in VOID:
            return
        self.depth -= 1
        if self.silent:
            self.silent -= 1
        elif tag in BLOCKS:
            self.close_passage()

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.text.append(data)

    def close_passage(self) -> None:
        """Keep what was read since the last block began."""
        text = " ".join("".join(self.text).split())
        if text:
            self.found.append(Passage(text, frozenset(self.keys), self.block in CELLS))
        self.text, self.keys, self.block = [], set(), ""


def passages(html: str, *, whole: bool = False) -> tuple[Passage, ...]:
    """The passages of a built page's main part, or of a whole text."""
    reader = _Reader(whole=whole)
    reader.feed(html)
    reader.close()
    reader.close_passage()
    return tuple(reader.found)


def keys_of(found: Iterable[Passage]) -> frozenset[str]:
    """Every figure that some passages say."""
    return frozenset(key for passage in found for key in passage.keys)
