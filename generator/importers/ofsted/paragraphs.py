"""Puts the numbered paragraphs together: from each number to the next number, heading or end of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importers.ofsted.draft import DraftParagraph
from generator.importers.ofsted.furniture import Body
from generator.importers.ofsted.headings import Heading
from generator.importers.ofsted.lines import joined
from generator.importers.ofsted.numbering import Numbering, Start, first_words
from generator.importers.ofsted.wording import folded, mark_of, text_of

_AFTERWORD = re.compile(
    r"the office for standards in education|if you would like a copy of this|piccadilly gate|"
    r"\W*crown copyright|"
    r"you may (?:reuse|copy) |any complaints about"
)
PARAGRAPH_GAP = 1.3
"""Usual spacings: more than this between lines is the end of a paragraph."""
INDENT = 6.0
_ENDINGS = (".", ":", ";", "?", "!")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs, and the first words of text that follows them without a number."""

    numbered: tuple[DraftParagraph, ...]
    unnumbered: tuple[str, ...]


def end_of_text(body: Body, numbering: Numbering) -> int:
    """Find where Ofsted's words about itself begin, below the last number; else the number of lines."""
    last = numbering.starts[-1].index if numbering.starts else 0
    return next(
        (
            index
            for index in range(last + 1, len(body.lines))
            if _AFTERWORD.match(folded(body.lines[index].text))
        ),
        len(body.lines),
    )


def read_paragraphs(
    body: Body, numbering: Numbering, headings: Sequence[Heading], sections: Sequence[str], end: int
) -> Paragraphs:
    """Give the paragraphs that start before line `end`; `sections` names the section of each heading."""
    stops = {heading.start for heading in headings}
    starts = [start for start in numbering.starts if start.index < end]
    made: list[DraftParagraph] = []
    loose: list[str] = []
    for position, start in enumerate(starts):
        limit = starts[position + 1].index if position + 1 < len(starts) else end
        limit = min([limit, *(stop for stop in stops if stop > start.index)])
        texts, after = _collect(body, start, limit, numbering.text_column)
        made.append(DraftParagraph(start.number, _section_at(start.index, headings, sections), joined(texts)))
        if after:
            loose.append(after)
    return Paragraphs(tuple(made), tuple(loose))


def _section_at(index: int, headings: Sequence[Heading], sections: Sequence[str]) -> str:
    above = [section for heading, section in zip(headings, sections, strict=True) if heading.start <= index]
    return above[-1] if above else ""


def _collect(body: Body, start: Start, limit: int, text_column: float | None) -> tuple[list[str], str]:
    """Give the lines of one paragraph, and the first words of a paragraph without a number below it."""
    texts = [first_words(body, start)]
    for index in range(start.index + 1, limit):
        line = body.lines[index]
        in_margin = text_column is not None and line.x0 < text_column - INDENT and not mark_of(line)
        if in_margin and _set_apart(body, index) and texts[-1].rstrip("\u2019\u201d)").endswith(_ENDINGS):
            return texts, " ".join(text_of(line).split()[:6])
        texts.append(text_of(line))
    return texts, ""


def _set_apart(body: Body, index: int) -> bool:
    gap = body.gap_above(index)
    return gap is None or gap > PARAGRAPH_GAP
