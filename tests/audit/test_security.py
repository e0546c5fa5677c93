"""The audit finds whatever could run code, and every way in which a policy can be missing or loose."""

from pathlib import Path

import pytest

from generator.audit.built_site import read_site
from generator.audit.security import unsafe_markup

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"


def page(body: str = "", policy: str = STRICT, before: str = "") -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    return f"<!doctype html><html><head><meta charset=utf-8>{before}{meta}</head><body><h1>One</h1>{body}</body></html>"


def found(folder: Path, text: str, name: str = "index.html") -> list[str]:
    (folder / ".well-known").mkdir(exist_ok=True)
    (folder / ".well-known" / "security.txt").write_text("Contact: https://exampleshire.example/\n")
    (folder / name).write_text(text, encoding="utf-8")
    return [problem.found.removeprefix("The built file ") for problem in unsafe_markup(read_site(folder))]


@pytest.mark.parametrize(
    "body",
    [
        '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><a href="https://www.gov.uk/">out</a>',
        '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>',
        '<svg viewBox="0 0 1 1"><title>x</title></svg><a href="tel:999">999</a>',
    ],
)
def test_a_clean_page_gives_no_alarm(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, page(body)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>alert(1)</script>", "has a script in it that its policy does not name."),
        ("<p onclick=x()>x</p>", "has an onclick attribute on <p>."),
        ("<svg onload=x()></svg>", "has an onload attribute on <svg>."),
        ('<p style="color:red">x</p>', "has a style attribute on <p>."),
        ("<style>p{}</style>", "has a <style>."),
        ("<iframe src=x></iframe>", "has a <iframe>."),
        ('<a href="java&#x73;cript:x">x</a>', "has an address that is code in href on <a>."),
        ('<a href=" \tjava\nscript:x">x</a>', "has an address that is code in href on <a>."),
        ('<form action="JAVASCRIPT:x"></form>', "has an address that is code in action on <form>."),
        ('<button formaction="javascript:x"></button>', "has an address that is code in formaction on <button>."),
        ('<img src="data:image/svg+xml,x">', "has an address that is code in src on <img>."),
        ('<svg><a xlink:href="javascript:x"></a></svg>', "has an address that is code in xlink:href on <a>."),
        ('<meta http-equiv="refresh" content="0;url=x">', "sends its reader elsewhere by <meta>."),
        ('<p title="a" title="b">x</p>', "has an attribute twice on <p>."),
        ("<base href=x>", "has a <base>."),
    ],
)
def test_what_could_run_is_found(tmp_path: Path, body: str, expected: str) -> None:
    assert found(tmp_path, page(body)) == [expected]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", "has 0 security policies instead of one."),
        (STRICT.replace("default-src 'none'; ", ""), "has a policy without default-src 'none'."),
        (STRICT.replace("base-uri 'none'; ", ""), "has a policy without base-uri 'none'."),
        (STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), "has a loose policy: script-src allows something else than the site itself."),
        (STRICT.replace("img-src 'self'", "img-src 'self' https:"), "has a loose policy: img-src allows something else than the site itself."),
        (STRICT.replace("connect-src 'self'", "connect-src 'self' https://evil.example"), "has a loose policy: connect-src allows something else than the site itself."),
        (STRICT.replace("style-src 'self'", "style-src 'self' 'wasm-unsafe-eval'"), "has a loose policy: style-src allows something else than the site itself."),
        (STRICT + "; script-src 'none'", "names script-src twice in its policy."),
    ],
)
def test_a_missing_or_loose_policy_is_found(tmp_path: Path, policy: str, expected: str) -> None:
    assert found(tmp_path, page(policy=policy)) == [expected]


def test_a_policy_that_comes_too_late_is_found(tmp_path: Path) -> None:
    assert found(tmp_path, page(before="<script src=x.js></script>")) == ["has its policy after a <script>."]


def test_two_policies_are_found(tmp_path: Path) -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    assert found(tmp_path, page(before=meta)) == ["has 2 security policies instead of one."]


def test_a_script_that_the_policy_names_may_stay(tmp_path: Path) -> None:
    digest = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    policy = STRICT.replace("script-src 'self'", f"script-src 'self' {digest}")
    assert found(tmp_path, page("<script>alert(1)</script>", policy)) == []


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (SVG.format("<title>&lt;script&gt;</title><g><text>a</text></g>"), []),
        (SVG.format("<script>alert(1)</script>"), ["is a drawing with an element that only pages may have."]),
        (SVG.format("<foreignObject/>"), ["is a drawing with an element that only pages may have."]),
        (SVG.format("<g onload='x'/>"), ["has an onload attribute on <g>."]),
        (SVG.format("<g style='x'/>"), ["has a style attribute on <g>."]),
        (SVG.format("<image href='https://evil.example/x'/>"), ["is a drawing with an element that only pages may have.", "is a drawing that leads or loads elsewhere."]),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("&a;"), ["is a drawing with a declaration, a comment or an instruction in it."]),
        ("<?xml-stylesheet href='x'?>" + SVG.format(""), ["is a drawing with a declaration, a comment or an instruction in it."]),
        (SVG.format("<g>"), ["is a drawing that is not well-formed XML."]),
    ],
)
def test_what_a_drawing_must_not_hold_is_found(tmp_path: Path, drawing: str, expected: list[str]) -> None:
    assert found(tmp_path, drawing, "a.svg") == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("feed.xml", "<feed><a>&lt;script&gt;</a></feed>", []),
        ("feed.xml", "<feed><a></feed>", ["is not well-formed XML."]),
        ("feed.xml", "<!DOCTYPE feed [<!ENTITY a 'b'>]><feed>&a;</feed>", ["is XML with a declaration or a style sheet in it."]),
        ("a.json", '{"a": [1, null, "\\u003c"]}', []),
        ("a.json", '{"a": NaN}', ["is not JSON that every program reads."]),
        ("a.json", '{"a": 1', ["is not JSON that every program reads."]),
        ("a.json", "[" * 100_000, ["is not JSON that every program reads."]),
    ],
)
def test_data_files_are_read_as_programs_read_them(tmp_path: Path, name: str, text: str, expected: list[str]) -> None:
    assert found(tmp_path, text, name) == expected


def test_a_site_without_security_txt_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page())
    assert [problem.place.file for problem in unsafe_markup(read_site(tmp_path))] == [".well-known/security.txt"]
