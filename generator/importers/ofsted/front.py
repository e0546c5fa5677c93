"""Reads what a report says about itself on its front page: council, dates, lead inspector, publication."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from pathlib import PurePath

from generator.importers.ofsted.dates import Span, span, whole_date
from generator.importers.ofsted.frameworks import FRONT_PAGES
from generator.importers.ofsted.lines import Line, joined, plain
from generator.importers.ofsted.wording import folded

_TITLE_SIZE = 0.9
"""Lines at least this part of the largest size on the front page belong to its title."""
_CURRENT_TITLE = re.compile(
    r"(?:short |full |standard )?inspection of (?:the )?(.+?)(?: local authority)?(?:['\u2019]s)? "
    r"children['\u2019]s (?:social care )?services",
    re.IGNORECASE,
)
_NAMES_THE_INSPECTION = re.compile(r"(?:re-?)?(?:short |full |standard )?inspection of\b", re.IGNORECASE)
_FIELDS = re.compile(
    r"(?:inspection dates?|dates? of inspection|report published|published|lead inspectors?|judge?ments?|"
    r"the overall|children's services|services for|age group|and\b|review of)\b"
)
_TITLES_OF_INSPECTORS = re.compile(
    r"(?:,|;|\(|\s[-\u2013]\s|\b(?:S?HMI|SCRI|OI)\b|\b(?:Her|His) Majesty|"
    r"\b(?:Ofsted|Senior|Social care|Regulatory)\b).*",
    re.IGNORECASE,
)
_REPUBLISHED = re.compile(r"[(,;]?\s*\b(?:this |the )?(?:report )?(?:was |has been )?re-?published\b.*")
_LONGEST_NAME = 80
LONGEST_WAIT_DAYS = 400
"""A report appears within this many days of its inspection."""


def authority(lines: Sequence[Line]) -> str | None:
    """Give the council's name as the title has it."""
    page = [line for line in lines if line.page == 1 and re.search("[A-Za-z]{2}", line.text)]
    if not page:
        return None
    largest = max(line.size for line in page)
    block = [plain(line.text) for line in _first_block(page, largest)]
    before = list(takewhile(lambda text: not _NAMES_THE_INSPECTION.match(text), block))
    title = joined(before or block)
    found = _CURRENT_TITLE.fullmatch(title)
    if found:
        return found[1].strip()
    if re.search(r"\binspection\b|\breview\b|\bofsted\b", title, re.IGNORECASE) or len(title) > _LONGEST_NAME:
        return None
    return title or None


def _first_block(page: Sequence[Line], largest: float) -> Iterable[Line]:
    started = False
    for line in page:
        if line.size >= _TITLE_SIZE * largest:
            started = True
            yield line
        elif started:
            return


def inspected_words(lines: Sequence[Line]) -> str:
    """Give what follows 'Inspection dates:' on the front page, over as many lines as it takes."""
    label = re.compile(r"(?:inspection dates?|dates? of inspection)\s*:?\s*")
    return _REPUBLISHED.sub("", _field(lines, label, lines_at_most=3))


def inspected(lines: Sequence[Line]) -> Span | None:
    """First and last day of the inspection."""
    return span(inspected_words(lines))


def lead_inspector(lines: Sequence[Line]) -> str | None:
    """Give the name after 'Lead inspector:', without titles; the first in the report."""
    label = re.compile(r"lead inspectors?\s*:?\s*")
    for index, line in enumerate(lines):
        found = label.match(folded(line.text))
        if not found:
            continue
        words = plain(line.text)[found.end() :].strip()
        if not words and index + 1 < len(lines):
            words = plain(lines[index + 1].text).strip()
        name = _TITLES_OF_INSPECTORS.sub("", words).strip(" .,:")
        if 0 < len(name) <= _LONGEST_NAME and not any(sign.isdigit() for sign in name):
            return name
    return None


def published(lines: Sequence[Line], file: str, inspected_to: date | None) -> date | None:
    """Give the day the report says, else the day that Ofsted put into the file's name, if it can be right."""
    said = whole_date(_field(lines, re.compile(r"(?:report )?published(?: on)?\s*:?\s*"), lines_at_most=1))
    day = said or whole_date(PurePath(file).stem)
    if day and inspected_to and not 0 <= (day - inspected_to).days <= LONGEST_WAIT_DAYS:
        return None
    return day


def _field(lines: Sequence[Line], label: re.Pattern[str], lines_at_most: int) -> str:
    """Give the words after a label on the front pages, up to the next label."""
    opening = [line for line in lines if line.page <= FRONT_PAGES]
    for index, line in enumerate(opening):
        found = label.match(folded(line.text))
        if not found:
            continue
        texts = [folded(line.text)[found.end() :]]
        for following in opening[index + 1 : index + lines_at_most]:
            if _FIELDS.match(folded(following.text)) or following.page != line.page:
                break
            texts.append(folded(following.text))
        return joined(texts)
    return ""
