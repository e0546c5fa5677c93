"""Takes out of the built folder what no page uses: bones of the theme, its bundles, dates of the build.

Nothing here knows what a page says; text, attributes and scripts of the pages are left as they are.
"""

import re
import shutil
from pathlib import Path

THEME_FOLDERS = ("assets/javascripts", "assets/stylesheets", "assets/images")
"""Where Material puts bundles, search workers and pictures that these pages never load."""
BUILD_FILES = ("sitemap.xml.gz",)
"""Made by MkDocs from the day of the build."""

_LEFTOVERS = tuple(
    (sign, re.compile(pattern, re.DOTALL))
    for sign, pattern in (
        ("md-toggle", r'\s*<input class="md-toggle" data-md-toggle="(?:drawer|search)" type="checkbox" id="__(?:drawer|search)" autocomplete="off">'),
        ("md-overlay", r'\s*<label class="md-overlay" for="__drawer"></label>'),
        ('"skip"', r'\s*<div data-md-component="skip">.*?</div>'),
        ('"announce"', r'\s*<div data-md-component="announce">\s*</div>'),
        ("md-dialog", r'\s*<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>'),
    )
)
"""Each with a sign that a page must hold before the pattern is tried on all of it."""
_NO_JS = re.compile(r'(<html lang="[^"]*") class="no-js">')
_KEPT_AS_TYPED = re.compile(r"<(?:pre|textarea|script)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)|[ \t]+(?=\n)")
_LAST_CHANGED = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def tidy(site: Path) -> None:
    """Take the unused parts out of every page and every unused file out of the folder."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        tidied = tidy_page(text)
        if tidied != text:
            path.write_text(tidied, encoding="utf-8")
    for name in (*THEME_FOLDERS, *BUILD_FILES):
        unused = site / name
        if unused.is_dir() and not (unused / "index.html").exists():
            shutil.rmtree(unused)
        elif unused.is_file():
            unused.unlink()
    sitemap = site / "sitemap.xml"
    if sitemap.exists():
        sitemap.write_text(_LAST_CHANGED.sub("", sitemap.read_text(encoding="utf-8")), encoding="utf-8")


def tidy_page(text: str) -> str:
    """One page without the theme's unused bones; blank lines go too, where no element shows them."""
    for sign, leftover in _LEFTOVERS:
        if sign in text:
            text = leftover.sub("", text, count=2)
    text = _NO_JS.sub(r"\1>", text, count=1)
    return text if _shows_blank_lines(text) else _BLANK_LINES.sub("", text)


def _shows_blank_lines(text: str) -> bool:
    inline = (found.group() for found in _KEPT_AS_TYPED.finditer(text))
    return (
        any(tag.lower() != "<script" for tag in inline)
        or re.search(r"<script(?![^>]*\bsrc=)", text) is not None
    )
