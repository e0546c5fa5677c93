"""ILACS reports in every layout that is known, made for the test and read as files: front page, grades, areas."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.ofsted.draft import Framework
from generator.importers.ofsted.worker import read_content
from tests.importers.ofsted.made_ilacs import FIVE_ROWS, LABELS, REQUIRES, Ilacs, Section
from tests.importers.ofsted.made_pdf import Put, make_pdf
from tests.importers.ofsted.made_sheets import sentence
from tests.importers.ofsted.reading import FILE, grades, numbers, read

GRADE_WORDS = {
    "outstanding": "outstanding",
    "good": "good",
    "requires_improvement": "requires improvement to be good",
    "inadequate": "inadequate",
}


def test_a_plain_report_is_read_whole() -> None:
    draft = read(Ilacs())
    assert draft.framework is Framework.ILACS
    assert draft.authority == "Northmoor"
    assert str(draft.published) == "2022-01-14"
    assert (str(draft.inspected_from), str(draft.inspected_to)) == ("2021-11-15", "2021-11-26")
    assert draft.lead_inspector == "Ada Byron"
    assert grades(draft) == {
        "overall": "good",
        "leaders": "good",
        "help_protection": "good",
        "in_care_and_care_leavers": "requires_improvement",
    }
    assert draft.areas_for_improvement == (
        "The quality of plans for children in need, so that they say what must change and by when.",
        "The oversight of private fostering.",
    )
    assert numbers(draft) == [1, 2, 3, 4, 5, 6]
    assert draft.paragraphs[2].section == "The experiences and progress of children in care and care leavers"
    assert draft.paragraphs[2].text == " ".join(sentence("a stable home"))
    assert draft.problems == ()


def test_a_table_of_five_rows_gives_children_in_care_and_care_leavers_apart() -> None:
    report = Ilacs(
        rows=FIVE_ROWS,
        grades={
            "leaders": ("Inadequate",),
            "help": (REQUIRES,),
            "care": ("Good",),
            "leavers": ("Outstanding",),
            "overall": (REQUIRES,),
        },
        sections=[
            Section(
                (
                    "The experiences and progress of children who need help and",
                    f"protection: {REQUIRES.lower()}",
                ),
                (),
            ),
            Section(("The experiences and progress of children in care: good",), ()),
            Section(("The experiences and progress of care leavers: outstanding",), ()),
            Section(
                ("The impact of leaders on social work practice with children and", "families: inadequate"),
                (),
            ),
        ],
    )
    assert grades(read(report)) == {
        "overall": "requires_improvement",
        "leaders": "inadequate",
        "help_protection": "requires_improvement",
        "in_care": "good",
        "care_leavers": "outstanding",
    }


@pytest.mark.parametrize("drop", [-14.0, -7.0, -2.0, 0.0, 7.0])
@pytest.mark.parametrize(
    "words", [("Requires improvement", "to be good"), ("Requires improvement to", "be good")]
)
def test_a_wrapped_grade_belongs_to_its_row_wherever_its_lines_stand(
    drop: float, words: tuple[str, str]
) -> None:
    report = Ilacs(grade_drop=drop)
    report.grades = {**report.grades, "care_and_leavers": words}
    assert grades(read(report))["in_care_and_care_leavers"] == "requires_improvement"


@pytest.mark.parametrize(
    "tail",
    [
        ": good",
        " is good",
        " are: good",
        ": Good",
        " good",
        " is: good.",
    ],
)
def test_a_heading_repeats_its_grade_in_any_of_the_usual_ways(tail: str) -> None:
    report = Ilacs()
    report.sections[0] = replace(
        report.sections[0],
        heading=("The experiences and progress of children who need help and", f"protection{tail}"),
    )
    draft = read(report)
    assert grades(draft)["help_protection"] == "good"
    assert (
        draft.paragraphs[0].section == "The experiences and progress of children who need help and protection"
    )


def test_a_grade_on_which_table_and_heading_disagree_is_left_out_and_named() -> None:
    report = Ilacs()
    report.sections[0] = replace(
        report.sections[0],
        heading=("The experiences and progress of children who need help and", "protection: inadequate"),
    )
    draft = read(report)
    assert grades(draft) == {
        "overall": "good",
        "leaders": "good",
        "in_care_and_care_leavers": "requires_improvement",
    }
    assert draft.problems == (
        "Help and protection: the table says good and a heading says inadequate, so none was taken.",
    )


def test_a_heading_without_a_grade_leaves_the_table_to_speak() -> None:
    report = Ilacs()
    report.sections[2] = replace(
        report.sections[2],
        heading=("The impact of leaders on social work practice with children and", "families"),
    )
    draft = read(report)
    assert grades(draft)["leaders"] == "good"
    assert (
        draft.paragraphs[4].section
        == "The impact of leaders on social work practice with children and families"
    )


def test_a_table_with_a_grade_too_few_is_not_read_and_the_headings_speak() -> None:
    report = Ilacs()
    report.grades = {**report.grades, "leaders": ()}
    draft = read(report)
    assert grades(draft) == {
        "leaders": "good",
        "help_protection": "good",
        "in_care_and_care_leavers": "requires_improvement",
    }
    assert draft.problems == (
        (
            "The table of judgements was not read because it has 4 rows and 3 grades; grades come from the "
            "headings alone. Check them against the report."
        ),
        "Overall effectiveness: no grade could be read.",
    )


def test_a_heading_that_is_not_bold_is_found_by_its_words() -> None:
    draft = read(Ilacs(heading_bold=False))
    assert grades(draft)["leaders"] == "good"
    assert (
        draft.paragraphs[-1].section
        == "The impact of leaders on social work practice with children and families"
    )
    assert draft.paragraphs[1].text == " ".join(sentence("a timely response"))


@settings(max_examples=40, deadline=None)
@given(
    in_table=st.lists(st.sampled_from(sorted(GRADE_WORDS)), min_size=4, max_size=4),
    in_headings=st.lists(st.sampled_from(sorted(GRADE_WORDS)), min_size=3, max_size=3),
    drop=st.sampled_from([-7.0, 0.0, 7.0]),
)
def test_no_grade_is_ever_given_that_table_and_heading_do_not_both_say(
    in_table: list[str], in_headings: list[str], drop: float
) -> None:
    said = {
        row: (GRADE_WORDS[grade].capitalize(),) for row, grade in zip(Ilacs().rows, in_table, strict=True)
    }
    report = Ilacs(grades=said, grade_drop=drop)
    starts = (
        ("The experiences and progress of children who need help and", "protection"),
        ("The experiences and progress of children in care and care", "leavers"),
        ("The impact of leaders on social work practice with children and", "families"),
    )
    for index, (start, grade) in enumerate(zip(starts, in_headings, strict=True)):
        heading = (start[0], f"{start[1]}: {GRADE_WORDS[grade]}")
        report.sections[index] = replace(report.sections[index], heading=heading)
    leaders, help_protection, in_care, overall = in_table
    expected = {"overall": overall}
    expected |= {"leaders": leaders} if leaders == in_headings[2] else {}
    expected |= {"help_protection": help_protection} if help_protection == in_headings[0] else {}
    expected |= {"in_care_and_care_leavers": in_care} if in_care == in_headings[1] else {}
    assert grades(read(report)) == expected


@pytest.mark.parametrize("bullet", ["\u25fc", "\uf06e", "\u2022"])
def test_areas_are_read_whatever_their_bullet(bullet: str) -> None:
    assert read(Ilacs(bullet=bullet)).areas_for_improvement == (
        "The quality of plans for children in need, so that they say what must change and by when.",
        "The oversight of private fostering.",
    )


@pytest.mark.parametrize(
    "title",
    ["What needs to improve", "What needs to improve:", "What needs to improve?", "Areas for improvement"],
)
def test_areas_are_found_under_any_of_their_headings(title: str) -> None:
    assert len(read(Ilacs(improvement=title)).areas_for_improvement) == 2


def test_areas_in_prose_are_split_at_their_paragraphs() -> None:
    report = Ilacs(bullet="", area_gap=29.0)
    assert read(report).areas_for_improvement == (
        "The quality of plans for children in need, so that they say what must change and by when.",
        "The oversight of private fostering.",
    )


def test_marks_of_a_second_level_stay_within_their_area() -> None:
    report = Ilacs(areas=(("The quality of monitoring of:",), ("The stability of the workforce.",)))
    pages = report.pages()
    first = next(
        index for index, put in enumerate(pages[1]) if put.text.startswith("The quality of monitoring")
    )
    place = pages[1][first]
    moved = [replace_below(put, place.y, 40) for put in pages[1]]
    moved += [Put(107, place.y - 20, "\u2212", 12), Put(125, place.y - 20, "plans for children", 12)]
    moved += [Put(107, place.y - 40, "\u2212", 12), Put(125, place.y - 40, "private fostering.", 12)]
    draft = read_content(make_pdf([pages[0], moved, *pages[2:]]), FILE)
    assert draft.areas_for_improvement == (
        "The quality of monitoring of: \u2013 plans for children \u2013 private fostering.",
        "The stability of the workforce.",
    )


def replace_below(put: Put, y: float, distance: float) -> Put:
    return replace(put, y=put.y - distance) if 60 < put.y < y else put


def test_a_report_without_a_list_of_areas_says_so() -> None:
    draft = read(Ilacs(improvement="", areas=()))
    assert draft.areas_for_improvement == ()
    assert draft.problems == ("No list of areas for improvement was found.",)


def test_the_older_title_gives_the_council_and_the_inspector_on_a_line_of_her_own() -> None:
    report = Ilacs(
        title=("Royal Borough of Northmoor upon", "Thames"),
        dates="Inspection dates: 21 October to 25 October 2019",
        lead=("Lead inspector: Ada Byron", "Her Majesty\u2019s Inspector"),
        footer=False,
    )
    draft = read(report, "report.pdf")
    assert draft.authority == "Royal Borough of Northmoor upon Thames"
    assert draft.lead_inspector == "Ada Byron"
    assert draft.published is None
    assert draft.problems == (
        "The day of publication stands neither in the report nor in the name of the file.",
    )


def test_a_day_in_the_name_of_the_file_before_the_inspection_is_not_believed() -> None:
    assert read(Ilacs(), "inspection - 14 january 2019.pdf").published is None


def test_a_day_of_republication_is_no_day_of_the_inspection() -> None:
    report = Ilacs(dates="Inspection dates: 15 to 26 November 2021 (report republished 3 March 2022)")
    draft = read(report)
    assert (str(draft.inspected_from), str(draft.inspected_to)) == ("2021-11-15", "2021-11-26")
    assert (str(draft.published), draft.problems) == ("2022-01-14", ())


@pytest.mark.parametrize(
    "title",
    [
        "What needs to improve in Northmoor?",
        "What the local authority needs to do to improve",
        "What does the council need to do to improve?",
    ],
)
def test_areas_are_found_under_a_heading_that_names_who_must_improve(title: str) -> None:
    assert len(read(Ilacs(improvement=title)).areas_for_improvement) == 2


@pytest.mark.parametrize(
    "name", ["care-experienced adults", "care experienced people", "care-experienced young adults"]
)
def test_care_leavers_may_be_called_otherwise(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LABELS, "leavers", ("The experiences and progress of", name))
    words = {"leaders": "Good", "help": "Good", "care": "Good", "leavers": "Outstanding", "overall": "Good"}
    headings = [
        ("The experiences and progress of children who need help and", "protection: good"),
        ("The experiences and progress of children in care: good",),
        (f"The experiences and progress of {name}:", "outstanding"),
        ("The impact of leaders on social work practice with children and", "families: good"),
    ]
    report = Ilacs(
        rows=FIVE_ROWS,
        grades={row: (grade,) for row, grade in words.items()},
        sections=[Section(heading, ()) for heading in headings],
    )
    assert grades(read(report))["care_leavers"] == "outstanding"


def test_families_may_stand_beside_the_children_who_need_help(monkeypatch: pytest.MonkeyPatch) -> None:
    label = ("The experiences and progress of children", "and families who need help and", "protection")
    monkeypatch.setitem(LABELS, "help", label)
    draft = read(Ilacs())
    assert (grades(draft)["help_protection"], draft.problems) == ("good", ())
