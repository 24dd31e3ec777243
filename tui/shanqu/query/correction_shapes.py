"""What a user can correct, and how it is kept."""

from __future__ import annotations

from typing import Literal, NamedTuple

from shanqu.messages import Message
from shanqu.model import Fact

Deed = Literal["merge", "split", "rename", "hide", "wrong"]
DEEDS: dict[Deed, str] = {
    "merge": Message("merged"),
    "split": Message("split"),
    "rename": Message("renamed"),
    "hide": Message("hidden"),
    "wrong": Message("marked as wrong"),
}


class Name(NamedTuple):
    """An entity as corrections know it, so that they outlive the numbers of a library."""

    kind: str
    canonical: str
    code: str = ""


class Statement(NamedTuple):
    """A fact as corrections know it: its page, what it prints, and of what."""

    path: str
    indicator: str
    value_text: str
    sentence: str


class FormPage(NamedTuple):
    """An article that writes an entity so, how often, and the path by which corrections know it."""

    article: int
    title: str
    site: str | None
    published: str | None
    path: str
    mentions: int


class Form(NamedTuple):
    """How pages write an entity, and which do; the latest come first."""

    text: str
    pages: tuple[FormPage, ...]

    @property
    def mentions(self) -> int:
        """How often they do."""
        return sum(page.mentions for page in self.pages)

    def within(self, article: int | None, site: str) -> Form:
        """The same in that article alone, or on that site alone."""
        wanted = (page for page in self.pages if article in (None, page.article) and site in ("", page.site))
        return self._replace(pages=tuple(wanted))


class StatedFact(NamedTuple):
    """A fact of an article, what corrections know it by, and whether the user has marked it as wrong."""

    fact: Fact
    statement: Statement
    wrong: bool


class Correction(NamedTuple):
    """One correction. `number` is its own in the file, `made` when it was made (ISO 8601).

    A merge turns `name` into `into`; a split only what is written `form` (in the article with that path and its
    reprints, or on that site, where these are not empty); a renaming gives it `text` for a name; hiding needs the name alone;
    a wrong fact is a `statement`.
    """

    number: int
    deed: Deed
    made: str
    name: Name | None = None
    into: Name | None = None
    text: str = ""
    statement: Statement | None = None
    form: str = ""
    path: str = ""
    site: str = ""

    @property
    def what(self) -> str:
        """What is corrected."""
        if self.statement is not None:
            said = self.statement
            return " · ".join((said.value_text, said.indicator, " ".join(said.sentence.split())))
        return " · ".join(filter(None, (self.name and self.name.canonical, self.form, self.path, self.site)))

    @property
    def target(self) -> str:
        """What it is from now on; empty where it is only taken out."""
        return self.into.canonical if self.into else self.text
