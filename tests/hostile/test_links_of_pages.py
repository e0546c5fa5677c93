"""Whatever a page's Markdown is, a link that is not safe is refused before anything is built."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.records.checks.page_links import rendered_targets, safe
from tests.councils.making import checked, made_council, problems_after

PIECES = ["[", "]", "(", ")", "!", "<", ">", "x", " ", "\n", "\n\n", ": ", "[y]:", "[y]", "javascript:alert(1)", "data:text/html,x", "//evil.example/x",
          "https://a@evil.example/", "&#106;avascript:x", "java\tscript:x", "\\", "`", "*", "- ", "> ", "    ", '"t"', "https://www.gov.uk/", "../help/"]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "[x](javascript:alert(1))",
        "[a [b] c](javascript:alert(1))",
        "[![x](x.png)](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](//evil.example/x)",
        "[x](https:evil.example)",
        "[x](https://good.example@evil.example/)",
        "[x]( <data:text/html,x> )",
        "![x](https://evil.example/x.png)",
        "[x](java\\script:alert(1))",
    ],
)
def test_an_unsafe_link_is_refused_with_its_file(tmp_path: Path, words: str) -> None:
    found = problems_after(tmp_path / "council", f"in site_src/help/index.md\n+ \n+ {words}")
    assert ("unsafe-link", "site_src/help/index.md") in {(problem.code, problem.place.file) for problem in found}


def test_an_address_on_a_line_of_its_own_is_refused(tmp_path: Path) -> None:
    found = problems_after(tmp_path / "council", "in site_src/help/index.md\n+ \n+ [x][y]\n+ \n+ [y]:\n+   javascript:alert(1)")
    assert [problem.code for problem in found if problem.severity == "error"] == ["unsafe-link"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_passes_leads_nowhere_unsafe(body: str) -> None:
    if all(safe(target) for target in rendered_targets(body)):
        page = Markdown(extensions=["tables", "toc", "fenced_code"]).convert(body.replace("<", "&lt;"))
        assert 'href="javascript' not in page
        assert 'href="data:' not in page
        assert 'href="//' not in page


def test_ordinary_links_pass(tmp_path: Path) -> None:
    body = "[a](https://www.gov.uk/x?y=1#z) [b](../help/) [c](mailto:a@example.org) [d](tel:999) [e [f]](#here)"
    folder = made_council(tmp_path / "council")
    (folder / "site_src/help/index.md").write_text((folder / "site_src/help/index.md").read_text() + "\n" + body + "\n")
    assert [problem.code for problem in checked(folder)[1] if problem.code == "unsafe-link"] == []
