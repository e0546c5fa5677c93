"""Every page carries a strict policy; markup that the policy would block is refused, and nothing is written then."""

from datetime import date
from pathlib import Path

import pytest

from generator.release.finish.markup import read_markup
from generator.release.finish.policy import (
    SecurityContact,
    UnsafePage,
    content_security_policy,
    script_hash,
    secure,
    with_policy,
)

HEAD = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title></head><body>'
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"


def write(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def policy_of(body: str) -> str:
    return content_security_policy(read_markup(HEAD + body))


def test_a_page_without_scripts_of_its_own_has_the_strict_policy() -> None:
    assert policy_of('<script src="assets/site.js" defer></script>') == STRICT


def test_an_inline_script_is_allowed_by_its_hash_as_a_browser_counts_it() -> None:
    # The example of the Content Security Policy specification, section 8.2.
    assert script_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';" in policy_of(
        "<script>alert('Hello, world.');</script>"
    )


def test_line_ends_are_hashed_as_the_browser_reads_them() -> None:
    assert script_hash("a()\r\nb()\rc()") == script_hash("a()\nb()\nc()")


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json", " Application/JSON "])
def test_data_in_a_script_element_needs_no_hash(kind: str) -> None:
    assert policy_of(f'<script type="{kind}">{{"a": 1}}</script>') == STRICT


def test_only_a_page_that_searches_may_run_webassembly() -> None:
    assert "'wasm-unsafe-eval'" in policy_of('<div data-needs="search"></div>')
    assert "unsafe" not in policy_of("<div></div>")


def test_a_need_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "index.html", '<div data-needs="everything"></div>')
    with pytest.raises(UnsafePage, match=r"^index\.html: a need that no policy knows: everything$"):
        secure(tmp_path)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p style="color:red">', "a style attribute on <p>"),
        ("<style>p{}</style>", "a <style> element"),
        ('<img src="x" onerror="alert(1)">', "an onerror attribute on <img>"),
        ("<svg ONLOAD=alert(1)></svg>", "an onload attribute on <svg>"),
        ('<a href="java\tscript:alert(1)">', "an address that runs as a script in href on <a>"),
        ('<a href="&#106;avascript:alert(1)">', "an address that runs as a script in href on <a>"),
        ('<form action="javascript:alert(1)">', "an address that runs as a script in action on <form>"),
        (
            '<script src="https://evil.example/x.js"></script>',
            "an address of another host in src on <script>",
        ),
        ('<img src="//evil.example/x.png">', "an address of another host in src on <img>"),
        (
            '<link rel="stylesheet" href="https://evil.example/x.css">',
            "an address of another host in href on <link>",
        ),
        (
            '<svg><use href="https://evil.example/x.svg#a"></use></svg>',
            "an address of another host in href on <use>",
        ),
        ('<base href="/elsewhere/">', "a <base> element"),
    ],
)
def test_markup_that_a_strict_policy_blocks_is_refused_by_page_and_kind(
    tmp_path: Path, body: str, fault: str
) -> None:
    write(tmp_path, "areas/index.html", body)
    with pytest.raises(UnsafePage) as caught:
        secure(tmp_path)
    assert str(caught.value) == f"areas/index.html: {fault}"


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://www.gov.uk/">',
        '<link rel="canonical" href="https://example.org/">',
        '<a href="mailto:a@b.example">',
    ],
)
def test_links_that_a_reader_follows_are_not_requests(tmp_path: Path, body: str) -> None:
    write(tmp_path, "index.html", body)
    secure(tmp_path)


def test_a_picture_that_holds_a_script_is_refused(tmp_path: Path) -> None:
    (tmp_path / "chart.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', encoding="utf-8"
    )
    with pytest.raises(UnsafePage, match=r"^chart\.svg: a script$"):
        secure(tmp_path)


def test_nothing_is_written_when_one_page_is_refused(tmp_path: Path) -> None:
    good = write(tmp_path, "a.html", "<p>Good.</p>")
    write(tmp_path, "b.html", '<p onclick="x()">')
    before = good.read_bytes()
    with pytest.raises(UnsafePage):
        secure(tmp_path)
    assert good.read_bytes() == before
    assert not (tmp_path / "_headers").exists()


def test_the_policy_stands_right_after_the_charset_and_twice_is_as_once(tmp_path: Path) -> None:
    page = write(tmp_path, "index.html", "<p>Words.</p><script>a()</script>")
    secure(tmp_path)
    once = page.read_text(encoding="utf-8")
    assert once.startswith(
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="'
    )
    secure(tmp_path)
    assert page.read_text(encoding="utf-8") == once
    assert once.count("Content-Security-Policy") == 1


def test_a_page_keeps_every_character_but_the_policy() -> None:
    page = HEAD + "<p>“£5 & more” {{ 7*7 }} \\1 \\g&lt;0&gt;</p>"
    tags = f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"><meta name="referrer" content="same-origin">'
    assert with_policy(page, STRICT).replace(tags, "") == page


def sections(folder: Path) -> dict[str, list[str]]:
    """The rules of `_headers`: the headers of each address."""
    found: dict[str, list[str]] = {}
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found[line] = []
        else:
            found[list(found)[-1]].append(line.strip())
    return found


def test_the_headers_hold_the_widest_policy_and_what_only_a_header_can_say(tmp_path: Path) -> None:
    write(tmp_path, "a.html", "<script>a()</script>")
    write(tmp_path, "search/index.html", '<div data-needs="search"></div>')
    secure(tmp_path)
    rules = sections(tmp_path)
    assert list(rules) == ["/*", "/", "/a.html", "/search/*"]
    assert rules["/search/*"][0] == (
        f"Content-Security-Policy: default-src 'none'; script-src 'self' {script_hash('a()')} 'wasm-unsafe-eval'; style-src 'self'; "
        "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    assert rules["/"] == rules["/a.html"] == rules["/search/*"]
    assert {"X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "X-Frame-Options: DENY"} <= set(rules["/*"])


def test_only_charts_made_for_it_may_be_framed_and_only_open_data_is_read_by_other_sites(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "<p>Words.</p>")
    write(tmp_path, "data/index.html", "<p>Words.</p>")
    chart = write(tmp_path, "embed/visits/index.html", '<main data-needs="embed"></main>')
    secure(tmp_path)
    rules = sections(tmp_path)
    inert = "script-src 'none'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'"
    assert f"content=\"default-src 'none'; {inert}\"" in chart.read_text(encoding="utf-8")
    assert rules["/embed/*"] == [
        f"Content-Security-Policy: default-src 'none'; {inert}; frame-ancestors *", "Cross-Origin-Resource-Policy: cross-origin",
    ]  # fmt: skip
    assert [address for address, lines in rules.items() if any("frame-ancestors *" in line for line in lines)] == ["/embed/*"]
    assert [address for address, lines in rules.items() if "Access-Control-Allow-Origin: *" in lines] == ["/data/*"]


def test_no_two_rules_for_one_address_name_the_same_header(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "data/index.html", "data/api/index.html", "about/index.html"):
        write(tmp_path, name, "<p>Words.</p>")
    write(tmp_path, "embed/visits/index.html", '<main data-needs="embed"></main>')
    secure(tmp_path)
    rules = sections(tmp_path)
    for address in ("/", "/404.html", "/data/api/", "/about/", "/embed/visits/", "/nowhere"):
        named = [
            line.partition(":")[0]
            for pattern, lines in rules.items()
            if (address.startswith(pattern[:-1]) if pattern.endswith("*") else address == pattern)
            for line in lines
        ]
        assert len(named) == len(set(named)), address
        assert "X-Frame-Options" in named


@pytest.mark.parametrize(
    ("name", "body", "fault"),
    [
        ("about/index.html", '<main data-needs="embed"></main>', "a page in embed/ and only there may be framed"),
        ("embed/visits/index.html", "<main></main>", "a page in embed/ and only there may be framed"),
        ("embed/visits/index.html", '<main data-needs="embed"></main><script src="../a.js"></script>', "a script on a page that may be framed"),
        ("embed/visits/index.html", '<main data-needs="embed"></main><script>a()</script>', "a script on a page that may be framed"),
    ],
)
def test_a_page_that_may_be_framed_stands_in_its_folder_and_runs_nothing(tmp_path: Path, name: str, body: str, fault: str) -> None:
    write(tmp_path, name, body)
    with pytest.raises(UnsafePage) as caught:
        secure(tmp_path)
    assert str(caught.value) == f"{name}: {fault}"


def test_security_txt_says_whom_to_tell_and_until_when(tmp_path: Path) -> None:
    contact = SecurityContact(
        ("mailto:web@exampleshire.gov.uk",),
        date(2027, 11, 22),
        "https://example.org/.well-known/security.txt",
    )
    secure(tmp_path, contact)
    assert (tmp_path / ".well-known" / "security.txt").read_text(encoding="utf-8") == (
        "Contact: mailto:web@exampleshire.gov.uk\nExpires: 2027-11-22T00:00:00.000Z\nPreferred-Languages: en\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )


def test_without_a_contact_there_is_no_security_txt(tmp_path: Path) -> None:
    secure(tmp_path)
    assert not (tmp_path / ".well-known").exists()
