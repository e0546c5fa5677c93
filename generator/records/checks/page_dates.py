"""Rule: a hand-written page is looked at again when its time is up."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem, Severity
from generator.records.observation import Records


def check(records: Records, as_at: date) -> Iterator[Problem]:
    """A warning for each page whose review is due."""
    for page in records.pages:
        if page.front.review_by < as_at:
            found = "The day by which the page had to be checked again has passed."
            fix = "Read it, correct it, and write the new days as reviewed and review_by."
            yield Problem(
                Place(page.place.file, 1, "review_by"), "review-passed", found, fix, Severity.WARNING
            )
