"""Bookkeeping of pages: every number that is marked as a figure is that figure, and beside a hidden one stands none.

No message holds a number that was found: it could be the count of children that it must not be.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import unescape

from generator.audit.evidence import Evidence, indicators_of, mean
from generator.audit.numbers import IN_LETTERS, MOVEMENT, numbers, plain, reads_as, without_furniture
from generator.audit.page_text import Block, Mark, PageText
from generator.audit.printed import SYMBOLS, Printed, number_in
from generator.problems import Place, Problem

PEOPLE_IN_LETTERS = re.compile(
    rf"{IN_LETTERS.pattern}\s+(?:\w+\s+)?(?:child|children|young people|young person|famil(?:y|ies)|carers?|boys?|girls?|bab(?:y|ies)|"
    r"siblings?|people|person)\b",
    re.IGNORECASE,
)
_FIX = "Let the template print the figure itself, and nothing where it is hidden."


def marked_figures(evidence: Evidence) -> Iterator[Problem]:
    """Marks whose words are not what the table of figures says, or that read differently from page to page."""
    printed: dict[str, tuple[str, str]] = {}
    for page in evidence.pages.values():
        for mark in page.marks:
            yield from _mark(evidence, page.name, mark)
            if mark.number and len(mark.keys) == 1:
                words = plain(mark.text).partition(" ")[0]
                first, where = printed.setdefault(mark.keys[0], (words, page.name))
                if first != words:
                    found = f"The figure {mark.keys[0]} reads differently here and on {where}."
                    yield Problem(Place(page.name), "figure-differs", found, "Let both places print the same figure.")


def _mark(evidence: Evidence, page: str, mark: Mark) -> Iterator[Problem]:
    if mark.keys[0].startswith("reported/"):
        yield from _reported(evidence, page, mark)
        return
    figures = evidence.figures_of(mark.keys)
    if len(figures) != len(mark.keys):
        found = "A place is marked with a figure that is not in the table of figures."
        yield Problem(Place(page), "unknown-figure", found, "Write every published figure into data/figures.csv.")
    elif not mark.number:
        yield from _sentence(evidence, page, mark.text, figures)
    elif len(figures) == 1:
        yield from _number(evidence, page, mark.text, figures[0])
    else:
        value = mean(figures)
        found_numbers = numbers(mark.text)
        if value is None or len(found_numbers) != 1 or not _near(found_numbers[0], value):
            yield _differs(page, figures[0])


def _near(token: str, value: Decimal) -> bool:
    """Whether a mean reads so, allowing for the rounding of a half."""
    return reads_as(token, value) or reads_as(token, value.quantize(Decimal("0.000001")))


def _number(evidence: Evidence, page: str, text: str, figure: Printed) -> Iterator[Problem]:
    if figure.value is not None:
        found = numbers(text)
        if not found or not reads_as(found[0], figure.value):
            yield _differs(page, figure)
        return
    symbol, rest = f"[{figure.symbol}]", plain(text)
    for said in (symbol, *evidence.words_of(figure.indicator)):
        rest = rest.replace(said, " ")
    if symbol not in text or any(sign.isdigit() for sign in rest) or _tells(rest):
        yield _given_away(page, figure) if figure.hidden else _differs(page, figure)


def _tells(text: str) -> bool:
    """Whether words tell how large a number is, or which way it moved."""
    return MOVEMENT.search(text) is not None or IN_LETTERS.search(text) is not None


def _sentence(evidence: Evidence, page: str, text: str, figures: list[Printed]) -> Iterator[Problem]:
    hidden = [figure for figure in figures if figure.hidden]
    names = list(dict.fromkeys(figure.indicator for figure in figures))
    words = evidence.untyped(without_furniture(text))
    left = evidence.untied(words, names, [figure.value for figure in figures if figure.value is not None])
    if hidden:
        for name in names:
            for said in evidence.words_of(name):
                words = words.replace(said, " ")
        if left or _tells(words):
            yield _given_away(page, hidden[0])
    elif left:
        found = f"A sentence about {figures[0].key} holds a number that is none of its figures."
        yield Problem(Place(page), "untied-number", found, "Print the figures themselves in the sentence.")


def _reported(evidence: Evidence, page: str, mark: Mark) -> Iterator[Problem]:
    identifier = mark.keys[0].removeprefix("reported/")
    if identifier not in evidence.reported:
        if evidence.reported:
            found = "A place is marked with a figure given once that is not in data/reported.csv."
            yield Problem(Place(page), "unknown-figure", found, "Write every published figure into data/reported.csv.")
        return
    value, title, _unit = evidence.reported[identifier]
    amount, left = number_in(value), numbers(plain(mark.text).replace(plain(title), " ").replace("10,000", " "))
    if amount is None:
        if left or (value in SYMBOLS and f"[{value}]" not in mark.text):
            found = f"The figure {mark.keys[0]} is hidden, and a number stands in its place."
            yield Problem(Place(page), "hidden-figure-shown", found, _FIX)
    elif not any(reads_as(number, amount) for number in left):
        yield Problem(Place(page), "figure-differs", f"The figure {mark.keys[0]} reads differently in data/reported.csv.", _FIX)


def numbers_beside_hidden_figures(evidence: Evidence) -> Iterator[Problem]:
    """Numbers outside marks where the words are about an indicator with a hidden figure, or stand in a cell for figures."""
    sensitive = evidence.table.with_hidden
    for page in evidence.pages.values():
        about = indicators_of(page.name) & sensitive
        for block in page.blocks:
            if block.cited or not block.text.strip():
                continue
            concerned = (about | _concerned(page, block)) & sensitive
            # Code to copy shows its words escaped; whoever pastes it has them as they were typed.
            if concerned and all(_untied(evidence, text, concerned) for text in {block.text, unescape(block.text)}):
                (name, *_) = sorted(concerned)
                found = f"Beside a hidden figure of {name} stands a number that is none of its published figures."
                yield Problem(Place(page.name), "untied-number", found, _FIX)
            elif block.cell and numbers(block.text):
                found = "A cell of a table of figures holds a number that is not marked as a figure."
                yield Problem(Place(page.name), "untied-number", found, "Print figures with their mark (data-figures).")


def _untied(evidence: Evidence, text: str, names: Iterable[str]) -> bool:
    """Whether a text holds a number, in digits or letters, that none of these indicators has."""
    if not any(sign.isdigit() for sign in text):
        return PEOPLE_IN_LETTERS.search(evidence.untyped(text)) is not None if IN_LETTERS.search(text) else False
    words = without_furniture(text)
    if evidence.untied(words, names):
        words = evidence.untyped(words)
    return bool(evidence.untied(words, names)) or PEOPLE_IN_LETTERS.search(evidence.untyped(words)) is not None


def _concerned(page: PageText, block: Block) -> frozenset[str]:
    row = page.rows[block.row] if block.row >= 0 else page.rows[0]
    marked = {key.split("/", 1)[0] for key in row.keys}
    linked = {name for link in row.links for name in indicators_of(link.partition("#")[0])}
    drawn = {block.chart.partition("-")[2]} if block.chart else set()
    return frozenset(marked | linked | drawn) if block.row > 0 else frozenset(drawn)


def _given_away(page: str, figure: Printed) -> Problem:
    found = f"The figure {figure.key} is hidden, and a number or a word that tells of it stands in its place."
    return Problem(Place(page), "hidden-figure-shown", found, _FIX)


def _differs(page: str, figure: Printed) -> Problem:
    found = f"The figure {figure.key} does not read as data/figures.csv has it."
    return Problem(Place(page), "figure-differs", found, "Let the template print the figure itself.")
