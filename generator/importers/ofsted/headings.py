"""Finds the headings of a report's body and the grades that they repeat.

A heading is a line, or a few lines together, set apart from the text. A block of lines whose whole wording is
'subject: grade' counts as a heading however it is set.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importers.ofsted.draft import Framework
from generator.importers.ofsted.frameworks import FRONT_PAGES
from generator.importers.ofsted.furniture import Body
from generator.importers.ofsted.lines import Line, joined, plain
from generator.importers.ofsted.numbering import Numbering
from generator.importers.ofsted.rows import split_row
from generator.importers.ofsted.wording import (
    OPENS_A_LIST,
    PLAIN_WORD,
    folded,
    mark_of,
    statement,
    subject_of,
)
from generator.vocabulary import Grade, JudgementHeading

LONGEST_HEADING = 5
"""Lines."""
HEADING_INDENT = 22.0
"""Points from the margin: a heading without a grade begins no further in."""
HEADING_GAP = 1.75
"""Usual spacings: lines further apart than this are not one heading."""
SAME_SIZE = 0.5
SAME_COLUMN = 3.0
LAST_PAGE_OF_KEY_FINDINGS = 4
_PLACE = rf"(?: (?:in|for|of|on|about){PLAIN_WORD}{{1,14}})?"
_SERVICES = r"(?:children's (?:social care )?services|services for children(?: and young people)?)"
_BOARD_NAME = r"(?:local safeguarding children(?:'s)? board|safeguarding children(?:'s)? board|lscb)"
_BOARD = re.compile(
    r"(?:the )?(?:overall )?(?:judge?ment (?:for|on|of|about) )?(?:the )?(?:overall )?(?:effectiveness of )?"
    rf"(?:the)?{PLAIN_WORD}{{0,5}}? ?{_BOARD_NAME}(?: \(\w*lscb\))?{_PLACE}"
)
_GRADED = re.compile(rf"(?:the )?graded judge?ments? (?:for|about|of|on)({PLAIN_WORD}{{1,14}})")
_OVERALL_JUDGEMENT = re.compile(
    rf"(?:the )?(?:overall judge?ment|judge?ment on overall effectiveness){_PLACE}(?: is| are)?"
    rf"(?: that (?:the )?(?:{_SERVICES}|local authority){_PLACE})?"
)
_OVERALL_SERVICES = re.compile(
    r"^(?:overall,? )?(?:the )?(?:overall effectiveness of )?"
    rf"(?:[\w'-]+)?{PLAIN_WORD}{{0,4}}? ?{_SERVICES}{_PLACE}"
)
_BECAUSE = re.compile(
    rf"(?:this local authority|{_SERVICES}{_PLACE}) (?:is |are )?(.+?)(?: and is not yet good)?,? because:?"
)
_OPENING = re.compile(
    r"(?:the )?(?:experiences?|impact|children|looked after|care[- ]leavers|adoption|leadership|graded)\b"
)
"""How a judgement's heading begins that is not set apart from the text."""
_GRADED_SUBJECTS = {
    "adoption": JudgementHeading.ADOPTION,
    "care leavers": JudgementHeading.CARE_LEAVERS,
    "care-leavers": JudgementHeading.CARE_LEAVERS,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines `start` to `end` (not included) of the body; `subject` and `grade` where it is a judgement."""

    start: int
    end: int
    text: str
    subject: JudgementHeading | None = None
    grade: Grade | None = None


def find_headings(body: Body, framework: Framework, first: int, numbering: Numbering) -> tuple[Heading, ...]:
    """Give the headings from line `first` on, in order; the table of judgements above it is no heading."""
    numbered = frozenset(start.index for start in numbering.starts)
    found: list[Heading] = []
    index = first
    while index < len(body.lines):
        heading = None
        if index not in numbered and not _within_text(body.lines[index], numbering.text_column):
            heading = _judgement_heading(body, index, framework, numbered) or _plain_heading(
                body, index, numbered
            )
        if heading:
            found.append(heading)
        index = heading.end if heading else index + 1
    return tuple(found)


def _within_text(line: Line, text_column: float | None) -> bool:
    """Whether a line is indented like the text of a numbered paragraph."""
    return text_column is not None and abs(line.x0 - text_column) < SAME_COLUMN


def _judgement_heading(
    body: Body, index: int, framework: Framework, numbered: frozenset[int]
) -> Heading | None:
    """Give the longest run of lines from here that reads 'subject: grade'."""
    first = body.lines[index]
    if not body.stands_out(first) and not _OPENING.match(folded(first.text)):
        return None
    made = None
    for lines in _blocks(body, index):
        end = index + len(lines)
        if end - 1 in numbered:
            break
        label, both = _label_and_whole(lines)
        said = statement(both)
        apart = all(body.stands_out(line) for line in lines)
        subject = judged_subject(said[0], framework, set_apart=apart) if said else None
        if said and subject:
            made = Heading(index, end, label, subject, said[1])
    return made


def _label_and_whole(lines: Sequence[Line]) -> tuple[str, str]:
    """Give the words of the left column, and those words followed by the grade that stands beside them."""
    split = [split_row(line) for line in lines]
    label = plain(joined([" ".join(word.text for word in left) for left, _ in split]))
    grade = " ".join(word.text for _, right in split for word in right)
    return label, f"{label} {grade}"


def judged_subject(words: str, framework: Framework, *, set_apart: bool) -> JudgementHeading | None:
    """Name the judgement that the words before a grade are about; `set_apart`: whether they are a heading."""
    subject = subject_of(words)
    if framework is Framework.ILACS:
        return subject if subject is not JudgementHeading.OVERALL else None
    graded = _GRADED.fullmatch(words)
    if graded:
        return next((heading for name, heading in _GRADED_SUBJECTS.items() if name in graded[1]), None)
    if subject in (
        JudgementHeading.HELP_PROTECTION,
        JudgementHeading.LOOKED_AFTER,
        JudgementHeading.LEADERSHIP,
    ):
        return subject
    if set_apart and _BOARD.fullmatch(words):
        return JudgementHeading.LSCB
    return None


def overall_statements(body: Body) -> Iterator[Grade]:
    """SIF: what the front page, and the opening of the key findings, say the overall judgement is."""
    for index, line in enumerate(body.lines):
        if line.page > LAST_PAGE_OF_KEY_FINDINGS:
            return
        for block in _blocks(body, index):
            words = folded(joined([each.text for each in block]))
            grade = _headline(words, body, line) or _reason(words)
            if grade:
                yield grade


def _headline(words: str, body: Body, first: Line) -> Grade | None:
    """Give the grade of a headline on the front pages."""
    said = statement(words) if first.page <= FRONT_PAGES else None
    if said is None:
        return None
    named = _OVERALL_JUDGEMENT.fullmatch(said[0])
    return said[1] if named or (body.stands_out(first) and _OVERALL_SERVICES.fullmatch(said[0])) else None


def _reason(words: str) -> Grade | None:
    """Give the grade in 'this local authority is good because'."""
    because = _BECAUSE.fullmatch(words)
    said = statement(f"it {because[1]}") if because else None
    return said[1] if said and said[0] == "it" else None


def _blocks(body: Body, index: int) -> Iterator[tuple[Line, ...]]:
    """Give the line, then the line with the next, and so on while they stand together on one page."""
    for end in range(index + 1, min(index + LONGEST_HEADING, len(body.lines)) + 1):
        if end > index + 1 and (body.gap_above(end - 1) or math.inf) > HEADING_GAP:
            return
        yield body.lines[index:end]


def _plain_heading(body: Body, index: int, numbered: frozenset[int]) -> Heading | None:
    """Lines together that are set like a heading, or a line that opens a list of what is asked for."""
    first = body.lines[index]
    if OPENS_A_LIST.fullmatch(folded(first.text).rstrip(" ?:.")):
        return Heading(index, index + 1, plain(first.text))
    if not body.stands_out(first) or mark_of(first) or first.x0 > body.margin + HEADING_INDENT:
        return None
    end = index + 1
    while (
        end < len(body.lines)
        and end - index < LONGEST_HEADING
        and end not in numbered
        and body.stands_out(body.lines[end])
        and not OPENS_A_LIST.fullmatch(folded(body.lines[end].text).rstrip(" ?:."))
        and abs(body.lines[end].size - body.lines[index].size) < SAME_SIZE
        and (body.gap_above(end) or HEADING_GAP + 1) <= HEADING_GAP
    ):
        end += 1
    label, _ = _label_and_whole(body.lines[index:end])
    return Heading(index, end, label)
