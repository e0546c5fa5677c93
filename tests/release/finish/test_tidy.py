"""What the theme leaves behind and no page uses is taken away; what a page says is not touched."""

from pathlib import Path

from generator.release.finish.tidy import tidy, tidy_page


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_no_part_of_the_themes_bundles_is_published(site: Path) -> None:
    names = set(files(site))
    assert {
        "assets/site.css",
        "assets/site.js",
        "assets/search.js",
        "assets/council.css",
        "assets/favicon.svg",
    } <= names
    assert [
        name
        for name in names
        if name.startswith("assets/") and ("javascripts" in name or "stylesheets" in name or "images" in name)
    ] == []
    assert "sitemap.xml.gz" not in names


def test_no_page_keeps_the_themes_unused_bones(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert [
            bone
            for bone in ("md-toggle", "md-overlay", "md-dialog", "md-skip", "no-js", "__config")
            if bone in text
        ] == []


def test_no_page_has_an_inline_script(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "<script>" not in path.read_text(encoding="utf-8")


def test_the_sitemap_does_not_hold_the_day_of_the_build(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/sub/figures/caseload/" in sitemap
    assert "lastmod" not in sitemap


def test_tidying_twice_is_as_once(site: Path) -> None:
    before = files(site)
    tidy(site)
    assert files(site) == before


def test_what_shows_blank_lines_keeps_them() -> None:
    page = "<html><body>\n\n<pre>a\n\n\nb  \n</pre>\n</body></html>"
    assert tidy_page(page) == page


def test_blank_lines_between_elements_go() -> None:
    assert tidy_page("<p>a</p>   \n\n  \n<p>b</p>\n") == "<p>a</p>\n<p>b</p>\n"


def test_a_reader_who_writes_of_the_theme_is_not_edited() -> None:
    page = "<p>The class md-toggle and &lt;div data-md-component=&quot;skip&quot;&gt; are the theme’s.</p>"
    assert tidy_page(page) == page
