"""The guard over the built site: personal data in the words of its pages, whatever they were made from.

The council's files were read by the guard already; a template of the council's own, or two harmless words side by
side, can still say what no file does. The audit of a stranger's site cannot do this: it does not know who is public.
"""

from collections.abc import Iterator

from generator.audit.built_site import BuiltSite
from generator.audit.page_text import PageText
from generator.problems import Place, Problem
from generator.records.checks.personal import allowance_of
from generator.records.observation import Records
from generator.records.personal.guard import kinds_in

FIX = "Look for these words in the council's own templates, or in two fields that stand side by side on this page."


def personal_data_in(site: BuiltSite, records: Records) -> Iterator[Problem]:
    """One problem for each kind of personal data on each page; no message holds the words."""
    allowed = allowance_of(records)
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, page in site.words.items():
        told: set[str] = set()
        for text in _texts(page):
            if text not in known:
                known[text] = tuple((kind.code, kind.found) for kind in kinds_in(text, allowed))
            for code, found in known[text]:
                if code not in told:
                    told.add(code)
                    yield Problem(Place(name), code, found, FIX)


def _texts(page: PageText) -> Iterator[str]:
    """The words of each block, and of each attribute that holds words, once."""
    texts = [block.text for block in page.blocks] + [text for _, name, text in page.attributes if name != "style"]
    yield from dict.fromkeys(" ".join(text.split()) for text in texts if text.strip())
