"""Pages that follow issues across inspections: the table of all, one page each, and the three lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Finding, FormalItem, Inspection, Thread
from generator.release import words
from generator.release.analyse.areas import Analysis
from generator.release.analyse.threads import Mention, Standing, Story
from generator.release.charts.draw import ChartRequest
from generator.release.charts.shapes import CellKind, ThreadMap, ThreadRow
from generator.release.page import Crumb, Page
from generator.release.pages.figures import mini_line
from generator.release.statements import month_of
from generator.vocabulary import Movement

WORSE = (Movement.FELL_BACK, Movement.CAME_BACK, Movement.WORSENED, Movement.SLIPPED)
NOT_FIXED = (Movement.NEVER_FIXED, Movement.STILL_A_CONCERN, Movement.MIXED_NOW)
_BAD = (Standing.FORMAL.value, Standing.CONCERN.value)
STRONG = (Movement.STRENGTH_THROUGHOUT, Movement.IMPROVED_AND_HELD, Movement.IMPROVED)


@dataclass(frozen=True, slots=True)
class InspectionView:
    """An inspection as a column: its year and where it is cited."""

    id: str
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class MentionView:
    """What one inspection said of one issue, ready for the page."""

    inspection: InspectionView
    inspection_standing: str
    words: str
    paragraphs: str
    findings: tuple[Finding, ...]
    formal: tuple[FormalItem, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One issue, ready for the page."""

    thread: Thread
    movement: Movement
    mentions: tuple[MentionView, ...]
    reading: str


def view(inspection: Inspection) -> InspectionView:
    """An inspection as a column."""
    year = month_of(inspection.inspected or inspection.published).split(" ")[-1]
    return InspectionView(inspection.id, year, inspection.source)


def story_view(story: Story) -> StoryView:
    """An issue with its sentence: how often it was formal and how it moved."""
    mentions = tuple(_mention_view(mention) for mention in story.mentions)
    return StoryView(story.thread, story.movement, mentions, reading(story))


def _mention_view(mention: Mention) -> MentionView:
    numbers = [str(finding.paragraph) for finding in mention.findings]
    noun = "para" if len(numbers) == 1 else "paras"
    paragraphs = f"{noun} {', '.join(numbers)}" if numbers else ""
    said = mention.note.words if mention.note else ""
    if not said and mention.findings:
        said = mention.findings[0].words
    return MentionView(
        view(mention.inspection), mention.standing.value, said, paragraphs, mention.findings, mention.items
    )


def reading(story: Story) -> str:
    """How an issue moved, in a sentence: computed from how it stood at each inspection."""
    total = len(story.mentions)
    formal = story.times_formal
    years = words.listed([
        view(mention.inspection).year for mention in story.mentions if mention.standing is Standing.FORMAL
    ])
    first = f"A formal item at {words.in_letters(formal)} of {words.counted(total, 'inspection')} ({years})." if formal else "Never a formal item."
    now = view(story.latest.inspection).year
    before = [mention for mention in story.mentions[:-1] if mention.standing is not Standing.NOT_MENTIONED]
    if story.latest.standing is Standing.NOT_MENTIONED:
        return f"{first} Not mentioned in {now}."
    if not before:
        return f"{first} First mentioned in {now}: {story.latest.standing.value.lower()}."
    previous = before[-1]
    then = view(previous.inspection).year
    return f"{first} {previous.standing.value} in {then}, {story.latest.standing.value.lower()} in {now}."


def thread_pages(analysis: Analysis, inspections: Sequence[Inspection] = ()) -> tuple[Page, ...]:
    """The table of all issues, a page for each, and the three lists; `inspections` are all, followed or not."""
    stories = tuple(story_view(story) for story in analysis.stories)
    if not stories:
        return ()
    crumb = Crumb("Inspections", "inspections/")
    followed = {mention.inspection.id for mention in stories[0].mentions}
    others = [view(inspection).year for inspection in inspections if inspection.id not in followed]
    pages = [_table(stories, crumb, others), _between(stories, crumb)]
    pages += [_one(analysis, story, crumb) for story in stories]
    return tuple(pages)


def _table(stories: Sequence[StoryView], crumb: Crumb, others: Sequence[str]) -> Page:
    inspections = [mention.inspection for mention in stories[0].mentions]
    years = words.listed([inspection.year for inspection in inspections])
    concerns = sum(story.mentions[-1].inspection_standing in _BAD for story in stories)
    were = "was" if concerns == 1 else "were"
    lead = (
        f"Inspectors return to the same issues. This table follows {len(stories)} of them through the inspections of "
        f"{years}. {words.capital(words.in_letters(concerns))} {were} a formal item or a concern in {inspections[-1].year}."
    )
    if others:
        lead += f" The findings of {words.listed(others)} are not in the data of this site, only the judgements."
    headline = f"{words.capital(words.in_letters(concerns))} of {len(stories)} issues {were} a formal item or a concern in {inspections[-1].year}"
    return Page(
        address="threads/",
        title="Every issue, inspection by inspection",
        description=f"{len(stories)} issues followed through the inspections of {years}.",
        template="threads.md.j2",
        section="inspections",
        crumbs=(crumb,),
        context={
            "stories": stories,
            "inspections": inspections,
            "lead": lead,
            "map_headline": headline,
            "map_subtitle": f"How each issue stood at the inspections of {years}",
            "movements": [movement for movement in Movement if any(story.movement is movement for story in stories)],
        },
        charts=(_map(stories, headline),),
        letters=("Issues across inspections", "Threads"),
    )


def _map(stories: Sequence[StoryView], headline: str) -> ChartRequest:
    kinds: dict[str, CellKind] = {
        "Formal item": "formal",
        "Concern": "concern",
        "Mixed": "mixed",
        "Strength": "strength",
        "Not mentioned": "none",
    }
    rows = tuple(
        ThreadRow(
            story.thread.title,
            tuple(kinds[mention.inspection_standing] for mention in story.mentions),
        )
        for story in stories
    )
    years = tuple(mention.inspection.year for mention in stories[0].mentions)
    return ChartRequest("thread-map", ThreadMap(years, rows), headline, "The table on this page says the same in words.")


def _between(stories: Sequence[StoryView], crumb: Crumb) -> Page:
    parts = [
        {"title": title, "stories": [story for story in stories if story.movement in movements]}
        for title, movements in (
            ("What got worse", WORSE),
            ("What was not fixed", NOT_FIXED),
            ("What stayed strong or improved", STRONG),
        )
    ]
    years = [mention.inspection.year for mention in stories[0].mentions]
    lead = f"Worked out from what inspectors wrote in {words.listed(years)}. Each line leads to the report and the paragraph."
    return Page(
        address="what-changed-between-inspections/",
        title="What got worse, what was not fixed, what stayed strong",
        description=f"What changed between the inspections of {words.listed(years)}, each line with its source.",
        template="between.md.j2",
        section="inspections",
        crumbs=(crumb,),
        context={"parts": parts, "lead": lead},
        letters=("Ofsted: what got worse", "Downgraded"),
    )


def _one(analysis: Analysis, story: StoryView, crumb: Crumb) -> Page:
    thread = story.thread
    return Page(
        address=f"threads/{thread.id}/",
        title=thread.title,
        description=f"{thread.title} through the inspections: {story.movement.label.lower()}. {story.reading}",
        template="thread.md.j2",
        section="inspections",
        crumbs=(crumb, Crumb("Every issue", "threads/")),
        context={
            "story": story,
            "readings": [read for read in analysis.readings.values() if thread.id in read.indicator.threads],
            "promises": [promise for promise in analysis.promises if thread.id in promise.action.threads],
            "mini_line": mini_line,
        },
    )
