"""What the library tells of one county, company, park, industry or person; and of all counties at once."""

from __future__ import annotations

from typing import Literal, NamedTuple

from shanqu.messages import Message
from shanqu.model import Status
from shanqu.query.matrix_shapes import Ref
from shanqu.query.shapes import EntityRow, Evidence

SectionKey = Literal[
    "counties",
    "industries",
    "parks",
    "companies",
    "projects",
    "products",
    "people",
    "organizations",
    "partners",
    "policies",
    "events",
    "figures",
    "neighbours",
    "articles",
]

SECTIONS: dict[SectionKey, str] = {
    "counties": Message("counties"),
    "industries": Message("industries"),
    "parks": Message("parks"),
    "companies": Message("companies"),
    "projects": Message("projects"),
    "products": Message("products"),
    "people": Message("people"),
    "organizations": Message("organizations"),
    "partners": Message("partners"),
    "policies": Message("policies and programmes"),
    "events": Message("events"),
    "figures": Message("figures"),
    "neighbours": Message("named together with"),
    "articles": Message("articles"),
}

Stage = Literal["signed", "planned", "started", "building", "producing", "finished"]
STAGES: dict[Stage, str] = {
    "planned": Message("planned"),
    "signed": Message("signed"),
    "started": Message("construction started"),
    "building": Message("under construction"),
    "producing": Message("in production"),
    "finished": Message("finished"),
}
"""From the earliest to the latest."""
NO_STAGE = Message("stage not told")


class Item(NamedTuple):
    """One entry of a profile. `evidence` is what a text says of it, `refs` lead to all of its sentences.

    `detail` says more in the words of the page: the role of a person, the investment of a project, the kind
    of a partnership, the indicator of a figure. `entity` is the id of the entity it names, for its own profile;
    `n` counts independent texts. `date` is as much of ISO 8601 as is known. Of a project `amount` is what is
    invested in yuan, the greatest where several amounts are told; `conflict` tells that independent texts tell
    different ones, `status` whether it is put in already. Of an article `copies` counts its other copies.
    """

    text: str
    evidence: Evidence
    detail: str = ""
    stage: Stage | None = None
    date: str | None = None
    entity: int | None = None
    n: int = 1
    refs: tuple[Ref, ...] = ()
    amount: float | None = None
    conflict: bool = False
    status: Status = "actual"
    copies: int = 0


class Group(NamedTuple):
    """The projects of one stage, the greatest investment first, or the `trades` of one group; how many there are, of which

    `items` are the first, and of how many projects an amount is told. The amounts are never added up: projects are parts
    of one another, and of some several amounts are told.
    """

    stage: Stage | None
    items: tuple[Item, ...]
    number: int
    amounts: int = 0
    trades: str | None = None

    @property
    def title(self) -> str:
        """Its heading, a Message."""
        return self.trades or (STAGES[self.stage] if self.stage else NO_STAGE)


class Section(NamedTuple):
    """A part of a profile: the first entries, how many of them there are to be made, and how many things in all.

    Of projects `groups` has the same entries by their stage, in the order of the stages; of trades by their groups, in
    the order in which these are compared.
    """

    key: SectionKey
    items: tuple[Item, ...]
    entries: int
    total: int
    groups: tuple[Group, ...] = ()

    @property
    def title(self) -> str:
        """Its heading, a Message."""
        return SECTIONS[self.key]

    @property
    def ungrouped(self) -> int:
        """How many things are in no group yet."""
        return self.total - sum(group.number for group in self.groups)


class Profile(NamedTuple):
    """What the library tells of one entity. Sections without entries are left out.

    `names` are the written forms of it. `left` is the month in which a county left the mountain counties.
    """

    entity: EntityRow
    names: tuple[str, ...]
    texts: int
    first: str | None
    last: str | None
    left: str | None
    sections: tuple[Section, ...]


class OverviewRow(NamedTuple):
    """One county or prefecture at a glance. `investments` counts distinct statements of an investment: the

    amounts overlap and are never added up; `largest` is the greatest of them after edits, `largest_value` in 元.
    `latest` is the latest year of publication, or of a figure of the place.
    """

    code: str
    name: str
    prefecture: str
    level: str
    mountain: bool
    left: str | None
    articles: int
    texts: int
    mentions: int
    companies: int
    projects: int
    investments: int
    largest: str | None
    largest_value: float | None
    largest_ref: Ref | None
    latest: int | None
