"""Pages to Markdown: one Jinja environment, one escaping boundary, and the few marks that templates use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.figures import Figure, Publication
from generator.model import Indicator, Source
from generator.periods import in_words, parse_partial_date
from generator.release import words
from generator.release.analyse.areas import Analysis
from generator.release.escaping import as_text
from generator.release.freshness import freshness_of_page
from generator.release.open_data.terms import LICENCE_NAME, LICENCE_URL, citation
from generator.release.page import NAVIGATION, Page, link
from generator.release.words import Sentence
from generator.vocabulary import Grade, Movement, Progress, Tone

NAMED = re.compile(r"(?P<before>\bdisagreement )?\b(?P<name>(?=[\w-]*[A-Z0-9])[A-Za-z0-9][\w-]*)")
"""A word that may be the id of a source or of a disagreement: it has a capital letter or a digit."""
PROGRESS_CLASS = {
    Progress.BETTER: "better",
    Progress.WORSE: "worse",
    Progress.NO_CLEAR_CHANGE: "same",
    Progress.CHANGED: "flat",
    Progress.TOO_LITTLE: "few",
    Progress.NOT_MEASURED: "none",
}
GRADE_CLASS = {
    Grade.OUTSTANDING: "g1",
    Grade.GOOD: "g2",
    Grade.REQUIRES_IMPROVEMENT: "g3",
    Grade.ADEQUATE: "g3",
    Grade.INADEQUATE: "g4",
}
TONE_MARK = {Tone.STRENGTH: ("better", "▲"), Tone.MIXED: ("few", "◐"), Tone.CONCERN: ("worse", "▼")}
MOVEMENT_MARK = {
    Movement.NEVER_FIXED: ("worse", "▼"),
    Movement.CAME_BACK: ("worse", "▼"),
    Movement.FELL_BACK: ("worse", "▼"),
    Movement.STILL_A_CONCERN: ("worse", "▼"),
    Movement.WORSENED: ("worse", "▼"),
    Movement.NEW: ("same", "●"),
    Movement.SLIPPED: ("few", "◐"),
    Movement.MIXED: ("few", "◐"),
    Movement.MIXED_NOW: ("few", "◐"),
    Movement.NOT_RAISED_NOW: ("none", "○"),
    Movement.IMPROVED: ("better", "▲"),
    Movement.IMPROVED_AND_HELD: ("better", "▲"),
    Movement.STRENGTH_THROUGHOUT: ("better", "▲"),
}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks that templates make: links, citations, figures, tags. Each is one element with text inside."""

    publication: Publication
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]

    def cite(self, address: str, source_id: str, place: str = "") -> Markup:
        """A citation: who said it, when and where in it, leading to the source."""
        source = self.sources[source_id]
        label = self.source_label(source)
        where = f", {place}" if place else ""
        target = as_text(link(address, f"sources/#{source.id}"))
        printed = Markup(' data-address="{}"').format(as_text(source.url)) if source.url else Markup("")
        return Markup('<a class="cite" href="{}"{}>{}{}</a>').format(target, printed, as_text(label), as_text(where))

    def source_label(self, source: Source) -> str:
        """A source in a few words: publisher and year."""
        year = f" {source.published[:4]}" if source.published else ", undated"
        return f"{source.publisher}{year}"

    def noted(self, address: str, text: str) -> Markup:
        """A note whose names of sources and disagreements lead to them, said in words and not in letters and numbers."""
        subjects = {conflict.id: conflict.subject for conflict in self.publication.content.conflicts}
        parts: list[Markup] = []
        last = 0
        for matched in NAMED.finditer(text):
            name = matched.group("name")
            if name in subjects:
                said = Markup('<a href="{}">disagreement “{}”</a>').format(as_text(link(address, f"figures-that-disagree/#{name}")), as_text(subjects[name]))
            elif name in self.sources:
                said = as_text(matched.group("before") or "") + self.cite(address, name)
            else:
                continue
            parts += [as_text(text[last : matched.start()]), said]
            last = matched.end()
        return Markup("").join([*parts, as_text(text[last:])])

    def figure(self, figure: Figure, *, full: bool = False) -> Markup:
        """A figure that carries its key, so that a reader and the audit can trace it."""
        indicator = self.indicators[figure.indicator]
        printed = words.in_full(figure, indicator) if full else words.shown(figure, indicator)
        return Markup('<span class="num" data-figures="{}">{}</span>').format(as_text(figure.key), as_text(printed))

    def say(self, sentence: Sentence | str) -> Markup:
        """A sentence that carries the keys of its figures."""
        if isinstance(sentence, str):
            return as_text(sentence)
        if not sentence.keys:
            return as_text(sentence.text)
        keys = as_text(" ".join(sentence.keys))
        return Markup('<span data-figures="{}">{}</span>').format(keys, as_text(sentence.text))

    def progress(self, progress: Progress) -> Markup:
        """A progress word with its shape."""
        return _tag(PROGRESS_CLASS[progress], progress.shape, progress.label)

    def tone(self, tone: Tone) -> Markup:
        """A finding's tone with its shape."""
        return _tag(*TONE_MARK[tone], tone.label)

    def movement(self, movement: Movement) -> Markup:
        """How an issue moved, with its shape."""
        return _tag(*MOVEMENT_MARK[movement], movement.label)

    def grade(self, grade: Grade | None) -> Markup:
        """A grade as a bordered label; a dash in words where there was none."""
        if grade is None:
            return Markup('<span class="grade g0">Not judged</span>')
        return Markup('<span class="grade {}">{}</span>').format(GRADE_CLASS[grade], as_text(grade.label))


def _tag(kind: str, shape: str, label: str) -> Markup:
    return Markup('<span class="tag {}"><span aria-hidden="true">{}</span> {}</span>').format(kind, shape, as_text(label))


def environment(template_folders: tuple[Path, ...]) -> Environment:
    """The template environment: a council's own folder first, then the product's; every value is escaped."""
    loader = ChoiceLoader([FileSystemLoader(folder) for folder in template_folders])
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=as_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["day"] = in_words
    made.filters["partial"] = partial_date
    made.filters["capital"] = words.capital
    made.filters["telephone_link"] = lambda text: f"tel:{text.replace(' ', '')}"
    return made


def partial_date(text: str | None) -> str:
    """A year, month, day or span in words; empty for none."""
    parsed = parse_partial_date(text or "")
    return parsed[1] if parsed else ""


def render(templates: Environment, marks: Marks, analysis: Analysis, page: Page) -> str:
    """One page as Markdown with front matter for MkDocs."""
    council = marks.publication.content.council
    body = templates.get_template(page.template).render(
        **page.context,
        page=page,
        council=council,
        analysis=analysis,
        marks=marks,
        link=partial(link, page.address),
        cite=partial(marks.cite, page.address),
        noted=partial(marks.noted, page.address),
        fig=marks.figure,
        say=marks.say,
        words=words,
        tag=marks.progress,
        tone=marks.tone,
        moved=marks.movement,
        grade=marks.grade,
        sources=marks.sources,
        indicators=marks.indicators,
        licence=LICENCE_NAME,
        licence_url=LICENCE_URL,
        citation=partial(citation, marks.publication),
    )
    fresh = freshness_of_page(marks.publication, analysis.as_at, body)
    return f"{front_matter(page, fresh)}\n{body.strip()}\n"


def front_matter(page: Page, fresh: str = "") -> str:
    """The page's meta data as YAML, every value a quoted string; `fresh` says how new its figures are."""
    lines = ["---", f"title: {_quoted(page.title)}", f"description: {_quoted(page.description)}"]
    if page.layout:
        lines.append(f"template: {page.layout}")
        lines.append(f"needs: [{page.layout.removesuffix('.html')}]")
    lines.append(f"section: {_quoted(page.section)}")
    lines.append(f"section_title: {_quoted(section_title(page.section))}")
    if fresh:
        lines.append(f"freshness: {_quoted(fresh)}")
    if not page.listed:
        lines.append("unlisted: true")
    if not page.searched:
        lines.append("unsearched: true")
    if page.letters:
        lines.append(f"keywords: {_quoted(', '.join(page.letters))}")
    if page.crumbs:
        lines.append("crumbs:")
        lines += [f"  - {{title: {_quoted(crumb.title)}, href: {_quoted(crumb.address)}}}" for crumb in page.crumbs]
    return "\n".join([*lines, "---", ""])


def section_title(section: str) -> str:
    """The navigation word of a section, which search results show."""
    return next((title for key, title, _ in NAVIGATION if key == section), "About this site")


def _quoted(text: str) -> str:
    """A YAML double-quoted string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
