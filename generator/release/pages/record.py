"""The public record: promises, timeline, disagreements, sources, methods, questions, corrections."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures import Publication
from generator.model import Content, Event, Source
from generator.periods import parse_partial_date
from generator.release import words
from generator.release.analyse.areas import Analysis
from generator.release.analyse.promises import QUIET_MONTHS, Kept
from generator.release.dictionary import dictionary
from generator.release.glossary import PROGRESS, WORDS
from generator.release.open_data.blanks import blank_tables
from generator.release.page import Crumb, Page
from generator.release.site_rules import SITE_RULES
from generator.release.statements import commitments_sentence
from generator.statistics.rules import RULES
from generator.vocabulary import EventStatus, Movement, QuestionKind, Symbol

ABOUT = Crumb("About this site", "about/")
MOVEMENT_MEANINGS = {
    Movement.NEVER_FIXED: "A formal item at every inspection that mentioned it, and at two or more.",
    Movement.CAME_BACK: "A formal item or a concern once, neither at the inspection before the latest, and one again now.",
    Movement.FELL_BACK: "A strength at the inspection before, and a formal item or a concern now.",
    Movement.STILL_A_CONCERN: "A formal item or a concern at the inspection before, and now.",
    Movement.WORSENED: "Mixed at the inspection before, and a formal item or a concern now.",
    Movement.NEW: "First mentioned at the latest inspection.",
    Movement.SLIPPED: "A strength at the inspection before, and mixed now.",
    Movement.MIXED: "Mixed at the inspection before, and now.",
    Movement.MIXED_NOW: "A formal item or a concern at the inspection before, and mixed now.",
    Movement.NOT_RAISED_NOW: "Not mentioned at the latest inspection.",
    Movement.IMPROVED: "A strength now, and not one at the inspection before.",
    Movement.IMPROVED_AND_HELD: "A strength at the last two inspections that mentioned it, and not one before.",
    Movement.STRENGTH_THROUGHOUT: "A strength at every inspection that mentioned it, and at two or more.",
}


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year, newest first."""

    year: str
    future: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the A to Z."""

    title: str
    address: str
    see: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines under one letter."""

    letter: str
    entries: tuple[Entry, ...]


def record_pages(publication: Publication, analysis: Analysis) -> tuple[Page, ...]:
    """Every page of the record, in the order of the site."""
    content = publication.content
    return (
        _commitments(analysis),
        _timeline(content),
        _disagreements(content),
        _sources(content),
        _dictionary(),
        _methods(),
        _words(),
        _questions(content, analysis),
        _corrections(content),
        Page("search/", "Search", "Search this site.", "search.md.j2", layout="search.html", listed=False),
    )


def _commitments(analysis: Analysis) -> Page:
    tally = Counter(promise.kept for promise in analysis.promises)
    undated = sum(not promise.action.target for promise in analysis.promises)
    total = len(analysis.promises)
    lead = f"{words.capital(words.counted(total, 'public commitment'))} {'was' if total == 1 else 'were'} found. No date was stated for {words.in_letters(undated)} of them. {commitments_sentence(tally)}"
    if not total:
        lead = "No public commitment is in the data of this site."
    return Page(
        address="commitments/",
        title="What has been promised",
        description="Every public commitment found: who made it, by when, and what was last heard of it.",
        template="commitments.md.j2",
        section="commitments",
        crumbs=(),
        context={
            "lead": lead,
            "method": f"A promise is shown as “nothing heard since” when nothing has been published about it for {QUIET_MONTHS} months. That does not mean that nothing was done.",
            "promises": sorted(analysis.promises, key=lambda promise: promise.action.said_on or "", reverse=True),
            "standings": [kept for kept in Kept if tally[kept]],
        },
        letters=("Commitments", "Promises", "Improvement plan", "Actions"),
    )


def _timeline(content: Content) -> Page:
    years: dict[str, list[Event]] = {}
    for event in sorted(content.events, key=_order, reverse=True):
        parsed = parse_partial_date(event.when)
        years.setdefault(str(parsed[0].year) if parsed else "Undated", []).append(event)
    groups = [
        Year(year, all(event.status is not EventStatus.PAST for event in events), tuple(events))
        for year, events in years.items()
    ]
    return Page(
        address="timeline/",
        title="Timeline",
        description="What happened and what is planned, with the source of each.",
        template="timeline.md.j2",
        section="home",
        crumbs=(),
        context={"groups": groups},
        letters=("History", "What comes next"),
    )


def _order(event: Event) -> tuple[str, str]:
    parsed = parse_partial_date(event.when)
    return (parsed[0].isoformat() if parsed else "", event.id)


def _disagreements(content: Content) -> Page:
    used = {
        conflict.id: [indicator for indicator in content.indicators if conflict.id in indicator.conflicts]
        for conflict in content.conflicts
    }
    return Page(
        address="figures-that-disagree/",
        title="Figures and statements that disagree",
        description="Where sources say different things, both are shown, with why they may differ.",
        template="disagree.md.j2",
        section="figures",
        crumbs=(Crumb("Figures", "figures/"),),
        context={"conflicts": sorted(content.conflicts, key=lambda conflict: not conflict.important), "used": used},
        letters=tuple(conflict.subject for conflict in content.conflicts),
    )


def _sources(content: Content) -> Page:
    listed: Iterable[Source] = sorted(content.sources, key=lambda source: (source.publisher, source.published or ""))
    return Page(
        address="sources/",
        title="Sources",
        description=f"The {len(content.sources)} sources that this site rests on.",
        template="sources.md.j2",
        crumbs=(ABOUT,),
        context={"listed": list(listed)},
        letters=("References",),
    )


def _dictionary() -> Page:
    return Page(
        address="data/dictionary/",
        title="Data dictionary",
        description="For officers: every file that the site is made from, and every field in it.",
        template="dictionary.md.j2",
        section="figures",
        crumbs=(Crumb("Figures", "figures/"), Crumb("Download the data", "data/")),
        context={"entries": dictionary(), "blanks": tuple(blank_tables())},
        letters=("For officers",),
    )


def _methods() -> Page:
    return Page(
        address="about/how-we-work-it-out/",
        title="How we work it out",
        description="The rules behind every verdict on this site, with their numbers and where they come from.",
        template="methods.md.j2",
        crumbs=(ABOUT,),
        context={
            "rules": [{"words": rule.words, "value": f"{rule.value:g}", "source": rule.source} for rule in (*RULES, *SITE_RULES)],
            "movements": tuple(Movement),
            "meanings": MOVEMENT_MEANINGS,
            "quiet_months": QUIET_MONTHS,
        },
        letters=("Methods", "Rules"),
    )


def _words() -> Page:
    return Page(
        address="about/words/",
        title="Words of this site",
        description="What the words and signs of this site mean.",
        template="words.md.j2",
        crumbs=(ABOUT,),
        context={"meanings": WORDS, "progress": PROGRESS, "symbols": tuple(Symbol)},
        letters=("Glossary", "Symbols"),
    )


def _questions(content: Content, analysis: Analysis) -> Page:
    return Page(
        address="about/questions-for-the-council/",
        title="Questions for the council",
        description="What this site cannot say yet because nothing published says it.",
        template="questions.md.j2",
        crumbs=(ABOUT,),
        context={
            "asked": [question for question in content.questions if question.kind is QuestionKind.ASK],
            "titles": {area.area.slug: area.area.short_title for area in analysis.areas},
        },
    )


def _corrections(content: Content) -> Page:
    return Page(
        address="about/corrections/",
        title="Corrections",
        description="What was wrong on this site and has been put right.",
        template="corrections.md.j2",
        crumbs=(ABOUT,),
        context={"listed": sorted(content.corrections, key=lambda one: one.corrected, reverse=True)},
        letters=("Mistakes",),
    )


def a_to_z(pages: Iterable[Page]) -> Page:
    """Every listed page by its title and by the words that people look for."""
    entries: dict[tuple[str, str], Entry] = {}
    for page in pages:
        if not page.listed:
            continue
        for title in (page.title, *page.letters):
            see = "" if title == page.title else page.title
            entries.setdefault((title.lower(), page.address), Entry(words.capital(title), page.address, see))
    letters: dict[str, list[Entry]] = {}
    for _, entry in sorted(entries.items()):
        first = entry.title[0].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(entry)
    groups = [Letter(letter, tuple(found)) for letter, found in letters.items()]
    return Page(
        address="a-to-z/",
        title="A to Z",
        description="Every page of this site, and the words that people look for.",
        template="a-to-z.md.j2",
        searched=False,
        crumbs=(),
        context={"groups": groups},
    )
