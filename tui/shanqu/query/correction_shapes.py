"""What a user can correct, and how it is kept."""

from __future__ import annotations

from typing import Literal, NamedTuple

from shanqu.messages import Message
from shanqu.model import Fact

Deed = Literal["merge", "rename", "hide", "wrong"]
DEEDS: dict[Deed, str] = {
    "merge": Message("merged"),
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


class StatedFact(NamedTuple):
    """A fact of an article, what corrections know it by, and whether the user has marked it as wrong."""

    fact: Fact
    statement: Statement
    wrong: bool


class Correction(NamedTuple):
    """One correction. `number` is its own in the file, `made` when it was made (ISO 8601).

    A merge turns `name` into `into`; a renaming gives it `text` for a name; hiding needs the name alone;
    a wrong fact is a `statement`.
    """

    number: int
    deed: Deed
    made: str
    name: Name | None = None
    into: Name | None = None
    text: str = ""
    statement: Statement | None = None
