"""The updates feed (Atom, RFC 4287): new figures, corrections and events, from the data's own history.

The identity of the feed and of each entry is made of the council's code and the data's own names, so that no reader
sees an entry twice, even when the site moves to another address.
"""

from xml.etree import ElementTree as ET

from generator.figures import Publication
from generator.release.open_data.diary import stable_id
from generator.release.open_data.terms import LICENCE_NAME, site_address
from generator.release.updates import Update, UpdateKind, updates

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 40
NO_DAY = "2000-01-01"
"""The date of a feed that has nothing to say yet."""


def feed(publication: Publication) -> str:
    """The feed as XML, newest entry first."""
    council = publication.content.council
    newest = updates(publication)[:ENTRIES]
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _child(root, "title", f"{council.site.title}: updates")
    _child(root, "id", f"urn:uuid:{stable_id(council, 'feed')}")
    _child(root, "updated", f"{newest[0].day.isoformat() if newest else NO_DAY}T00:00:00Z")
    _link(root, "self", site_address(publication, "feed.xml"), "application/atom+xml")
    _link(root, "alternate", site_address(publication, "updates/"), "text/html")
    _child(root, "rights", LICENCE_NAME)
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _child(author, "name", council.published_by)
    for one in newest:
        _entry(root, publication, one)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _entry(root: ET.Element, publication: Publication, one: Update) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    mark = "Corrected: " if one.kind is UpdateKind.CORRECTION else ""
    _child(entry, "title", f"{mark}{one.title}")
    _child(entry, "id", f"urn:uuid:{one.id}")
    _child(entry, "updated", f"{one.day.isoformat()}T00:00:00Z")
    _link(entry, "alternate", site_address(publication, one.address), "text/html")
    ET.SubElement(entry, f"{{{ATOM}}}category", {"term": one.kind.name.lower(), "label": one.kind.value})
    concerned = f" About: {'; '.join(indicator.title for indicator in one.indicators)}." if one.indicators else ""
    _child(entry, "summary", f"{one.kind.value}. {one.when}.{concerned}")


def _child(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "type": kind, "href": address})
