"""A picture that leaves the page: its colours, size and font written in, for a file that people download.

Here: the change from a page's picture to a file's. Not here: the palette, or where files go.
"""

import re
from collections.abc import Mapping
from typing import Final

FONT: Final = "Arial, Helvetica, sans-serif"
_VARIABLE: Final = re.compile(r"(?<==\")var\(--([a-z0-9]+)\)(?=\")", re.ASCII)
_SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', re.ASCII)
_BODY: Final = '<g fill="none"'


def standalone(picture: str, colours: Mapping[str, str]) -> str:
    """The picture with these colours (`c1`, `ink`, …) for the page's variables, on paper coloured `soft`.

    KeyError for a variable that has no colour.
    """
    size = _SIZE.search(picture)
    if size is None:
        raise ValueError("not a finished picture")
    width, height = size.groups()
    head, _, body = picture.partition(_BODY)
    head = head.replace("<svg ", f'<svg width="{width}" height="{height}" font-family="{FONT}" ', 1)
    paper = f'<rect width="{width}" height="{height}" fill="{colours["soft"]}" />'
    return head + paper + _VARIABLE.sub(lambda found: colours[found.group(1)], _BODY + body)
