"""One zip of several files, the same bytes for the same content: no clock, no user, no order but the names'."""

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip can hold, written for every file."""
READABLE = 0o644 << 16
UNIX = 3


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as one zip, in the order of their names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            entry.create_system = UNIX
            archive.writestr(entry, files[name])
    return written.getvalue()
