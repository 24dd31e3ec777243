"""The nouns that every room shares.

All `start`/`end` pairs are half-open spans that count characters of `Page.text`, the decoded text of
one source, so that whoever holds the source can check them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple


class Role(StrEnum):
    """What a block is for. `KEPT_ROLES` make up the article, `META_ROLES` feed its metadata."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    EDITOR = "editor"
    TAGS = "tags"
    BREADCRUMB = "breadcrumb"
    NAVIGATION = "navigation"
    ADVERT = "advert"
    COPYRIGHT = "copyright"
    DISCLAIMER = "disclaimer"
    SHARE = "share"
    RELATED = "related"
    COMMENT = "comment"
    PAGINATION = "pagination"
    SPAM = "spam"
    REPEAT = "repeat"
    FOOTER = "footer"
    BLANK = "blank"

    # Equal to its value, so of the same hash; besides, that of `Enum` is far slower.
    __hash__ = str.__hash__


for _role in Role:
    # Python 3.11 looks up a member through a descriptor that is written in Python, which takes ten times as long.
    type.__setattr__(Role, _role.name, _role)

KEPT_ROLES = frozenset({Role.BODY, Role.SUBHEAD, Role.CAPTION})
META_ROLES = frozenset({Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.DATELINE, Role.EDITOR, Role.TAGS})

EntityKind = Literal[
    "place", "company", "park", "organization", "person", "project", "industry", "product", "policy"
]
ENTITY_KINDS: tuple[EntityKind, ...] = (
    "place",
    "company",
    "park",
    "organization",
    "person",
    "project",
    "industry",
    "product",
    "policy",
)

DateMeaning = Literal["original", "repost", "unknown"]
Scope = Literal["area", "zone", "project", "company", "province", "foreign", "industry"]
Status = Literal["actual", "forecast", "planned", "target"]
FactKind = Literal[
    "level",
    "count",
    "growth",
    "share",
    "rank",
    "target",
    "change",
    "milestone",
    "qualitative",
    "event",
    "pairing",
]
NO_FIGURES: tuple[FactKind, ...] = ("event", "pairing")
Attribution = Literal["explicit", "alias", "park", "discourse"]


class LineHint(NamedTuple):
    """What the markup said of one line of a page made from HTML.

    `start`/`end` span the line in the page; `tag` is the nearest block element (`p`, `h1`, `li`, ...),
    `figcaption` for what is named for a caption, `img` for what an image says of itself;
    `link_share` is the share of its characters that stand inside links, 0 to 1; `chosen` names the
    ways of finding the article in markup that hold the line for a part of it (`density`, `holder`).
    """

    start: int
    end: int
    tag: str
    link_share: float = 0.0
    chosen: tuple[str, ...] = ()


class Declared(NamedTuple):
    """What the head of a page made from HTML says of the article, as it stands there.

    `heading` is the text of `<title>`, with the names of column and site that follow the title.
    """

    heading: str | None = None
    site: str | None = None
    column: str | None = None
    published: str | None = None
    source: str | None = None
    author: str | None = None


class Page(NamedTuple):
    """The decoded text of one source, exactly as it came.

    `member` tells apart the pages of a container (a row of JSON Lines or CSV, a WARC record); it is
    empty for a plain file. `size` counts bytes, `mtime` is seconds since the epoch.
    """

    path: str
    text: str
    encoding: str
    sha256: str
    size: int = 0
    mtime: float = 0.0
    member: str = ""
    url: str | None = None
    title_hint: str | None = None
    hints: tuple[LineHint, ...] = ()
    warnings: tuple[str, ...] = ()
    declared: Declared = Declared()

    @property
    def name(self) -> str:
        """The path, with the member where there is one: unique within a library."""
        return f"{self.path}#{self.member}" if self.member else self.path


class Block(NamedTuple):
    """A span of the page with one role. Blocks cover the page without gap or overlap.

    `reason` names the rule that decided; `confidence` runs from 0 to 1. The whitespace around the
    text of a block belongs to the block.
    """

    start: int
    end: int
    role: Role
    reason: str
    confidence: float = 1.0


class Edit(NamedTuple):
    """A reversible normalisation: page characters `before` at the span are read as `after`."""

    start: int
    end: int
    before: str
    after: str
    reason: str


class Published(NamedTuple):
    """A date that the page prints of itself.

    `text` is the printed form; `iso` is as much of ISO 8601 as is known (`2020-10-15`, `2021-07`,
    or `--09-28` where the year is missing); `how` names where it was found.
    """

    text: str
    iso: str | None
    meaning: DateMeaning
    how: str


class Article(NamedTuple):
    """A page with a role for every block, its metadata, and the edits that make it readable."""

    page: Page
    blocks: tuple[Block, ...]
    edits: tuple[Edit, ...] = ()
    title: str | None = None
    site: str | None = None
    column: str | None = None
    published: Published | None = None
    dateline: str | None = None
    reporters: tuple[str, ...] = ()
    source: str | None = None
    editors: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def kept(self) -> tuple[Block, ...]:
        """The blocks that make up the article's text, in page order."""
        return tuple(block for block in self.blocks if block.role in KEPT_ROLES)


class Mention(NamedTuple):
    """A span of the page that names an entity.

    `text` is the page's own characters; `canonical` is the name of what it denotes; `code` is the
    administrative code of a place in Zhejiang; `how` names the rule or list that found it.
    """

    kind: EntityKind
    start: int
    end: int
    text: str
    canonical: str
    code: str | None = None
    how: str = ""


class Fact(NamedTuple):
    """A figure with its evidence. The span is that of `value_text`; values are in the base unit.

    `place` is a canonical name or None (never a guess); `sentence` spans the evidence in the page.
    Two kinds are no figures (`NO_FIGURES`) and have no value. An `event` happens to its `subject`, on the date in `period`;
    its span is the word for it. Of a `pairing` the `place` is one partner and the `subject` the other, of an enclave the
    place that it belongs to and the place where it lies; its span is the zone's name where there is one.
    """

    start: int
    end: int
    value_text: str
    indicator: str
    kind: FactKind
    sentence: str
    sentence_start: int
    sentence_end: int
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: str | None = None
    hedge: str | None = None
    place: str | None = None
    code: str | None = None
    subject: str | None = None
    period: str | None = None
    period_norm: str | None = None
    scope: Scope = "area"
    status: Status = "actual"
    attribution: Attribution | None = None


def falls_unsaid(text: str, value: float | None) -> bool:
    """Whether a figure is a fall and its own words do not say so: of 下降3.2% the figure is 3.2%, its value -3.2."""
    return value is not None and value < 0 and not any(mark in text for mark in "-－−负降减少跌")


class Extraction(NamedTuple):
    """What extraction found in one article, in page order."""

    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()


class Term(NamedTuple):
    """One condition of a query: the text of `field` must (or, negated, must not) hold `value`.

    `field` is None for the article's title and text, else an entity kind, a metadata field or another of the
    fields of the search language. `compare` is `<`, `<=`, `=`, `>=` or `>` where the field is an amount, and `=` where
    a site or column is meant exactly.
    """

    value: str
    field: str | None = None
    negated: bool = False
    compare: str = ""


class Near(NamedTuple):
    """Both words stand in title or text with at most `distance` characters between them, in any order."""

    words: tuple[str, str]
    distance: int
    negated: bool = False


class Either(NamedTuple):
    """Some of the queries are fulfilled (or, negated, none of them)."""

    choices: tuple[Query, ...]
    negated: bool = False


class Query(NamedTuple):
    """A parsed filter: all conditions must hold."""

    terms: tuple[Term | Near | Either, ...] = ()
