"""What has gone out of date by a day."""

from datetime import date, timedelta
from pathlib import Path

from generator.disclosure.door import protect
from generator.release.analyse.areas import analyse
from generator.release.staleness import Stale, StaleKind, as_markdown, as_text, stale, summary
from tests.councils.making import checked, made_council


def stale_on(folder: Path, day: date, change: str = "") -> tuple[Stale, ...]:
    records, problems = checked(made_council(folder, change))
    assert records, problems
    publication = protect(records)
    return stale(publication, analyse(publication, day))


def test_nothing_is_out_of_date_before_its_day(tmp_path: Path) -> None:
    found = stale_on(tmp_path, date(2026, 11, 22))
    assert found == ()
    assert as_markdown(found) == ""
    assert as_text(found) == "Nothing is out of date.\n"


def test_a_figure_is_out_of_date_on_the_day_after_it_was_expected(tmp_path: Path) -> None:
    assert stale_on(tmp_path, date(2026, 12, 15)) == ()
    (figure,) = stale_on(tmp_path, date(2026, 12, 16))
    assert (figure.kind, figure.title, figure.since) == (StaleKind.FIGURE, "Return interviews offered in time", date(2026, 12, 15))


def test_everything_past_its_day_is_listed_by_kind(tmp_path: Path) -> None:
    found = stale_on(tmp_path, date(2028, 1, 2))
    assert [(one.kind.noun, one.title) for one in found if one.kind is not StaleKind.PAGE] == [
        ("figure", "Return interviews offered in time"),
        ("commitment", "Open a second children's home"),
        ("event", "Inspectors are expected"),
        ("contact", "Exampleshire children's front door"),
    ]
    pages = [one for one in found if one.kind is StaleKind.PAGE]
    assert len(pages) == len(list((tmp_path / "site_src").rglob("*.md")))
    assert summary([one for one in found if one not in pages]) == "One figure, one commitment, one event and one contact out of date."


def test_the_list_can_be_ticked_off_and_its_words_can_only_be_words(tmp_path: Path) -> None:
    change = "in data/indicators.yml\n-   title: Return interviews offered in time\n+   title: Interviews @team [in time](x)\n"
    found = stale_on(tmp_path, date(2026, 12, 16), change)
    assert as_markdown(found) == (
        "One figure out of date.\n\n### Figures that were expected by now\n\n"
        "* [ ] Interviews &#64;team \\[in time\\]\\(x\\) (since 15 December 2026; data/indicators.yml). "
        "Look at what Department for Education has published, import it, and set next\\_due to the next day.\n"
    )


def test_each_is_out_of_date_from_the_day_after_its_own(tmp_path: Path) -> None:
    records, problems = checked(made_council(tmp_path))
    assert records, problems
    publication = protect(records)

    def on(day: date) -> set[tuple[StaleKind, str]]:
        return {(one.kind, one.title) for one in stale(publication, analyse(publication, day))}

    found = stale(publication, analyse(publication, date(2028, 1, 2)))
    assert {one.kind for one in found} >= {StaleKind.PAGE, StaleKind.COMMITMENT, StaleKind.EVENT}
    for one in found:
        if one.kind is not StaleKind.CONTACT:
            assert (one.kind, one.title) not in on(one.since)
            assert (one.kind, one.title) in on(one.since + timedelta(days=1))


def test_a_contact_is_tried_again_in_the_month_of_the_year_after(tmp_path: Path) -> None:
    records, problems = checked(made_council(tmp_path))
    assert records, problems
    publication = protect(records)
    (contact,) = publication.content.council.contacts

    def asked_on(day: date) -> bool:
        return any(one.kind is StaleKind.CONTACT for one in stale(publication, analyse(publication, day)))

    same = contact.checked.replace(day=1, year=contact.checked.year + 1)
    assert asked_on(same)
    assert not asked_on(same - timedelta(days=1))
    assert asked_on(same.replace(year=same.year + 1, month=1))
