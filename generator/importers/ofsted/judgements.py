"""Holds the table against the headings: a grade is given only where everything that says it agrees.

Where they differ the grade is left out and named. A wrong grade would be a failure, a missing one only work.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.importers.ofsted.draft import DraftJudgement, Framework
from generator.importers.ofsted.headings import Heading
from generator.importers.ofsted.tables import EXPECTED, Table
from generator.vocabulary import Grade, JudgementHeading

_NAMES = {
    JudgementHeading.OVERALL: "Overall effectiveness",
    JudgementHeading.LEADERS: "The impact of leaders",
    JudgementHeading.HELP_PROTECTION: "Help and protection",
    JudgementHeading.IN_CARE: "Children in care",
    JudgementHeading.IN_CARE_AND_CARE_LEAVERS: "Children in care and care leavers",
    JudgementHeading.LOOKED_AFTER: "Children looked after and achieving permanence",
    JudgementHeading.ADOPTION: "Adoption performance",
    JudgementHeading.CARE_LEAVERS: "Care leavers",
    JudgementHeading.LEADERSHIP: "Leadership, management and governance",
    JudgementHeading.LSCB: "The safeguarding board",
}
ORDER = tuple(_NAMES)


@dataclass(frozen=True, slots=True)
class Agreed:
    """The grades on which the report agrees with itself, and what an officer must look at."""

    judgements: tuple[DraftJudgement, ...]
    problems: tuple[str, ...]


def agree(
    framework: Framework, table: Table | None, headings: Sequence[Heading], overall: Iterable[Grade]
) -> Agreed:
    """Compare every source of each grade; `overall` are the statements of the SIF headline."""
    in_table = dict(table.reading.grades) if table else {}
    said: dict[JudgementHeading, set[Grade]] = {}
    for heading in headings:
        if heading.subject and heading.grade:
            said.setdefault(heading.subject, set()).add(heading.grade)
    if framework is Framework.SIF:
        said[JudgementHeading.OVERALL] = set(overall)
    judgements: list[DraftJudgement] = []
    problems = [_table_trouble(table)] if table is None or table.reading.trouble else []
    if table and table.reading.unknown:
        problems.append(f'The table of judgements has a row that is not known: "{table.reading.unknown}".')
    for subject in _wanted(framework, in_table, said):
        grade, problem = _one(subject, in_table, said.get(subject, set()))
        if grade:
            judgements.append(DraftJudgement(subject, grade))
        if problem:
            problems.append(problem)
    return Agreed(tuple(judgements), tuple(problems))


def _table_trouble(table: Table | None) -> str:
    why = f"was not read because {table.reading.trouble}" if table else "was not found"
    return (
        f"The table of judgements {why}; grades come from the headings alone. Check them against the report."
    )


def _wanted(
    framework: Framework,
    in_table: dict[JudgementHeading, Grade | None],
    said: dict[JudgementHeading, set[Grade]],
) -> list[JudgementHeading]:
    """Give the judgements that this report should hold, in one agreed order."""
    held = set(in_table) | set(said)
    shapes = EXPECTED[framework]
    shape = max(shapes, key=lambda rows: len(rows & held))
    return [subject for subject in ORDER if subject in held | shape]


def _one(
    subject: JudgementHeading, in_table: dict[JudgementHeading, Grade | None], said: set[Grade]
) -> tuple[Grade | None, str | None]:
    """Give the agreed grade of one judgement, or None and the reason."""
    ungraded = subject in in_table and in_table[subject] is None
    grades = said | {grade for grade in (in_table.get(subject),) if grade}
    if len(grades) == 1 and not ungraded:
        return next(iter(grades)), None
    return None, f"{_NAMES[subject]}: {_why(in_table.get(subject), said, ungraded=ungraded)}"


def _why(table_grade: Grade | None, said: set[Grade], *, ungraded: bool) -> str:
    headings = " and ".join(sorted(_words(grade) for grade in said))
    if ungraded and said:
        return f"the table gives no grade and a heading says {headings}, so none was taken."
    if ungraded:
        return "the report says that this was not judged, so there is no grade."
    if table_grade and said:
        return f"the table says {_words(table_grade)} and a heading says {headings}, so none was taken."
    if said:
        return f"headings of this report say {headings}, so none was taken."
    return "no grade could be read."


def _words(grade: Grade) -> str:
    return grade.label.lower()
