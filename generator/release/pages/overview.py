"""The home page, the areas for improvement and the inspections."""

from collections import Counter
from dataclasses import dataclass

from generator.figures import Publication
from generator.model import Content, Finding, Inspection
from generator.release import words
from generator.release.analyse.areas import Analysis, AreaProgress, Reading
from generator.release.page import Crumb, Page
from generator.release.pages.figures import mini_line, reported_rows, way_words
from generator.release.pages.happenings import happenings
from generator.release.pages.threads import story_view
from generator.release.statements import (
    area_statement,
    areas_sentence,
    grade_of,
    home_headline,
    judgement_sentence,
    later_inspection_sentence,
    month_of,
    promises_sentence,
    since_inspection_sentence,
    thin_evidence_sentence,
)
from generator.release.words import Sentence
from generator.vocabulary import Grade, JudgementHeading, Progress, Tone

SHORT_GRID = 3
INSPECTIONS = Crumb("Inspections", "inspections/")
AREAS = Crumb("What must improve", "areas/")
_EVIDENCE = {
    "direct": "Measures this area directly",
    "proxy": "An indirect sign, not a measure of this area",
    "context": "Background",
}


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One inspection in the grid of judgements."""

    id: str
    label: str
    source: str
    place: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """One grade in the grid, with a note where it covers more than the row says."""

    grade: Grade | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One heading in the grid of judgements."""

    title: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Judgements by heading and inspection, newest inspection first."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    note: str


_ROWS: tuple[tuple[str, tuple[JudgementHeading, ...]], ...] = (
    ("Overall", (JudgementHeading.OVERALL,)),
    ("Leaders", (JudgementHeading.LEADERS, JudgementHeading.LEADERSHIP)),
    ("Help and protection", (JudgementHeading.HELP_PROTECTION,)),
    ("Children in care", (JudgementHeading.IN_CARE, JudgementHeading.IN_CARE_AND_CARE_LEAVERS, JudgementHeading.LOOKED_AFTER)),
    ("Care leavers", (JudgementHeading.CARE_LEAVERS, JudgementHeading.IN_CARE_AND_CARE_LEAVERS)),
    ("Adoption", (JudgementHeading.ADOPTION,)),
    ("Safeguarding children board", (JudgementHeading.LSCB,)),
)
"""Each row takes the first of these headings that an inspection judged; a broader heading is noted."""


def grid_of(inspections: tuple[Inspection, ...]) -> Grid:
    """The grid of judgements: rows that no inspection judged are left out."""
    newest_first = inspections[::-1]
    columns = tuple(
        GridColumn(one.id, month_of(one.inspected or one.published), one.source, one.place) for one in newest_first
    )
    rows = []
    for title, headings in _ROWS:
        cells = tuple(_cell(inspection, headings) for inspection in newest_first)
        if any(cell.grade for cell in cells):
            rows.append(GridRow(title, cells))
    adequate = any(judgement.grade is Grade.ADEQUATE for one in inspections for judgement in one.judgements)
    note = "“Adequate” was a grade of the scale used before November 2013." if adequate else ""
    return Grid(columns, tuple(rows), note)


def short_grid_of(inspections: tuple[Inspection, ...]) -> Grid:
    """The grid for the home page: the latest inspections with an overall grade, and what the latest judged."""
    overall = tuple(one for one in inspections if grade_of(one) is not None)[-SHORT_GRID:]
    grid = grid_of(overall)
    return Grid(grid.columns, tuple(row for row in grid.rows if row.cells[0].grade), grid.note)


def _cell(inspection: Inspection, headings: tuple[JudgementHeading, ...]) -> GridCell:
    for heading in headings:
        for judgement in inspection.judgements:
            if judgement.heading is heading:
                broader = heading in (JudgementHeading.IN_CARE_AND_CARE_LEAVERS, JudgementHeading.LOOKED_AFTER)
                return GridCell(judgement.grade, f"Judged as “{heading.label.lower()}”" if broader else "")
    return GridCell(None)


def overview_pages(publication: Publication, analysis: Analysis) -> tuple[Page, ...]:
    """Home, areas, inspections."""
    content = publication.content
    pages = [_home(publication, analysis), _inspections(content, analysis)]
    pages += [_inspection(content, analysis, inspection) for inspection in content.inspections]
    pages.append(_areas(publication, analysis))
    if analysis.latest:
        pages += [_area(publication, analysis, area, analysis.latest) for area in analysis.areas]
    return tuple(pages)


def spark_key(area: AreaProgress) -> str:
    """The small line beside an area, of the figure that stands for it."""
    reading = representative(area)
    return f"spark-{reading.indicator.id}" if reading and reading.change.previous is not None else ""


def representative(area: AreaProgress) -> Reading | None:
    """The figure that stands for an area: its first that has moved, else its first."""
    moved = [reading for reading in area.measures if reading.change.previous is not None]
    return next(iter([*moved, *area.measures]), None)


def area_line(area: AreaProgress) -> Sentence:
    """The figure that stands for an area in a list, or that nothing measures it."""
    reading = representative(area)
    if reading is None:
        return Sentence("Nothing published measures this")
    line = mini_line(reading)
    return Sentence(f"{reading.indicator.title}: {line.text}", line.keys)


def evidence_words(reading: Reading) -> str:
    """How closely a figure measures the area, which way it moved, and whether it can speak of the time since the inspection."""
    said = [_EVIDENCE[reading.indicator.evidence]]
    if reading.indicator.evidence != "context" and reading.change.latest:
        when = "About a time after the inspection" if reading.after_inspection else "Not about a time after the inspection"
        untimed = "Reported after the inspection; what time it is about is not stated"
        said += [words.capital(way_words(reading)), untimed if reading.reported_since else when]
    return ". ".join(said)


def _home(publication: Publication, analysis: Analysis) -> Page:
    content = publication.content
    headline = home_headline(analysis)
    return Page(
        address="",
        title=headline,
        description=f"Are services for children in {words.the(content.council.short_name)} getting better? The judgement, the evidence and every source.",
        template="home.md.j2",
        section="home",
        context={
            "headline": headline,
            "judgement": judgement_sentence(content.council, analysis, content.inspections),
            "since": since_inspection_sentence(analysis),
            "areas_sentence": f"{areas_sentence(analysis)} {thin_evidence_sentence(analysis)}",
            "scores": scores_of(analysis),
            "grid": short_grid_of(content.inspections),
            "happenings": happenings(content.events, analysis.as_at),
            "spark_key": spark_key,
            "area_line": area_line,
        },
        letters=("Home", "Is it getting better?"),
    )


@dataclass(frozen=True, slots=True)
class Score:
    """How many areas have one progress word."""

    count: int
    progress: Progress


def scores_of(analysis: Analysis) -> tuple[Score, ...]:
    """The areas counted by progress word, in the order of the words."""
    tally = Counter(area.progress for area in analysis.areas)
    return tuple(Score(tally[progress], progress) for progress in Progress if tally[progress])


def _areas(publication: Publication, analysis: Analysis) -> Page:
    lead = _areas_lead(publication, analysis)
    return Page(
        address="areas/",
        title="What must improve",
        description=f"{lead} What the evidence says of each.",
        template="areas.md.j2",
        section="areas",
        crumbs=(),
        context={
            "lead": lead,
            "areas_sentence": f"{areas_sentence(analysis)} {thin_evidence_sentence(analysis)}",
            "spark_key": spark_key,
            "mini_line": mini_line,
            "way_words": way_words,
        },
        letters=("Areas for improvement",),
    )


def _areas_lead(publication: Publication, analysis: Analysis) -> str:
    latest = analysis.latest
    if latest is None:
        return "No inspection is in the data of this site."
    month = month_of(latest.inspected or latest.published)
    if not analysis.areas and not publication.content.findings.get(latest.id):
        return f"Only the grades of the inspection of {month} are in the data of this site. Its report says what must improve."
    if not analysis.areas:
        return f"The inspection of {month} named no area that this site follows."
    return f"In {month} inspectors named {words.counted(len(analysis.areas), 'area')} that must improve."


def _area(publication: Publication, analysis: Analysis, area: AreaProgress, inspection: Inspection) -> Page:
    findings = [
        finding
        for finding in publication.content.findings.get(inspection.id, ())
        if finding.paragraph in area.area.paragraphs
    ]
    numbers = [str(paragraph) for paragraph in area.area.paragraphs]
    return Page(
        address=f"areas/{area.area.slug}/",
        title=area.area.short_title,
        description=f"{area.area.title}: what inspectors said, what was promised and what the figures show.",
        template="area.md.j2",
        section="areas",
        crumbs=(AREAS,),
        context={
            "area": _AreaView(area),
            "inspection": inspection,
            "total": len(analysis.areas),
            "statement": (*area_statement(area, inspection), promises_sentence(area), later_inspection_sentence(analysis)),
            "findings": findings,
            "paragraphs": f"{'para' if len(numbers) == 1 else 'paras'} {', '.join(numbers)}" if numbers else "",
            "mini_line": mini_line,
            "evidence_words": evidence_words,
            "reported": [row for row in reported_rows(publication) if area.area.slug in row.figure.areas],
        },
        letters=(area.area.title,),
    )


class _AreaView:
    """An area with its issues ready for the page; everything else is the area's own."""

    def __init__(self, area: AreaProgress) -> None:
        """Take the area apart into what its template names."""
        self.area, self.number, self.progress = area.area, area.number, area.progress
        self.measures, self.context = area.measures, area.context
        self.promises, self.questions = area.promises, area.questions
        self.stories = tuple(story_view(story) for story in area.stories)


def _inspections(content: Content, analysis: Analysis) -> Page:
    return Page(
        address="inspections/",
        title="How inspectors have judged services",
        description=f"Ofsted’s judgements of services for children in {words.the(content.council.short_name)}, inspection by inspection.",
        template="inspections.md.j2",
        section="inspections",
        crumbs=(),
        context={
            "judgement": judgement_sentence(content.council, analysis, content.inspections),
            "grid": grid_of(content.inspections),
            "inspections": content.inspections[::-1],
        },
        letters=("Ofsted", "Judgements"),
    )


def _inspection(content: Content, analysis: Analysis, inspection: Inspection) -> Page:
    findings = content.findings.get(inspection.id, ())
    used = {name for finding in findings for name in finding.threads}
    sections = {finding.section for finding in findings}
    return Page(
        address=f"inspections/{inspection.id}/",
        title=inspection.title,
        description=f"{inspection.title}: judgements, what was formally asked for, and every finding.",
        template="inspection.md.j2",
        section="inspections",
        crumbs=(INSPECTIONS,),
        context={
            "inspection": inspection,
            "linked": inspection is analysis.latest,
            "findings": findings,
            "tally": _tally(findings),
            "tones": tuple(Tone),
            "sections": [heading for heading in JudgementHeading if heading in sections],
            "threads": [thread for thread in content.threads if thread.id in used],
        },
    )


def _tally(findings: tuple[Finding, ...]) -> str:
    """How the findings read, counted; the reading is ours and is said to be."""
    tally = Counter(finding.tone for finding in findings)
    parts = [
        words.counted(tally[Tone.STRENGTH], "strength"),
        f"{words.in_letters(tally[Tone.MIXED])} mixed",
        words.counted(tally[Tone.CONCERN], "concern"),
    ]
    return f"{len(findings)} numbered paragraphs, in our own words: {words.listed(parts)}. Whether a paragraph is a strength, mixed or a concern is our reading."
