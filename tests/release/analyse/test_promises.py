"""How commitments stand on the date of the page."""

from datetime import date

import pytest

from generator.model import Action
from generator.release.analyse.promises import Kept, months_between, promise_of

TODAY = date(2026, 11, 22)


def action(**changes: object) -> Action:
    fields: dict[str, object] = {
        "id": "A1",
        "title": "Open two homes",
        "said_by": "The council",
        "said_on": "2026-10",
        "status": "promised",
        "status_words": "Promised.",
        "source": "S1",
    }
    return Action.model_validate(fields | changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "done", "target_date": "2025"}, Kept.DONE),
        ({"target_date": "2026-11-21"}, Kept.OVERDUE),
        ({"target_date": "2026-11-22"}, Kept.NO_DATE),
        ({"target_date": "2026"}, Kept.NO_DATE),
        ({"status": "under_way", "status_on": "2026-10-01"}, Kept.UNDER_WAY),
        ({"status": "under_way", "status_on": "2026-05-22"}, Kept.QUIET),
        ({"status": "under_way", "status_on": "2026-05-23"}, Kept.UNDER_WAY),
        ({"status": "standing"}, Kept.STANDING),
        ({"status": "disputed", "status_on": "2020"}, Kept.DISPUTED),
        ({}, Kept.NO_DATE),
    ],
)
def test_a_promise_is_judged_by_dates_and_sources(changes: dict[str, object], expected: Kept) -> None:
    assert promise_of(action(**changes), TODAY).kept is expected


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2025, 10, 20), date(2026, 11, 22), 13),
        (date(2025, 10, 23), date(2026, 11, 22), 12),
        (date(2026, 11, 22), date(2026, 11, 22), 0),
        (date(2027, 1, 1), date(2026, 11, 22), 0),
    ],
)
def test_months_are_whole(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months
