"""The audit finds every page that may be framed and should not, and whatever a framed page should not hold."""

from pathlib import Path

import pytest

from generator.audit import audit
from generator.audit.built_site import read_site
from generator.audit.framing import framed_pages

INERT = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'"
CLOSED = "/*\n  X-Frame-Options: DENY\n/\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"
HEADERS = f"{CLOSED}/index.html\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n/embed/*\n  Content-Security-Policy: {INERT}; frame-ancestors *\n"


def found(folder: Path, chart: str = "", *, policy: str = INERT, headers: str = HEADERS) -> list[tuple[str, str]]:
    (folder / "embed" / "visits").mkdir(parents=True)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    (folder / "index.html").write_text("<!doctype html><form></form>", encoding="utf-8")
    (folder / "embed" / "visits" / "index.html").write_text(f"<!doctype html>{meta}<h1>One</h1>{chart}", encoding="utf-8")
    (folder / "_headers").write_text(headers, encoding="utf-8")
    return [(one.place.file, one.found.removeprefix("The built file ")) for one in framed_pages(read_site(folder))]


def test_a_chart_to_be_framed_beside_pages_that_may_not_gives_no_alarm(tmp_path: Path) -> None:
    assert found(tmp_path, '<a href="../../" target="_blank" rel="noopener">The figures</a>') == []


@pytest.mark.parametrize(
    ("chart", "fault"),
    [
        ("<script src=x></script>", "may be framed and holds a script, a form or a button."),
        ("<button>x</button>", "may be framed and holds a script, a form or a button."),
        ('<a href="../../">x</a>', "may be framed and has a link that opens inside the frame."),
    ],
)
def test_what_a_framed_page_should_not_hold_is_found(tmp_path: Path, chart: str, fault: str) -> None:
    assert found(tmp_path, chart) == [("embed/visits/index.html", fault)]


def test_a_framed_page_that_could_do_more_than_show_is_found(tmp_path: Path) -> None:
    loose = INERT.replace("script-src 'none'", "script-src 'self'")
    assert found(tmp_path, policy=loose) == [("embed/visits/index.html", "may be framed and has a policy that lets it do more than show.")]


def test_a_page_that_the_headers_let_others_frame_is_found(tmp_path: Path) -> None:
    against = "may be framed, or not, against what it is made for, by _headers."
    assert found(tmp_path, headers=HEADERS.replace("/index.html\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", "/index.html\n  Content-Security-Policy: default-src 'none'; frame-ancestors *")) == [("index.html", against)]


def test_a_page_with_no_policy_or_two_by_the_headers_is_found(tmp_path: Path) -> None:
    assert found(tmp_path / "none", headers=CLOSED) == [
        ("embed/visits/index.html", "is sent with 0 security policies instead of one, by _headers."),
        ("index.html", "is sent with 0 security policies instead of one, by _headers."),
    ]
    twice = HEADERS.replace("/*\n", "/*\n  Content-Security-Policy: default-src 'none'\n", 1)
    assert [fault for _, fault in found(tmp_path / "two", headers=twice)] == ["is sent with 2 security policies instead of one, by _headers."] * 2


def test_a_number_planted_in_a_framed_chart_is_found(site_copy: Path) -> None:
    chart = next(path for path in sorted(site_copy.glob("embed/*/index.html")) if 'class="desc"' in path.read_text(encoding="utf-8"))
    assert not audit(site_copy)
    text = chart.read_text(encoding="utf-8")
    chart.write_text(text.replace('<p class="desc">', '<p class="desc">In all 777 children. '), encoding="utf-8")
    assert {problem.place.file for problem in audit(site_copy)} == {chart.relative_to(site_copy).as_posix()}


def test_search_engines_are_led_to_the_figure_s_own_page_and_not_to_the_framed_chart(hidden_site: Path) -> None:
    sitemap = (hidden_site / "sitemap.xml").read_text(encoding="utf-8")
    framed = sorted(hidden_site.glob("embed/**/index.html"))
    assert framed
    assert all('<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8") for path in framed)
    assert "/figures/homes/" in sitemap
    assert "/embed/" not in sitemap
    assert "/search/" not in sitemap
