"""After the boundary, text can only be text."""

import html

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.release.escaping import as_text

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;script&gt;",
    "[x](javascript:1)",
    '{: onclick="x" }',
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "a | b",
    "# heading",
    "1. one",
    "- one",
    "+ one",
    "    code",
    "*a* _b_ `c`",
    "![x](y)",
    "<https://evil.example>",
    "Setext\n====",
    "[a]: https://evil.example",
    "&#106;avascript:alert(1)",
]


def rendered(text: str) -> str:
    return markdown.markdown(f"{as_text(text)}", extensions=["toc", "tables"])


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_comes_out_as_it_was_typed(attack: str) -> None:
    made = rendered(attack)
    assert made.startswith("<p>")
    assert made.endswith("</p>")
    inside = made.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside
    assert html.unescape(inside).split() == attack.split()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_no_text_becomes_markup(text: str) -> None:
    made = rendered(f"x{text}")
    inside = made.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside
    assert html.unescape(inside).split() == f"x{text}".split()


def test_text_in_an_attribute_cannot_leave_it() -> None:
    assert '"' not in as_text('"><b>')
    assert "'" not in as_text("' onclick='x")
