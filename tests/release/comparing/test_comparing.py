"""What the public would see change, and what must not be printed again."""

import json
from pathlib import Path

import pytest

from generator.disclosure.door import protect
from generator.release.analyse.areas import analyse
from generator.release.comparing.differences import NOT_REPEATED, Change, Differences, differences
from generator.release.comparing.passages import passages
from generator.release.comparing.snapshot import NotARelease, Snapshot, snapshot_of, snapshot_of_built
from generator.release.comparing.telling import as_json, as_markdown, as_text, summary
from generator.release.plain_markdown import plain
from tests.councils.making import AS_AT, checked, made_council

LOCAL = "in data/observations/local.csv\n"
OCTOBER = 'interviews-local,E06000999,2026-10,all,14,,,,,RETURNS,"Counted again, ""late"" ones left out"'
AUGUST = "interviews-local,E06000999,2026-08,all,12,,,,,RETURNS,"
KEY = "interviews-local/E06000999/2026-10/all"


def snapshot(folder: Path, change: str = "") -> Snapshot:
    records, problems = checked(made_council(folder, change))
    assert records, problems
    publication = protect(records)
    return snapshot_of(publication, analyse(publication, AS_AT))


def compared(folder: Path, old: str, new: str) -> Differences:
    return differences(snapshot(folder / "old", old), snapshot(folder / "new", new))


def test_nothing_differs_between_a_folder_and_itself(tmp_path: Path) -> None:
    found = compared(tmp_path, "", "")
    assert not found
    assert summary(found) == "The public would see no change."
    assert as_text(found) == "The public would see no change.\n"


def test_a_changed_figure_is_told_with_what_it_was(tmp_path: Path) -> None:
    found = compared(tmp_path, "", f"{LOCAL}- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',15,')}\n")
    (figure,) = found.figures
    assert (figure.change, figure.figure.key, figure.before, figure.after) == (Change.CHANGED, KEY, "14", "15")
    assert "| Return interviews held each month | Exampleshire, October 2026 | 14 | 15 |" in as_markdown(found)
    assert f"figure changed: {KEY} was 14; 15\n" in as_text(found)
    page = next(one for one in found.pages if one.address == "figures/interviews-local/")
    assert any("14" in words.before and "15" in words.after for words in page.words)


def test_a_number_that_is_hidden_now_is_printed_nowhere(tmp_path: Path) -> None:
    old = f"{LOCAL}- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',9713,')}\n"
    new = f"{LOCAL}- {OCTOBER}\n+ {OCTOBER.replace(',14,,,,', ',,,,c,')}\n"
    found = compared(tmp_path, old, new)
    (figure,) = found.figures
    assert (figure.before, figure.after) == (NOT_REPEATED, "[c]")
    for told in (as_text(found), as_markdown(found), as_json(found)):
        assert "9713" not in told
        assert "9,713" not in told


def test_a_number_of_people_that_is_gone_is_printed_nowhere_and_its_page_title_neither(tmp_path: Path) -> None:
    old = f"{LOCAL}- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',9713,')}\n"
    new = f"{LOCAL}- {OCTOBER}\n"
    found = compared(tmp_path, old, new)
    assert [(one.change, one.figure.key, one.before, one.after) for one in found.figures] == [(Change.WITHDRAWN, KEY, NOT_REPEATED, "")]
    for told in (as_text(found), as_markdown(found), as_json(found)):
        assert "9713" not in told
        assert "9,713" not in told


def test_an_old_number_that_is_still_shown_elsewhere_may_be_told(tmp_path: Path) -> None:
    found = compared(tmp_path, "", f"{LOCAL}- {AUGUST}\n+ {AUGUST.replace(',12,', ',13,')}\n")
    assert [(one.before, one.after) for one in found.figures] == [("12", "13")]


def test_a_new_page_and_changed_words_are_told(tmp_path: Path) -> None:
    page = (
        "in site_src/help/10-new.md\n+ ---\n+ title: Somewhere to turn\n+ description: Where to turn.\n+ section: help\n+ order: 1\n"
        "+ reviewed: 2026-11-01\n+ review_by: 2027-05-01\n+ ---\n+ \n+ Call *us* | now.\n"
    )
    promise = (
        "in data/actions.csv\n"
        '- more-homes,Open a second children\'s home,"Cllr Alex Sample, lead member for children",2025-07-01,spring 2027,2027,promised,2025-07-01,No opening date is known.,enough-homes,homes,no,NEWS,,\n'
        '+ more-homes,Open a second children\'s home,"Cllr Alex Sample, lead member for children",2025-07-01,spring 2027,2027,done,2025-07-01,It is open.,enough-homes,homes,no,NEWS,,\n'
    )
    found = compared(tmp_path, "", page + promise)
    assert [(one.change, one.address, one.title) for one in found.pages if one.change is Change.ADDED] == [(Change.ADDED, "help/new/", "Somewhere to turn")]
    assert [(one.kind, one.id, one.before, one.after) for one in found.statuses] == [("commitment", "more-homes", "Nothing heard since", "Reported done")]
    assert "| Commitment | Open a second children's home | Nothing heard since | Reported done |" in as_markdown(found)
    document = json.loads(as_json(found))
    assert document["statuses"] == [
        {"kind": "commitment", "id": "more-homes", "title": "Open a second children's home", "before": "Nothing heard since", "after": "Reported done"}
    ]


def test_a_page_that_is_gone_is_told_without_its_title(tmp_path: Path) -> None:
    page = (
        "in site_src/help/10-new.md\n+ ---\n+ title: The 9713 of us\n+ description: Where to turn.\n+ section: help\n+ order: 1\n"
        "+ reviewed: 2026-11-01\n+ review_by: 2027-05-01\n+ ---\n+ \n+ Call us.\n"
    )
    found = compared(tmp_path, page, "")
    assert [(one.change, one.address, one.title) for one in found.pages if one.address == "help/new/"] == [(Change.WITHDRAWN, "help/new/", "")]


def test_figures_of_other_areas_are_counted_not_listed(tmp_path: Path) -> None:
    change = "in data/observations/imported/national.csv\n- return-interviews,E06000997,2024-25,all,,,,c,final,STATS,\n+ return-interviews,E06000997,2024-25,all,64,,,,final,STATS,\n"
    told = as_markdown(compared(tmp_path, "", change))
    assert "### Figures of other areas\n\n* Return interviews offered in time: one figure changed\n" in told
    assert "Testbury" not in told.split("### Pages")[0]


def test_a_folder_without_figures_is_no_release() -> None:
    with pytest.raises(NotARelease, match=r"data/figures\.csv is not there"):
        snapshot_of_built(lambda _: None)
    with pytest.raises(NotARelease, match="a table of figures has no column indicator"):
        snapshot_of_built(lambda name: "a,b\n1,2\n" if name == "data/figures.csv" else None)


def test_a_page_is_read_as_the_passages_that_a_reader_sees() -> None:
    page = (
        '<header>Menu</header><div id="main"><h1>One</h1><p>Two <span data-figures="a/b/c/all">3</span>.<br>Four</p>'
        '<table><tr><td data-figures="x/y/z/all">5</td></tr></table><svg><text>no</text></svg><div data-pagefind-ignore><p>nor this</p></div>'
        "<script>nor()</script><p>Last</p></div><footer>End</footer>"
    )
    found = passages(page)
    assert [one.text for one in found] == ["One", "Two 3. Four", "5", "Last"]
    assert found[1].keys == frozenset({"a/b/c/all"})
    assert [one.cell for one in found] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", "a \\| b"),
        ("<b>@team</b>", "&lt;b\\>&#64;team&lt;/b\\>"),
        ("see https://example.org/x_y", "see https&#58;//example.org/x\\_y"),
        ("**#1** [x](y)", "\\*\\*\\#1\\*\\* \\[x\\]\\(y\\)"),
        ("up-to-date: 3", "up-to-date: 3"),
        ("two\nlines", "two lines"),
    ],
)
def test_text_in_a_summary_can_only_be_text(text: str, written: str) -> None:
    assert plain(text) == written
