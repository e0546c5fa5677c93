"""Rule: what the council must supply or confirm is listed at every check, until it is done."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem, Severity
from generator.records.layout import WORDS
from generator.records.observation import Records
from generator.records.pages import insertions_in
from generator.records.personal.guard import Allowance, AllowList, kinds_in
from generator.vocabulary import QuestionKind

_CODES = {
    QuestionKind.SUPPLY: ("to-supply", "Supply it, write it on its page, and delete this row."),
    QuestionKind.CONFIRM: (
        "to-confirm",
        "Confirm it or correct it, take the mark off its page, and delete this row.",
    ),
}


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """A notice for each question, contact and mark that waits for the council; a warning for a page that does not exist."""
    nobody = Allowance(AllowList.of(()))
    pages = {page.path.removesuffix(".md") for page in records.pages}
    for one in records.register.questions:
        if one.entry.kind in _CODES:
            code, fix = _CODES[one.entry.kind]
            words = "see the cell" if any(kinds_in(one.entry.question, nobody)) else one.entry.question
            yield Problem(
                one.at("question"), code, f"The council has still to answer: {words}", fix, Severity.NOTICE
            )
        page = one.entry.page.removeprefix(f"{WORDS}/").removesuffix(".md").strip("/")
        if (
            page
            and "pages" not in records.register.unread
            and page not in pages
            and f"{page}/index" not in pages
        ):
            found = f"There is no such page in {WORDS}."
            yield Problem(
                one.at("page"),
                "unknown-page",
                found,
                f"Write its path inside {WORDS}, or leave the cell empty.",
                Severity.WARNING,
            )
    yield from _marks(records)


def _marks(records: Records) -> Iterator[Problem]:
    if records.register.council:
        for position, contact in enumerate(records.content.council.contacts):
            if contact.confirm:
                place = records.register.council.at("contacts", position, "confirm")
                found = "The council has still to confirm this contact."
                yield Problem(
                    place,
                    "to-confirm",
                    found,
                    "Check it, then delete the line that starts with confirm.",
                    Severity.NOTICE,
                )
    for page in records.pages:
        for insertion in insertions_in(page):
            if insertion.kind == "confirm":
                place = Place(page.place.file, insertion.line)
                found = "Readers see that the council has still to confirm what stands before this mark."
                yield Problem(
                    place,
                    "to-confirm",
                    found,
                    "Confirm it, then replace the mark by a citation.",
                    Severity.NOTICE,
                )
