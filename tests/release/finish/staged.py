"""A small site of an invented council: enough pages to see the shell in every state it has."""

from pathlib import Path

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'
"""Text that a page's title, description, crumbs and related pages are made of, on one page."""

_FINDINGS = "".join(
    f'<li data-themes="{themes}" data-tone="{tone}"><span class="no">{number}</span> <div><p>{words}</p></div> '
    f'<span class="tag {tone}">{tone}</span></li>'
    for number, themes, tone, words in (
        (1, "supervision", "concern", "Supervision is not frequent enough."),
        (2, "in-care", "strength", "Children trust the adults who look after them."),
        (3, "in-care homes", "mixed", "Plans for homes are sound, but slow."),
    )
)

PAGES = {
    "index.md": (
        "title: Is it getting better?\nsection: home\n",
        (
            '<section class="answer"><p class="kicker">Is it getting better?</p><h1>Too early to say that services have improved</h1>'
            '<p class="lead">Seven areas must improve.</p></section>\n'
            '<div class="scroll" tabindex="0" role="region" aria-label="Judgements"><table class="judge">'
            '<caption>Judgements</caption><thead><tr><td></td><th scope="col">2017</th><th scope="col">2025</th></tr></thead>'
            '<tbody><tr><th scope="row">Overall</th><td data-label="2017"><span class="grade g2">Good</span></td>'
            '<td data-label="2025"><span class="grade g3">Requires improvement</span></td></tr></tbody></table></div>\n'
            '<ol class="areas"><li><a href="areas/"><span class="no">1</span> <span class="what"><strong>Supervision</strong></span> '
            '<span class="spark"></span> <span class="tag worse"><span aria-hidden="true">▼</span> Evidence it got worse</span></a></li></ol>'
        ),
    ),
    "figures/caseload/index.md": (
        (
            "title: Caseloads\nsection: figures\nsection_title: Figures\ndescription: Cases for each social worker\n"
            "keywords: [overworked]\ncrumbs:\n  - {title: Figures, href: figures/}\n"
        ),
        (
            '<h1>Caseloads rose to 19.5 cases for each social worker</h1>\n<dl class="keys"><div><dt>Here</dt><dd>19.5 <small>cases</small></dd></div>'
            '<div><dt>Lower is better</dt><dd><span class="tag worse">Evidence it got worse</span></dd></div></dl>'
        ),
    ),
    "inspections/index.md": (
        "title: Inspections\nsection: inspections\n",
        (
            '<h1>Inspections</h1>\n<form class="filters" data-filters-for="found" aria-label="Filter the findings">'
            '<label>Theme <select name="themes"><option value="">All</option><option value="in-care">In care</option></select></label>'
            '<label><input type="checkbox" name="tone" value="mixed"> Mixed</label><label>Words <input type="search" name="words"></label>'
            f'<button type="reset">Clear</button></form>\n<ol class="findings" id="found">{_FINDINGS}</ol>'
        ),
    ),
    "fostering/index.md": (
        "title: Foster with us\nsection: fostering\ncontents: true\nreviewed: 2026-11-12\n",
        (
            "# Becoming a foster carer takes about six months\n\n"
            '<p class="lead">You can stop at any time.</p>\n\n'
            '<div class="contact"><h2>Call us</h2><p class="tel"><a href="tel:+441632960123">01632 960123</a></p></div>\n\n'
            "## Steps & stages\n\nTalk to us.\n\n## Money\n\nAn allowance is paid for every child.\n\n## Support\n\nTraining."
        ),
    ),
    "search/index.md": ("title: Search\ntemplate: search.html\nneeds: [search]\nunlisted: true\n", ""),
    "areas/index.md": (
        (
            f"title: {HOSTILE!r}\ndescription: {HOSTILE!r}\nkeywords: {HOSTILE!r}\nsection_title: {HOSTILE!r}\nsection: areas\n"
            f"crumbs:\n  - {{title: {HOSTILE!r}, href: areas/}}\nrelated:\n  - {{title: {HOSTILE!r}, href: figures/caseload/}}\n"
        ),
        "Words.",
    ),
}
PLAIN = (
    "commitments", "help", "sources", "data", "a-to-z", "about/accessibility", "about/protecting-identities",
    "about/corrections", "about/privacy", "about/contact",
)  # fmt: skip
"""Pages that the shell links to and that say nothing of their own here."""


def stage(docs: Path) -> None:
    """Write the pages and assets that a build stages."""
    plain = {f"{name}/index.md": (f"title: {name}\n", f"# Page of {name}") for name in PLAIN}
    for name, (meta, body) in {**PAGES, **plain}.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{meta}---\n\n{body}\n", encoding="utf-8")
    (docs / "feed.xml").write_text("<feed/>", encoding="utf-8")
