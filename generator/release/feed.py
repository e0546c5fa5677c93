"""The updates feed (Atom): what happened and what was corrected, from the data's own history, with stable ids."""

from xml.etree import ElementTree

from generator.model import Content
from generator.periods import parse_partial_date
from generator.vocabulary import EventStatus

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 30


def feed(content: Content) -> str:
    """The feed as XML, newest entry first; its ids never change, so that no reader sees an entry twice."""
    base = content.council.site.url
    entries = [
        (parsed[0].isoformat(), f"timeline/#{event.id}", event.title)
        for event in content.events
        if event.status is EventStatus.PAST and (parsed := parse_partial_date(event.when))
    ]
    entries += [
        (one.corrected.isoformat(), f"about/corrections/#{one.id}", f"Corrected: {one.what}") for one in content.corrections
    ]
    newest = sorted(entries, reverse=True)[:ENTRIES]
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    _child(root, "title", f"{content.council.site.title}: updates")
    _child(root, "id", f"{base}feed.xml")
    _child(root, "updated", f"{newest[0][0] if newest else '2000-01-01'}T00:00:00Z")
    ElementTree.SubElement(root, f"{{{ATOM}}}link", {"rel": "self", "href": f"{base}feed.xml"})
    ElementTree.SubElement(root, f"{{{ATOM}}}link", {"href": base})
    author = ElementTree.SubElement(root, f"{{{ATOM}}}author")
    _child(author, "name", content.council.name)
    for day, address, title in newest:
        entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        _child(entry, "title", title)
        _child(entry, "id", f"{base}{address}")
        _child(entry, "updated", f"{day}T00:00:00Z")
        ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"href": f"{base}{address}"})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _child(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = text
