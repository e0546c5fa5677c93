"""What a council is called on its site, from the name that national statistics give it, and the name of its folder."""

import re
import unicodedata
from typing import Final

_TURNED_ROUND: Final = re.compile(r"(?P<place>[^,]+), (?P<kind>City|County) of")
_NOT_IN_A_SLUG: Final = re.compile(r"[^a-z0-9]+")


def names_of(published: str) -> tuple[str, str]:
    """Give the name and the short name: `Exampleton, City of` is the City of Exampleton, and Exampleton for short."""
    turned = _TURNED_ROUND.fullmatch(published)
    if turned:
        return f"{turned['kind']} of {turned['place']}", turned["place"]
    return published, published


def slug(short_name: str) -> str:
    """Give the name of a council's folder and of its site's address: `St. Helens` is st-helens."""
    plain = unicodedata.normalize("NFKD", short_name).encode("ascii", "ignore").decode()
    return _NOT_IN_A_SLUG.sub("-", plain.lower()).strip("-")
