"""Makes a public transparency site from a council's folder of records and words.

Two rooms and a door: `records` holds what the council knows, `disclosure` is the only maker of
printable figures, `release` shows them. `audit` reads the built site as an outsider would.
"""

__version__ = "0.1.0"
FORMAT_VERSION = 1
"""The version of the data format that this generator reads (`format:` in council.yml)."""
