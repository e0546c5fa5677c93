"""Declarations that only this room needs: the allow-list of public people, and a page's front matter."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model import Declared
from generator.scalars import Id, Text

DESCRIPTION_LENGTH = 155
"""Search engines cut longer descriptions."""


class PublicPerson(Declared):
    """A public person or a published contact point that texts may name (public_people.csv)."""

    text: Text = Field(
        description="Name, telephone number, e-mail or postal address exactly as texts give it"
    )
    role: Text = Field(description="Public role, or what the contact point is")
    source: Id = Field(description="Id of the source that publishes it")


class Section(StrEnum):
    """The part of the site that a hand-written page belongs to."""

    HOME = "home"
    FOSTERING = "fostering"
    HELP = "help"
    ABOUT = "about"


class FrontMatter(Declared):
    """What a hand-written page says about itself, between two lines of three hyphens."""

    title: Text = Field(description="Title of the page")
    description: Annotated[Text, StringConstraints(max_length=DESCRIPTION_LENGTH)] = Field(
        description="One sentence for search results"
    )
    section: Section = Field(description="home, fostering, help or about")
    order: Annotated[int, Field(ge=0, le=999)] = Field(description="Place among the pages of its section")
    reviewed: date = Field(description="Day on which a person last checked the page")
    review_by: date = Field(description="Day by which it must be checked again")
    synonyms: tuple[Text, ...] = Field(default=(), description="Words that a resident would search for")
