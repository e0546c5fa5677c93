"""The one declaration that only this room needs: the allow-list of public people."""

from pydantic import Field

from generator.model import Declared
from generator.scalars import Id, Text


class PublicPerson(Declared):
    """A public person or a published contact point that texts may name (public_people.csv)."""

    text: Text = Field(
        description="Name, telephone number, e-mail or postal address exactly as texts give it"
    )
    role: Text = Field(description="Public role, or what the contact point is")
    source: Id = Field(description="Id of the source that publishes it")
