"""The public record: promises counted, the timeline in order, the A to Z, and the other lists."""

from generator.model import Action, Conflict, Correction, Event, Question, Source
from generator.release.page import Page
from generator.release.pages.record import MOVEMENT_MEANINGS, a_to_z, record_pages
from generator.vocabulary import Movement, Progress, Symbol
from tests.release.making import analysed, content, indicator, publication


def pages(**parts: object) -> dict[str, Page]:
    whole = publication(content(**parts))
    return {page.address: page for page in record_pages(whole, analysed(whole)[0])}


def action(name: str, **changes: object) -> Action:
    fields = {"id": name, "title": "Do it", "said_by": "The council", "status": "promised", "status_words": "Promised.", "source": "S1"}
    return Action.model_validate({**fields, **changes})


def event(name: str, when: str, status: str = "past") -> Event:
    return Event.model_validate({"id": name, "when": when, "title": name, "kind": "report", "status": status, "source": "S1"})


def test_promises_are_counted_by_how_they_stand() -> None:
    actions = (action("a", status="done"), action("b", target="spring 2025", target_date="2025-05"), action("c", said_on="2026-11-01"))
    page = pages(actions=actions)["commitments/"]
    assert page.context["lead"] == (
        "Three public commitments were found. No date was stated for two of them. "
        "One is reported done, one is overdue and one is promised without a date."
    )
    assert [promise.action.id for promise in page.context["promises"]] == ["c", "a", "b"]
    assert [kept.value for kept in page.context["standings"]] == [
        "Reported done", "Overdue, with nothing found to say it was done", "Promised, no date given",
    ]  # fmt: skip
    assert "for 6 months" in page.context["method"]


def test_that_there_are_no_promises_is_said() -> None:
    assert pages()["commitments/"].context["lead"] == "No public commitment is in the data of this site."


def test_the_timeline_stands_newest_first_by_year() -> None:
    page = pages(events=(event("old", "2021"), event("spring", "2025-03"), event("summer", "2025-06-01"), event("coming", "2027", "planned")))["timeline/"]
    assert [(year.year, year.future, [one.id for one in year.events]) for year in page.context["groups"]] == [
        ("2027", True, ["coming"]), ("2025", False, ["summer", "spring"]), ("2021", False, ["old"]),
    ]  # fmt: skip


def test_a_year_in_which_something_has_happened_is_not_future() -> None:
    page = pages(events=(event("a", "2026-02", "planned"), event("b", "2026-01")))["timeline/"]
    assert [year.future for year in page.context["groups"]] == [False]


def test_important_disagreements_stand_first_with_the_figures_that_they_touch() -> None:
    fields = {"says": "A.", "why": "B.", "shown": "C.", "sources": ["S1"]}
    conflicts = (Conflict.model_validate({"id": "small", "subject": "Small", **fields}), Conflict.model_validate({"id": "big", "subject": "Big", "important": True, **fields}))
    page = pages(conflicts=conflicts, indicators=(indicator(conflicts=["small"]),))["figures-that-disagree/"]
    assert [one.id for one in page.context["conflicts"]] == ["big", "small"]
    assert {name: [one.id for one in found] for name, found in page.context["used"].items()} == {"small": ["visits"], "big": []}
    assert page.letters == ("Small", "Big")


def test_sources_stand_by_publisher_and_date() -> None:
    def source(name: str, publisher: str, published: str | None) -> Source:
        return Source.model_validate({"id": name, "title": "T", "publisher": publisher, "published": published, "kind": "primary"})

    sources = (source("b2", "Beta", "2025"), source("a1", "Alpha", "2026"), source("b1", "Beta", "2024"), source("b0", "Beta", None))
    page = pages(sources=sources)["sources/"]
    assert [one.id for one in page.context["listed"]] == ["a1", "b0", "b1", "b2"]
    assert page.description == "The 4 sources that this site rests on."


def test_only_what_is_asked_of_the_council_in_public_is_listed() -> None:
    def question(name: str, kind: str) -> Question:
        return Question.model_validate({"id": name, "kind": kind, "question": "When?"})

    page = pages(questions=(question("q1", "ask"), question("q2", "supply"), question("q3", "confirm")))["about/questions-for-the-council/"]
    assert [one.id for one in page.context["asked"]] == ["q1"]


def test_corrections_stand_newest_first() -> None:
    corrections = tuple(
        Correction.model_validate({"id": name, "corrected": day, "what": "It.", "source": "S1"}) for name, day in (("old", "2026-01-01"), ("new", "2026-02-01"))
    )
    assert [one.id for one in pages(corrections=corrections)["about/corrections/"].context["listed"]] == ["new", "old"]


def test_every_rule_has_its_words_its_number_and_its_source_on_the_methods_page() -> None:
    rules = pages()["about/how-we-work-it-out/"].context["rules"]
    assert len(rules) > 10
    assert all(rule["words"].endswith(".") and rule["value"] and rule["source"] for rule in rules)
    assert {"13", "7", "50"} & {rule["value"] for rule in rules} >= {"13", "7"}


def test_every_movement_is_explained() -> None:
    assert set(MOVEMENT_MEANINGS) == set(Movement)
    assert all(meaning.endswith(".") for meaning in MOVEMENT_MEANINGS.values())


def test_the_words_of_the_site_are_told_with_every_sign() -> None:
    page = pages()["about/words/"]
    assert page.context["symbols"] == tuple(Symbol)
    assert set(page.context["progress"]) == set(Progress)
    assert "Glossary" in page.letters


def test_the_search_page_is_listed_nowhere() -> None:
    page = pages()["search/"]
    assert (page.listed, page.layout) == (False, "search.html")


def listed(*found: Page) -> list[tuple[str, list[tuple[str, str, str]]]]:
    groups = a_to_z(found).context["groups"]
    return [(group.letter, [(entry.title, entry.address, entry.see) for entry in group.entries]) for group in groups]


def test_the_a_to_z_lists_pages_by_title_and_by_the_words_that_people_look_for() -> None:
    assert listed(Page("b/", "Beds", "", "t", letters=("sleeping",)), Page("a/", "apples", "", "t"), Page("s/", "Search", "", "t", listed=False)) == [
        ("A", [("Apples", "a/", "")]), ("B", [("Beds", "b/", "")]), ("S", [("Sleeping", "b/", "Beds")]),
    ]  # fmt: skip


def test_what_starts_with_a_digit_stands_by_itself() -> None:
    assert listed(Page("n/", "16 or 17", "", "t")) == [("0–9", [("16 or 17", "n/", "")])]


def test_a_word_that_is_the_title_in_other_letters_is_listed_once() -> None:
    assert listed(Page("b/", "Beds", "", "t", letters=("beds", "BEDS"))) == [("B", [("Beds", "b/", "")])]
