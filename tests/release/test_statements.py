"""The answers that pages open with: what may be claimed of many figures together, to the letter."""

from dataclasses import replace

import pytest

from generator.figures import Figure
from generator.model import Action, Inspection
from generator.release.analyse.areas import Analysis, AreaProgress, Reading
from generator.release.analyse.change import Change, Rule, Way
from generator.release.analyse.compare import Standing
from generator.release.analyse.promises import Kept, Promise
from generator.release.statements import (
    area_statement,
    areas_sentence,
    grade_of,
    home_headline,
    indicator_lead,
    judgement_sentence,
    later_inspection_sentence,
    month_of,
    moved_apart,
    origins_sentence,
    promises_sentence,
    since_inspection_sentence,
    standing_sentence,
    thin_evidence_sentence,
)
from generator.release.words import Sentence
from generator.statistics.comparison import Band, Rank
from generator.vocabulary import Grade, JudgementHeading, Progress
from tests.release.making import (
    AS_AT,
    ENGLAND,
    area,
    content,
    council,
    figure,
    indicator,
    inspection,
    publication,
    series,
)

NOTHING = Standing(None, None, None, None, None, None, None)


def reading(
    way: Way = Way.RIGHT, *, after: bool = True, rule: Rule = Rule.PLAIN_CHANGE, evidence: str = "proxy", latest: Figure | None = None
) -> Reading:
    change = Change(latest or figure("50"), figure("40", "2023-24"), way, Progress.TOO_LITTLE, rule, "A reason.")
    return Reading(indicator(evidence=evidence), change, None, after)


def progress_of_area(progress: Progress = Progress.TOO_LITTLE, *measures: Reading, promises: tuple[Promise, ...] = ()) -> AreaProgress:
    named = inspection().items[0]
    return AreaProgress(1, named, progress, measures, (), promises, (), (), ())


def analysis(*areas: AreaProgress, latest: Inspection | None = None, readings: tuple[Reading, ...] = ()) -> Analysis:
    return Analysis(AS_AT, latest, {str(at): one for at, one in enumerate(readings)}, areas, (), (), {})


def judged(grade: str, *, when: str = "2025-07-14/2025-07-18", items: int = 1, kind: str = "area_for_improvement") -> Inspection:
    named = [area(f"a{at}", kind=kind, number=str(at)) for at in range(items)]
    return inspection(id=when[:4], inspected=when, judgements=[{"heading": "overall", "grade": grade}], items=named)


GOOD_BEFORE = judged("good", when="2021-03-15/2021-03-26")


@pytest.mark.parametrize(
    ("grade", "items", "kind", "said"),
    [
        ("requires_improvement", 7, "area_for_improvement", "to require improvement to be good. It named seven areas that need to improve."),
        ("requires_improvement", 1, "area_for_improvement", "to require improvement to be good. It named one area that needs to improve."),
        ("outstanding", 0, "area_for_improvement", "to be outstanding."),
        ("good", 12, "recommendation", "to be good. It made 12 recommendations."),
        ("adequate", 1, "recommendation", "to be adequate. It made one recommendation."),
        ("inadequate", 2, "board_recommendation", "to be inadequate."),
    ],
)
def test_the_judgement_is_said_with_what_was_asked_for(grade: str, items: int, kind: str, said: str) -> None:
    latest = judged(grade, items=items, kind=kind)
    sentence = judgement_sentence(council(), analysis(latest=latest), [latest])
    assert sentence == f"In July 2025 Ofsted judged services for children in Exampleshire {said}"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("good", "requires_improvement", "to require improvement to be good. That is down from good in 2021."),
        ("inadequate", "requires_improvement", "to require improvement to be good. That is up from inadequate in 2021."),
        ("good", "good", "to be good. That is the same as in 2021."),
        ("requires_improvement", "good", "to be good. That is up from requires improvement in 2021."),
    ],
)
def test_the_judgement_is_compared_with_the_one_before(before: str, now: str, said: str) -> None:
    earlier, latest = judged(before, when="2021-03-15/2021-03-26"), judged(now, items=0)
    oldest = judged("outstanding", when="2017-01-16/2017-01-27")
    ancient = judged("adequate", when="2012-03-05/2012-03-16")
    sentence = judgement_sentence(council(), analysis(latest=latest), [ancient, oldest, earlier, latest])
    assert sentence == f"In July 2025 Ofsted judged services for children in Exampleshire {said}"


def test_a_judgement_before_of_which_only_the_year_is_known_is_compared_with_too() -> None:
    latest = judged("good", items=0)
    said = judgement_sentence(council(), analysis(latest=latest), [judged("inadequate", when="2012"), latest])
    assert said.endswith("to be good. That is up from inadequate in 2012.")


def test_a_visit_without_an_overall_grade_is_not_compared_with() -> None:
    visit = inspection(id="2023-visit", inspected="2023-05-01", judgements=[])
    latest = judged("good", items=0)
    assert judgement_sentence(council(), analysis(latest=latest), [visit, latest]).endswith("to be good.")


def test_without_a_judgement_that_is_said() -> None:
    said = "No judgement of services for children in Exampleshire is in the data of this site."
    assert judgement_sentence(council(), analysis(), []) == said
    visit = inspection(judgements=[])
    assert judgement_sentence(council(), analysis(latest=visit), [visit]) == said


def test_where_the_list_of_inspections_ends_that_is_said() -> None:
    latest, ends = judged("good", items=0), council(inspections_until="2025-05-14")
    said = "Reports published after 14 May 2025 are not in the data of this site."
    assert judgement_sentence(ends, analysis(latest=latest), [latest]).endswith(f"to be good. {said}")
    assert judgement_sentence(ends, analysis(), []).endswith(said)


def test_a_grade_is_found_by_its_heading() -> None:
    both = inspection(judgements=[{"heading": "leaders", "grade": "good"}, {"heading": "overall", "grade": "inadequate"}])
    assert grade_of(both) is Grade.INADEQUATE
    assert grade_of(both, JudgementHeading.LEADERS) is Grade.GOOD
    assert grade_of(both, JudgementHeading.IN_CARE) is None


@pytest.mark.parametrize(("text", "said"), [("2025-07-14/2025-07-18", "July 2025"), ("2025-07", "July 2025"), ("2025", "2025"), ("unknown", "unknown")])
def test_a_month_is_said_with_its_year(text: str, said: str) -> None:
    assert month_of(text) == said


B, W, N, T, X = Progress.BETTER, Progress.WORSE, Progress.NO_CLEAR_CHANGE, Progress.TOO_LITTLE, Progress.NOT_MEASURED


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        ((B, B, W), "The evidence is mixed: two areas better, one worse"),
        ((B, T, T), "There is evidence of improvement in one of the three areas"),
        ((W, N, T), "The evidence so far: one of the three areas got worse"),
        ((N, T), "The published evidence shows no clear change yet"),
        ((T, X), "There is not enough published evidence yet to say that services have improved"),
    ],
)
def test_the_headline_counts_what_the_evidence_allows(progress: tuple[Progress, ...], said: str) -> None:
    areas = [progress_of_area(one) for one in progress]
    assert home_headline(analysis(*areas, latest=inspection())) == said


def test_without_areas_the_headline_is_the_judgement() -> None:
    assert home_headline(analysis(latest=judged("good", items=0))) == "Ofsted judged services to be good"
    assert home_headline(analysis(latest=inspection(judgements=[]))) == "What inspectors have said"
    assert home_headline(analysis()) == "What is known about children’s services"


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        ((), ""),
        ((T,), "The one area has too little evidence to say."),
        (
            (B, W, N, T, T, X),
            "One of the six areas has evidence of getting better. One has evidence of getting worse. One has no clear change. "
            "Two have too little evidence to say. One has no published figure to measure it.",
        ),
        ((B, B), "Two of the two areas have evidence of getting better."),
        ((X, X, T), "One of the three areas has too little evidence to say. Two have no published figure to measure them."),
    ],
)
def test_areas_are_counted_by_their_progress_word(progress: tuple[Progress, ...], said: str) -> None:
    assert areas_sentence(analysis(*(progress_of_area(one) for one in progress))) == said


def test_areas_with_almost_nothing_published_are_counted() -> None:
    sign, direct = reading(), reading(evidence="direct")
    nothing, one, two = progress_of_area(X), progress_of_area(T, sign), progress_of_area(T, sign, sign)
    measured = progress_of_area(T, direct)
    tail = "has one figure at most, and none that measures the area itself."
    assert thin_evidence_sentence(analysis(nothing, one, two, measured)) == f"Two of the four areas have almost no published measure. Each {tail}"
    assert thin_evidence_sentence(analysis(one, two)) == f"One of the two areas has almost no published measure. It {tail}"
    assert thin_evidence_sentence(analysis(two, measured)) == ""


def test_figures_since_the_inspection_are_counted_with_their_ways() -> None:
    ways = (Way.RIGHT, Way.RIGHT, Way.WRONG, Way.UNCHANGED, Way.NO_DIRECTION, Way.NOTHING_BEFORE)
    readings = (*(reading(way) for way in ways), reading(after=False))
    said = since_inspection_sentence(analysis(latest=inspection(), readings=readings))
    assert said.text == (
        "Of the seven figures on this site, six are about a time after May 2025. Two moved the right way and one moved the wrong way. "
        "One did not move. One moved, but neither way is better. One has nothing earlier to be compared with."
    )
    assert said.keys == (figure("50").key,) * 6


def test_the_verbs_agree_with_their_numbers() -> None:
    two = since_inspection_sentence(analysis(latest=inspection(), readings=(reading(Way.NO_DIRECTION),) * 2 + (reading(Way.NOTHING_BEFORE),) * 2))
    assert two.text.endswith("Two moved, but neither way is better. Two have nothing earlier to be compared with.")
    one = since_inspection_sentence(analysis(latest=inspection(), readings=(reading(Way.WRONG),)))
    assert one.text == "Of the one figure on this site, one is about a time after May 2025. One moved the wrong way."


def test_that_nothing_is_newer_than_the_inspection_is_said() -> None:
    said = since_inspection_sentence(analysis(latest=inspection(), readings=(reading(after=False),)))
    assert said == Sentence("No figure has been published yet about a time after May 2025.")
    assert since_inspection_sentence(analysis(readings=(reading(),))) == Sentence("")


UNTIMED = "One came out after the inspection. No source says what time it is about."


def test_a_figure_of_no_stated_time_is_counted_apart_from_those_since_the_inspection() -> None:
    untimed = replace(reading(after=False), reported_since=True)
    said = since_inspection_sentence(analysis(latest=inspection(), readings=(reading(Way.WRONG), untimed)))
    assert said.text == f"Of the two figures on this site, one is about a time after May 2025. One moved the wrong way. {UNTIMED}"
    alone = since_inspection_sentence(analysis(latest=inspection(), readings=(untimed, untimed)))
    assert alone.text.endswith("Two came out after the inspection. No source says what time they are about.")
    assert statement(untimed)[-1].endswith(f"So nothing published shows progress since. {UNTIMED}")
    assert statement(reading(), untimed)[1] == f"One is about a time after May 2025. One moved the right way. {UNTIMED}"


def statement(*measures: Reading) -> list[str]:
    return [sentence.text for sentence in area_statement(progress_of_area(T, *measures), inspection())]


def test_an_area_that_nothing_measures_says_so() -> None:
    assert statement() == ["Nothing that is published measures this. That is a finding in itself."]


def test_an_area_shows_its_working_sentence_by_sentence() -> None:
    assert statement(reading(), reading(evidence="direct"), reading(after=False)) == [
        "Three published figures bear on this. One measures it directly.",
        "Two are about a time after May 2025. Two moved the right way.",
        "The evidence is weak. None can be tested against chance. So this site does not call the change better or worse.",
    ]
    assert statement(reading(evidence="direct", after=False), reading(evidence="direct", after=False)) == [
        "Two published figures bear on this. Two measure it directly.",
        "None is about a time after the inspection of May 2025. So nothing published shows progress since.",
    ]


@pytest.mark.parametrize("rule", [Rule.CONTROL_CHART, Rule.TREND_TEST])
def test_how_strong_the_evidence_is_depends_on_what_is_tested_and_what_is_direct(rule: Rule) -> None:
    assert statement(reading(rule=rule)) == [
        "One published figure bears on this. It is an indirect sign.",
        "One is about a time after May 2025. One moved the right way.",
        "One can be tested against chance, but the evidence is indirect.",
    ]
    assert statement(reading(rule=rule), reading(evidence="direct"))[-1] == "One can be tested against chance, but the evidence is indirect."
    assert statement(reading(rule=rule), reading(rule=rule, evidence="direct"))[-1] == "Two can be tested against chance, and the evidence is direct."


def test_one_figure_alone_is_spoken_of_as_one() -> None:
    assert statement(reading(after=False)) == [
        "One published figure bears on this. It is an indirect sign.",
        "It is not about a time after the inspection of May 2025. So nothing published shows progress since.",
    ]
    assert statement(reading(evidence="direct"))[::2] == [
        "One published figure bears on this. One measures it directly.",
        "The evidence is weak. It cannot be tested against chance. So this site does not call the change better or worse.",
    ]


def test_the_working_carries_the_keys_of_its_figures() -> None:
    said = area_statement(progress_of_area(T, reading()), inspection())
    assert [sentence.keys for sentence in said] == [(), (figure("50").key,), ()]


def promise(kept: Kept) -> Promise:
    action = Action.model_validate(
        {"id": "a1", "title": "Do it", "said_by": "The council", "status": "promised", "status_words": "Promised.", "source": "S1"}
    )
    return Promise(action, kept, None)


def test_promises_are_counted_by_what_became_of_them() -> None:
    every = tuple(promise(kept) for kept in Kept)
    assert promises_sentence(progress_of_area(promises=(*every, promise(Kept.DONE)))).text == (
        "Eight commitments bear on it. Two are reported done, one is overdue, one has had nothing heard since, one is reported under way, "
        "one is continuing, one is disputed and one is promised without a date."
    )
    assert promises_sentence(progress_of_area(promises=(promise(Kept.OVERDUE),))).text == "One commitment bears on it. It is overdue."
    quiet = promise(Kept.QUIET)
    assert promises_sentence(progress_of_area(promises=(quiet,) * 2)).text == "Two commitments bear on it. Both have had nothing heard since."
    assert promises_sentence(progress_of_area(promises=(quiet,) * 3)).text == "Three commitments bear on it. All have had nothing heard since."
    assert promises_sentence(progress_of_area(promises=(quiet, promise(Kept.DONE)))).text == (
        "Two commitments bear on it. One is reported done and one has had nothing heard since."
    )
    assert promises_sentence(progress_of_area()).text == "No public commitment about it was found."


def test_whether_inspectors_have_been_back_is_said_with_the_day() -> None:
    assert later_inspection_sentence(analysis()).text == "No later inspection is known on 22 November 2026."


def test_an_indicator_opens_with_its_figure_and_england_s() -> None:
    latest, england = figure("50"), figure("60", area=ENGLAND)
    whole = publication(content(), series(figure("58", "2023-24", area=ENGLAND), england))
    read = replace(reading(latest=latest), standing=replace(NOTHING, england=england))
    assert [sentence.text for sentence in indicator_lead(whole, read)] == [
        "In the year to 31 March 2025 the figure for Exampleshire was 50%. A year earlier it was 40%.",
        "Across England it rose from 58% to 60%.",
    ]


def test_without_england_s_figure_an_indicator_opens_with_its_own_alone() -> None:
    latest = figure("50")
    for standing in (None, NOTHING):
        read = replace(reading(latest=latest), standing=standing)
        assert [one.text for one in indicator_lead(publication(content()), read)] == [
            "In the year to 31 March 2025 the figure for Exampleshire was 50%. A year earlier it was 40%."
        ]


def test_an_indicator_without_a_figure_says_so() -> None:
    silent = Reading(indicator(), Change(None, None, Way.NOTHING_BEFORE, Progress.NOT_MEASURED, Rule.NONE, ""), None, after_inspection=False)
    assert [one.text for one in indicator_lead(publication(content()), silent)] == ["No figure for Exampleshire has been published."]


@pytest.mark.parametrize(
    ("total", "local", "said"),
    [
        (0, 0, "No figures about services for children in Exampleshire."),
        (1, 0, "One figure about services for children in Exampleshire, from national statistics."),
        (1, 1, "One figure about services for children in Exampleshire, the council’s own."),
        (2, 0, "Two figures about services for children in Exampleshire, all from national statistics."),
        (2, 2, "Two figures about services for children in Exampleshire, all the council’s own."),
        (50, 7, "50 figures about services for children in Exampleshire: 43 from national statistics and seven of the council’s own."),
    ],
)
def test_figures_are_counted_by_whose_they_are(total: int, local: int, said: str) -> None:
    assert origins_sentence(council(), total, local) == said


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (Band.A, ", in the best quarter of councils"),
        (Band.B, ", in the second best quarter of councils"),
        (Band.C, ", in the second worst quarter of councils"),
        (Band.D, ", in the worst quarter of councils"),
        (None, ""),
    ],
)
def test_a_rank_says_which_end_is_best(band: Band | None, said: str) -> None:
    standing = replace(NOTHING, rank=Rank(146, 151), band=band)
    found = standing_sentence(council(), replace(reading(), standing=standing))
    assert found == Sentence(f"Exampleshire is 146th of 151 councils with a figure{said}. 1st is the highest, which is best.", (figure("50").key,))
    lower = standing_sentence(council(), replace(reading(), indicator=indicator(polarity="lower"), standing=standing))
    assert lower is not None
    assert lower.text.endswith(". 1st is the lowest, which is best.")


def test_without_a_rank_there_is_no_sentence_about_it() -> None:
    assert standing_sentence(council(), reading()) is None
    assert standing_sentence(council(), replace(reading(), standing=NOTHING)) is None


def pair(own: tuple[str | None, str | None], other: tuple[str | None, str | None], *, before: str = "2023-24", **changes: object) -> Sentence | None:
    """Two figures that sound the same, each with the one before it."""
    made = []
    for name, (previous, latest), start in (("visits", own, "2023-24"), ("own-visits", other, before)):
        ends = figure(previous, start, of=name), figure(latest, of=name)
        change = Change(ends[1], ends[0], Way.RIGHT, Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, "")
        made.append(Reading(indicator(id=name, **changes), change, None, after_inspection=False))
    return moved_apart(*made)


def test_two_figures_of_what_sounds_the_same_are_said_to_point_in_opposite_directions() -> None:
    said = pair(("57", "56"), ("61", "72"))
    assert said is not None
    assert said.text == (
        "The two point in opposite directions: from 2023-24 to 2024-25 this figure fell from 57% to 56% and that one rose from 61% to 72%."
    )
    assert said.keys == tuple(f"{name}/E06000999/{when}/all" for name in ("visits", "own-visits") for when in ("2023-24", "2024-25"))
    turned = pair(("61", "72"), ("57", "56"))
    assert turned is not None
    assert "this figure rose from 61% to 72% and that one fell from 57% to 56%" in turned.text


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (("57", "58"), ("61", "72")), (("58", "57"), ("72", "61")),
        # What is printed alike has not moved.
        (("57", "57"), ("61", "72")), (("57.4", "56.6"), ("61", "72")), (("57", "56"), ("61", "61.4")),
        # A figure that is hidden or not there has no direction.
        ((None, "56"), ("61", "72")), (("57", None), ("61", "72")), (("57", "56"), (None, "72")), (("57", "56"), ("61", None)),
    ],
)  # fmt: skip
def test_figures_that_did_not_move_apart_are_not_said_to(own: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> None:
    assert pair(own, other) is None


def test_moves_over_another_time_are_not_held_against_each_other() -> None:
    assert pair(("57", "56"), ("61", "72"), before="2022-23") is None
    single = reading()
    alone = replace(single, change=replace(single.change, previous=None))
    assert moved_apart(alone, reading()) is None
    assert moved_apart(reading(), replace(single, change=replace(single.change, latest=None))) is None
