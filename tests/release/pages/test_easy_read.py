"""The main things in easy words: what Ofsted said, what the evidence says of each area, what was promised."""

from dataclasses import replace

import pytest

from generator.model import Inspection
from generator.release.analyse.areas import Reading, analyse
from generator.release.analyse.change import Change, Rule, Way
from generator.release.analyse.promises import Kept
from generator.release.pages.easy_read import (
    GRADES,
    KEPT,
    PROGRESS,
    WAYS,
    easy_area,
    easy_number,
    easy_read_page,
    judged_sentences,
    promised_sentences,
)
from generator.vocabulary import Grade, Progress
from tests.release.making import AS_AT, content, figure, indicator, inspection, publication, series


def judged(year: str, grade: str) -> Inspection:
    return inspection(id=f"i{year}", published=f"{year}-06-20", inspected=f"{year}-05-12", judgements=[{"heading": "overall", "grade": grade}], items=[])


def said_of(*inspections: Inspection) -> list[str]:
    whole = publication(content(inspections=inspections))
    return judged_sentences(analyse(whole, AS_AT), inspections)


def moved(way: Way = Way.RIGHT, *, after: bool = False) -> Reading:
    return Reading(indicator(), Change(figure("50"), figure("40", "2023-24"), way, Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, "A reason."), None, after)


def test_the_last_grade_its_meaning_and_the_one_before_are_said() -> None:
    assert said_of(judged("2021", "good"), judged("2025", "requires_improvement")) == [
        "Ofsted looked at the services in May 2025.",
        "They said: Requires improvement.",
        "This means that the services are not good enough yet. It does not mean that they have failed.",
        "In 2021 they said: Good.",
    ]
    assert said_of(judged("2021", "good"), judged("2025", "good"))[-1] == "In 2021 they said the same."
    assert said_of(judged("2025", "inadequate"))[-1] == "This means that there are big faults in the services."


def test_without_a_grade_nothing_is_claimed() -> None:
    ungraded = inspection(judgements=[], items=[])
    assert said_of() == said_of(ungraded) == ["We do not know what Ofsted said last."]


def test_every_word_of_the_analysis_has_its_easy_words() -> None:
    assert (set(GRADES), set(PROGRESS), set(WAYS), set(KEPT)) == (set(Grade), set(Progress), set(Way), set(Kept))


def test_a_number_says_where_it_was_which_way_it_went_and_what_time_it_is_not_about() -> None:
    number = easy_number(moved())
    assert number
    assert number.text.endswith("It moved the right way. The number is not about the time since Ofsted came.")
    assert "Before that: 40" in number.text
    assert number.keys == (figure("50").key, figure("40", "2023-24").key)
    since = easy_number(moved(Way.WRONG, after=True))
    assert since
    assert since.text.endswith("It moved the wrong way.")
    untimed = easy_number(replace(moved(), reported_since=True))
    assert untimed
    assert untimed.text.endswith("Nobody says what time the number is about.")


def test_a_first_number_has_none_before_it_and_no_number_is_none() -> None:
    first = easy_number(replace(moved(), change=replace(moved().change, previous=None, way=Way.NOTHING_BEFORE)))
    assert first
    assert "Before that" not in first.text
    assert "We have no earlier number." in first.text
    assert easy_number(replace(moved(), change=replace(moved().change, latest=None))) is None


def test_an_area_has_the_number_that_stands_for_it() -> None:
    whole = publication(content(inspections=(inspection(),), indicators=(indicator(areas=(inspection().items[0].slug,)),)), series(figure("40", "2023-24"), figure("50")))
    analysis = analyse(whole, AS_AT)
    (one,) = [easy_area(area) for area in analysis.areas]
    assert one.said == PROGRESS[analysis.areas[0].progress]
    assert one.number
    bare = easy_area(replace(analysis.areas[0], measures=(), progress=Progress.NOT_MEASURED))
    assert (bare.said, bare.number) == ("We cannot say. There is no number for it.", None)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ([], ["We found no promise to make things better."]),
        ([Kept.DONE], ["We found one promise to make things better.", "One is said to be done."]),
        (
            [Kept.DONE, Kept.DONE, Kept.OVERDUE, Kept.QUIET, Kept.DISPUTED],
            [
                "We found five promises to make things better.",
                "Two are said to be done.",
                "One is late. We found nothing that says it is done.",
                "We have heard nothing new about one.",
                "People do not agree about one.",
            ],
        ),
    ],
)
def test_promises_are_counted_in_short_sentences(kept: list[Kept], said: list[str]) -> None:
    assert promised_sentences(kept) == said


def test_the_page_stands_for_a_council_of_which_little_is_known() -> None:
    whole = publication(content())
    page = easy_read_page(whole, analyse(whole, AS_AT))
    assert page.context["judged"] == ["We do not know what Ofsted said last."]
    assert page.context["easy_areas"] == []
