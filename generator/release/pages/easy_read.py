"""The main things in short sentences, for whoever finds the other pages hard: every sentence comes from the same evidence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures import Publication
from generator.model import Inspection
from generator.release import words
from generator.release.analyse.areas import Analysis, AreaProgress, Reading
from generator.release.analyse.change import Way
from generator.release.analyse.promises import Kept
from generator.release.page import Page
from generator.release.pages.overview import representative
from generator.release.statements import grade_of, month_of
from generator.release.words import Sentence
from generator.vocabulary import Grade, Progress

ADDRESS = "easy-read/"
GRADES = {
    Grade.OUTSTANDING: "This is the best that Ofsted can say.",
    Grade.GOOD: "This means that the services do their work well.",
    Grade.REQUIRES_IMPROVEMENT: "This means that the services are not good enough yet. It does not mean that they have failed.",
    Grade.ADEQUATE: "This means that the services did the least that they must do.",
    Grade.INADEQUATE: "This means that there are big faults in the services.",
}
"""What a grade means, in easy words."""
PROGRESS = {
    Progress.BETTER: "It has got better.",
    Progress.WORSE: "It has got worse.",
    Progress.NO_CLEAR_CHANGE: "It has not clearly changed.",
    Progress.CHANGED: "It has changed. That is not good or bad in itself.",
    Progress.TOO_LITTLE: "We cannot say yet. Too little is known.",
    Progress.NOT_MEASURED: "We cannot say. There is no number for it.",
}
"""What the evidence says of an area, in easy words."""
WAYS = {
    Way.RIGHT: "It moved the right way.",
    Way.WRONG: "It moved the wrong way.",
    Way.UNCHANGED: "It did not move.",
    Way.NO_DIRECTION: "It moved. That is not good or bad in itself.",
    Way.NOTHING_BEFORE: "We have no earlier number.",
}
KEPT = {
    Kept.DONE: ("{} is said to be done.", "{} are said to be done."),
    Kept.OVERDUE: ("{} is late. We found nothing that says it is done.", "{} are late. We found nothing that says they are done."),
    Kept.QUIET: ("We have heard nothing new about {}.", "We have heard nothing new about {}."),
    Kept.UNDER_WAY: ("Work on {} is said to go on.", "Work on {} is said to go on."),
    Kept.STANDING: ("{} goes on all the time.", "{} go on all the time."),
    Kept.DISPUTED: ("People do not agree about {}.", "People do not agree about {}."),
    Kept.NO_DATE: ("{} has no date.", "{} have no date."),
}
"""How promises stand, in easy words: for one, and for more."""


@dataclass(frozen=True, slots=True)
class EasyArea:
    """One thing that must get better: what the evidence says, and the number that stands for it."""

    area: AreaProgress
    said: str
    number: Sentence | None


def easy_read_page(publication: Publication, analysis: Analysis) -> Page:
    """The page of short sentences."""
    content = publication.content
    council = words.the(content.council.short_name)
    return Page(
        address=ADDRESS,
        title="The main things in easy words",
        description=f"Services for children in {council}: the main things in short sentences and easy words.",
        template="easy-read.md.j2",
        section="home",
        context={
            "place": council,
            "judged": judged_sentences(analysis, content.inspections),
            "easy_areas": [easy_area(area) for area in analysis.areas],
            "promised": promised_sentences(promise.kept for promise in analysis.promises if not promise.action.historical),
        },
        letters=("Easy read", "Easy words"),
    )


def judged_sentences(analysis: Analysis, inspections: Iterable[Inspection]) -> list[str]:
    """What Ofsted said last, what that means, and what it said the time before."""
    latest = analysis.latest
    grade = grade_of(latest) if latest else None
    if latest is None or grade is None:
        return ["We do not know what Ofsted said last."]
    said = [f"Ofsted looked at the services in {month_of(latest.inspected or latest.published)}.", f"They said: {grade.label}.", GRADES[grade]]
    earlier = [(one, given) for one in inspections if one is not latest and (given := grade_of(one))]
    if earlier:
        before, their_grade = earlier[-1]
        year = month_of(before.inspected or before.published).split(" ")[-1]
        said.append(f"In {year} they said the same." if their_grade is grade else f"In {year} they said: {their_grade.label}.")
    return said


def easy_area(area: AreaProgress) -> EasyArea:
    """One thing that must get better, with the number that stands for it."""
    reading = representative(area)
    return EasyArea(area, PROGRESS[area.progress], easy_number(reading) if reading else None)


def easy_number(reading: Reading) -> Sentence | None:
    """A number, the one before it, which way it moved and whether it is about the time since Ofsted came."""
    indicator, latest, previous = reading.indicator, reading.change.latest, reading.change.previous
    if latest is None:
        return None
    beside = words.unit_beside(indicator)
    unit = f" {beside}" if beside else ""
    said = [f"{indicator.title}: {words.shown(latest, indicator)}{unit} {words.briefly(latest.period)}."]
    keys = [latest.key]
    if previous is not None:
        said.append(f"Before that: {words.shown(previous, indicator)} {words.briefly(previous.period)}.")
        keys.append(previous.key)
    said.append(WAYS[reading.change.way])
    if reading.reported_since:
        said.append("Nobody says what time the number is about.")
    elif not reading.after_inspection:
        said.append("The number is not about the time since Ofsted came.")
    return Sentence(" ".join(said), tuple(keys))


def promised_sentences(kept: Iterable[Kept]) -> list[str]:
    """How many promises there are and how they stand, in short sentences."""
    tally = Counter(kept)
    total = sum(tally.values())
    if not total:
        return ["We found no promise to make things better."]
    said = [f"We found {words.counted(total, 'promise')} to make things better."]
    for one, (single, many) in KEPT.items():
        if tally[one]:
            sentence = (single if tally[one] == 1 else many).format(words.in_letters(tally[one]))
            said.append(words.capital(sentence))
    return said
