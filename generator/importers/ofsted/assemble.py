"""Makes the draft from the lines of a report: recognises it, reads its parts and holds them together.

Pure: lines in, draft out.
"""

from collections.abc import Sequence
from itertools import pairwise

from generator.importers.ofsted import front
from generator.importers.ofsted.areas import area_ranges, read_areas
from generator.importers.ofsted.draft import DraftInspection, DraftParagraph, Framework
from generator.importers.ofsted.frameworks import recognise
from generator.importers.ofsted.furniture import Body, body_of
from generator.importers.ofsted.headings import find_headings, overall_statements
from generator.importers.ofsted.judgements import agree
from generator.importers.ofsted.limits import FEWEST_CHARACTERS
from generator.importers.ofsted.lines import Line
from generator.importers.ofsted.numbering import Start, find_numbering
from generator.importers.ofsted.paragraphs import end_of_text, read_paragraphs
from generator.importers.ofsted.refusals import Refusal, Unreadable
from generator.importers.ofsted.sections import section_names
from generator.importers.ofsted.tables import Table, find_table


def assemble(lines: Sequence[Line], file: str) -> DraftInspection:
    """Give the draft of a report; raises `Unreadable` for whatever is not one."""
    if sum(len(word.text) for line in lines for word in line.words) < FEWEST_CHARACTERS:
        raise Unreadable(Refusal.NO_TEXT)
    framework = recognise(lines)
    body = body_of(lines)
    table = find_table(lines, framework)
    first = _after(body, table)
    numbering = find_numbering(body, first)
    end = end_of_text(body, numbering)
    headings = find_headings(body, framework, first, numbering)
    agreed = agree(framework, table, headings, overall_statements(body))
    if not agreed.judgements:
        raise Unreadable(Refusal.NO_JUDGEMENTS, framework.value)
    ranges = area_ranges(body, headings, framework, end)
    read = read_paragraphs(body, numbering, headings, section_names(body, headings, framework), end)
    areas = read_areas(body, ranges, numbering.starts)
    starts = [start for start in numbering.starts if start.index < end]
    kept = _without_separate_lists(starts, read.numbered, ranges)
    span = front.inspected(lines)
    problems = [
        *agreed.problems,
        *_front_problems(lines, file),
        *_text_problems(framework, areas, kept, read.unnumbered),
    ]
    return DraftInspection(
        file=file,
        framework=framework,
        authority=front.authority(lines),
        published=front.published(lines, file, span.last if span else None),
        inspected_from=span.first if span else None,
        inspected_to=span.last if span else None,
        lead_inspector=front.lead_inspector(lines),
        judgements=agreed.judgements,
        areas_for_improvement=areas,
        paragraphs=kept,
        problems=tuple(problems),
    )


def _after(body: Body, table: Table | None) -> int:
    """Give the first line of the body below the table of judgements."""
    if table is None:
        return 0
    below = (
        index
        for index, line in enumerate(body.lines)
        if line.page > table.page or (line.page == table.page and line.y < table.bottom - 1)
    )
    return next(below, len(body.lines))


def _without_separate_lists(
    starts: Sequence[Start], paragraphs: Sequence[DraftParagraph], ranges: Sequence[range]
) -> tuple[DraftParagraph, ...]:
    """Leave out lists of areas that are numbered apart, after which the text begins at 1."""
    listed = [any(start.index in lines for lines in ranges) for start in starts]
    begins_again = any(
        start.number == 1 and not in_list and any(listed[:position])
        for position, (start, in_list) in enumerate(zip(starts, listed, strict=True))
    )
    if not begins_again:
        return tuple(paragraphs)
    return tuple(paragraph for paragraph, in_list in zip(paragraphs, listed, strict=True) if not in_list)


def _front_problems(lines: Sequence[Line], file: str) -> list[str]:
    problems = []
    span = front.inspected(lines)
    if front.authority(lines) is None:
        problems.append("The name of the council could not be read from the title.")
    if span is None:
        problems.append("The dates of the inspection could not be read.")
    elif span.visits > 1:
        problems.append("The report names more than one visit; the dates run from the first day to the last.")
    if front.lead_inspector(lines) is None:
        problems.append("The name of the lead inspector could not be read.")
    if front.published(lines, file, span.last if span else None) is None:
        problems.append("The day of publication stands neither in the report nor in the name of the file.")
    return problems


def _text_problems(
    framework: Framework,
    areas: Sequence[str],
    paragraphs: Sequence[DraftParagraph],
    unnumbered: Sequence[str],
) -> list[str]:
    problems = []
    if not areas:
        asked = "areas for improvement" if framework is Framework.ILACS else "recommendations"
        problems.append(f"No list of {asked} was found.")
    if not paragraphs:
        problems.append("The paragraphs of this report are not numbered, so none were read.")
    for above, below in pairwise(paragraphs):
        if below.number != above.number + 1:
            problems.append(
                f"In the report, paragraph {above.number} is followed by paragraph {below.number}."
            )
    if framework is Framework.ILACS:
        problems.extend(f'Text without a number was left out: "{words}…".' for words in unnumbered)
    return problems
