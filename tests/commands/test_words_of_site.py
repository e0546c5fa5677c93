"""The guard reads the built site too: what no file of the council says alone, a page must not say either."""

from pathlib import Path

import pytest

from generator.audit.built_site import read_site
from generator.commands.build import build
from generator.commands.outcome import Exit
from generator.commands.words_of_site import personal_data_in
from generator.records.assemble import read_council
from tests.audit.hidden_council import AS_AT, hidden_council
from tests.councils.making import checked, made_council

PAGE = "<!doctype html><html><head><title>Help</title>{head}</head><body><main>{body}</main></body></html>"


def told(tmp_path: Path, body: str = "", head: str = "", change: str = "") -> list[str]:
    """What is told of a site of one page."""
    records, _ = checked(made_council(tmp_path / "council", change))
    assert records is not None
    (tmp_path / "site").mkdir()
    (tmp_path / "site/help.html").write_text(PAGE.format(body=body, head=head), encoding="utf-8")
    return [f"{problem.place} {problem.code}" for problem in personal_data_in(read_site(tmp_path / "site"), records)]


@pytest.mark.parametrize(
    ("body", "head", "code"),
    [
        ("<p>Ask <b>Mrs</b> Bloggs.</p>", "", "personal-name"),
        ("<td>Tom, 14, said so.</td>", "", "personal-age"),
        ('<img src="a.svg" alt="The home at 9 St Mary\'s Road">', "", "personal-address"),
        ("", '<meta name="description" content="Case number 104233">', "personal-case-number"),
        ("", "<title>Ring 07911 123456</title>", "personal-telephone"),
    ],
)
def test_personal_data_on_a_page_is_found_by_its_kind(tmp_path: Path, body: str, head: str, code: str) -> None:
    assert told(tmp_path, body, head) == [f"help.html {code}"]


def test_one_kind_is_told_once_a_page(tmp_path: Path) -> None:
    assert told(tmp_path, "<p>Ask Mrs Bloggs.</p><p>Or Mr Bloggs.</p>") == ["help.html personal-name"]


def test_words_of_two_blocks_are_not_read_together(tmp_path: Path) -> None:
    assert told(tmp_path, "<p>Mrs</p><p>Bloggs</p><ul><li>born on</li><li>3 May 2011</li></ul>") == []


def test_what_the_council_allows_is_allowed_on_its_pages(tmp_path: Path) -> None:
    assert told(tmp_path, "<p>Call 01632 960123 or front-door@exampleshire.example.</p>") == []


def test_a_template_of_the_council_with_personal_data_publishes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = hidden_council(tmp_path / "council")
    product = Path(__file__).parents[2] / "templates/pages/search.md.j2"
    (folder / "templates/pages").mkdir(parents=True)
    (folder / "templates/pages/search.md.j2").write_text(product.read_text(encoding="utf-8") + "\n\nAsk Mrs Bloggs.\n", encoding="utf-8")
    assert read_council(folder, AS_AT)[0] is not None
    assert build(folder, tmp_path / "site", AS_AT) is Exit.UNSAFE
    said = capsys.readouterr()
    assert "error personal-name\n  search/index.html\n" in said.out
    assert "Bloggs" not in said.out + said.err
    assert not (tmp_path / "site").exists()
