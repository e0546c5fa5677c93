"""The answers that pages open with, computed from the analysis: nobody types them.

`words` knows how a figure reads; this module knows what may be claimed of many figures together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.figures import Publication
from generator.model import Council, Inspection
from generator.periods import parse_partial_date
from generator.release import words
from generator.release.analyse.areas import Analysis, AreaProgress, Reading
from generator.release.analyse.change import Way
from generator.release.analyse.compare import before
from generator.release.analyse.promises import Kept
from generator.release.words import Sentence
from generator.vocabulary import Grade, ItemKind, JudgementHeading, Polarity, Progress

JUDGED = {
    Grade.OUTSTANDING: "to be outstanding",
    Grade.GOOD: "to be good",
    Grade.REQUIRES_IMPROVEMENT: "to require improvement to be good",
    Grade.ADEQUATE: "to be adequate",
    Grade.INADEQUATE: "to be inadequate",
}
_ORDER = tuple(Grade)
MOST_FOR_THIN = 1
"""An area with at most so many measures, none of them direct, has almost nothing published about it."""
_KEPT = {
    Kept.DONE: "reported done",
    Kept.OVERDUE: "overdue",
    Kept.UNDER_WAY: "reported under way",
    Kept.STANDING: "continuing",
    Kept.DISPUTED: "disputed",
    Kept.NO_DATE: "promised without a date",
}


def grade_of(inspection: Inspection, heading: JudgementHeading = JudgementHeading.OVERALL) -> Grade | None:
    """The grade under a heading, if the inspection gave one."""
    return next((judgement.grade for judgement in inspection.judgements if judgement.heading is heading), None)


def month_of(text: str) -> str:
    """The month and year of a date: `July 2025`; the year alone where that is all there is."""
    parsed = parse_partial_date(text)
    return " ".join(parsed[1].split(" ")[-2:]) if parsed else text


def judgement_sentence(council: Council, analysis: Analysis, inspections: Iterable[Inspection]) -> str:
    """What Ofsted last judged, and how that compares with the time before."""
    latest = analysis.latest
    overall = grade_of(latest) if latest else None
    if latest is None or overall is None:
        return f"No judgement of services for children in {words.the(council.short_name)} is in the data of this site.{_until(council)}"
    when = month_of(latest.inspected or latest.published)
    text = f"In {when} Ofsted judged services for children in {words.the(council.short_name)} {JUDGED[overall]}."
    earlier = [inspection for inspection in inspections if inspection is not latest and grade_of(inspection)]
    if earlier:
        text += _compared(overall, earlier[-1])
    wanted = [formal for formal in latest.items if formal.kind is not ItemKind.BOARD_RECOMMENDATION]
    if wanted:
        noun = "area" if wanted[0].kind is ItemKind.AREA_FOR_IMPROVEMENT else "recommendation"
        verb = "named" if noun == "area" else "made"
        needs = "s" if len(wanted) == 1 else ""
        tail = f" that need{needs} to improve" if noun == "area" else ""
        text += f" It {verb} {words.counted(len(wanted), noun)}{tail}."
    return f"{text}{_until(council)}"


def _until(council: Council) -> str:
    """Where the inspections that are known end, if they end: there may have been another since."""
    known = parse_partial_date(council.inspections_until) if council.inspections_until else None
    return f" Reports published after {known[1]} are not in the data of this site." if known else ""


def _compared(overall: Grade, previous: Inspection) -> str:
    before_grade = grade_of(previous)
    assert before_grade is not None
    year = month_of(previous.inspected or previous.published).split(" ")[-1]
    if before_grade is overall:
        return f" That is the same as in {year}."
    direction = "down from" if _ORDER.index(overall) > _ORDER.index(before_grade) else "up from"
    return f" That is {direction} {before_grade.label.lower()} in {year}."


def home_headline(analysis: Analysis) -> str:
    """The answer to 'is it getting better?', in a sentence without a full stop."""
    if analysis.latest is None:
        return "What is known about children’s services"
    if not analysis.areas:
        overall = grade_of(analysis.latest)
        return f"Ofsted judged services {JUDGED[overall]}" if overall else "What inspectors have said"
    tally = Counter(area.progress for area in analysis.areas)
    better, worse, total = tally[Progress.BETTER], tally[Progress.WORSE], len(analysis.areas)
    if better and worse:
        return f"The evidence is mixed: {words.counted(better, 'area')} better, {words.in_letters(worse)} worse"
    if better:
        return f"There is evidence of improvement in {words.in_letters(better)} of the {words.counted(total, 'area')}"
    if worse:
        return f"The evidence so far: {words.in_letters(worse)} of the {words.counted(total, 'area')} got worse"
    if tally[Progress.NO_CLEAR_CHANGE]:
        return "The published evidence shows no clear change yet"
    return "There is not enough published evidence yet to say that services have improved"


def since_inspection_sentence(analysis: Analysis) -> Sentence:
    """How many figures are about a time after the inspection, and which way they moved."""
    latest = analysis.latest
    if latest is None:
        return Sentence("")
    month = month_of(latest.inspected or latest.published)
    after = analysis.newer
    keys = tuple(reading.change.latest.key for reading in after if reading.change.latest)
    untimed = _untimed(analysis.untimed)
    if not after:
        return Sentence(f"No figure has been published yet about a time after {month}.{untimed}")
    verb = "is" if len(after) == 1 else "are"
    text = f"Of the {words.counted(len(analysis.readings), 'figure')} on this site, {words.in_letters(len(after))} {verb} about a time after {month}."
    return Sentence(f"{text} {_ways(after)}{untimed}", keys)


def _untimed(readings: Sequence[Reading]) -> str:
    """How many figures were reported since the inspection by sources that do not say what time they are about."""
    if not readings:
        return ""
    about = "it is" if len(readings) == 1 else "they are"
    return f" {words.capital(words.in_letters(len(readings)))} came out after the inspection. No source says what time {about} about."


def _ways(readings: Iterable[Reading]) -> str:
    """Which way figures moved, in short sentences."""
    tally = Counter(reading.change.way for reading in readings)
    count = {way: words.in_letters(tally[way]) for way in Way}
    sides = [f"{count[way]} moved the {side} way" for way, side in ((Way.RIGHT, "right"), (Way.WRONG, "wrong")) if tally[way]]
    said = [words.listed(sides)] if sides else []
    if tally[Way.UNCHANGED]:
        said.append(f"{count[Way.UNCHANGED]} did not move")
    if tally[Way.NO_DIRECTION]:
        said.append(f"{count[Way.NO_DIRECTION]} moved, but neither way is better")
    if tally[Way.NOTHING_BEFORE]:
        verb = "has" if tally[Way.NOTHING_BEFORE] == 1 else "have"
        said.append(f"{count[Way.NOTHING_BEFORE]} {verb} nothing earlier to be compared with")
    return " ".join(f"{words.capital(one)}." for one in said)


def areas_sentence(analysis: Analysis) -> str:
    """How the areas stand, by their progress word, in a short sentence each."""
    tally = Counter(area.progress for area in analysis.areas)
    total = len(analysis.areas)
    said: list[str] = []
    for progress, phrase in (
        (Progress.BETTER, "evidence of getting better"),
        (Progress.WORSE, "evidence of getting worse"),
        (Progress.NO_CLEAR_CHANGE, "no clear change"),
        (Progress.TOO_LITTLE, "too little evidence to say"),
        (Progress.NOT_MEASURED, "no published figure to measure"),
    ):
        if tally[progress]:
            verb, them = ("has", "it") if tally[progress] == 1 else ("have", "them")
            end = f" {them}." if progress is Progress.NOT_MEASURED else "."
            whole = "" if said else f" of the {words.counted(total, 'area')}"
            those = f"{words.capital(words.in_letters(tally[progress]))}{whole}" if total > 1 else "The one area"
            said.append(f"{those} {verb} {phrase}{end}")
    return " ".join(said)


def thin_evidence_sentence(analysis: Analysis) -> str:
    """How many areas have almost nothing published about them: at most one figure, and none that measures the area itself."""
    thin = sum(len(area.measures) <= MOST_FOR_THIN and not area.direct for area in analysis.areas)
    if not thin:
        return ""
    have, each = ("has", "It") if thin == 1 else ("have", "Each")
    first = f"{words.capital(words.in_letters(thin))} of the {words.counted(len(analysis.areas), 'area')} {have} almost no published measure."
    return f"{first} {each} has {words.counted(MOST_FOR_THIN, 'figure')} at most, and none that measures the area itself."


def area_statement(area: AreaProgress, inspection: Inspection) -> tuple[Sentence, ...]:
    """What the evidence about one area adds up to, with its working, sentence by sentence."""
    month = month_of(inspection.inspected or inspection.published)
    if not area.measures:
        return (Sentence("Nothing that is published measures this. That is a finding in itself."),)
    count = words.counted(len(area.measures), "published figure")
    bears = "bears" if len(area.measures) == 1 else "bear"
    direct = len(area.direct)
    how = f"{words.in_letters(direct)} {'measures' if direct == 1 else 'measure'} it directly"
    if not direct:
        how = "it is an indirect sign" if len(area.measures) == 1 else "none measures it directly"
    first = Sentence(f"{words.capital(count)} {bears} on this. {words.capital(how)}.")
    since = area.since_inspection
    if not since:
        none = "It is not about a time after" if len(area.measures) == 1 else "None is about a time after"
        return (first, Sentence(f"{none} the inspection of {month}. So nothing published shows progress since.{_untimed(area.reported_since)}"))
    verb = "is" if len(since) == 1 else "are"
    keys = tuple(reading.change.latest.key for reading in since if reading.change.latest)
    text = f"{words.capital(words.in_letters(len(since)))} {verb} about a time after {month}. {_ways(since)}{_untimed(area.reported_since)}"
    second = Sentence(text, keys)
    return (first, second, _strength(since))


def _strength(since: Sequence[Reading]) -> Sentence:
    """How strong the evidence since the inspection is: how much of it is tested, and how much measures the area itself."""
    tested = [reading for reading in since if reading.change.tested]
    if not tested:
        none = "It cannot be tested" if len(since) == 1 else "None can be tested"
        return Sentence(f"The evidence is weak. {none} against chance. So this site does not call the change better or worse.")
    if any(reading.indicator.evidence == "direct" for reading in tested):
        return Sentence(f"{words.capital(words.in_letters(len(tested)))} can be tested against chance, and the evidence is direct.")
    return Sentence(f"{words.capital(words.in_letters(len(tested)))} can be tested against chance, but the evidence is indirect.")


def promises_sentence(area: AreaProgress) -> Sentence:
    """What became of the commitments on an area, counted."""
    if not area.promises:
        return Sentence("No public commitment about it was found.")
    tally = Counter(promise.kept for promise in area.promises)
    total = len(area.promises)
    verb = "bears" if total == 1 else "bear"
    said = f"{words.capital(words.counted(total, 'commitment'))} {verb} on it."
    if len(tally) > 1:
        return Sentence(f"{said} {commitments_sentence(tally)}")
    (kept,) = tally
    one, many = _phrases(kept)
    whole = {1: f"It {one}", 2: f"Both {many}"}.get(total, f"All {many}")
    return Sentence(f"{said} {whole}.")


def commitments_sentence(tally: Mapping[Kept, int]) -> str:
    """How many commitments stand in each way."""
    parts = []
    for kept in Kept:
        if tally.get(kept):
            one, many = _phrases(kept)
            parts.append(f"{words.in_letters(tally[kept])} {one if tally[kept] == 1 else many}")
    return f"{words.capital(words.listed(parts))}." if parts else ""


def _phrases(kept: Kept) -> tuple[str, str]:
    """What is said of one commitment that stands so, and of many."""
    if kept is Kept.QUIET:
        return "has had nothing heard since", "have had nothing heard since"
    return f"is {_KEPT[kept]}", f"are {_KEPT[kept]}"


def later_inspection_sentence(analysis: Analysis) -> Sentence:
    """Whether inspectors have been back: the latest inspection is the one that named the areas."""
    return Sentence(f"No later inspection is known on {words.day(analysis.as_at)}.")


def origins_sentence(council: Council, total: int, local: int) -> str:
    """How many figures there are, and whose: `local` of them the council's own."""
    text = f"{words.capital(words.counted(total, 'figure'))} about services for children in {words.the(council.short_name)}"
    whole = "all " if total > 1 else ""
    if not total:
        return f"{text}."
    if not local:
        return f"{text}, {whole}from national statistics."
    if local == total:
        return f"{text}, {whole}the council’s own."
    return f"{text}: {words.in_letters(total - local)} from national statistics and {words.in_letters(local)} of the council’s own."


def indicator_lead(publication: Publication, reading: Reading) -> tuple[Sentence, ...]:
    """The two or three sentences under an indicator's title."""
    indicator, change = reading.indicator, reading.change
    council = publication.content.council
    if change.latest is None:
        return (Sentence(f"No figure for {words.the(council.short_name)} has been published."),)
    sentences = [words.change_sentence(indicator, council.short_name, change.latest, change.previous)]
    if reading.standing and reading.standing.england:
        england = reading.standing.england
        sentences.append(words.comparator_sentence(indicator, council.england.name, england, before(publication, england)))
    return tuple(sentences)


def standing_sentence(council: Council, reading: Reading) -> Sentence | None:
    """Rank among all councils: `Exampleshire is 146th of 151 councils with a figure…`"""
    standing, latest = reading.standing, reading.change.latest
    if standing is None or standing.rank is None or latest is None:
        return None
    best = "lowest" if reading.indicator.polarity is Polarity.LOWER else "highest"
    place = words.ordinal(standing.rank.place)
    band = {
        "A": "in the best quarter",
        "B": "in the second best quarter",
        "C": "in the second worst quarter",
        "D": "in the worst quarter",
    }
    quarter = f", {band[standing.band.name]} of councils" if standing.band else ""
    text = f"{words.capital(words.the(council.short_name))} is {place} of {standing.rank.of} councils with a figure{quarter}. 1st is the {best}, which is best."
    return Sentence(text, (latest.key,))


def moved_apart(one: Reading, other: Reading) -> Sentence | None:
    """That two figures of what sounds the same moved in opposite directions over the same time, if they did."""
    ends = [(reading.indicator, reading.change.previous, reading.change.latest) for reading in (one, other)]
    told, keys, spans, rises = [], [], set(), set()
    for indicator, previous, latest in ends:
        if previous is None or latest is None or previous.value is None or latest.value is None:
            return None
        before_words, now_words = words.shown(previous, indicator), words.shown(latest, indicator)
        if before_words == now_words:
            return None
        told.append(f"{words.moved(latest, previous, indicator)} from {before_words} to {now_words}")
        keys += [previous.key, latest.key]
        spans.add((previous.period, latest.period))
        rises.add(latest.value > previous.value)
    if len(spans) > 1 or len(rises) == 1:
        return None
    ((start, end),) = spans
    text = f"The two point in opposite directions: from {start.short} to {end.short} this figure {told[0]} and that one {told[1]}."
    return Sentence(text, tuple(keys))
