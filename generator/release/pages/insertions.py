"""The insertions of hand-written pages: `[[figure:ID]]` and its like, the only live syntax they have.

People write words; figures, citations, contacts and charts come by name, so that a figure typed into a
page can never go stale.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.figures import Publication
from generator.model import Contact
from generator.periods import in_words
from generator.release import words
from generator.release.analyse.areas import Analysis, Reading
from generator.release.analyse.compare import at
from generator.release.analyse.promises import QUIET_MONTHS
from generator.release.escaping import as_text
from generator.release.page import link
from generator.release.pages.chart_requests import columns_of, description_of
from generator.release.pages.figures import reported_rows
from generator.release.render import Marks
from generator.release.statements import indicator_lead

INSERTION = re.compile(r"\[\[([a-z]+):\s*([^\[\]\s]+)(?:\s+([^\[\]]*?))?\s*\]\]")
"""`[[kind:name rest]]`."""
_NEUTRAL = str.maketrans({"<": "&lt;", "{": "&#123;", "}": "&#125;"})


@dataclass(frozen=True, slots=True)
class Inserter:
    """Puts figures, citations and contacts into the Markdown of one page."""

    publication: Publication
    analysis: Analysis
    marks: Marks
    address: str

    def fill(self, body: str) -> Markup:
        """The page's Markdown with every insertion made; anything that could be HTML or a template is plain text."""
        parts: list[str] = []
        last = 0
        for matched in INSERTION.finditer(body):
            parts.append(body[last : matched.start()].translate(_NEUTRAL))
            parts.append(self._insert(matched))
            last = matched.end()
        parts.append(body[last:].translate(_NEUTRAL))
        return Markup("".join(parts))  # noqa: S704  the officer's Markdown, without any character that opens HTML

    def _insert(self, matched: re.Match[str]) -> Markup:
        kind, name, rest = matched.group(1), matched.group(2), matched.group(3) or ""
        makers: dict[str, Callable[[str, str], Markup]] = {
            "figure": self._figure,
            "sentence": self._sentence,
            "chart": self._chart,
            "reported": self._reported,
            "cite": lambda source, place: self.marks.cite(self.address, source, place),
            "contact": self._contact,
            "confirm": self._confirm,
            "page": self._page,
            "constant": self._constant,
        }
        return makers[kind](name, rest)

    def _figure(self, name: str, whose: str) -> Markup:
        reading = self.analysis.readings[name]
        latest = reading.change.latest
        if latest is None:
            return as_text("no figure published")
        if whose == "neighbours":
            return self._neighbours(reading)
        figure = latest if whose in ("", "council") else at(self.publication, name, self._code(whose), latest.period)
        return self.marks.figure(figure, full=whose == "") if figure else as_text("no figure published")

    def _neighbours(self, reading: Reading) -> Markup:
        """The mean of similar councils for the latest period, as the indicator's own page prints it."""
        mean = reading.standing.neighbours if reading.standing else None
        if mean is None:
            return as_text("no figure published")
        printed = words.amount(mean.value, reading.indicator.unit, reading.indicator.decimals)
        keys = as_text(" ".join(mean.keys))
        return Markup('<span class="num" data-figures="{}">{}</span>').format(keys, as_text(printed))

    def _code(self, whose: str) -> str:
        """The code of a comparator; nobody's where the council has no region, so that another's figure is never shown for it."""
        council = self.publication.content.council
        if whose == "england":
            return council.england.code
        return council.region.code if council.region else ""

    def _sentence(self, name: str, _rest: str) -> Markup:
        reading = self.analysis.readings[name]
        said = [self.marks.say(sentence) for sentence in indicator_lead(self.publication, reading)]
        source = reading.change.latest.source if reading.change.latest else reading.indicator.source
        more = Markup('· <a href="{}">All the figures</a>').format(as_text(link(self.address, f"figures/{name}/")))
        return Markup(" ").join([*said, self.marks.cite(self.address, source), more])

    def _reported(self, name: str, _rest: str) -> Markup:
        row = next(row for row in reported_rows(self.publication) if row.figure.id == name)
        return Markup('<span class="num" data-figures="reported/{}">{}</span>').format(as_text(name), as_text(row.printed))

    def _confirm(self, source_id: str, _rest: str) -> Markup:
        source = self.marks.sources[source_id]
        citation = self.marks.cite(self.address, source_id)
        when = in_words(source.retrieved) if source.retrieved else ""
        seen = f", read {when}" if when else ""
        return Markup('{}{} <span class="confirm">To be confirmed by the council</span>').format(citation, as_text(seen))

    def _constant(self, name: str, _rest: str) -> Markup:
        policy = self.publication.content.council.disclosure
        constants = {"threshold": policy.threshold, "keep": policy.keep, "quiet-months": QUIET_MONTHS}
        return as_text(constants[name])

    def _page(self, target: str, title: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(as_text(link(self.address, page_address(target))), as_text(title or target))

    def _contact(self, name: str, _rest: str) -> Markup:
        return contact_card(self.marks, self.address, self._contact_named(name))

    def _contact_named(self, name: str) -> Contact:
        return next(contact for contact in self.publication.content.council.contacts if contact.id == name)

    def _chart(self, name: str, _rest: str) -> Markup:
        reading = self.analysis.readings[name]
        return chart_figure(self.publication, self.marks, self.address, reading)


def page_address(target: str) -> str:
    """The address of a page as people write it: `help/leaving-care` or `sources/#O2025`."""
    path, hash_sign, anchor = target.partition("#")
    return f"{path.strip('/')}/{hash_sign}{anchor}"


def contact_card(marks: Marks, address: str, contact: Contact) -> Markup:
    """Whom to call, with a number that a phone can dial."""
    lines = [Markup('<p class="contact-name"><strong>{}</strong></p>\n<p>{}</p>').format(as_text(contact.name), as_text(contact.for_what))]
    if contact.telephone:
        dial = contact.telephone.replace(" ", "")
        lines.append(Markup('<p class="contact-phone"><a href="tel:{}">{}</a></p>').format(dial, contact.telephone))
    if contact.email:
        lines.append(Markup('<p><a href="mailto:{0}">{0}</a></p>').format(as_text(contact.email)))
    if contact.url:
        lines.append(Markup('<p><a href="{0}">{0}</a></p>').format(as_text(contact.url)))
    if contact.hours:
        lines.append(Markup("<p>{}</p>").format(as_text(contact.hours)))
    confirm = Markup(' <span class="confirm">To be confirmed by the council</span>') if contact.confirm else Markup("")
    lines.append(Markup('<p class="src">{}{}</p>').format(marks.cite(address, contact.source), confirm))
    return Markup('\n\n<div class="contact">\n{}\n</div>\n\n').format(Markup("\n").join(lines))


def chart_figure(publication: Publication, marks: Marks, address: str, reading: Reading) -> Markup:
    """An indicator's chart inside a hand-written page, with its words and the way to its own page."""
    indicator = reading.indicator
    columns = columns_of(publication, indicator)
    headline = words.headline(indicator, reading.change.latest, reading.change.previous, unbroken=reading.change.unbroken)
    place = publication.content.council.short_name
    periods = [figure.period for column in columns for figure in column.series.figures]
    key = f"chart-{indicator.id}"
    return Markup(
        '\n\n<figure class="chart" data-chart="{key}">\n<figcaption><strong>{headline}</strong> <span>{subtitle}</span></figcaption>\n'
        '<div class="wide" data-fragment="{key}-wide"></div>\n<div class="narrow" data-fragment="{key}-narrow"></div>\n'
        '<p class="desc">{description}</p>\n<p><a href="{href}">All the figures, and where they come from</a></p>\n</figure>\n\n'
    ).format(
        key=key,
        headline=marks.say(headline),
        subtitle=as_text(words.subtitle(indicator, place, periods)),
        description=marks.say(description_of(indicator, columns)),
        href=as_text(link(address, f"figures/{indicator.id}/")),
    )
