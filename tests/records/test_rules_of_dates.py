"""Dates the wrong way round, one pair at a time; the dates of an inspection are in tests/problems."""

from pathlib import Path

import pytest

from tests.councils.making import problems_after

SOURCE = 'R2021,"Inspection of Exampleshire children\'s services, 2021",Ofsted,https://reports.example.org/2021,{},primary,Open Government Licence v3.0,{},,'
PROMISE = (
    'more-homes,Open a second children\'s home,"Cllr Alex Sample, lead member for children",{},spring 2027,2027,promised,{},'
    "No opening date is known.,enough-homes,homes,no,NEWS,,"
)


@pytest.mark.parametrize(
    ("change", "place", "found"),
    [
        (
            f"in data/sources.csv\n- {SOURCE.format('2021-05-14', '2026-11-01')}\n+ {SOURCE.format('2021-05-14', '2021-05-13')}",
            "data/sources.csv, row 3, column retrieved",
            "This date, the day on which a copy was read, lies before the publication.",
        ),
        (
            f"in data/actions.csv\n- {PROMISE.format('2025-07-01', '2025-07-01')}\n+ {PROMISE.format('2025-07-01', '2025-06')}",
            "data/actions.csv, row 2, column status_on",
            "This date, the status, lies before the promise.",
        ),
        (
            "in site_src/help/index.md\n- reviewed: 2026-11-01\n- review_by: 2027-11-01\n+ reviewed: 2026-11-01\n+ review_by: 2026-10-31",
            "site_src/help/index.md, line 1, review_by",
            "This date, the day by which the next is due, lies before the review.",
        ),
    ],
)
def test_the_later_date_is_named(change: str, place: str, found: str, tmp_path: Path) -> None:
    (problem,) = [one for one in problems_after(tmp_path, change) if one.code == "dates-out-of-order"]
    assert (str(problem.place), problem.found, problem.fix) == (place, found, "Correct one of the two dates.")


def test_a_copy_read_on_the_day_of_publication_is_in_order(tmp_path: Path) -> None:
    change = f"in data/sources.csv\n- {SOURCE.format('2021-05-14', '2026-11-01')}\n+ {SOURCE.format('2021-05', '2021-05-01')}"
    assert "dates-out-of-order" not in {one.code for one in problems_after(tmp_path, change)}
