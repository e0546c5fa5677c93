"""Reports under the single inspection framework in the layouts of 2013 to 2018, made for the test."""

import pytest

from generator.importers.ofsted.draft import Framework
from tests.importers.ofsted.made_sheets import Paragraph
from tests.importers.ofsted.made_sif import Sif
from tests.importers.ofsted.reading import grades, numbers, read

LATE = {
    "overall": "requires_improvement",
    "help_protection": "requires_improvement",
    "looked_after": "requires_improvement",
    "adoption": "good",
    "care_leavers": "good",
    "leadership": "requires_improvement",
    "lscb": "good",
}


def test_a_plain_report_is_read_whole() -> None:
    draft = read(Sif())
    assert draft.framework is Framework.SIF
    assert draft.authority == "Northmoor Council"
    assert str(draft.published) == "2017-04-07"
    assert (str(draft.inspected_from), str(draft.inspected_to)) == ("2017-01-23", "2017-02-16")
    assert draft.lead_inspector == "Grace Hopper"
    assert grades(draft) == LATE
    assert draft.areas_for_improvement == ("Ensure that plans are clear.", "Record all visits.")
    assert numbers(draft) == list(range(1, 15))
    assert draft.paragraphs[0].section == "Recommendations"
    assert draft.paragraphs[6].section == "Adoption performance"
    assert draft.paragraphs[12].section == "Local Safeguarding Children Board: Recommendations"
    assert draft.problems == ()


def test_a_re_inspection_without_a_board_has_six_grades() -> None:
    report = Sif(
        title=(
            "Re-inspection of services for children in need of help and",
            "protection, children looked after and care leavers",
        ),
        board_title=(),
        board=(),
    )
    assert grades(read(report)) == {heading: grade for heading, grade in LATE.items() if heading != "lscb"}


def test_wrapped_grades_and_lower_case_are_read() -> None:
    report = Sif()
    report.grades = {
        "help": ("requires", "improvement"),
        "looked_after": ("Requires", "Improvement"),
        "adoption": ("good",),
        "leavers": ("Good",),
        "leadership": ("requires improvement to", "be good"),
    }
    assert grades(read(report)) == LATE


@pytest.mark.parametrize(
    "headline",
    [
        ("The overall judgement is requires improvement",),
        ("The overall judgement is requires improvement.",),
        ("The overall judgement is that children\u2019s services require", "improvement"),
        ("Children\u2019s services in the Borough of Northmoor require improvement", "to be Good"),
        ("Children\u2019s services in Northmoor require improvement",),
    ],
)
def test_the_overall_grade_is_read_from_any_headline(headline: tuple[str, ...]) -> None:
    assert grades(read(Sif(headline=headline)))["overall"] == "requires_improvement"


@pytest.mark.parametrize(
    "headline",
    [
        ("Children\u2019s services in Northmoor are not yet good",),
        ("Children\u2019s services in Northmoor have serious weaknesses",),
        ("There are no widespread failures and much is good",),
        ("The overall judgement is that children\u2019s services are not good",),
        ("Overall, children\u2019s services in Northmoor are less than good",),
    ],
)
def test_no_overall_grade_is_guessed_from_other_words(headline: tuple[str, ...]) -> None:
    draft = read(Sif(headline=headline))
    assert "overall" not in grades(draft)
    assert draft.problems == ("Overall effectiveness: no grade could be read.",)


@pytest.mark.parametrize(
    "opening",
    ["This local authority is good because:", "Children\u2019s services in Northmoor are good because:"],
)
def test_a_headline_and_key_findings_that_disagree_give_no_overall_grade(opening: str) -> None:
    report = Sif(lists=((opening, (Paragraph("1.", ("Social workers see children often.",)),)), *Sif().lists))
    draft = read(report)
    assert "overall" not in grades(draft)
    assert draft.problems[0] == (
        "Overall effectiveness: headings of this report say good and requires improvement, so none was taken."
    )


def test_words_that_only_mention_good_do_not_disturb_the_headline() -> None:
    opening = "This local authority requires improvement and is not yet good because:"
    report = Sif(lists=((opening, (Paragraph("1.", ("Plans are weak.",)),)), *Sif().lists))
    assert grades(read(report))["overall"] == "requires_improvement"


@pytest.mark.parametrize(
    ("name", "heading", "said"),
    [
        ("adoption", "adoption", ("The graded judgment for adoption is good",)),
        ("adoption", "adoption", ("The graded judgement for adoption performance is good.",)),
        ("leavers", "care_leavers", ("The graded judgement for care leavers is good",)),
        (
            "leavers",
            "care_leavers",
            ("The graded judgment for the experiences and progress of Care Leavers is", "good"),
        ),
    ],
)
def test_graded_judgements_are_found_in_their_wordings(
    name: str, heading: str, said: tuple[str, ...]
) -> None:
    report = Sif()
    report.statements = {**report.statements, name: said}
    assert grades(read(report))[heading] == "good"
    report.statements = {**report.statements, name: (*said[:-1], said[-1].replace("good", "not good"))}
    assert grades(read(report))[heading] == "good"  # from the table: the heading says no grade
    report.statements = {**report.statements, name: (*said[:-1], said[-1].replace("good", "inadequate"))}
    assert heading not in grades(read(report))


def test_a_grade_on_which_table_and_heading_disagree_is_left_out_and_named() -> None:
    report = Sif()
    report.statements = {
        **report.statements,
        "leadership": ("Leadership, management and governance are inadequate",),
    }
    draft = read(report)
    assert grades(draft) == {heading: grade for heading, grade in LATE.items() if heading != "leadership"}
    assert draft.problems == (
        (
            "Leadership, management and governance: the table says requires improvement and a heading says "
            "inadequate, so none was taken."
        ),
    )


def test_a_judgement_that_was_not_made_has_no_grade() -> None:
    report = Sif()
    report.grades = {**report.grades, "adoption": ("Not judged",)}
    report.statements = {**report.statements, "adoption": ("The graded judgement for adoption performance",)}
    draft = read(report)
    assert grades(draft) == {heading: grade for heading, grade in LATE.items() if heading != "adoption"}
    assert draft.problems == (
        "Adoption performance: the report says that this was not judged, so there is no grade.",
    )


def test_priority_actions_and_areas_share_a_numbering_and_are_all_read() -> None:
    report = Sif(
        lists=(
            ("What does the local authority need to improve?", ()),
            ("Priority and immediate action", (Paragraph("1.", ("See every child who is referred.",)),)),
            ("Areas for improvement", (Paragraph("2.", ("Give staff time.",)),)),
        )
    )
    assert read(report).areas_for_improvement == ("See every child who is referred.", "Give staff time.")


def test_a_sentence_that_there_is_nothing_to_do_is_no_area() -> None:
    report = Sif(
        lists=(
            (
                "Priority and immediate action",
                (Paragraph("1.", ("There are no areas for priority action.",)),),
            ),
            ("Areas for improvement", (Paragraph("2.", ("Give staff time.",)),)),
        )
    )
    draft = read(report)
    assert draft.areas_for_improvement == ("Give staff time.",)
    assert numbers(draft) == list(range(1, 15))


def test_what_is_asked_of_the_board_is_not_asked_of_the_council() -> None:
    draft = read(Sif(lists=()))
    assert draft.areas_for_improvement == ()
    assert draft.problems == ("No list of recommendations was found.",)


def test_recommendations_numbered_apart_are_not_counted_as_paragraphs() -> None:
    asked = [Paragraph(f"{number}.", (f"Do the thing called {number}.",)) for number in (1, 2, 3)]
    draft = read(Sif(lists=(("Recommendations", asked),), first_number=1))
    assert len(draft.areas_for_improvement) == 3
    assert numbers(draft)[:3] == [1, 2, 3]
    assert (
        draft.paragraphs[0].section == "The experiences and progress of children who need help and protection"
    )
