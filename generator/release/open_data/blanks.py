"""Empty tables for officers: each CSV file that a council's folder may hold, with its headings and no rows."""

from generator.release.dictionary import FILES, OBSERVATION_FIELDS, PUBLIC_PEOPLE_FIELDS
from generator.release.open_data.writing import csv_text

FOLDER = "data/templates"
VALUES_BESIDE_WORDS = {"data/reported.csv": ("value",)}
"""Columns that hold a number as recorded, which the declarations leave out."""


def blank_tables() -> dict[str, str]:
    """The empty tables by their address in the site."""
    made = {f"{FOLDER}/observations.csv": csv_text([row[0] for row in OBSERVATION_FIELDS], [])}
    made[f"{FOLDER}/public_people.csv"] = csv_text([row[0] for row in PUBLIC_PEOPLE_FIELDS], [])
    for file, declared, _ in FILES:
        if file.endswith(".csv"):
            name = file.rsplit("/", 1)[-1].replace("NAME.", "")
            made[f"{FOLDER}/{name}"] = csv_text([*declared.model_fields, *VALUES_BESIDE_WORDS.get(file, ())], [])
    return made
